"""Facts → ReportDocument. Pure: the same facts and edition give the same document."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext as _

from followup.core.slugs import slug_of
from reports.build.document import (
    SCHEMA_VERSION,
    Block,
    DocumentSection,
    Edition,
    GoalOverview,
    GoalRow,
    GoalTable,
    IndicatorLine,
    OverviewGoal,
    PageBreak,
    Publisher,
    ReportDocument,
    Result,
)
from reports.build.facts import GoalFact, IndicatorFact, MeasurementFact, ReportFacts
from reports.build.figures import figure_line, newest
from reports.build.results import results_by_goal, summaries
from reports.choices import SectionKind

Results = dict[int, tuple[Result, ...]]


def assemble(facts: ReportFacts, edition: Edition | None) -> ReportDocument:
    """The whole report, with a draft's edition None."""
    results = results_by_goal(facts)
    counted = summaries(results, facts.words)
    anchors: set[str] = set()
    sections = tuple(
        DocumentSection(
            anchor=_anchor(f"avsnitt-{slug_of(section.title or section.kind)}", anchors),
            level=section.level,
            title=section.title,
            html=section.content,
            block=BLOCKS.get(SectionKind(section.kind), _text)(facts, results),
            kind=section.kind,
        )
        for section in facts.sections
    )
    return ReportDocument(
        schema_version=SCHEMA_VERSION,
        publisher=Publisher(
            facts.municipality, facts.municipality_code, facts.committee, facts.committee_slug, facts.accent
        ),
        slug=facts.slug,
        title=facts.title,
        subtitle=facts.subtitle,
        as_of=facts.as_of,
        dated=facts.dated,
        registry_number=facts.registry_number,
        plan_title=facts.plan_title,
        summaries=counted,
        sections=sections,
        edition=edition,
    )


def _anchor(wanted: str, taken: set[str]) -> str:
    anchor, number = wanted, 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    taken.add(anchor)
    return anchor


def _goal_anchor(goal: GoalFact) -> str:
    return f"mal-{slug_of(goal.key)}"


def _text(facts: ReportFacts, results: Results) -> None:
    return None


def _page_break(facts: ReportFacts, results: Results) -> Block:
    return PageBreak()


def _goal_overview(facts: ReportFacts, results: Results) -> Block:
    depth: dict[int, int] = {}
    goals = []
    for goal in facts.goals:
        depth[goal.id] = depth.get(goal.parent_id, -1) + 1 if goal.parent_id else 0
        own = [result for result in results[goal.id] if result.is_committee]
        goals.append(
            OverviewGoal(
                anchor=_goal_anchor(goal),
                number=goal.number,
                name=goal.name,
                depth=depth[goal.id],
                status=own[0].status if own else None,
                results=tuple(replace(result, parts=()) for result in results[goal.id] if not result.is_committee),
            )
        )
    return GoalOverview(summaries(results, facts.words), tuple(goals))


def _goal_table(facts: ReportFacts, results: Results) -> Block:
    codes = {unit.id: unit.code for unit in facts.units}
    measured: dict[int, list[MeasurementFact]] = {}
    for measurement in facts.measurements:
        measured.setdefault(measurement.indicator_id, []).append(measurement)
    indicators: dict[int | None, list[IndicatorFact]] = {}
    for indicator in facts.indicators:
        indicators.setdefault(indicator.goal_id, []).append(indicator)
    rows = tuple(
        GoalRow(
            anchor=_goal_anchor(goal),
            number=goal.number,
            name=goal.name,
            html=goal.description,
            indicators=tuple(
                IndicatorLine(
                    number=indicator.number,
                    name=indicator.name,
                    figures=tuple(
                        figure_line(item, indicator, codes) for item in newest(measured.get(indicator.id, []))
                    ),
                )
                for indicator in indicators.get(goal.id, [])
            ),
            results=results[goal.id],
            responsible=goal.responsible,
        )
        for goal in facts.goals
    )
    return GoalTable((_("Nr"), _("Mål"), _("Indikator/mätning"), _("Resultat"), _("Ansvarig för mätning")), rows)


BLOCKS: dict[SectionKind, Callable[[ReportFacts, Results], Block | None]] = {
    SectionKind.TEXT: _text,
    SectionKind.GOAL_OVERVIEW: _goal_overview,
    SectionKind.GOAL_TABLE: _goal_table,
    SectionKind.PAGE_BREAK: _page_break,
}
