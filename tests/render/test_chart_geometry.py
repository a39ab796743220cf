"""The geometry of charts: scales, lettering, styles."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.render.charts.drawing import WIDTH, number
from reports.render.charts.legend import legend_of
from reports.render.charts.lettering import in_lines, shortened, width_of
from reports.render.charts.scale import scale_for
from reports.render.charts.styles import STYLES, styles_of
from tests.render.charts import SIX_SERIES, a_chart


def ticks(*values, **options):
    return [str(tick) for tick in scale_for([Decimal(str(value)) for value in values], **options).ticks]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((6.1, 6.7, 2.7), ["0", "2", "4", "6", "8"]),
        ((97.6, 98.3), ["97.6", "97.8", "98.0", "98.2", "98.4"]),
        ((-3, 2), ["-4", "-2", "0", "2"]),
        ((0, 3), ["0", "1", "2", "3"]),
        ((1, 10), ["0", "5", "10"]),
        ((5, 5), ["4", "5", "6"]),
        ((0,), ["0", "1"]),
        ((), ["0", "1"]),
    ],
)
def test_ticks_are_round_and_whole_for_whole_numbers(values, expected):
    assert ticks(*values) == expected


def test_zero_is_on_the_scale_unless_it_is_far_away():
    assert ticks(50, 100)[0] == "0"
    assert ticks(90, 100)[0] != "0"
    assert ticks(90, 100, from_zero=True)[0] == "0"


def test_ticks_have_the_decimals_that_their_step_needs():
    assert scale_for([Decimal("97.6"), Decimal("98.3")]).decimals == 1
    assert scale_for([Decimal(0), Decimal(1_500_000)]).decimals == 0


@given(st.lists(st.decimals(-(10**15), 10**15, places=2), max_size=20), st.booleans())
def test_every_value_lies_on_the_scale(values, from_zero):
    scale = scale_for(values, from_zero=from_zero)
    assert all(scale.low <= value <= scale.high for value in values)
    assert 2 <= len(scale.ticks) <= 8
    assert all(0 <= scale.place(value, 0, 100) <= 100.0001 for value in values)


def test_a_text_that_does_not_fit_ends_in_an_ellipsis():
    assert shortened("kort", 100) == "kort"
    cut = shortened("ett mycket långt namn på en rad", 100)
    assert cut.endswith("…")
    assert width_of(cut) <= 100


def test_lines_break_between_words_and_the_last_is_cut():
    assert in_lines("januari–augusti 2022", 110, 3) == ("januari–augusti", "2022")
    assert in_lines("ett två tre fyra fem sex sju", 40, 2)[-1].endswith("…")
    assert in_lines("", 40, 2) == ("",)


@given(st.lists(st.text(min_size=1, max_size=80), max_size=8))
def test_the_legend_stays_within_the_drawing(names):
    legend = legend_of(names)
    assert len(legend.samples) == len(names)
    for words in legend.words:
        assert float(words.x) + width_of(words.text) <= WIDTH + 0.1
        assert float(words.y) <= legend.height


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (-0.04, "0"), (12.34, "12.3"), (360.0, "360"), (-7, "-7")])
def test_coordinates_are_short_and_have_a_point_in_every_language(value, text):
    assert number(value) == text


def test_no_two_styles_are_alike_without_their_colour():
    assert len({(style.dash, style.marker, style.filling) for style in STYLES}) == len(STYLES)


def test_each_of_seven_series_has_a_style_of_its_own_and_a_role_has_its():
    assert len(set(styles_of(SIX_SERIES.series))) == 6
    chart = a_chart(("M", "men", (1,)), ("A", "total", (1,)), ("B", "total", (1,)), ("T", "target", (1,)))
    assert [style.name for style in styles_of(chart.series)] == ["men", "total", "women", "target"]
    many = a_chart(*[(str(each), "other", (1,)) for each in range(20)])
    assert len(styles_of(many.series)) == 20
