"""Where a line and a sentence begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.richtext import from_text
from reports.checks.prose import lines_of, sentences_in


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("En. Två! Tre? Fyra", ["En.", "Två!", "Tre?", "Fyra"]),
        ("Det är 2,9. Sedan 5 till.", ["Det är 2,9.", "Sedan 5 till."]),
        ("Bl.a. AFI och t.ex. IFO svarar, dvs. AFI.", ["Bl.a. AFI och t.ex. IFO svarar, dvs. AFI."]),
        ("Han sa ”nej.” Hon sa ja.", ["Han sa ”nej.”", "Hon sa ja."]),
        ("Det är ca. 5 procent av alla m.m. som räknas.", ["Det är ca. 5 procent av alla m.m. som räknas."]),
        ("", []),
    ],
)
def test_sentences(line, sentences):
    assert [sentence.text for sentence in sentences_in(line)] == sentences


def test_each_item_of_a_list_is_a_line():
    html = from_text("Så här:\n\n- Söder: 37\n- Väst: 40 & 5")
    assert lines_of("", html) == ("Så här:", "Söder: 37", "Väst: 40 & 5")


def test_emphasis_and_links_end_no_line():
    html = '<p>Det <em>är</em> <a href="https://x.se">80</a>\xa0%<br>Ny rad</p>'
    assert lines_of("", html) == ("Det är 80 %", "Ny rad")


def test_a_plain_text_is_one_line():
    assert lines_of("Fotnot  1") == ("Fotnot 1",)
    assert lines_of("") == ()


@given(st.text(max_size=200))
def test_nothing_is_lost_between_sentences(line):
    line = " ".join(line.split())
    assert "".join(sentence.text for sentence in sentences_in(line)).replace(" ", "") == line.replace(" ", "")
