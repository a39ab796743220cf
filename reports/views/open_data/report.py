"""One report's open data: its versions, and a version's document as it was sealed."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reports.models import CommitteeDecision, Publication, PublicationFile
from reports.open_data.answers import DecisionAnswer, ReportVersions, VersionAnswer
from reports.open_data.report_schema import schema_name, stored_schema
from reports.querysets import PublicationQuerySet
from reports.render.formats import Format
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.sending import JSON, send, send_json, send_problem

GONE = 410


@login_not_required
@require_safe
def report(request: HttpRequest, committee_slug: str, report_slug: str) -> HttpResponse:
    """What became of every version that is public, the newest first. Two queries."""
    decisions = Prefetch("decisions", CommitteeDecision.objects.standing())
    rows = list(public_versions(committee_slug, report_slug).prefetch_related(decisions).order_by("-version"))
    if not rows:
        return not_found()
    addresses = Addresses.of(request)
    versions = tuple(_version(row, addresses) for row in rows)
    return send_json(request, ReportVersions(committee_slug, report_slug, versions))


@login_not_required
@require_safe
def document(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """The sealed data file, byte for byte."""
    shown = public_versions(committee_slug, report_slug).filter(version=version).first()
    if shown is None:
        return not_found()
    if shown.is_withdrawn:
        return gone(shown)
    sealed = PublicationFile.objects.get(publication=shown, format=Format.JSON)
    return send(request, sealed.read, JSON, etag=sealed.sha256, changed_at=shown.published_at)


@login_not_required
@require_safe
def schema(request: HttpRequest, schema: int) -> HttpResponse:
    """What a document of that `schema_version` holds; for ever at the same address."""
    content = stored_schema(schema)
    if content is None:
        return not_found()
    response = send(request, content, "application/schema+json; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{schema_name(schema)}"'
    return response


def public_versions(committee_slug: str, report_slug: str) -> PublicationQuerySet:
    rows = Publication.objects.public().filter(committee__slug=committee_slug, slug=report_slug)
    return rows.select_related("committee", "withdrawal", "disclosure")


def not_found() -> HttpResponse:
    return send_problem(404, _("Finns inte"), _("Här finns inga öppna data. De är inte publicerade, eller flyttade."))


def gone(shown: Publication) -> HttpResponse:
    return send_problem(GONE, _("Avpublicerad"), shown.withdrawal.reason)


def _version(row: Publication, addresses: Addresses) -> VersionAnswer:
    withdrawal = row.withdrawal if row.is_withdrawn else None
    return VersionAnswer(
        version=row.version,
        title=row.title,
        published_at=row.published_at,
        change_note=row.change_note,
        page=addresses.version(row),
        withdrawn_at=withdrawal.withdrawn_at if withdrawal else None,
        withdrawal_reason=withdrawal.reason if withdrawal else "",
        decisions=tuple(
            DecisionAnswer(each.outcome, each.decided_on, each.paragraph, each.reason) for each in row.decisions.all()
        ),
        files=None if withdrawal else addresses.files(row),
    )
