"""A person's own calendar at its secret address: when the rounds of one's committees open and are due."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.db.models import OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.access import Capability, committees_where
from followup.core.models import User
from followup.core.site import site_of
from reports.choices import RoundState
from reports.models import CalendarAddress, Round
from reports.open_data.icalendar import CALENDAR_TYPE, CalendarDay, write_calendar
from reports.views.calendars.answer import calendar_answer, host_of

KEPT = timedelta(days=366)
"""For how long the days of a closed round stay in the calendar."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@login_not_required
@require_safe
def own_calendar(request: HttpRequest, user_id: int, secret: str) -> HttpResponse:
    """By the rights that the person has when it is read. 404 for an address that was replaced or taken away."""
    address = CalendarAddress.objects.filter(user__pk=user_id).select_related("user").first()
    if address is None or not address.is_opened_by(secret) or not address.user.is_active:
        raise Http404
    days = list(_days(address.user, site_of(request), host_of(request)))
    content = write_calendar(_("Uppföljningar att göra"), days)
    return calendar_answer(request, content, CALENDAR_TYPE, is_public=False)


def _days(user: User, site: str, host: str) -> Iterator[CalendarDay]:
    """Three queries at most."""
    since = timezone.localdate() - KEPT
    reporting = committees_where(user, Capability.REPORT, in_any_unit=True)
    following = set(committees_where(user, Capability.FOLLOW_ROUND, in_any_unit=True).values_list("pk", flat=True))
    newest = Round.history.model.objects.filter(id=OuterRef("pk")).order_by("-history_date").values("history_date")
    rounds = Round.objects.filter(Q(committee__in=reporting) | Q(committee__in=following))
    is_near = ~Q(state=RoundState.CLOSED) | Q(deadline__gte=since) | Q(opens_on__gte=since)
    rounds = rounds.filter(is_near).annotate(changed_at=Subquery(newest[:1]))
    for round in rounds.select_related("committee__municipality").order_by("deadline", "opens_on", "pk"):
        is_followed = round.committee_id in following
        page = reverse("reports:round", args=[round.pk]) if is_followed else reverse("reports:entry_start")
        parts = (
            ("opens", round.opens_on, _("Öppnar: %(title)s")),
            ("deadline", round.deadline, _("Sista dag: %(title)s")),
        )
        for what, day, title in parts:
            if day is not None:
                yield CalendarDay(
                    uid=f"round-{round.pk}-{what}@{host}",
                    day=day,
                    changed_at=round.changed_at or _LONG_AGO,
                    title=title % {"title": round.title},
                    text=f"{round.committee}\n{site}{page}",
                    address=f"{site}{page}",
                )
