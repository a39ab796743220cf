"""A committee's decisions about its published reports, as a calendar that anyone may follow."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.models import Committee
from reports.choices import DecisionOutcome
from reports.models import CommitteeDecision, Publication
from reports.open_data.icalendar import CALENDAR_TYPE, CalendarDay, write_calendar
from reports.views.calendars.answer import calendar_answer, host_of
from reports.views.open_data.addresses import Addresses


@login_not_required
@require_safe
def committee_decisions(request: HttpRequest, committee_slug: str) -> HttpResponse:
    """Of versions that everyone may read."""
    committee = get_object_or_404(Committee.objects.with_municipality(), slug=committee_slug)
    days = list(_days(committee, Addresses.of(request), host_of(request)))
    content = write_calendar(_("Beslut om rapporter: %(committee)s") % {"committee": committee}, days)
    return calendar_answer(request, content, CALENDAR_TYPE, is_public=True)


def _days(committee: Committee, addresses: Addresses, host: str) -> Iterator[CalendarDay]:
    """One query."""
    readable = Publication.objects.public().filter(committee=committee, withdrawal__isnull=True)
    rows = CommitteeDecision.objects.standing().filter(publication__in=readable)
    words = {
        DecisionOutcome.ADOPTED: _("Fastställd: %(title)s"),
        DecisionOutcome.REMITTED_BACK: _("Återremitterad: %(title)s"),
    }
    for row in rows.select_related("publication__committee"):
        page = addresses.version(row.publication)
        yield CalendarDay(
            uid=f"decision-{row.pk}@{host}",
            day=row.decided_on,
            changed_at=row.recorded_at,
            title=words[DecisionOutcome(row.outcome)] % {"title": row.publication.title},
            text="\n".join(part for part in (row.paragraph, row.reason, page) if part),
            address=page,
        )
