"""The open data's addresses: what is public and nothing else, the same for everyone, to be kept a little while."""

import csv
import json
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.choices import Audience, DecisionOutcome
from reports.commands.adoption import record_decision
from reports.commands.publishing import disclose, publish
from reports.commands.withdrawal import withdraw
from reports.models import PublicationFile
from tests.builders import a_committee, a_report, a_round, a_section, an_assessment

pytestmark = pytest.mark.usefixtures("light_pdf")

OF_A_VERSION = [
    reverse("reading:data_document", args=["socialnamnden", "delar-2017", 1]),
    reverse("reading:data_table", args=["socialnamnden", "delar-2017", 1, "judgements"]),
    reverse("reading:data_table", args=["socialnamnden", "delar-2017", 1, "outcomes"]),
    reverse("reading:data_table_metadata", args=["socialnamnden", "delar-2017", 1, "outcomes"]),
]
REPORT = reverse("reading:data_report", args=["socialnamnden", "delar-2017"])


@pytest.fixture
def report(world):
    for unit, status in ((world.afi, "achieved"), (world.ifo, "partly_achieved")):
        an_assessment(world.round, world.goals[0], unit, status=status, comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, kind="goal_table", title="Måluppföljning")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def items(client, **asked):
    return client.get(reverse("reading:data_reports"), asked).json()["items"]


def test_nothing_is_there_before_something_is_public(client, report, cast):
    published(report, cast, Audience.MEMBERS)
    for person in (None, cast.reader, cast.superuser):
        client.logout()
        if person:
            client.force_login(person)
        assert items(client) == []
        for address in (*OF_A_VERSION, REPORT, reverse("reading:catalogue", args=["rdf"])):
            assert client.get(address).status_code == 404
        assert "Delår 2017" not in client.get(reverse("reading:feed")).content.decode()


def test_a_version_that_is_disclosed_is_open_data(client, report, cast):
    disclose(publication=published(report, cast, Audience.MEMBERS), by=cast.controller)
    assert [item["title"] for item in items(client)] == ["Delår 2017"]
    for address in (*OF_A_VERSION, REPORT):
        assert client.get(address).status_code == 200


def test_the_list_has_each_reports_newest_public_version(client, report, cast):
    published(report, cast)
    published(report, cast, note="En siffra är rättad.")
    published(report, cast, Audience.MEMBERS, note="Inte för alla.")
    (item,) = items(client)
    assert (item["version"], item["change_note"]) == (2, "En siffra är rättad.")
    assert item["files"]["document"].endswith("/data/v1/reports/socialnamnden/delar-2017/v2/document.json")
    versions = client.get(REPORT).json()["versions"]
    assert [each["version"] for each in versions] == [2, 1]


def test_a_withdrawn_version_is_gone_with_its_reason_and_the_one_before_is_the_newest(client, report, cast):
    published(report, cast)
    withdraw(publication=published(report, cast, note="Fel."), reason="Fel bilaga.", by=cast.controller)
    assert [item["version"] for item in items(client)] == [1]
    gone = client.get(OF_A_VERSION[0].replace("/v1/document", "/v2/document"))
    assert (gone.status_code, gone["Content-Type"]) == (410, "application/problem+json; charset=utf-8")
    assert gone.json()["detail"] == "Fel bilaga."
    newest, first = client.get(REPORT).json()["versions"]
    assert (newest["files"], newest["withdrawal_reason"]) == (None, "Fel bilaga.")
    assert first["files"]


def test_the_document_is_the_sealed_file(client, report, cast):
    published(report, cast)
    assert client.get(OF_A_VERSION[0]).content == PublicationFile.objects.get(format="json").read()


def test_the_table_has_a_row_for_each_judgement(client, report, cast):
    published(report, cast)
    answer = client.get(OF_A_VERSION[1])
    rows = list(csv.DictReader(StringIO(answer.content.decode(), newline="")))
    assert [(row["by"], row["status"]) for row in rows] == [("AFI", "achieved"), ("IFO", "partly_achieved")]
    assert answer["Content-Type"].startswith("text/csv; charset=utf-8")
    assert 'rel="describedby"' in answer["Link"]


def test_the_metadata_describe_the_columns_that_the_table_has(client, report, cast):
    published(report, cast)
    told = client.get(OF_A_VERSION[3]).json()
    header = client.get(OF_A_VERSION[2]).content.decode().splitlines()[0]
    assert [each["name"] for each in told["tableSchema"]["columns"]] == header.split(",")
    assert told["url"].endswith(OF_A_VERSION[2])


def test_a_municipalitys_table_has_all_its_reports(client, report, cast, world):
    published(report, cast)
    other = a_report(a_round(world.plan), slug="helar-2017")
    a_section(other, kind="goal_table")
    published(other, cast)
    address = reverse("reading:data_municipality_table", args=[world.committee.municipality_id, "judgements"])
    rows = list(csv.DictReader(StringIO(client.get(address).content.decode(), newline="")))
    assert {row["report"] for row in rows} == {"delar-2017"}  # the other has no judgement
    assert client.get(address.replace("judgements", "nothing")).status_code == 404


@pytest.mark.parametrize("address", [*OF_A_VERSION, REPORT, reverse("reading:data_reports"), "/katalog.rdf"])
def test_every_answer_may_be_kept_and_read_from_other_sites(client, report, cast, address):
    published(report, cast)
    answer = client.get(address)
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer["Access-Control-Allow-Origin"] == "*"
    known = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert (known.status_code, known.content) == (304, b"")
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_version_tells_when_it_was_published(client, report, cast):
    published(report, cast)
    answer = client.get(OF_A_VERSION[0])
    assert client.get(OF_A_VERSION[0], headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 304


def test_who_is_signed_in_gets_the_same(client, report, cast):
    published(report, cast)
    published(report, cast, Audience.MEMBERS, note="Inte för alla.")
    addresses = [*OF_A_VERSION, REPORT, reverse("reading:data_reports"), reverse("reading:feed"), "/sitemap.xml"]
    before = [client.get(address).content for address in addresses]
    client.force_login(cast.superuser)
    assert [client.get(address).content for address in addresses] == before


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"page": "x"}, "page ska vara ett heltal"),
        ({"page": "0"}, "page ska vara minst 1"),
        ({"page_size": "1000"}, "högst 100"),
        ({"municipality": "Ålunda"}, "municipality ska vara"),
        ({"municipality": "9" * 40}, "municipality ska vara"),
        ({"committee": "a b'"}, "committee ska vara"),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_why(client, db, asked, words):
    answer = client.get(reverse("reading:data_reports"), asked)
    assert answer.status_code == 400
    assert words in answer.json()["detail"]


def test_pages_lead_to_each_other_and_keep_what_was_asked(client, db):
    for number in range(3):
        a_committee(name=f"Nämnd {number}")
    first = client.get(reverse("reading:data_committees"), {"page_size": 2}).json()
    assert (first["total"], len(first["items"]), first["previous"]) == (3, 2, None)
    second = client.get(first["next"]).json()
    assert (len(second["items"]), second["next"]) == (1, None)
    assert client.get(second["previous"]).json() == first
    assert client.get(reverse("reading:data_committees"), {"page": 99}).json()["items"] == []


def test_committees_and_reports_of_one_municipality(client, report, cast, world):
    published(report, cast)
    a_committee()
    one = world.committee.municipality_id
    found = client.get(reverse("reading:data_committees"), {"municipality": one}).json()["items"]
    assert [item["slug"] for item in found] == ["socialnamnden"]
    assert len(items(client, municipality=one)) == len(items(client, committee="socialnamnden")) == 1
    assert items(client, municipality=one + 1000) == items(client, committee="annan") == []


def test_decisions_of_the_committee_stand_with_the_version(client, report, cast):
    publication = published(report, cast)
    record_decision(
        publication=publication,
        outcome=DecisionOutcome.ADOPTED,
        decided_on=publication.as_of,
        paragraph="87",
        reason="",
        today=publication.as_of,
        by=cast.controller,
    )
    (decision,) = client.get(REPORT).json()["versions"][0]["decisions"]
    assert (decision["outcome"], decision["decided_on"]) == ("adopted", "2017-08-31")


def test_a_list_costs_the_same_however_long_it_is(client, report, cast, world):
    published(report, cast)
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(reverse("reading:data_reports")).status_code == 200
        counts.append(len(captured))
        for number in range(3):
            other = a_report(a_round(world.plan), slug=f"annan-{len(counts)}-{number}")
            a_section(other, content="<p>Text.</p>")
            published(other, cast)
    assert counts[0] == counts[1]


def test_the_page_says_how_everything_is_read_and_under_which_licence(client, report, cast, settings):
    published(report, cast)
    page = client.get(reverse("reading:open_data")).content.decode()
    assert "Creative Commons CC0 1.0" in page
    for words in ("judgements", "outcomes", "status_words", "/data/v1/openapi.json", "/katalog.rdf", "alla.atom"):
        assert words in page
    settings.OPEN_DATA_LICENCE = "https://licens.example/egen"
    assert "https://licens.example/egen" in client.get(reverse("reading:open_data")).content.decode()


def test_the_addresses_are_the_sites_own(client, report, cast, settings):
    settings.SITE_URL = "https://uppfoljning.example"
    published(report, cast)
    told = json.dumps([client.get(each).json() for each in (reverse("reading:data_reports"), REPORT, "/data/v1/")])
    assert "testserver" not in told
    assert "https://uppfoljning.example/socialnamnden/delar-2017/v1/" in told
