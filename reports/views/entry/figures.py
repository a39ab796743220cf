"""The rows of outcome fields: which figures a unit gives in a round, with target and last figure. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.numbers import format_number
from followup.core.periods import Period, parse_period
from indicators.aims import Aim
from indicators.choices import MeasuredAgainst, MissingReason
from indicators.commands.outcomes import Outcome, outcome_of
from indicators.comparison import Past, Standing
from indicators.measures import measure_of
from indicators.models import Indicator, Measurement, Target
from reports.forms.outcome import OutcomeRow

_BY_SEX = (Sex.WOMEN, Sex.MEN, Sex.TOTAL)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an indicator for a unit: targets and outcomes of the unit, and those of no unit."""

    unit_id: int
    targets: Sequence[Target]
    measurements: Sequence[Measurement]


def outcome_rows(indicator: Indicator, known: Known, period: Period) -> list[OutcomeRow]:
    """One row for each submeasure that targets or outcomes name, for women, men and all where sexes are told apart."""
    sexes = _BY_SEX if indicator.is_sex_disaggregated else (Sex.TOTAL,)
    current = {
        (item.submeasure, item.sex): item
        for item in known.measurements
        if item.unit_id == known.unit_id and item.period == period.code and item.indicator_id == indicator.pk
    }
    return [
        OutcomeRow(
            indicator=indicator,
            period=period.code,
            submeasure=submeasure,
            sex=sex,
            current=outcome_of(current.get((submeasure, sex))),
            label=_label(submeasure, sex, len(sexes) > 1),
            target=shown_target(_best_target(known, submeasure, sex, period, indicator), indicator),
            previous=_previous(known, submeasure, sex, period, indicator),
            standing=_standing(known, submeasure, sex, period, indicator),
        )
        for submeasure in _submeasures(known)
        for sex in sexes
    ]


def target_words(indicator: Indicator, targets: Iterable[Target], year: int, unit_id: int) -> str:
    """The targets of a year, for a list of indicators: `80 %`, or by submeasure and sex."""
    found = [item for item in targets if item.year == year and item.unit_id in {None, unit_id}]
    shown = []
    for item in found:
        label = ", ".join(
            part for part in (item.submeasure, "" if item.sex == Sex.TOTAL else str(Sex(item.sex).label)) if part
        )
        text = shown_target(item, indicator)
        shown.append(f"{label}: {text}" if label else text)
    return "; ".join(shown)


def shown_target(target: Target | None, indicator: Indicator) -> str:
    if target is None:
        return ""
    if target.words or target.value is None:
        return target.words
    text = _number(target.value, indicator)
    if target.value_high is not None:
        text = f"{text}–{_number(target.value_high, indicator)}"
    if target.measured_against == MeasuredAgainst.CHANGE_PERCENT:
        return _("%(number)s %% mot föregående år") % {"number": format_number(target.value.normalize(), None)}
    if target.measured_against == MeasuredAgainst.CHANGE:
        return _("%(number)s mot föregående år") % {"number": text}
    return text


def shown_outcome(outcome: Outcome, indicator: Indicator) -> str:
    """The figure to read: its words, its number or why there is none, and whether it is preliminary."""
    if outcome.words:
        text = outcome.words
    elif outcome.value is not None:
        text = _number(outcome.value, indicator)
    else:
        text = str(MissingReason(outcome.missing_reason).label)
    return _("%(figure)s (preliminärt)") % {"figure": text} if outcome.is_preliminary else text


def _number(value: Decimal, indicator: Indicator) -> str:
    return format_number(value.normalize(), indicator.decimals, indicator.unit_of_measure)


def _label(submeasure: str, sex: str, by_sex: bool) -> str:
    word = str(Sex(sex).label).capitalize() if by_sex else ""
    return ", ".join(part for part in (submeasure, word) if part)


def _submeasures(known: Known) -> list[str]:
    """A target without submeasure holds for all submeasures, and is a figure of its own only where none is named."""
    named = [*(item.submeasure for item in known.targets if item.submeasure)]
    return list(dict.fromkeys([*named, *(item.submeasure for item in known.measurements)])) or [""]


def _best_target(known: Known, submeasure: str, sex: str, period: Period, indicator: Indicator) -> Target | None:
    """The year's target for exactly this, else for the whole committee, both sexes, all submeasures, in that order.

    Of what is counted the target for both sexes is none for one of them, who are a part of it.
    """
    sexes = (sex,) if measure_of(indicator.unit_of_measure).adds_up else (sex, Sex.TOTAL)
    of_year = {
        (item.submeasure, item.sex, item.unit_id): item for item in known.targets if item.year == period.last.year
    }
    wanted = product((submeasure, ""), sexes, (known.unit_id, None))
    return next((of_year[key] for key in wanted if key in of_year), None)


def _earlier(known: Known, submeasure: str, sex: str, period: Period) -> list[Measurement]:
    """The unit's figures of the series before the period, oldest first; of two that end together the shorter last."""
    earlier = [
        item
        for item in known.measurements
        if item.unit_id == known.unit_id
        and (item.submeasure, item.sex) == (submeasure, sex)
        and (item.period_through, item.period_from) < (period.last, period.first)
    ]
    return sorted(earlier, key=lambda item: (item.period_through, -item.period_from.toordinal()))


def _previous(known: Known, submeasure: str, sex: str, period: Period, indicator: Indicator) -> str:
    """The unit's nearest earlier figure: `71 % (2016)`."""
    earlier = _earlier(known, submeasure, sex, period)
    if not earlier:
        return ""
    text = shown_outcome(outcome_of(earlier[-1]), indicator)
    return f"{text} ({parse_period(earlier[-1].period).label()})"


def _standing(known: Known, submeasure: str, sex: str, period: Period, indicator: Indicator) -> Standing:
    """What a figure of the series is compared with, as far as it is told in numbers."""
    earlier = [
        (item.period, item.value.normalize())
        for item in _earlier(known, submeasure, sex, period)
        if item.value is not None
    ]
    target = _best_target(known, submeasure, sex, period, indicator)
    is_part = target is not None and _is_for_all_units(target, indicator)
    return Standing(
        aim=None if is_part else _aim(target),
        base=_year_before(earlier, period, indicator),
        past=tuple(Past(value, parse_period(code).label()) for code, value in earlier),
        is_part=is_part,
    )


def _is_for_all_units(target: Target, indicator: Indicator) -> bool:
    """Whether the target is set for what several units count together, so that no one's figure alone reaches it."""
    return (
        target.unit_id is None
        and target.value is not None
        and target.measured_against != MeasuredAgainst.CHANGE_PERCENT
        and measure_of(indicator.unit_of_measure).adds_up
        and not indicator.is_measured_by_it_alone
    )


def _aim(target: Target | None) -> Aim | None:
    if target is None or target.value is None:
        return None
    high = None if target.value_high is None else target.value_high.normalize()
    return Aim(target.value.normalize(), high, target.measured_against)


def _year_before(earlier: Sequence[tuple[str, Decimal]], period: Period, indicator: Indicator) -> Decimal | None:
    """The figure of the same part of the year before; of the whole year only where that cannot be larger by length."""
    by_period = dict(earlier)
    before = period.previous_year()
    if before.code in by_period or not measure_of(indicator.unit_of_measure).lies_between:
        return by_period.get(before.code)
    return by_period.get(str(before.last.year))
