"""A section keeps the address that it is first published with, whatever becomes of its title and its neighbours."""

from dataclasses import replace

from django.db import transaction

from reports.build.part_facts import SectionFact
from reports.build.section_anchors import section_anchors
from reports.models import Report, Section


@transaction.atomic
def keep_anchors(report: Report) -> None:
    """Write down an address for each section that has none, those that are shown first. Part of publishing.

    Two queries. It is no change of the section, so it leaves no trace in its history.
    """
    sections = list(Section.objects.filter(report=report).order_by("is_hidden", "position", "pk"))
    without = []
    for section, anchor in zip(sections, section_anchors(map(_fact, sections)), strict=True):
        if section.anchor != anchor:
            section.anchor = anchor
            without.append(section)
    Section.objects.bulk_update(without, ["anchor"])


def _fact(section: Section) -> SectionFact:
    fact = SectionFact(section.pk, section.level, section.title, section.kind, content="")
    return replace(fact, anchor=section.anchor)
