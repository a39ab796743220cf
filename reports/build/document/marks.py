"""The smallest parts of a document: a status, a text with its label, what somebody answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as shown: `mark` names the shape (a value of the status enums), `word` is the plan's own word for it.

    Either may be empty: words without a shape ("Ej utvärderad"), but never both.
    """

    mark: str
    word: str


@dataclass(frozen=True, slots=True)
class TrendMark:
    """Which way it goes: `mark` is a value of `Trend` (`up`, `unchanged`, `down`), `word` what is read ("uppåt")."""

    mark: str
    word: str


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part of a comment; `label` is the plan's word for it ("Orsak") and empty for the comment itself."""

    label: str
    html: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A labelled line of plain words: "Bidrar till", "Ansvarig", "Målvärde 2018", "Klart senast"."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a unit, or the committee itself (`is_committee`), answered on one goal, indicator or assignment.

    `ref` is what is printed as reference where one text answers several things ("1-2").
    """

    unit: str
    unit_name: str
    is_committee: bool
    status: StatusMark | None
    parts: tuple[TextPart, ...]
    ref: str = ""
    trend: TrendMark | None = None
