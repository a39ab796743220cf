"""Facts of a small report, built without a database."""

from datetime import date
from decimal import Decimal

from followup.core.periods import parse_period
from reports.build.facts import (
    AssessmentFact,
    AssignmentFact,
    GoalFact,
    IndicatorFact,
    MeasurementFact,
    PlanWords,
    ReportFacts,
    TargetFact,
    UnitFact,
)
from reports.build.part_facts import SectionFact

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


def a_goal_fact(number, /, **overrides):
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
        "label": "Mål",
        "level": "Mål",
    }
    return GoalFact(**values | overrides)


def an_area_fact(number, /, **overrides):
    """A goal on a level where nobody judges."""
    values = {"unit_ids": (), "is_area": True, "number": "", "name": f"Område {number}", "level": "Område"}
    return a_goal_fact(number, **values | overrides)


def an_indicator_fact(number, /, goal_id=1, **overrides):
    values = {
        "id": number,
        "goal_id": goal_id,
        "number": "",
        "name": f"Indikator {number}",
        "unit_of_measure": "",
        "decimals": None,
        "key": f"i{number}",
    }
    return IndicatorFact(**values | overrides)


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
    parsed = parse_period(period)
    values = {
        "indicator_id": indicator_id,
        "period": parsed.code,
        "period_from": parsed.first,
        "period_through": parsed.last,
        "unit_id": None,
        "sex": "total",
        "submeasure": "",
        "value": None if value is None else Decimal(str(value)),
        "words": "",
        "missing_reason": "",
        "is_preliminary": False,
    }
    return MeasurementFact(**values | overrides)


def a_target_fact(indicator_id, year, value, **overrides):
    values = {
        "indicator_id": indicator_id,
        "goal_id": None,
        "year": year,
        "unit_id": None,
        "sex": "total",
        "submeasure": "",
        "value": None if value is None else Decimal(str(value)),
        "value_high": None,
        "words": "",
        "measured_against": "value",
    }
    return TargetFact(**values | overrides)


def an_assignment_fact(number, /, goal_id=1, **overrides):
    values = {
        "id": number,
        "goal_id": goal_id,
        "key": f"u{number}",
        "kind": "assignment",
        "group": "",
        "number": str(number),
        "name": f"Uppdrag {number}",
        "description": "",
        "given_by": "",
        "due_on": None,
        "due_words": "",
        "together_with": (),
        "responsible": (),
    }
    return AssignmentFact(**values | overrides)


def a_section_fact(kind, title="", **options):
    """`options` by their Swedish keys, each a text with commas between its items, as in the workbook."""
    listed = {key: tuple(texts.split(",")) for key, texts in options.items()}
    return SectionFact(1, 1, title, kind, "", listed)


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
        "indicators": (IndicatorFact(1, 1, "1.1", "Nöjda brukare", "%", 0, "i1"),),
        "measurements": (),
        "assessments": (),
        "plan_from": 2017,
        "plan_through": 2017,
    }
    return ReportFacts(**values | overrides)
