"""The accessibility statement: what the law asks for, whose it is, and the form that passes on what cannot be used."""

from datetime import date
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.urls import reverse

from reports.commands.open_forms import MOST_FROM_A_NETWORK
from tests.builders import a_committee

WHAT = "Diagrammet på sidan två läses inte upp."


@pytest.fixture
def municipality(world):
    found = world.committee.municipality
    found.name, found.contact_address = "Ålunda", "kontakt@alunda.example"
    found.save()
    return found


@pytest.fixture
def address(municipality):
    return reverse("reading:municipality_accessibility", args=[municipality.pk])


def sent(client, address, **changes):
    return client.post(address, {"what": WHAT, "where": "/socialnamnden/", "answer_to": "a@exempel.se"} | changes)


def test_the_statement_has_what_the_law_asks_for(client, municipality, address):
    municipality.assessed_on, municipality.assessed_how = date(2026, 10, 1), "Självskattning."
    municipality.known_faults = "Kartan går inte att använda med tangentbord. Rättas 2027.\n\nFilmerna saknar text."
    municipality.conformance = "not"
    municipality.save()
    page = client.get(address).content.decode()
    for words in (
        "Ålunda svarar för nämndernas rapporter",
        "<strong>inte förenlig</strong>",
        "lagen om tillgänglighet till digital offentlig service",
        "<li>Kartan går inte att använda med tangentbord. Rättas 2027.</li>",
        "<li>Filmerna saknar text.</li>",
        "1 oktober 2026",
        "Självskattning.",
        "https://www.digg.se/tdosanmalan",
        "kontakt@alunda.example",
        "oskäligt betungande",
    ):
        assert words in page
    assert "får inga kakor" in page


def test_it_does_not_say_more_than_is_known(client, address):
    page = client.get(address).content.decode()
    assert "delvis förenlig" in page
    assert "Kommunen har inte angett när den bedömde tjänsten" in page
    assert "Det bevisar inte att tjänsten är tillgänglig" in page


def test_a_municipality_alone_has_its_statement_at_the_short_address(client, municipality):
    assert "Ålunda svarar för" in client.get(reverse("reading:accessibility")).content.decode()


def test_where_there_are_several_each_has_its_own(client, municipality, address):
    other = a_committee().municipality
    page = client.get(reverse("reading:accessibility")).content.decode()
    assert address in page
    assert other.name in page
    assert client.get(reverse("reading:municipality_accessibility", args=[999_999])).status_code == 404


@pytest.mark.parametrize("page", ["/", "/socialnamnden/", "/logga-in/", "/prenumerera/", "/oppna-data/"])
def test_every_page_leads_to_it(client, municipality, page):
    assert "/tillganglighet/" in client.get(page).content.decode().partition("<footer")[2]


def test_what_is_told_goes_as_a_letter_and_is_kept_nowhere(client, address):
    answer = sent(client, address)
    assert answer.status_code == 302
    assert "Brevet är skickat till kommunen" in client.get(answer["Location"]).content.decode()
    (letter,) = mail.outbox
    assert (letter.to, letter.reply_to) == (["kontakt@alunda.example"], ["a@exempel.se"])
    assert WHAT in letter.body
    assert not client.cookies


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"what": ""}, "Skriv vad som inte går att använda."),
        ({"what": "x" * 5001}, "Skriv högst 5 000 tecken."),
        ({"where": "x" * 501}, "Skriv högst 500 tecken."),
        ({"answer_to": "a@exempel.se\nBcc: b@exempel.se"}, "Skriv en e-postadress"),
    ],
)
def test_what_cannot_be_sent_is_told_and_nothing_typed_is_lost(client, address, changes, words):
    answer = sent(client, address, **changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert ("what" in changes) or WHAT in page
    assert mail.outbox == []


def test_a_letter_that_does_not_go_off_is_told_and_nothing_typed_is_lost(client, address, monkeypatch):
    def gone(self, messages):
        raise SMTPServerDisconnected

    monkeypatch.setattr(EmailBackend, "send_messages", gone)
    answer = sent(client, address)
    assert answer.status_code == 503
    assert "gick inte att skicka just nu" in answer.content.decode()
    assert WHAT in answer.content.decode()


def test_too_many_from_one_network_are_asked_to_wait(client, address):
    for _number in range(MOST_FROM_A_NETWORK):
        assert sent(client, address).status_code == 302
    assert sent(client, address).status_code == 429
    assert len(mail.outbox) == MOST_FROM_A_NETWORK


def test_without_an_address_there_is_no_form(client, municipality, address):
    municipality.contact_address = ""
    municipality.save()
    page = client.get(address).content.decode()
    assert "tar inte emot rapporter genom den här sidan" in page
    assert "<textarea" not in page
    assert sent(client, address).status_code == 503
