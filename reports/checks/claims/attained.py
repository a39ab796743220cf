"""`7 av 12 mål är uppnådda`: how many goals a text says are reached, beside the report's own count. Pure."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from goals.choices import GoalStatus
from reports.build.facts import AssessmentFact
from reports.checks.claims.passages import Claim, Passage, whole
from reports.checks.claims.working import Outcome, Verdict
from reports.checks.prose import Quantity
from reports.checks.scope import Scope

_OF = whole(r" ?av (?:nämndens |planens |våra |de |totalt |sammanlagt |samtliga |årets ){0,2}")
_ARE = whole(
    r" (?P<of>(?:nämnd|fullmäktige|kvalitets|års)?mål(?:en)?|(?:mål)?indikator(?:er|erna))"
    r"(?: som nämnden har)? (?:är|har|bedöms(?: vara)?|bedömdes(?: vara)?|blev) (?:nu |helt )?"
    r"(?P<how>delvis |inte |ej )?(?:uppnådda|uppfyllda|nådda|uppnåtts|uppfyllts|nåtts)(?!\w)"
)
_STATUS = {"": GoalStatus.ACHIEVED, "delvis": GoalStatus.PARTLY, "inte": GoalStatus.NOT, "ej": GoalStatus.NOT}


def attained(scope: Scope, passage: Passage) -> Iterator[Claim]:
    """Only where the text counts as many as the report shows, and each of them has one status."""
    for some, every in passage.runs(2):
        if some.hedge or every.hedge or not (some.is_count and every.is_count):
            continue
        words = _ARE.match(passage.text, every.start + len(every.text))
        if words is None or not _OF.fullmatch(passage.between(some, every)):
            continue
        counted = _counted(scope, words["of"].lower(), every)
        status = _STATUS[(words["how"] or "").strip().lower()]
        if counted and all(group.count(status) != some.value for group in counted):
            yield _claim(passage, some, words, status, counted[0])


def _claim(passage: Passage, some: Quantity, words: re.Match[str], status: GoalStatus, group: list[str]) -> Claim:
    number = group.count(status)
    fact = _("rapporten räknar %(number)d av %(all)d som %(status)s") % {
        "number": number,
        "all": len(group),
        "status": str(status.label).lower(),
    }
    return Claim(passage.quote(some.start, words.end()), fact, Outcome(Verdict.DIFFERS, Decimal(number)))


def _counted(scope: Scope, of: str, every: Quantity) -> list[list[str]]:
    """The statuses of each set of goals, or of indicators, that has just as many as the text says."""
    if "indikator" in of:
        sets = [[_only(scope.material.indicator_answers.get(each, ())) for each in sorted(scope.judged_indicators)]]
    else:
        judged = [goal for goal in scope.goals_in_order() if not goal.is_area]
        levels = dict.fromkeys(goal.level for goal in judged)
        groups = [judged, *([goal for goal in judged if goal.level == level] for level in levels)]
        sets = [[_only(scope.material.goal_answers.get(goal.id, ())) for goal in group] for group in groups]
    return [
        [status for status in group if status]
        for group in sets
        if len(group) == every.value and all(status is not None for status in group)
    ]


def _only(answers: Iterable[AssessmentFact]) -> str | None:
    """The committee's own status, else the one that all the units agree on; None where there is no one status."""
    given = [(answer.unit_id, answer.status) for answer in answers if answer.status]
    own = {status for unit, status in given if unit is None}
    statuses = own or {status for _unit, status in given}
    return statuses.pop() if len(statuses) == 1 else None
