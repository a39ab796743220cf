"""An indicator's figures over all reports that a reader may read: the newest that tells of a period counts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from followup.core.choices import Sex
from followup.core.periods import Period, parse_period
from reports.build.blocks.series import in_reading_order
from reports.build.figures import series_label
from reports.models import PublishedOutcome, PublishedTarget
from reports.views.reading.timeline.items import Item

_SEXES = list(Sex)


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """`unit` empty is the whole."""

    unit: str
    submeasure: str
    sex: str

    @property
    def label(self) -> str:
        return series_label(self.unit, self.submeasure, self.sex)

    @property
    def is_total(self) -> bool:
        """Of women and men together, and of no part of what is counted."""
        return not self.submeasure and self.sex == Sex.TOTAL


@dataclass(frozen=True, slots=True)
class Figure:
    value: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class TargetFigure:
    """`value` is a number to reach, None where the target is in words or of a change."""

    value: Decimal | None
    words: str
    measured_against: str


@dataclass(slots=True)
class IndicatorHistory:
    """`item` is the indicator as the newest report has it; figures by the code of their period, targets by year."""

    item: Item
    figures: dict[SeriesKey, dict[str, Figure]] = field(default_factory=dict)
    targets: dict[SeriesKey, dict[int, TargetFigure]] = field(default_factory=dict)

    @property
    def periods(self) -> tuple[Period, ...]:
        codes = {code for figures in self.figures.values() for code in figures}
        return tuple(sorted(map(parse_period, codes), key=in_reading_order))

    @property
    def whole(self) -> tuple[SeriesKey, ...]:
        return tuple(key for key in self.in_order() if not key.unit)

    @property
    def of_units(self) -> tuple[SeriesKey, ...]:
        return tuple(key for key in self.in_order() if key.unit)

    def last_of(self, key: SeriesKey) -> tuple[Period, Figure] | None:
        """Its last figure, or what stands instead of one."""
        figures = self.figures.get(key, {})
        period = max(map(parse_period, figures), key=in_reading_order, default=None)
        return (period, figures[period.code]) if period else None

    def in_order(self) -> list[SeriesKey]:
        """The whole before the units in the order in which reports have them; total, women, men."""
        units = list(dict.fromkeys(["", *(key.unit for key in self.figures)]))
        submeasures = list(dict.fromkeys(key.submeasure for key in self.figures))
        return sorted(
            self.figures,
            key=lambda key: (units.index(key.unit), submeasures.index(key.submeasure), _SEXES.index(Sex(key.sex))),
        )


def histories_of(items: Iterable[Item], order: Sequence[int]) -> dict[str, IndicatorHistory]:
    """By lineage. `order` are the versions, the oldest first. Two queries, whatever the number of figures."""
    places = {publication: place for place, publication in enumerate(order)}
    by_id = {item.id: item for item in items}
    found: dict[str, IndicatorHistory] = {}
    for item in sorted(by_id.values(), key=lambda each: places[each.publication_id]):
        found.setdefault(item.lineage, IndicatorHistory(item)).item = item
    _read_figures(found, by_id, places)
    _read_targets(found, by_id, places)
    return found


def _read_figures(found: Mapping[str, IndicatorHistory], by_id: Mapping[int, Item], places: Mapping[int, int]) -> None:
    rows = (
        PublishedOutcome.objects.filter(item__in=by_id)
        .order_by()
        .values_list("item_id", "unit", "submeasure", "sex", "period", "value", "words", "position")
    )
    for item_id, unit, submeasure, sex, period, value, words, _place in sorted(rows, key=_in_time(by_id, places)):
        series = found[by_id[item_id].lineage].figures.setdefault(SeriesKey(unit, submeasure, sex), {})
        series[period] = Figure(value, words)


def _read_targets(found: Mapping[str, IndicatorHistory], by_id: Mapping[int, Item], places: Mapping[int, int]) -> None:
    rows = (
        PublishedTarget.objects.filter(item__in=by_id)
        .order_by()
        .values_list(
            "item_id",
            "unit",
            "submeasure",
            "sex",
            "year",
            "value",
            "value_high",
            "words",
            "measured_against",
            "position",
        )
    )
    for item_id, unit, submeasure, sex, year, value, high, words, against, _place in sorted(
        rows, key=_in_time(by_id, places)
    ):
        key = SeriesKey(unit, submeasure, sex or Sex.TOTAL.value)
        number = value if high is None else None
        found[by_id[item_id].lineage].targets.setdefault(key, {})[year] = TargetFigure(number, words, against)


def _in_time(by_id: Mapping[int, Item], places: Mapping[int, int]) -> Callable[[tuple[Any, ...]], tuple[int, int]]:
    """Rows that begin with their item and end with their place in it: the oldest version first."""
    return lambda row: (places[by_id[row[0]].publication_id], row[-1])
