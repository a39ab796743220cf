"""The published versions of a report and the one that is under way, ready for the template."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from reports.choices import Audience, JobKind, JobState
from reports.models import CommitteeDecision, Job, Publication, Report
from reports.views.jobs.parts import job_part


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
    is_withdrawn: bool
    decisions: tuple[str, ...]


def publishing_of(report: Report, now: datetime) -> dict[str, Any]:
    """The newest publication that was asked for, for `_on_report.html`: while it goes on, and where it failed.

    Nothing of versions that have been published. One query.
    """
    asked = Job.objects.filter(report=report, kind=JobKind.PUBLICATION)
    job = asked.exclude(report__publications__version__gte=F("version")).newest_first().first()
    if job is None or not (job.is_open or job.state == JobState.FAILED):
        return {}
    job.report = report
    return {"publishing_job": job, "publishing": job_part(job, now=now, is_attended=True)}


def version_lines(report: Report) -> tuple[VersionLine, ...]:
    """The published versions, newest first. Two queries."""
    publications = (
        Publication.objects.filter(report=report)
        .select_related("committee", "disclosure", "withdrawal")
        .prefetch_related(Prefetch("decisions", CommitteeDecision.objects.standing()))
        .order_by("-version")
    )
    return tuple(_version(publication) for publication in publications)


def _version(publication: Publication) -> VersionLine:
    address = [publication.committee.slug, publication.slug, publication.version]
    disclosure = getattr(publication, "disclosure", None)
    readers = _("Alla") if publication.audience == Audience.PUBLIC else _("Nämndens ledamöter")
    if disclosure is not None:
        readers = _("Alla sedan %(moment)s") % {"moment": format_moment(disclosure.disclosed_at)}
    if publication.is_withdrawn:
        readers = _("Ingen, avpublicerad %(moment)s") % {"moment": format_moment(publication.withdrawal.withdrawn_at)}
    return VersionLine(
        version=publication.version,
        published=format_moment(publication.published_at),
        by=publication.published_by_name,
        readers=readers,
        note=publication.change_note,
        url=reverse("reading:version", args=address),
        pdf_url=reverse("reading:file", args=[*address, publication.slug, "pdf"]),
        is_for_members=not publication.is_public,
        is_withdrawn=publication.is_withdrawn,
        decisions=tuple(decision.words for decision in publication.decisions.all()),
    )
