"""Letting findings pass with a reason, taking them up again, and remembering what a check has told of."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import AnyUser, Capability, may, person
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.faults import CommandRefused, NotAllowed
from reports.checks import RULES, Finding, Severity, findings_for
from reports.commands.composing import locked_report
from reports.models import FindingWaiver, Report, SeenFinding


class ReasonMissing(CommandRefused):
    def __init__(self) -> None:
        super().__init__(_("Skriv varför bristen godtas. Skälet sparas tillsammans med rapporten."))


@transaction.atomic
def waive_findings(
    *, report: Report, fingerprints: Collection[str], reason: str, by: AnyUser
) -> tuple[FindingWaiver, ...]:
    """Let the findings pass that have these fingerprints now, all for one reason.

    Raises NotAllowed, ReasonMissing, CommandRefused where none was chosen, one of them is an error, or one is no longer
    found as it was shown. Those that were let pass already keep their first reason, and what is
    found several times alike is let pass once.
    """
    current = locked_report(report, by)
    reason = reason.strip()
    chosen = [finding for finding in findings_for(current) if finding.fingerprint in fingerprints]
    if not fingerprints:
        raise CommandRefused(_("Välj minst en brist."))
    if len({finding.fingerprint for finding in chosen}) < len(set(fingerprints)):
        raise CommandRefused(_("Bristerna har ändrats sedan du öppnade sidan. Läs dem igen."))
    if any(finding.severity == Severity.ERROR for finding in chosen):
        raise CommandRefused(_("Det som hindrar publicering går inte att godta. Det måste rättas."))
    if not reason:
        raise ReasonMissing
    before = set(FindingWaiver.objects.filter(report=current).values_list("fingerprint", flat=True))
    once = {finding.fingerprint: finding for finding in chosen if finding.fingerprint not in before}
    waivers = [_waiver(current, finding, reason, by) for finding in once.values()]
    for waiver in waivers:
        waiver.full_clean()
    FindingWaiver.objects.bulk_create(waivers)
    if waivers:
        _record(current, by, {"skäl": reason, "brister": _counted(waivers)})
    return tuple(waivers)


def _waiver(report: Report, finding: Finding, reason: str, by: AnyUser) -> FindingWaiver:
    return FindingWaiver(
        report=report,
        rule=finding.rule,
        where=finding.where[:1000],
        message=finding.message,
        fingerprint=finding.fingerprint,
        reason=reason,
        waived_by=person(by),
    )


@transaction.atomic
def take_up_finding(*, report: Report, waiver_id: int, by: AnyUser) -> None:
    """Undo a waiver: the finding is open again. Raises NotAllowed, FindingWaiver.DoesNotExist."""
    current = locked_report(report, by)
    waiver = FindingWaiver.objects.get(report=current, pk=waiver_id)
    record(
        action=AuditAction.CHANGED,
        subject=current,
        committee=current.committee,
        by=by,
        details={"ändring": _("tog upp en godtagen brist igen"), "brist": waiver.message},
    )
    waiver.delete()


@transaction.atomic
def remember_findings(*, report: Report, by: AnyUser) -> tuple[Finding, ...]:
    """Check the report and remember what was found, so that a later check can tell what has been mended since."""
    if not may(by, Capability.EDIT_REPORT, report.committee):
        raise NotAllowed
    findings = findings_for(locked_report(report, by))
    now = timezone.now()
    seen = {each.fingerprint: each for each in SeenFinding.objects.filter(report=report)}
    found = {finding.fingerprint: finding for finding in findings}
    SeenFinding.objects.bulk_create(
        SeenFinding(
            report=report,
            rule=finding.rule,
            where=finding.where[:1000],
            message=finding.message,
            fingerprint=fingerprint,
            seen_at=now,
        )
        for fingerprint, finding in found.items()
        if fingerprint not in seen
    )
    back = [each.pk for key, each in seen.items() if key in found and each.mended_at is not None]
    gone = [each.pk for key, each in seen.items() if key not in found and each.mended_at is None]
    SeenFinding.objects.filter(pk__in=back).update(mended_at=None, seen_at=now)
    SeenFinding.objects.filter(pk__in=gone).update(mended_at=now)
    SeenFinding.objects.filter(report=report, fingerprint__in=list(found)).update(seen_at=now)
    return findings


def _counted(waivers: list[FindingWaiver]) -> str:
    """`En enhet har inte svarat (3); …`, by rule."""
    counts: dict[str, int] = {}
    for waiver in waivers:
        title = str(RULES[waiver.rule].title)
        counts[title] = counts.get(title, 0) + 1
    return "; ".join(
        ngettext("%(rule)s (%(count)d)", "%(rule)s (%(count)d)", count) % {"rule": rule, "count": count}
        for rule, count in counts.items()
    )


def _record(report: Report, by: AnyUser, details: dict[str, str]) -> None:
    record(action=AuditAction.WAIVED, subject=report, committee=report.committee, by=by, details=details)
