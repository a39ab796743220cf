"""An indicator's history and the share of achieved goals as charts, drawn like those of the reports. Pure."""

import re
from collections.abc import Iterable, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.numbers import format_number
from followup.core.periods import Period
from indicators.choices import MeasuredAgainst
from reports.build.blocks.chart_words import OutcomeAndTarget, bar_summary, line_summary
from reports.build.blocks.series import in_reading_order
from reports.build.document import Cell, Chart, ChartPoint, ChartSeries, ChartShape, Column, Row, RowRole, Table
from reports.views.reading.timeline.achieved import Tally
from reports.views.reading.timeline.series import Figure, IndicatorHistory, SeriesKey, TargetFigure

MOST_LINES = 6
"""Lines that can be told apart; more units are compared in bars and in the table."""

_TARGET = "target"
_DECIMALS = re.compile(r",(\d+)")


def history_chart(history: IndicatorHistory) -> Chart | None:
    """The whole over time, women and men, with targets; the units where nothing is told of the whole.

    Of what counts several things only some are drawn. None where no figure drawn is a number. The table has every
    series of the whole, or else of the units.
    """
    keys = history.whole or history.of_units
    undivided = [key for key in keys if not key.unit and not key.submeasure]
    return _line_chart(history, undivided or keys[:MOST_LINES], keys)


def units_chart(history: IndicatorHistory) -> Chart | None:
    """The units beside each other in the last period that most of them have a figure of; None for fewer than two."""
    keys = [key for key in history.of_units if not key.submeasure]
    period = _common_period(history, keys)
    if period is None:
        return None
    sexes = [sex for sex in Sex if any(key.sex == sex and _has(history, key, period) for key in keys)]
    units = list(dict.fromkeys(key.unit for key in keys if _has(history, key, period)))
    if len(units) < 2:
        return None
    series = tuple(
        ChartSeries(
            capfirst(str(sex.label)),
            sex.value,
            tuple(_point(history.figures.get(SeriesKey(unit, "", sex.value), {}).get(period.code)) for unit in units),
        )
        for sex in sexes
    )
    title = _("%(name)s, enhet för enhet, %(period)s") % {"name": history.item.name, "period": period.label()}
    head = [_("Enhet"), *(each.name for each in series)]
    rows = [[unit, *(each.points[place].words for each in series)] for place, unit in enumerate(units)]
    unit_of_measure = history.item.unit_of_measure
    return Chart(
        shape=ChartShape.BAR,
        title=title,
        summary=bar_summary(series, units),
        unit=unit_of_measure,
        categories=tuple(units),
        series=series,
        table=table_of(title, unit_of_measure, head, rows),
    )


def share_chart(tallies: Sequence[Tally], names: dict[int, str], title: str) -> Chart | None:
    """The share of achieved goals over time, a line for each committee; None where nothing is judged twice."""
    days = sorted({each.column.as_of for each in tallies})
    labels = {each.column.as_of: each.column.label for each in tallies}
    if len(days) < 2:
        return None
    found = {(each.column.committee_id, each.column.as_of): each for each in tallies}
    series, pairs, rows = [], [], [[labels[day]] for day in days]
    for committee_id, name in names.items():
        own = [found.get((committee_id, day)) for day in days]
        if not any(own):
            continue
        points = tuple(
            ChartPoint(each.percent, format_number(each.percent, 0, "%")) if each else ChartPoint(None, "")
            for each in own
        )
        series.append(ChartSeries(name, "total" if len(names) == 1 else "other", points))
        pairs.append(OutcomeAndTarget(series[-1], None, "%", 0))
        for row, each in zip(rows, own, strict=True):
            row.append(f"{format_number(each.percent, 0, '%')} ({each.words})" if each else "–")
    categories = tuple(labels[day] for day in days)
    return Chart(
        shape=ChartShape.LINE,
        title=title,
        summary=line_summary(pairs, categories),
        unit=_("Procent av de mål som bedömts"),
        categories=categories,
        series=tuple(series),
        table=table_of(title, "", [_("Tidpunkt"), *(each.name for each in series)], rows),
    )


def compared_chart(histories: Sequence[tuple[str, IndicatorHistory]], title: str) -> Chart | None:
    """One indicator of several committees: a line for the whole of each, by the names given."""
    periods = sorted({period for _name, history in histories for period in history.periods}, key=in_reading_order)
    series, pairs, columns = [], [], []
    for name, history in histories:
        key = next(iter(history.whole), None)
        if key is None:
            continue
        points = tuple(_point(history.figures[key].get(period.code)) for period in periods)
        series.append(ChartSeries(name, "other", points))
        pairs.append(OutcomeAndTarget(series[-1], None, history.item.unit_of_measure, _decimals(series[-1:])))
        columns.append([point.words or "–" for point in points])
    if not any(point.value is not None for each in series for point in each.points):
        return None
    categories = tuple(period.label() for period in periods)
    rows = [[label, *(column[place] for column in columns)] for place, label in enumerate(categories)]
    unit = histories[0][1].item.unit_of_measure
    return Chart(
        shape=ChartShape.LINE,
        title=title,
        summary=line_summary(pairs, categories),
        unit=unit,
        categories=categories,
        series=tuple(series),
        table=table_of(title, unit, [_("Period"), *(each.name for each in series)], rows),
    )


def table_of(caption: str, unit: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Words alone, the first column heading its rows."""
    each = max(1, 100 // len(head))
    return Table(
        caption=caption,
        unit=unit,
        columns=(Column(100 - each * (len(head) - 1)), *[Column(each, is_number=True)] * (len(head) - 1)),
        head=(Row(tuple(Cell(name, is_heading=True) for name in head), RowRole.HEADING),),
        body=tuple(Row((Cell(first, is_heading=True), *(Cell(text or "–") for text in rest))) for first, *rest in rows),
    )


def series_table(history: IndicatorHistory, keys: Sequence[SeriesKey], caption: str) -> Table:
    """A period a row, where any of the series has a figure; a column for each, and for its targets where it has any."""
    periods = [period for period in history.periods if any(period.code in history.figures[key] for key in keys)]
    head, columns = [_("Period")], []
    for key in keys:
        head.append(_name_of(history, key))
        columns.append([_words(history.figures[key].get(period.code)) for period in periods])
        wanted = [_words(history.targets.get(key, {}).get(period.last.year)) for period in periods]
        if any(wanted):
            head.append(_target_name(key))
            columns.append(wanted)
    rows = [[period.label(), *(column[place] for column in columns)] for place, period in enumerate(periods)]
    unit = history.item.unit_of_measure
    return table_of(caption, "" if unit == "%" else unit, head, rows)


def _line_chart(history: IndicatorHistory, keys: Sequence[SeriesKey], in_table: Sequence[SeriesKey]) -> Chart | None:
    periods = history.periods
    categories = tuple(period.label() for period in periods)
    drawn: list[ChartSeries] = []
    pairs = []
    for key in keys:
        figures = history.figures[key]
        role = key.sex if not key.unit and not key.submeasure else "other"
        outcome = ChartSeries(_name_of(history, key), role, tuple(_point(figures.get(each.code)) for each in periods))
        wanted = _targets(history, key, periods)
        drawn += [outcome, *([wanted] if wanted else [])]
        pairs.append(OutcomeAndTarget(outcome, wanted, history.item.unit_of_measure, _decimals([outcome])))
    if not any(point.value is not None for each in drawn if each.role != _TARGET for point in each.points):
        return None
    return Chart(
        shape=ChartShape.LINE,
        title=history.item.name,
        summary=line_summary(pairs, categories),
        unit=history.item.unit_of_measure,
        categories=categories,
        series=tuple(drawn),
        table=series_table(history, in_table, history.item.name),
    )


def _targets(history: IndicatorHistory, key: SeriesKey, periods: Sequence[Period]) -> ChartSeries | None:
    """The targets that are numbers to reach; None without any."""
    points = [_target_point(history.targets.get(key, {}).get(period.last.year)) for period in periods]
    if all(point.value is None for point in points):
        return None
    return ChartSeries(_target_name(key), _TARGET, tuple(points))


def _target_point(target: TargetFigure | None) -> ChartPoint:
    if target is None or target.value is None or target.measured_against not in {"", MeasuredAgainst.VALUE}:
        return ChartPoint(None, "")
    return ChartPoint(target.value, target.words)


def _point(figure: Figure | None) -> ChartPoint:
    return ChartPoint(figure.value, figure.words) if figure else ChartPoint(None, "")


def _words(figure: Figure | TargetFigure | None) -> str:
    return figure.words if figure else ""


def _name_of(history: IndicatorHistory, key: SeriesKey) -> str:
    if key.label:
        return capfirst(key.label)
    return _("Totalt") if any(each.sex != Sex.TOTAL for each in history.whole) else _("Utfall")


def _target_name(key: SeriesKey) -> str:
    return _("Målvärde, %(name)s") % {"name": key.label} if key.label else _("Målvärde")


def _decimals(series: Sequence[ChartSeries]) -> int:
    """As many as the figures are shown with."""
    shown = [_DECIMALS.search(point.words) for each in series for point in each.points if point.value is not None]
    return max((len(found[1]) for found in shown if found), default=0)


def _common_period(history: IndicatorHistory, keys: Sequence[SeriesKey]) -> Period | None:
    """The last of those in which most units have a number."""
    counted = [
        (sum(_has(history, key, period) for key in keys), place, period) for place, period in enumerate(history.periods)
    ]
    best = max(counted, default=None, key=lambda each: each[:2])
    return best[2] if best and best[0] else None


def _has(history: IndicatorHistory, key: SeriesKey, period: Period) -> bool:
    figure = history.figures.get(key, {}).get(period.code)
    return figure is not None and figure.value is not None
