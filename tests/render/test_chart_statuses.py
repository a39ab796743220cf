"""Statuses over time as they are drawn: told apart without colour, each with its figure, its word in the legend."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from lxml import etree

from followup.core.colour import contrast
from reports.render.charts import chart_svg
from reports.render.charts.statuses import SHAPED, STATUS_STYLES, hatch
from tests.core.test_design_tokens import DARK, LIGHT
from tests.render.charts import GREEN, SAFE, STATUSES

NAME = "{http://www.w3.org/2000/svg}"
TOKENS = {
    "achieved": "achieved",
    "partly_achieved": "partly",
    "not_achieved": "not",
    "not_assessable": "unassessable",
    "words": "unassessable",
    "none": "unassessable",
}


def drawings(chart=STATUSES):
    return list(etree.fromstring(f'<div xmlns="http://www.w3.org/1999/xhtml">{chart_svg(chart, "d")}</div>'))


def texts(svg):
    return [text.text for text in svg.iter(f"{NAME}text")]


def group(role):
    (found,) = [each for each in drawings()[0].iter(f"{NAME}g") if each.get("class", "").endswith(f"--{role}")]
    return found


def test_every_status_is_named_in_the_legend_and_every_count_stands_in_its_bar():
    (svg,) = drawings()
    assert {each.name for each in STATUSES.series} <= set(texts(svg))
    for series in STATUSES.series:
        drawn = [text.text for text in group(series.role).iter(f"{NAME}text")]
        assert drawn == [point.words for point in series.points if point.value]


def test_the_sums_stand_last_and_a_time_without_judgements_has_a_dash():
    (svg,) = drawings()
    assert [text.text for text in svg.iter(f"{NAME}text") if text.get("x") == "360"] == [
        "10",
        "10",
        "10",
        "–",
        "3",
        "34",
    ]


def test_the_areas_head_their_rows_over_as_many_lines_as_they_need():
    (svg,) = drawings()
    assert SAFE in texts(svg)
    assert any(GREEN.startswith(text) and text != GREEN for text in texts(svg) if text)


def test_no_two_statuses_are_alike_without_their_colour():
    looks = {(style.filling, style.dash, hatch(name, 0, 40, 0, 18)) for name, style in STATUS_STYLES.items()}
    assert len(looks) == len(STATUS_STYLES)


def test_the_shape_of_a_status_stands_in_the_legend_and_in_bars_that_have_room():
    for role in SHAPED:
        shapes = [each for each in group(role) if each.get("transform")]
        assert shapes, role
    assert not [each for each in group("none") if each.get("transform")]


def test_figures_do_not_lie_on_the_hatching():
    part = group("partly_achieved")
    plates = [each for each in part if each.get("class") == "chart__under" and each.get("d").count("H") == 2]
    assert len(plates) >= sum(bool(point.value) for point in STATUSES.series[1].points)


def test_no_part_is_so_narrow_that_its_figure_has_no_room():
    for series in STATUSES.series:
        for path in group(series.role).iter(f"{NAME}path"):
            if path.get("stroke-width") == "1.6":
                left, right = map(float, re.match(r"M([\d.]+) [\d.]+H([\d.]+)", path.get("d")).groups())
                assert right - left >= 20


def test_hatching_stays_within_its_bar():
    for status in STATUS_STYLES:
        numbers = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", hatch(status, 10, 33, 100, 118))
        assert all(10 <= float(x) <= 33 and 100 <= float(y) <= 118 for x, y in numbers)


def test_rows_that_a_page_has_no_room_for_go_on_in_another_drawing_under_their_heading():
    many = replace(
        STATUSES,
        categories=tuple(f"Runda {place}" for place in range(60)),
        groups=("Området",) * 60,
        series=tuple(replace(each, points=each.points * 10) for each in STATUSES.series),
    )
    parts = drawings(many)
    assert len(parts) == 3
    assert all("Området" in texts(part) for part in parts)
    assert [text for part in parts for text in texts(part) if text.startswith("Runda")] == list(many.categories)
    assert max(float(part.get("height")) for part in parts) < 650


@pytest.mark.parametrize("role", STATUS_STYLES)
def test_colours_are_the_tokens_of_the_statuses_and_can_be_read(role):
    token = TOKENS[role]
    assert STATUS_STYLES[role].colour == LIGHT[token]
    for colours in (LIGHT, DARK):
        assert contrast(colours[token], colours["paper"]) >= 4.5
    sheet = (Path(settings.BASE_DIR) / "static/css/charts.css").read_text()
    assert re.search(rf"\.chart__series--{role}[,\s][^}}]*color: var\(--{token}\)", sheet)
