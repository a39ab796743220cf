"""A municipality's logo, set and removed by those who may change the municipality."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.records import may_keep
from followup.core.faults import NotAllowed
from followup.core.images import DrawnImage
from followup.core.models import Municipality, MunicipalityLogo


@transaction.atomic
def set_logo(*, municipality: Municipality, image: DrawnImage, by: AnyUser) -> MunicipalityLogo:
    """In the place of the one that it had, if any. Raises NotAllowed, ValidationError."""
    current = _locked(municipality, by)
    stored = MunicipalityLogo.objects.filter(municipality=current).defer("content").first()
    logo = stored or MunicipalityLogo(municipality=current)
    logo.content, logo.content_type, logo.sha256 = image.content, image.content_type, image.sha256
    logo.width, logo.height = image.width, image.height
    logo.full_clean(exclude={"municipality", "content"}, validate_unique=False)
    logo.save()
    details = {"logotyp": f"{image.width} × {image.height}, SHA-256 {image.sha256}"}
    record(action=AuditAction.CHANGED, subject=current, committee=None, by=by, details=details)
    return logo


@transaction.atomic
def remove_logo(*, municipality: Municipality, by: AnyUser) -> None:
    """Nothing where there is none. Published reports keep theirs. Raises NotAllowed."""
    current = _locked(municipality, by)
    removed, _counts = MunicipalityLogo.objects.filter(municipality=current).delete()
    if removed:
        details = {"logotyp": _("borttagen")}
        record(action=AuditAction.CHANGED, subject=current, committee=None, by=by, details=details)


def _locked(municipality: Municipality, by: AnyUser) -> Municipality:
    current = Municipality.objects.select_for_update().get(pk=municipality.pk)
    if not may_keep(by, current):
        raise NotAllowed
    return current
