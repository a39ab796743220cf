"""The section `diagram`: indicators over time, or the columns of a table side by side."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from followup.core.periods import Period
from reports.build.blocks.chart_series import IndicatorSeries, series_of
from reports.build.blocks.chart_words import OutcomeAndTarget, line_summary
from reports.build.blocks.series import in_reading_order
from reports.build.blocks.table_chart import table_chart
from reports.build.document import Cell, Chart, ChartShape, Column, Row, RowRole, Table
from reports.build.facts import IndicatorFact, MeasurementFact, ReportFacts, TargetFact
from reports.build.figures import figure_cell, selected
from reports.build.notes import Notes
from reports.build.options import SectionOptions

_PERIOD_WIDTH = 20
_COLUMNS_ON_A_PORTRAIT_PAGE = 6


def chart_block(facts: ReportFacts, options: SectionOptions, notes: Notes) -> Chart | None:
    """The chart that the section asks for; None where what it names is not there or has no figures.

    Indicators come in the order in which the section names them. Units are left out, unless `enheter=` names them or
    there are no figures for the whole.
    """
    if options.table:
        return table_chart(facts, options)
    by_key = {indicator.key: indicator for indicator in facts.indicators}
    return indicator_chart(
        [by_key[key] for key in dict.fromkeys(options.indicators) if key in by_key],
        selected(facts, options.periods),
        facts.targets,
        {unit.id: unit.code for unit in facts.units},
        notes,
        units=options.units,
    )


def indicator_chart(
    indicators: Sequence[IndicatorFact],
    measurements: Sequence[MeasurementFact],
    targets: Sequence[TargetFact],
    unit_codes: Mapping[int, str],
    notes: Notes,
    units: Sequence[str] = (),
) -> Chart | None:
    """The indicators over the periods that there are figures of, with their targets. `units` are codes."""
    series = series_of(indicators, measurements, targets, unit_codes, units)
    periods = _periods(series)
    if not series:
        return None
    categories = tuple(period.label() for period in periods)
    drawn, pairs = [], []
    for each in series:
        outcome, wanted = each.outcome(periods), each.targets_drawn(periods)
        drawn += [outcome, *wanted]
        lowest = wanted[0] if wanted else None
        pairs.append(OutcomeAndTarget(outcome, lowest, each.indicator.unit_of_measure, each.indicator.decimals))
    units_of_measure = {indicator.unit_of_measure.strip() for indicator in indicators}
    unit = units_of_measure.pop() if len(units_of_measure) == 1 else ""
    title = _(" och ").join(dict.fromkeys(each.indicator.name for each in series))
    return Chart(
        shape=ChartShape.LINE,
        title=title,
        summary=line_summary(pairs, categories),
        unit=unit,
        categories=categories,
        series=tuple(drawn),
        table=_table(title, "" if unit == "%" else unit, series, notes),
    )


def _periods(series: Sequence[IndicatorSeries]) -> list[Period]:
    return sorted({period for each in series for period in each.periods}, key=in_reading_order)


def _table(title: str, unit: str, series: Sequence[IndicatorSeries], notes: Notes) -> Table:
    """The figures behind: a period a row, a column for each series and for its targets where it has any."""
    periods = _periods(series)
    names = [Cell(_("Period"), is_heading=True)]
    rows = [[Cell(period.label(), is_heading=True)] for period in periods]
    for each in series:
        names.append(Cell(each.name, notes=notes.of_indicator(each.indicator), is_heading=True))
        for row, period in zip(rows, periods, strict=True):
            row.append(figure_cell(each.figures.get(period.code), each.indicator, notes))
        words = [each.target_words(period) for period in periods]
        if any(words):
            names.append(Cell(each.target_name, is_heading=True))
            for row, text in zip(rows, words, strict=True):
                row.append(Cell(text))
    width = (100 - _PERIOD_WIDTH) // (len(names) - 1)
    return Table(
        caption=title,
        unit=unit,
        columns=(Column(100 - width * (len(names) - 1)), *[Column(width, is_number=True)] * (len(names) - 1)),
        head=(Row(tuple(names), RowRole.HEADING),),
        body=tuple(Row(tuple(row)) for row in rows),
        wide=len(names) > _COLUMNS_ON_A_PORTRAIT_PAGE,
    )
