"""Reading a report's facts: at most nine flat queries, however many goals, units and figures there are."""

from dataclasses import replace

from reports.build.facts import ReportFacts
from reports.build.loading.appearance import logo_of
from reports.build.loading.compared import earlier_of
from reports.build.loading.follow_up import assessments_of, figures_of, follow_ups_of
from reports.build.loading.layout import attachments_of, parts_of, tables_of
from reports.build.loading.links import NO_LINKS, links_of
from reports.build.loading.past import past_of
from reports.build.loading.plan import assignments_of, goals_of, indicators_of, targets_of, words_of
from reports.build.needs import SHOWS_TABLES, STANDS_ALONE, every_need, needs_of, sums_up
from reports.build.part_facts import SectionFact, TableFact
from reports.choices import SectionKind
from reports.models import Report


def gather(report: Report, only: SectionFact | None = None, *, everything: bool = False) -> ReportFacts:
    """All that the report's sections may show, or that `only` may. Hidden sections are left out.

    Sections, units, lists, goals and answers are always read of a whole report, tables where there are any; the rest
    where a section shows it, or `everything` is asked for. What was earlier is not: see `with_earlier`.
    """
    has_round = report.round_id is not None
    plan, committee = report.plan, report.committee
    sections, tables = parts_of(report) if only is None else ((only,), _tables_for(report, only))
    needs = every_need(sections) if everything else needs_of(sections)
    stands_alone = only is not None and only.kind in STANDS_ALONE
    links = NO_LINKS if stands_alone else links_of(plan, report.round_id)
    goals = () if stands_alone else goals_of(plan, links, report.as_of)
    goal_ids = frozenset(goal.id for goal in goals)
    indicators = indicators_of(plan, links, goal_ids) if needs.indicators else ()
    measurements, superseded = (
        figures_of(plan, report.as_of, needs.periods, frozenset(indicator.id for indicator in indicators))
        if needs.figures
        else ((), False)
    )
    return ReportFacts(
        municipality=committee.municipality.name,
        municipality_code=committee.municipality.code or "",
        committee=committee.name,
        committee_slug=committee.slug,
        accent=committee.municipality.accent,
        font=committee.municipality.font,
        slug=report.slug,
        title=report.title,
        subtitle=report.subtitle,
        as_of=report.as_of,
        dated=report.dated,
        registry_number=report.registry_number,
        plan_title=plan.title,
        plan_from=plan.year_from,
        plan_through=plan.year_through,
        words=words_of(plan),
        sections=sections,
        units=links.units,
        goals=goals,
        indicators=indicators,
        measurements=measurements,
        has_round=has_round,
        is_superseded=superseded,
        smallest_count=committee.smallest_count,
        targets=targets_of(plan) if needs.targets else (),
        assignments=assignments_of(plan, goal_ids) if needs.assignments else (),
        assessments=() if stands_alone else assessments_of(report.round_id, links),
        tables=tables,
        attachments=attachments_of(report) if needs.attachments else (),
        has_in_brief=has_round and report.has_in_brief and sums_up(sections),
        has_since_last=has_round and report.has_since_last and sums_up(sections),
    )


def _tables_for(report: Report, section: SectionFact) -> tuple[TableFact, ...]:
    return tables_of(report) if section.kind in SHOWS_TABLES else ()


def with_earlier(report: Report, facts: ReportFacts) -> ReportFacts:
    """With what was earlier and what became of its measures, where the report is to tell what has changed.

    One query for a published report, or ten where only a round lies before; one more for the measures. Two where
    nothing does.
    """
    if not (facts.has_in_brief or facts.has_since_last):
        return facts
    earlier = earlier_of(report, facts)
    return replace(facts, earlier=earlier, follow_ups=follow_ups_of(report.round_id) if earlier else ())


def with_past(report: Report, facts: ReportFacts) -> ReportFacts:
    """With the earlier reports' judgements, where a section follows them over time: two queries, else none."""
    follows = any(section.kind == SectionKind.STATUS_CHART for section in facts.sections)
    return replace(facts, past=past_of(report)) if follows else facts


def with_logo(report: Report, facts: ReportFacts) -> ReportFacts:
    """With the municipality's logo, which only a whole report shows. One query."""
    return replace(facts, logo=logo_of(report.committee))
