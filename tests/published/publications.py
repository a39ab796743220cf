"""Builders of published versions, without their files where a test is not about them."""

from datetime import UTC, date, datetime

from followup.core.search.index import Indexed
from reports.commands.newest import note_newest
from reports.models import Publication, PublishedPassage
from reports.models.published_passage import PASSAGE_WORDS, place_of
from tests.builders import a_committee, a_plan, a_report, a_round


def a_publication(report=None, **overrides):
    if report is None:
        report = a_report(a_round(a_plan(a_committee())))
    values = {
        "report": report,
        "committee": report.committee,
        "slug": report.slug,
        "version": 1,
        "audience": "public",
        "municipality_name": report.committee.municipality.name,
        "committee_name": report.committee.name,
        "title": report.title,
        "as_of": date(2017, 8, 31),
        "published_at": datetime(2017, 10, 12, 7, 32, tzinfo=UTC),
        "published_by_name": "Klara Controller",
    }
    publication = Publication.objects.create(**{**values, **overrides})
    note_newest(report)
    return publication


def with_passages(publication, *texts):
    """`texts` are (title, text), one a row of a table."""
    rows = PublishedPassage.objects.bulk_create(
        PublishedPassage(
            pk=place_of(publication, place),
            publication=publication,
            position=place,
            kind="row",
            anchor="rad",
            title=title,
            text=text,
        )
        for place, (title, text) in enumerate(texts, start=1)
    )
    PASSAGE_WORDS.add(Indexed(row.pk, row.title, row.text) for row in rows)
    return rows
