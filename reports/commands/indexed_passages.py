"""A version's sections, goals, comments and rows as passages, for the search."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from followup.core.search.index import Indexed
from reports.models import Publication, PublishedPassage
from reports.models.published_passage import MOST_PASSAGES, PASSAGE_WORDS, place_of
from reports.published.passages import passages_of

_ROWS_AT_ONCE = 500


def write_passages(publication: Publication, sealed: Mapping[str, Any]) -> None:
    """All that can be found in it, with its words."""
    rows = PublishedPassage.objects.bulk_create(
        (
            PublishedPassage(
                pk=place_of(publication, position),
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
            for position, each in enumerate(islice(passages_of(sealed), MOST_PASSAGES), start=1)
        ),
        batch_size=_ROWS_AT_ONCE,
    )
    PASSAGE_WORDS.add(Indexed(row.pk, row.title, f"{row.text}\n{row.unit}\n{row.unit_name}") for row in rows)


def clear_passages(publications: Iterable[Publication]) -> None:
    PublishedPassage.objects.filter(publication__in=[each.pk for each in publications]).delete()
