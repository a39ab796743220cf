"""Texts that have been said before are found, and what can only be said in one way is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checks import Severity
from reports.checks.repetition import repetition
from reports.checks.repetition.likeness import alike, likeness_of, passages
from tests.checks.scopes import a_scope
from tests.reports.facts import a_goal_fact, an_answer, an_indicator_fact

LONG = (
    "Under våren har enheten anställt två handläggare, och väntetiden till ett första samtal är nu kortare än den var "
    "i fjol, men fler söker hjälp än någonsin."
)
OTHER = "Sommaren blev lugnare än väntat och de nya lokalerna kunde öppna redan i augusti, vilket barnen har märkt."

THIRD = (
    "Personalen har bytts ut i snabb takt sedan januari, och de som är kvar har fått lära upp andra i stället för att "
    "träffa familjerna."
)


def found(*answers, earlier=(), earlier_as_of=date(2017, 4, 30)):
    goals = (a_goal_fact(1), a_goal_fact(2), a_goal_fact(3))
    return list(repetition(a_scope(goals=goals, assessments=answers, earlier=earlier, earlier_as_of=earlier_as_of)))


def says(goal_id, unit_id, text, part="comment", **overrides):
    return an_answer(goal_id, unit_id, **{"comment": "", part: f"<p>{text}</p>"} | overrides)


def test_the_same_text_as_in_the_round_before():
    (finding,) = found(says(1, 1, LONG), earlier=[says(1, 1, LONG)])
    assert (finding.rule, finding.severity, finding.where) == ("same_as_before", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == (
        "Mål 1, AFI: Texten på 27 ord stod ordagrant redan den 30 april 2017: ”Under våren har enheten anställt två …”."
    )


def test_marks_capitals_and_the_part_it_stood_in_do_not_make_it_new():
    now = says(1, 1, LONG.upper().replace(",", " –"), part="cause")
    assert [finding.rule for finding in found(now, earlier=[says(1, 1, LONG)])] == ["same_as_before"]


def test_nearly_the_same_is_told_with_how_nearly():
    (finding,) = found(says(1, 1, LONG.replace("två", "tre")), earlier=[says(1, 1, LONG)])
    assert (finding.rule, finding.severity) == ("nearly_as_before", Severity.NOTE)
    assert "på 27 ord är till 78 procent densamma som den 30 april 2017" in finding.message


@pytest.mark.parametrize(
    "earlier", [[], [says(1, 1, OTHER)], [says(1, 2, LONG)], [says(2, 1, LONG)], [says(1, 1, LONG[:60])]]
)
def test_a_text_that_is_new_for_that_goal_and_unit(earlier):
    assert found(says(1, 1, LONG), earlier=earlier) == []


def test_a_text_that_has_grown_is_new():
    assert found(says(1, 1, f"{LONG} {OTHER}"), earlier=[says(1, 1, LONG)]) == []


@pytest.mark.parametrize("text", ["Ingen avvikelse.", "Målet är uppnått och arbetet fortsätter som planerat i år."])
def test_short_texts_may_be_said_again(text):
    assert found(says(1, 1, text), says(2, 1, text), earlier=[says(1, 1, text)]) == []


def test_the_same_text_under_several_goals_is_one_finding():
    (finding,) = found(says(1, 1, LONG), says(2, 1, LONG), says(3, 2, LONG))
    assert (finding.rule, finding.severity, finding.where) == ("repeated_text", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == (
        "Mål 1, AFI: Samma text på 27 ord står också under Mål 2, AFI; Mål 3, IFO: "
        "”Under våren har enheten anställt två …”."
    )


def test_two_answers_that_share_several_texts_are_one_finding():
    (finding,) = found(says(1, 1, LONG, cause=f"<p>{THIRD}</p>"), says(2, 1, LONG, cause=f"<p>{THIRD}</p>"))
    assert finding.message.startswith("Mål 1, AFI: Samma texter på sammanlagt 52 ord står också under Mål 2, AFI: ”")


def test_indicators_of_the_same_name_are_told_apart_by_their_goals():
    named = [an_indicator_fact(key, key)._replace(name="Väntetid") for key in (1, 2)]
    answers = [an_answer(None, 1, indicator_id=key, comment=f"<p>{LONG}</p>") for key in (1, 2)]
    scope = a_scope(goals=(a_goal_fact(1), a_goal_fact(2)), indicators=tuple(named), assessments=tuple(answers))
    (finding,) = repetition(scope)
    assert finding.where == "Indikator Väntetid, AFI"
    assert "också under Indikator Väntetid, AFI (mål 2): ”" in finding.message


def test_nearly_the_same_text_under_two_goals():
    longer = f"{LONG} {OTHER}"
    (finding,) = found(says(1, 1, longer), says(2, 1, longer.replace("våren", "hösten")))
    assert (finding.rule, finding.severity, finding.where) == ("nearly_repeated_text", Severity.NOTE, "Mål 2, AFI")
    assert "som under Mål 1, AFI" in finding.message


def test_a_passage_within_two_texts_is_told_with_where_it_begins():
    (finding,) = found(says(1, 1, f"Läget är gott. {LONG}"), says(2, 1, f"{OTHER} {LONG} Nu är det höst."))
    assert (finding.rule, finding.severity, finding.where) == ("repeated_passage", Severity.NOTE, "Mål 2, AFI")
    assert (
        finding.message
        == "Mål 2, AFI: 27 ord i följd står också under Mål 1, AFI: ”Under våren har enheten anställt två …”."
    )


def test_a_passage_in_three_answers_names_those_before_it():
    second, third = found(
        says(1, 1, f"{LONG} {THIRD}"), says(2, 1, f"{OTHER} {LONG}"), says(3, 2, f"{THIRD[:60]} {LONG} {OTHER[:60]}")
    )
    assert (second.where, third.where) == ("Mål 2, AFI", "Mål 3, IFO")
    assert "under Mål 1, AFI: ”" in second.message
    assert "under Mål 1, AFI; Mål 2, AFI: ”" in third.message


def test_of_two_answers_the_longest_passage_is_told_and_only_where_no_whole_text_is_the_same():
    one = says(1, 1, f"{THIRD} {LONG}", cause=f"<p>{OTHER} {THIRD}</p>")
    other = says(2, 1, f"{LONG} {OTHER}", cause=f"<p>{OTHER}</p>")
    assert [finding.message[:18] for finding in found(one, other)] == ["Mål 2, AFI: 27 ord"]
    same = one._replace(cause=other.cause)
    assert [finding.rule for finding in found(same, other)] == ["repeated_text"]


def test_fewer_words_in_a_row_are_a_way_of_speaking():
    shared = " ".join(LONG.split()[:19])
    assert found(says(1, 1, f"{shared} {OTHER}"), says(2, 1, f"{shared} gick bra")) == []


def test_an_answer_may_repeat_itself():
    assert found(says(1, 1, f"Ett. {LONG}", cause=f"<p>{LONG} Två.</p>", measure=f"<p>{OTHER} {LONG}</p>")) == []


def test_drafts_are_not_in_the_report():
    assert found(says(1, 1, LONG), says(2, 1, LONG, state="draft")) == []


def test_texts_of_their_own_are_not_complained_of():
    assert found(says(1, 1, LONG), says(2, 1, OTHER)) == []


VOCABULARY = ["att", "och", "vi", "har", "mål", "barn", "stöd", "fler", "än", "i", "år"]
words = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)


@given(words, words)
def test_likeness_is_the_same_both_ways_and_whole_for_the_same(first, second):
    one, two = likeness_of(first), likeness_of(second)
    assert one.share_with(two) == two.share_with(one)
    assert one.share_with(likeness_of(first.upper())) == 1
    assert 0 <= one.share_with(two) <= 1


def test_pairs_are_found_by_what_they_share():
    texts = [likeness_of(text) for text in (LONG, OTHER, LONG.replace("fjol", "våras"), "")]
    assert [pair[:2] for pair in alike(texts, 0.5)] == [(0, 2)]


@given(st.lists(words, max_size=6))
def test_passages_are_those_that_a_slow_search_finds(said):
    texts = [likeness_of(text) for text in said]
    found_pairs = {(each.earlier, each.later): each.length for each in passages(texts, 6)}
    expected = {}
    for later, other in enumerate(texts):
        for earlier, one in enumerate(texts[:later]):
            if (length := longest_run(one.words, other.words)) >= 6:
                expected[earlier, later] = length
    assert found_pairs == expected
    for each in passages(texts, 6):
        run = texts[each.later].words[each.start : each.start + each.length]
        assert any(
            texts[each.earlier].words[at : at + each.length] == run for at in range(len(texts[each.earlier].words))
        )


def longest_run(one, other):
    longest, before = 0, {}
    for word in one:
        before = {at: before.get(at - 1, 0) + 1 for at, each in enumerate(other) if each == word}
        longest = max([longest, *before.values()])
    return longest
