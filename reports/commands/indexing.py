"""What is taken out of a version's sealed data so that it can be found: when it is published, and anew for all."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from followup.core.search.index import Indexed
from reports.models import Publication, PublicationFile, PublishedPassage
from reports.models.published_passage import PASSAGE_WORDS
from reports.published.passages import passages_of
from reports.published.sealed import Sealed
from reports.render.formats import Format

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class IndexStep:
    """One kind of row that is taken out: `write` writes those of a version, `clear` deletes all there are."""

    write: Callable[[Publication, Sealed], None]
    clear: Callable[[], Any]


def index_publication(*, publication: Publication, data: bytes) -> None:
    """Write all that can be found in the version from its sealed JSON, in the transaction that stores it."""
    sealed = json.loads(data)
    for step in STEPS:
        step.write(publication, sealed)


@transaction.atomic
def index_all() -> int:
    """Write everything anew for all versions, withdrawn ones too; either all of it or nothing. How many versions.

    Readers find what was there before until it is done.
    """
    for step in STEPS:
        step.clear()
    number = 0
    files = PublicationFile.objects.filter(format=Format.JSON).select_related("publication").order_by("publication_id")
    for file in files.iterator(chunk_size=20):
        index_publication(publication=file.publication, data=bytes(file.content))
        number += 1
    return number


def _write_passages(publication: Publication, sealed: Sealed) -> None:
    rows = PublishedPassage.objects.bulk_create(
        (
            PublishedPassage(
                publication=publication,
                position=position,
                kind=each.kind,
                anchor=each.anchor,
                title=each.title,
                place=each.place,
                unit=each.unit,
                unit_name=each.unit_name,
                status_mark=each.status_mark,
                status_word=each.status_word,
                text=each.text,
            )
            for position, each in enumerate(passages_of(sealed), start=1)
        ),
        batch_size=ROWS_AT_ONCE,
    )
    PASSAGE_WORDS.add(Indexed(row.pk, row.title, f"{row.text}\n{row.unit}\n{row.unit_name}") for row in rows)


STEPS = (IndexStep(_write_passages, lambda: PublishedPassage.objects.all().delete()),)
