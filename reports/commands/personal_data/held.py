"""Every field that points at a person or holds a name or an address, and what becomes of it when the person is erased.

One table, which erasing and handing out follow. A test holds it equal to the models and to docs/personal-data.md.
"""

from enum import StrEnum


class AtErasure(StrEnum):
    GOES = "goes"
    """The row is removed with what belongs to the account only."""
    NEUTRAL = "neutral"
    """The field is emptied, or says Borttagen person and the account's number."""
    KEY_STAYS = "key stays"
    """The row goes on pointing at the account's, which names nobody any more."""
    STAYS = "stays"
    """A public record that is kept as it was written."""
    NO_PERSON = "no person"
    """Looks like a personal datum by its name, and is none."""


_GOES, _NEUTRAL, _KEY, _STAYS, _NONE = AtErasure
_HISTORY = (
    "goals.HistoricalPlan", "goals.HistoricalGoal", "goals.HistoricalAssignment",
    "indicators.HistoricalIndicator", "indicators.HistoricalMeasurement", "indicators.HistoricalTarget",
    "reports.HistoricalRound", "reports.HistoricalAssessment", "reports.HistoricalReport",
    "reports.HistoricalSection", "reports.HistoricalMeasureFollowUp", "reports.HistoricalOfficialMemo",
    "reports.HistoricalSubjectInstruction",
)  # fmt: skip

HELD: dict[str, AtErasure] = {
    "core.User.username": _NEUTRAL,
    "core.User.first_name": _NEUTRAL,
    "core.User.last_name": _NEUTRAL,
    "core.User.email": _NEUTRAL,
    "core.Membership.user": _GOES,
    "account.EmailAddress.user": _GOES,
    "account.EmailAddress.email": _GOES,
    "account.EmailConfirmation.email_address": _GOES,
    "mfa.Authenticator.user": _GOES,
    "socialaccount.SocialAccount.user": _GOES,
    "accounts.BrowserSession.user": _GOES,
    "accounts.Invitation.email": _GOES,
    "accounts.Invitation.invited_by": _KEY,
    "accounts.Invitation.accepted_by": _KEY,
    "admin.LogEntry.user": _KEY,
    "core.AuditEvent.actor": _KEY,
    "core.AuditEvent.actor_name": _STAYS,
    "core.PeriodLock.locked_by": _KEY,
    "core.PeriodLock.unlocked_by": _KEY,
    **dict.fromkeys((f"{model}.history_user" for model in _HISTORY), _KEY),
    "reports.Round.closed_by": _KEY,
    "reports.HistoricalRound.closed_by": _KEY,
    **{
        f"reports.{model}.{field}": _KEY
        for model in ("Assessment", "HistoricalAssessment")
        for field in ("updated_by", "ready_by", "returned_by", "approved_by")
    },
    "reports.SubjectInstruction.updated_by": _KEY,
    "reports.HistoricalSubjectInstruction.updated_by": _KEY,
    "reports.FindingWaiver.waived_by": _KEY,
    "reports.Publication.published_by": _KEY,
    "reports.Publication.published_by_name": _STAYS,
    "reports.Disclosure.disclosed_by": _KEY,
    "reports.CommitteeDecision.recorded_by": _KEY,
    "reports.CommitteeDecision.recorded_by_name": _STAYS,
    "reports.Withdrawal.withdrawn_by": _KEY,
    "reports.Withdrawal.withdrawn_by_name": _STAYS,
    "reports.ReaderQuestion.asked_by": _KEY,
    "reports.ReaderQuestion.asked_by_name": _STAYS,
    "reports.ReaderQuestion.answered_by": _KEY,
    "reports.ReaderQuestion.answered_by_name": _STAYS,
    "reports.Job.asked_by": _KEY,
    "reports.Job.asked_by_name": _NEUTRAL,
    "reports.ReaderNote.user": _GOES,
    "reports.Presence.user": _GOES,
    "reports.ReportPresence.user": _GOES,
    "reports.CalendarAddress.user": _GOES,
    "reports.PlanUpload.user": _GOES,
    "reports.Subscription.user": _GOES,
    "reports.Subscription.address": _GOES,
    "reports.Reminder.sent_by": _KEY,
    "reports.ReminderLetter.address": _GOES,
    "core.Municipality.contact_address": _NONE,
    "core.Committee.short_name": _NONE,
    "reports.Attachment.address": _NONE,
    "reports.Publication.municipality_name": _NONE,
    "reports.Publication.committee_name": _NONE,
    "reports.PublishedPassage.unit_name": _NONE,
    "django_tasks_database.DBTaskResult.queue_name": _NONE,
    "django_tasks_database.DBTaskResult.backend_name": _NONE,
}

BY_ADDRESS = ("accounts.Invitation.email", "reports.ReminderLetter.address", "reports.Subscription.address")
"""The fields by which somebody is found who has no account here, but an e-mail address."""

WRITTEN_BY = frozenset(
    {f"{model}.history_user" for model in _HISTORY}
    | {"core.AuditEvent.actor", "reports.ReaderQuestion.asked_by", "reports.ReaderQuestion.answered_by"}
    | {"reports.Reminder.sent_by", "reports.FindingWaiver.waived_by", "reports.SubjectInstruction.updated_by"}
)
"""Rows of the public record whose text is the person's own, as far as the field says; handed out whole."""

SECRET = frozenset(
    {
        "core.User.password",
        "accounts.BrowserSession.session",
        "accounts.Invitation.token_hash",
        "account.EmailConfirmation.key",
        "mfa.Authenticator.data",
        "reports.CalendarAddress.nonce",
        "reports.Subscription.key",
        "reports.Subscription.asked_key",
        "reports.Reminder.key",
        "reports.Job.key",
    }
)
"""What lets somebody in, or would if it were known: never handed out, not even to the person."""
