"""What a report is compared with: the committee's last published report, or the round before where none tells of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, F, Q, QuerySet, Value, When

from followup.core.files.reading import read_file
from goals.models import Goal
from indicators.models import Indicator
from reports.build.facts import EarlierFact, ReportFacts
from reports.build.loading.follow_up import assessments_of, figures_of
from reports.build.loading.links import links_of
from reports.build.loading.plan import assignments_of, goals_of, indicators_of, targets_of, words_of
from reports.build.loading.sealed import standing_in
from reports.build.material import material_of
from reports.build.needs import needs_of
from reports.build.standing import standing_of
from reports.choices import Audience, RoundState
from reports.models import PublicationFile, Report, Round


def earlier_of(report: Report, facts: ReportFacts) -> EarlierFact | None:
    """Of the same plan, or of one that it goes on from: a committee may follow several beside each other.

    One query where a report is published, two where there is nothing before; at most nine where a round must be read.
    """
    if report.as_of is None:
        return None
    return _published(report, report.as_of) or _answered(report, report.as_of, facts)


def published_before(report: Report, as_of: date) -> QuerySet[PublicationFile]:
    """The data files that the report can be compared with, the one to choose first.

    None of a withdrawn version; of a report's versions the newest that all may read comes before the newest.
    """
    return (
        PublicationFile.objects.filter(_lineage(report, "publication__report__plan"), format="json")
        .filter(publication__committee_id=report.committee_id, publication__as_of__lt=as_of)
        .filter(publication__report__round__isnull=False, publication__withdrawal__isnull=True)
        .exclude(publication__report=report)
        .annotate(
            is_alike=_is(publication__report__template=report.template),
            is_open=_is(Q(publication__audience=Audience.PUBLIC) | Q(publication__disclosure__isnull=False)),
        )
        .order_by(
            F("publication__as_of").desc(),
            F("is_alike").desc(),
            F("publication__report").desc(),
            F("is_open").desc(),
            F("publication__version").desc(),
        )
    )


def sealed_facts(report: Report, files: QuerySet[PublicationFile]) -> Iterator[EarlierFact]:
    """What the files hold, without those that hold nothing to compare with. One query."""
    rows = files.values_list(
        "publication__title",
        "publication__as_of",
        "publication__version",
        "publication__report__plan_id",
        "sha256",
    )
    for title, when, version, plan_id, sha256 in rows:
        items = standing_in(read_file(sha256))
        if when is not None and items:
            yield EarlierFact(title, when, version, plan_id == report.plan_id, items)


def _published(report: Report, as_of: date) -> EarlierFact | None:
    return next(sealed_facts(report, published_before(report, as_of)[:1]), None)


def _answered(report: Report, as_of: date, facts: ReportFacts) -> EarlierFact | None:
    """The plan's rows as they are now, with what was answered then."""
    before = (
        Round.objects.filter(_lineage(report, "plan"), committee_id=report.committee_id, as_of__lt=as_of)
        .filter(state__in=[RoundState.OPEN, RoundState.CLOSED])
        .select_related("plan")
        .newest_first()
        .first()
    )
    if before is None:
        return None
    items = standing_of(material_of(_facts_of(before, facts)))
    return EarlierFact(before.title, before.as_of, None, before.plan_id == report.plan_id, items)


def _facts_of(before: Round, facts: ReportFacts) -> ReportFacts:
    """The same report as if it were of the round. At most seven queries."""
    plan, as_of, needs = before.plan, before.as_of, needs_of(facts.sections)
    links = links_of(plan, before.pk)
    goals = goals_of(plan, links, as_of)
    goal_ids = frozenset(goal.id for goal in goals)
    indicators = indicators_of(plan, links, goal_ids) if needs.indicators else ()
    measurements, superseded = (
        figures_of(plan, as_of, needs.periods, frozenset(indicator.id for indicator in indicators))
        if needs.figures
        else ((), False)
    )
    return replace(
        facts,
        as_of=as_of,
        words=words_of(plan),
        goals=goals,
        indicators=indicators,
        measurements=measurements,
        is_superseded=superseded,
        targets=targets_of(plan) if needs.targets else (),
        assignments=assignments_of(plan, goal_ids) if needs.assignments else (),
        assessments=assessments_of(before.pk, links),
    )


def _lineage(report: Report, path: str) -> Q:
    """That the plan at `path` is the report's, or one that it or some row in it goes on from."""
    found = Q(**{path: report.plan_id})
    for model in (Goal, Indicator):
        found |= Q(**{f"{path}__in": model.objects.filter(successors__plan=report.plan_id).values("plan")})
    if report.plan.predecessor_id is not None:
        found |= Q(**{path: report.plan.predecessor_id})
    return found


def _is(condition: Q | None = None, **conditions: Any) -> Case:
    return Case(When(condition or Q(**conditions), then=Value(True)), default=Value(False), output_field=BooleanField())
