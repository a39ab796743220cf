"""What can be found in a report, and where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the anchor and title of the heading above it, and the anchor of its own section."""

    anchor: str
    title: str
    own: str = ""

    def under(self, title: str) -> "Place":
        """Further down under a heading in the block."""
        return replace(self, title=" › ".join(name for name in (self.title, title) if name))


@dataclass(frozen=True, slots=True)
class Passage:
    """`kind` is a value of `PassageKind`. `anchor` is where it stands in the report's page.

    `title` is what it is or is about ("1.2 Namn"), `place` the headings above it, `unit` who has answered as it is
    printed (`unit_name` in full where that is known), and empty for the committee. `text` is plain, line by line.
    """

    kind: str
    anchor: str
    title: str
    place: str = ""
    unit: str = ""
    unit_name: str = ""
    status_mark: str = ""
    status_word: str = ""
    text: str = ""

    def normalised(self, normal: Callable[[str], str]) -> "Passage":
        fields = ("title", "place", "unit", "unit_name", "status_word", "text")
        return replace(self, **{name: normal(getattr(self, name)) for name in fields})
