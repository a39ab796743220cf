"""The lists of goals, indicators and reports: narrowed, ordered, paged, with columns chosen, and taken away."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook

from tests.builders import a_committee, a_plan, said_in
from tests.versions import a_version, figure, told_goal, told_indicator

APRIL, AUGUST = date(2017, 4, 30), date(2017, 8, 31)


def listed(client, name, query="", committee="socialnamnden"):
    return client.get(f"{reverse(f'reading:committee_{name}', args=[committee])}{query}")


def names(response):
    return [row.record.name for row in response.context["list"].table.page.object_list]


def as_csv(response):
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def as_sheet(response):
    sheet = load_workbook(BytesIO(response.content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.fixture
def goals(world):
    a_version(world.plan, APRIL, told_goal("old", "achieved"), told_goal("m1", "achieved", area="Ekonomi"))
    return a_version(
        world.plan,
        AUGUST,
        told_goal("a", is_area=True),
        told_goal("m1", "not_achieved", area="Ekonomi", number="1"),
        told_goal("m2", units=[("AFI", "achieved"), ("IFO", "not_achieved")], area="Personal", number="2"),
        told_goal("m3", area="Personal", number="3"),
    )


def test_every_goal_stands_once_as_the_newest_report_has_it(client, goals):
    found = listed(client, "goals")
    assert names(found) == ["Mål m1", "Mål m2", "Mål m3", "Mål old"]
    said = said_in(found.content.decode())
    assert "4 mål" in said
    assert "1 Mål m1 Ekonomi Ej uppnått augusti 2017" in said
    assert "2 Mål m2 Personal Enheterna bedömer olika augusti 2017" in said


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?status=not_achieved", ["Mål m1"]),
        ("?status=achieved", ["Mål old"]),
        ("?status=mixed", ["Mål m2"]),
        ("?status=ingen", ["Mål m3"]),
        ("?words=M2", ["Mål m2"]),
        ("?area=Personal", ["Mål m2", "Mål m3"]),
        ("?area=Personal&status=ingen", ["Mål m3"]),
        ("?sort=-name", ["Mål old", "Mål m3", "Mål m2", "Mål m1"]),
        ("?sort=verdict", ["Mål old", "Mål m1", "Mål m2", "Mål m3"]),
        ("?sort=-verdict", ["Mål m3", "Mål m2", "Mål m1", "Mål old"]),
        ("?status=nonsense&area=nonsense&sort=nonsense&page=nonsense&kolumn=nonsense", None),
    ],
)
def test_a_list_is_narrowed_and_ordered_by_its_address(client, goals, query, expected):
    found = listed(client, "goals", query)
    assert names(found) == (expected or ["Mål m1", "Mål m2", "Mål m3", "Mål old"])


def test_links_in_the_list_keep_what_is_chosen(client, goals):
    html = listed(client, "goals", "?area=Personal&kolumn=verdict&sort=name").content.decode()
    assert "?area=Personal&amp;kolumn=verdict&amp;sort=-name" in html
    assert "?area=Personal&amp;kolumn=verdict&amp;sort=name&amp;hamta=csv" in html
    assert '<input type="hidden" name="sort" value="name">' in html


def test_columns_are_chosen_but_the_name_is_always_there(client, goals):
    table = listed(client, "goals", "?kolumn=units&kolumn=label").context["list"].table
    assert [column.name for column in table.columns] == ["name", "label", "units"]


def test_a_cell_that_has_nothing_to_tell_says_so_where_the_rows_fold(client, goals):
    page = html.fromstring(listed(client, "goals").content.decode())
    numbers = page.xpath("//td[@data-label='Nr']")
    assert [(each.text_content().strip(), each.get("data-empty")) for each in numbers] == [
        ("1", None),
        ("2", None),
        ("3", None),
        ("—", "true"),
    ]


def test_a_list_that_nothing_matches_and_one_of_nothing_are_two_things(client, world, goals):
    assert "Inget mål stämmer med valet" in listed(client, "goals", "?words=finns+inte").content.decode()
    empty = a_committee(slug="tom")
    found = listed(client, "goals", committee=empty.slug).content.decode()
    assert "Inga mål är publicerade än" in found
    assert "<form" not in found


def test_what_is_shown_is_taken_away_all_pages_of_it(client, world):
    a_version(world.plan, AUGUST, *(told_goal(f"m{number:03}", "achieved") for number in range(120)))
    assert len(names(listed(client, "goals", "?page=3"))) == 20
    rows = as_csv(listed(client, "goals", "?page=3&sort=-name&kolumn=verdict&hamta=csv"))
    assert rows[:2] == [["Mål", "Status"], ["Mål m119", "Uppnått"]]
    assert len(rows) == 121
    sheet = as_sheet(listed(client, "goals", "?sort=name&kolumn=report&hamta=xlsx"))
    assert sheet[0] == ["Mål", "Rapport"]
    assert sheet[1][0] == "Mål m000"
    assert sheet[1][1].date() == AUGUST
    assert len(sheet) == 121


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_text_becomes_a_formula_in_a_file(client, world, evil):
    a_version(world.plan, AUGUST, told_goal("m1", "achieved", name=evil))
    assert as_csv(listed(client, "goals", "?hamta=csv"))[1][1] == f"'{evil}"
    book = load_workbook(BytesIO(listed(client, "goals", "?hamta=xlsx").content))
    assert [cell.data_type for cell in book.active[2] if cell.value] == ["s", "s", "d"]


def test_numbers_in_a_file_are_numbers(client, world):
    a_version(world.plan, AUGUST, told_indicator("i1", figure("2017", -12.5, words="−12,5")))
    assert as_csv(listed(client, "indicators", "?kolumn=last&hamta=csv"))[1][1] == "-12,5"
    assert as_sheet(listed(client, "indicators", "?kolumn=last&hamta=xlsx"))[1][1] == -12.5


def test_an_indicator_has_its_last_figure_and_the_target_of_that_year(client, world):
    a_version(
        world.plan,
        AUGUST,
        told_indicator("i1", figure("2016", 70), figure("2017", 80), targets=[(2016, 75), (2017, 85)]),
        told_indicator("i2", figure("2017", 5, unit="AFI")),
        told_indicator("i3"),
    )
    said = said_in(listed(client, "indicators").content.decode())
    assert "Indikator i1 — 80 % 2017 85 % augusti 2017" in said
    assert "5 % AFI 2017" in said
    assert names(listed(client, "indicators", "?figures=utan")) == ["Indikator i3"]
    assert names(listed(client, "indicators", "?figures=med&sort=last")) == ["Indikator i2", "Indikator i1"]


def test_reports_are_listed_with_how_many_goals_are_achieved(client, cast, world, goals):
    a_version(world.plan, AUGUST, told_goal("m1", "achieved"), audience="members")
    said = said_in(listed(client, "reports").content.decode())
    assert "2 rapporter" in said
    assert "31 augusti 2017" in said
    assert "0 av 2" in said
    assert "2 av 2" in said
    client.force_login(cast.reader)
    assert "Bara för nämndens ledamöter" in listed(client, "reports").content.decode()
    assert listed(client, "reports", "?since=2018").context["list"].is_empty


def test_a_municipalitys_list_has_all_its_committees_and_no_other(client, world, goals):
    other = a_committee(municipality=world.committee.municipality, name="Omsorgsnämnden")
    a_version(a_plan(other), AUGUST, told_goal("x", "achieved"))
    a_version(a_plan(a_committee()), AUGUST, told_goal("elsewhere", "achieved"))
    address = reverse("reading:municipality_goals", args=[world.committee.municipality_id])
    assert sorted(names(client.get(address))) == ["Mål m1", "Mål m2", "Mål m3", "Mål old", "Mål x"]
    assert names(client.get(f"{address}?committee={other.pk}")) == ["Mål x"]
    assert "Omsorgsnämnden" in [column for row in as_csv(client.get(f"{address}?hamta=csv")) for column in row]


@pytest.mark.parametrize("name", ["goals", "indicators", "reports"])
def test_a_list_takes_as_many_queries_for_many_rows_as_for_few(client, world, name):
    def version(day, count):
        a_version(
            world.plan,
            day,
            *(told_goal(f"m{number}", units=[("AFI", "achieved")]) for number in range(count)),
            *(told_indicator(f"i{number}", figure("2017", number), targets=[(2017, 1)]) for number in range(count)),
        )

    version(APRIL, 2)
    listed(client, name)
    with CaptureQueriesContext(connection) as few:
        listed(client, name)
    for month in range(1, 11):
        version(date(2018, month, 28), 30)
    with CaptureQueriesContext(connection) as many:
        listed(client, name)
    assert len(many) == len(few) <= 5


def test_a_reader_who_is_not_signed_in_gets_no_cookie(client, goals):
    for query in ("", "?hamta=csv", "?status=achieved"):
        assert not listed(client, "goals", query).cookies
