"""What a goal or an indicator continues, through the plans before."""

from django.db.models import F, Q, QuerySet

from goals.models import Goal
from indicators.models import Indicator
from reports.subjects import kind_of

PLANS_BACK = 8
"""As many steps back as rounds are shown; a plan has one round at least."""

_PATHS = tuple("__".join(["predecessor"] * step) for step in range(1, PLANS_BACK + 1))


def same_subject(subject: Goal | Indicator) -> Q:
    """What is about the subject or what it continues: a condition on rows with `goal` and `indicator`."""
    name = kind_of(subject).value
    same = Q(**{name: subject.pk})
    if subject.predecessor_id is None:
        return same
    itself = type(subject)._default_manager.filter(pk=subject.pk)
    # A subquery for each step: nested in one another they overflow the stack of SQLite's parser.
    for path in _PATHS:
        same |= Q(**{f"{name}__in": itself.values(path)})
    return same


def with_chain(indicators: "QuerySet[Indicator]") -> "QuerySet[Indicator]":
    """Each with the keys of what it continues, for `chain_of`."""
    return indicators.annotate(**{f"step_{step}": F(f"{path}_id") for step, path in enumerate(_PATHS, start=1)})


def chain_of(indicator: Indicator) -> list[int]:
    """The indicator's key and then its predecessors', the nearest first."""
    steps = (getattr(indicator, f"step_{step}") for step in range(1, PLANS_BACK + 1))
    return list(dict.fromkeys([indicator.pk, *(key for key in steps if key is not None)]))
