"""The section `nyckeltal`: key figures or volumes by goal area: how often reported, baseline, periods."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from indicators.choices import Frequency, IndicatorKind
from reports.build.blocks.drafting import Draft, series_anchor
from reports.build.blocks.layout import Heading, Line, laid_out
from reports.build.blocks.series import (
    Series,
    figure_cells,
    measured,
    period_heading,
    periods_of,
    series_of,
    series_target,
)
from reports.build.document import Cell, RowRole, Table
from reports.build.facts import GoalFact, IndicatorFact
from reports.build.figures import name_with_unit
from reports.build.material import numbered
from reports.build.selection import asks_for_goals, shown_goals, shown_indicators

_DEFAULT_KINDS = (IndicatorKind.KEY_FIGURE.value, IndicatorKind.VOLUME.value)


def key_figures_block(draft: Draft) -> Table | None:
    """Of the kinds key figure and volume unless `typ=` says otherwise.

    The baseline is the outcome of the year before the plan; it has no column where `perioder=` picks the columns.
    """
    options = draft.options
    asked = replace(draft, options=options if options.kinds else replace(options, kinds=_DEFAULT_KINDS))
    rows = list(_indicators(asked))
    ids = {indicator.id for _area, indicator in rows}
    measurements = [item for item in draft.measurements() if item.indicator_id in ids]
    before = str(draft.material.facts.plan_from - 1)
    baseline = [] if options.periods else [before]
    periods = baseline + [code for code in periods_of(measurements, options) if code not in baseline]
    figures = measured(measurements)
    headings = [
        Heading(_("Målområde"), 20),
        Heading(_("Nyckeltal"), 36),
        Heading(_("Redovisas"), 10),
        *(Heading(_("Nuläge %(year)s") % {"year": code}, 12, is_number=True) for code in baseline),
        *(Heading(period_heading(code), 12, is_number=True) for code in periods[len(baseline) :]),
        Heading(_("Målvärde"), 12, is_number=True),
    ]
    lines = [
        _line(draft, area, indicator, series, periods)
        for area, indicator in rows
        for series in series_of(draft.material, indicator, figures.get(indicator.id, ()), options)
    ]
    return laid_out(draft.title or _("Nyckeltal"), headings, lines, options)


def _indicators(draft: Draft) -> Iterator[tuple[GoalFact | None, IndicatorFact]]:
    """Under the topmost goals in plan order, then those of the plan unless the section picks goals."""
    for shown in shown_goals(draft.material, draft.options):
        for indicator in shown_indicators(draft.material, draft.options, shown.goal.id):
            yield draft.material.areas[shown.goal.id], indicator
    if not asks_for_goals(draft.options):
        for indicator in shown_indicators(draft.material, draft.options, None):
            yield None, indicator


def _line(
    draft: Draft, area: GoalFact | None, indicator: IndicatorFact, series: Series, periods: Sequence[str]
) -> Line:
    is_whole = series.key.is_whole
    frequency = capfirst(Frequency(indicator.frequency).label) if indicator.frequency and is_whole else ""
    return Line(
        cells=(
            Cell(text=numbered(area), is_heading=True) if area else Cell(),
            Cell(
                text=name_with_unit(indicator) if is_whole else series.label,
                notes=draft.notes.of_indicator(indicator) if is_whole else (),
                is_heading=True,
            ),
            Cell(text=str(frequency)),
            *figure_cells(series, periods, indicator, draft.notes),
            series_target(series, draft.material, indicator),
        ),
        role=RowRole.ROW if is_whole else RowRole.PART,
        anchor=draft.row_anchor(series_anchor(draft.material.indicator_anchors[indicator.id], series.label)),
        stands_for=(area.id if area else None,),
        subject=draft.material.indicator_anchors[indicator.id],
    )
