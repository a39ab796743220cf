"""What the committee decided about a published version, as its minutes say: adopted, or sent back."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.dates import format_date
from followup.core.faults import CommandRefused, NotAllowed
from reports.choices import DecisionOutcome
from reports.models import CommitteeDecision, Publication

_NO_BREAK = "\u00a0"


class ReasonMissing(CommandRefused):
    def __init__(self) -> None:
        super().__init__(_("Skriv varför nämnden återremitterade rapporten."))


@transaction.atomic
def record_decision(
    *,
    publication: Publication,
    outcome: DecisionOutcome,
    decided_on: date,
    paragraph: str,
    reason: str,
    by: AnyUser,
    today: date,
    replaces: CommitteeDecision | None = None,
) -> CommitteeDecision:
    """Note a decision; with `replaces`, in the place of one that was noted wrongly.

    The paragraph may be typed without its sign. A reason belongs to sending back alone. Raises NotAllowed,
    ReasonMissing, CommandRefused (withdrawn; not yet decided; already adopted; what is replaced does not stand),
    ValidationError.
    """
    if not may(by, Capability.PUBLISH, publication.committee):
        raise NotAllowed
    current = Publication.objects.select_for_update(of=("self",)).select_related("withdrawal").get(pk=publication.pk)
    reason = reason.strip() if outcome == DecisionOutcome.REMITTED_BACK else ""
    _refuse(current, outcome, decided_on, today, replaces)
    if outcome == DecisionOutcome.REMITTED_BACK and not reason:
        raise ReasonMissing
    decision = CommitteeDecision(
        publication=current,
        outcome=outcome,
        decided_on=decided_on,
        paragraph=in_minutes(paragraph),
        reason=reason,
        replaces=replaces,
        recorded_at=timezone.now(),
        recorded_by=person(by),
        recorded_by_name=str(by),
    )
    decision.full_clean(exclude={"recorded_by"})  # the command line is nobody in the database
    decision.save()
    details = {"ersätter": str(replaces)} if replaces else {}
    if reason:
        details["skäl"] = reason
    record(action=AuditAction.RECORDED, subject=decision, committee=publication.committee, by=by, details=details)
    return decision


def in_minutes(paragraph: str) -> str:
    """`§ 87` of `87`, `§87` or `§ 87`, so that the sign stays with its number; empty of nothing."""
    number = " ".join(paragraph.replace("§", " ").split())
    return f"§{_NO_BREAK}{number}" if number else ""


def _refuse(
    publication: Publication,
    outcome: DecisionOutcome,
    decided_on: date,
    today: date,
    replaces: CommitteeDecision | None,
) -> None:
    if publication.is_withdrawn:
        raise CommandRefused(_("Versionen är avpublicerad. Publicera en ny version i stället."))
    if decided_on > today:
        raise CommandRefused(_("Den %(day)s har inte varit än.") % {"day": format_date(decided_on)})
    standing = list(publication.decisions.standing())
    if replaces is not None and replaces not in standing:
        raise CommandRefused(_("Uppgiften som skulle ersättas är redan ersatt. Läs den nya och försök igen."))
    adopted = [item for item in standing if item.outcome == DecisionOutcome.ADOPTED and item != replaces]
    if adopted and outcome == DecisionOutcome.ADOPTED:
        raise CommandRefused(
            _("Versionen är redan fastställd den %(day)s, %(paragraph)s. Välj att ersätta den uppgiften om den är fel.")
            % {"day": format_date(adopted[0].decided_on), "paragraph": adopted[0].paragraph}
        )
