"""Notes: numbered links on screen, footnotes on the page of their first reference on paper."""

import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from reports.build.document import (
    Cell,
    Column,
    DocumentSection,
    GoalTable,
    IndicatorLine,
    Note,
    PageBreak,
    Row,
    Table,
)
from reports.render.html import render_html
from reports.render.note_marks import NoteBook
from reports.render.pdf import print_html, print_source
from reports.render.stylesheets import paper_style
from tests.render.example import HEADINGS, goal_rows, text_of
from tests.render.example_blocks import NOTES, rich_document
from tests.render.example_tables import figures, heading
from tests.render.test_pdf import pages_of

ONE, TWO = Note(1, "Källa: ett"), Note(2, "Källa: två")


def page(**overrides):
    return lxml_html.fromstring(render_html(rich_document(**overrides)).decode())


def table(*numbers, rows=1):
    body = (Row((heading("Indikator", notes=numbers), *figures("1"))), *(Row((heading("x"), Cell("y"))),) * (rows - 1))
    return Table("Tabell", "", (Column(50), Column(50)), (), body)


def test_the_first_reference_brings_the_note_and_later_ones_only_its_number():
    book = NoteBook((ONE, TWO))
    assert [mark.text for mark in book.marks((2, 1))] == ["Källa: två", "Källa: ett"]
    assert [mark.text for mark in book.marks((2,))] == [""]


def test_opened_are_the_notes_referred_to_since_last_asked():
    book = NoteBook((ONE, TWO))
    book.marks((1,))
    assert (book.opened(), book.opened(), book.left()) == ((ONE,), (), (TWO,))


def test_a_note_that_does_not_exist_is_a_fault():
    with pytest.raises(KeyError):
        NoteBook((ONE,)).marks((3,))


def test_every_reference_leads_to_its_note_and_the_note_back_to_the_first():
    root = page()
    for note in NOTES:
        (line,) = root.xpath(f"//li[@id='not-{note.number}']")
        assert note.text in line.text_content()
        assert line.get("value") == str(note.number)
        (back,) = line.xpath("a[@role='doc-backlink']")
        assert back.get("aria-label") == f"Tillbaka till not {note.number} i texten"
        references = root.xpath(f"//a[@role='doc-noteref'][@href='#not-{note.number}']")
        assert [each.get("id") for each in references] == [f"notref-{note.number}", *[None] * (len(references) - 1)]
        assert {each.get("aria-label") for each in references} == {f"Not {note.number}"}


def test_notes_stand_at_the_end_of_the_section_that_first_refers_to_them():
    sections = tuple(DocumentSection(anchor, 2, anchor, "", table(1)) for anchor in ("a", "b"))
    root = page(sections=sections, notes=(ONE,))
    assert root.xpath("//section[h2[@id='a']]/ol[@class='notes']")
    assert not root.xpath("//section[h2[@id='b']]/ol")


def test_a_note_that_nothing_refers_to_is_not_lost():
    document = rich_document(sections=(DocumentSection("a", 2, "A", "", table(1)),), notes=(ONE, TWO))
    assert "Källa: två" in lxml_html.fromstring(render_html(document).decode()).text_content()
    assert "Källa: två" in print_source(document)


def test_on_paper_the_number_is_ours():
    source = print_source(rich_document(sections=(DocumentSection("a", 2, "A", "", table(2)),), notes=(ONE, TWO)))
    assert '<span class="footnote" id="not-2" data-number="2">Källa: två</span>' in source


def on_which_pages(document):
    """For every note: the page of its first reference and the page where it stands, both marked in the text."""
    source = re.sub(
        r'<span class="footnote" id="not-(\d+)" data-number="\d+">',
        r'HÄNVISNING\1! <span class="footnote" id="not-\1" data-number="\1">NOT\1! ',
        print_source(document),
    )
    found = {"HÄNVISNING": {}, "NOT": {}}
    for number, text in enumerate(pages_of(print_html(source, paper_style(document))), start=1):
        for kind, note in re.findall(r"(HÄNVISNING|NOT)(\d+)!", text):
            found[kind].setdefault(int(note), []).append(number)
    return found["HÄNVISNING"], found["NOT"]


def test_every_note_stands_once_on_the_page_of_its_first_reference():
    references, notes = on_which_pages(rich_document())
    assert sorted(notes) == [note.number for note in NOTES]
    assert notes == references


def test_a_note_gives_no_room_to_the_last_lines_of_a_page():
    """Pages that end after any number of lines of a paragraph, each with a note near its top."""
    sections, notes = [], []
    for number in range(1, 9):
        notes.append(Note(number, f"Källa: register {number}"))
        lines = "<p>Rad.</p>" * (number % 4) + "<p>Rad<br>rad.</p>" * (number // 4)
        sections += [
            DocumentSection(f"a{number}", 2, f"Avsnitt {number}", lines, table(number)),
            DocumentSection(f"b{number}", 2, "", text_of(9, number), None),
            DocumentSection(f"c{number}", 2, "", "", PageBreak()),
        ]
    references, places = on_which_pages(rich_document(sections=tuple(sections), notes=tuple(notes)))
    assert len(references) == 8
    assert places == references


def test_without_notes_paper_has_no_rules_for_them():
    document = rich_document(notes=())
    assert "footnote" in paper_style(rich_document())
    assert "footnote" not in paper_style(document)


def test_notes_in_the_five_column_table_stand_at_their_indicator():
    goals = GoalTable(HEADINGS, (replace(goal_rows()[0], indicators=(IndicatorLine("", "Andel", (), (1,)),)),))
    root = page(sections=(DocumentSection("m", 2, "M", "", goals),), notes=(ONE,))
    assert root.xpath("//li[@class='indicator']/sup/a[@href='#not-1']")
