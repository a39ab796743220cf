"""The audit trail as a page and as a spreadsheet."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from followup.core.access import COMMAND_LINE
from followup.core.audit import record
from followup.core.choices import AuditAction, Role
from followup.core.models import AuditEvent
from reports.commands.rounds import close_round, open_round
from reports.views.listing import page
from tests.builders import a_committee, a_member

URL = "/handelser/"
WORKBOOK = "/handelser/?hamta=xlsx"


def text_of(response):
    return " ".join(response.content.decode().split())


def labels(response):
    return [row.record.object_label for row in response.context["list"].table.rows]


def note(subject, by=COMMAND_LINE, *, action=AuditAction.CHANGED, committee=None, **details):
    return record(action=action, subject=subject, committee=committee or subject.committee, by=by, details=details)


def sheet_of(response):
    return load_workbook(BytesIO(response.content)).active


@pytest.fixture
def auditor(client, cast):
    client.force_login(cast.auditor)
    return client


@pytest.mark.parametrize("name", ["auditor", "approver", "controller", "administrator"])
def test_those_who_audit_find_it_in_the_menu(client, cast, world, name):
    client.force_login(getattr(cast, name))
    page = text_of(client.get("/"))
    assert f'href="{URL}"' in page
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("name", ["reader", "reporter"])
def test_others_have_neither_the_menu_nor_the_page(client, cast, world, name):
    client.force_login(getattr(cast, name))
    assert f'href="{URL}"' not in text_of(client.get("/"))
    assert client.get(URL).status_code == client.get(WORKBOOK).status_code == 403


def test_who_approves_for_one_unit_does_not_read_what_the_whole_committee_did(client, world):
    client.force_login(a_member("av-enhet", Role.APPROVER, world.committee, world.afi))
    assert client.get(URL).status_code == 403
    assert f'href="{URL}"' not in text_of(client.get("/"))


def test_the_auditor_reads_the_round_and_changes_nothing(auditor, world):
    page = text_of(auditor.get(reverse("reports:round", args=[world.round.pk])))
    assert "Svar från enheterna" in page
    assert "Stäng uppföljningen" not in page


def test_tells_who_did_what_to_what_and_why_the_newest_first(auditor, world, cast):
    close_round(round=world.round, by=cast.controller)
    open_round(round=world.round, reason="IFO hann inte", by=cast.controller)
    response = auditor.get(URL)
    rows = [row.record for row in response.context["list"].table.rows]
    assert [row.action for row in rows] == ["opened", "closed"]
    page = text_of(response)
    for words in ("öppnade", "stängde", "Controller", "skäl: IFO hann inte", "Uppföljning", world.round.title):
        assert words in page


def test_names_of_fields_are_told_in_the_words_of_their_forms(auditor, world):
    note(world.plan, fält="word_cause, title")
    assert "fält: ord för orsak, titel" in text_of(auditor.get(URL))


def test_shows_nothing_of_other_committees(auditor, client, cast, world):
    other = a_committee(name="Kulturnämnden")
    note(other, committee=other)
    AuditEvent.objects.create(actor_name="X", action="signed_in", object_type="core.user", object_label="Inloggad")
    note(world.round)
    assert labels(auditor.get(URL)) == [world.round.title]
    client.force_login(cast.superuser)
    assert {"Inloggad", str(other), world.round.title} <= set(labels(client.get(URL)))


def test_narrows_by_committee_action_person_period_and_words(client, cast, world, time_machine):
    other = a_committee()
    time_machine.move_to("2017-09-01 23:30:00+02:00", tick=False)
    note(world.plan, cast.controller, action=AuditAction.CREATED)
    time_machine.move_to("2017-09-02 00:30:00+02:00", tick=False)
    note(world.round, cast.approver, skäl="Ändra ÅTGÄRDEN")
    note(other, committee=other)
    client.force_login(cast.superuser)

    def found(**query):
        return set(labels(client.get(URL, query)))

    plan, round = world.plan.title, world.round.title
    assert found(committee=other.pk) == {str(other)}
    assert found(action="created") == {plan}
    assert found(person="approv") == {round}
    assert found(since="2017-09-02") >= {round, str(other)}
    assert plan not in found(since="2017-09-02")
    assert found(through="2017-09-01") == {plan}
    assert found(words="åtgärden") == {round}
    assert found(words="VERKSAMHETSPLAN") == {plan}
    assert found(words="finns inte") == set()


@pytest.mark.parametrize(
    "query",
    ["page=99", "page=x", "sort=told", "sort=;", "committee=9999", "action=x", "since=i-går", "through=9999-12-31"],
)
def test_an_address_that_was_tampered_with_shows_the_list(auditor, world, query):
    note(world.round)
    response = auditor.get(f"{URL}?{query}")
    assert response.status_code == 200
    assert labels(response) == [world.round.title]
    assert auditor.get(f"{WORKBOOK}&{query}").status_code == 200


def test_both_empty_states_say_what_is_empty(auditor, world):
    assert "Inget har hänt än" in text_of(auditor.get(URL))
    note(world.round)
    assert "Ingen händelse stämmer med valet" in text_of(auditor.get(URL, {"words": "finns inte"}))


def test_every_order_is_total(auditor, world):
    for _number in range(4):
        note(world.round)

    def keys(sort):
        return [row.record.pk for row in auditor.get(URL, {"sort": sort}).context["list"].table.rows]

    for column in ("at", "actor_name", "action", "kind", "object_label"):
        assert keys(column) == keys(f"-{column}")[::-1]


def test_the_spreadsheet_holds_the_same_events_and_text_stays_text(auditor, world, time_machine):
    time_machine.move_to("2017-09-01 14:02:00+02:00", tick=False)
    auditor.force_login(a_member("annan", Role.AUDITOR, world.committee))
    note(world.plan)
    note(world.round, skäl="=1+1")
    AuditEvent.objects.create(
        actor_name="=cmd()", action="changed", object_type="x.y", object_label="@SUM(1)", committee=world.committee
    )
    response = auditor.get(URL, {"since": "2017-09-01", "hamta": "xlsx"})
    assert response["Content-Disposition"] == 'attachment; filename="handelser-2017-09-01.xlsx"'
    rows = list(sheet_of(response).iter_rows())
    assert [cell.value for cell in rows[0]] == ["När", "Vem", "Vad", "Slag", "Gäller", "Uppgifter"]
    assert [cell.value for cell in rows[1]][1:5] == ["=cmd()", "ändrade", "x.y", "@SUM(1)"]
    assert {cell.data_type for cell in rows[1][1:5]} == {"s"}
    assert (rows[2][5].value, rows[2][0].value.isoformat()) == ("skäl: =1+1", "2017-09-01T14:02:00")
    narrowed = sheet_of(auditor.get(URL, {"words": world.plan.title, "hamta": "xlsx"}))
    assert [row[4].value for row in narrowed.iter_rows(min_row=2)] == [world.plan.title]


def test_a_spreadsheet_that_is_cut_short_says_so(auditor, world, monkeypatch):
    monkeypatch.setattr(page, "MOST", 2)
    for _number in range(3):
        note(world.round)
    rows = [[cell.value for cell in row] for row in sheet_of(auditor.get(WORKBOOK)).iter_rows()]
    assert rows[0][0].startswith("De första 2 av 3 rader")
    assert len(rows) == 4
    lines = auditor.get(URL, {"hamta": "csv"}).content.decode().splitlines()
    assert lines[-1].startswith("De första 2 av 3 rader")


@pytest.mark.parametrize("count", [2, 40])
def test_the_number_of_queries_does_not_grow(auditor, world, count, django_assert_max_num_queries):
    for _number in range(count):
        note(world.round)
    for address in (URL, WORKBOOK):
        with django_assert_max_num_queries(8):
            auditor.get(address)


def test_an_address_of_the_audit_trail_is_no_committees(world):
    world.committee.slug = "handelser"
    with pytest.raises(ValidationError):
        world.committee.full_clean()
