"""What can be found in a report: every text that it holds, each with an address that its page has."""

import json
import re
from dataclasses import replace

import pytest

from followup.core.search import words_of
from reports.build.document import (
    Cell,
    Column,
    DocumentSection,
    GoalOverview,
    GoalTable,
    Result,
    Row,
    RowRole,
    StatusMark,
    Table,
    TextPart,
)
from reports.choices import PassageKind
from reports.published.passage import Passage
from reports.published.passages import passages_of
from reports.render.data import render_json
from reports.render.html import render_html
from tests.render.example import HEADINGS, example_document, goal_rows
from tests.render.example_blocks import rich_document
from tests.render.example_summed_up import summed_up_document

DOCUMENTS = {"goals": example_document, "blocks": rich_document, "summed up": summed_up_document}
NOT_TEXT = {
    "type", "anchor", "kind", "mark", "html", "role", "shape", "link", "sha256", "content_type", "subject", "goal",
    "headings", "summaries", "categories", "series", "trend", "goals", "by",
}  # fmt: skip
"""Keys of what is no text of the report, or stands in the text of something else too."""


def passages(document):
    return passages_of(json.loads(render_json(document)))


def all_documents():
    return pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS)


def texts_in(sealed):
    if isinstance(sealed, str):
        yield sealed
    elif isinstance(sealed, list):
        for each in sealed:
            yield from texts_in(each)
    elif isinstance(sealed, dict):
        if "text" in sealed and "html" in sealed:
            yield re.sub(r"\(https?:[^)]*\)|[*_]", " ", sealed["text"])
        for key, value in sealed.items():
            if key not in NOT_TEXT and not (key == "text" and "html" in sealed):
                yield from texts_in(value)


@all_documents()
def test_every_passage_leads_to_a_place_that_the_page_has(make):
    document = make()
    ids = set(re.findall(r'\bid="([^"]+)"', render_html(document).decode()))
    assert {(each.kind, each.anchor) for each in passages(document) if each.anchor not in ids} == set()


@all_documents()
def test_every_word_of_the_sections_and_notes_can_be_found(make):
    sealed = json.loads(render_json(make()))
    told = {word.text for key in ("sections", "notes") for text in texts_in(sealed[key]) for word in words_of(text)}
    found = {
        word.text
        for each in passages_of(sealed)
        for text in (each.title, each.place, each.text, each.unit, each.unit_name, each.status_word)
        for word in words_of(text)
    }
    assert len(told) > 100
    assert told - found == set()


def test_goals_of_an_overview_are_found_there_only_where_they_are_described_nowhere_else():
    document = example_document()
    overview = [section for section in document.sections if isinstance(section.block, GoalOverview)]
    described = [each for each in passages(document) if each.kind == PassageKind.GOAL]
    alone = [each for each in passages(example_document(sections=tuple(overview))) if each.kind == PassageKind.GOAL]
    assert {each.anchor for each in described} == {goal.anchor for goal in goal_rows()}
    assert [each.title for each in alone] == [each.title for each in described]
    assert {each.anchor for each in alone} == {overview[0].anchor}


def test_a_comment_says_who_answered_what_with_which_status():
    status = StatusMark("achieved", "Nått")
    row = replace(
        goal_rows()[0],
        results=(
            Result("AFI", "Arbetsmarknad", False, status, (TextPart("Orsak", "<p>Två<br>rader</p>"),)),
            Result("SN", "Socialnämnden", True, None, (TextPart("", "<p>Nämndens ord.</p>"),)),
            Result("IFO", "Familj", False, None, ()),
        ),
    )  # fmt: skip
    section = DocumentSection("mal", 2, "Målen", "", GoalTable(HEADINGS, (row,)))
    comments = [each for each in passages(example_document(sections=(section,))) if each.kind == PassageKind.COMMENT]
    title = f"{row.number} {row.name}"
    assert comments == [
        Passage("comment", row.anchor, title, "Målen", "AFI", "Arbetsmarknad", "achieved", "Nått", "Orsak: Två\nrader"),
        Passage("comment", row.anchor, title, "Målen", text="Nämndens ord."),
    ]


def test_a_row_under_another_is_found_at_the_others_address():
    def row(text, value, role=RowRole.ROW, anchor=""):
        return Row((Cell(text, is_heading=True), Cell(value)), role, anchor)

    body = (row("Alla", "57 av 70", anchor="alla"), row("varav kvinnor", "30", RowRole.PART), row("Övriga", "2,5"))
    table = Table("Svar", "", (Column(50), Column(50)), (), body)
    section = DocumentSection("siffror", 2, "Siffror", "", table)
    rows = [each for each in passages(example_document(sections=(section,))) if each.kind == PassageKind.ROW]
    assert [(each.anchor, each.title, each.place, each.text) for each in rows] == [
        ("siffror-tabell", "Svar", "Siffror", ""),
        ("alla", "Alla", "Siffror › Svar", "57 av 70"),
        ("alla", "varav kvinnor", "Siffror › Svar", "30"),
        ("siffror-tabell", "Övriga", "Siffror › Svar", "2,5"),
    ]


def test_a_section_without_a_title_is_found_under_the_heading_above():
    sections = (
        DocumentSection("ett", 2, "Ett", "<p>Första</p>", None),
        DocumentSection("tva", 3, "Två", "", None),
        DocumentSection("namnlos", 3, "", "<p>Andra</p>", None),
    )
    found = [each for each in passages(example_document(sections=sections)) if each.anchor in {"ett", "tva", "namnlos"}]
    assert [(each.anchor, each.title, each.place, each.text) for each in found] == [
        ("ett", "Ett", "", "Första"),
        ("tva", "Två", "Ett", ""),
        ("tva", "Två", "Ett", "Andra"),
    ]


def test_data_of_an_older_version_lacks_keys_and_is_read_all_the_same():
    old = {"title": "Rapport", "sections": [{"anchor": "a", "title": "Avsnitt", "block": {"type": "table"}}]}
    assert [each.title for each in passages_of(old)] == ["Rapport", "Avsnitt"]
    assert passages_of({}) == []


def test_text_is_kept_with_composed_letters():
    section = DocumentSection("a", 2, "Ma\u030al", "", None)
    assert "Mål" in [each.title for each in passages(example_document(sections=(section,)))]
