"""What the report's editing page shows beside its forms: findings and published versions, ready for the template."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.dates import format_moment
from reports.checks import About, Finding, Place, Severity
from reports.choices import Audience, SubjectKind
from reports.models import Publication, Report

_TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}
_WORDS = {
    Severity.ERROR: gettext_lazy("Hindrar publicering"),
    Severity.WARNING: gettext_lazy("Varning"),
    Severity.NOTE: gettext_lazy("Att tänka på"),
}
_PLAN_PAGES = {
    (About.TARGET, SubjectKind.GOAL): "goal_targets",
    (About.TARGET, SubjectKind.INDICATOR): "indicator_targets",
    (About.PLAN, SubjectKind.GOAL): "goal_edit",
    (About.PLAN, SubjectKind.INDICATOR): "indicator_edit",
    (About.PLAN, SubjectKind.ASSIGNMENT): "assignment_edit",
}
_SHOWN_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class FindingLine:
    """`url` leads to where it is mended and is empty where no page does."""

    where: str
    message: str
    url: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one severity; `is_long` asks for being folded away."""

    tone: str
    word: str
    summary: str
    lines: tuple[FindingLine, ...]
    is_long: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    version: int
    published: str
    by: str
    readers: str
    note: str
    url: str
    pdf_url: str
    is_for_members: bool


def finding_groups(report: Report, findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """By severity, the gravest first; a severity without findings is left out."""
    found = list(findings)
    groups = ((severity, [each for each in found if each.severity == severity]) for severity in Severity)
    return tuple(_group(report, severity, members) for severity, members in groups if members)


def _group(report: Report, severity: Severity, findings: list[Finding]) -> FindingGroup:
    return FindingGroup(
        tone=_TONES[severity],
        word=str(_WORDS[severity]),
        summary=_count(severity, len(findings)),
        lines=tuple(FindingLine(each.where, each.message, mending_url(report, each)) for each in findings),
        is_long=severity != Severity.ERROR and len(findings) > _SHOWN_AT_ONCE,
    )


def _count(severity: Severity, count: int) -> str:
    if severity == Severity.ERROR:
        return ngettext("%(count)d brist hindrar publicering", "%(count)d brister hindrar publicering", count) % {
            "count": count
        }
    if severity == Severity.WARNING:
        return ngettext("%(count)d varning", "%(count)d varningar", count) % {"count": count}
    return ngettext("%(count)d sak att tänka på", "%(count)d saker att tänka på", count) % {"count": count}


def mending_url(report: Report, finding: Finding) -> str:
    """The page where the finding is mended, empty where no page does."""
    place = finding.place
    name: str
    keys: list[int | str]
    match place:
        case Place(about=About.SECTION | About.TABLE, section_id=int(section)):
            name, keys = "section_edit", [report.pk, section]
        case Place(about=About.SECTION):
            name, keys = "section_add", [report.pk]
        case Place(about=About.REPORT):
            name, keys = "composer", [report.pk]
        case Place(about=About.ANSWER, subject=(kind, key)) if report.round_id is not None:
            name, keys = "round_subject", [report.round_id, kind, key]
        case Place(about=About.OUTCOME, subject=(SubjectKind.INDICATOR, key)):
            name, keys = "indicator_series", [report.plan_id, key]
        case Place(about=About.TARGET | About.PLAN, subject=(kind, key)):
            name, keys = _PLAN_PAGES[place.about, kind], [report.plan_id, key]
        case _:
            return ""
    return reverse(f"reports:{name}", args=keys)


def warnings_seen(findings: Iterable[Finding]) -> str:
    """A fingerprint of the warnings, so that nobody accepts others than those shown; empty without warnings."""
    warnings = [f"{each.rule} {each.where} {each.message}" for each in findings if each.severity == Severity.WARNING]
    return sha256("\n".join(warnings).encode()).hexdigest() if warnings else ""


def version_lines(report: Report) -> tuple[VersionLine, ...]:
    """The published versions, newest first. One query."""
    publications = (
        Publication.objects.filter(report=report).select_related("committee", "disclosure").order_by("-version")
    )
    return tuple(_version(publication) for publication in publications)


def _version(publication: Publication) -> VersionLine:
    address = [publication.committee.slug, publication.slug, publication.version]
    disclosure = getattr(publication, "disclosure", None)
    readers = _("Alla") if publication.audience == Audience.PUBLIC else _("Nämndens ledamöter")
    if disclosure is not None:
        readers = _("Alla sedan %(moment)s") % {"moment": format_moment(disclosure.disclosed_at)}
    return VersionLine(
        version=publication.version,
        published=format_moment(publication.published_at),
        by=publication.published_by_name,
        readers=readers,
        note=publication.change_note,
        url=reverse("reading:version", args=address),
        pdf_url=reverse("reading:file", args=[*address, publication.slug, "pdf"]),
        is_for_members=publication.audience == Audience.MEMBERS and disclosure is None,
    )
