"""What stood in the same sections of the report before, to compare with while the new one is written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from followup.core.richtext import is_blank
from reports.models import Report, Section


@dataclass(frozen=True, slots=True)
class PreviousText:
    """The text of a section (sanitised HTML) in an earlier report of the committee, made of the same template."""

    report_title: str
    as_of: date | None
    title: str
    html: str


def previous_texts(report: Report) -> dict[int, PreviousText]:
    """By the id of the report's sections, those that had a text in the report before. Two queries, one where none was.

    Sections are the same that show the same under the same title; of several alike the first is the first.
    """
    before = report_before(report)
    if before is None:
        return {}
    of_report: dict[int, list[Section]] = {report.pk: [], before.pk: []}
    for section in Section.objects.filter(report__in=of_report).order_by("position", "pk"):
        of_report[section.report_id].append(section)
    texts = dict(_named(of_report[before.pk]))
    return {
        section.pk: PreviousText(before.title, before.as_of, texts[name].title, texts[name].content)
        for name, section in _named(of_report[report.pk])
        if name in texts and not is_blank(texts[name].content)
    }


def report_before(report: Report) -> Report | None:
    """The committee's latest earlier report of the same template; those of earlier plans too."""
    earlier = Q(as_of__lt=report.as_of) if report.as_of else Q(pk__lt=report.pk)
    return (
        Report.objects.filter(earlier, committee_id=report.committee_id, template=report.template)
        .exclude(pk=report.pk)
        .order_by(F("as_of").desc(nulls_last=True), "-pk")
        .first()
    )


def _named(sections: Iterable[Section]) -> list[tuple[tuple[str, str, int], Section]]:
    """Each section by what it shows, its title, and which it is of those that are alike in both."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for section in sections:
        alike = (section.kind, section.title.casefold())
        seen[alike] += 1
        found.append(((*alike, seen[alike]), section))
    return found
