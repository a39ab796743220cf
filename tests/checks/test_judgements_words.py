"""A comment that says how far the goal is reached is held against the status; what leaves any doubt is not."""

import pytest

from reports.build.part_facts import SectionFact
from reports.checks.finding import Severity
from reports.checks.judgements import judgements
from reports.checks.judgements.in_words import Spoken, claims_in
from tests.checks.scopes import a_scope
from tests.reports.facts import WORDS, a_goal_fact, an_answer, an_indicator_fact

SPOKEN = Spoken({"achieved": "Uppnått", "partly_achieved": "Delvis uppnått", "not_achieved": "Inte uppnått"}, 2017)
DONE, SOME, NONE, UNKNOWN = "achieved", "partly_achieved", "not_achieved", "not_assessable"


def found(text, status, part="comment"):
    answer = an_answer(1, 1, status, **{"comment": "", part: text})
    return list(judgements(a_scope(goals=(a_goal_fact(1, unit_ids=(1,)),), assessments=(answer,))))


def agreed(sentence, spoken=SPOKEN):
    claims = list(claims_in(sentence, spoken))
    return {status.value for claim in claims for status in claim.agrees_with}


def test_a_sentence_against_the_status_is_told():
    (finding,) = found("<p>Arbetet pågår. Målet är delvis uppnått.</p>", "achieved")
    assert (finding.rule, finding.severity, finding.where) == ("comment_against_status", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == (
        "AFI skriver ”Målet är delvis uppnått.” om mål 1, men bedömningen är ”Målet är uppnått”."
    )


@pytest.mark.parametrize("part", ["comment", "overall_view", "cause"])
def test_what_is_read_is_what_is_said_of_now(part):
    assert found("<p>Målet är inte uppnått.</p>", "achieved", part) != []


@pytest.mark.parametrize("part", ["measure", "forecast"])
def test_what_is_to_come_is_not_read(part):
    assert found("<p>Målet är inte uppnått.</p>", "achieved", part) == []


def test_one_sentence_that_agrees_is_enough():
    assert found("<p>Målet är delvis uppnått.</p><p>Sammantaget bedöms målet uppnått.</p>", "achieved") == []


@pytest.mark.parametrize(
    ("sentence", "agrees_with"),
    [
        ("Målet är uppnått.", {DONE}),
        ("Målet har uppnåtts.", {DONE}),
        ("Målet är nått med råge.", {DONE}),
        ("Vi bedömer att målet är uppfyllt.", {DONE}),
        ("Nämnden bedömer målet som uppfyllt.", {DONE}),
        ("Därför bedöms målet som helhet vara uppfyllt.", {DONE}),
        ("Målet är uppfyllt redan nu.", {DONE}),
        ("Målet är uppnått 2017.", {DONE}),
        ("Vid årsskiftet är målet delvis uppfyllt.", {SOME}),
        ("Målet har delvis uppnåtts.", {SOME}),
        ("Målet är till viss del nått.", {SOME}),
        ("Målet är i huvudsak uppfyllt.", {DONE, SOME}),
        ("Målet är så gott som nått.", {DONE, SOME}),
        ("Målet är ej nått.", {NONE, SOME}),
        ("Målet är ännu inte helt uppfyllt.", {NONE, SOME}),
        ("Målet är långt ifrån nått.", {NONE, SOME}),
        ("Målet är inte uppnått.", {NONE}),
        ("Inte uppnått.", {NONE}),
        ("Målet nås inte i år.", {NONE, SOME, UNKNOWN}),
        ("Målet bedöms inte kunna nås.", {NONE, SOME, UNKNOWN}),
        ("Målet kommer inte att uppnås.", {NONE, SOME, UNKNOWN}),
        ("Målet kan ännu inte bedömas.", {UNKNOWN}),
        ("Bedömningen är delvis uppnått.", {SOME}),
    ],
)
def test_what_leaves_no_doubt(sentence, agrees_with):
    assert agreed(sentence) == agrees_with


@pytest.mark.parametrize(
    "sentence",
    [
        "Målet är att alla ska vara nöjda.",
        "Är målet uppnått?",
        "Om målet är uppnått vid årets slut ökar vi takten.",
        "När målet är uppnått börjar nästa steg.",
        "Förra året var målet uppnått.",
        "Målet är uppnått 2016.",
        "I T1 var målet delvis uppnått.",
        "Mål 3 är inte uppnått.",
        "Det andra målet är inte uppnått.",
        "Kommunens mål är uppnått.",
        "Delmålet är inte uppnått.",
        "Målet är uppnått för kvinnor.",
        "Målet är uppnått för ekonomiskt bistånd.",
        "Målet är uppnått på två enheter.",
        "Målet är uppnått, men inte i äldreomsorgen.",
        "Målet är inte bara uppnått utan överträffat.",
        "Vi kan inte säga att målet är uppnått.",
        "Vi bedömer inte att målet är uppnått.",
        "Det är viktigt att målet är uppnått.",
        "Målet bedöms kunna nås vid årets slut.",
        "Målet är på väg att bli uppnått.",
        "Målet skulle ha varit uppnått.",
        "Målet är nästan omöjligt uppnått.",
        "Målvärdet är inte nått.",
        "Målet. Uppnått är det inte.",
        "",
        "?!",
        "målet " * 400,
    ],
)
def test_what_leaves_any_doubt_says_nothing(sentence):
    assert agreed(sentence) == set()


def test_a_sentence_that_says_two_things_says_what_they_share():
    assert agreed("Målet är delvis uppnått och målet är inte helt uppnått.") == {SOME}
    assert agreed("Målet är uppnått och målet är inte helt uppnått.") == set()


def test_the_plans_own_words_are_exact():
    own = Spoken({"partly_achieved": "På god väg", "not_achieved": "Ej nått"}, 2017)
    assert agreed("Målet är på god väg.", own) == {SOME}
    assert agreed("Målet är ej nått.", own) == {NONE}
    assert agreed("Målet är inte uppnått.", Spoken(WORDS.status, 2017)) == {NONE}
    assert agreed("Målet är ej uppnått.", Spoken(WORDS.status, 2017)) == {NONE, SOME}
    assert agreed("Målet är inte uppnått.", Spoken({}, 2017)) == {NONE, SOME}


def test_of_an_indicator_its_target_is_spoken_of_too():
    spoken = Spoken({}, 2017, is_indicator=True)
    assert agreed("I år lär målvärdet inte nås.", spoken) == {NONE, SOME, UNKNOWN}
    assert agreed("Målvärdet är därmed nått.", spoken) == {DONE}
    indicator = an_indicator_fact(7, name="Väntetid", is_assessed=True)
    answer = an_answer(None, 1, "achieved", indicator_id=7, comment="<p>Målvärdet är inte nått.</p>")
    sections = (SectionFact(1, 1, "Mål", "goal_follow_up", ""),)
    (finding,) = judgements(
        a_scope(goals=(a_goal_fact(1),), indicators=(indicator,), assessments=(answer,), sections=sections)
    )
    assert finding.message.startswith("AFI skriver ”Målvärdet är inte nått.” om indikator Väntetid")


def test_a_text_of_many_thousand_words_is_read_once():
    text = "Vi ser att målet är, som alltid, en del av arbetet och bedöms ännu inte " * 5000
    assert found(f"<p>{text}. Målet är delvis uppnått.</p>", "achieved") != []
