"""A part of a document as a document of its own."""

from dataclasses import replace

import pytest

from reports.build.document import (
    Cell,
    Column,
    DocumentSection,
    GoalFollowUp,
    GoalOverview,
    GoalPart,
    OverviewGoal,
    Result,
    Row,
    RowRole,
    StandingItem,
    Table,
)
from reports.build.extract_areas import Areas
from reports.build.extracts import extract_of, extract_parts
from reports.render.pdf import print_source
from tests.render.example import ACHIEVED, NOT, example_document
from tests.render.example_blocks import rich_document
from tests.render.example_summed_up import summed_up_document

PUBLISHED = example_document().edition


def name_of(anchor):
    """The same for a goal that is shown again."""
    return anchor.removesuffix("-2").title()


def follow_up(*goals):
    return GoalFollowUp(
        tuple(GoalPart(anchor, depth, "", "", name_of(anchor), "", (), (), ()) for anchor, depth in goals)
    )


def overview(*goals):
    rows = tuple(
        OverviewGoal(anchor, "", name_of(anchor), depth, None, (Result(unit, unit, False, ACHIEVED, ()),))
        for anchor, depth, unit in goals
    )
    return GoalOverview((), rows, ("AFI", "IFO"))


def table(*rows, role=RowRole.ROW):
    made = []
    for row in rows:
        anchor, text, *more = row
        made.append(Row((Cell(text),), more[0] if more else role, anchor))
    return Table("Tabell", "", (Column(100),), (), tuple(made))


def section(title, level=2, block=None, html="", anchor=""):
    return DocumentSection(anchor or f"avsnitt-{title.lower() or level}", level, title, html, block)


def document(*sections, **overrides):
    return example_document(sections=sections, notes=(), edition=PUBLISHED, **overrides)


def told(extract):
    return [(each.title, each.html) for each in extract.sections]


TWO_AREAS = document(
    section("Inledning", html="<p>Om allt.</p>"),
    section(
        "Översikt", block=overview(("mal-a", 0, "AFI"), ("mal-a1", 1, "AFI"), ("mal-b", 0, "IFO")), html="<p>B.</p>"
    ),
    section("Målen", html="<p>Om målen.</p>"),
    section("A", level=3, block=follow_up(("mal-a-2", 0), ("mal-a1-2", 1)), html="<p>Om A.</p>"),
    section("Siffror om A", level=4, block=table(("", "1"))),
    section("B", level=3, block=follow_up(("mal-b-2", 0))),
    section("Ekonomi", block=table(("", "2"))),
)


def test_the_parts_are_the_brief_and_the_areas_in_order():
    found = extract_parts(replace(TWO_AREAS, in_brief=summed_up_document().in_brief))
    assert [(each.name, each.title) for each in found] == [
        ("i-korthet", "I korthet"),
        ("mal-a", "Mal-A"),
        ("mal-b", "Mal-B"),
    ]


def test_a_report_of_one_area_has_no_areas_to_choose_from_and_one_without_goals_no_parts():
    assert extract_parts(document(section("A", block=follow_up(("mal-a", 0), ("mal-a1", 1))))) == ()
    assert extract_parts(document(section("Text", html="<p>Text.</p>"))) == ()


def test_a_draft_and_an_unknown_part_have_no_extract():
    assert extract_of(replace(TWO_AREAS, edition=None), "mal-a") is None
    assert extract_of(TWO_AREAS, "mal-a1") is None
    assert extract_of(TWO_AREAS, "i-korthet") is None


def test_the_cover_says_what_it_is_taken_from():
    extract = extract_of(TWO_AREAS, "mal-a")
    assert extract.title == "Utdrag ur Delårsrapport augusti 2017: Mal-A"
    assert extract.subtitle == "Version 2, publicerad 12 oktober 2017 kl. 09.32"
    assert extract.edition == TWO_AREAS.edition
    assert extract.slug == f"{TWO_AREAS.slug}-utdrag-mal-a"


def test_an_area_has_its_rows_under_bare_headings_and_its_own_sections_whole():
    assert told(extract_of(TWO_AREAS, "mal-a")) == [
        ("Översikt", ""),
        ("Målen", ""),
        ("A", "<p>Om A.</p>"),
        ("Siffror om A", ""),
    ]
    assert told(extract_of(TWO_AREAS, "mal-b")) == [("Översikt", ""), ("Målen", ""), ("B", "")]


def test_the_overview_has_the_areas_goals_and_units():
    block = extract_of(TWO_AREAS, "mal-a").sections[0].block
    assert [goal.anchor for goal in block.goals] == ["mal-a", "mal-a1"]
    assert block.units == ("AFI",)
    assert extract_of(TWO_AREAS, "mal-b").sections[0].block.units == ("IFO",)


def test_a_follow_up_of_several_areas_has_the_goals_from_one_topmost_to_the_next():
    report = document(section("Målen", block=follow_up(("mal-a", 0), ("mal-a1", 1), ("mal-b", 0), ("mal-b1", 1))))
    block = extract_of(report, "mal-b").sections[0].block
    assert [part.anchor for part in block.parts] == ["mal-b", "mal-b1"]


def test_goals_that_are_topmost_in_one_section_and_lower_in_another_are_one_area():
    report = document(
        section("Alla", block=follow_up(("mal-a", 0), ("mal-a1", 1), ("mal-b", 0))),
        section("Fördjupning", block=follow_up(("mal-a1-2", 0), ("mal-djup", 1)), html="<p>Djupt.</p>"),
    )
    assert [part.name for part in extract_parts(report)] == ["mal-a", "mal-b"]
    assert told(extract_of(report, "mal-a"))[1] == ("Fördjupning", "<p>Djupt.</p>")
    assert len(extract_of(report, "mal-b").sections) == 1


def test_areas_that_the_document_names_are_areas_even_where_no_section_shows_them():
    def item(key, area, anchor="", kind="goal"):
        return StandingItem(kind, key, "", "", key, anchor=anchor, area=area)

    report = document(
        section("Målen", block=follow_up(("mal-a1", 0), ("mal-a2", 0), ("mal-b1", 0))),
        section("Siffror", block=table(("indikatortabell-indikator-x", "x"), ("indikatortabell-indikator-y", "y"))),
        standing=(
            item("a1", "1 Samhälle", "mal-a1"),
            item("a2", "1 Samhälle", "mal-a2"),
            item("b1", "2 Ekonomi", "mal-b1"),
            item("x", "2 Ekonomi", "indikatortabell-indikator-x", "indicator"),
            item("y", "1 Samhälle", "indikatortabell-indikator-y", "indicator"),
        ),
    )
    assert [(each.name, each.title) for each in extract_parts(report)] == [
        ("mal-a1", "1 Samhälle"),
        ("mal-b1", "2 Ekonomi"),
    ]
    goals, figures = extract_of(report, "mal-a1").sections
    assert [part.anchor for part in goals.block.parts] == ["mal-a1", "mal-a2"]
    assert [row.cells[0].text for row in figures.block.body] == ["y"]


def test_a_table_has_its_rows_with_those_that_go_on_under_them_below_their_headings_and_no_sums():
    prefix = "bedomningsmatris-mal"
    report = document(
        section("Målen", block=follow_up(("mal-a", 0), ("mal-b", 0))),
        section(
            "Matris",
            block=table(
                ("", "Grupp 1", RowRole.GROUP),
                (f"{prefix}-a", "a"),
                ("", "kvinnor", RowRole.PART),
                (f"{prefix}-b", "b"),
                ("", "Grupp 2", RowRole.GROUP),
                (f"{prefix}-b-2", "b igen"),
                ("", "Summa", RowRole.SUM),
            ),
        ),
    )
    assert [row.cells[0].text for row in extract_of(report, "mal-a").sections[1].block.body] == [
        "Grupp 1",
        "a",
        "kvinnor",
    ]
    assert [row.cells[0].text for row in extract_of(report, "mal-b").sections[1].block.body] == [
        "Grupp 1",
        "b",
        "Grupp 2",
        "b igen",
    ]


def test_rows_that_a_cell_spans_stay_together():
    rows = (
        Row((Cell("båda", rows=2), Cell("a")), anchor="bedomningsmatris-mal-a"),
        Row((Cell("b"),), anchor="bedomningsmatris-mal-b"),
        Row((Cell("för sig"), Cell("b")), anchor="bedomningsmatris-mal-b-2"),
    )
    spanned = Table("T", "", (Column(50), Column(50)), (), rows)
    report = document(section("M", block=follow_up(("mal-a", 0), ("mal-b", 0))), section("T", block=spanned))
    assert len(extract_of(report, "mal-a").sections[1].block.body) == 2
    assert len(extract_of(report, "mal-b").sections[1].block.body) == 3


def test_a_block_right_after_the_areas_own_under_one_heading_comes_along_and_a_text_does_not():
    report = document(
        section("Målen", html="<p>Om alla.</p>"),
        section("", block=follow_up(("mal-a", 0))),
        section("", block=table(("", "tal om a"))),
        section("", html="<p>Om alla igen.</p>"),
        section("", block=follow_up(("mal-b", 0))),
    )
    assert told(extract_of(report, "mal-a")) == [("Målen", ""), ("", ""), ("", "")]


def test_no_link_leads_out_of_the_extract():
    def linked(*links):
        rows = tuple(Row((Cell("x", link=link),), anchor="malmatris-mal-a") for link in links)
        return Table("T", "", (Column(100),), (), rows)

    report = document(
        section("Målen", block=follow_up(("mal-a", 0), ("mal-b", 0))), section("T", block=linked("mal-a", "mal-b"))
    )
    found = extract_of(report, "mal-a").sections[1].block
    assert [row.cells[0].link for row in found.body] == ["mal-a", ""]


def test_the_notes_are_those_that_it_refers_to_with_their_own_numbers():
    report = rich_document(edition=PUBLISHED)
    names = [each.name for each in extract_parts(report)]
    extract = extract_of(report, names[0])
    used = {note.number for note in extract.notes}
    assert used
    assert used < {note.number for note in report.notes}
    assert all(note in report.notes for note in extract.notes)
    assert print_source(extract)


def test_the_brief_stands_alone_and_leads_nowhere():
    report = summed_up_document(edition=PUBLISHED)
    extract = extract_of(report, "i-korthet")
    assert (extract.sections, extract.since_last, extract.notes, extract.standing) == ((), None, (), ())
    assert extract.summaries == report.summaries
    page = print_source(extract)
    assert 'href="#' not in page
    assert report.in_brief.troubles[0].name in page


@pytest.mark.parametrize("anchor", ["mal-a", "mal-a1", "mal-a-2", "indikatortabell-mal-a1"])
def test_every_anchor_has_its_area(anchor):
    assert Areas(TWO_AREAS).of_row(anchor).anchor == "mal-a"


def test_an_unknown_anchor_has_none():
    assert Areas(TWO_AREAS).of("avsnitt-ekonomi") is None


def test_the_status_of_other_areas_is_nowhere():
    hidden = replace(TWO_AREAS, summaries=summed_up_document().summaries)
    assert extract_of(hidden, "mal-a").summaries == ()
    assert NOT.word not in print_source(extract_of(hidden, "mal-a"))
