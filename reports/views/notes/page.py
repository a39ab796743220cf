"""A reader's own notes: the form for one row, and all of them on one page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from followup.core.faults import CommandRefused
from reports.commands.notes import write_note
from reports.forms.reader_note import ReaderNoteForm
from reports.models import Publication, ReaderNote
from reports.querysets import ReaderNoteQuerySet
from reports.sealed.outline import SealedRow, outline_of
from reports.views.questions.by_row import may_read_questions
from reports.views.reading.rows import version_to_read


@require_http_methods(["GET", "HEAD", "POST"])
def reader_note(request: HttpRequest, committee_slug: str, report_slug: str, version: int, anchor: str) -> HttpResponse:
    """A note on a row that this version no longer has can still be read, changed and taken away."""
    shown = version_to_read(request, committee_slug, report_slug, version)
    note = _own(request, shown).filter(anchor=anchor).first()
    row = outline_of(shown).row(anchor) or (SealedRow("", note.row_title) if note else None)
    if row is None:
        raise Http404
    initial = {"text": note.text, "is_marked": note.is_marked} if note else {}
    form = ReaderNoteForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            kept = write_note(publication=shown, anchor=anchor, by=request.user, **form.cleaned_data)
        except (CommandRefused, ValidationError) as refusal:
            form.add_error(None, str(refusal) if isinstance(refusal, CommandRefused) else refusal)
        else:
            messages.success(request, _("Anteckningen är sparad.") if kept else _("Raden har ingen anteckning nu."))
            return redirect("reports:reader_notes", committee_slug, report_slug, version)
    context = _context(shown) | {"row": row, "form": form, "note": note}
    return render(request, "reports/notes/note.html", context, status=422 if form.is_bound else 200)


@require_safe
def reader_notes(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """The reader's own notes on the report, and every row of the version with a link to write one."""
    shown = version_to_read(request, committee_slug, report_slug, version)
    notes = {note.anchor: note for note in _own(request, shown)}
    rows = outline_of(shown).rows
    place = {row.anchor: number for number, row in enumerate(rows)}
    context = _context(shown) | {
        "notes": sorted(notes.values(), key=lambda note: place.get(note.anchor, len(place))),
        "known": place,
        "rows": rows,
        "may_ask": may_read_questions(request, shown),
    }
    return render(request, "reports/notes/list.html", context)


def _own(request: HttpRequest, shown: Publication) -> ReaderNoteQuerySet:
    found: ReaderNoteQuerySet = ReaderNote.objects.of_reader(request.user).filter(report=shown.report_id)
    return found


def _context(shown: Publication) -> dict[str, object]:
    page = reverse("reading:version", args=[shown.committee.slug, shown.slug, shown.version])
    return {"shown": shown, "committee": shown.committee, "municipality": shown.committee.municipality, "page": page}
