"""Excerpts: what was found, marked, with a few words around."""

from hypothesis import given
from hypothesis import strategies as st

from followup.core.search import excerpt, marked, parse, words_of

LONG = "början " + "ord " * 60 + "Bedömningarna av åtgärden " + "ord " * 60 + "slut"


def found(pieces):
    return [piece.text for piece in pieces if piece.is_found]


def joined(pieces):
    return "".join(piece.text for piece in pieces)


def test_words_are_marked_in_the_form_they_have():
    pieces = marked("Målet, och målen: e-tjänst.", parse("mål e-tjänsten"))
    assert found(pieces) == ["Målet", "målen", "e-tjänst"]
    assert joined(pieces) == "Målet, och målen: e-tjänst."


def test_a_long_text_is_cut_around_what_was_found():
    pieces = excerpt(LONG, parse("bedömning åtgärd"))
    assert found(pieces) == ["Bedömningarna", "åtgärden"]
    assert joined(pieces).startswith("… ord")
    assert joined(pieces).endswith("ord …")
    assert len(words_of(joined(pieces))) == 30


def test_the_stretch_with_most_of_the_words_is_shown():
    text = "åtgärd " + "ord " * 60 + "åtgärd mot bedömning"
    assert found(excerpt(text, parse("bedömning åtgärd"))) == ["åtgärd", "bedömning"]


def test_a_text_in_which_nothing_was_found_is_shown_from_its_beginning():
    pieces = excerpt(LONG, parse("zebra"))
    assert joined(pieces).startswith("början ord")
    assert found(pieces) == []


def test_the_ends_of_a_text_have_no_ellipsis():
    assert not joined(excerpt(LONG, parse("början"))).startswith("…")
    assert joined(excerpt(LONG, parse("slut"))).endswith("slut")
    assert joined(excerpt("Kort text.", parse("kort"))) == "Kort text."
    assert excerpt("", parse("kort")) == ()


@given(st.text(), st.text())
def test_marking_changes_no_text(text, query):
    assert joined(marked(text, parse(query))) == text
    assert joined(excerpt(text, parse(query))).strip("… ") in text
