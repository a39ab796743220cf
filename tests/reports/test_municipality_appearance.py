"""A municipality's logo and typeface reach its reports when they are built, and stay in those published."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.commands.logos import remove_logo
from followup.core.logos import checked_logo
from reports.build import build_report
from reports.build.gather import gather
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import Report
from tests.attached.files import a_png
from tests.builders import a_logo, a_report, a_section


@pytest.fixture
def report(world):
    report = a_report(world.round)
    a_section(report, content="<p>Text.</p>")
    return report


@pytest.fixture
def logo(world):
    return a_logo(world.committee.municipality, checked_logo(a_png()))


def test_a_report_is_built_with_the_logo_and_the_typeface(report, logo, world):
    municipality = world.committee.municipality
    municipality.font = "serif"
    municipality.save()
    publisher = build_report(Report.objects.get(pk=report.pk)).publisher
    assert publisher.font == "serif"
    assert (publisher.logo.image_source, publisher.logo.sha256) == (logo.source, logo.sha256)
    assert (publisher.logo.width, publisher.logo.height, publisher.logo.size) == (40, 30, len(logo.content))


def test_without_a_logo_there_is_none(report):
    publisher = build_report(report).publisher
    assert (publisher.font, publisher.logo) == ("sans", None)


def test_what_is_no_whole_report_reads_no_logo(report, logo):
    with CaptureQueriesContext(connection) as captured:
        assert gather(report).logo is None
    assert not [query["sql"] for query in captured if "municipalitylogo" in query["sql"]]


def test_a_published_report_keeps_the_logo_that_it_was_published_with(report, logo, world, cast, light_pdf):
    publication = publish(
        report=report, audience=Audience.MEMBERS, change_note="", accept_warnings=True, by=cast.controller
    )
    remove_logo(municipality=world.committee.municipality, by=cast.superuser)
    page = publication.files.get(format="html").read().decode()
    assert logo.source in page
    data = publication.files.get(format="json").read().decode()
    assert logo.sha256 in data
    assert logo.source not in data
