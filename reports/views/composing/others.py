"""Who else has which part of a report open just now, in words ready for the template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.access import AnyUser, person
from followup.core.enumeration import enumerated
from reports.choices import ReportPart
from reports.models import Report, ReportPresence

_ALSO_HERE: dict[ReportPart, Any] = {
    ReportPart.SECTION: gettext_lazy("%(names)s har också det här avsnittet öppet."),
    ReportPart.DATA_TABLE: gettext_lazy("%(names)s har också den här tabellen öppen."),
}


@dataclass(frozen=True, slots=True)
class Others:
    """The names of those at each part, by what it is and its key."""

    names: Mapping[tuple[str, int], tuple[str, ...]]

    def also_at(self, part: ReportPart, part_id: int) -> str:
        """To who has the part open, empty where nobody else has."""
        names = self.names.get((part, part_id))
        return _ALSO_HERE[part] % {"names": enumerated(names)} if names else ""

    def at_section(self, section_id: int) -> str:
        """To who sees the section in the tree, empty where nobody else is there."""
        names = self.names.get((ReportPart.SECTION, section_id))
        return _("%(names)s är här") % {"names": enumerated(names)} if names else ""

    def at_sections(self) -> dict[int, str]:
        return {key: self.at_section(key) for part, key in self.names if part == ReportPart.SECTION}


def others_in(report: Report, user: AnyUser, now: datetime) -> Others:
    """One query."""
    names: dict[tuple[str, int], tuple[str, ...]] = {}
    me = person(user)
    if me is not None:
        for each in ReportPresence.objects.filter(report=report).there(now).besides(me):
            place = each.part, each.part_id
            names[place] = (*names.get(place, ()), str(each.user))
    return Others(names)
