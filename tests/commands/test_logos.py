"""Setting and removing a municipality's logo."""

import pytest

from followup.core.commands.logos import remove_logo, set_logo
from followup.core.faults import NotAllowed
from followup.core.logos import checked_logo
from followup.core.models import AuditEvent, MunicipalityLogo
from tests.attached.files import a_jpeg, a_png
from tests.builders import a_logo


@pytest.fixture
def municipality(world):
    return world.committee.municipality


def test_it_is_stored_as_it_was_checked_and_audited(municipality, cast):
    image = checked_logo(a_png())
    set_logo(municipality=municipality, image=image, by=cast.superuser)
    stored = MunicipalityLogo.objects.get(municipality=municipality)
    assert (bytes(stored.content), stored.content_type) == (image.content, "image/png")
    assert (stored.width, stored.height, stored.sha256) == (40, 30, image.sha256)
    assert stored.source.startswith("data:image/png;base64,")
    event = AuditEvent.objects.get()
    assert (event.action, event.object_label) == ("changed", municipality.name)
    assert event.details == {"logotyp": f"40 × 30, SHA-256 {image.sha256}"}


def test_a_new_one_takes_the_place_of_the_old(municipality, cast):
    set_logo(municipality=municipality, image=checked_logo(a_png()), by=cast.superuser)
    set_logo(municipality=municipality, image=checked_logo(a_jpeg((20, 10))), by=cast.superuser)
    stored = MunicipalityLogo.objects.get()
    assert (stored.content_type, stored.width, stored.height) == ("image/jpeg", 20, 10)


def test_it_is_removed_once_and_audited_once(municipality, cast):
    a_logo(municipality, checked_logo(a_png()))
    for _ in range(2):
        remove_logo(municipality=municipality, by=cast.superuser)
    assert not MunicipalityLogo.objects.exists()
    assert AuditEvent.objects.get().details == {"logotyp": "borttagen"}


@pytest.mark.parametrize("who", ["anonymous", "reader", "controller", "administrator", "outsider"])
def test_it_is_the_whole_municipalitys_and_so_a_superusers_alone(municipality, cast, who):
    a_logo(municipality, checked_logo(a_png()))
    with pytest.raises(NotAllowed):
        set_logo(municipality=municipality, image=checked_logo(a_jpeg()), by=getattr(cast, who))
    with pytest.raises(NotAllowed):
        remove_logo(municipality=municipality, by=getattr(cast, who))
    assert MunicipalityLogo.objects.get().content_type == "image/png"
    assert not AuditEvent.objects.exists()
