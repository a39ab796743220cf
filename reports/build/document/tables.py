"""Tables, charts, attachments and notes of a document: one shape of table for every kind of section that is one."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reports.build.document.marks import StatusMark, TextPart, TrendMark


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. Numbers run through the whole report in the order in which they are first referred to."""

    number: int
    text: str


class RowRole(StrEnum):
    """What a row is, and so how it is set: `PART` is a row under the row before it (women, men, a unit, "varav").

    `HEADING` is a row of column headings: the rows of the head of a data table, and such a row again further down.
    """

    HEADING = "heading"
    ROW = "row"
    PART = "part"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    SUM = "sum"
    GRAND_TOTAL = "grand_total"
    TOTAL = "total"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words in `text`, or paragraphs in `parts`, with a status, a trend and notes beside them.

    `value` is the number behind the words, unrounded, for the spreadsheet; it is None where the cell is no number.
    `lines` are further short texts under `text`, one a line. `columns` and `rows` are how many of either it spans;
    cells that are spanned are absent from their rows.
    `is_heading` makes it the heading of its row (in the body) or of its columns (in the head). `link` is the anchor in
    the document that its text leads to.
    """

    text: str = ""
    value: Decimal | None = None
    lines: tuple[str, ...] = ()
    parts: tuple[TextPart, ...] = ()
    status: StatusMark | None = None
    trend: TrendMark | None = None
    notes: tuple[int, ...] = ()
    columns: int = 1
    rows: int = 1
    is_heading: bool = False
    link: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.lines or self.parts or self.status or self.trend or self.value is not None)


@dataclass(frozen=True, slots=True)
class Row:
    """`anchor` is unique in the document where it is not empty. A `GROUP` or `COMMENT` row has one spanning cell.

    `subject` is the anchor by which the report's `subjects` know what the row is about, empty where it is about none;
    `by` the unit whose answer alone it tells, as it is printed, and None where it tells of all or of no answer.
    """

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.ROW
    anchor: str = ""
    subject: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is its share of the table in percent (all together 100); `is_number` sets it flush right."""

    width: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with `head` rows, then `body` rows. `wide` ones are laid on landscape pages.

    `caption` names it for everyone; `unit` is the unit of all its numbers ("tkr") or empty.
    """

    caption: str
    unit: str
    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    wide: bool = False


class ChartShape(StrEnum):
    """`LINE` over time; `BAR` side by side for the rows of a table; `STACKED` a row's parts in one bar.

    `BUDGET` is a bar for each row's outcome with a mark for its budget.
    """

    LINE = "line"
    BAR = "bar"
    STACKED = "stacked"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """`value` None is a gap: nothing is drawn, and no line across it. `words` is the figure as it is shown."""

    value: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """`role` is `total`, `women`, `men`, `target` or `other`: it decides the line's pattern, marker and colour.

    In a stacked chart it is a status: a mark, `words` (judged in words alone) or `none` (not judged). A budget chart
    has three series, `budget`, `outcome` and `deviation`; the last is not drawn, its `words` are set.
    """

    name: str
    role: str
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Series over the same `categories`, drawn by the renderers, with the figures behind it in `table`.

    `summary` is the text alternative: one or two sentences that say what the chart shows. `groups` has for each
    category of a stacked chart the heading that it stands under, empty where there is none; others have no groups.
    """

    shape: ChartShape
    title: str
    summary: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    table: Table
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """`address` is where it is read: that of the version, or as the draft's page finds it. `size` is in bytes.

    `image_source` is an image's own bytes as a `data:` address; empty for other files.
    """

    name: str
    content_type: str
    size: int
    sha256: str
    address: str
    alternative_text: str = ""
    width: int = 0
    height: int = 0
    image_source: str = ""


@dataclass(frozen=True, slots=True)
class AttachedDocument:
    """`address` as it was given; `is_link` where it is a web address. `file` is what was sent in, if anything was."""

    title: str
    description: str
    address: str
    is_link: bool
    file: AttachedFile | None = None


@dataclass(frozen=True, slots=True)
class AttachmentList:
    documents: tuple[AttachedDocument, ...]
