"""Reminding units by e-mail: choosing and writing, seeing the letters, sending them, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.dates import format_moment
from followup.core.faults import CommandRefused, Locked
from followup.core.site import site_of
from reports.access import round_to_control
from reports.commands.reminder_letters import Letter, UnitLeft, letters, suggested, units_left
from reports.commands.reminders import remind
from reports.forms.reminder import ReminderForm
from reports.models import Reminder, ReminderLetter, Round
from reports.views.entry.load import lock_of


@dataclass(frozen=True, slots=True)
class Preview:
    """Letters that read the same: for whom, and one of them."""

    units: str
    people: str
    subject: str
    body: str


def remind_units(request: HttpRequest, round_id: int) -> HttpResponse:
    """Posted with `action`: `preview` shows the letters, `edit` goes back to the form, `send` sends."""
    round = round_to_control(request.user, round_id)
    today = timezone.localdate()
    lefts = units_left(round, today)
    if request.method != "POST":
        draft = suggested(round, today, str(request.user))
        return _form_page(request, round, lefts, ReminderForm(lefts=lefts, draft=draft))
    form, action = ReminderForm(request.POST, lefts=lefts), request.POST.get("action")
    if not form.is_valid() or action == "edit":
        return _form_page(request, round, lefts, form, status=200 if form.is_valid() else 422)
    links = _links(request, round, lefts)
    if action != "send":
        chosen = [unit for unit in lefts if unit.id in form.unit_ids]
        context = {"form": form, "key": uuid4(), "previews": previews(letters(chosen, form.draft, links))}
        return render(request, "reports/overview/remind_preview.html", context | _about(round))
    try:
        reminder = remind(
            round=round,
            unit_ids=form.unit_ids,
            draft=form.draft,
            links=links,
            key=_key(request),
            today=today,
            by=request.user,
        )
    except CommandRefused as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, round, lefts, form, status=423 if isinstance(refusal, Locked) else 409)
    return redirect("reports:reminder", round.pk, reminder.pk)


@require_safe
def reminder_sent(request: HttpRequest, round_id: int, reminder_id: int) -> HttpResponse:
    """What became of each letter."""
    round = round_to_control(request.user, round_id)
    reminder = get_object_or_404(Reminder.objects.select_related("sent_by"), pk=reminder_id, round=round)
    rows = list(reminder.letters.all())
    context = {
        "reminder": reminder,
        "when": format_moment(reminder.sent_at),
        "went_off": [row for row in rows if row.sent_at],
        "faulty": [row for row in rows if row.fault],
        "unknown": [row for row in rows if not row.sent_at and not row.fault],
    }
    return render(request, "reports/overview/reminder.html", context | _about(round))


def previews(written: Sequence[Letter]) -> tuple[Preview, ...]:
    """The letters, those to several people about the same units once."""
    people: dict[tuple[str, str, str], list[str]] = {}
    for letter in written:
        name = f"{letter.recipient.name} ({letter.recipient.address})"
        people.setdefault((letter.units, letter.subject, letter.body), []).append(name)
    return tuple(Preview(units, ", ".join(names), subject, body) for (units, subject, body), names in people.items())


@dataclass(frozen=True, slots=True)
class Reminded:
    """The last reminder of a round. `is_faulty`: somebody did not get theirs, or perhaps not."""

    id: int
    words: str
    is_faulty: bool


def latest_reminder(round: Round) -> Reminded | None:
    """`Påmindes 3 september 2017 kl. 10.02: AFI, IFO`. One query."""
    missed = ReminderLetter.objects.filter(reminder=OuterRef("pk"), sent_at__isnull=True)
    last = round.reminders.annotate(is_faulty=Exists(missed)).first()
    if last is None:
        return None
    words = _("Påmindes %(when)s: %(units)s") % {"when": format_moment(last.sent_at), "units": last.units}
    return Reminded(last.pk, words, last.is_faulty)


def _form_page(
    request: HttpRequest, round: Round, lefts: Sequence[UnitLeft], form: ReminderForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "unreachable": [unit for unit in lefts if not unit.recipients],
        "has_recipients": any(unit.recipients for unit in lefts),
        "locked_because": lock_of(round),
        "sends_mail": settings.SENDS_MAIL,
    }
    return render(request, "reports/overview/remind.html", context | _about(round), status=status)


def _about(round: Round) -> dict[str, object]:
    return {"round": round, "municipality": round.committee.municipality}


def _links(request: HttpRequest, round: Round, lefts: Sequence[UnitLeft]) -> dict[int, str]:
    site = site_of(request)
    return {unit.id: site + reverse("reports:entry", args=[round.pk, unit.id]) for unit in lefts}


def _key(request: HttpRequest) -> UUID:
    """What the preview gave the form; one that is no key counts as a new one."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()
