"""Where in the document a goal, an indicator or an assignment stands, for those who lead there. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from followup.core.slugs import slug_of
from reports.build.document import DocumentSection
from reports.build.material import Material
from reports.build.needs import SHOWS_JUDGEMENTS, SHOWS_TEXTS
from reports.choices import SectionKind, SubjectKind

_TABLES = tuple(slug_of(str(kind.label)) for kind in SectionKind)


@dataclass(frozen=True, slots=True)
class Place:
    """A section by its heading; both are empty where there is none."""

    anchor: str = ""
    title: str = ""


class Places:
    """`sections` has for every anchor of the document the heading that it stands under."""

    def __init__(self, material: Material, sections: Mapping[str, Place]) -> None:
        facts = material.facts
        self._sections = sections
        self._wanted = {
            **{(SubjectKind.GOAL.value, each.key): material.goal_anchors[each.id] for each in facts.goals},
            **{
                (SubjectKind.INDICATOR.value, each.key): material.indicator_anchors[each.id]
                for each in facts.indicators
            },
            **{
                (SubjectKind.ASSIGNMENT.value, each.key): material.assignment_anchors[each.id]
                for each in facts.assignments
            },
        }

    def of(self, kind: str, key: str) -> str:
        """Where it is described, else the first table with a row for it; empty where it stands nowhere."""
        wanted = self.wanted(kind, key)
        candidates = (wanted, *(f"{table}-{wanted}" for table in _TABLES)) if wanted else ()
        return next((each for each in candidates if each in self._sections), "")

    def wanted(self, kind: str, key: str) -> str:
        """The anchor by which the report's subjects know it; empty for what is not in the plan."""
        return self._wanted.get((kind, key), "")

    def section_of(self, anchor: str) -> Place:
        return self._sections.get(anchor, Place())


def section_of_goals(sections: Iterable[DocumentSection]) -> Place:
    """The heading over the section that tells most of the goals."""
    found: dict[bool, Place] = {}
    above = Place()
    for section in sections:
        above = Place(section.anchor, section.title) if section.title else above
        if section.kind in SHOWS_JUDGEMENTS and above.title:
            found.setdefault(section.kind in SHOWS_TEXTS, above)
    return found.get(True) or found.get(False) or Place()
