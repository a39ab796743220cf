"""Where a report stands with the checks: what is open, what somebody has let pass, what has been mended."""

from dataclasses import dataclass
from datetime import datetime

from reports.checks.finding import Finding, Severity
from reports.models import FindingWaiver, Report, SeenFinding


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that still stands, and why it was let pass, by whom and when."""

    finding: Finding
    waiver_id: int
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding that an earlier check told of and that is gone."""

    rule: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Review:
    """Each in the order of the findings; `mended` in that in which they were first seen.

    `new` are the fingerprints of the open ones that no check has told of before; empty before the first check.
    """

    open: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    mended: tuple[Mended, ...] = ()
    new: frozenset[str] = frozenset()
    checked_at: datetime | None = None

    def stopping(self, *, accept_warnings: bool = False) -> tuple[Finding, ...]:
        """What stands in the way of publishing: errors, and warnings that are neither mended nor let pass."""
        severities = {Severity.ERROR} if accept_warnings else {Severity.ERROR, Severity.WARNING}
        return tuple(finding for finding in self.open if finding.severity in severities)


def review_of(report: Report, findings: tuple[Finding, ...]) -> Review:
    """What is known of the findings. An error is never let pass. Two queries."""
    waivers = {
        waiver.fingerprint: waiver
        for waiver in FindingWaiver.objects.filter(report=report).select_related("waived_by").order_by("pk")
    }
    seen = list(SeenFinding.objects.filter(report=report).order_by("pk"))
    now = {finding.fingerprint for finding in findings}
    known = {each.fingerprint for each in seen}
    still_open: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = waivers.get(finding.fingerprint)
        if waiver is None or finding.severity == Severity.ERROR:
            still_open.append(finding)
        else:
            waived.append(Waived(finding, waiver.pk, waiver.reason, str(waiver.waived_by), waiver.waived_at))
    return Review(
        open=tuple(still_open),
        waived=tuple(waived),
        mended=tuple(Mended(each.rule, each.where, each.message) for each in seen if each.fingerprint not in now),
        new=frozenset(now - known) if seen else frozenset(),
        checked_at=max((each.mended_at or each.seen_at for each in seen), default=None),
    )
