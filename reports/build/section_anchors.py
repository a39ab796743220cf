"""The addresses of a report's sections within it: once published, a section keeps its own. Pure."""

from collections.abc import Iterable

from followup.core.slugs import slug_of
from reports.build.material import unique_anchor
from reports.build.part_facts import SectionFact
from reports.choices import SectionKind


def section_anchors(sections: Iterable[SectionFact]) -> tuple[str, ...]:
    """For each the one that it was first published with, or else one made of its title.

    A new section never takes one that is kept, wherever it stands.
    """
    given = list(sections)
    taken: set[str] = set()
    kept = [unique_anchor(each.anchor, taken) if each.anchor else "" for each in given]
    return tuple(anchor or unique_anchor(_wanted(each), taken) for each, anchor in zip(given, kept, strict=True))


def _wanted(section: SectionFact) -> str:
    return f"avsnitt-{slug_of(section.title or str(SectionKind(section.kind).label))}"
