"""What is done in the tree of sections: moving, naming, hiding, and what is typed beside it meanwhile."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.commands.composing import text_of
from tests.builders import a_report, a_section


@pytest.fixture
def report(world):
    return a_report(world.round)


@pytest.fixture
def section(report):
    return a_section(report, title="Inledning", content='<p>Se <a href="https://example.org">sidan</a>.</p>')


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(section, tail=""):
    return f"/rapporter/{section.report_id}/avsnitt/{section.pk}/{tail}"


def typed(section=None, **overrides):
    values = {"title": "Inledning", "level": "1", "kind": "text", "content": "Ny text", "content_markup": "text"}
    return values | {"seen": text_of(section).fingerprint if section else ""} | overrides


def titles(report):
    return list(report.sections.values_list("title", flat=True))


def test_sections_are_moved(controller, report, section):
    second = a_section(report, title="Ekonomi")
    answer = controller.post(address(second, "flytta/"), {"direction": "up"})
    assert answer.url == f"/rapporter/{report.pk}/redigera/#avsnitt-{second.pk}"
    assert titles(report) == ["Ekonomi", "Inledning"]
    controller.post(address(second, "flytta/"), {"direction": "down"})
    assert titles(report) == ["Inledning", "Ekonomi"]
    assert controller.post(address(second, "flytta/"), {"direction": "bort"}).status_code == 422
    assert controller.get(address(second, "flytta/")).status_code == 405


def test_htmx_gets_the_list_alone_with_what_happened(controller, report, section):
    second = a_section(report, title="Ekonomi")
    answer = controller.post(address(second, "flytta/"), {"direction": "up"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert page.strip().startswith('<div id="avsnitten"')
    assert "”Ekonomi” är flyttat." in page
    assert page.index("Ändra ”Ekonomi”") < page.index("Ändra ”Inledning”")


def test_a_section_is_hidden_and_shown(controller, section):
    controller.post(address(section, "dolj/"), {"hide": "1"})
    section.refresh_from_db()
    assert section.is_hidden
    controller.post(address(section, "dolj/"), {"hide": "0"})
    section.refresh_from_db()
    assert not section.is_hidden


def beside(form):
    """What a form sends along with a button in the tree."""
    values = {name: form[name].value() or "" for name in form.fields if name != "is_hidden"}
    return values | {"content_markup": "html"}


def test_what_is_typed_goes_along_with_what_is_done_in_the_tree_and_is_not_saved(controller, report, section):
    second = a_section(report, title="Ekonomi")
    typed_in = beside(controller.get(address(section)).context["form"]) | {"current": section.pk}
    moved = controller.post(address(second, "flytta/"), typed_in | {"direction": "up", "title": "Ny rubrik"})
    assert (moved.status_code, moved.context["form"]["title"].value()) == (200, "Ny rubrik")
    assert "”Ekonomi” är flyttat." in moved.content.decode()
    hidden = controller.post(address(section, "dolj/"), typed_in | {"hide": "1", "title": "Ny rubrik"})
    form = hidden.context["form"]
    section.refresh_from_db()
    assert (section.title, section.is_hidden, titles(report)) == ("Inledning", True, ["Ekonomi", "Inledning"])
    assert (form["seen"].value(), form["is_hidden"].value()) == (text_of(section).fingerprint, True)


def test_that_the_section_is_to_be_hidden_is_not_taken_for_what_is_done_in_the_tree(controller, report, section):
    second = a_section(report, title="Ekonomi")
    typed_in = beside(controller.get(address(section)).context["form"]) | {"current": section.pk, "is_hidden": "on"}
    answer = controller.post(address(second, "dolj/"), typed_in | {"hide": "1"})
    assert answer.context["form"]["is_hidden"].value()
    assert list(report.sections.values_list("is_hidden", flat=True)) == [False, True]


def test_where_nothing_is_typed_the_page_is_gone_back_to(controller, report):
    section = a_section(report, title="Inledning", content="<p>Så gick det.</p>")
    typed_in = beside(controller.get(address(section)).context["form"]) | {"current": section.pk}
    answer = controller.post(address(section, "dolj/"), typed_in | {"hide": "1"})
    assert (answer.status_code, answer["Location"]) == (302, address(section))


def test_what_another_saved_is_still_found_out_after_something_in_the_tree(controller, report, section):
    typed_in = beside(controller.get(address(section)).context["form"]) | {"current": section.pk, "title": "Min"}
    controller.post(address(section), typed(section, title="Den andras"))
    kept = controller.post(address(section, "dolj/"), typed_in | {"hide": "1"}).context["form"]
    assert controller.post(address(section), beside(kept)).status_code == 409


def test_what_is_typed_in_a_section_that_is_gone_goes_along_as_a_new_one(controller, report, section):
    second = a_section(report, title="Ekonomi")
    typed_in = beside(controller.get(address(section)).context["form"]) | {"current": section.pk, "title": "Min"}
    controller.post(address(section, "ta-bort/"))
    page = controller.post(address(second, "dolj/"), typed_in | {"hide": "1"})
    assert page.context["form"]["title"].value() == "Min"
    assert f'action="/rapporter/{report.pk}/avsnitt/nytt/"' in page.content.decode()


def test_a_section_is_placed_and_named_from_the_tree(controller, report, section):
    second = a_section(report, title="Ekonomi")
    controller.post(address(second, "flytta/"), {"place": str(section.pk), "level": "1"})
    assert titles(report) == ["Ekonomi", "Inledning"]
    controller.post(address(second, "namn/"), {"title": "Pengar"})
    assert titles(report) == ["Pengar", "Inledning"]
    for place, level in (("x", "1"), ("", "9"), ("", "")):
        assert controller.post(address(second, "flytta/"), {"place": place, "level": level}).status_code == 422
    answer = controller.post(address(second, "namn/"), {"title": " ", "current": str(section.pk)}, follow=True)
    assert "Skriv en rubrik." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == address(section)


def test_keeping_what_is_typed_costs_the_same_in_a_long_report(controller, report, section):
    counts = []
    for more in (1, 40):
        for number in range(more):
            a_section(report, title=f"Avsnitt {number}", level=number % 4 + 1)
        typed_in = beside(controller.get(address(section)).context["form"]) | {"current": section.pk, "title": "Ny"}
        with CaptureQueriesContext(connection) as queries:
            kept = controller.post(address(report.sections.last(), "dolj/"), typed_in | {"hide": "1"})
        assert kept.context["form"]["title"].value() == "Ny"
        counts.append(len(queries))
    assert counts[0] == counts[1]
