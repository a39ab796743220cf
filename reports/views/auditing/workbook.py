"""The audit trail as a spreadsheet."""

from io import BytesIO

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from openpyxl import Workbook

from followup.core.dates import SWEDISH_TIME
from followup.core.event_words import details_in_words, kind_in_words
from followup.core.models import AuditEvent
from reports.render.formats import Format
from reports.render.xlsx_cells import Sheet, Value
from reports.views.auditing.listing import chosen_events, newest_first

MOST = 20_000
"""Events in one file, the newest; a period at a time gives the others."""


@require_safe
def events_workbook(request: HttpRequest) -> HttpResponse:
    """The same events as the list shows, the newest first, in two queries and those of the filter."""
    found = newest_first(chosen_events(request))
    count = found.count()
    name = f"handelser-{timezone.localdate():%Y-%m-%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    content = _workbook([_row(event) for event in found[:MOST]], count)
    return HttpResponse(content, content_type=Format.XLSX.content_type, headers=headers)


def _workbook(rows: list[tuple[Value, ...]], count: int) -> bytes:
    sheet = Sheet(
        title=_("Händelser"),
        headings=(_("När"), _("Vem"), _("Vad"), _("Slag"), _("Gäller"), _("Uppgifter"), _("Nämnd")),
        widths=(18, 28, 18, 20, 50, 60, 34),
        rows=tuple(rows),
        upper=((_cut_short(len(rows), count),),) if count > len(rows) else (),
    )
    book = Workbook(write_only=True)
    list(sheet.write_to(book, sheet.title))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(event: AuditEvent) -> tuple[Value, ...]:
    """The moment by Swedish clocks, to the second's fraction that a spreadsheet holds."""
    return (
        event.at.astimezone(SWEDISH_TIME).replace(tzinfo=None),
        event.actor_name,
        event.get_action_display(),
        kind_in_words(event),
        event.object_label,
        details_in_words(event),
        str(event.committee) if event.committee else "",
    )


def _cut_short(shown: int, count: int) -> str:
    return _("De %(shown)d senaste av %(count)d händelser. Välj en kortare period för att få de andra.") % {
        "shown": shown,
        "count": count,
    }
