"""Notes where they are referred to: the first reference brings its note along, the later ones only its number."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.build.document import Note


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a note. `text` is the note's own at the first reference in the order of reading, else empty."""

    number: int
    text: str


class NoteBook:
    """Hands out the references of one rendering; ask in the order of reading. An unknown number is a `KeyError`."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._waiting = {note.number: note for note in notes}
        self._known = frozenset(self._waiting)
        self._opened: list[Note] = []

    def marks(self, numbers: Iterable[int]) -> tuple[NoteMark, ...]:
        return tuple(self._mark(number) for number in numbers)

    def opened(self) -> tuple[Note, ...]:
        """The notes referred to for the first time since this was last asked."""
        opened, self._opened = tuple(self._opened), []
        return opened

    def left(self) -> tuple[Note, ...]:
        """The notes that nothing has referred to yet."""
        return tuple(self._waiting.values())

    def _mark(self, number: int) -> NoteMark:
        if number not in self._known:
            raise KeyError(number)
        note = self._waiting.pop(number, None)
        if note is None:
            return NoteMark(number, "")
        self._opened.append(note)
        return NoteMark(number, note.text)
