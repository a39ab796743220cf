"""The saved versions of an answer, and what each changed, as they are told on a page. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from followup.core.access import COMMAND_LINE
from followup.core.commands.autosave import AUTOSAVE
from followup.core.dates import format_moment, format_time
from followup.core.richtext.difference import Difference, difference
from goals.models import Plan
from reports.build.document import StatusMark
from reports.choices import AnswerState
from reports.commands.assessments import answer_of
from reports.commands.restoring import restored_from
from reports.views.entry.judged import Text, texts_of, trend_word
from reports.views.overview.comparison import status_mark


@dataclass(frozen=True, slots=True)
class Step:
    """A word of the answer that changed; what was empty says so."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedText:
    """`difference` is against the version before."""

    label: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Version:
    """`number` counts from the oldest. `deed` says what was done, `since` from when it was typed, if for a while.

    `says_the_same` as the answer does now, so that there is nothing to restore.
    """

    number: int
    history_id: int
    when: str
    since: str
    who: str
    deed: str
    reason: str
    status: StatusMark | None
    trend: str
    state: str
    state_word: str
    steps: tuple[Step, ...]
    texts: tuple[ChangedText, ...]
    whole: tuple[Text, ...]
    is_newest: bool
    says_the_same: bool

    @property
    def is_return(self) -> bool:
        return self.state == AnswerState.RETURNED and bool(self.reason)

    @property
    def changes_nothing(self) -> bool:
        return not self.steps and not self.texts


def versions_of(records: Sequence[Any], plan: Plan, numbers: Mapping[int, int], current: Any) -> list[Version]:
    """Of rows of history, the newest first, each after the one that stands behind it in `records`.

    The last record is told as the first version, unless its number says that others came before: then it is left out
    and serves for comparing only. `numbers` are all the answer's versions by their rows; `current` is the answer now.
    """
    told = [_version(record, before, plan, numbers, current) for record, before in pairwise(records)]
    if records and numbers[records[-1].history_id] == 1:
        told.append(_version(records[-1], None, plan, numbers, current))
    return told


def _version(record: Any, before: Any, plan: Plan, numbers: Mapping[int, int], current: Any) -> Version:
    number = numbers[record.history_id]
    is_new_state = before is None or before.state != record.state
    is_returned = record.state == AnswerState.RETURNED and (is_new_state or before.returned_at != record.returned_at)
    return Version(
        number=number,
        history_id=record.history_id,
        when=format_moment(record.updated_at),
        since=_since(record),
        who=_who(record, is_returned, is_new_state),
        deed=_deed(record, is_returned, is_new_state, is_first=before is None, numbers=numbers),
        reason=record.return_reason if is_returned else "",
        status=status_mark(record, plan),
        trend=trend_word(record.trend),
        state=record.state,
        state_word=str(AnswerState(record.state).label),
        steps=_steps(record, before, plan) if before is not None else (),
        texts=_texts(record, before, plan) if before is not None else (),
        whole=tuple(texts_of(record, plan)),
        is_newest=number == len(numbers),
        says_the_same=answer_of(record) == answer_of(current),
    )


def _since(record: Any) -> str:
    """When what was autosaved into this version began, where that was minutes before it was last saved."""
    is_while = record.updated_at - record.history_date >= timedelta(minutes=1)
    return format_time(record.history_date) if is_while else ""


def _who(record: Any, is_returned: bool, is_new_state: bool) -> str:
    """The person of the deed. Whoever is gone from the installation is told as that; the command line is nobody."""
    role = "updated_by"
    if is_returned:
        role = "returned_by"
    elif is_new_state and record.state == AnswerState.APPROVED:
        role = "approved_by"
    if getattr(record, f"{role}_id") is None:
        return str(record.history_user or COMMAND_LINE)
    return str(getattr(record, role) or _("någon som inte längre har ett konto"))


def _deed(record: Any, is_returned: bool, is_new_state: bool, *, is_first: bool, numbers: Mapping[int, int]) -> str:
    source = restored_from(record.history_change_reason)
    if source is not None:
        return _("Återställd från version %(number)s") % {"number": numbers.get(source, "?")}
    if is_returned:
        return _("Återsänd")
    if is_new_state and record.state == AnswerState.APPROVED:
        return _("Godkänd")
    if is_new_state and record.state == AnswerState.READY:
        return _("Klarmarkerad")
    if is_first:
        return _("Påbörjad")
    return _("Sparad automatiskt") if record.history_change_reason == AUTOSAVE else _("Sparad")


def _steps(record: Any, before: Any, plan: Plan) -> tuple[Step, ...]:
    def status(row: Any) -> str:
        return plan.word_for(row.status) if row.status else _("ingen bedömning")

    none = _("ingen")
    pairs = [
        (_("Läge"), str(AnswerState(before.state).label), str(AnswerState(record.state).label)),
        (_("Bedömning"), status(before), status(record)),
        (_("Statustext"), before.status_words or none, record.status_words or none),
        (_("Trend"), trend_word(before.trend) or none, trend_word(record.trend) or none),
        (_("Referens"), before.ref or none, record.ref or none),
    ]
    return tuple(Step(*pair) for pair in pairs if pair[1] != pair[2])


def _texts(record: Any, before: Any, plan: Plan) -> tuple[ChangedText, ...]:
    """The texts that changed, under the plan's own headings, in the order in which answers are read."""
    parts = [
        (plan.label_overall_view, "overall_view"),
        (_("Kommentar"), "comment"),
        (plan.label_cause, "cause"),
        (plan.label_measure, "measure"),
        (_("Prognos"), "forecast"),
    ]
    return tuple(
        ChangedText(label, difference(getattr(before, name), getattr(record, name)))
        for label, name in parts
        if getattr(before, name) != getattr(record, name)
    )
