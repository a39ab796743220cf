"""What every block is made from: the report's material, and what is counted through the whole document."""

from dataclasses import dataclass, field

from followup.core.slugs import slug_of
from reports.build.document import Edition
from reports.build.facts import MeasurementFact
from reports.build.figures import selected
from reports.build.material import Material, unique_anchor
from reports.build.notes import Notes
from reports.build.options import SectionOptions
from reports.choices import SectionKind

OWN = "namnden"


def answer_anchor(subject: str, by: str) -> str:
    """What tells one answer on the subject from the others: whose it is, or that it is the committee's own."""
    return f"{subject}-{slug_of(by) if by else OWN}"


def series_anchor(subject: str, label: str) -> str:
    """The subject's own for the whole, which has no label."""
    return f"{subject}-{slug_of(label)}" if label else subject


@dataclass(frozen=True, slots=True)
class Drafting:
    """A document while it is put together, section by section. `anchors` are those taken so far.

    A draft has no `edition`.
    """

    material: Material
    notes: Notes = field(default_factory=Notes)
    anchors: set[str] = field(default_factory=set)
    edition: Edition | None = None

    def anchor(self, wanted: str) -> str:
        """The anchor where it is free, else with the first number that makes it so; it is taken from then on."""
        return unique_anchor(wanted, self.anchors)


@dataclass(frozen=True, slots=True)
class Draft:
    """One section while it is put together: `title` names its tables, `section` is the anchor of its heading."""

    drafting: Drafting
    kind: SectionKind
    options: SectionOptions
    title: str
    section: str = ""

    @property
    def material(self) -> Material:
        return self.drafting.material

    @property
    def notes(self) -> Notes:
        return self.drafting.notes

    def anchor(self, wanted: str) -> str:
        """The anchor of what is described here and nowhere else, in one section of the document."""
        return self.drafting.anchor(wanted)

    def row_anchor(self, wanted: str) -> str:
        """The anchor of a table's row about something that is described elsewhere."""
        return self.drafting.anchor(f"{slug_of(str(self.kind.label))}-{wanted}")

    def measurements(self) -> tuple[MeasurementFact, ...]:
        """The figures that the section shows."""
        return selected(self.material.facts, self.options.periods)
