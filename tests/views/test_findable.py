"""What helps others to find a report and to pass it on: in the page's head, in headers, in the map of the site."""

import json
from io import BytesIO

import pytest
from django.urls import reverse
from lxml import etree, html
from PIL import Image

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import PublicationFile
from reports.views.findable import sitemap
from tests.builders import a_report, a_section, an_assessment

pytestmark = pytest.mark.usefixtures("light_pdf")

REPORT = "/socialnamnden/delar-2017/"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def report(world, settings):
    settings.SITE_URL = "https://uppfoljning.example"
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round, slug="delar-2017", title='Delår "2017" </script><b>', registry_number="SN 1")
    a_section(report, kind="goal_overview")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def canonical(client, address):
    return client.get(address)["Link"].partition(">")[0].removeprefix("<")


def test_each_version_is_its_own_page_and_the_reports_address_the_newest(client, report, cast):
    published(report, cast)
    published(report, cast, note="Rättad.")
    site = "https://uppfoljning.example"
    assert canonical(client, REPORT) == canonical(client, f"{REPORT}v2/") == f"{site}{REPORT}v2/"
    assert canonical(client, f"{REPORT}v1/") == f"{site}{REPORT}v1/"


def test_a_version_leads_to_its_data_and_to_the_feed(client, report, cast):
    published(report, cast)
    link = client.get(REPORT)["Link"]
    assert '/v1/document.json>; rel="alternate"; type="application/json"' in link
    assert '/socialnamnden/flode.atom>; rel="alternate"; type="application/atom+xml"' in link


def test_the_head_says_what_is_shown_where_a_link_is_passed_on(client, report, cast):
    published(report, cast)
    page = html.fromstring(client.get(REPORT).content)
    told = {each.get("property"): each.get("content") for each in page.xpath("//head/meta[@property]")}
    assert told["og:title"] == 'Delår "2017" </script><b>'
    assert told["og:description"].startswith("Rapport från Socialnämnden")
    assert told["og:url"] == f"https://uppfoljning.example{REPORT}v1/"
    assert told["og:image"] == f"https://uppfoljning.example{REPORT}v1/bild.png"
    assert told["og:image:alt"]


def test_the_linked_data_are_whole_whatever_the_title_is(client, report, cast):
    published(report, cast)
    page = html.fromstring(client.get(REPORT).content)
    (block,) = page.xpath("//head/script")
    told = json.loads(block.text)
    assert block.get("type") == "application/ld+json"
    assert (told["@type"], told["name"]) == ("Report", 'Delår "2017" </script><b>')
    assert told["encoding"][1]["contentUrl"].endswith("/v1/document.json")


def test_the_sealed_file_itself_is_handed_out_as_it_is(client, report, cast):
    published(report, cast)
    sealed = PublicationFile.objects.get(format="html").read()
    assert b"og:title" not in sealed
    assert b"uppfoljning.example" not in sealed
    file = reverse("reading:file", args=["socialnamnden", "delar-2017", 1, "delar-2017", "html"])
    assert client.get(file).content == sealed


def test_a_members_version_is_not_for_engines_and_says_nothing_to_pass_on(client, report, cast):
    published(report, cast, Audience.MEMBERS)
    client.force_login(cast.reader)
    answer = client.get(REPORT)
    assert answer["X-Robots-Tag"] == "noindex"
    assert b"og:title" not in answer.content
    assert client.get(f"{REPORT}v1/bild.png").status_code == 404


def test_the_picture_is_drawn_once_for_those_who_have_it(client, report, cast):
    published(report, cast)
    answer = client.get(f"{REPORT}v1/bild.png")
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    assert client.get(f"{REPORT}v1/bild.png", headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_withdrawn_versions_picture_is_gone(client, report, cast):
    withdraw(publication=published(report, cast), reason="Fel.", by=cast.controller)
    assert client.get(f"{REPORT}v1/bild.png").status_code == 410


def addresses(client):
    root = etree.fromstring(client.get("/sitemap.xml").content)
    return {each.findtext(f"{LOC}loc"): each.findtext(f"{LOC}lastmod") for each in root.findall(f"{LOC}url")}


def test_the_map_has_committees_and_the_newest_version_that_can_be_read(client, report, cast):
    published(report, cast)
    second = published(report, cast, note="Rättad.")
    published(report, cast, Audience.MEMBERS, note="Inte för alla.")
    found = addresses(client)
    site = "https://uppfoljning.example"
    assert found[f"{site}{REPORT}v2/"] == second.published_at.isoformat()
    assert f"{site}/socialnamnden/" in found
    assert not [each for each in found if "v1" in each or "v3" in each]
    withdraw(publication=second, reason="Fel.", by=cast.controller)
    assert f"{site}{REPORT}v1/" in addresses(client)


def test_every_address_of_the_map_can_be_read(client, report, cast):
    published(report, cast)
    for address in addresses(client):
        assert client.get(address.removeprefix("https://uppfoljning.example")).status_code == 200


def test_the_map_never_has_more_addresses_than_engines_take(client, report, cast, world, monkeypatch):
    published(report, cast)
    other = a_report(world.round, slug="helar-2017", title="Helår")
    a_section(other, kind="goal_overview")
    newer = published(other, cast)
    monkeypatch.setattr(sitemap, "_MOST", len(addresses(client)) - 1)
    found = addresses(client)
    assert len(found) == sitemap._MOST
    assert f"https://uppfoljning.example/socialnamnden/{newer.slug}/v1/" in found
    assert not [each for each in found if report.slug in each]


def test_engines_are_told_where_the_map_is_and_what_is_not_for_them(client, report):
    told = client.get("/robots.txt").content.decode()
    assert "Sitemap: https://uppfoljning.example/sitemap.xml" in told
    assert "Disallow: /kalender/" in told
    assert "Disallow: /\n" not in told
