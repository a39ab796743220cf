"""Footnotes: numbered where they are first referred to, the same text once."""

from reports.build.notes import Notes, source_words
from tests.build.sections import document_of
from tests.reports.facts import a_figure, a_section_fact, an_indicator_fact


def test_the_word_for_source_is_put_before_one_that_does_not_begin_with_it():
    assert [source_words(text) for text in ("Treserva", "Källa: LinQ", "källa LinQ", " ")] == [
        "Källa: Treserva", "Källa: LinQ", "källa LinQ", "",
    ]  # fmt: skip


def test_the_same_text_is_the_same_note_and_numbers_have_no_gaps():
    notes = Notes()
    assert [notes.number(text) for text in ("a", "b", " a ", "c")] == [1, 2, 1, 3]
    assert [(note.number, note.text) for note in notes.in_order()] == [(1, "a"), (2, "b"), (3, "c")]


def test_source_footnote_and_remark_stand_at_name_and_figure_in_the_order_of_reading():
    indicators = (
        an_indicator_fact(1, source="Treserva", footnote="Avser hela året."),
        an_indicator_fact(2, source="Källa: Treserva"),
    )
    figures = (a_figure(1, "2016", 5, remark="Avser hela året."), a_figure(2, "2016", 6, remark="Nytt mätsätt."))
    document = document_of(
        a_section_fact("indicator_table"), a_section_fact("goal_table"), indicators=indicators, measurements=figures
    )
    assert [note.text for note in document.notes] == ["Källa: Treserva", "Avser hela året.", "Nytt mätsätt."]
    first, second = document.sections[0].block.body
    assert [cell.notes for cell in first.cells] == [(), (1, 2), (2,)]
    assert [cell.notes for cell in second.cells] == [(1,), (3,)]
    assert [line.notes for line in document.sections[1].block.rows[0].indicators] == [(1, 2), (1, 3)]


def test_what_is_not_shown_leaves_no_note():
    figures = (a_figure(1, "2015", 5, remark="Gammalt."), a_figure(1, "2016", 6))
    facts = {"indicators": (an_indicator_fact(1),), "measurements": figures}
    section = a_section_fact("indicator_table", perioder="2016")
    assert document_of(section, **facts).notes == ()
