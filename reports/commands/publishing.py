"""Publishing: a report becomes bytes that never change."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.collecting import collected_afterwards
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.files.keeping import keep_all
from reports.build import Edition, ReportDocument, build_report
from reports.checks import Finding, findings_for
from reports.checks.record import CheckRecord, records_of
from reports.checks.review import review_of
from reports.choices import Audience, JobStep
from reports.commands.indexing import index_publication
from reports.commands.kept_anchors import keep_anchors
from reports.commands.newest import note_newest
from reports.commands.progress import Progress, rendered, unheard
from reports.commands.sealed_attachments import seal_attachments
from reports.commands.subscriptions.announcing import announce
from reports.models import Disclosure, Publication, PublicationAttachment, PublicationFile, Report
from reports.open_data.happenings import publishing_of
from reports.render import RENDERERS, Renderer
from reports.render.formats import Format
from reports.sealed.check_list import write_checks
from reports.sealed.manifest import attached_entry, entry, facts_of, write_manifest
from reports.sealed.parts import CHECKS, DATA_TYPE, MANIFEST, Part
from reports.sealed.stored import MANIFEST_SUM
from reports.standby import standby


class ChangeNoteMissing(CommandRefused):
    def __init__(self) -> None:
        super().__init__(_("Skriv vad som har ändrats sedan förra versionen. Läsarna får se det."))


class FindingsRemain(CommandRefused):
    """Errors, or warnings that nobody let pass, stand in the way."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        count = len(findings)
        super().__init__(
            ngettext(
                "Rapporten kan inte publiceras än: %(count)s brist återstår.",
                "Rapporten kan inte publiceras än: %(count)s brister återstår.",
                count,
            )
            % {"count": count}
        )
        self.findings = findings


def next_version(report: Report) -> int:
    newest: int | None = Publication.objects.filter(report=report).aggregate(newest=Max("version"))["newest"]
    return (newest or 0) + 1


@collected_afterwards()
def publish(
    *,
    report: Report,
    audience: Audience,
    change_note: str,
    accept_warnings: bool,
    by: AnyUser,
    checks: Iterable[CheckRecord] | None = None,
    progress: Progress = unheard,
    along: Callable[[Publication], None] | None = None,
    at: datetime | None = None,
    renderers: Mapping[Format, Renderer] = RENDERERS,
) -> Publication:
    """Build all formats of the report as it stands and seal them as its next version, with the list of its checks.

    The bytes are built before the transaction, which only stores them. The first version has no change to note.
    `accept_warnings` is for the command line; in the browser each warning is mended, or let pass with a reason.
    `checks` is the list to seal; without one it is where the report stands with its checks.
    `along` is done in that transaction: either both or nothing is stored, and what it raises stores nothing.
    `at` is the moment that stands in the version, now if nothing is given; `renderers` makes the bytes of each format.
    Raises NotAllowed, ChangeNoteMissing (from version 2), FindingsRemain, CommandRefused (somebody else published
    meanwhile), RenderFault.
    """
    if not may(by, Capability.PUBLISH, report.committee):
        raise NotAllowed
    version = next_version(report)
    change_note = change_note.strip() if version > 1 else ""
    if version > 1 and not change_note:
        raise ChangeNoteMissing
    progress(JobStep.CHECKING)
    review = review_of(report, findings_for(report))
    if remaining := review.stopping(accept_warnings=accept_warnings):
        raise FindingsRemain(remaining)
    progress(JobStep.READING)
    edition = Edition(version, at or timezone.now(), change_note)
    keep_anchors(report)
    document = build_report(report, edition)
    records = records_of(review, str(by)) if checks is None else checks
    parts = [
        Part(format, format.content_type, rendered(format, render, document, progress))
        for format, render in renderers.items()
    ]
    parts.append(Part(CHECKS, DATA_TYPE, write_checks(records)))
    progress(JobStep.STORING)
    try:
        with transaction.atomic():
            publication = _store(report, document, edition, parts, audience, by)
            if along is not None:
                along(publication)
            return publication
    except IntegrityError:
        raise CommandRefused(
            _("Någon annan har just publicerat version %(version)s. Läs den och försök igen.") % {"version": version}
        ) from None


@transaction.atomic
def _store(
    report: Report,
    document: ReportDocument,
    edition: Edition,
    parts: list[Part],
    audience: Audience,
    by: AnyUser,
) -> Publication:
    publication = Publication.objects.create(
        report=report,
        committee=report.committee,
        slug=document.slug,
        version=edition.version,
        audience=audience,
        change_note=edition.change_note,
        municipality_name=document.publisher.municipality,
        committee_name=document.publisher.committee,
        title=document.title,
        subtitle=document.subtitle,
        as_of=document.as_of,
        plan_from=report.plan.year_from,
        registry_number=document.registry_number,
        published_at=edition.published_at,
        published_by=person(by),
        published_by_name=str(by),
    )
    manifest = _manifest(publication, parts, seal_attachments(publication, document))
    sealed = (*parts, manifest)
    PublicationFile.objects.bulk_create(
        PublicationFile(
            publication=publication,
            format=item.format,
            content_type=item.content_type,
            size=kept.size,
            sha256=kept.sha256,
        )
        for item, kept in zip(sealed, keep_all(item.content for item in sealed), strict=True)
    )
    index_publication(publication=publication, data=next(item.content for item in parts if item.format == Format.JSON))
    note_newest(report)
    record(
        action=AuditAction.PUBLISHED,
        subject=publication,
        committee=report.committee,
        by=by,
        details={"läsare": str(Audience(audience).label), MANIFEST_SUM: manifest.sha256},
    )
    announce(publication=publication, what=publishing_of(publication), by=by)
    return publication


def _manifest(publication: Publication, parts: list[Part], attached: list[PublicationAttachment]) -> Part:
    entries = [entry(publication, item.format, item.content_type, len(item.content), item.sha256) for item in parts]
    entries += [attached_entry(publication, item) for item in attached]
    return Part(MANIFEST, DATA_TYPE, write_manifest(facts_of(publication), entries))


@transaction.atomic
def disclose(*, publication: Publication, by: AnyUser) -> Disclosure:
    """Open a members' version to everyone; its bytes stay the same. Raises NotAllowed, CommandRefused."""
    if not may(by, Capability.PUBLISH, publication.committee):
        raise NotAllowed
    if publication.is_withdrawn:
        raise CommandRefused(_("Versionen är avpublicerad. Publicera en ny version i stället."))
    if publication.audience == Audience.PUBLIC or Disclosure.objects.filter(publication=publication).exists():
        raise CommandRefused(_("Versionen är redan öppen för alla."))
    disclosure = Disclosure.objects.create(
        publication=publication, disclosed_at=timezone.now(), disclosed_by=person(by)
    )
    note_newest(publication.report)
    transaction.on_commit(standby().clear)
    record(action=AuditAction.DISCLOSED, subject=publication, committee=publication.committee, by=by)
    announce(publication=publication, what=publishing_of(publication), by=by)
    return disclosure
