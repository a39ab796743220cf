"""How many people a figure stands for, and whether they are so few that it points them out. Pure."""

import re
from decimal import Decimal
from fractions import Fraction

from indicators.choices import MissingReason
from indicators.measures import Measure, measure_of
from reports.build.facts import IndicatorFact, MeasurementFact

_COUNT_IN_WORDS = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})*(?![\d,.%])")


def amount_of(item: MeasurementFact, indicator: IndicatorFact) -> Fraction | None:
    """The count itself, or that behind a share; None where it is hidden already or cannot be known.

    Of words that are shown instead of a number, the first whole number.
    """
    if measure_of(indicator.unit_of_measure) in {Measure.SHARE, Measure.AVERAGE}:
        counted = _numerator(item)
    elif item.value is not None:
        counted = item.value
    else:
        found = _COUNT_IN_WORDS.search(item.words)
        counted = Decimal(re.sub(r"\D", "", found[0])) if found else None
    return None if counted is None or counted < 0 else Fraction(counted)


def is_hidden(item: MeasurementFact) -> bool:
    return item.missing_reason == MissingReason.SUPPRESSED


def is_small(item: MeasurementFact, indicator: IndicatorFact, smallest_count: int) -> bool:
    """Whether somebody, but fewer than `smallest_count`, stands behind it. Nobody is nobody's secret.

    Of a share: those it is a share of, those who are in it, and those who are not.
    """
    measure = measure_of(indicator.unit_of_measure)
    counts = [amount_of(item, indicator)] if measure is not Measure.AVERAGE else []
    if measure in {Measure.SHARE, Measure.AVERAGE} and item.denominator is not None:
        whole = Fraction(item.denominator)
        counts += [whole, *(whole - count for count in counts if count is not None)]
    return any(count is not None and 0 < count < smallest_count for count in counts)


def _numerator(item: MeasurementFact) -> Decimal | None:
    if item.numerator is not None or item.value is None or item.denominator is None:
        return item.numerator
    return (item.value * item.denominator / 100).to_integral_value()
