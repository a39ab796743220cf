"""The newest figures of an indicator, as words ("AFI, tillgänglighet (2016): 89 %"). Pure."""

from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.numbers import format_number
from followup.core.periods import parse_period
from indicators.choices import MissingReason
from reports.build.facts import IndicatorFact, MeasurementFact


def newest(measurements: list[MeasurementFact]) -> list[MeasurementFact]:
    """Of each series (unit, submeasure, sex) the figure of its last period; in the order in which series begin."""
    last: dict[tuple[int | None, str, str], MeasurementFact] = {}
    for item in measurements:
        series = (item.unit_id, item.submeasure, item.sex)
        before = last.get(series)
        if before is None or (item.period_through, item.period_from) >= (before.period_through, before.period_from):
            last[series] = item
    return list(last.values())


def shown(item: MeasurementFact, indicator: IndicatorFact) -> str:
    """The figure alone: its words where it has them, else the number, else why there is none."""
    if item.words:
        text = item.words
    elif item.value is not None:
        text = format_number(item.value, indicator.decimals, indicator.unit_of_measure)
    else:
        text = str(MissingReason(item.missing_reason).label)
    return _("%(figure)s (prel.)") % {"figure": text} if item.is_preliminary else text


def figure_line(item: MeasurementFact, indicator: IndicatorFact, unit_codes: dict[int, str]) -> str:
    """Whose figure, of what, when, and the figure."""
    whose = [
        unit_codes.get(item.unit_id, "") if item.unit_id is not None else "",
        item.submeasure,
        "" if item.sex == Sex.TOTAL else str(Sex(item.sex).label),
    ]
    label = ", ".join(part for part in whose if part)
    period = parse_period(item.period).label()
    return f"{label} ({period}): {shown(item, indicator)}" if label else f"{period}: {shown(item, indicator)}"
