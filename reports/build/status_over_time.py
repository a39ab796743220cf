"""The chart of how goals are judged from round to round: a row for each time, its statuses beside each other. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goals.choices import GoalStatus
from reports.build.document import (
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    ChartShape,
    Column,
    Row,
    RowRole,
    StatusMark,
    Table,
)

MOST_AREAS_IN_WORDS = 4

_WORDS_ALONE = "words"
_NONE = "none"
_WHEN_WIDTH = 25
_COLUMNS_UPRIGHT = 7


@dataclass(frozen=True, slots=True)
class StatusTally:
    """How one area (a top-level goal, or a committee) was judged at one time.

    `area` heads its rows and is empty where all rows are about the same. `when` is what the row is called ("Delår
    2022"). `statuses` has one entry for each judgement; None: nobody has judged it.
    """

    area: str
    when: str
    statuses: tuple[StatusMark | None, ...]


def status_over_time_chart(tallies: Iterable[StatusTally], *, title: str) -> Chart | None:
    """The tallies, in the order given (areas together, the oldest time first), as a chart with its figures as a table.

    A status that nobody has had is left out. Its word is that of the last tally with it: a plan may change its words.
    None where nothing is judged at all. Draw it with `reports.render.charts.chart_svg(chart, id)`, or set it whole
    (drawing, summary, table) with `reports.render.drawings.lay_chart`.
    """
    shown = tuple(tallies)
    words = _words(shown)
    if not words.keys() - {_NONE}:
        return None
    counts = [Counter(map(_role, tally.statuses)) for tally in shown]
    return Chart(
        shape=ChartShape.STACKED,
        title=title,
        summary=_summary(shown, counts, words),
        unit=_("Antal bedömningar, med summan sist"),
        categories=tuple(tally.when for tally in shown),
        series=tuple(ChartSeries(words[role], role, tuple(_point(count, role) for count in counts)) for role in words),
        table=_table(title, shown, counts, words),
        groups=tuple(tally.area for tally in shown),
    )


def _role(status: StatusMark | None) -> str:
    if status is None:
        return _NONE
    return status.mark or _WORDS_ALONE


def _words(tallies: Sequence[StatusTally]) -> dict[str, str]:
    """The statuses that somebody has had, in the order of the scale, with their words."""
    last: dict[str, str] = {}
    for tally in tallies:
        for status in tally.statuses:
            last[_role(status)] = status.word if status else _("Ingen bedömning")
    if _WORDS_ALONE in last:
        last[_WORDS_ALONE] = _("Bedömt i ord")
    order = [*(str(status) for status in GoalStatus), *last, _NONE]
    order = [role for role in order if role not in {_WORDS_ALONE, _NONE}] + [_WORDS_ALONE, _NONE]
    return {role: last[role] for role in dict.fromkeys(order) if role in last}


def _point(count: Counter[str], role: str) -> ChartPoint:
    if not count.total():
        return ChartPoint(None, "")
    return ChartPoint(Decimal(count[role]), str(count[role]))


def _summary(tallies: Sequence[StatusTally], counts: Sequence[Counter[str]], words: dict[str, str]) -> str:
    """Of each of the first areas: how it was judged the first time and the last."""
    places: dict[str, list[int]] = {}
    for place, (tally, count) in enumerate(zip(tallies, counts, strict=True)):
        places.setdefault(tally.area, [])
        if count.total():
            places[tally.area].append(place)
    sentences = []
    for area, judged in list(places.items())[:MOST_AREAS_IN_WORDS]:
        told = [
            _("%(when)s %(counts)s") % {"when": tallies[place].when, "counts": _told(counts[place], words)}
            for place in dict.fromkeys([*judged[:1], *judged[-1:]])
        ]
        said = "; ".join(told) or _("inga bedömningar")
        sentences.append(f"{area}: {said}." if area else f"{said}.")
    more = len(places) - MOST_AREAS_IN_WORDS
    if more > 0:
        rest = ngettext("%(count)d område till står i tabellen.", "%(count)d områden till står i tabellen.", more)
        sentences.append(rest % {"count": more})
    return " ".join(sentences)


def _told(count: Counter[str], words: dict[str, str]) -> str:
    return ", ".join(f"{count[role]} {word.lower()}" for role, word in words.items() if count[role])


def _table(title: str, tallies: Sequence[StatusTally], counts: Sequence[Counter[str]], words: dict[str, str]) -> Table:
    names = [_("Tidpunkt"), *words.values(), _("Summa")]
    width = (100 - _WHEN_WIDTH) // (len(names) - 1)
    body: list[Row] = []
    area = ""
    for tally, count in zip(tallies, counts, strict=True):
        if tally.area and tally.area != area:
            body.append(Row((Cell(tally.area, columns=len(names), is_heading=True),), RowRole.GROUP))
        area = tally.area
        numbers = [*(count[role] for role in words), count.total()]
        figures = [Cell(str(number), value=Decimal(number)) for number in numbers]
        if not count.total():
            figures = [Cell("–")] * len(numbers)
        body.append(Row((Cell(tally.when, is_heading=True), *figures)))
    return Table(
        caption=title,
        unit="",
        columns=(Column(100 - width * (len(names) - 1)), *[Column(width, is_number=True)] * (len(names) - 1)),
        head=(Row(tuple(Cell(name, is_heading=True) for name in names), RowRole.HEADING),),
        body=tuple(body),
        wide=len(names) > _COLUMNS_UPRIGHT,
    )
