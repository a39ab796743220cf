"""A reader's own notes on a report. They are private, so the audit trail does not tell of them."""

from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, person
from followup.core.faults import CommandRefused, NotAllowed
from reports.models import Publication, ReaderNote
from reports.sealed.outline import outline_of

MOST_NOTES = 500


@transaction.atomic
def write_note(*, publication: Publication, anchor: str, text: str, is_marked: bool, by: AnyUser) -> ReaderNote | None:
    """Keep what the reader has written about the row; with neither text nor mark there is no note any more.

    Whoever calls has loaded a version that the reader may see. Raises NotAllowed (nobody is signed in), CommandRefused
    (no such row; too many notes), ValidationError.
    """
    user = person(by)
    if user is None:
        raise NotAllowed
    own = ReaderNote.objects.of_reader(user).filter(report=publication.report_id)
    note = own.select_for_update().filter(anchor=anchor).order_by("pk").first()
    text = text.strip()
    if not text and not is_marked:
        if note is not None:
            note.delete()
        return None
    row = outline_of(publication).row(anchor)
    if row is None and note is None:
        raise CommandRefused(_("Raden finns inte i den här versionen av rapporten."))
    if note is None and own.count() >= MOST_NOTES:
        raise CommandRefused(_("Du har så många anteckningar i rapporten att det inte går att spara fler."))
    note = note or ReaderNote(user=user, report_id=publication.report_id, anchor=anchor)
    note.row_title = row.title[:300] if row else note.row_title
    note.text, note.is_marked = text, is_marked
    note.full_clean(validate_constraints=False)
    note.save()
    return note
