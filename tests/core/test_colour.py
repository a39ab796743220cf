import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from followup.core.colour import (
    DARK_PAPER,
    WHITE,
    accent_variants,
    contrast,
    parse_hex,
    readable_on,
    validate_accent,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def is_accepted(colour):
    try:
        validate_accent(colour)
    except ValidationError:
        return False
    return True


def test_a_colour_is_read_from_hexadecimal():
    assert parse_hex("#1F5a82") == (31, 90, 130)


def test_a_read_colour_is_written_in_small_letters():
    assert str(parse_hex("#1F5A82")) == "#1f5a82"


@pytest.mark.parametrize(
    "text", ["", "#", "1f5a82", "#fff", "#1f5a8", "#1f5a822", "#1f5a8g", "red", "#1f5a82\n", " #1f5a82"]
)
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ValueError, match="is not a colour"):
        parse_hex(text)


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_as_wcag_counts_it(a, b, ratio):
    assert contrast(a, b) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_does_not_depend_on_which_is_the_text(a, b):
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21


def test_the_limit_of_the_readable_is_four_and_a_half():
    assert readable_on("#767676", WHITE)
    assert not readable_on("#777777", WHITE)


@pytest.mark.parametrize("colour", ["#1f5a82", "#6f6f6f", "#000000"])
def test_an_accent_that_can_be_read_on_the_pages_ground_is_accepted(colour):
    assert validate_accent(colour) is None


def test_a_pale_accent_is_refused_with_its_contrast():
    with pytest.raises(ValidationError) as refusal:
        validate_accent("#4a9bd1")
    assert refusal.value.messages == ["Färgen #4a9bd1 har kontrasten 2,7:1 mot sidornas bakgrund; minst 4,5:1 krävs."]


def test_an_accent_just_below_the_limit_is_not_shown_as_being_on_it():
    with pytest.raises(ValidationError) as refusal:
        validate_accent("#717171")
    assert "4,4:1" in refusal.value.messages[0]


def test_what_is_no_colour_is_refused_in_the_form():
    with pytest.raises(ValidationError) as refusal:
        validate_accent("blå")
    assert refusal.value.messages[0].startswith("”blå” är inte en färg.")


@given(COLOURS.filter(is_accepted))
def test_an_accepted_accent_is_kept_as_it_is_on_light_paper(colour):
    assert accent_variants(colour).accent == colour


@given(COLOURS)
def test_every_variant_can_be_read(colour):
    variants = accent_variants(colour)
    assert readable_on(variants.accent, WHITE)
    assert readable_on(variants.accent_ink, variants.accent)
    assert readable_on(variants.dark_accent, DARK_PAPER)
    assert readable_on(variants.dark_accent_ink, variants.dark_accent)


@given(COLOURS)
def test_ordinary_ink_can_be_read_on_the_soft_grounds(colour):
    variants = accent_variants(colour)
    assert readable_on("#1b1f24", variants.accent_soft)
    assert readable_on("#eceef1", variants.dark_accent_soft)


def test_an_accent_that_is_light_enough_is_kept_on_dark_paper():
    assert accent_variants("#8fc1e3").dark_accent == "#8fc1e3"


def test_a_dark_accent_keeps_its_hue_on_dark_paper():
    red, green, blue = parse_hex(accent_variants("#1f5a82").dark_accent)
    assert red < green < blue


@given(COLOURS)
def test_variants_are_written_as_colours(colour):
    variants = vars(accent_variants(colour)).values()
    assert all(re.fullmatch("#[0-9a-f]{6}", variant) for variant in variants)
