"""What the readable versions say of goals and indicators, as it stands in the index."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse

from reports.choices import SubjectKind
from reports.models import PublishedItem, PublishedStatus
from reports.querysets import PublishedItemQuerySet

_FIELDS = (
    "pk",
    "publication_id",
    "kind",
    "key",
    "lineage",
    "number",
    "name",
    "label",
    "area",
    "above",
    "depth",
    "is_area",
    "anchor",
    "unit_of_measure",
    "desired_direction",
    "kolada_id",
    "verdict",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """`by` is a unit as it is printed, or empty for the committee."""

    by: str
    mark: str
    word: str


@dataclass(frozen=True, slots=True)
class Item:
    """A `PublishedItem` with how it was judged."""

    id: int
    publication_id: int
    kind: str
    key: str
    lineage: str
    number: str
    name: str
    label: str
    area: str
    above: str
    depth: int
    is_area: bool
    anchor: str
    unit_of_measure: str
    desired_direction: str
    kolada_id: str
    verdict: str
    statuses: tuple[Judged, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()

    @property
    def own(self) -> Judged | None:
        """The committee's own."""
        return next((each for each in self.statuses if not each.by), None)


def items_in(publication_ids: Iterable[int], kind: SubjectKind, **which: object) -> tuple[Item, ...]:
    """By version and as they stand in it, with their statuses. Two queries."""
    rows = PublishedItem.objects.filter(publication__in=list(publication_ids), kind=kind, **which).in_plan_order()
    found = [Item(*row) for row in rows.values_list(*_FIELDS)]
    statuses = _statuses(rows)
    return tuple(replace(item, statuses=tuple(statuses.get(item.id, ()))) for item in found)


def _statuses(items: PublishedItemQuerySet) -> dict[int, list[Judged]]:
    found: dict[int, list[Judged]] = {}
    rows = PublishedStatus.objects.filter(item__in=items.order_by()).order_by("item_id", "position", "pk")
    for item_id, by, mark, word in rows.values_list("item_id", "by", "mark", "word"):
        found.setdefault(item_id, []).append(Judged(by, mark, word))
    return found


def address_over_time(committee_slug: str, kind: str, lineage: str) -> str:
    """The page of one goal or indicator over time; empty for what has none."""
    page = {SubjectKind.GOAL.value: "goal_over_time", SubjectKind.INDICATOR.value: "indicator_over_time"}.get(kind)
    plan_id, _slash, key = lineage.partition("/")
    return reverse(f"reading:{page}", args=[committee_slug, int(plan_id), key]) if page and key else ""
