"""The controller notes what the committee decided, and takes a version back, each on a page of its own."""

import pytest

from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import CommitteeDecision, Withdrawal
from tests.builders import a_report, a_section

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world, cast):
    report = a_report(world.round, slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    return report


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(report, tail, version=1):
    return f"/rapporter/{report.pk}/version/{version}/{tail}/"


def decide(client, report, **overrides):
    values = {"outcome": "adopted", "decided_on": "2017-10-12", "paragraph": "87", "reason": "", "replaces": ""}
    return client.post(address(report, "beslut"), values | overrides)


def composer(client, report):
    return client.get(f"/rapporter/{report.pk}/redigera/").content.decode()


def test_a_decision_is_noted_and_shown_in_the_list_of_versions(controller, report):
    assert "Nämndens beslut om version 1" in controller.get(address(report, "beslut")).content.decode()
    assert decide(controller, report).status_code == 302
    page = composer(controller, report)
    assert "Nämndens beslut om version 1 är registrerat." in page
    assert "Fastställd 12 oktober 2017, §\u00a087" in page


def test_sending_back_asks_for_its_reason_and_keeps_what_was_typed(controller, report):
    answer = decide(controller, report, outcome="remitted_back")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Skriv varför nämnden återremitterade rapporten." in page
    assert 'value="87"' in page
    assert not CommitteeDecision.objects.exists()


def test_a_second_adoption_is_refused_unless_it_replaces_the_first(controller, report):
    decide(controller, report)
    refused = decide(controller, report, paragraph="78")
    assert refused.status_code == 409
    assert "redan fastställd den 12 oktober 2017" in refused.content.decode()
    first = CommitteeDecision.objects.get()
    assert "Ja, den här: fastställd 12 oktober 2017" in controller.get(address(report, "beslut")).content.decode()
    assert decide(controller, report, paragraph="78", replaces=str(first.pk)).status_code == 302
    page = composer(controller, report)
    assert "§\u00a078" in page
    assert "§\u00a087" not in page


def test_a_day_to_come_is_refused_in_words(controller, report):
    refused = decide(controller, report, decided_on="2200-01-01")
    assert (refused.status_code, "har inte varit än" in refused.content.decode()) == (409, True)


def test_a_version_is_withdrawn_with_a_reason(controller, report):
    assert "Det går inte att ångra." in controller.get(address(report, "avpublicera")).content.decode()
    assert controller.post(address(report, "avpublicera"), {"reason": " "}).status_code == 422
    assert not Withdrawal.objects.exists()
    assert controller.post(address(report, "avpublicera"), {"reason": "Fel bilaga."}).status_code == 302
    page = composer(controller, report)
    assert "Version 1 är avpublicerad." in page
    assert "Läsare: Ingen, avpublicerad" in page
    assert address(report, "avpublicera") not in page
    assert address(report, "beslut") not in page
    assert "Versionen är redan avpublicerad" in controller.get(address(report, "avpublicera")).content.decode()
    assert "Versionen är avpublicerad" in controller.get(address(report, "beslut")).content.decode()
    assert "Avpublicerad" in controller.get("/rapporter/").content.decode()


def test_a_version_that_does_not_exist_is_not_found(controller, report):
    for tail in ("beslut", "avpublicera"):
        assert controller.get(address(report, tail, version=2)).status_code == 404
