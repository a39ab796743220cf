"""A chart as it is drawn."""

import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest
from django.conf import settings
from lxml import etree
from weasyprint import HTML

from followup.core.colour import contrast
from reports.build.document import ChartPoint, ChartSeries, ChartShape
from reports.render.charts import chart_svg
from reports.render.charts.styles import STYLES
from tests.core.test_design_tokens import DARK, LIGHT
from tests.render.charts import (
    BARS,
    BUDGET,
    BY_SEX,
    ROWS,
    SIX_SERIES,
    STATUSES,
    TWENTY_MONTHS,
    a_budget_chart,
    a_chart,
)

NAME = "{http://www.w3.org/2000/svg}"
EMPTY = a_chart(("Utfall", "total", (None, None, None)))
ONE_POINT = a_chart(("Utfall", "total", (4.2,)), categories=("januari–augusti 2022",))
HUGE = a_chart(("Utfall", "total", (10**15, -(10**15), 0.0000000001)), unit="tkr")
MANY_ROWS = a_chart(
    *[(name, "other", range(40)) for name in ("Budget", "Utfall", "Avvikelse")],
    categories=[f"Rad {number}" for number in range(40)],
    shape=ChartShape.BAR,
)
ALL = {
    "by sex": BY_SEX,
    "six series": SIX_SERIES,
    "twenty months": TWENTY_MONTHS,
    "bars": BARS,
    "statuses": STATUSES,
    "budget": BUDGET,
    "budget of many": a_budget_chart(*[(f"Rad {place}", place, place * 2 - 9, "en avvikelse") for place in range(40)]),
    "budget without figures": a_budget_chart(("Rad", None, None, "ingen budget")),
    "budget of nothing": a_budget_chart(("Rad", 0, 0, "enligt budget")),
    "budget in long words": a_budget_chart(("W" * 300, 10**15, 1, "x " * 200)),
    "statuses of many": replace(
        STATUSES,
        categories=tuple(f"Runda {place}" for place in range(90)),
        groups=tuple(f"Område {place // 30}" for place in range(90)),
        series=tuple(replace(each, points=each.points * 15) for each in STATUSES.series),
    ),
    "empty": EMPTY,
    "one point": ONE_POINT,
    "equal": a_chart(("Utfall", "total", (5, 5, 5))),
    "huge": HUGE,
    "many rows": MANY_ROWS,
    "empty bars": a_chart(("A", "other", (None,)), categories=("Rad",), shape=ChartShape.BAR),
    "zero bars": a_chart(("A", "other", (0,)), categories=("Rad",), shape=ChartShape.BAR),
    "nine series": a_chart(*[(str(number), "other", (number, 1, 2)) for number in range(9)]),
    "long words": a_chart(("Å" * 300, "total", (1, 2, 3)), categories=("W" * 300, "x " * 200, "")),
}


def drawings(chart, name="d"):
    return list(etree.fromstring(f'<div xmlns="http://www.w3.org/1999/xhtml">{chart_svg(chart, name)}</div>'))


def texts(chart):
    return [text.text for svg in drawings(chart) for text in svg.iter(f"{NAME}text")]


def series(chart, style):
    return [group for svg in drawings(chart) for group in svg.iter(f"{NAME}g") if group.get("class").endswith(style)]


def lines(group):
    return [path.get("d") for path in group if path.get("fill") == "none" and path.get("stroke-width") == "2"]


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
def test_every_chart_is_well_formed_and_stays_within_its_frame(chart):
    for svg in drawings(chart):
        _left, _top, width, height = map(float, svg.get("viewBox").split())
        for path in svg.iter(f"{NAME}path"):
            absolute = re.sub(r"a[^MLHVZ]*", "", path.get("d"))
            for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", absolute):
                assert -0.1 <= float(x) <= width + 0.1
                assert -0.1 <= float(y) <= height + 0.1
        for text in svg.iter(f"{NAME}text"):
            assert 0 <= float(text.get("x")) <= width
            assert 0 < float(text.get("y")) <= height


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
def test_a_drawing_has_no_style_script_or_handler(chart):
    svg = chart_svg(chart, "d")
    assert "style=" not in svg
    assert "<style" not in svg
    assert "<script" not in svg
    assert not re.search(r"\son[a-z]+=", svg)


def test_a_drawing_is_one_image_that_says_what_it_shows():
    (svg,) = drawings(BY_SEX)
    title = svg.find(f"{NAME}title")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == title.get("id") == "d-1"
    assert title.text == "Total sjukfrånvaro. Totalt: från 6,1 (2018) till 6,4 (2020)."


def test_texts_are_escaped():
    chart = a_chart(('<b>&"', "total", (1, 2, 3)), title="</title><script>", unit="<i>", categories=("<a>", "&", "'"))
    assert drawings(chart)[0].find(f"{NAME}title").text.startswith("</title><script>. ")
    assert {'<b>&"', "<i>", "<a>", "&", "'"} <= set(texts(chart))


def test_a_missing_figure_is_a_gap_without_a_line_across_it():
    chart = a_chart(("Utfall", "total", (1, 2, None, 4, 5)), categories="abcde")
    sample, *drawn = lines(series(chart, "--total")[0])
    assert [line.count("L") for line in drawn] == [1, 1]
    assert sample.count("L") == 1


def test_a_figure_alone_between_gaps_is_a_marker():
    chart = a_chart(("Utfall", "total", (None, 2, None)))
    assert len(lines(series(chart, "--total")[0])) == 1
    markers = [path for path in series(chart, "--total")[0] if path.get("fill") == "currentColor"]
    assert len(markers) == 2, "that of the legend and that of the figure"


def test_series_are_told_apart_by_dash_and_marker_and_named_in_the_legend():
    (svg,) = drawings(BY_SEX)
    dashes = [next(path.get("stroke-dasharray", "") for path in group) for group in svg.iter(f"{NAME}g")]
    assert len(set(dashes)) == 4
    assert {"Totalt", "Kvinnor", "Män", "Målvärde"} <= set(texts(BY_SEX))


def test_the_last_figures_stand_beside_their_points_without_touching():
    heights = [
        float(text.get("y")) for text in drawings(BY_SEX)[0].iter(f"{NAME}text") if text.get("fill") == "currentColor"
    ]
    assert len(heights) == 4
    heights.sort()
    assert all(after - before >= 13 for before, after in pairwise(heights))


def test_a_series_without_a_figure_is_not_in_the_legend():
    assert "Män" not in texts(a_chart(("Totalt", "total", (1, 2, 3)), ("Män", "men", (None, None, None))))


def test_a_chart_without_any_figure_says_so():
    assert texts(EMPTY) == ["Inga siffror att visa."]


def test_ticks_are_swedish_numbers():
    assert {"97,6", "98,4"} <= set(texts(a_chart(("Utfall", "total", (97.6, 98.3, 98)))))
    assert "1\xa0500\xa0000" in texts(a_chart(("Utfall", "total", (1_593_404, 1_500_145, 1_567_022))))
    assert "−2" in texts(a_chart(("Utfall", "total", (-3, 2, 1))))


def test_names_of_many_periods_are_thinned_from_the_last():
    shown = [text for text in texts(TWENTY_MONTHS) if text in {"oktober", "september", "augusti"}]
    assert "oktober" in shown
    assert len(shown) < 6


def test_bars_are_labelled_with_the_figure_as_the_table_shows_it():
    shown = texts(BARS)
    assert {"13569", "-15200", "tkr", "Budget", "Prognos", "Avvikelse"} <= set(shown)
    assert "–" in shown


def test_bars_to_the_left_are_below_zero():
    (group,) = series(BARS, "--men")
    starts = {float(re.match(r"M([\d.]+)", path.get("d"))[1]) for path in group if path.get("stroke-width")}
    assert len(starts) > 2


def test_long_row_names_go_over_two_lines():
    assert any(text.startswith("Möjliggöra") and text != ROWS[3] for text in texts(BARS))


def test_one_series_of_bars_needs_no_legend():
    assert "Budget" not in texts(a_chart(("Budget", "other", (1, 2, 3)), shape=ChartShape.BAR))


def test_many_rows_become_several_drawings_to_one_scale():
    parts = drawings(MANY_ROWS)
    assert len(parts) > 3
    titles = [part.find(f"{NAME}title") for part in parts]
    assert titles[1].text.startswith(f"Total sjukfrånvaro, del 2 av {len(parts)}. ")
    assert len({title.get("id") for title in titles}) == len(parts)
    assert [text for text in texts(MANY_ROWS) if text.startswith("Rad")] == list(MANY_ROWS.categories)
    assert max(float(part.get("height")) for part in parts) < 640


def test_words_instead_of_a_figure_stand_where_the_bar_would():
    words = ChartSeries("A", "other", (ChartPoint(None, "okänt"),))
    assert "okänt" in texts(a_chart(series=(words,), categories=("Rad",), shape=ChartShape.BAR))


@pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])
def test_colours_are_the_tokens_and_can_be_read(style):
    token = f"chart-{style.name}"
    assert style.colour == LIGHT[token]
    for colours in (LIGHT, DARK):
        assert contrast(colours[token], colours["paper"]) >= 4.5
    sheet = (Path(settings.BASE_DIR) / "static/css/charts.css").read_text()
    assert f".chart__series--{style.name} {{\n  color: var(--{token});" in sheet


def test_the_pdf_takes_the_title_as_alternative_text_and_is_accessible():
    body = "".join(f"<h2>{name}</h2>{chart_svg(chart, f'd{place}')}" for place, (name, chart) in enumerate(ALL.items()))
    html = f'<html lang="sv"><head><title>Diagram</title></head><body><h1>Diagram</h1>{body}</body></html>'
    pdf = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        spoken = [str(item.Alt) for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert "Total sjukfrånvaro. Totalt: från 6,1 (2018) till 6,4 (2020)." in spoken


def test_a_budget_is_a_mark_across_the_bar_of_the_outcome_with_air_around_it():
    (svg,) = drawings(a_budget_chart(("Rad", 80, 100, "20 över budget (25,0 %)")))
    bars, plates, marks = (group.findall(f"{NAME}path") for group in svg.findall(f"{NAME}g"))
    outcome, budget = bars[-1], marks[-1]
    (left, top), (right,), (bottom,) = corners(outcome)
    (mark_left, mark_top), (mark_right,), (mark_bottom,) = corners(budget)
    assert mark_top < top
    assert mark_bottom > bottom
    assert left + 0.79 * (right - left) < (mark_left + mark_right) / 2 < left + 0.81 * (right - left)
    (plate_left, _), (plate_right,), _bottom = corners(plates[-1])
    assert plate_left < mark_left
    assert plate_right > mark_right
    assert len(bars) == len(marks) + 2, "each bar is laid over the colour of the page"


def test_a_budget_row_tells_both_figures_and_the_deviation():
    assert "100 mot 80: 20 över budget (25,0 %)" in texts(a_budget_chart(("Rad", 80, 100, "20 över budget (25,0 %)")))
    assert "100: ingen budget" in texts(a_budget_chart(("Rad", None, 100, "ingen budget")))
    assert "inget utfall, budget 80" in texts(a_budget_chart(("Rad", 80, None, "inget utfall")))


def corners(path):
    """(left, top), (right,), (bottom,)"""
    return [tuple(map(float, each.split())) for each in re.findall(r"[MHV]([-\d. ]+)", path.get("d"))[:3]]
