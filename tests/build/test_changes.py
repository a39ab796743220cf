"""What differs between the report before and this one, over what each of them holds."""

from dataclasses import replace

from reports.build.changes import Followed, changes_between
from reports.build.document import StandingItem, StandingPromise, StandingStatus, StandingTarget, StatusMark

WORDS = {"achieved": "Uppnått", "partly_achieved": "Delvis", "not_achieved": "Ej", "not_assessable": "Kan ej bedömas"}


def a_goal(key, /, continues="", kind="goal", statuses=None, targets=(), promises=()):
    """`statuses` by unit, with "" for the committee's own."""
    return StandingItem(
        kind,
        key,
        continues,
        number=key,
        name=f"Mål {key}",
        statuses=tuple(StandingStatus(by, StatusMark(mark, WORDS[mark])) for by, mark in (statuses or {}).items()),
        targets=tuple(StandingTarget(*target) for target in targets),
        promises=tuple(StandingPromise(*promise) for promise in promises),
    )


def changed(before, now, followed=(), *, is_same_plan=True):
    return changes_between(before, now, followed, is_same_plan=is_same_plan)


def test_a_status_is_told_from_and_to_for_the_committee_and_for_each_unit():
    before = [a_goal("1", statuses={"": "achieved", "AFI": "partly_achieved", "IFO": "achieved"})]
    now = [a_goal("1", statuses={"": "not_achieved", "AFI": "achieved", "IFO": "achieved"})]
    assert [(each.by, each.before.word, each.after.word, each.steps) for each in changed(before, now).statuses] == [
        ("", "Uppnått", "Ej", -2), ("AFI", "Delvis", "Uppnått", 1),
    ]  # fmt: skip


def test_who_had_not_judged_or_has_not_yet_has_not_changed_their_mind():
    before = [a_goal("1", statuses={"AFI": "achieved"})]
    assert changed(before, [a_goal("1", statuses={"IFO": "not_achieved"})]).statuses == ()


def test_no_way_is_told_where_it_could_not_be_judged():
    before = [a_goal("1", statuses={"AFI": "not_assessable"})]
    (change,) = changed(before, [a_goal("1", statuses={"AFI": "achieved"})]).statuses
    assert change.steps == 0


def test_another_word_for_the_same_status_is_no_change_but_other_words_alone_are():
    was = a_goal("1", statuses={"AFI": "achieved"})
    now = replace(was, statuses=(StandingStatus("AFI", StatusMark("achieved", "Uppfyllt")),))
    assert changed([was], [now]).is_nothing
    alone, other = (replace(was, statuses=(StandingStatus("AFI", StatusMark("", word)),)) for word in ("Gult", "Rött"))
    assert [each.after.word for each in changed([alone], [other]).statuses] == ["Rött"]


def test_goals_are_new_and_removed_by_their_key():
    found = changed([a_goal("1"), a_goal("2")], [a_goal("2"), a_goal("3")])
    assert ([each.key for each in found.new_goals], [each.key for each in found.removed_goals]) == (["3"], ["1"])


def test_nothing_but_goals_is_called_new_or_removed_and_goals_only_where_both_sides_tell_of_them():
    indicator = a_goal("i", kind="indicator")
    assert changed([a_goal("1"), indicator], [a_goal("1")]).is_nothing
    assert changed([indicator], [indicator, a_goal("1")]).is_nothing
    assert changed([indicator, a_goal("1")], [indicator]).is_nothing


def test_across_plans_a_goal_is_the_one_that_it_goes_on_from_whatever_its_key_is():
    before = [a_goal("1", statuses={"AFI": "achieved"}), a_goal("2", statuses={"AFI": "achieved"})]
    now = [a_goal("2", continues="1", statuses={"AFI": "not_achieved"}), a_goal("7")]
    found = changed(before, now, is_same_plan=False)
    assert [each.item.key for each in found.statuses] == ["2"]
    assert ([each.key for each in found.new_goals], [each.key for each in found.removed_goals]) == (["7"], ["2"])


def test_across_plans_without_a_link_the_same_key_counts_where_the_name_is_the_same_too():
    before = [a_goal("1"), a_goal("2")]
    now = [replace(a_goal("1"), name=" mål  1"), replace(a_goal("2"), name="Annat")]
    found = changed(before, now, is_same_plan=False)
    assert [each.key for each in found.new_goals] == ["2"]


def test_a_target_is_moved_where_the_same_year_and_series_had_another():
    before = [a_goal("1", targets=[(2017, "", "80 %"), (2017, "kvinnor", "70 %"), (2018, "", "85 %")])]
    now = [a_goal("1", targets=[(2017, "", "82 %"), (2017, "kvinnor", "70 %"), (2019, "", "90 %")])]
    assert [(each.year, each.series, each.before, each.after) for each in changed(before, now).targets] == [
        (2017, "", "80 %", "82 %")
    ]


def test_a_promised_measure_is_kept_only_where_it_is_said_to_be_done():
    before = [a_goal("1", promises=[("AFI", "Anställa"), ("AFI", "Utbilda"), ("IFO", "Anställa"), ("IFO", "Flytta")])]
    followed = [
        Followed("goal", "1", "AFI", "Anställa", "done", ""),
        Followed("goal", "1", "AFI", "Utbilda", "continues", "Till mars."),
        Followed("goal", "1", "IFO", "Flytta", "dropped", "För dyrt."),
    ]
    found = changed(before, [a_goal("1")], followed)
    assert found.kept == 1
    assert [(each.promise.by, each.promise.text, each.outcome, each.comment) for each in found.unkept] == [
        ("AFI", "Utbilda", "continues", "Till mars."), ("IFO", "Anställa", "", ""),
        ("IFO", "Flytta", "dropped", "För dyrt."),
    ]  # fmt: skip


def test_what_a_removed_goal_promised_is_not_asked_for():
    assert changed([a_goal("1", promises=[("AFI", "Anställa")]), a_goal("2")], [a_goal("2")]).unkept == ()


def test_the_same_side_twice_has_changed_nothing():
    side = [a_goal("1", statuses={"": "achieved"}, targets=[(2017, "", "80 %")])]
    assert changed(side, side).is_nothing
