"""Narrowing a search, its pages, what stands where nothing is found, and what it costs."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.models import PublishedPassage
from reports.views.search.results import HITS_A_PAGE, HITS_OF_A_REPORT, REPORTS_A_PAGE
from tests.builders import a_committee, a_plan, a_report, a_round
from tests.published.publications import a_publication, with_passages
from tests.views.searches import excerpts, heading, hits, search, text_of, two_reports

pytestmark = pytest.mark.usefixtures("light_pdf")

NEW, OLD = "Delårsuppföljning 2017", "Årsrapport 2016"


@pytest.fixture
def reports(world, cast):
    return two_reports(world, cast)


def choices(page, name):
    return [text_of(each) for each in page.xpath(f"//select[@name='{name}']/option")]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"year": "2016"}, [OLD]),
        ({"year": "2017"}, [NEW]),
        ({"kind": "comment"}, [NEW]),
        ({"status": "not_achieved"}, [NEW]),
        ({"status": "achieved"}, []),
        ({"unit": "AFI"}, [NEW]),
        ({"unit": "IFO"}, []),
        ({"committee": "socialnamnden"}, [NEW, OLD]),
        ({"kind": "section", "year": "2017"}, []),
    ],
)
def test_a_search_is_narrowed(client, reports, narrowed, found):
    assert list(hits(search(client, "sjukfrånvaro", **narrowed))) == found


@pytest.mark.parametrize(
    "narrowed",
    [
        {"year": "1999"}, {"year": "x"}, {"year": "9" * 40}, {"committee": "ingen"}, {"kind": "\x00"},
        {"municipality": "'"}, {"status": "bra"}, {"report": "x"}, {"report": "٣"}, {"page": "99"}, {"page": "-1"},
    ],
)  # fmt: skip
def test_what_cannot_be_read_narrows_nothing(client, reports, narrowed):
    assert list(hits(search(client, "sjukfrånvaro", **narrowed))) == [NEW, OLD]


@pytest.mark.parametrize("narrowed", [{"unit": "\x00x"}, {"report": "9" * 15}, {"unit": "å" * 5000}])
def test_what_names_nothing_finds_nothing(client, reports, narrowed):
    assert hits(search(client, "sjukfrånvaro", **narrowed)) == {}


def test_choices_say_how_many_there_are_of_each(client, reports):
    page = search(client, "sjukfrånvaro", kind="comment")
    assert choices(page, "kind") == ["Allt", "Avsnitt (1)", "Kommentar (1)"]
    assert choices(page, "status") == []  # one alone is nothing to choose between
    assert choices(page, "year") == ["Alla år", "2017", "2016"]
    assert page.xpath("//select[@name='kind']/option[@selected]/@value") == ["comment"]
    assert page.xpath("//details[@open]")


def test_statuses_are_chosen_between_with_how_many_there_are_of_each(client, reports):
    of_each = ["Alla statusar", "Uppnått (1)", "Ej uppnått (1)"]
    assert choices(search(client, "svarat"), "status") == of_each
    page = search(client, "svarat", status="achieved")
    assert choices(page, "status") == of_each
    assert page.xpath("//select[@name='status']/option[@selected]/@value") == ["achieved"]
    assert list(hits(page)) == [NEW]


def test_choices_are_those_of_the_committee_where_it_is_chosen_and_named_with_the_municipality(client, reports):
    assert choices(search(client, "mål"), "committee") == []
    other = a_publication()
    with_passages(other, ("Mål", "text"))
    page = search(client, "mål")
    named = [f"{each.committee.name}, {each.committee.municipality.name}" for each in (other, reports[0])]
    assert sorted(choices(page, "committee")) == sorted(["Alla nämnder", *named])
    assert list(hits(search(client, "mål", municipality=other.committee.municipality.code))) == [other.title]


def test_reports_are_shown_page_by_page_and_the_address_keeps_the_state(client, db):
    plan = a_plan(a_committee())
    for number in range(REPORTS_A_PAGE + 2):
        report = a_report(a_round(plan), title=f"Rapport {number}", as_of=date(2000 + number, 1, 1))
        with_passages(a_publication(report, as_of=report.as_of), ("Mål", "ja"))
    first = search(client, "mål", kind="row")
    assert list(hits(first)) == [f"Rapport {number}" for number in range(11, 1, -1)]
    (next_page,) = first.xpath("//a[@rel='next']/@href")
    assert set(next_page.removeprefix("?").split("&")) == {"q=m%C3%A5l", "kind=row", "page=2"}
    assert list(hits(search(client, "mål", kind="row", page="2"))) == ["Rapport 1", "Rapport 0"]


def test_a_report_shows_its_first_hits_and_leads_to_all(client, db):
    publication = a_publication()
    with_passages(publication, *[(f"Mål {number}", "ja") for number in range(HITS_A_PAGE + 1)])
    page = search(client, "mål")
    assert len(hits(page)[publication.title]) == HITS_OF_A_REPORT
    (link,) = page.xpath("//a[starts-with(normalize-space(.), 'Visa alla 51 träffar')]/@href")
    all_hits = search(client, "mål", report=publication.report_id)
    assert f"report={publication.report_id}" in link
    assert len(hits(all_hits)[publication.title]) == HITS_A_PAGE
    assert len(hits(search(client, "mål", report=publication.report_id, page="2"))[publication.title]) == 1


def test_reports_with_the_words_in_a_title_come_first_then_the_newest(client, db):
    plan = a_plan(a_committee())
    for title, passage, year in (("A", ("Mål", ""), 2015), ("B", ("x", "mål"), 2017), ("C", ("x", "mål"), None)):
        report = a_report(a_round(plan), title=title)
        with_passages(a_publication(report, as_of=year and date(year, 1, 1)), passage)
    assert list(hits(search(client, "mål"))) == ["A", "B", "C"]


def test_nothing_found_gives_advice(client, reports):
    page = search(client, '"zebra finns" giraff', year="2017")
    advice = [text_of(each) for each in page.xpath("//div[@class='empty']//li")]
    assert advice[0] == "Sök bland alla rapporter, utan urval."
    assert "Sök på färre ord: alla orden måste stå på samma ställe." in advice
    assert page.xpath("//div[@class='empty']//li/a/@href") == [
        "/sok/?q=%22zebra+finns%22+giraff",
        "/sok/?q=zebra+finns+giraff&year=2017",
    ]


def test_a_report_that_cannot_be_looked_in_yet_is_told_of_where_nothing_is_found(client, reports):
    assert "Alla rapporter går inte" not in text_of(search(client, "finnsinte"))
    a_publication()
    assert "Alla rapporter går inte att söka i just nu. Försök igen senare." in text_of(search(client, "finnsinte"))


def test_nothing_written_and_no_word_written_say_what_to_do(client, db):
    assert "Sök bland allt som är publicerat" in search(client, "").text_content()
    assert "Det finns inget ord att söka efter" in search(client, "-mål").text_content()


def test_a_text_that_is_too_long_is_kept_and_not_looked_for(client, reports):
    page = search(client, "mål " * 60)
    assert "Skriv högst 200 tecken." in page.text_content()
    assert page.xpath("//input[@id='q']/@value") == [("mål " * 60).strip()]
    assert hits(page) == {}


def test_a_long_text_is_cut_around_what_was_found(client, db):
    with_passages(a_publication(), ("Text", "ord " * 100 + "zebra " + "ord " * 100))
    (found,) = excerpts(search(client, "zebra"))
    assert found.startswith("… ord")
    assert "zebra" in found
    assert found.endswith("ord …")


@pytest.mark.parametrize("narrowed", [{}, {"kind": "row", "year": "2017"}])
def test_a_search_takes_as_many_queries_for_many_reports_as_for_one(client, db, django_assert_num_queries, narrowed):
    plan = a_plan(a_committee())
    for number in range(12):
        report = a_report(a_round(plan), title=f"Rapport {number}")
        with_passages(a_publication(report), *[("Mål", "ja")] * (1 if number == 0 else 20))
        if number in {0, 11}:
            with django_assert_num_queries(5):
                assert heading(search(client, "mål", **narrowed))
    with django_assert_num_queries(2):
        search(client, "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    q=st.text(max_size=220),
    other=st.dictionaries(
        st.sampled_from(["kind", "year", "unit", "status", "report", "page", "committee", "municipality"]),
        st.text(max_size=30),
    ),
)
def test_any_address_is_answered(client, db, q, other):
    if not PublishedPassage.objects.exists():
        with_passages(a_publication(), ("Mål", "ja"))
    assert client.get("/sok/", {"q": q, **other}).status_code == 200
