"""The page of a report's checks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.checks import CHECKS, findings_for
from reports.models import FindingWaiver
from tests.builders import a_goal, a_plan, a_report, a_round, a_section, said_in


@pytest.fixture
def report(world):
    report = a_report(world.round, title="Delårsuppföljning")
    for title in ("Ekonomi", "Personal"):
        a_section(report, title=title)
    return report


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(report, tail=""):
    return f"/rapporter/{report.pk}/kontroll/{tail}"


def waive(client, report, *keys, reason="Skrivs sedan."):
    return client.post(address(report, "godta/"), {"brist": list(keys), "skal": reason})


def test_findings_stand_under_their_rule_with_why_and_where_they_are_mended(controller, report):
    page = controller.get(address(report))
    assert "2 varningar ska rättas eller godtas innan rapporten kan publiceras." in said_in(page.content.decode())
    (group,) = page.context["page"].groups
    assert (group.rule.title, group.may_be_waived) == ("Ett avsnitt har ingen text", True)
    assert group.rule.why in said_in(page.content.decode())
    assert [line.url for line in group.lines] == [
        f"/rapporter/{report.pk}/avsnitt/{section.pk}/" for section in report.sections.order_by("position", "pk")
    ]
    assert "Gå vidare och publicera" not in said_in(page.content.decode())


def test_the_chosen_are_let_pass_with_one_reason_and_can_be_taken_up_again(controller, report):
    keys = [finding.fingerprint for finding in findings_for(report)]
    assert waive(controller, report, *keys).url == address(report)
    page = controller.get(address(report))
    assert "Inget hindrar publicering." in said_in(page.content.decode())
    assert f'href="/rapporter/{report.pk}/publicera/"' in page.content.decode()
    waived = controller.get(address(report, "?visa=godtagna"))
    assert said_in(waived.content.decode()).count("Skrivs sedan.") == 2
    one = FindingWaiver.objects.first()
    controller.post(address(report, f"godtagen/{one.pk}/ta-upp/"))
    again = controller.post(address(report, f"godtagen/{one.pk}/ta-upp/"), follow=True)
    assert "Bristen är redan öppen igen." in said_in(again.content.decode())
    assert FindingWaiver.objects.count() == 1


def test_all_of_a_rule_are_let_pass_at_once(controller, report):
    keys = [finding.fingerprint for finding in findings_for(report)]
    data = {"alla": keys, "brist": keys[:1], "samtliga": "1", "skal": "Skrivs sedan."}
    controller.post(address(report, "godta/"), data)
    assert FindingWaiver.objects.count() == 2


def test_without_a_reason_what_was_chosen_stays_chosen(controller, report):
    first, second = (finding.fingerprint for finding in findings_for(report))
    refused = waive(controller, report, second, reason=" ")
    assert refused.status_code == 422
    assert "Skriv varför bristen godtas." in said_in(refused.content.decode())
    page = refused.content.decode()
    assert f'value="{second}" checked' in page
    assert f'value="{first}" checked' not in page


def test_what_has_changed_meanwhile_is_not_let_pass(controller, report):
    keys = [finding.fingerprint for finding in findings_for(report)]
    report.sections.filter(title="Ekonomi").update(title="Ekonomin")
    refused = waive(controller, report, *keys, reason="Skälet står kvar.")
    assert refused.status_code == 422
    assert "har ändrats sedan du öppnade sidan" in said_in(refused.content.decode())
    assert "Skälet står kvar." in refused.content.decode()


def test_checking_again_tells_what_is_mended(controller, report):
    controller.post(address(report, "igen/"))
    report.sections.filter(title="Ekonomi").update(content="<p>Text.</p>")
    assert "Rättade (1)" in said_in(controller.get(address(report)).content.decode())
    assert "”Ekonomi” har ingen text" in said_in(controller.get(address(report, "?visa=rattade")).content.decode())


def test_an_error_has_nothing_to_let_pass(controller, world):
    page = controller.get(address(a_report(world.round)))
    assert "1 brist måste rättas" in said_in(page.content.decode())
    assert 'name="brist"' not in page.content.decode()


def test_the_choices_narrow_the_list(controller, report):
    a_section(report, title="Diagram", kind="chart")
    assert len(controller.get(address(report)).context["page"].groups) == 2
    (only,) = controller.get(address(report, "?visa=hindrar")).context["page"].groups
    assert only.rule.tone == "error"
    assert "Inget att visa här" in said_in(controller.get(address(report, "?visa=tankvart")).content.decode())
    assert len(controller.get(address(report, "?visa=hej")).context["page"].groups) == 2


def test_every_rule_is_explained(client, cast):
    client.force_login(cast.reader)
    page = said_in(client.get("/rapporter/kontroller/").content.decode())
    for check in CHECKS:
        for rule in check.rules:
            assert str(rule.title) in page
            assert len(str(rule.why)) > 20


def test_the_number_of_queries_does_not_grow(controller, world):
    counts = []
    for goals in (2, 12):
        plan = a_plan(world.committee)
        report = a_report(a_round(plan))
        a_section(report, kind="goal_table")
        for _number in range(goals):
            a_goal(plan, units=[world.afi, world.ifo])
        with CaptureQueriesContext(connection) as captured:
            page = controller.get(address(report))
        assert len(page.context["page"].groups[0].lines) == goals * 2
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 20
