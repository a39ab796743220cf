"""The measures that the round before promised. Pure."""

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.dates import format_date
from reports.build.facts import AssessmentFact, GoalFact, IndicatorFact
from reports.build.inspection import PromisedFact
from reports.build.material import is_reported
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.promised.deadlines import deadlines_in, passed
from reports.checks.scope import Scope, subject_words
from reports.choices import MeasureOutcome

PROMISE_PASSED = Rule(
    "promise_past_its_date",
    Severity.WARNING,
    gettext_lazy("En utlovad åtgärd har passerat sitt datum"),
    gettext_lazy(
        "Nämnden fick ett datum i förra rapporten. Har det passerat ska rapporten säga vad som blev av åtgärden."
    ),
)
PROMISE_UNTOLD = Rule(
    "promise_untold",
    Severity.NOTE,
    gettext_lazy("Det står inte vad som blev av en utlovad åtgärd"),
    gettext_lazy("Den som läste förra rapporten vill veta vad som har blivit gjort."),
)
_SHOWN = 100
_Key = tuple[int | None, int | None, int | None]


def earlier_promises(scope: Scope, as_of: date) -> Iterator[Finding]:
    """Of what is neither done nor dropped. What has passed is told by itself, the rest once for each answer.

    An answer that has not come is another rule's.
    """
    written = scope.inspection.earlier_as_of
    if written is None:
        return
    answered = {_key(each) for each in scope.report.assessments if is_reported(each)}
    untold: dict[_Key, list[PromisedFact]] = {}
    for promise in scope.inspection.promises:
        subject = _subject(scope, promise)
        if subject is None or _key(promise) not in answered or promise.outcome not in {"", MeasureOutcome.CONTINUES}:
            continue
        late = passed(promise.promise, written, as_of)
        has_new_date = bool(deadlines_in(promise.comment, as_of))
        if late is not None and not has_new_date:
            words = _words(scope, promise, subject) | {
                "written": format_date(written),
                "promise": _quoted(promise.promise),
                "day": format_date(late.day),
                "as_of": format_date(as_of),
            }
            yield PROMISE_PASSED.finding(scope.place(subject, unit_id=promise.unit_id), _passed(promise) % words)
        elif not promise.outcome:
            untold.setdefault(_key(promise), []).append(promise)
    for promises in untold.values():
        if subject := _subject(scope, promises[0]):
            yield PROMISE_UNTOLD.finding(
                scope.place(subject, unit_id=promises[0].unit_id), _untold(scope, promises, subject)
            )


def _key(answer: PromisedFact | AssessmentFact) -> _Key:
    return (answer.goal_id, answer.indicator_id, answer.unit_id)


def _subject(scope: Scope, promise: PromisedFact) -> GoalFact | IndicatorFact | None:
    """Only of what the report shows."""
    if promise.goal_id in scope.judged_goals:
        return scope.material.goals.get(promise.goal_id or 0)
    if promise.indicator_id in scope.judged_indicators:
        return scope.material.indicators.get(promise.indicator_id or 0)
    return None


def _passed(promise: PromisedFact) -> str:
    if promise.outcome == MeasureOutcome.CONTINUES:
        return _(
            "%(who)s lovade den %(written)s för %(what)s: ”%(promise)s”. Det skulle vara gjort den %(day)s. Den "
            "%(as_of)s fortsätter åtgärden, utan nytt datum."
        )
    return _(
        "%(who)s lovade den %(written)s för %(what)s: ”%(promise)s”. Det skulle vara gjort den %(day)s. Den %(as_of)s "
        "står det inte vad som blev av det."
    )


def _untold(scope: Scope, promises: list[PromisedFact], subject: GoalFact | IndicatorFact) -> str:
    words = _words(scope, promises[0], subject) | {"promise": _quoted(promises[0].promise), "count": len(promises)}
    return (
        ngettext(
            "%(who)s har inte sagt vad som blev av åtgärden ”%(promise)s” för %(what)s.",
            "%(who)s har inte sagt vad som blev av %(count)d åtgärder för %(what)s, den första ”%(promise)s”.",
            len(promises),
        )
        % words
    )


def _words(scope: Scope, promise: PromisedFact, subject: GoalFact | IndicatorFact) -> dict[str, object]:
    unit = scope.material.units.get(promise.unit_id) if promise.unit_id is not None else None
    return {"who": unit.code if unit else _("Nämnden"), "what": subject_words(subject)}


def _quoted(promise: str) -> str:
    return shorten(promise.replace("”", "").rstrip("."), _SHOWN, placeholder=" …")
