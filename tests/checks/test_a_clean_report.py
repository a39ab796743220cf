"""A report in which everything adds up and everything is there: no check has a word to say about it."""

from dataclasses import replace
from datetime import date

import pytest

from reports.build.inspection import Inspection
from reports.build.part_facts import SectionFact
from reports.checks import findings_in
from tests.build.data_tables import a_table
from tests.checks.scopes import a_promise
from tests.reports.facts import (
    a_figure,
    a_goal_fact,
    a_target_fact,
    an_answer,
    an_assignment_fact,
    an_indicator_fact,
    some_facts,
)

OPINION = (
    "<p>Av dem som besvarade enkäten var 57 av 70 nöjda (81 procent). Kvinnor svarade oftare än män att de fick vara "
    "med och bestämma.</p>"
)
WAITING = (
    "<p>Väntetiden har gått från 107 till 82 dagar, en minskning med 25 dagar. Målet är delvis uppnått, eftersom "
    "utredningar som berör flera enheter fortfarande drar ut på tiden.</p>"
)


def the_answers():
    whole = {"cause": "<p>Två tjänster stod tomma under våren.</p>"}
    whole["measure"] = "<p>Enheten anställer två handläggare senast den 31 december 2017.</p>"
    return (
        an_answer(1, 1, comment=OPINION),
        an_answer(1, None, comment="<p>Målet är uppnått enligt brukarna själva, som är fler än i fjol.</p>"),
        an_answer(2, 1, "partly_achieved", comment=WAITING, **whole),
        an_answer(2, None, "partly_achieved", comment="<p>Nämnden delar enhetens bild av väntetiderna.</p>", **whole),
    )


def a_clean_report(**overrides):
    shares = {"decimals": 0, "is_sex_disaggregated": True, "responsible": ("Kvalitetschef",), "unit_ids": (1,)}
    satisfied = an_indicator_fact(1, name="Nöjda brukare", unit_of_measure="%", desired_direction="increase", **shares)
    waiting = an_indicator_fact(
        2, 2, name="Väntetid", unit_of_measure="dagar", decimals=0, desired_direction="decrease", responsible=("Chef",)
    )
    values = {
        "goals": (
            a_goal_fact(1, unit_ids=(1,), is_judged_by_committee=True, responsible=("Avdelningschef",)),
            a_goal_fact(2, unit_ids=(1,), is_judged_by_committee=True, responsible=("Avdelningschef",)),
        ),
        "indicators": (satisfied, waiting),
        "targets": (
            a_target_fact(1, 2017, 80, unit_id=1),
            a_target_fact(2, 2017, 80, unit_id=1),
        ),
        "measurements": (
            *(a_figure(1, "2016", value, sex=sex, unit_id=1) for sex, value in SHARES_BEFORE.items()),
            *(a_figure(1, "2017", value, sex=sex, unit_id=1) for sex, value in SHARES.items()),
            a_figure(2, "2016", 107, unit_id=1),
            a_figure(2, "2017", 82, unit_id=1),
        ),
        "assessments": the_answers(),
        "assignments": (an_assignment_fact(1, goal_id=1, due_on=date(2018, 6, 30)),),
        "tables": (MONEY,),
        "sections": (
            SectionFact(1, 1, "Inledning", "text", "<p>Rapporten visar hur årets mål har gått.</p>"),
            SectionFact(2, 1, "Målen ett för ett", "goal_follow_up", ""),
            SectionFact(3, 1, "Ekonomi", "data_table", "", {"tabell": ("drift",)}),
        ),
    }
    return some_facts(**values | overrides)


SHARES_BEFORE = {"total": 78, "women": 80, "men": 75}
SHARES = {"total": 81, "women": 84, "men": 77}
MONEY = a_table(
    ("rubrik", "Tkr", "Budget", "Utfall", "Avvikelse"),
    ("beräkning", "", "", "", "1-2"),
    ("rad", "Personal", "700", "690", "10"),
    ("rad", "Lokaler", "300", "305", "-5"),
    ("summa", "Summa", "1000", "995", "5"),
    key="drift",
)


def found(report, **inspected):
    return [(each.rule, each.message) for each in findings_in(Inspection(report, date(2017, 9, 20), **inspected))]


def test_nothing_is_said_of_it():
    kept = a_promise("Anställa två", goal_id=1, unit_id=1, outcome="done")
    earlier = (an_answer(1, 1, comment="<p>I våras var brukarna färre, och enkäten hade inte gått ut ännu.</p>"),)
    assert found(a_clean_report(), promises=(kept,), earlier=earlier, earlier_as_of=date(2017, 4, 30)) == []


ANOTHER_SHARE = tuple(a_figure(1, "2017", value, sex=sex, unit_id=1) for sex, value in (SHARES | {"total": 90}).items())
ANOTHER_TEXT = (an_answer(1, 1, comment=OPINION.replace("81", "88")), *the_answers()[1:])
ANOTHER_SUM = replace(MONEY, rows=(*MONEY.rows[:-1], replace(MONEY.rows[-1], cells=("1001", "995", "6"))))


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ({"assessments": the_answers()[1:]}, "missing_answer"),
        ({"measurements": ANOTHER_SHARE}, "total_outside_sexes"),
        ({"assessments": ANOTHER_TEXT}, "prose_share"),
        ({"tables": (ANOTHER_SUM,)}, "table_sum"),
    ],
)
def test_one_thing_changed_in_it_is_found(broken, rule):
    assert rule in [code for code, _message in found(a_clean_report(**broken))]
