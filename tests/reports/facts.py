"""Facts of a small report, built without a database."""

from datetime import date

from reports.build.facts import (
    AssessmentFact,
    GoalFact,
    IndicatorFact,
    MeasurementFact,
    PlanWords,
    ReportFacts,
    SectionFact,
    UnitFact,
)

WORDS = PlanWords(
    status={
        "achieved": "Målet är uppnått",
        "partly_achieved": "Målet är delvis uppnått",
        "not_achieved": "Målet är inte uppnått",
        "not_assessable": "Kan ej bedömas",
    },
    overall_view="Samlad bedömning",
    cause="Orsak",
    measure="Åtgärd",
)


def a_goal_fact(number, **overrides):
    values = {
        "id": number,
        "parent_id": None,
        "key": str(number),
        "number": str(number),
        "name": f"Mål {number}",
        "description": "",
        "responsible": (),
        "unit_ids": (1, 2),
        "is_judged_by_committee": False,
    }
    return GoalFact(**values | overrides)


def an_answer(goal_id, unit_id, status="achieved", **overrides):
    values = {
        "goal_id": goal_id,
        "unit_id": unit_id,
        "unit_words": "",
        "status": status,
        "status_words": "",
        "comment": "<p>Kommentar.</p>",
        "overall_view": "",
        "cause": "",
        "measure": "",
        "forecast": "",
        "state": "approved",
    }
    return AssessmentFact(**values | overrides)


def a_figure(indicator_id, period, value, **overrides):
    year = int(period[:4])
    values = {
        "indicator_id": indicator_id,
        "period": period,
        "period_from": date(year, 1, 1),
        "period_through": date(year, 12, 31),
        "unit_id": None,
        "sex": "total",
        "submeasure": "",
        "value": value,
        "words": "",
        "missing_reason": "",
        "is_preliminary": False,
    }
    return MeasurementFact(**values | overrides)


def some_facts(**overrides):
    values = {
        "municipality": "Linköping",
        "municipality_code": "0580",
        "committee": "Socialnämnden",
        "committee_slug": "linkoping-socialnamnden",
        "accent": "#1f5a82",
        "slug": "delar-2017",
        "title": "Delårsuppföljning",
        "subtitle": "",
        "as_of": date(2017, 8, 31),
        "dated": None,
        "registry_number": "",
        "plan_title": "Verksamhetsplan 2017",
        "words": WORDS,
        "sections": (SectionFact(1, 1, "Måluppföljning", "goal_table", "<p>Så här gick det.</p>"),),
        "units": (UnitFact(1, "AFI", "Försörjning"), UnitFact(2, "IFO", "Individ och familj")),
        "goals": (a_goal_fact(1), a_goal_fact(2, unit_ids=(1,))),
        "indicators": (IndicatorFact(1, 1, "1.1", "Nöjda brukare", "%", 0),),
        "measurements": (),
        "assessments": (),
    }
    return ReportFacts(**values | overrides)
