"""Words, stems and what a person writes in a search field: the same for every database, since they are read here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.search import normal_text, parse, words_of


def stems(text):
    return [word.stem for word in words_of(text)]


def finds(query, text, title=""):
    return parse(query).finds(words_of(title), words_of(text))


@pytest.mark.parametrize(
    "forms",
    [
        "mål målen målet målets",
        "bedömning bedömningar bedömningen bedömningarna",
        "åtgärd åtgärder åtgärderna åtgärdens",
        "enhet enheter enhetens",
        "barn barnen barnens barnet barnets barns",
        "värde värden värdet värdets",
        "fall fallen fallet fallets",
        "ämne ämnen ämnet",
        "ärende ärenden ärendet",
        "projekt projekten projektet projektets",
        "bemötande bemötandet bemöta",
        "år åren året årets årens",
        "budget budgeten budgetens",
        "konkret konkreta",
        "diskret diskreta",
        "dekret dekretet",
        "magnet magneten",
        "arbete arbetet arbetets arbetena",
        "ÄLDRE äldre äldres",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize(
    "words",
    ["internet intern", "enhet en", "insett insats", "vet v", "kompetens kompis"],
)
def test_words_that_only_look_alike_have_stems_of_their_own(words):
    assert len(set(stems(words))) == len(words.split())


def test_swedish_letters_are_letters_of_their_own():
    assert len({word.stem for text in ("far", "får", "fär", "mal", "mål") for word in words_of(text)}) == 5
    assert not finds("halsa", "hälsa")
    assert finds("HÄLSA", "hälsan")
    assert finds("ma\u030al", "målen")


def test_words_stand_where_they_were_read():
    text = "E-tjänsten, 12\u00a0500 kr (2,5\u00a0%)."
    words = words_of(text)
    assert [word.text for word in words] == ["e", "tjänsten", "12500", "kr", "2", "5"]
    assert [text[word.start : word.end] for word in words] == ["E", "tjänsten", "12\u00a0500", "kr", "2", "5"]


@pytest.mark.parametrize(
    ("query", "text", "is_found"),
    [
        ("mål bemötande", "Bemötandet är ett av målen.", True),
        ("mål bemötande", "Bemötandet är gott.", False),
        ("tjänst", "socialtjänst", False),
        ("social", "socialtjänst", True),
        ("so", "socialtjänst", False),
        ("so*", "socialtjänst", True),
        ("mål", "målgrupp", True),
        ('"mål"', "målen", False),
        ('"ej uppnått"', "Målet är ej uppnått.", True),
        ('"ej uppnått"', "Uppnått, men ej i tid.", False),
        ("”ej uppnått", "Ej uppnått", True),
        ("mål -budget", "Målet är nått.", True),
        ("mål -budget", "Målet är en budget i balans.", False),
        ("mål -budget", "Målet står i budgetkommentaren.", True),
        ("e-tjänst", "en ny e-tjänst för ansökan", True),
        ("e-tjänster", "en ny e-tjänst för ansökan", True),
        ("e-tjänst", "tjänst e", False),
        ("57 av 70", "57 av 70 svarade", True),
        ("57 av 70", "570 av 70 svarade", False),
        ("2,5", "ökade med 2,5 procent", True),
        ("2,5", "ökade med 12,5 procent", False),
        ("2,5", "5 eller 2", False),
        ("12 500", "kostade 12\u00a0500 kr", True),
        ("12500", "kostade 12 500 kr", True),
        ("ålder", "åldern", True),
        ("alder", "åldern", False),
    ],
)
def test_what_is_written_finds_what_it_says(query, text, is_found):
    assert finds(query, text) is is_found


def test_a_term_stands_whole_in_the_title_or_in_the_text():
    assert finds("mål budget", "Budgeten", title="Mål")
    assert not finds('"mål budget"', "budget", title="mål")


@pytest.mark.parametrize("text", ["", " ", '"', '""', "-", "-mål", '-"mål"', "***", "()&|!", "\x00", "🙂", "§ %"])
def test_what_holds_no_word_to_find_looks_for_nothing(text):
    assert not parse(text)


@given(st.text())
def test_any_text_is_read_and_a_word_of_it_is_found_in_it(text):
    text = normal_text(text)
    parse(text)
    for word in words_of(text):
        assert text[word.start : word.end]
        assert parse(text[word.start : word.end]).finds(words_of(text))
