"""Writing the memo that carries a report to the committee."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.commands.official_memo import MemoChanged, MemoText, memo_text_of, suggested_memo, write_memo
from reports.models import OfficialMemo
from tests.builders import a_report

TEXT = MemoText(
    heading="Tjänsteskrivelse – Delårsrapport",
    recipient="Socialnämnden",
    dated=date(2017, 9, 20),
    registry_number="SN 2017-88",
    case_officer="Cecilia, controller",
    proposed_decision="<p>Socialnämnden godkänner rapporten.</p>",
)


@pytest.fixture
def report(world):
    return a_report(world.round, registry_number="SN 2017-1", dated=date(2017, 9, 12))


def test_a_memo_is_written_with_its_texts_cleaned_and_its_lines_trimmed(report, cast):
    dirty = replace(TEXT, heading=" Rubrik ", assessment='<p onclick="x()">Bra<script>x()</script></p>')
    memo = write_memo(report=report, text=dirty, version=0, by=cast.controller)
    memo.refresh_from_db()
    assert memo_text_of(memo) == replace(TEXT, heading="Rubrik", assessment="<p>Bra</p>")
    assert (memo.report, memo.version) == (report, 1)
    event = AuditEvent.objects.get()
    assert (event.action, event.object_type, event.committee) == ("created", "reports.officialmemo", report.committee)


def test_a_change_says_what_was_changed_and_is_kept_in_the_history(report, cast):
    memo = write_memo(report=report, text=TEXT, version=0, by=cast.controller)
    write_memo(report=report, text=replace(TEXT, summary="<p>Kort.</p>"), version=1, by=cast.controller)
    memo.refresh_from_db()
    assert (memo.summary, memo.version) == ("<p>Kort.</p>", 2)
    assert AuditEvent.objects.filter(action="changed").get().details == {"fält": "summary"}
    assert [row.summary for row in memo.history.all()] == ["<p>Kort.</p>", ""]


def test_saving_what_already_stands_there_writes_nothing(report, cast):
    write_memo(report=report, text=TEXT, version=0, by=cast.controller)
    memo = write_memo(report=report, text=TEXT, version=0, by=cast.controller)
    assert (memo.version, AuditEvent.objects.count(), memo.history.count()) == (1, 1, 1)


@pytest.mark.parametrize("seen", [0, 1])
def test_what_another_person_has_saved_meanwhile_is_not_written_over(report, cast, seen):
    write_memo(report=report, text=TEXT, version=0, by=cast.controller)
    write_memo(report=report, text=replace(TEXT, summary="<p>Först</p>"), version=1, by=cast.controller)
    with pytest.raises(MemoChanged) as refusal:
        write_memo(report=report, text=replace(TEXT, summary="<p>Sedan</p>"), version=seen, by=cast.controller)
    assert refusal.value.current.summary == "<p>Först</p>"
    assert OfficialMemo.objects.get().summary == "<p>Först</p>"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("heading", " "),
        ("recipient", ""),
        ("proposed_decision", "<p> </p>"),
        ("registry_number", "x" * 201),
        ("background", "x" * 300_001),
    ],
)
def test_what_cannot_be_saved_is_refused_at_its_field(report, cast, name, value):
    with pytest.raises(ValidationError) as refusal:
        write_memo(report=report, text=replace(TEXT, **{name: value}), version=0, by=cast.controller)
    assert set(refusal.value.error_dict) == {name}
    assert not OfficialMemo.objects.exists()


@pytest.mark.parametrize("role", ["reader", "reporter", "approver", "auditor", "outsider", "anonymous"])
def test_only_those_who_compose_the_report_write_its_memo(report, cast, role):
    with pytest.raises(NotAllowed):
        write_memo(report=report, text=TEXT, version=0, by=getattr(cast, role))
    assert not OfficialMemo.objects.exists()


def test_a_suggestion_is_made_of_the_report_and_saves_nothing(report, cast):
    assert suggested_memo(report, cast.controller) == MemoText(
        heading="Tjänsteskrivelse – Uppföljning av mål 2017",
        recipient="Socialnämnden",
        dated=date(2017, 9, 12),
        registry_number="SN 2017-1",
        case_officer=str(cast.controller),
        proposed_decision="<p>Socialnämnden godkänner Uppföljning av mål 2017.</p>",
        background=(
            "<p>Uppföljning av mål 2017 följer upp Verksamhetsplan 2017 och avser läget per den 31 augusti 2017.</p>"
        ),
    )
    assert not OfficialMemo.objects.exists()


def test_a_suggestion_takes_signs_in_a_title_as_they_are(report, cast):
    report.title = "Mål & <mått>"
    assert "godkänner Mål &amp; &lt;mått&gt;." in suggested_memo(report, cast.controller).proposed_decision


def test_nothing_is_said_to_be_followed_up_in_a_report_of_a_plan(report, cast):
    report.round = None
    assert suggested_memo(report, cast.controller).background == ""
