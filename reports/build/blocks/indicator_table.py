"""The section `indikatortabell`: goal, indicator, one column a period, target; with the comments below if asked for."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.build.blocks.drafting import Draft, answer_anchor, series_anchor
from reports.build.blocks.layout import Heading, Line, across, laid_out
from reports.build.blocks.series import (
    Series,
    figure_cells,
    measured,
    period_heading,
    periods_of,
    series_of,
    series_target,
)
from reports.build.document import Cell, Result, RowRole, Table
from reports.build.facts import GoalFact, IndicatorFact
from reports.build.figures import name_with_unit
from reports.build.material import numbered
from reports.build.options import Shown
from reports.build.results import indicator_answers
from reports.build.selection import asks_for_goals, shown_goals, shown_indicators


def indicator_table_block(draft: Draft) -> Table | None:
    """Indicators under their goals in plan order, then those of the plan unless the section picks goals."""
    rows = list(_indicators(draft))
    ids = {indicator.id for _goal, indicator in rows}
    measurements = [item for item in draft.measurements() if item.indicator_id in ids]
    periods = periods_of(measurements, draft.options)
    figures = measured(measurements)
    headings = [
        Heading(_("Mål"), 18),
        Heading(_("Indikator"), 32),
        *(Heading(period_heading(code), 10, is_number=True) for code in periods),
        Heading(_("Målvärde"), 12, is_number=True),
    ]
    lines = []
    for goal, indicator in rows:
        series = series_of(draft.material, indicator, figures.get(indicator.id, ()), draft.options)
        lines += [_line(draft, goal, indicator, each, periods) for each in series]
    return laid_out(draft.title or _("Indikatorer"), headings, [*lines, *_comments(draft, rows)], draft.options)


def _indicators(draft: Draft) -> Iterator[tuple[GoalFact | None, IndicatorFact]]:
    for shown in shown_goals(draft.material, draft.options):
        for indicator in shown_indicators(draft.material, draft.options, shown.goal.id):
            yield shown.goal, indicator
    if not asks_for_goals(draft.options):
        for indicator in shown_indicators(draft.material, draft.options, None):
            yield None, indicator


def _line(draft: Draft, goal: GoalFact | None, indicator: IndicatorFact, series: Series, periods: list[str]) -> Line:
    is_whole = series.key.is_whole
    name = Cell(
        text=name_with_unit(indicator) if is_whole else series.label,
        notes=draft.notes.of_indicator(indicator) if is_whole else (),
        is_heading=True,
    )
    above = Cell(text=numbered(goal), is_heading=True) if goal else Cell()
    return Line(
        cells=(
            above,
            name,
            *figure_cells(series, periods, indicator, draft.notes),
            series_target(series, draft.material, indicator),
        ),
        role=RowRole.ROW if is_whole else RowRole.PART,
        anchor=draft.row_anchor(series_anchor(draft.material.indicator_anchors[indicator.id], series.label)),
        stands_for=(goal.id if goal else None,),
        subject=draft.material.indicator_anchors[indicator.id],
    )


def _comments(draft: Draft, rows: list[tuple[GoalFact | None, IndicatorFact]]) -> Iterator[Line]:
    """With `visa=kommentarer`: what was answered on the table's indicators, each with its subject.

    What was answered on their goals belongs to the sections that follow up goals.
    """
    if Shown.COMMENTS not in draft.options.parts:
        return
    for _goal, indicator in rows:
        for result in indicator_answers(draft.material, indicator, draft.options):
            if result.parts or result.status:
                subject, by = draft.material.indicator_anchors[indicator.id], "" if result.is_committee else result.unit
                anchor = draft.row_anchor(f"{answer_anchor(subject, by)}-kommentar")
                yield across(_comment(indicator.name, result), RowRole.COMMENT, anchor, subject=subject, by=by)


def _comment(subject: str, result: Result) -> Cell:
    """Under the indicator's name, with whose it is and what is printed as reference; its status if it is asked for."""
    by = "" if result.is_committee else f" ({result.unit})"
    return Cell(
        text=f"{result.ref} {subject}{by}".strip(), parts=result.parts, status=result.status, trend=result.trend
    )
