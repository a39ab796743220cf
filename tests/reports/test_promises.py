"""The measures that a text promises, and which texts still are as they were last time."""

from goals.models import Plan
from reports.build.promises import promises_in
from reports.commands.assessments import Answer
from reports.commands.measure_follow_ups import PromisedMeasure
from reports.models import Assessment
from reports.views.entry.context.promises import measure_differences, promised_measures, unanswered_words
from reports.views.entry.context.unchanged import (
    answer_from_previous,
    is_unchanged_since,
    unchanged_parts,
    unchanged_words,
)


def test_each_item_of_a_list_is_a_promise_and_what_leads_on_to_it_is_none():
    html = "<p>Vi gör följande.</p><ul><li>Anställa två</li><li>Utbilda<br>alla</li></ul><ol><li>Följa upp</li></ol>"
    assert promises_in(html) == ("Anställa två", "Utbilda alla", "Följa upp")


def test_without_a_list_each_paragraph_is_one():
    assert promises_in("<h3>Nu</h3><p>Vi ska:</p><p>Anställa  <em>två</em></p><p>Anställa två</p>") == ("Anställa två",)
    assert promises_in("") == ()


def test_an_answer_stays_with_its_promise_wherever_it_has_moved_and_when_it_is_gone():
    answered = [PromisedMeasure("Utbilda", "done"), PromisedMeasure("Struken", "dropped", "För dyrt")]
    assert promised_measures("<ul><li>Anställa</li><li>Utbilda</li></ul>", answered) == (
        PromisedMeasure("Anställa"),
        PromisedMeasure("Utbilda", "done"),
        PromisedMeasure("Struken", "dropped", "För dyrt"),
    )


def test_what_is_not_answered_is_counted():
    measures = [PromisedMeasure("A"), PromisedMeasure("B", "done")]
    assert unanswered_words(measures) == "1 åtgärd från förra gången är inte besvarad."
    assert unanswered_words(measures[1:]) == ""


def test_two_peoples_answers_are_told_apart_and_escaped():
    saved = [PromisedMeasure("A", "done"), PromisedMeasure("B", "done")]
    typed = [PromisedMeasure("A", "dropped", "<b>"), PromisedMeasure("B", "done")]
    (difference,) = measure_differences(saved, typed, {"A": "atgard-a", "B": "atgard-b"})
    assert (difference.label, difference.saved) == ("A", "<p>Genomförd.</p>")
    assert difference.typed == "<p>Utgår. &lt;b&gt;</p>"


def test_starting_from_last_round_takes_the_texts_and_never_the_judgement():
    previous = Assessment(status="achieved", trend="up", comment="<p>Bra</p>", cause="<p>Tid</p>")
    begun = answer_from_previous(previous, Answer(status="not_achieved", comment="<p>Nytt</p>"))
    assert begun == Answer(status="not_achieved", comment="<p>Bra</p>", cause="<p>Tid</p>")
    assert answer_from_previous(previous).status == ""


def test_a_text_is_unchanged_until_its_words_are_changed():
    before = Answer(comment="<p>Det går bra.</p>", cause="<p>Tid</p>")
    assert is_unchanged_since(before, Answer(comment="<p>Det  <em>går</em> bra.</p>"))
    assert not is_unchanged_since(before, Answer(comment="<p>Det går bättre.</p>", cause="<p>Tid</p>"))
    assert unchanged_parts(before, Answer(comment="<p>Det går bättre.</p>", cause="<p>Tid</p>")) == ("cause",)
    assert not is_unchanged_since(before, Answer())
    assert not is_unchanged_since(Answer(), Answer(comment="<p>Nytt</p>"))


def test_the_badge_names_the_parts_where_only_some_are_unchanged():
    plan = Plan(word_cause="Analys")
    before = Assessment(comment="<p>A</p>", cause="<p>B</p>")
    whole = unchanged_words(before, Assessment(comment="<p>A</p>", cause="<p>B</p>"), plan)
    assert whole == "Texten är från förra gången och inte ändrad"
    part = unchanged_words(before, Assessment(comment="<p>C</p>", cause="<p>B</p>"), plan)
    assert part == "Från förra gången och inte ändrat: Analys"
    assert unchanged_words(before, Assessment(comment="<p>C</p>"), plan) == ""
    assert unchanged_words(None, Assessment(comment="<p>C</p>"), plan) == ""
