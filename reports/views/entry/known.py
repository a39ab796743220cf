"""Targets and outcomes of indicators, as a unit's outcome fields need them. Two queries, however many."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q

from followup.core.models import Unit
from indicators.models import Indicator, Measurement, Target
from reports.forms.outcome import OutcomeRow
from reports.models import Round
from reports.round_periods import period_for
from reports.views.entry.figures import Known, outcome_rows


def known_of(indicators: Sequence[Indicator], unit: Unit) -> dict[int, Known]:
    """By the indicator's key. Outcomes of an indicator's predecessor count as its own."""
    ids = {item.pk for item in indicators}
    successors = {item.predecessor_id: item.pk for item in indicators if item.predecessor_id}
    of_unit = Q(unit=unit) | Q(unit=None)
    targets: dict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(of_unit, indicator__in=ids):
        targets[target.indicator_id or 0].append(target)
    outcomes: dict[int, list[Measurement]] = defaultdict(list)
    for item in Measurement.objects.filter(of_unit, indicator__in={*ids, *successors}).in_series_order():
        for indicator_id in {item.indicator_id, successors.get(item.indicator_id)} & ids:
            outcomes[indicator_id].append(item)
    return {key: Known(unit.pk, targets[key], outcomes[key]) for key in ids}


def rows_in_round(indicator: Indicator, known: Known, round: Round) -> list[OutcomeRow]:
    """The figures that a unit gives of the indicator in the round; none where it does not measure it."""
    if not indicator.is_measured_by_unit:
        return []
    return outcome_rows(indicator, known, period_for(indicator.frequency, round.kind, round.as_of))
