"""The memo as frozen data, and which version of the report it carries."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from followup.core.logos import checked_logo
from reports.build.memo import EnclosedReport, build_memo
from reports.models import OfficialMemo, Publication, Withdrawal
from reports.render.memo import render_memo
from tests.builders import a_logo, a_report
from tests.render.paper_rules import breaches_of_standards
from tests.render.test_appearance import a_see_through_png


@pytest.fixture
def memo(world):
    report = a_report(world.round)
    return OfficialMemo.objects.create(
        report=report, heading="Skrivelse", recipient="Nämnden", proposed_decision="<p>Ja.</p>"
    )


def a_publication(report, version, **overrides):
    values = {
        "committee": report.committee,
        "slug": report.slug,
        "audience": "members",
        "change_note": "Rättat.",
        "municipality_name": "K",
        "committee_name": "N",
        "title": report.title,
        "published_at": datetime(2017, 10, version, 22, 30, tzinfo=UTC),
        "published_by_name": "Cecilia",
    }
    return Publication.objects.create(report=report, version=version, **values | overrides)


def test_it_holds_the_memo_and_who_sends_it(memo):
    document = build_memo(memo)
    assert (document.heading, document.recipient, document.proposed_decision) == ("Skrivelse", "Nämnden", "<p>Ja.</p>")
    assert document.publisher.committee == "Socialnämnden"
    assert document.publisher.municipality == memo.report.committee.municipality.name


def test_it_has_the_municipalitys_logo_and_typeface(memo):
    image = checked_logo(a_see_through_png())
    municipality = memo.report.committee.municipality
    a_logo(municipality, image)
    municipality.font = "serif"
    document = build_memo(memo)
    assert (document.publisher.font, document.publisher.logo.sha256) == ("serif", image.sha256)
    pdf = render_memo(document)
    assert breaches_of_standards(pdf) == []


def test_it_carries_a_draft_until_something_is_published(memo):
    assert build_memo(memo).report == EnclosedReport("Uppföljning av mål 2017")


def test_it_carries_the_newest_version_under_the_title_and_day_it_was_published(memo):
    a_publication(memo.report, 1)
    a_publication(memo.report, 2, title="Delårsrapport")
    assert build_memo(memo).report == EnclosedReport("Delårsrapport", 2, date(2017, 10, 3))


def test_a_version_that_was_withdrawn_is_not_carried(memo):
    a_publication(memo.report, 1)
    newest = a_publication(memo.report, 2)
    Withdrawal.objects.create(publication=newest, reason="Fel", withdrawn_at=timezone.now())
    assert build_memo(memo).report.version == 1


def test_it_costs_the_same_however_many_versions_there_are(memo, django_assert_num_queries):
    build_memo(memo)  # the report's committee and municipality are loaded from here on
    for version in (1, 2, 3):
        a_publication(memo.report, version)
        with django_assert_num_queries(2):
            build_memo(memo)
