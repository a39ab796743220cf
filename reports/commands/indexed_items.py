"""A version's goals, indicators and assignments with statuses, figures and targets, as rows to be looked up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reports.build.document import StandingItem, StandingStatus
from reports.build.loading.sealed import standing_of_data
from reports.models import (
    Publication,
    PublishedItem,
    PublishedOutcome,
    PublishedStatus,
    PublishedTarget,
    Report,
)
from reports.models.published_item import IN_WORDS, MIXED

_BATCH = 500


def clear_items(publications: Iterable[Publication]) -> None:
    PublishedItem.objects.filter(publication__in=publications).delete()


def write_items(publication: Publication, data: Mapping[str, Any]) -> None:
    """From its sealed data, none from before schema version 4. As many queries for many as for few, but for batches."""
    standing = standing_of_data(data)
    lineages = _lineages(publication, standing)
    items = PublishedItem.objects.bulk_create(
        (
            PublishedItem(
                publication=publication,
                committee_id=publication.committee_id,
                kind=each.kind,
                key=each.key,
                lineage=lineage,
                number=each.number,
                name=each.name,
                label=each.label,
                area=each.area,
                above=each.above,
                depth=each.depth,
                is_area=each.is_area,
                anchor=each.anchor,
                position=position,
                unit_of_measure=each.unit_of_measure,
                desired_direction=each.desired_direction,
                kolada_id=each.kolada_id,
                verdict=verdict_of(each.statuses),
            )
            for position, (each, lineage) in enumerate(zip(standing, lineages, strict=True), start=1)
        ),
        batch_size=_BATCH,
    )
    pairs = list(zip(items, standing, strict=True))
    PublishedStatus.objects.bulk_create(
        (
            PublishedStatus(item=item, by=each.by, mark=each.status.mark, word=each.status.word, position=position)
            for item, told in pairs
            for position, each in enumerate(told.statuses, start=1)
        ),
        batch_size=_BATCH,
    )
    PublishedOutcome.objects.bulk_create(_outcomes(pairs), batch_size=_BATCH)
    PublishedTarget.objects.bulk_create(_targets(pairs), batch_size=_BATCH)


def verdict_of(statuses: Sequence[StandingStatus]) -> str:
    """The mark of the committee's own status, else of the units' where all have the same; see `PublishedItem`."""
    own = [each.status.mark for each in statuses if not each.by]
    marks = set(own or [each.status.mark for each in statuses])
    if not marks:
        return ""
    return (marks.pop() or IN_WORDS) if len(marks) == 1 else MIXED


def _outcomes(pairs: Iterable[tuple[PublishedItem, StandingItem]]) -> Iterable[PublishedOutcome]:
    for item, told in pairs:
        for position, each in enumerate(told.outcomes, start=1):
            yield PublishedOutcome(
                item=item,
                period=each.period,
                period_through=each.period_through,
                unit=each.unit,
                submeasure=each.submeasure,
                sex=each.sex,
                value=each.value,
                words=each.words,
                is_preliminary=each.is_preliminary,
                position=position,
            )


def _targets(pairs: Iterable[tuple[PublishedItem, StandingItem]]) -> Iterable[PublishedTarget]:
    for item, told in pairs:
        for position, each in enumerate(told.targets, start=1):
            yield PublishedTarget(
                item=item,
                year=each.year,
                unit=each.unit,
                submeasure=each.submeasure,
                sex=each.sex,
                value=each.value,
                value_high=each.value_high,
                words=each.words,
                measured_against=each.measured_against,
                position=position,
            )


def _lineages(publication: Publication, standing: Sequence[StandingItem]) -> list[str]:
    """One for each item: that of what it goes on from, as the latest version of the plan before has it. Two queries."""
    plan_id, before_id = Report.objects.values_list("plan_id", "plan__predecessor_id").get(pk=publication.report_id)
    earlier = _lineages_in(before_id, {each.continues for each in standing if each.continues})
    return [
        earlier.get((each.kind, each.continues), f"{before_id}/{each.continues}")
        if before_id is not None and each.continues
        else f"{plan_id}/{each.key}"
        for each in standing
    ]


def _lineages_in(plan_id: int | None, keys: set[str]) -> dict[tuple[str, str], str]:
    if plan_id is None or not keys:
        return {}
    rows = PublishedItem.objects.filter(publication__report__plan=plan_id).order_by("publication__published_at", "pk")
    return {(kind, key): lineage for kind, key, lineage in rows.values_list("kind", "key", "lineage") if key in keys}
