"""Headings that skip a level. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.facts import ReportFacts
from reports.checks.finding import About, Finding, Place, Rule, Severity

SKIPPED_LEVEL = Rule(
    "skipped_level",
    Severity.NOTE,
    gettext_lazy("En rubrik hoppar över en nivå"),
    gettext_lazy(
        "Rapporten visar avsnittet närmast under det förra ändå, så ingen läsare går vilse. "
        "Men det tyder på att en rubrik har fallit bort eller att nivån är fel."
    ),
)


def skipped_levels(report: ReportFacts) -> Iterator[Finding]:
    """Of sections with a heading, each against the one before; the first should stand on level 1."""
    above = 0
    for section in report.sections:
        if not section.title:
            continue
        if section.level > above + 1:
            message = (
                _("Avsnittet ”%(title)s” står på nivå %(level)d, men avsnittet före på nivå %(above)d.")
                if above
                else _("Rapporten börjar med ”%(title)s” på nivå %(level)d i stället för nivå 1.")
            )
            place = Place(section.title, About.SECTION, section_id=section.id)
            words = {"title": section.title, "level": section.level, "above": above}
            yield SKIPPED_LEVEL.finding(place, message % words)
        above = section.level
