"""What a reader picks to see of a published version, by its address alone."""

import re

import pytest
from lxml import html

from reports.commands.withdrawal import withdraw
from reports.sealed import outline
from tests.builders import said_in
from tests.read_report import a_report_to_read, sealed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("light_pdf")]

PAGE = "/socialnamnden/delar-2017/"


@pytest.fixture
def version(world, cast):
    return sealed(a_report_to_read(world), cast.controller)


def style(client, query):
    return client.get(f"{PAGE}v1/urval.css?{query}").content.decode()


def as_path(selector):
    tests = re.findall(r'\[(data-[a-z]+)(~?)="([^"]*)"\]', selector)
    return " and ".join(
        f"contains(concat(' ', @{name}, ' '), ' {slug} ')" if is_word else f"@{name} = '{slug}'"
        for name, is_word, slug in tests
    )


def shown(page, css):
    """The goals, items and answers that the style sheet leaves, as (class, words), by reading its rules."""
    hidden = set()
    for rule in re.findall(r"\[data-area\]:not\((.*?)\)\{", css):
        kept = {element for selector in rule.split(",") for element in page.xpath(f"//*[{as_path(selector)}]")}
        for element in page.xpath("//*[@data-area]"):
            if element not in kept:
                hidden |= set(element.iter())
    return [
        " ".join(each.text_content().split())
        for each in page.xpath("//*[@class='goal-part__name' or @class='answer'] | //section/h2")
        if each not in hidden
    ]


def page_at(client, query=""):
    return html.fromstring(client.get(f"{PAGE}?{query}").content.decode())


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("status=ej-uppnatt", ["Mål för mål", "Trygghet", "11 Mål 11", "AFI Ej uppnått AFI om 11."]),
        ("status=ej-uppnatt&enhet=ifo", []),
        ("status=delvis-uppnatt&enhet=ifo", ["Mål för mål", "Trygghet", "12 Mål 12", "IFO Delvis uppnått IFO om 12."]),
        ("omrade=e", ["Mål för mål", "Ekonomi", "21 Mål 21", "AFI Uppnått AFI om 21.", "IFO Uppnått IFO om 21."]),
        ("status=ej-uppnatt&omrade=e", []),
    ],
)
def test_what_does_not_match_is_hidden_with_the_headings_that_have_nothing_left(client, version, query, wanted):
    found = shown(page_at(client, query), style(client, query))
    assert [each for each in found if each not in {"I korthet", "Översikt", "Indikatorer"}] == wanted


def test_text_without_goals_is_not_part_of_a_selection(client, version):
    assert "Inledning" in shown(page_at(client), "")
    assert "Inledning" not in shown(page_at(client), style(client, "omrade=t"))


def test_the_page_says_how_much_is_shown_and_leads_to_all_of_it(client, version):
    page = page_at(client, "status=ej-uppnatt&status=delvis-uppnatt")
    (result,) = page.xpath("//*[@role='status'][@data-pick-result]")
    assert "Visar 2 av 3 mål." in said_in(html.tostring(result, encoding="unicode"))
    assert result.xpath(".//a/@href") == ["./"]
    assert page.xpath("//link[@data-pick-style]/@href") == [
        f"{PAGE}v1/urval.css?status=delvis-uppnatt&status=ej-uppnatt"
    ]


def test_without_a_selection_there_is_no_style_sheet_for_one(client, version):
    assert page_at(client).xpath("//link[@data-pick-style]") == []
    assert style(client, "") == ""


def test_what_nothing_has_is_shown_as_nothing(client, version):
    said = said_in(client.get(f"{PAGE}?status=kan-ej-bedomas").content.decode())
    assert "Visar 0 av 3 mål." in said
    assert "Inget stämmer med urvalet." in said


@pytest.mark.parametrize("value", ['x"]{}body{display:none}', "</style><script>", "okänd", "a" * 5000])
def test_a_value_that_the_version_does_not_know_is_told_and_goes_nowhere_near_the_style(client, version, value):
    response = client.get(PAGE, {"status": value})
    assert response.status_code == 200
    assert "Det här finns inte i versionen och räknas inte" in response.content.decode()
    assert "<script>" not in response.content.decode()
    answer = client.get(f"{PAGE}v1/urval.css", {"status": [value, "uppnatt"]})
    assert answer.content.decode() == '[data-area]:not([data-status~="uppnatt"]){display:none!important}\n'


def test_the_part_for_the_script_says_the_same_as_the_page(client, version):
    part = client.get(f"{PAGE}v1/urval/?enhet=afi").content.decode()
    assert "Visar 3 av 3 mål." in said_in(part)
    assert "<html" not in part


def test_the_links_and_the_form_need_no_script(client, version):
    page = page_at(client)
    assert page.xpath("//a[@data-pick][normalize-space()='Bara det som inte är uppnått']/@href") == [
        "?status=delvis-uppnatt&status=ej-uppnatt"
    ]
    (form,) = page.xpath("//form[@data-pick-form]")
    assert (form.get("method"), form.get("action")) == ("get", "./")
    assert {each.get("name") for each in form.xpath(".//input | .//select")} == {"status", "enhet", "omrade"}


def test_a_version_from_before_has_no_form_and_says_so_when_asked(client, version, monkeypatch):
    monkeypatch.setattr(outline, "_read", lambda *_file: outline.Outline((), (), (), (), ()))
    page = page_at(client, "status=uppnatt")
    assert page.xpath("//form[@data-pick-form]") == []
    assert "går inte att visa i urval" in page.text_content()


def test_the_sealed_bytes_are_read_once_and_the_queries_do_not_grow(client, version, django_assert_num_queries):
    client.get(PAGE)
    with django_assert_num_queries(3):
        client.get(f"{PAGE}?status=ej-uppnatt")


def test_a_withdrawn_or_closed_version_is_not_told_of(client, world, cast, version):
    withdraw(publication=version, reason="Fel siffror.", by=cast.controller)
    assert client.get(f"{PAGE}v1/urval.css").status_code == 410
    assert client.get(f"{PAGE}v9/urval.css").status_code == 404
