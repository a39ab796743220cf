"""Handing out what is kept about a person."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from followup.accounts.sessions import FRESH
from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.commands.personal_data.extract import _shown, extract_person
from reports.commands.personal_data.finding import field_of, of_account
from reports.commands.personal_data.held import BY_ADDRESS, AtErasure
from reports.commands.personal_data.words import FIELDS, kind_of, name_of
from tests.accounts.signing_in import PASSWORD, SECRET, sign_in
from tests.builders import a_subscription, a_user

pytestmark = pytest.mark.django_db
ADDRESS = "/konto/mina-uppgifter/"


def parts_of(text):
    return {part["field"]: part["rows"] for part in json.loads(text)["parts"]}


def test_it_holds_the_account_the_traces_and_what_the_person_wrote(anna, cast):
    parts = parts_of(extract_person(user=anna, now=timezone.now(), by=anna).as_json)
    assert parts["core.User.username"][0]["values"]["email"] == "anna.ek@kommun.example"
    assert parts["reports.ReaderNote.user"][0]["values"]["text"] == "Fråga om köerna"
    role = parts["core.Membership.user"][0]["values"]
    assert (role["role"], role["unit"]) == ("reporter", "AFI Enheten AFI")
    assert role["committee"].startswith("Socialnämnden")
    assert parts["reports.ReminderLetter.address"][0]["values"]["name"] == "Anna Ek"
    assert "Köerna växer" in str(parts["reports.HistoricalAssessment.history_user"])
    assert "handed_in" in str(parts["core.AuditEvent.actor"])
    assert {"reports.Assessment.updated_by", "core.PeriodLock.locked_by"} <= set(parts)


def test_the_words_are_those_of_the_pages_and_no_names_of_fields_or_codes(anna):
    text = extract_person(user=anna, now=datetime(2026, 11, 26, 21, 0, tzinfo=UTC), by=anna).as_text
    assert "26 november 2026 kl. 22.00" in text
    assert "Förnamn: Anna; Efternamn: Ek" in text
    assert "Roll: rapportör" in text
    assert "Markerad: nej" in text
    assert "Kommentar: Köerna växer." in text
    assert "Bedömning i historiken – ändrades av (1)" in text
    assert "Andra faktor – användare (1)" in text
    assert "Från: 1 januari 2016" in text
    for code in ("first_name", "Roll: reporter", "handed_in", "False", "<p>", "+00:00", "Historical", "reports."):
        assert code not in text


def test_every_kind_and_field_has_swedish_words():
    named = {f"{model._meta.label}.{field.name}": name_of(field) for model, field in everything_shown()}
    own = {name for name, words in named.items() if words == name.rpartition(".")[2].replace("_", " ")}
    assert {name.rpartition(".")[2] for name in own} <= set(FIELDS)
    assert not [model for model, _field in everything_shown() if "istorical" in kind_of(model)]


def everything_shown():
    for name in (*of_account(AtErasure.GOES, AtErasure.KEY_STAYS), *BY_ADDRESS, "core.User.username"):
        model, field = field_of(name)
        yield model, field
        yield from ((model, each) for each in _shown(name, model))


def test_what_is_found_by_an_address_that_another_account_has_is_left_out(anna, cast, world):
    a_user("annan", email="ANNA.EK@kommun.example")
    extract = extract_person(user=anna, now=timezone.now(), by=anna)
    assert not {"accounts.Invitation.email", "reports.ReminderLetter.address"} & set(parts_of(extract.as_json))
    for text in (extract.as_json, extract.as_text):
        assert "eftersom ett annat konto har samma adress" in text


def test_it_holds_no_secret_and_no_one_elses_name_or_text(anna, cast):
    cast.controller.first_name = "Hemlige"
    cast.controller.save()
    anna.set_password(PASSWORD)
    anna.save()
    extract = extract_person(user=anna, now=timezone.now(), by=anna)
    for text in (extract.as_json, extract.as_text):
        assert SECRET not in text
        assert anna.password not in text
        assert anna.calendar_address.nonce not in text
        assert "Hemlige" not in text
    assessment = parts_of(extract.as_json)["reports.Assessment.updated_by"][0]["values"]
    assert "comment" not in assessment
    assert assessment["updated_by"] == "Anna Ek"
    assert assessment["approved_by"] is None


def test_only_oneself_and_superusers(anna, cast):
    for by in (cast.administrator, cast.controller):
        with pytest.raises(NotAllowed):
            extract_person(user=anna, now=timezone.now(), by=by)
    extract_person(user=anna, now=timezone.now(), by=cast.superuser)
    event = AuditEvent.objects.get(action="extracted")
    assert (event.actor, event.object_id) == (cast.superuser, str(anna.pk))


def test_as_many_queries_with_more_rows(anna, cast, django_assert_max_num_queries, world):
    def queries():
        with django_assert_max_num_queries(100) as captured:
            extract_person(user=anna, now=timezone.now(), by=anna)
        return len(captured)

    first = queries()
    for _ in range(5):
        extract_person(user=anna, now=timezone.now(), by=anna)
    for assessment in range(1, 3):
        world.goals[assessment].assessments.create(round=world.round, unit=world.afi, updated_by=anna)
    assert queries() == first


def test_on_the_command_line(anna, tmp_path, world):
    data, words, reader = tmp_path / "a.json", tmp_path / "a.txt", tmp_path / "b.json"
    call_command("export_person", "reporter", output=str(data), stdout=StringIO())
    assert "reports.ReaderNote.user" in parts_of(data.read_text())
    words.touch(mode=0o644)
    call_command("export_person", "reporter", output=str(words), stdout=StringIO())
    assert words.read_text().startswith("Uppgifter om Anna Ek\n")
    assert {path.stat().st_mode & 0o777 for path in (data, words)} == {0o600}
    a_subscription(world.committee, address="lasare@exempel.se")
    call_command("export_person", email="Lasare@exempel.se", output=str(reader), stdout=StringIO())
    assert set(parts_of(reader.read_text())) == {"reports.Subscription.address"}


# the person's own page


@pytest.fixture
def signed_in(client, anna):
    anna.authenticator_set.all().delete()
    sign_in(client, "reporter")
    return client


def test_the_page_says_what_there_is_and_the_account_leads_there(signed_in):
    assert f'href="{ADDRESS}"' in signed_in.get("/konto/").content.decode()
    page = signed_in.get(ADDRESS).content.decode()
    assert "Hämta som text" in page
    assert "Kalenderadresser" in page
    assert "E-postadresser" in page
    assert "uthenticator" not in page


@pytest.mark.parametrize(("format", "kind"), [("text", "text/plain"), ("json", "application/json")])
def test_the_file_is_the_persons_own(signed_in, format, kind):
    answer = signed_in.post(f"{ADDRESS}hamta/", {"format": format})
    assert answer["Content-Type"].startswith(kind)
    assert "attachment" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    assert "Fråga om köerna" in answer.content.decode()


def test_whoever_signed_in_a_while_ago_confirms_first_and_then_gets_the_file(signed_in):
    session = signed_in.session
    session["signed_in_at"] -= FRESH + 60
    for item in session.get("account_authentication_methods", []):
        item["at"] -= timedelta(hours=1).total_seconds()
    session.save()
    asked = signed_in.post(f"{ADDRESS}hamta/", {"format": "json"})
    assert asked["Location"].startswith("/konto/bekrafta/")
    assert not AuditEvent.objects.filter(action="extracted").exists()
    answer = signed_in.post(asked["Location"], {"password": PASSWORD})
    assert answer["Content-Type"].startswith("application/json")
    assert "reports.ReaderNote.user" in parts_of(answer.content.decode())


def test_getting_the_file_takes_a_post(signed_in):
    assert signed_in.get(f"{ADDRESS}hamta/").status_code == 405


def test_the_page_costs_the_same_with_more_to_tell(signed_in, anna, django_assert_max_num_queries):
    counted = []
    for _ in range(2):
        with django_assert_max_num_queries(40) as captured:
            signed_in.get(ADDRESS)
        counted.append(len(captured))
        for _more in range(3):
            sign_in(Client(), "reporter")
    assert counted[0] == counted[1]
