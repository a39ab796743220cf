"""A report's facts without the figures that point somebody out. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from django.utils.translation import gettext as _

from indicators.choices import MissingReason
from reports.build.facts import IndicatorFact, MeasurementFact, ReportFacts, UnitFact
from reports.build.suppression.choice import hidden_keys
from reports.build.suppression.counts import amount_of, is_hidden, is_small
from reports.build.suppression.relations import Key, absent_sexes, relations

MARK = ".."


def suppressed(facts: ReportFacts) -> ReportFacts:
    """Where an indicator hides small counts, those and what they follow from have a reason instead of a figure.

    Every format is made of these facts, so none can show what is hidden.
    """
    of: dict[int, list[MeasurementFact]] = {}
    for item in facts.measurements:
        of.setdefault(item.indicator_id, []).append(item)
    gone: set[int] = set()
    for indicator in facts.indicators:
        if indicator.suppresses_small_counts:
            hidden = hidden_figures(indicator, of.get(indicator.id, ()), facts.units, facts.smallest_count)
            gone.update(id(item) for item in hidden)
    if not gone:
        return facts
    why = _(
        "Visas inte: uppgiften gäller så få personer att de kan pekas ut, eller gör att en sådan uppgift kan "
        "räknas fram."
    )
    measurements = tuple(_hidden(item, why) if id(item) in gone else item for item in facts.measurements)
    return replace(facts, measurements=measurements)


def hidden_figures(
    indicator: IndicatorFact, figures: Iterable[MeasurementFact], units: Iterable[UnitFact], smallest_count: int
) -> tuple[MeasurementFact, ...]:
    """The figures of an indicator that may not be shown, and those that somebody has hidden already."""
    table = _table_of(indicator, figures, units, smallest_count)
    absent = absent_sexes(table.amounts)
    amounts = {**table.amounts, **absent}
    small = table.small | {key for key, amount in absent.items() if 0 < amount < smallest_count}
    related = relations(amounts, table.parents)
    hidden = hidden_keys(amounts, related, small, tuple(absent), smallest_count)
    return tuple(item for key, item in table.items.items() if key in hidden or key in small)


@dataclass(frozen=True, slots=True)
class _Table:
    """`items` are all figures, `amounts` those that take part in sums, `small` those that are hidden for themselves."""

    items: dict[Key, MeasurementFact]
    amounts: dict[Key, Fraction | None]
    small: frozenset[Key]
    parents: dict[int, int]


def _table_of(
    indicator: IndicatorFact, figures: Iterable[MeasurementFact], units: Iterable[UnitFact], smallest_count: int
) -> _Table:
    items = {_key(item): item for item in figures}
    amounts: dict[Key, Fraction | None] = {}
    for key, item in items.items():
        amount = amount_of(item, indicator)
        if amount is not None or is_hidden(item):
            amounts[key] = amount
    return _Table(
        items=items,
        amounts=amounts,
        small=frozenset(key for key, item in items.items() if is_small(item, indicator, smallest_count)),
        parents={unit.id: unit.parent_id or 0 for unit in units},
    )


def _key(item: MeasurementFact) -> Key:
    return Key(item.period_from, item.period_through, item.unit_id or 0, item.submeasure, item.sex)


def _hidden(item: MeasurementFact, why: str) -> MeasurementFact:
    """A remark that holds figures goes with the figure."""
    kept = item.remark if item.remark and not any(char.isdigit() for char in item.remark) else ""
    return item._replace(
        value=None,
        words=MARK,
        numerator=None,
        denominator=None,
        missing_reason=MissingReason.SUPPRESSED.value,
        is_preliminary=False,
        remark=f"{why} {kept}".strip(),
    )
