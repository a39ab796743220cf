"""Signing in and out, and what is said when it does not work."""

import pytest

from followup.core.models import AuditEvent

PASSWORD = "ett-langt-losenord"


def sign_in(client, username, password=PASSWORD, onwards=""):
    return client.post("/logga-in/", {"login": username, "password": password, "next": onwards})


def test_signing_in_goes_on_to_where_one_was_going_and_is_remembered(client, cast):
    response = sign_in(client, "reporter", onwards="/rapportera/")
    assert response["Location"] == "/rapportera/"
    event = AuditEvent.objects.get()
    assert (event.action, event.actor_name) == ("signed_in", str(cast.reporter))


@pytest.mark.parametrize("onwards", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(client, cast, onwards):
    assert sign_in(client, "reporter", onwards=onwards)["Location"] == "/"


def test_a_wrong_password_keeps_the_name_and_says_so_in_swedish(client, cast):
    response = sign_in(client, "reporter", "fel")
    page = response.content.decode()
    assert 'value="reporter"' in page
    assert "lösenord" in page
    assert not AuditEvent.objects.exists()


def test_whoever_was_on_the_way_to_a_page_is_told_why_they_are_here(client, world):
    words = "Var du redan inloggad har inloggningen gått ut."
    assert words in client.get("/rapporter/", follow=True).content.decode()
    assert words not in client.get("/logga-in/").content.decode()
    assert words not in client.get("/logga-in/?next=https://example.com/").content.decode()


def test_signing_out(client, cast):
    client.force_login(cast.reporter)
    assert client.post("/logga-ut/")["Location"] == "/"
    assert client.get("/rapportera/")["Location"].startswith("/logga-in/")


def test_the_reason_for_a_closed_door_is_said(client, cast, world):
    client.force_login(cast.reader)
    response = client.get(f"/oversikt/{world.round.pk}/")
    assert response.status_code == 403
    assert "Du följer inte den här uppföljningen." in response.content.decode()
