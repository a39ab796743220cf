"""What a municipality looks like: the sheet of its accent, and the page that shows a sample."""

import pytest
from django.urls import reverse
from lxml import html

from followup.core.logos import checked_logo
from tests.attached.files import a_png
from tests.builders import a_logo, a_municipality


@pytest.fixture
def municipality(world):
    return world.committee.municipality


@pytest.fixture
def address(municipality):
    return reverse("core:appearance_sample", args=[municipality.pk])


def the_page(client, cast, address):
    client.force_login(cast.administrator)
    return html.fromstring(client.get(address).content.decode())


def test_the_accent_is_a_sheet_for_light_and_dark(client, municipality):
    sheet = client.get(reverse("core:appearance", args=[municipality.pk]))
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "--accent: #1f5a82;" in sheet.content.decode()
    assert '[data-theme="dark"] {' in sheet.content.decode()


def test_the_sample_stands_on_light_and_on_dark(client, cast, address):
    page = the_page(client, cast, address)
    assert [each.get("data-theme") for each in page.find_class("sample")] == ["light", "dark"]
    for sample in page.find_class("sample"):
        words = [each.text_content() for each in sample.find_class("status__word")]
        assert words == ["Uppnått", "Delvis uppnått", "Ej uppnått", "Kan ej bedömas"]


def test_the_contrast_is_told_for_both(client, cast, address):
    page = the_page(client, cast, address)
    rows = [[cell.text_content() for cell in row] for body in page.iter("tbody") for row in body]
    assert rows == [
        ["Accentfärgen på papper", "7,3:1"],
        ["Accentfärgen på sidans botten", "6,7:1"],
        ["Text på accentfärgen", "7,3:1"],
        ["Accentfärgen på mörk botten", "4,5:1"],
        ["Text på accentfärgen", "4,6:1"],
    ]


def test_the_logo_is_shown_with_the_municipalitys_name(client, cast, address, municipality):
    assert not the_page(client, cast, address).find_class("sample__logo")
    logo = a_logo(municipality, checked_logo(a_png()))
    images = the_page(client, cast, address).find_class("sample__logo")
    assert [(image.get("src"), image.get("alt")) for image in images] == [(logo.source, municipality.name)] * 2


def test_the_sample_is_set_in_the_typeface_of_the_reports(client, cast, address, municipality):
    assert not the_page(client, cast, address).find_class("sample--serif")
    municipality.font = "serif"
    municipality.save()
    page = the_page(client, cast, address)
    assert len(page.find_class("sample--serif")) == 2
    assert "/static/css/fonts_serif.css" in [link.get("href") for link in page.iter("link")]


def test_a_superuser_sees_one_without_committees_too(client, cast):
    client.force_login(cast.superuser)
    assert client.get(reverse("core:appearance_sample", args=[a_municipality().pk])).status_code == 200


def test_a_municipality_that_is_none_is_not_found(client, cast):
    client.force_login(cast.superuser)
    assert client.get(reverse("core:appearance_sample", args=[999_999])).status_code == 404
