"""What is taken out of a version's sealed data to be looked up: as it is published, and anew at any time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from reports.build.document.data import sealed_data
from reports.commands.indexed_items import clear_items, write_items
from reports.commands.indexed_passages import clear_passages, write_passages
from reports.commands.newest import note_all_newest
from reports.models import Publication, PublicationFile, Report
from reports.render.formats import Format


@dataclass(frozen=True, slots=True)
class IndexStep:
    """One kind of row: `write` writes those of a version from its sealed JSON, `clear` deletes those of some."""

    write: Callable[[Publication, Mapping[str, Any]], None]
    clear: Callable[[Iterable[Publication]], None]


STEPS: tuple[IndexStep, ...] = (IndexStep(write_items, clear_items), IndexStep(write_passages, clear_passages))


def index_publication(*, publication: Publication, data: bytes) -> None:
    """Write what is looked up in the version from its sealed JSON, in the transaction that stores it."""
    sealed = sealed_data(data)
    for step in STEPS:
        step.write(publication, sealed)


@transaction.atomic
def index_again(*, everything: bool) -> int:
    """Index the versions that are not, or all anew, each plan after those that it goes on from; how many.

    Which version of each report is its newest is noted anew, too. Readers find what was there before until it is done.
    """
    versions = Publication.objects.all() if everything else Publication.objects.without("items", "passages")
    plans = dict(Report.objects.values_list("plan_id", "plan__predecessor_id"))
    ordered = sorted(
        versions.select_related("report").order_by("published_at", "pk"),
        key=lambda each: _generation(each.report.plan_id, plans),
    )
    for step in STEPS:
        step.clear(ordered)
    for publication in ordered:
        sealed = PublicationFile.objects.get(publication=publication, format=Format.JSON)
        index_publication(publication=publication, data=sealed.read())
    note_all_newest()
    return len(ordered)


def _generation(plan_id: int, before: Mapping[int, int | None]) -> int:
    """How many plans a plan goes on from, one after the other."""
    seen: list[int] = []
    above = before.get(plan_id)
    while above is not None and above not in seen:
        seen.append(above)
        above = before.get(above)
    return len(seen)
