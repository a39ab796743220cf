"""Lists of short texts, which stand in one cell each in a plan workbook with `;` between the members."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

SEPARATOR = ";"


def check_members(members: Iterable[str]) -> None:
    """Raises ValidationError, naming the members that would come back as several."""
    parted = [member for member in members if SEPARATOR in member]
    if parted:
        names = ", ".join(f"”{member}”" for member in parted)
        raise ValidationError(
            _("Skriv varje del på en egen rad, utan semikolon. Det gäller %(names)s.") % {"names": names}
        )


def check_lists(row: models.Model, *names: str) -> None:
    """Check the row's lists by the names of their fields. Raises ValidationError by field."""
    faults = {}
    for name in names:
        try:
            check_members(getattr(row, name))
        except ValidationError as fault:
            faults[name] = fault
    if faults:
        raise ValidationError(faults)
