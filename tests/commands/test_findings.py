"""Letting findings pass, and knowing what has been mended."""

import pytest
from django.core.exceptions import PermissionDenied

from followup.core.faults import CommandRefused
from followup.core.models import AuditEvent
from reports.checks import Severity, findings_for
from reports.checks.review import review_of
from reports.commands.findings import ReasonMissing, remember_findings, take_up_finding, waive_findings
from reports.models import FindingWaiver
from tests.builders import a_report, a_section


@pytest.fixture
def report(world):
    report = a_report(world.round)
    for title in ("Ekonomi", "Personal"):
        a_section(report, title=title)
    return report


def review(report):
    return review_of(report, findings_for(report))


def let_pass(report, by, *findings, reason="Skrivs till nämnden."):
    keys = [finding.fingerprint for finding in findings]
    return waive_findings(report=report, fingerprints=keys, reason=reason, by=by)


def test_a_finding_let_pass_no_longer_stops_and_says_why_and_who(report, cast):
    first, second = review(report).stopping()
    let_pass(report, cast.controller, first)
    after = review(report)
    assert after.stopping() == (second,)
    (waived,) = after.waived
    assert (waived.finding, waived.reason, waived.by) == (first, "Skrivs till nämnden.", str(cast.controller))
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.details["brister"]) == ("waived", "Ett avsnitt har ingen text (1)")


def test_what_is_found_twice_alike_is_let_pass_once(report, cast):
    report.sections.update(title="Ekonomi")
    alike = review(report).open
    assert len({finding.fingerprint for finding in alike}) == 1
    assert len(alike) == 2
    let_pass(report, cast.controller, *alike)
    assert review(report).stopping() == ()
    assert FindingWaiver.objects.count() == 1


def test_another_sentence_is_another_finding(report, cast):
    let_pass(report, cast.controller, *review(report).open)
    section = report.sections.first()
    section.title = "Ekonomin"
    section.save()
    assert [finding.where for finding in review(report).stopping()] == ["Ekonomin"]


def test_a_reason_is_asked_for(report, cast):
    (first, _second) = review(report).open
    with pytest.raises(ReasonMissing):
        let_pass(report, cast.controller, first, reason="  ")
    assert not FindingWaiver.objects.exists()


def test_nothing_chosen_or_something_that_is_gone_is_refused(report, cast):
    with pytest.raises(CommandRefused, match="Välj minst en brist"):
        let_pass(report, cast.controller)
    gone, _other = review(report).open
    report.sections.filter(title=gone.where).update(content="<p>Text.</p>")
    with pytest.raises(CommandRefused, match="har ändrats"):
        let_pass(report, cast.controller, gone)


def test_what_stops_publishing_is_never_let_pass(report, cast):
    a_section(report, title="Diagram", kind="chart")
    error = next(finding for finding in findings_for(report) if finding.severity == Severity.ERROR)
    with pytest.raises(CommandRefused, match="måste rättas"):
        let_pass(report, cast.controller, error)
    FindingWaiver.objects.create(
        report=report, rule=error.rule, where="w", message="m", fingerprint=error.fingerprint, reason="Ja",
        waived_by=cast.controller,
    )  # fmt: skip
    assert error in review(report).stopping(accept_warnings=True)


def test_the_first_reason_stands(report, cast):
    (first, _second) = review(report).open
    let_pass(report, cast.controller, first)
    assert let_pass(report, cast.controller, first, reason="Annat.") == ()
    assert FindingWaiver.objects.get().reason == "Skrivs till nämnden."


def test_a_finding_is_taken_up_again(report, cast):
    (first, second) = review(report).open
    (waiver,) = let_pass(report, cast.controller, first)
    take_up_finding(report=report, waiver_id=waiver.pk, by=cast.controller)
    assert review(report).open == (first, second)
    with pytest.raises(FindingWaiver.DoesNotExist):
        take_up_finding(report=report, waiver_id=waiver.pk, by=cast.controller)


def test_what_is_gone_since_the_last_check_is_mended_and_what_came_is_new(report, cast):
    remember_findings(report=report, by=cast.controller)
    assert (review(report).mended, review(report).new) == ((), frozenset())
    report.sections.filter(title="Ekonomi").update(content="<p>Text.</p>")
    a_section(report, title="Bilagor")
    now = review(report)
    assert [each.where for each in now.mended] == ["Ekonomi"]
    assert now.new == {finding.fingerprint for finding in now.open if finding.where == "Bilagor"}
    remember_findings(report=report, by=cast.controller)
    assert review(report).new == frozenset()
    report.sections.filter(title="Ekonomi").update(content="")
    assert review(report).mended == ()


def test_only_those_who_compose_the_report(report, cast):
    (first, _second) = review(report).open
    (waiver,) = let_pass(report, cast.controller, first)
    for person in (cast.reader, cast.reporter, cast.approver, cast.outsider):
        with pytest.raises(PermissionDenied):
            let_pass(report, person, first)
        with pytest.raises(PermissionDenied):
            take_up_finding(report=report, waiver_id=waiver.pk, by=person)
        with pytest.raises(PermissionDenied):
            remember_findings(report=report, by=person)
