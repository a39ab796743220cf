"""The municipality's page in the admin: its colour, its typeface and its logo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.logos import checked_logo
from followup.core.models import AuditEvent, MunicipalityLogo
from tests.attached.files import a_pdf, a_png
from tests.builders import a_logo, a_municipality


@pytest.fixture
def municipality(world):
    return world.committee.municipality


@pytest.fixture
def site(client, cast):
    client.force_login(cast.superuser)
    return client


def address(municipality):
    return f"/admin/core/municipality/{municipality.pk}/change/"


def typed(municipality, **changes):
    values = {"code": municipality.code, "name": municipality.name, "accent": "#1f5a82", "font": "sans"}
    return values | {"conformance": "partly"} | changes


def a_file(content):
    return SimpleUploadedFile("logga.png", content)


def test_a_logo_that_is_sent_is_set_and_shown(site, municipality):
    assert "Ingen. Rapporterna visar kommunens namn." in site.get(address(municipality)).content.decode()
    answer = site.post(address(municipality), typed(municipality, new_logo=a_file(a_png())))
    assert answer.status_code == 302
    logo = MunicipalityLogo.objects.get(municipality=municipality)
    assert logo.width == 40
    assert [*AuditEvent.objects.values_list("details__logotyp", flat=True)] == [f"40 × 30, SHA-256 {logo.sha256}"]
    page = site.get(address(municipality)).content.decode()
    assert f'src="{logo.source}" alt="{municipality.name}"' in page


def test_a_new_municipality_can_have_one_at_once(site):
    data = {
        "code": "9999",
        "name": "Ålunda kommun",
        "accent": "#1f5a82",
        "font": "serif",
        "conformance": "partly",
        "new_logo": a_file(a_png()),
    }
    assert site.post("/admin/core/municipality/add/", data).status_code == 302
    assert MunicipalityLogo.objects.get().municipality.font == "serif"


def test_it_is_removed_by_a_box_that_is_there_only_with_a_logo(site, municipality):
    assert "Ta bort logotypen" not in site.get(address(municipality)).content.decode()
    a_logo(municipality, checked_logo(a_png()))
    assert "Ta bort logotypen" in site.get(address(municipality)).content.decode()
    assert site.post(address(municipality), typed(municipality, removes_logo="on")).status_code == 302
    assert not MunicipalityLogo.objects.exists()


def test_what_is_no_logo_is_refused_on_the_page(site, municipality):
    page = site.post(address(municipality), typed(municipality, new_logo=a_file(a_pdf()))).content.decode()
    assert "Logotypen är varken PNG eller JPEG." in page
    assert not MunicipalityLogo.objects.exists()
    assert not AuditEvent.objects.exists()


def test_the_typeface_is_chosen_among_two(site, municipality):
    assert site.post(address(municipality), typed(municipality, font="serif")).status_code == 302
    municipality.refresh_from_db()
    assert municipality.font == "serif"
    assert AuditEvent.objects.get().details == {"fält": "font"}
    assert site.post(address(municipality), typed(municipality, font="comic")).status_code == 200


def test_a_committees_administrator_sees_it_and_changes_nothing(client, cast, municipality):
    a_logo(municipality, checked_logo(a_png()))
    client.force_login(cast.administrator)
    page = client.get(address(municipality)).content.decode()
    assert "shown-logo" in page
    assert "Ny logotyp" not in page
    assert client.post(address(municipality), typed(municipality, new_logo=a_file(a_png((9, 9))))).status_code == 403
    assert MunicipalityLogo.objects.get().width == 40


def test_the_list_reads_no_logo(site, municipality):
    a_logo(municipality, checked_logo(a_png()))
    a_logo(a_municipality(), checked_logo(a_png()))
    with CaptureQueriesContext(connection) as captured:
        assert site.get("/admin/core/municipality/").status_code == 200
    assert not [query["sql"] for query in captured if "municipalitylogo" in query["sql"]]


@pytest.mark.parametrize("role", ["superuser", "administrator"])
def test_the_list_leads_to_the_sample_of_each(client, cast, municipality, role):
    client.force_login(getattr(cast, role))
    page = client.get("/admin/core/municipality/").content.decode()
    assert f'<a href="/utseende/{municipality.pk}/">Se hur det ser ut<span' in page
    assert client.get(f"/utseende/{municipality.pk}/").status_code == 200
