"""What the sheets are called: short where that is enough, and told apart by words before numbers."""

import pytest

from reports.build.document import DocumentSection, GoalFollowUp, GoalPart, PageBreak
from reports.render.xlsx_naming import sheet_names
from reports.render.xlsx_titles import LONGEST_TITLE, SheetTitles, sheet_title
from tests.render.example_tables import data_table


def a_table(title="", level=1, caption=""):
    return DocumentSection("a", level, title, "", data_table(caption=caption or title))


def a_text(title, level=1):
    return DocumentSection("a", level, title, "", None)


def a_follow_up(*names, title=""):
    return DocumentSection("a", 2, title, "", GoalFollowUp(tuple(_goal(name) for name in names)))


def _goal(name):
    return GoalPart("g", 0, "", "", name, "", (), (), ())


def names(*sections):
    return [name for section, name in zip(sections, sheet_names(sections), strict=True) if section.block is not None]


def test_a_sheet_is_called_what_its_section_is():
    assert names(a_text("Ekonomi"), a_table("Resultat", 2), a_table("Investeringar", 2)) == [
        "Resultat",
        "Investeringar",
    ]


def test_sections_called_the_same_are_told_apart_by_the_heading_above_them():
    assert names(a_text("Barn"), a_table("Utfall", 2), a_text("Äldre"), a_table("Utfall", 2)) == [
        "Utfall, Barn",
        "Utfall, Äldre",
    ]


def test_a_section_without_a_title_is_called_what_its_table_is():
    assert names(a_table("Resultat"), a_table(caption="Effekt av pandemin")) == ["Resultat", "Effekt av pandemin"]


def test_what_stands_under_one_goal_is_told_apart_by_that_goal():
    assert names(
        a_text("Mål och uppföljning"),
        a_follow_up("Trygghet"), a_table(caption="Uppföljning"),
        a_follow_up("Kvalitet"), a_table(caption="Uppföljning"),
    ) == ["Trygghet", "Uppföljning, Trygghet", "Kvalitet", "Uppföljning, Kvalitet"]  # fmt: skip


def test_a_beginning_that_long_titles_share_is_left_out():
    assert names(
        a_table("Kommunövergripande mål: Attraktiv arbetsgivare"),
        a_table("Kommunövergripande mål: Hållbar verksamhetsutveckling"),
        a_table("Mål: Kort"),
    ) == ["Attraktiv arbetsgivare", "Hållbar verksamhetsutveckling", "Mål: Kort"]


def test_a_page_break_under_the_same_heading_makes_no_name_longer():
    assert sheet_names([a_text("Bilagor"), a_table("Resultat"), DocumentSection("b", 1, "", "", PageBreak())])[1] == (
        "Resultat"
    )


def test_what_nothing_tells_apart_keeps_its_name_and_gets_a_number():
    assert names(a_table("Tabell"), a_table("Tabell")) == ["Tabell", "Tabell"]
    titles = SheetTitles()
    assert [titles.free(name) for name in ("Tabell", "tabell")] == ["Tabell", "tabell 2"]


@pytest.mark.parametrize("above", ["Kort", "En lång rubrik som inte ryms på en flik"])
def test_a_longer_name_has_room_for_both_its_parts(above):
    first, _second = names(
        a_text(above),
        a_table("Måluppfyllelse i sammandrag", 2),
        a_text("Annat"),
        a_table("Måluppfyllelse i sammandrag", 2),
    )
    assert len(sheet_title(first)) <= LONGEST_TITLE
    assert first.startswith("Måluppfyllelse")
    assert above.split()[0] in first
