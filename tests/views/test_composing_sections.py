"""Writing, moving, hiding and deleting sections."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.choices import SectionKind
from reports.commands.composing import text_of
from reports.models import Section
from tests.builders import a_report, a_round, a_section, said_in


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


def test_a_section_is_added_last(controller, report, section):
    path = f"/rapporter/{report.pk}/avsnitt/nytt/"
    assert controller.get(path).status_code == 200
    answer = controller.post(path, typed(title="Ekonomi", content="Rad ett\n\n- a\n- b", level="2"))
    added = report.sections.last()
    assert answer.url == address(added)
    assert (added.title, added.level, added.content) == (
        "Ekonomi",
        2,
        "<p>Rad ett</p>\n<ul><li>a</li><li>b</li></ul>",
    )


def test_a_section_of_nothing_is_refused_at_its_field(controller, report):
    answer = controller.post(f"/rapporter/{report.pk}/avsnitt/nytt/", typed(title="", content="", is_hidden="on"))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"title"}
    assert answer.context["form"]["is_hidden"].value()
    assert not report.sections.exists()


@pytest.mark.parametrize(
    ("overrides", "field"),
    [
        ({"title": "Å" * 1001}, "title"),
        ({"kind": "page_break"}, "kind"),
        ({"kind": "hemlig"}, "kind"),
        ({"level": "9"}, "level"),
        ({"content": "x" * 300_001}, "content"),
    ],
)
def test_what_cannot_be_saved_stays_in_its_field(controller, section, overrides, field):
    answer = controller.post(address(section), typed(section, **overrides))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert overrides.get("title", "Inledning") in answer.content.decode()


def test_a_section_is_changed_and_its_editor_text_cleaned(controller, report, section):
    html = '<p onclick="x()">Bra<script>x()</script></p>'
    answer = controller.post(address(section), typed(section, content=html, content_markup="html", is_hidden="on"))
    assert answer.url == address(section)
    section.refresh_from_db()
    assert (section.content, section.is_hidden) == ("<p>Bra</p>", True)


def test_the_page_is_told_which_of_its_copies_was_saved(controller, report, section):
    assert controller.post(address(section), typed(section, copy="ab12")).url == f"{address(section)}#sparat-ab12"
    answer = controller.post(f"/rapporter/{report.pk}/avsnitt/nytt/", typed(title="Ekonomi", copy="cd34"))
    assert answer.url == f"{address(report.sections.last())}#sparat-cd34"
    section.refresh_from_db()
    refused = controller.post(address(section), typed(section, title="Annan", copy='"><script>'))
    assert (refused.status_code, set(refused.context["form"].errors)) == (422, {"copy"})


def test_only_a_page_of_what_was_sent_says_that_it_is_not_saved(controller, section):
    assert "data-typed" not in controller.get(address(section)).content.decode()
    assert "data-typed" in controller.post(address(section), typed(section, kind="hemlig")).content.decode()


def test_two_who_change_a_section_at_once_see_both_and_lose_nothing(controller, section):
    seen = text_of(section).fingerprint
    controller.post(address(section), typed(section, content="Först"))
    second = controller.post(address(section), typed(section, content="Sedan", seen=seen))
    page = second.content.decode()
    assert second.status_code == 409
    said = said_in(page)
    assert "Texten som är sparad nu Först" in said
    assert "Texten som du skrev Sedan" in said
    assert "Sedan</textarea>" in page
    section.refresh_from_db()
    assert section.content == "<p>Först</p>"
    again = controller.post(
        address(section), typed(section, content="Sedan", seen=second.context["form"]["seen"].value())
    )
    section.refresh_from_db()
    assert (again.status_code, section.content) == (302, "<p>Sedan</p>")


def test_what_was_typed_in_a_section_deleted_meanwhile_can_be_added_anew(controller, report, section):
    values = typed(section, content="Lång text", title="Min rubrik")
    controller.post(address(section, "ta-bort/"))
    answer = controller.post(address(section), values)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lång text</textarea>" in page
    assert f'action="/rapporter/{report.pk}/avsnitt/nytt/"' in page
    controller.post(f"/rapporter/{report.pk}/avsnitt/nytt/", values)
    assert titles(report) == ["Min rubrik"]
    assert controller.get(address(section)).status_code == 404


def test_a_section_of_another_report_is_not_found(controller, world, section):
    other = a_report(world.round)
    for tail in ("", "flytta/", "dolj/", "ta-bort/"):
        path = f"/rapporter/{other.pk}/avsnitt/{section.pk}/{tail}"
        assert controller.post(path, typed(section)).status_code in {404, 409}
    assert controller.get(f"/rapporter/{other.pk}/avsnitt/{section.pk}/").status_code == 404
    assert Section.objects.get().report == section.report


def test_a_section_is_saved_on_the_way_to_a_new_one_after_it(controller, report, section):
    answer = controller.post(address(section), typed(section, title="Ny", then="add"))
    assert answer.url == f"/rapporter/{report.pk}/avsnitt/nytt/?efter={section.pk}"
    assert titles(report) == ["Ny"]


def test_a_section_is_deleted_only_after_a_question(controller, report, section):
    page = controller.get(address(section, "ta-bort/")).content.decode()
    assert "Ta bort avsnittet ”Inledning”?" in page
    assert titles(report) == ["Inledning"]
    assert controller.post(address(section, "ta-bort/")).url == f"/rapporter/{report.pk}/redigera/"
    assert titles(report) == []


def test_options_are_kept_as_typed_and_shown_in_the_contracts_form(controller, world, section):
    answer = controller.post(
        address(section), typed(section, kind="indicator_table", options=" Perioder=2018, 2019;visa=kommentarer ")
    )
    assert answer.status_code == 302
    section.refresh_from_db()
    assert section.options == {"perioder": ["2018", "2019"], "visa": ["kommentarer"]}
    form = controller.get(address(section)).context["form"]
    assert (form["option_periods"].value(), form["option_parts"].value()) == (["2018", "2019"], ["kommentarer"])


@pytest.mark.parametrize(
    ("kind", "options", "told"),
    [
        ("text", "okänd=1", "Nyckeln ”okänd” finns inte."),
        ("text", "perioder", "går inte att tolka"),
        ("text", "visa=allt", "Tillåtet: beskrivning, bidrar"),
        ("text", "mål=m1; mål=m2", "mål står två gånger"),
        ("goal_table", "mål=m1,m99", "mål: ”m99” finns inte. Tillåtet: m1, m2, m3."),
        ("goal_table", "enheter=XYZ", "Tillåtet: AFI, IFO."),
        ("indicator_table", "perioder=augusti", "är inte en period"),
        ("data_table", "", "Välj den i listan."),
        ("data_table", "tabell=drift", "inget, för det finns inga ännu"),
        ("chart", "", "Välj indikatorer eller en tabell."),
    ],
)
def test_what_the_options_may_not_say_is_told_at_their_field(controller, section, kind, options, told):
    answer = controller.post(address(section), typed(section, kind=kind, options=options))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"options"}
    assert told in str(answer.context["form"].errors["options"])


def test_two_people_who_change_only_the_options_are_found_out(controller, section):
    theirs = typed(section, kind="goal_table", options="visa=bedömning")
    mine = typed(section, kind="goal_table", options="visa=kommentarer")
    assert controller.post(address(section), theirs).status_code == 302
    assert controller.post(address(section), mine).status_code == 409


def test_every_kind_of_section_can_be_chosen(controller, section):
    field = controller.get(address(section)).context["form"].fields["kind"]
    assert {value for value, _words in field.choices} == set(SectionKind)


def test_the_text_of_the_report_before_is_at_hand(controller, world, section):
    before = a_report(a_round(world.plan, as_of=date(2017, 4, 30)), title="Tertialrapport april")
    a_section(before, title="inledning", content="<p>Så skrev vi i våras.</p>")
    page = controller.get(address(section)).content.decode()
    assert "Förra rapportens text" in page
    assert "Så skrev vi i våras." in page
    assert "Tertialrapport april, per den 30 april 2017" in page
    assert "Förra rapportens text" not in controller.get(address(a_section(section.report))).content.decode()


def test_a_new_section_stands_after_the_one_it_was_asked_for_at(controller, report, section):
    a_section(report, title="Sist")
    page = controller.get(f"/rapporter/{report.pk}/avsnitt/nytt/?efter={section.pk}")
    assert page.context["form"]["after"].value() == section.pk
    controller.post(f"/rapporter/{report.pk}/avsnitt/nytt/", typed(title="Emellan", after=str(section.pk)))
    assert titles(report) == ["Inledning", "Emellan", "Sist"]


def test_the_preview_shows_what_is_typed_and_saves_nothing(controller, section):
    assert "sidan</a>" in controller.get(address(section, "forhandsvisa/")).content.decode()
    values = typed(section, title="Ny", content="| a | b |\n| --- | --- |\n| c | <script>x()</script> |")
    answer = controller.post(address(section, "forhandsvisa/"), values)
    page = answer.content.decode()
    assert ">Ny</h2>" in page
    assert '<th scope="row">c</th>' in page
    assert "<script" not in page
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    section.refresh_from_db()
    assert section.title == "Inledning"


def test_the_preview_says_what_has_to_be_mended_first(controller, report, section):
    for path in (address(section, "forhandsvisa/"), f"/rapporter/{report.pk}/avsnitt/forhandsvisa/"):
        assert "Välj den i listan." in controller.post(path, typed(kind="data_table")).content.decode()


def test_the_fields_of_another_kind_are_shown_without_saving(controller, section):
    answer = controller.post(address(section), typed(section, kind="goal_table", redraw="1"))
    assert "option_goals" in answer.context["form"].fields
    assert "Ny text</textarea>" in answer.content.decode()
    section.refresh_from_db()
    assert section.kind == "text"


def test_the_number_of_queries_does_not_grow_with_the_sections(controller, report, section):
    counts = []
    for more in (1, 60):
        for number in range(more):
            a_section(report, title=f"Avsnitt {number}", level=number % 4 + 1, content="<p>x</p>")
        with CaptureQueriesContext(connection) as queries:
            assert controller.get(address(section)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
