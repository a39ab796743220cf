"""What a chart shows, in sentences: its text alternative. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.build.document import ChartSeries
from reports.build.figures import number_words

MAX_SERIES_IN_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure that is drawn, and where."""

    category: str
    value: Decimal
    words: str

    def __str__(self) -> str:
        return _("%(figure)s (%(category)s)") % {"figure": self.words, "category": self.category}


@dataclass(frozen=True, slots=True)
class OutcomeAndTarget:
    """A series with the series of its targets, where it has any, and how its numbers are written."""

    outcome: ChartSeries
    target: ChartSeries | None
    unit_of_measure: str
    decimals: int | None


def line_summary(pairs: Sequence[OutcomeAndTarget], categories: Sequence[str]) -> str:
    """Of each of the first series: from first to last, highest and lowest between, and against the target."""
    sentences = []
    for pair in pairs[:MAX_SERIES_IN_WORDS]:
        drawn = _drawn(pair.outcome, categories)
        sentences.append(_course(pair, drawn))
        if drawn and pair.target:
            sentences.append(_against(pair, drawn, _drawn(pair.target, categories)))
    return _joined(sentences, len(pairs))


def bar_summary(series: Sequence[ChartSeries], categories: Sequence[str]) -> str:
    """The highest and the lowest of each of the first series."""
    sentences = []
    for each in series[:MAX_SERIES_IN_WORDS]:
        drawn = _drawn(each, categories)
        if len(drawn) < 2:
            sentences.append(_few(each.name, drawn))
            continue
        words = {"name": each.name, "high": max(drawn, key=_value), "low": min(drawn, key=_value)}
        sentences.append(_("%(name)s: högst %(high)s, lägst %(low)s.") % words)
    return _joined(sentences, len(series))


def _joined(sentences: Sequence[str], series: int) -> str:
    more = series - MAX_SERIES_IN_WORDS
    rest = ngettext("%(count)d serie till står i tabellen.", "%(count)d serier till står i tabellen.", more)
    return " ".join(filter(None, [*sentences, rest % {"count": more} if more > 0 else ""]))


def _drawn(series: ChartSeries, categories: Sequence[str]) -> list[_Place]:
    return [
        _Place(category, point.value, point.words)
        for category, point in zip(categories, series.points, strict=True)
        if point.value is not None
    ]


def _value(place: _Place) -> Decimal:
    return place.value


def _few(name: str, drawn: Sequence[_Place]) -> str:
    if not drawn:
        return _("%(name)s: inga siffror.") % {"name": name}
    return _("%(name)s: %(figure)s.") % {"name": name, "figure": drawn[0]}


def _course(pair: OutcomeAndTarget, drawn: Sequence[_Place]) -> str:
    if len(drawn) < 2:
        return _few(pair.outcome.name, drawn)
    first, last = drawn[0], drawn[-1]
    words = {"name": pair.outcome.name, "first": first, "last": last, "change": _amount(last.value - first.value, pair)}
    if last.value > first.value:
        course = _("%(name)s: från %(first)s till %(last)s, upp %(change)s") % words
    elif last.value < first.value:
        course = _("%(name)s: från %(first)s till %(last)s, ned %(change)s") % words
    else:
        course = _("%(name)s: %(first)s och %(last)s, oförändrat") % words
    high, low = max(drawn, key=_value), min(drawn, key=_value)
    if high.value > max(first.value, last.value):
        course += _("; högst %(figure)s") % {"figure": high}
    if low.value < min(first.value, last.value):
        course += _("; lägst %(figure)s") % {"figure": low}
    return f"{course}."


def _against(pair: OutcomeAndTarget, drawn: Sequence[_Place], targets: Sequence[_Place]) -> str:
    """The last figure that has a target in its own period, against it."""
    wanted = {target.category: target for target in targets}
    last = next((place for place in reversed(drawn) if place.category in wanted), None)
    if last is None:
        return ""
    target = wanted[last.category]
    words = {"period": last.category, "target": target.words, "gap": _amount(last.value - target.value, pair)}
    if last.value > target.value:
        return _("%(period)s: %(gap)s över målvärdet %(target)s.") % words
    if last.value < target.value:
        return _("%(period)s: %(gap)s under målvärdet %(target)s.") % words
    return _("%(period)s: på målvärdet %(target)s.") % words


def _amount(difference: Decimal, pair: OutcomeAndTarget) -> str:
    """How much, without a sign; a difference between shares is in percentage points."""
    amount = number_words(abs(difference), pair.decimals)
    if pair.unit_of_measure.strip() == "%":
        return _("%(amount)s procentenheter") % {"amount": amount}
    return amount
