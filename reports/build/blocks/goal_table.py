"""The section `måltabell`: number, goal, indicators, the units' results each with its status, responsible."""

from collections.abc import Collection, Iterable, Sequence

from django.utils.translation import gettext as _

from reports.build.blocks.drafting import Draft
from reports.build.blocks.series import measured
from reports.build.document import GoalRow, GoalTable, IndicatorLine
from reports.build.facts import GoalFact, IndicatorFact, MeasurementFact
from reports.build.figures import figure_line, has_numbers, newest, unit_beside_name
from reports.build.options import SectionOptions, Shown
from reports.build.results import goal_results
from reports.build.selection import includes_unit, shown_goals, shown_indicators


def goal_table_block(draft: Draft) -> GoalTable | None:
    """The goals that are judged, measured or answered; all of them where `nivåer=` picks or none is any of that."""
    goals = [shown.goal for shown in shown_goals(draft.material, draft.options)]
    if not goals:
        return None
    if not draft.options.levels:
        goals = [goal for goal in goals if _has_content(draft, goal)] or goals
    figures = measured(draft.measurements())
    rows = tuple(_row(draft, goal, figures) for goal in goals)
    return GoalTable(
        headings=_headings(draft.options, rows),
        rows=rows,
        shows_status=draft.options.shows(Shown.STATUS),
        shows_comments=draft.options.shows(Shown.COMMENTS),
    )


def _headings(options: SectionOptions, rows: Sequence[GoalRow]) -> tuple[str, str, str, str, str]:
    """Empty for a column that nothing stands in, unless `rubriker=` names it, and for one that `visa=` leaves out."""

    def heading(position: int, words: str, cells: Iterable[object], parts: Collection[Shown] = ()) -> str:
        if parts and not any(options.shows(part) for part in parts):
            return ""
        return options.heading(position, words if any(cells) else "")

    results = (Shown.STATUS, Shown.COMMENTS)
    return (
        heading(0, _("Nr"), (row.number for row in rows)),
        heading(1, _("Mål"), (row.name for row in rows)),
        heading(2, _("Indikator/mätning"), (row.indicators for row in rows), [Shown.INDICATORS]),
        heading(3, _("Resultat"), (row.results for row in rows), results),
        heading(4, _("Ansvarig för mätning"), (row.responsible for row in rows), [Shown.RESPONSIBLE]),
    )


def _has_content(draft: Draft, goal: GoalFact) -> bool:
    material = draft.material
    return not goal.is_area or goal.id in material.indicators_of or goal.id in material.goal_answers


def _row(draft: Draft, goal: GoalFact, figures: dict[int, list[MeasurementFact]]) -> GoalRow:
    options = draft.options
    indicators = shown_indicators(draft.material, options, goal.id) if options.shows(Shown.INDICATORS) else ()
    return GoalRow(
        anchor=draft.anchor(draft.material.goal_anchors[goal.id]),
        number=goal.number,
        name=goal.name,
        html=goal.description if options.shows(Shown.DESCRIPTION) else "",
        indicators=tuple(_line(draft, indicator, figures.get(indicator.id, ())) for indicator in indicators),
        results=tuple(
            result
            for result in goal_results(draft.material, goal, options)
            if options.shows(Shown.STATUS) or result.parts
        ),
        responsible=goal.responsible if options.shows(Shown.RESPONSIBLE) else (),
        subject=draft.material.goal_anchors[goal.id],
    )


def _line(draft: Draft, indicator: IndicatorFact, figures: Sequence[MeasurementFact]) -> IndicatorLine:
    """The newest figure of each series, whose remarks are notes at the indicator."""
    material = draft.material
    shown = newest(
        (item for item in figures if includes_unit(material, draft.options, item.unit_id)), material.facts.as_of
    )
    codes = {unit.id: unit.code for unit in material.facts.units}
    notes = draft.notes.of_indicator(indicator)
    for item in shown:
        notes += draft.notes.of_figure(item)
    return IndicatorLine(
        number=indicator.number,
        name=indicator.name,
        figures=tuple(figure_line(item, indicator, codes) for item in shown),
        unit=unit_beside_name(indicator) if has_numbers(shown) else "",
        notes=tuple(dict.fromkeys(notes)),
    )
