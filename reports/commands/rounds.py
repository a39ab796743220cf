"""Setting up rounds, opening and closing them."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import Saved, claim, clean_texts, save_rows
from followup.core.commands.keys import give_keys
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_audit import record_deleted, record_saved
from followup.core.faults import CommandRefused, NotAllowed
from goals.commands.plans import plan_to_edit
from goals.models import Plan
from reports.choices import RoundState
from reports.models import Round


@transaction.atomic
def open_round(*, round: Round, reason: str, by: AnyUser) -> Round:
    """Open a planned round, or reopen a closed one, which needs a reason. Raises NotAllowed, CommandRefused."""
    current = _locked(round, by)
    if current.state == RoundState.OPEN:
        raise CommandRefused(_("Uppföljningen är redan öppen."))
    reason = reason.strip()
    if current.state == RoundState.CLOSED and not reason:
        raise CommandRefused(_("Skriv varför uppföljningen öppnas igen. Skälet visas för enheterna."))
    current.state = RoundState.OPEN
    current.closed_at = current.closed_by = None
    current.save(update_fields=["state", "closed_at", "closed_by"])
    record(
        action=AuditAction.OPENED,
        subject=current,
        committee=current.committee,
        by=by,
        details={"skäl": reason} if reason else {},
    )
    return current


@transaction.atomic
def close_round(*, round: Round, by: AnyUser) -> Round:
    """Close an open round: no more answers are taken. Raises NotAllowed, CommandRefused."""
    current = _locked(round, by)
    if current.state != RoundState.OPEN:
        raise CommandRefused(_("Bara en öppen uppföljning kan stängas."))
    current.state = RoundState.CLOSED
    if (closer := person(by)) is not None:
        current.closed_at, current.closed_by = timezone.now(), closer
    current.save(update_fields=["state", "closed_at", "closed_by"])
    record(action=AuditAction.CLOSED, subject=current, committee=current.committee, by=by)
    return current


@transaction.atomic
def save_rounds(
    *, plan: Plan, rounds: Sequence[Round], by: AnyUser, seen: Mapping[int, str] | None = None
) -> Saved[Round]:
    """Save rounds of the plan; one without an Id gets it from its title.

    `seen` holds the `fingerprint` of each as the person had it before them.
    Raises NotAllowed, RowsRefused, RowsGone, RowChanged.
    """
    current = plan_to_edit(plan, by, Capability.CONTROL_ROUND)
    claim(rounds, "plan", current)
    clean_texts(rounds, "instruction")
    give_keys(rounds, current.rounds.values_list("key", flat=True))

    def mark(round: Round, before: Round | None) -> None:
        if round.state != RoundState.CLOSED:
            round.closed_at = round.closed_by = None
        elif before is not None and before.state != RoundState.CLOSED and (closer := person(by)) is not None:
            round.closed_at, round.closed_by = timezone.now(), closer

    saved = save_rows(rows=rounds, by=by, seen=seen, mark=mark)
    record_saved(owner=current, committee=current.committee, saved=saved, by=by)
    return saved


@transaction.atomic
def delete_rounds(*, plan: Plan, rounds: Sequence[Round], by: AnyUser) -> None:
    """Delete rounds without answers and reports. Raises NotAllowed, RowsHeld, RowsGone."""
    current = plan_to_edit(plan, by, Capability.CONTROL_ROUND)
    claim(rounds, "plan", current)
    record_deleted(owner=current, committee=current.committee, rows=rounds, by=by)
    delete_rows(rows=rounds, by=by)


def _locked(round: Round, by: AnyUser) -> Round:
    current = Round.objects.select_for_update(of=("self",)).select_related("committee").get(pk=round.pk)
    if not may(by, Capability.CONTROL_ROUND, current.committee):
        raise NotAllowed
    return current
