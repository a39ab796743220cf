"""What the checks look at, built without a database."""

from dataclasses import fields
from datetime import date

from reports.build.inspection import Inspection, PromisedFact, TargetChangeFact
from reports.checks.scope import Scope, scope_of
from tests.reports.facts import some_facts

_OF_INSPECTION = {field.name for field in fields(Inspection)}


def a_scope(**overrides) -> Scope:
    """Keywords of `Inspection`, and of `some_facts` for the report."""
    inspected = {name: value for name, value in overrides.items() if name in _OF_INSPECTION}
    facts = {name: value for name, value in overrides.items() if name not in _OF_INSPECTION}
    return scope_of(Inspection(**{"report": some_facts(**facts), "today": date(2017, 9, 20)} | inspected))


def a_promise(promise="Anställa två", goal_id=1, unit_id=1, **overrides):
    return PromisedFact(
        **{"goal_id": goal_id, "indicator_id": None, "unit_id": unit_id, "promise": promise} | overrides
    )


def a_target_change(indicator_id=1, before=80, after=70, **overrides):
    values = {
        "indicator_id": indicator_id,
        "goal_id": None,
        "year": 2017,
        "unit_id": None,
        "sex": "total",
        "submeasure": "",
        "changed_on": date(2017, 5, 1),
        "before": before,
        "before_high": None,
        "before_words": "",
        "after": after,
        "after_high": None,
        "after_words": "",
    }
    return TargetChangeFact(**values | overrides)
