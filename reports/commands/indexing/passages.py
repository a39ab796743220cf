"""A version's sections, goals, comments and rows as passages, for the search."""

import json

from followup.core.search.index import Indexed
from reports.models import Publication, PublishedPassage
from reports.models.published_passage import PASSAGE_WORDS
from reports.published.passages import passages_of

_ROWS_AT_ONCE = 500


def index_passages(publication: Publication, content: bytes) -> None:
    """All that can be found in it, with its words."""
    PublishedPassage.objects.filter(publication=publication).delete()
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
            for position, each in enumerate(passages_of(json.loads(content)), start=1)
        ),
        batch_size=_ROWS_AT_ONCE,
    )
    PASSAGE_WORDS.add(Indexed(row.pk, row.title, f"{row.text}\n{row.unit}\n{row.unit_name}") for row in rows)
