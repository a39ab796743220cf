"""The pages of a section as it is typed: what they say, that they are laid out once, and that nothing is saved."""

from threading import BoundedSemaphore

import pytest

from reports.commands import layout_line
from reports.commands.composing import text_of
from reports.render import pdf
from tests.builders import a_report, a_section
from tests.render.test_pdf import pages_of


@pytest.fixture
def report(world):
    return a_report(world.round)


@pytest.fixture
def section(report):
    return a_section(report, title="Inledning", content="<p>Sparat.</p>")


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def sent(controller, section, **overrides):
    values = {"title": "Inledning", "level": "1", "kind": "text", "content": "Skrivet nu", "content_markup": "text"}
    values |= {"seen": text_of(section).fingerprint}
    return controller.post(f"/rapporter/{section.report_id}/avsnitt/sidor.pdf", values | overrides)


def test_the_pages_hold_what_is_typed_alone_and_say_that_it_is_a_draft(controller, section):
    answer = sent(controller, section)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    (page,) = pages_of(answer.content)
    assert "Skrivet nu" in page
    assert "Utkast" in page
    section.refresh_from_db()
    assert section.content == "<p>Sparat.</p>"


def test_what_has_not_changed_is_not_laid_out_again(controller, section, monkeypatch):
    laid_out = []
    monkeypatch.setattr(pdf, "print_html", lambda source, style: laid_out.append(source) or b"%PDF-")
    for words in ("Först", "Först", "Sedan", "Först"):
        assert sent(controller, section, content=words).content == b"%PDF-"
    assert len(laid_out) == 2


def test_another_look_is_other_pages(controller, section, monkeypatch):
    laid_out = []
    monkeypatch.setattr(pdf, "print_html", lambda source, style: laid_out.append(style) or b"%PDF-")
    municipality = section.report.committee.municipality
    for accent in ("#7a1f2b", "#1f2b7a"):
        municipality.accent = accent
        municipality.save()
        sent(controller, section, content="Utseende")
    assert len(laid_out) == 2


def test_what_cannot_be_shown_says_why(controller, section):
    answer = sent(controller, section, kind="data_table")
    assert answer.status_code == 422
    assert "Välj den i listan." in answer.content.decode()


def test_who_comes_when_the_line_is_full_is_told_to_wait(controller, section, monkeypatch):
    line = BoundedSemaphore(1)
    line.acquire()
    monkeypatch.setattr(layout_line, "_IN_LINE", line)
    answer = sent(controller, section)
    assert answer.status_code == 503
    assert "Vänta en halv minut" in answer.content.decode()
