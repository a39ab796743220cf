"""The feeds: whose they are, what is in them, and how readers find them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import etree, html

from reports.choices import Audience
from reports.commands.publishing import disclose, publish
from reports.commands.withdrawal import withdraw
from tests.builders import a_committee, a_plan, a_report, a_round, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = reverse("reading:feed")
OF_COMMITTEE = reverse("reading:committee_feed", args=["socialnamnden"])


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, content="<p>Text.</p>")
    return report


def published(report, by, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=by)


def titles(client, address=ALL):
    feed = etree.fromstring(client.get(address).content)
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def test_what_happened_last_comes_first(client, report, cast):
    published(report, cast.controller)
    withdraw(publication=published(report, cast.controller, note="Rättad."), reason="Fel bilaga.", by=cast.controller)
    assert titles(client) == [
        "Avpublicerad, version 2: Delår 2017",
        "Ny version 2: Delår 2017",
        "Ny rapport: Delår 2017",
    ]


def test_a_members_version_is_in_no_feed_until_it_is_disclosed(client, report, cast):
    version = published(report, cast.controller, Audience.MEMBERS)
    client.force_login(cast.superuser)
    assert titles(client) == []
    disclose(publication=version, by=cast.controller)
    assert titles(client) == ["Ny rapport: Delår 2017"]
    feed = etree.fromstring(client.get(ALL).content)
    assert feed.findtext(f"{ATOM}updated").startswith(version.disclosure.disclosed_at.isoformat()[:19])


def test_a_withdrawn_members_version_is_in_no_feed(client, report, cast):
    withdraw(publication=published(report, cast.controller, Audience.MEMBERS), reason="Hemligt.", by=cast.controller)
    assert titles(client) == []


def test_a_committee_and_a_municipality_have_their_own(client, report, cast, world):
    published(report, cast.controller)
    other = a_committee(slug="annan")
    another = a_report(a_round(a_plan(other)), slug="annan", title="Annan rapport")
    a_section(another, content="<p>Text.</p>")
    published(another, cast.superuser)
    assert titles(client, OF_COMMITTEE) == ["Ny rapport: Delår 2017"]
    own = reverse("reading:municipality_feed", args=[other.municipality_id])
    assert titles(client, own) == ["Ny rapport: Annan rapport"]
    assert len(titles(client)) == 2
    assert client.get("/floden/kommun-999999.atom").status_code == 404
    assert client.get("/ingen/flode.atom").status_code == 404


def test_an_entry_keeps_its_id_when_more_has_happened(client, report, cast, settings):
    settings.SITE_URL = "https://uppfoljning.example"

    def ids():
        feed = etree.fromstring(client.get(ALL).content)
        return [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]

    published(report, cast.controller)
    (first,) = ids()
    published(report, cast.controller, note="Rättad.")
    assert first in ids()
    assert len(set(ids())) == 2
    assert first.startswith("tag:uppfoljning.example,")


def test_pages_tell_where_the_feeds_are(client, world):
    def told(address):
        page = html.fromstring(client.get(address).content)
        return page.xpath("//link[@rel='alternate' and @type='application/atom+xml']/@href")

    assert told("/") == [ALL]
    assert told("/socialnamnden/") == [ALL, OF_COMMITTEE]


def test_a_feed_costs_the_same_however_long_it_is(client, report, cast):
    published(report, cast.controller)
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(ALL)
        counts.append(len(captured))
        for note in ("a", "b", "c"):
            published(report, cast.controller, note=note)
    assert counts[0] == counts[1] <= 3
