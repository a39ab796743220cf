"""The municipality's logo, the one place where its bytes are read for a report."""

from followup.core.models import Committee, MunicipalityLogo
from reports.build.part_facts import LogoFact


def logo_of(committee: Committee) -> LogoFact | None:
    """One query."""
    logo = MunicipalityLogo.objects.filter(municipality=committee.municipality_id).first()
    if logo is None:
        return None
    return LogoFact(logo.content_type, logo.width, logo.height, logo.sha256, bytes(logo.content))
