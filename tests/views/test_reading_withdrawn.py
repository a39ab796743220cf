"""A version that was withdrawn: the same page at all its addresses, and the way to what can still be read."""

from datetime import date

import pytest
from django.urls import reverse

from reports.choices import Audience, DecisionOutcome
from reports.commands.adoption import record_decision
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from tests.builders import a_report, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")

WHERE = ["socialnamnden", "delar-2017"]


@pytest.fixture
def report(world):
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, content="<p>Hemlig text.</p>")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def addresses(version):
    files = [("delar-2017", suffix) for suffix in ("html", "pdf", "xlsx", "json")]
    files += [("kontroller", "json"), ("manifest", "json")]
    return [
        reverse("reading:version", args=[*WHERE, version]),
        reverse("reading:verification", args=[*WHERE, version]),
        reverse("reading:package", args=[*WHERE, version, "delar-2017"]),
        *(reverse("reading:file", args=[*WHERE, version, *file]) for file in files),
    ]


def read(client, version):
    return client.get(reverse("reading:version", args=[*WHERE, version])).content.decode()


def test_every_address_says_that_it_is_gone_and_why_and_hands_out_nothing(client, report, cast):
    publication = published(report, cast)
    withdraw(publication=publication, reason="Bilagan innehöll fel uppgifter.", by=cast.controller)
    for address in [*addresses(1), reverse("reading:report", args=WHERE)]:
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 410, address
        assert "Version 1 är avpublicerad" in page
        assert "Bilagan innehöll fel uppgifter." in page
        assert "Hemlig text" not in page


def test_a_file_cannot_be_sent_in_to_it_either(client, report, cast):
    withdraw(publication=published(report, cast), reason="Fel.", by=cast.controller)
    assert client.post(reverse("reading:verification", args=[*WHERE, 1])).status_code == 410


def test_lists_show_it_as_withdrawn(client, report, cast):
    withdraw(publication=published(report, cast), reason="Fel.", by=cast.controller)
    for address in ("/", "/socialnamnden/"):
        page = client.get(address).content.decode()
        assert "Delår 2017" in page
        assert "Avpublicerad" in page


def test_who_could_not_read_it_is_not_told_that_it_was_there(client, report, cast):
    withdraw(publication=published(report, cast, Audience.MEMBERS), reason="Fel.", by=cast.controller)
    for address in addresses(1):
        assert client.get(address).status_code == 404
    client.force_login(cast.reader)
    assert client.get(addresses(1)[0]).status_code == 410


def test_the_versions_around_it_lead_past_it(client, report, cast):
    published(report, cast)
    second = published(report, cast, note="Ny siffra.")
    withdraw(publication=second, reason="Siffran var fel.", by=cast.controller)
    first = read(client, 1)
    assert "Version 2, som är senare, är avpublicerad." in first
    assert "Det finns en nyare" not in first
    assert "Tidigare versioner som går att läsa" in read(client, 2)
    published(report, cast, note="Rätt siffra.")
    assert "Läs version 3" in read(client, 1)
    assert "Version 2 (avpublicerad)" in read(client, 3)
    assert "Nyare version" in read(client, 2)
    assert client.get(reverse("reading:report", args=WHERE)).status_code == 200


def test_an_older_version_says_first_what_was_changed_in_the_newer(client, report, cast):
    published(report, cast)
    published(report, cast, note="Sjukfrånvaron i mål 12 är rättad.")
    page = read(client, 1)
    assert "Ändrat i version 2: Sjukfrånvaron i mål 12 är rättad." in page
    assert page.index("Sjukfrånvaron i mål 12") < page.index("<h1")
    assert "Sjukfrånvaron i mål 12 är rättad." in read(client, 2)


def test_what_the_committee_decided_stands_above_the_report(client, report, cast):
    publication = published(report, cast)
    values = {"publication": publication, "today": date(2017, 10, 20), "by": cast.controller}
    back = {"outcome": DecisionOutcome.REMITTED_BACK, "decided_on": date(2017, 10, 5), "reason": "Mål 3 saknas."}
    record_decision(**values, **back, paragraph="80")
    wrong = record_decision(
        **values, outcome=DecisionOutcome.ADOPTED, decided_on=date(2017, 10, 12), paragraph="78", reason=""
    )
    record_decision(
        **values,
        outcome=DecisionOutcome.ADOPTED,
        decided_on=date(2017, 10, 12),
        paragraph="87",
        reason="",
        replaces=wrong,
    )
    for page in (read(client, 1), client.get(reverse("reading:verification", args=[*WHERE, 1])).content.decode()):
        assert "Fastställd av Socialnämnden den 12 oktober 2017, §\u00a087." in page
        assert "Återremitterad av Socialnämnden den 5 oktober 2017, §\u00a080: Mål 3 saknas." in page
        assert "§\u00a078" not in page
    for address in ("/", "/socialnamnden/"):
        listed = client.get(address).content.decode()
        assert '<span class="badge">Fastställd 12 oktober 2017, §\u00a087</span>' in listed
        assert "§\u00a080" not in listed


def test_a_report_that_was_sent_back_says_so_where_it_is_listed_until_a_new_version_has_come(client, report, cast):
    publication = published(report, cast)
    values = {"outcome": DecisionOutcome.REMITTED_BACK, "decided_on": date(2017, 10, 5), "reason": "Mål 3 saknas."}
    record_decision(publication=publication, paragraph="80", today=date(2017, 10, 20), by=cast.controller, **values)
    sent_back = '<span class="badge badge--warning">Återremitterad 5 oktober 2017, §\u00a080</span>'
    assert sent_back in client.get("/").content.decode()
    client.force_login(cast.controller)
    assert "Återremitterad 5 oktober 2017, §\u00a080" in client.get("/rapporter/").content.decode()
    published(report, cast, note="Mål 3 är med.")
    assert "Version 1: Återremitterad 5 oktober 2017, §\u00a080" in client.get("/rapporter/").content.decode()
    client.logout()
    assert "Återremitterad" not in client.get("/").content.decode()
