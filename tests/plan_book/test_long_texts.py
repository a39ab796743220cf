"""The canonical form of a long text, made without HTML where that gives the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.richtext import from_text, to_text
from reports.plan_book.book import BookFault
from reports.plan_book.faults import CellFault
from reports.plan_book.reading.long_texts import LongTexts, canonical_long_text

PIECES = [
    "a",
    "Åtgärd",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "- ",
    "1. ",
    "2. ",
    "## ",
    "*",
    "<b>",
    "&",
    "\u00a0",
    "·",
    "…",
    "−",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_it_is_what_the_rich_text_makes_of_it(text):
    assert canonical_long_text(text.strip()) == to_text(from_text(text.strip()))


@given(st.text(max_size=40))
def test_it_is_the_same_for_any_text(text):
    try:
        expected = to_text(from_text(text))
    except ValueError:
        with pytest.raises(CellFault):
            canonical_long_text(text)
    else:
        assert canonical_long_text(text) == expected


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_the_canonical_form_is_its_own(text):
    once = canonical_long_text(text)
    assert canonical_long_text(once) == once


def test_the_same_text_is_made_once():
    texts = LongTexts()
    assert texts.canonical("- a\n- b") is texts.canonical("- a\n- b".replace("x", ""))


def test_too_much_text_with_marks_is_refused(monkeypatch):
    monkeypatch.setattr("reports.plan_book.reading.long_texts.MOST_MARKED", 100)
    texts = LongTexts()
    texts.canonical("- " + "a" * 90)
    with pytest.raises(BookFault, match="för mycket text"):
        texts.canonical("- " + "b" * 90)


def test_a_text_that_is_too_long_is_a_fault():
    with pytest.raises(CellFault, match="för lång"):
        canonical_long_text("x" * 100_001)
