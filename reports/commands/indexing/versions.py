"""Each version is indexed when it is published; all can be indexed anew from their sealed data."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q

from reports.commands.indexing.items import index_items
from reports.commands.indexing.passages import index_passages
from reports.models import Publication, PublicationFile, Report
from reports.render.formats import Format

Step = Callable[[Publication, bytes], None]
"""Writes what one kind of page looks up, from the version's sealed JSON; whatever it wrote before is gone."""

STEPS: tuple[Step, ...] = (index_items, index_passages)


@transaction.atomic
def index_publication(*, publication: Publication, content: bytes) -> None:
    """Make the version's rows anew from its sealed JSON. As many queries for many rows as for few, but for batches."""
    for step in STEPS:
        step(publication, content)


def index_again(*, everything: bool) -> int:
    """Index the versions that are not, or all of them, each plan after those that it goes on from; how many.

    Version by version: readers find what was there before, or what is there after.
    """
    not_indexed = Q(items__isnull=True) | Q(passages__isnull=True)
    versions = Publication.objects.all() if everything else Publication.objects.filter(not_indexed).distinct()
    rows = versions.order_by("published_at", "pk").select_related("report")
    plans = dict(Report.objects.values_list("plan_id", "plan__predecessor_id"))
    ordered = sorted(rows, key=lambda each: _generation(each.report.plan_id, plans))
    for publication in ordered:
        sealed = PublicationFile.objects.get(publication=publication, format=Format.JSON)
        index_publication(publication=publication, content=bytes(sealed.content))
    return len(ordered)


def _generation(plan_id: int, before: dict[int, int | None]) -> int:
    """How many plans a plan goes on from, one after the other."""
    seen: list[int] = []
    above = before.get(plan_id)
    while above is not None and above not in seen:
        seen.append(above)
        above = before.get(above)
    return len(seen)
