"""The pages for what goes wrong: in Swedish, without the database, and with the id to quote."""

import pytest
from django.db import OperationalError
from django.template.loader import render_to_string


def page_of(client, monkeypatch, fault):
    def fails(*_args, **_kwargs):
        raise fault

    monkeypatch.setattr("allauth.account.views.LoginView.dispatch", fails)
    client.raise_request_exception = False
    return client.get("/logga-in/")


def test_a_fault_of_ours_is_told_with_the_id_and_without_the_database(client, monkeypatch):
    response = page_of(client, monkeypatch, RuntimeError("boom"))
    page = response.content.decode()
    assert response.status_code == 500
    assert "Något gick fel hos oss" in page
    assert f"<code>{response['X-Request-ID']}</code>" in page
    assert "boom" not in page


def test_a_database_that_is_away_is_worth_waiting_for(client, monkeypatch):
    response = page_of(client, monkeypatch, OperationalError("gone"))
    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "går inte att nå just nu" in response.content.decode()


def test_if_the_page_itself_fails_a_sentence_remains(client, monkeypatch):
    def fails(*_args, **_kwargs):
        raise ValueError

    monkeypatch.setattr("followup.core.views.fault.render_to_string", fails)
    response = page_of(client, monkeypatch, RuntimeError("boom"))
    assert response.status_code == 500
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Något gick fel" in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403_csrf", "500", "503"])
def test_the_bare_pages_need_nothing(name):
    assert '<html lang="sv">' in render_to_string(f"{name}.html")
