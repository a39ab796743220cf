"""A goal's indicators in `måluppföljning`: by group, with figures, target and what was answered on them."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from reports.build.blocks.drafting import Draft
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.blocks.series import figure_cells, period_heading, periods_of, series_of, series_target
from reports.build.document import Cell, Detail, GoalIndicators, IndicatorGroup, IndicatorPart, RowRole, Table
from reports.build.facts import IndicatorFact, MeasurementFact
from reports.build.figures import has_numbers, unit_words
from reports.build.options import SectionOptions, Shown
from reports.build.results import indicator_answers
from reports.build.selection import ShownGoal, in_groups, shown_indicators


def goal_indicators(
    draft: Draft, shown: ShownGoal, name: str, figures: dict[int, list[MeasurementFact]]
) -> GoalIndicators | None:
    """None where the goal has no indicators to show; `name` is the goal's where it must be said again."""
    indicators = shown_indicators(draft.material, draft.options, shown.goal.id)
    groups = tuple(
        IndicatorGroup(heading, tuple(_part(draft, each, figures.get(each.id, ())) for each in members))
        for heading, members in in_groups(indicators)
    )
    if not groups:
        return None
    anchor = draft.anchor(f"{draft.material.goal_anchors[shown.goal.id]}-indikatorer")
    return GoalIndicators(anchor, shown.depth, name, groups)


def _part(draft: Draft, indicator: IndicatorFact, measurements: Sequence[MeasurementFact]) -> IndicatorPart:
    options = draft.options
    responsible = indicator.responsible if options.shows(Shown.RESPONSIBLE) else ()
    return IndicatorPart(
        anchor=draft.anchor(draft.material.indicator_anchors[indicator.id]),
        number=indicator.number,
        name=indicator.name,
        html=indicator.description if options.shows(Shown.DESCRIPTION) else "",
        details=(Detail(_("Ansvarig"), responsible),) if responsible else (),
        notes=draft.notes.of_indicator(indicator),
        figures=_figures(draft, indicator, measurements),
        results=indicator_answers(draft.material, indicator, options),
        unit=indicator.unit_of_measure.strip(),
        subject=draft.material.indicator_anchors[indicator.id],
    )


def _figures(draft: Draft, indicator: IndicatorFact, measurements: Sequence[MeasurementFact]) -> Table | None:
    """A row a series, a column a period, and the target; None where there is neither figure nor target."""
    series = [
        each
        for each in series_of(draft.material, indicator, measurements, draft.options)
        if each.figures or each.targets
    ]
    periods = periods_of(measurements, draft.options)
    has_unit = any(has_numbers(each.figures.values()) or has_numbers(each.targets) for each in series)
    unit = unit_words(indicator) if has_unit else ""
    has_outcome = any(each.figures for each in series)
    headings = [
        Heading(_in_unit(_("Utfall"), unit) if has_outcome else _("Avser"), 30),
        *(Heading(period_heading(code), 12, is_number=True) for code in periods),
        Heading(_("Målvärde") if has_outcome else _in_unit(_("Målvärde"), unit), 16, is_number=True),
    ]
    has_whole = any(each.key.is_whole for each in series)
    lines = [
        Line(
            (
                Cell(text=each.label or _("Totalt"), is_heading=True),
                *figure_cells(each, periods, indicator, draft.notes),
                series_target(each, draft.material, indicator),
            ),
            RowRole.PART if has_whole and not each.key.is_whole else RowRole.ROW,
        )
        for each in series
    ]
    table = laid_out(indicator.name, headings, lines, SectionOptions())
    return replace(table, unit=unit) if table else None


def _in_unit(heading: str, unit: str) -> str:
    return f"{heading}, {unit}" if unit else heading
