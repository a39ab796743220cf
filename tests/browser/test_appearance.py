"""The sample of a municipality's reports in a browser: accessible in light and dark, and narrow."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from followup.core.logos import checked_logo
from tests.attached.files import a_png
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in
from tests.builders import a_logo

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sample_is_accessible_and_narrow_and_each_half_keeps_its_own_light(open_page, world, cast, scheme):
    municipality = world.committee.municipality
    a_logo(municipality, checked_logo(a_png((900, 200))))
    municipality.font = "serif"
    municipality.save()
    page = open_page(scheme=scheme)
    sign_in(page, cast.administrator)
    page.goto(reverse("core:appearance_sample", args=[municipality.pk]))
    light, dark = page.locator(".sample").all()
    expect(light).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(dark).to_have_css("background-color", "rgb(28, 32, 38)")
    expect(light).to_have_css("border-top-color", "rgb(31, 90, 130)")
    assert page.evaluate("document.fonts.check('16px \"Source Serif Pro\"')")
    assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 800})
    assert_no_overflow(page)
