"""Every kind of block on paper: valid, in order, and broken over pages where a reader would break it."""

import logging
from io import BytesIO

import pikepdf
import pytest

from reports.build.document import (
    Cell,
    Column,
    DocumentSection,
    GoalFollowUp,
    GoalIndicators,
    GoalPart,
    GoalTable,
    IndicatorGroup,
    IndicatorPart,
    PageBreak,
    Result,
    Row,
    RowRole,
    Table,
    TextPart,
)
from reports.render.pdf import render_pdf
from tests.render.example import HEADINGS, goal_rows
from tests.render.example import text_of as text_of_paragraphs
from tests.render.example_blocks import NOTES, follow_up, rich_document, rich_sections
from tests.render.example_tables import ACHIEVED, data_table, figures, follow_up_table, heading
from tests.render.paper_rules import breaches_of_standards
from tests.render.test_pdf import Heard, pages_of, text_of, words


@pytest.fixture(scope="module")
def complaints():
    handler = Heard()
    logging.getLogger("weasyprint").addHandler(handler)
    yield handler.messages
    logging.getLogger("weasyprint").removeHandler(handler)


@pytest.fixture(scope="module")
def pdf(complaints):
    return render_pdf(rich_document())


@pytest.fixture(scope="module")
def pages(pdf):
    return pages_of(pdf, "-layout")


def only(block, title="Rubrik"):
    return rich_document(sections=(DocumentSection("a", 2, title, "", block),), notes=())


def page_with(pages, text):
    return next(number for number, page in enumerate(pages) if text in page and "Innehåll" not in page)


def test_weasyprint_has_nothing_to_complain_of(pdf, complaints):
    assert complaints == []


def test_it_keeps_the_standards_of_readers_and_of_the_archive(pdf):
    """With notes in cells, heads repeated on every page, cells that spanned rows, and pages lying down."""
    assert breaches_of_standards(pdf) == []


def test_the_same_document_gives_the_same_bytes(pdf):
    assert pdf == render_pdf(rich_document())


def test_sections_and_goals_stand_in_order(pdf):
    text = words(text_of(pdf, "-f", "3"))
    expected = []
    for section in rich_sections():
        expected += [section.title] if section.title else []
        if section.anchor == "malen":
            expected += [part.name for part in follow_up().parts if isinstance(part, GoalPart)]
    position = 0
    for name in expected:
        position = text.index(name, position) + len(name)


def test_the_goals_are_bookmarks_under_their_section(pdf):
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        (report,) = outline.root
        (section,) = [item for item in report.children if item.title == "Mål för mål"]
        (area, *_others) = section.children
        assert area.title == "1 Ett hållbart Kalmar"
        assert [item.title for item in area.children][:2] == [
            "1.1 Långtidssjukskrivningen minskar",
            "1.2 Socialtjänstens stöd",
        ]


def test_the_figures_of_a_chart_stand_below_it(pages):
    page = pages[page_with(pages, "Antalet har minskat från 54 till 49")]
    assert page.index("Antalet har minskat") < page.index("ej mätt ännu")


def test_a_chart_has_its_words_as_alternative_text(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        texts = [str(item["/Alt"]) for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert any("Långtidssjukskrivna medarbetare" in text for text in texts)


def test_the_heads_of_a_table_stand_on_each_of_its_pages(pages):
    first = page_with(pages, "Uppföljning av uppdrag")
    last = page_with(pages, "Planen har inga aktiviteter")
    assert last - first > 3
    assert all("Bedömning helår" in page for page in pages[first : last + 1])


def test_only_wide_blocks_lie_down_and_a_long_text_before_them_stands(pdf, pages):
    with pikepdf.open(BytesIO(pdf)) as file:
        lying = [number for number, page in enumerate(file.pages) if page.mediabox[2] > page.mediabox[3]]
    assert lying == [page_with(pages, "Bedömningar i rundan")]
    assert page_with(pages, "Bedömningar per enhet") < lying[0]


def test_a_short_text_lies_down_with_its_table():
    matrix = next(section for section in rich_sections() if section.anchor == "matris")
    short = DocumentSection("m", 2, "Bedömningar", "<p>Enheterna har svarat.</p>", matrix.block)
    with pikepdf.open(BytesIO(render_pdf(rich_document(sections=(short,), notes=())))) as file:
        assert [page.mediabox[2] > page.mediabox[3] for page in file.pages] == [False, True]


def test_the_area_is_named_at_the_head_of_every_page_of_its_goals(pages):
    first, last = page_with(pages, "1.2 Socialtjänstens stöd"), page_with(pages, "Ett mycket djupt mål")
    assert all("1 Ett hållbart Kalmar" in page[:80] for page in pages[first : last + 1])


def test_no_heading_is_left_at_the_foot_of_a_page():
    """Goals at every distance from the foot of a page."""
    goals = tuple(
        GoalPart(f"g{number}", 0, "Etikett", "", f"Målet {number} slutar", "<p>Rad.</p>" * (number % 7), (), (), ())
        for number in range(60)
    )
    pages = pages_of(render_pdf(only(GoalFollowUp(goals))))
    feet = [page.split("Tertialrapport augusti 2022")[0].rstrip() for page in pages[3:]]
    lone = [foot for foot in feet if foot.endswith("Etikett")]
    assert lone == []


@pytest.mark.parametrize("notes", [(), NOTES])
def test_a_status_is_never_parted_from_the_text_below_it(notes):
    """Short texts at every distance from the foot of a page."""
    sections = []
    for number in range(20, 34):
        own = Result("Nämnden", "", True, ACHIEVED, (TextPart("", f"<p>{'Lorem ipsum dolor sit. ' * 8}</p>"),))
        parts = (
            GoalPart(f"o{number}", 0, "Område", "", "Området", "", (), (), ()),
            GoalPart(f"m{number}", 1, "", "", "Målet", "", (), (own,), ()),
        )
        sections += [
            DocumentSection(f"a{number}", 2, f"Avsnitt {number}", "<p>Rad.</p>" * number, None),
            DocumentSection(f"b{number}", 3, f"Mål {number}", "", GoalFollowUp(parts)),
            DocumentSection(f"c{number}", 2, "", "", PageBreak()),
        ]
    pages = pages_of(render_pdf(rich_document(sections=tuple(sections), notes=notes)))
    found = [page for page in pages if "Målet Uppfyllt" in page]
    assert len(found) == 14
    assert all("Målet Uppfyllt Lorem" in page for page in found)


def test_indicators_in_one_line_each_are_broken_between():
    items = tuple(IndicatorPart(f"i{number}", "", f"Indikator {number}", "", (), None, ()) for number in range(60))
    block = GoalFollowUp(
        (
            GoalPart("g", 0, "", "", "Målet", text_of_paragraphs(3, 1), (), (), ()),
            GoalIndicators("g", 0, "", (IndicatorGroup("Indikatorer", items),)),
        )
    )
    pages = pages_of(render_pdf(only(block)))
    assert "Indikator 5" in next(page for page in pages if "Målet" in page and "Innehåll" not in page)


@pytest.mark.parametrize("role", [RowRole.SUM, RowRole.TOTAL, RowRole.GRAND_TOTAL, RowRole.PART])
def test_a_sum_never_begins_a_page(role):
    rows = []
    for number in range(150):
        last = number % 3 == 2
        rows.append(
            Row((heading(f"{'Slut' if last else 'Rad'} {number}"), *figures("1")), role if last else RowRole.ROW)
        )
    head = (Row((heading("Huvud"), heading("Tal"))),)
    table = Table("Tabell", "", (Column(60), Column(40, is_number=True)), head, tuple(rows))
    pages = pages_of(render_pdf(only(table)))[3:]
    assert len(pages) > 2
    assert not [page for page in pages if page.split("Huvud Tal", 1)[1].split()[0] == "Slut"]


def test_a_row_of_texts_never_begins_with_its_reference_alone(pages):
    for page in pages[page_with(pages, "Uppföljning av uppdrag") :]:
        foot = page.split("Tertialrapport augusti 2022")[0].rstrip()
        assert not foot.endswith((" 1-2", " 3", "Delvis uppfyllt"))


def test_a_text_longer_than_many_pages_is_whole():
    text = " ".join(f"ord{number}" for number in range(7500))
    table = follow_up_table(lambda *_arguments: "")
    row = Row((heading("1"), Cell(parts=(TextPart("", f"<p>{text}</p>"),)), Cell()))
    outcome = text_of(render_pdf(only(Table("T", "", table.columns, table.head, (row,)))))
    found = [word for word in outcome.replace("-\n", "").split() if word.startswith("ord")]
    assert found == text.split()


def test_the_name_of_a_goal_does_not_stay_at_the_head_of_the_pages_of_the_sections_after_it():
    goals = GoalTable(HEADINGS, goal_rows()[-1:])
    table = data_table(wide=True)
    sections = (
        DocumentSection("m", 2, "Målen", "", goals),
        DocumentSection("t", 2, "Tabellen", "", table),
    )
    found = pages_of(render_pdf(rich_document(sections=sections, notes=())), "-layout")
    assert "psykosocial" in found[page_with(found, "Målen")]
    assert "psykosocial" not in found[page_with(found, "Tabellen")]


def test_no_goal_is_bookmarked_above_the_goal_it_lies_under():
    parts = tuple(GoalPart(f"g{depth}", depth, "", "", f"Mål {depth}", "", (), (), ()) for depth in range(6))
    with pikepdf.open(BytesIO(render_pdf(only(GoalFollowUp(parts))))) as file, file.open_outline() as outline:
        depths, pending = {}, [(item, 0) for item in outline.root]
        while pending:
            item, depth = pending.pop()
            depths[item.title] = depth
            pending += [(child, depth + 1) for child in item.children]
    found = [depths[f"Mål {depth}"] for depth in range(6)]
    assert found == sorted(found)
