"""An indicator's last periods as a small chart with its figures behind it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.choices import Sex
from followup.core.periods import parse_period
from reports.build.blocks.chart import indicator_chart
from reports.build.blocks.chart_series import TARGET, IndicatorSeries
from reports.build.document import Chart
from reports.build.facts import IndicatorFact, MeasurementFact, TargetFact
from reports.build.notes import Notes
from reports.build.targets import target_words
from reports.render.charts import chart_svg

PERIODS_SHOWN = 6
LINES_DRAWN = 6
"""More than so many lines in a small drawing tell nothing: then the figures alone are shown."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A period with a figure for each column; empty where there is none."""

    period: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallChart:
    """`whose` says whether the figures are the unit's own; `drawing` is empty where there is no course to draw."""

    id: str
    title: str
    whose: str
    target: str
    summary: str
    drawing: SafeString | str
    columns: tuple[str, ...]
    lines: tuple[FigureLine, ...]


def small_chart(
    indicator: IndicatorFact,
    figures: Sequence[MeasurementFact],
    targets: Sequence[TargetFact],
    *,
    unit_id: int,
    year: int,
) -> SmallChart | None:
    """Of the unit's own figures, where there are none of the whole committee's; None where there are none of either.

    `year` is the one whose target is told in words.
    """
    own = [item for item in figures if item.unit_id == unit_id]
    shown = own or [item for item in figures if item.unit_id is None]
    last = set(sorted({parse_period(item.period) for item in shown})[-PERIODS_SHOWN:])
    kept = [item._replace(unit_id=None) for item in shown if parse_period(item.period) in last]
    aims = _of_unit_first(targets, unit_id)
    chart = indicator_chart([indicator], kept, list(aims.values()), {}, Notes())
    if chart is None:
        return None
    chart = _with_target(chart, indicator, kept, aims)
    has_course = len(chart.categories) > 1 and len(chart.series) <= LINES_DRAWN
    name = f"serie-{indicator.id}"
    return SmallChart(
        id=name,
        title=f"{indicator.number} {indicator.name}".strip(),
        whose=_("Enhetens egna värden") if own else _("Hela nämnden"),
        target=_target_in_words(aims, indicator, year),
        summary=chart.summary,
        drawing=chart_svg(chart, name) if has_course else "",
        columns=tuple(str(capfirst(series.name)) for series in chart.series),
        lines=tuple(
            FigureLine(str(capfirst(category)), tuple(series.points[place].words for series in chart.series))
            for place, category in enumerate(chart.categories)
        ),
    )


_Aim = tuple[int, str, str]
"""Year, sex and submeasure of a target."""


def _of_unit_first(targets: Sequence[TargetFact], unit_id: int) -> dict[_Aim, TargetFact]:
    """The unit's own targets, and the committee's where the unit has none of its own."""
    found: dict[_Aim, TargetFact] = {}
    for wanted in (unit_id, None):
        for target in targets:
            if target.unit_id == wanted:
                found.setdefault((target.year, target.sex, target.submeasure), target._replace(unit_id=None))
    return found


def _with_target(
    chart: Chart, indicator: IndicatorFact, figures: Sequence[MeasurementFact], aims: Mapping[_Aim, TargetFact]
) -> Chart:
    """The target for everybody as a line of its own, where no drawn series has one: as over women and men."""
    if any(series.role == TARGET for series in chart.series):
        return chart
    general = {year: target for (year, sex, part), target in aims.items() if (sex, part) == (Sex.TOTAL, "")}
    line = IndicatorSeries(indicator, "", _("Målvärde"), Sex.TOTAL, {}, general)
    periods = sorted({parse_period(item.period) for item in figures})
    return replace(chart, series=(*chart.series, *line.targets_drawn(periods)))


def _target_in_words(aims: Mapping[_Aim, TargetFact], indicator: IndicatorFact, year: int) -> str:
    """`80 %`, or by submeasure and sex."""
    told = []
    for (_year, sex, part), target in aims.items():
        if target.year == year:
            label = ", ".join(word for word in (part, "" if sex == Sex.TOTAL else str(Sex(sex).label)) if word)
            words = target_words(target, indicator.unit_of_measure, indicator.decimals)
            told.append(f"{label}: {words}" if label else words)
    return "; ".join(told)
