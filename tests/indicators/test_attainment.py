"""What outcomes speak for: direction, tolerance, ranges, changes, sexes and submeasures, and what says nothing."""

from decimal import Decimal

import pytest

from goals.choices import GoalStatus
from indicators.aims import Aim, Scale, reached
from indicators.attainment import Figure, Measured, suggested

ACHIEVED, PARTLY, NOT = GoalStatus.ACHIEVED, GoalStatus.PARTLY, GoalStatus.NOT
DAYS = Scale("dagar", 0, "decrease")
SHARE = Scale("%", 1, "increase")


def aim(value, high=None, against="value"):
    return Aim(Decimal(value), None if high is None else Decimal(high), against)


def figure(value, target=None, **more):
    value = None if value is None else Decimal(value)
    return Figure(value, None if target is None else aim(target), **more)


def measured(name, *figures, scale=DAYS):
    return Measured(name, scale, figures)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("value", "target", "scale", "status"), [
    ("80", aim(80), SHARE, ACHIEVED), ("90", aim(80), SHARE, ACHIEVED), ("78", aim(80), SHARE, PARTLY),
    ("77.9", aim(80), SHARE, NOT), ("79.96", aim(80), SHARE, ACHIEVED), ("79.94", aim(80), SHARE, PARTLY),
    ("30", aim(30), DAYS, ACHIEVED), ("20", aim(30), DAYS, ACHIEVED), ("31", aim(30), DAYS, PARTLY),
    ("32", aim(30), DAYS, NOT), ("0", aim(0), DAYS, ACHIEVED), ("1", aim(0), DAYS, NOT),
    ("100", aim(100), Scale("antal", 0, "maintain"), ACHIEVED), ("96", aim(100), Scale("antal", 0, "maintain"), PARTLY),
    ("106", aim(100), Scale("antal", 0, "maintain"), NOT),
    ("85", aim(80, 90), Scale("%"), ACHIEVED), ("91", aim(80, 90), Scale("%"), PARTLY),
    ("77", aim(80, 90), Scale("%"), NOT), ("95", aim(80, 90), SHARE, ACHIEVED),
    ("95", aim(80, 90), Scale("%", 0, "decrease"), NOT),
    ("85", aim(80), Scale("%"), None), ("85", aim(80), Scale("%", 0, "none"), None),
])  # fmt: skip
def test_a_figure_is_held_against_its_target(value, target, scale, status):
    assert reached(Decimal(value), target, scale) == status


@pytest.mark.parametrize(("value", "target", "base", "status"), [
    ("90", aim(-10, against="change_percent"), "100", ACHIEVED),
    ("94", aim(-10, against="change_percent"), "100", PARTLY),
    ("95", aim(-10, against="change_percent"), "100", NOT), ("101", aim(-2, against="change_percent"), "100", NOT),
    ("100", aim(-2, against="change_percent"), "100", NOT), ("95", aim(-5, against="change"), "100", ACHIEVED),
    ("105", aim(5, against="change"), "100", ACHIEVED), ("100", aim(0, against="change"), "100", ACHIEVED),
    ("93", aim(-10, -5, against="change"), "100", ACHIEVED),
    ("90", aim(-10, against="change_percent"), None, None),
])  # fmt: skip
def test_a_change_is_held_against_the_year_before(value, target, base, status):
    base = None if base is None else Decimal(base)
    assert reached(Decimal(value), target, Scale("antal"), base) == status


def test_nothing_is_said_without_figures_and_targets_in_numbers():
    assert suggested([]) is None
    assert suggested([measured("A"), measured("B", figure(3)), measured("C", figure(None, 3))]) is None
    assert suggested([measured("A", figure(3, 3), scale=Scale("dagar"))]) is None


def test_one_indicator_is_told_with_its_numbers():
    found = suggested([measured("Väntetid", figure(34, 30))])
    assert (found.status, plain(found.why)) == (NOT, "Väntetid är 34 dagar mot målet högst 30.")
    found = suggested([measured("Nöjda", figure("81.2", 80, is_preliminary=True), scale=SHARE)])
    assert found.status == ACHIEVED
    assert plain(found.why) == "Nöjda är 81,2 % mot målet minst 80,0 %. Värden är preliminära."


def test_a_goal_is_told_by_how_many_of_its_indicators_reach_their_targets():
    good = [measured(name, figure(20, 30)) for name in "ABC"]
    found = suggested([*good, measured("Väntetid", figure(34, 30)), measured("I ord"), measured("Utan mål", figure(1))])
    assert found.status == PARTLY
    assert plain(found.why) == "3 av 4 indikatorer når sitt målvärde; Väntetid är 34 dagar mot målet högst 30."
    assert found.not_counted == "Räknas inte, för värde eller målvärde i tal saknas: I ord, Utan mål."


def test_all_none_and_near():
    assert suggested([measured(name, figure(20, 30)) for name in "AB"]).status == ACHIEVED
    assert suggested([measured(name, figure(99, 30)) for name in "AB"]).status == NOT
    near = suggested([measured(name, figure(31, 30)) for name in "ABCDE"])
    assert near.status == PARTLY
    assert near.why.startswith("Ingen av 5 indikatorer når sitt målvärde; A är")
    assert near.why.endswith("och 2 värden till.")


def test_the_total_counts_where_there_is_one_else_each_sex():
    women, men = figure(20, 30, sex="women"), figure(40, 30, sex="men")
    assert suggested([measured("A", women, men, figure(28, 30))]).status == ACHIEVED
    each = suggested([measured("A", women, men, figure(None, 30))])
    assert each.status == PARTLY
    assert plain(each.why) == "A (män) är 40 dagar mot målet högst 30."


def test_every_submeasure_counts():
    found = suggested([measured("A", figure(20, 30, submeasure="barn"), figure(40, 30, submeasure="vuxna"))])
    assert found.status == PARTLY
    assert "A (vuxna) är" in found.why


def test_two_indicators_of_the_same_name_are_two():
    assert "Alla 2 indikatorer" in suggested([measured("A", figure(20, 30)), measured("A", figure(20, 30))]).why


def test_a_part_of_what_the_target_is_set_for_is_left_out_and_named_as_such():
    part = Measured("Platser", figures=(Figure(value=Decimal(40), is_part=True),))
    whole = Measured("Nöjda", Scale("%", direction="increase"), (Figure(value=Decimal(85), aim=Aim(Decimal(80))),))
    assert suggested([part]) is None
    found = suggested([part, whole])
    assert found.status == "achieved"
    assert found.not_counted == "Räknas inte, för målvärdet gäller alla enheters antal tillsammans: Platser."
