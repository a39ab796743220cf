"""A search that finds more than is read: the newest reports are shown whole, and the page says that there is more."""

from datetime import date

import pytest

from reports.models.published_passage import place_of
from reports.views.search import found
from tests.builders import a_committee, a_plan, a_report, a_round
from tests.published.publications import a_publication, with_passages
from tests.views.searches import heading, hits, search, text_of

LIMIT = 6


@pytest.fixture(autouse=True)
def limit(monkeypatch):
    monkeypatch.setattr(found, "MOST_HITS", LIMIT)
    monkeypatch.setattr("reports.views.search.results.MOST_HITS", LIMIT)


def reports(*sizes):
    """A report of each size, the newest first, told by their years."""
    plan = a_plan(a_committee())
    for place, size in enumerate(sizes):
        year = 2020 - place
        report = a_report(a_round(plan), title=str(year))
        publication = a_publication(report, as_of=date(year, 12, 31))
        with_passages(publication, *[("x", "mål")] * size)


def told(page):
    return [text_of(each) for each in page.xpath("//section[@aria-labelledby='traffar']/p")]


def choices(page, name):
    return [text_of(each) for each in page.xpath(f"//select[@name='{name}']/option")]


def test_as_much_as_is_read_is_all_of_it(client, db):
    reports(2, 2, 2)
    page = search(client, "mål")
    assert heading(page) == ["6 träffar i 3 rapporter"]
    assert told(page) == []


def test_what_is_more_is_said_and_the_newest_reports_are_shown_whole(client, db):
    reports(2, 3, 2, 2)
    page = search(client, "mål")
    assert heading(page) == ["Fler än 6 träffar"]
    assert told(page) == [
        "Här är träffarna i de 2 senaste rapporterna. "
        "Skriv fler ord, eller välj bland rapporterna, så hittas det äldre."
    ]
    assert {title: len(shown) for title, shown in hits(page).items()} == {"2020": 2, "2019": 3}


def test_a_report_that_is_read_to_its_end_just_there_is_shown(client, db):
    reports(3, 3, 1)
    assert list(hits(search(client, "mål"))) == ["2020", "2019"]


def test_one_report_with_more_is_shown_as_far_as_it_is_read(client, db):
    reports(9)
    page = search(client, "mål")
    assert heading(page) == ["Fler än 6 träffar"]
    assert list(hits(page)) == ["2020"]
    text = text_of(page)
    assert "Fler än 6 träffar." in text
    assert told(page) == [
        "Här är de 6 första träffarna i den senaste rapporten. "
        "Skriv fler ord, så hittas det som står längre ner eller i äldre rapporter."
    ]
    assert "Visa träffarna i 2020" in text
    assert "Visa alla" not in text


def test_what_is_older_is_found_where_it_is_chosen(client, db):
    reports(4, 4, 4)
    assert list(hits(search(client, "mål"))) == ["2020"]
    older = search(client, "mål", year="2018")
    assert heading(older) == ["4 träffar i 1 rapport"]
    assert list(hits(older)) == ["2018"]


def test_what_was_not_read_is_a_choice_all_the_same(client, db):
    reports(4, 4)
    page = search(client, "mål")
    assert "Tabellrad (minst 4)" in choices(page, "kind")
    assert "Kommentar" in choices(page, "kind")
    assert choices(page, "year") == ["Alla år", "2020", "2019"]


def test_a_choice_is_looked_for_in_the_older_reports_too(client, db, django_assert_num_queries):
    reports(4, 4)
    publication = a_publication(as_of=date(2001, 1, 1))
    (passage, *_others) = with_passages(publication, ("x", "mål"))
    type(passage).objects.filter(pk=passage.pk).update(kind="note")
    with django_assert_num_queries(6):
        page = search(client, "mål", kind="note")
    assert heading(page) == ["1 träff i 1 rapport"]
    assert "Tabellrad (minst 4)" in choices(page, "kind")


def test_the_place_of_a_passage_is_the_order_of_a_search(db):
    plan = a_plan(a_committee())
    days = (None, date(2016, 12, 31), date(2017, 8, 31), date(2017, 8, 31), date.max)
    publications = [a_publication(a_report(a_round(plan)), as_of=day) for day in days]
    places = [place_of(publication, position) for publication in reversed(publications) for position in (1, 2, 100_000)]
    assert places == sorted(places, reverse=True)
    assert 0 < places[-1] < places[0] < 2**63


def test_the_unit_that_is_chosen_is_among_the_choices_however_many_units_have_more(client, db, monkeypatch):
    monkeypatch.setattr("reports.views.search.narrowing.MOST_UNITS", 1)
    publication = a_publication()
    passages = with_passages(publication, *[("x", "mål")] * 3)
    for passage, unit in zip(passages, ("AFI", "AFI", "IFO"), strict=True):
        type(passage).objects.filter(pk=passage.pk).update(unit=unit)
    assert choices(search(client, "mål", unit="IFO"), "unit") == ["Alla enheter", "AFI (2)", "IFO (1)"]
