"""Tables of what was answered: the follow-up, assignments, activities; and attachments."""

from datetime import date

import pytest

from reports.build.blocks.attachments import is_web_address
from reports.build.document import RowRole
from reports.build.part_facts import AttachmentFact
from reports.choices import SectionKind
from tests.build.sections import block_of, document_of, headings, words
from tests.reports.facts import (
    a_goal_fact,
    a_section_fact,
    an_answer,
    an_area_fact,
    an_assignment_fact,
    an_indicator_fact,
)

GOALS = (a_goal_fact(1, number="", name="Goda uppväxtvillkor"), a_goal_fact(2, number="", name="God kvalitet"))
SUBJECTS = {
    "goals": GOALS,
    "indicators": (an_indicator_fact(1, goal_id=2, number="1"), an_indicator_fact(2, goal_id=2, number="2")),
    "assignments": (an_assignment_fact(3, goal_id=1), an_assignment_fact(4, goal_id=1)),
}


def follow_up(*answers, options=None):
    return block_of("follow_up_table", options=options, assessments=answers, **SUBJECTS)


def test_the_follow_up_has_reference_text_and_judgement_for_the_year_in_the_order_of_the_answers():
    found = follow_up(
        an_answer(None, None, "", assignment_id=4, ref="3-4", comment="<p>Pågår.</p>", forecast="<p>Klart.</p>"),
        an_answer(None, None, "ongoing", assignment_id=3, comment=""),
    )
    assert headings(found) == ["Ref", "Uppföljning", "Bedömning helår"]
    assert words(found) == [["3-4", "<p>Pågår.</p>", "<p>Klart.</p>"], ["3", "Pågår", ""]]


def test_several_goals_have_their_names_above_their_rows_and_those_without_answers_none():
    found = follow_up(
        an_answer(None, 1, "", indicator_id=1, also_indicators=(2,)),
        an_answer(1, None, "", comment="", cause="<p>Så.</p>"),
    )
    assert words(found) == [
        ["Goda uppväxtvillkor"], ["", "Orsak: <p>Så.</p>"],
        ["God kvalitet"], ["1, 2 | AFI", "<p>Kommentar.</p>"],
    ]  # fmt: skip
    assert found.body[0].role == RowRole.GROUP
    assert words(follow_up(an_answer(2, None), options={"mål": "2"})) == [["<p>Kommentar.</p> | Målet är uppnått"]]


def test_an_answer_that_says_nothing_is_left_out():
    assert follow_up(an_answer(1, 1, "", comment=""), an_answer(1, 2, state="draft")) is None


def test_assignments_have_description_status_comment_and_forecast_by_group():
    assignments = (
        an_assignment_fact(1, group="Från fullmäktige", description="<p>Utred.</p>", together_with=("BUN", "KS")),
        an_assignment_fact(2, number="", due_on=date(2020, 6, 30)),
        an_assignment_fact(3, kind="activity"),
    )
    answers = (
        an_answer(None, None, "delayed", assignment_id=1, cause="<p>Sent.</p>", forecast="<p>I juni.</p>"),
        an_answer(None, 2, "completed", assignment_id=1, comment="", ref="1-2"),
    )
    found = block_of("assignment_table", assignments=assignments, assessments=answers)
    assert headings(found) == ["Uppdrag", "Beskrivning", "Status", "Kommentar", "Prognos"]
    assert words(found) == [
        ["Uppdrag 2", "<p>Klart senast: 30 juni 2020</p>", "", "", ""],
        ["Från fullmäktige"],
        [
            "1 Uppdrag 1", "<p>Utred.</p> | <p>Tillsammans med: BUN, KS</p>", "Försenat",
            "<p>Kommentar.</p> | Orsak: <p>Sent.</p>", "<p>I juni.</p>",
        ],
        ["IFO | 1-2 | Genomfört", "", ""],
    ]  # fmt: skip
    assert found.body[2].cells[0].rows == 2


def test_activities_stand_under_their_topmost_goal():
    goals = (an_area_fact(1, name="Attraktivitet"), a_goal_fact(2, parent_id=1), an_area_fact(3, name="Integration"))
    activities = (
        an_assignment_fact(1, goal_id=3, kind="activity", number="", responsible=("Socialchef", "VoO")),
        an_assignment_fact(2, goal_id=2, kind="activity", number="", due_words="Våren 2018"),
        an_assignment_fact(3, goal_id=1, kind="activity", number=""),
        an_assignment_fact(4, goal_id=None, kind="activity", number="", group="Övrigt"),
    )
    answers = (an_answer(None, None, "ongoing", assignment_id=3, comment=""),)
    found = block_of("activity_table", goals=goals, assignments=activities, assessments=answers)
    assert headings(found) == ["Målområde", "Aktivitet", "Ansvarig", "Klart senast", "Status"]
    assert words(found) == [
        ["Attraktivitet", "Uppdrag 2", "", "Våren 2018", ""],
        ["Uppdrag 3", "", "", "Pågår"],
        ["Integration", "Uppdrag 1", "Socialchef, VoO", "", ""],
        ["Övrigt", "Uppdrag 4", "", "", ""],
    ]


def test_an_activity_tells_who_gave_it_and_has_a_row_for_each_that_has_answered():
    activity = an_assignment_fact(1, kind="activity", given_by="Fullmäktige", together_with=("BUN", "KS"))
    answers = (
        an_answer(None, None, "ongoing", assignment_id=1, comment="", ref="1-3"),
        an_answer(None, 2, "delayed", assignment_id=1),
    )
    found = block_of("activity_table", assignments=(activity,), assessments=answers)
    assert words(found) == [
        ["1 Mål 1", "1 Uppdrag 1 | <p>Givet av: Fullmäktige<br>Tillsammans med: BUN, KS</p>", "1-3 | Pågår"],
        ["IFO | <p>Kommentar.</p> | Försenat"],
    ]
    assert [cell.rows for cell in found.body[0].cells] == [2, 2, 1]


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.se/bilaga.pdf", True),
        ("HTTP://example.se", True),
        ("javascript:alert(1)", False),
        ("Diarium SN 2020-12", False),
        ("https://", False),
        ("https://example.se/a b", False),
        ("http://[trasig", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_links(address, is_link):
    assert is_web_address(address) is is_link


def test_attachments_are_listed_in_order():
    block = block_of("attachments", attachments=(AttachmentFact("Bilaga 1", "Uppföljning", "https://example.se/1"),))
    assert [(each.title, each.is_link) for each in block.documents] == [("Bilaga 1", True)]


@pytest.mark.parametrize("kind", sorted(set(SectionKind) - {SectionKind.TEXT, SectionKind.PAGE_BREAK}))
def test_a_section_with_nothing_to_show_says_so(kind):
    (section,) = document_of(a_section_fact(kind), goals=(), indicators=()).sections
    assert section.block is None
    assert section.empty_words


def test_a_text_has_nothing_to_say_about_data():
    (section,) = document_of(a_section_fact(SectionKind.TEXT)).sections
    assert (section.block, section.empty_words) == (None, "")
