"""Is a version still what was published, and is a file that somebody has one of its files?"""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from reports.checks.record import CheckOutcome, CheckRecord
from reports.forms.published_file import MOST_UPLOADED, PublishedFileForm
from reports.models import Publication, PublicationAttachment, PublicationFile
from reports.sealed.check_list import read_checks
from reports.sealed.package import package
from reports.sealed.parts import ATTACHED, CHECKS, digest, package_name
from reports.sealed.stored import stored_files, verify
from reports.sealed.verification import Stored
from reports.views.reading.verified_files import file_lines, format_words
from reports.views.reading.versions import the_version, visible_versions, withdrawn_page

_FORM_ITSELF = 64 * 1024
"""How many bytes a request may hold beside its file."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file that was sent in turned out to be; `sentence` says it."""

    sentence: str
    is_known: bool


@csrf_exempt  # nothing is written, and the size must be judged before the body is read
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verification(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """The manifest of a version held against what is stored now; a file that is sent in is recognised and not kept."""
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    stored = stored_files(shown)
    result = verify(shown, stored)
    checks = _checks(stored)
    context = {
        "shown": shown,
        "committee": shown.committee,
        "municipality": shown.committee.municipality,
        "decisions": shown.decisions.all(),
        "result": result,
        "files": file_lines(shown, result),
        "waived": [item for item in checks if item.outcome == CheckOutcome.WAIVED],
        "noted": [item for item in checks if item.outcome == CheckOutcome.NOTED],
        "passed": [item for item in checks if item.outcome == CheckOutcome.PASSED],
    }
    status = 200
    form = PublishedFileForm()
    if request.method == "POST":
        form = _read(request)
        status = 200 if form.is_valid() else 422
        if form.is_valid():
            context["recognised"] = _recognised(request, form.sha256(), shown, versions)
    return render(request, "reports/reading/verification.html", context | {"form": form}, status=status)


def _read(request: HttpRequest) -> PublishedFileForm:
    """The form with the file; with its complaint and without reading the body where that is too large."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_UPLOADED + _FORM_ITSELF:
        return PublishedFileForm.too_large()
    return PublishedFileForm(request.POST, request.FILES)


def _checks(stored: tuple[Stored, ...]) -> tuple[CheckRecord, ...]:
    """The sealed list; nothing where there is none that can be read, which the verification then tells."""
    content = next((item.content for item in stored if item.recorded.format == CHECKS), None)
    try:
        return read_checks(content) if content is not None else ()
    except ValueError:
        return ()


def _recognised(request: HttpRequest, sha256: str, shown: Publication, versions: list[Publication]) -> Recognised:
    """Among all files that the reader may know of, those of this version first."""
    visible = Publication.objects.visible_to(request.user)
    found: list[tuple[Publication, str]] = []
    for model in (PublicationFile, PublicationAttachment):
        rows = model.objects.filter(sha256=sha256, publication__in=visible)
        for row in rows.select_related("publication__withdrawal").order_by("-publication__version", "pk"):
            format = row.format if isinstance(row, PublicationFile) else ATTACHED
            found.append((row.publication, format))
    found.sort(key=lambda each: each[0].pk != shown.pk)
    if found:
        publication, format = found[0]
        return _told(publication, format_words(format))
    for item in versions:
        called = package_name(item.slug, item.version)
        if digest(package(called, item.published_at, stored_files(item))) == sha256:
            return _told(item, _("hela paketet (ZIP)"))
    return Recognised(
        _("Filen är inte någon av dem som är publicerade här. Den kan vara ändrad; det räcker att ha sparat om den."),
        is_known=False,
    )


def _told(publication: Publication, words: str) -> Recognised:
    named = {"title": publication.title, "version": publication.version, "format": words}
    if publication.is_withdrawn:
        sentence = _("Filen är ”%(title)s”, version %(version)s: %(format)s. Den versionen är avpublicerad.") % named
    else:
        sentence = _("Filen är ”%(title)s”, version %(version)s: %(format)s. Den är oförändrad.") % named
    return Recognised(sentence, is_known=True)
