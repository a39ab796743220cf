"""The report's footnotes, numbered in the order in which they are first referred to."""

from django.utils.translation import gettext as _

from reports.build.document import Note
from reports.build.facts import IndicatorFact, MeasurementFact


class Notes:
    """The notes of one report while it is assembled, section by section. The same text is the same note."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of the note with this text, the next one where it is new."""
        return self._numbers.setdefault(text.strip(), len(self._numbers) + 1)

    def of_indicator(self, indicator: IndicatorFact) -> tuple[int, ...]:
        """The notes at an indicator's name: its source and its footnote."""
        return self._of(source_words(indicator.source), indicator.footnote)

    def of_figure(self, figure: MeasurementFact) -> tuple[int, ...]:
        """The note at a figure: its remark."""
        return self._of(figure.remark)

    def in_order(self) -> tuple[Note, ...]:
        return tuple(Note(number, text) for text, number in self._numbers.items())

    def _of(self, *texts: str) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.number(text) for text in texts if text.strip()))


def source_words(source: str) -> str:
    """The source as a note, with the word for it before it unless it begins so itself."""
    word = _("Källa")
    text = source.strip()
    return text if not text or text.lower().startswith(word.lower()) else f"{word}: {text}"
