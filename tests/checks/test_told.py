"""A text that says another outcome or target than is stored is told of; one that may mean something else is not."""

from decimal import Decimal

import pytest

from reports.build.part_facts import SectionFact
from reports.checks.told import told
from tests.build.data_tables import a_table
from tests.checks.scopes import a_scope
from tests.reports.facts import (
    a_figure,
    a_goal_fact,
    a_section_fact,
    a_target_fact,
    an_answer,
    an_indicator_fact,
)

FOLLOW_UP = (a_section_fact("goal_follow_up"),)
FIGURES = (
    a_figure(1, "2016", "80.1"),
    a_figure(1, "2017T1", "79"),
    a_figure(1, "2017T2", "81.2"),
    a_figure(1, "2017T2", "83", sex="women"),
    a_figure(1, "2017T2", "79.5", sex="men"),
)
NAME = "Nöjda brukare"


def found(text, *, indicator_id=1, unit_id=1, goal_id=None, part="comment", **overrides):
    """A unit's answer on an indicator, of which its figures are the committee's."""
    answer = an_answer(goal_id, unit_id, indicator_id=indicator_id, **{part: f"<p>{text}</p>"})
    values = {
        "sections": FOLLOW_UP,
        "goals": (a_goal_fact(1, unit_ids=(1,)),),
        "indicators": (an_indicator_fact(1, name=NAME, unit_of_measure="%", decimals=1, is_assessed=True),),
        "measurements": FIGURES,
        "targets": (a_target_fact(1, 2017, 85),),
        "assessments": (answer,),
    }
    return list(told(a_scope(**values | overrides)))


def messages(text, **overrides):
    return [item.message.replace("\xa0", " ").removeprefix(f"{item.where}: ") for item in found(text, **overrides)]


def test_an_outcome_in_a_comment_that_is_not_the_stored_one():
    (finding,) = found("Utfallet är 82,1 % för T2 2017.")
    assert (finding.rule, finding.where) == ("text_against_outcome", "Indikator Nöjda brukare, AFI")
    assert finding.message.replace("\xa0", " ") == (
        "Indikator Nöjda brukare, AFI: Det står ”Utfallet är 82,1 %”, men det utfall som är inlagt för ”Nöjda brukare” "
        "är tertial 2 2017: 81,2 %."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Utfallet är 81,2 %.",
        "Utfallet är 81 %.",
        "Utfallet för T1 är 79 % och i T2 var utfallet 81,2 %.",
        "Resultatet för 2016 var 80,1 procent.",
        "Utfallet för kvinnor är 83 %.",
        "För män var utfallet 79,5 %.",
    ],
)
def test_outcomes_that_are_the_stored_ones(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Utfallet är 82,1 %.",
        "Utfallet för T1 är 81,2 %.",
        "I tertial 2 var andelen 79 %.",
        "Resultatet för 2016 var 81,2 procent.",
        "Utfallet för kvinnor är 81,2 %.",
        "För män var utfallet 83 %.",
        "Läget är gott, och utfallet blev 90 %.",
        "Nöjda brukare var 90 % 2017.",
    ],
)
def test_outcomes_that_are_not_the_stored_ones(text):
    assert len(messages(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Utfallet är omkring 90 %.",
        "Utfallet är 90 % för AFI Norr.",
        "I Berga var utfallet 90 %.",
        "Utfallet är 90 dagar.",
        "Utfallet är 57 av 70.",
        "Utfallet väntas bli bättre: prognosen är 90 %.",
        "I fjol var utfallet 90 %.",
        "Utfallet i riket är 90 %.",
        "Andelen kvinnor var 90 %.",
        "Av 90 % är 12 nöjda.",
        "Resultatet för 2015 var 90 %.",
        "Utfallet är nio procent högre.",
        "Utfallet är 12 procent högre än väntat.",
        "Enkäten gav 90 % nöjda.",
        "I mars var andelen 90 %.",
    ],
)
def test_what_may_mean_something_else_is_left_alone(text):
    assert messages(text) == []


def test_a_unit_is_held_to_its_own_figure_and_to_the_committees_only_where_it_is_alone():
    own = (*FIGURES, a_figure(1, "2017T2", 90, unit_id=1))
    assert messages("Utfallet är 90 %.", measurements=own) == []
    assert len(messages("Utfallet är 81,2 %.", measurements=own)) == 1
    both = (a_goal_fact(1, unit_ids=(1, 2)),)
    assert messages("Utfallet är 90 %.", goals=both) == []


def test_a_target_in_a_comment_that_is_not_the_stored_one():
    (message,) = messages("Vi når inte målet 80 procent.")
    assert message == "Det står ”målet 80 procent”, men det mål som är inlagt för ”Nöjda brukare” är 2017: 85,0 %."


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Målvärdet är 85 %.", False),
        ("Målvärdet är 85.", False),
        ("Målvärdet är ”minst 85 %”.", False),
        ("målet om minst 80 %", True),
        ("Målvärdet för 2017 är 80 %.", True),
        ("Målvärdet för 2018 är 80 %.", False),
        ("Målet är 80 % uppnått.", False),
        ("Fullmäktiges mål är 80 %, och kommunens mål 75 %.", False),
        ("Det långsiktiga målet är 95 %.", False),
        ("Målet är 80 dagar.", False),
        ("Målet nåddes av 80 %.", False),
    ],
)
def test_targets_on_both_sides(text, is_found):
    assert bool(messages(text)) == is_found


def test_a_target_in_words_says_its_numbers_too():
    in_words = a_target_fact(1, 2017, 95, words="95 % inom 120 dagar")
    a_range = a_target_fact(1, 2017, 80, value_high=Decimal(90))
    assert messages("Målet är 120. Målet är 95 %. Målet är 90 %.", targets=(in_words, a_range)) == []
    (message,) = messages("Målet är 70 %.", targets=(a_range,))
    assert message.endswith("är 2017: 80,0–90,0 %.")


def on_goal(text, **overrides):
    return messages(text, goal_id=1, indicator_id=None, unit_id=None, **overrides)


TWO = (
    an_indicator_fact(1, name="Total sjukfrånvaro", unit_of_measure="%", decimals=1),
    an_indicator_fact(2, name="Chefers sjukfrånvaro", unit_of_measure="%", decimals=1),
)
SICK = (a_figure(1, "2017", "6.4"), a_figure(2, "2017", "1.2"))
AIMS = (a_target_fact(1, 2017, "5.2"), a_target_fact(2, 2017, 3))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Sjukfrånvaron skulle ha sjunkit till 5,2 % och blev 6,4 %.", False),
        ("Sjukfrånvaron skulle ha sjunkit till 5,5 % och blev 6,4 %.", True),
        ("Sjukfrånvaron skulle ha sjunkit till 5,2 % och blev 6,8 %.", True),
        ("Sjukfrånvaron var 6,4 % 2017.", False),
        ("Sjukfrånvaron var 6,8 % 2017.", True),
        ("Chefernas sjukfrånvaro är 6,4 %.", False),
        ("Sjukfrånvaron på AFI var 6,8 %.", False),
        ("Den korta sjukfrånvaron var 4,6 %.", False),
        ("Vi når inte målvärdet 3 %.", False),
        ("Vi når inte målvärdet 4 %.", True),
    ],
)
def test_a_goals_comment_that_names_its_indicator(text, is_found):
    assert bool(on_goal(text, indicators=TWO, measurements=SICK, targets=AIMS)) == is_found


def test_a_goal_with_one_indicator_needs_no_name():
    assert len(on_goal("Utfallet är 90 %.", measurements=(a_figure(1, "2017", 80),))) == 1
    assert on_goal("Utfallet är 90 %.", indicators=TWO, measurements=SICK) == []


def test_the_reports_own_texts_are_read_where_they_name_the_indicator():
    section = SectionFact(9, 1, "Läget", "text", "<p>Sjukfrånvaron var 6,8 % 2017.</p>")
    sections = (*FOLLOW_UP, section)
    (finding,) = found("", indicators=TWO, measurements=SICK, targets=AIMS, sections=sections)
    assert (finding.rule, finding.place.section_id) == ("text_against_outcome", 9)


def test_two_texts_that_say_different_things_of_what_is_not_stored():
    text = "Utfallet för 2015 var 70 %. Utfallet för 2015 var 70,2 %. Utfallet för 2015 var 75 %."
    (finding,) = found(text, measurements=())
    assert finding.rule == "two_values"
    assert finding.message.replace("\xa0", " ") == (
        "Indikator Nöjda brukare, AFI: Det står ”Utfallet för 2015 var 75 %”, men under ”Indikator Nöjda brukare, AFI” "
        "står 70 %."
    )
    assert found("Utfallet för 2015 var 70 %. Utfallet för 2016 var 75 %.", measurements=()) == []


def test_a_table_whose_row_is_called_what_an_indicator_is():
    heading = ("rubrik", "Personal", "Bokslut 2016", "Budget 2016", "Målvärde helår")
    row = ("rad", NAME, "80,1", "70", "60")
    assert messages("", tables=(a_table(heading, row),), part="cause") == []
    table = a_table(heading, ("rad", NAME, "80,4", "70", "60"))
    (finding,) = found("", tables=(table,))
    assert finding.rule == "table_against_outcome"
    assert finding.message.replace("\xa0", " ") == (
        "Tabellen, rad Nöjda brukare, kolumn Bokslut 2016: 80,4, men det utfall som är inlagt för 2016 är 80,1 %."
    )
    assert found("", tables=(a_table(heading, ("rad", "Missnöjda brukare", "80,4", "", "")),)) == []


def test_long_texts_end():
    assert messages("Utfallet är " * 5_000 + "stort 5 %") == []
    assert messages("målet 80 " * 3_000) != []
