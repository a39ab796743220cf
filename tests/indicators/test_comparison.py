"""A figure beside target and last figure, in words."""

from decimal import Decimal

import pytest

from indicators.aims import Aim, Scale
from indicators.comparison import Past, Standing, comparison

UP, DOWN, NONE = Scale("%", 1, "increase"), Scale("dagar", 0, "decrease"), Scale("%", 1)


def aim(value, high=None, **more):
    return Aim(Decimal(value), None if high is None else Decimal(high), **more)


@pytest.mark.parametrize(("value", "standing", "scale", "words"), [
    ("81.2", Standing(aim(80), None, (Past(Decimal("78.1"), "2016"),)), UP,
     "når målet 80,0 %, 3,1 procentenheter upp sedan 2016"),
    ("79", Standing(aim(80)), UP, "nära målet 80,0 %"),
    ("70", Standing(aim(80)), UP, "når inte målet 80,0 %"),
    ("70", Standing(aim(80)), NONE, "målet är 80,0 %"),
    ("34", Standing(aim(30), None, (Past(Decimal(38), "2016"),)), DOWN, "når inte målet 30, 4 dagar ned sedan 2016"),
    ("34", Standing(past=(Past(Decimal(34), "tertial 1 2017"),)), DOWN, "oförändrat sedan tertial 1 2017"),
    ("85", Standing(aim(80, 90)), NONE, "når målet 80,0–90,0 %"),
    ("90", Standing(aim(-10, against="change_percent"), Decimal(100)), DOWN, "når målet −10 % mot föregående år"),
    ("90", Standing(aim(-2, against="change")), NONE, "målet är −2,0 procentenheter mot föregående år"),
    ("90", Standing(), NONE, ""),
])  # fmt: skip
def test_a_figure_is_compared_in_one_breath(value, standing, scale, words):
    assert comparison(Decimal(value), standing, scale).replace("\u00a0", " ") == words
