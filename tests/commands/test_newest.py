"""Which version of a report is its newest: noted with whatever changes it, and always what the versions say."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from reports.choices import Audience
from reports.commands.newest import note_newest
from reports.commands.publishing import disclose, publish
from reports.commands.withdrawal import withdraw
from reports.models import NewestVersion, Publication, Withdrawal
from tests.builders import a_committee, a_plan, a_report, a_round, a_section
from tests.published.publications import a_publication, with_passages
from tests.views.searches import heading, hits, search

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world):
    report = a_report(world.round)
    a_section(report, content="<p>En zebra.</p>")
    return report


def published(report, cast, audience=Audience.PUBLIC):
    return publish(report=report, audience=audience, change_note="Ny.", accept_warnings=True, by=cast.superuser)


def assert_noted(cast):
    """For everybody what is worked out from the versions, and the year that each is listed under."""
    for user in (cast.anonymous, cast.outsider, cast.reader, cast.controller, cast.superuser):
        noted = set(NewestVersion.objects.readable_by(user).values_list("pk", flat=True))
        assert noted == set(Publication.objects.newest_readable_by(user).values_list("pk", flat=True))
    for each in NewestVersion.objects.select_related("publication"):
        assert (each.year, each.report_id) == (each.publication.year, each.publication.report_id)


def test_it_follows_what_is_published_disclosed_and_withdrawn(world, cast, report):
    other = a_report(a_round(a_plan(a_committee())))
    a_section(other, content="<p>En zebra.</p>")
    published(other, cast, Audience.MEMBERS)
    assert_noted(cast)
    first = published(report, cast)
    assert_noted(cast)
    second = published(report, cast, Audience.MEMBERS)
    assert_noted(cast)
    third = published(report, cast, Audience.MEMBERS)
    assert_noted(cast)
    disclose(publication=second, by=cast.controller)
    assert_noted(cast)
    for publication in (third, second, first):
        withdraw(publication=publication, reason="Fel.", by=cast.controller)
        assert_noted(cast)
    assert not NewestVersion.objects.filter(report=report).exists()
    published(report, cast)
    assert_noted(cast)


def test_the_command_line_notes_it_anew(cast, report):
    published(report, cast, Audience.MEMBERS)
    published(report, cast)
    rows = list(NewestVersion.objects.values())
    NewestVersion.objects.all().delete()
    call_command("index_publications")
    assert list(NewestVersion.objects.values()) == rows


def test_nothing_is_noted_of_what_is_not_stored(cast, report):
    def fails(publication):
        assert NewestVersion.objects.get().publication == publication
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(
            report=report,
            audience=Audience.PUBLIC,
            change_note="",
            accept_warnings=True,
            by=cast.controller,
            along=fails,
        )
    assert not NewestVersion.objects.exists()


def test_it_takes_as_many_queries_for_many_versions_as_for_one(cast, report, django_assert_num_queries):
    published(report, cast)
    with django_assert_num_queries(6):
        note_newest(report)
    for _number in range(3):
        published(report, cast)
    with django_assert_num_queries(6):
        note_newest(report)


@pytest.mark.parametrize("audience", ["to_everyone", "to_members"])
def test_the_database_holds_one_of_each_report(db, audience):
    first = a_publication()
    second = a_publication(first.report, version=2, change_note="Rättad.")
    NewestVersion.objects.all().delete()
    told = {"report": first.report, "committee": first.committee, "year": 2017}
    told |= {"to_everyone": False, "to_members": False, audience: True}
    NewestVersion.objects.create(publication=first, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        NewestVersion.objects.create(publication=second, **told)


def test_what_may_not_be_read_is_not_shown_though_it_were_noted(client, db):
    """A note that is wrong tells a number at most."""
    publication = a_publication()
    with_passages(publication, ("Hemligt", "En zebra."))
    assert heading(search(client, "zebra")) == ["1 träff i 1 rapport"]
    Withdrawal.objects.create(publication=publication, reason="Fel.", withdrawn_at=timezone.now())
    page = search(client, "zebra")
    assert hits(page) == {}
    assert "Hemligt" not in page.text_content()
