"""What stands above a round's pages: when, how, and why it takes no answers."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from followup.core.choices import AuditAction
from followup.core.dates import days_left, format_date, format_moment
from followup.core.models import AuditEvent
from reports.choices import RoundState
from reports.models import Round
from reports.views.entry.load import lock_of


@dataclass(frozen=True, slots=True)
class RoundHead:
    """Dates in words. `locked_because` is empty where answers are taken; `latest` says who opened or closed it last."""

    as_of: str
    opens_on: str
    deadline: str
    days_left: str
    state_word: str
    is_planned: bool
    is_open: bool
    is_closed: bool
    is_late: bool
    locked_because: str
    latest: str
    reason: str


def head_of(round: Round, today: date) -> RoundHead:
    """One query for an open round that was read `with_lock`: its last opening or closing."""
    latest = _latest(round)
    return RoundHead(
        as_of=format_date(round.as_of),
        opens_on=format_date(round.opens_on) if round.opens_on else "",
        deadline=format_date(round.deadline) if round.deadline else "",
        days_left=_days_left(round, today),
        state_word=round.get_state_display().capitalize(),
        is_planned=round.state == RoundState.PLANNED,
        is_open=round.is_open,
        is_closed=round.state == RoundState.CLOSED,
        is_late=round.is_open and round.is_late(today),
        locked_because=lock_of(round),
        latest=_told(latest) if latest else "",
        reason=latest.details.get("skäl", "") if latest else "",
    )


def _days_left(round: Round, today: date) -> str:
    if round.deadline is None or not round.is_open:
        return ""
    return _("har passerat") if round.is_late(today) else days_left(round.deadline, today)


def _latest(round: Round) -> AuditEvent | None:
    return (
        AuditEvent.objects.filter(
            object_type=Round._meta.label_lower,
            object_id=str(round.pk),
            action__in=[AuditAction.OPENED, AuditAction.CLOSED],
        )
        .order_by("-at", "-pk")
        .first()
    )


def _told(event: AuditEvent) -> str:
    words = {"who": event.actor_name, "when": format_moment(event.at)}
    if event.action == AuditAction.OPENED:
        return _("Öppnades %(when)s av %(who)s.") % words
    return _("Stängdes %(when)s av %(who)s.") % words
