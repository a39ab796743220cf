"""What a reader may pick by, written on each part of the page: areas, units, statuses, and which unit judged how.

An attribute holds slugs with spaces between, so that a style sheet can tell what matches (`[data-unit~="afi"]`). The
committee's own unit is `namnden`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.forms.utils import flatatt
from django.utils.safestring import SafeString

from followup.core.slugs import slug_of
from goals.choices import AssignmentStatus, GoalStatus
from reports.build.document import ReportSubject, Result, StandingStatus, StatusMark
from reports.choices import SubjectKind

OWN = "namnden"
_AREA_OF = "mal-"
NO_ATTRIBUTES = SafeString()


@dataclass(frozen=True, slots=True)
class Told:
    """One judgement by its slugs. A unit without a status was asked and has not judged."""

    area: str
    unit: str
    status: str


@dataclass(frozen=True, slots=True)
class Picked:
    """All that one part of the page tells. On paper nobody picks, and nothing is said of it (`is_said`)."""

    told: frozenset[Told] = frozenset()
    is_said: bool = True

    @property
    def attributes(self) -> SafeString:
        """In the order of the alphabet, so that the page is the same each time; `data-area` is always there.

        What tells of several areas has `data-mixed` besides: `area.unit.status`, `area..status` and `area.unit.`, since
        one area's unit may not be taken with another's status.
        """
        if not self.is_said:
            return NO_ATTRIBUTES
        areas = {each.area for each in self.told} - {""}
        named = {
            "data-area": areas,
            "data-unit": {each.unit for each in self.told} - {""},
            "data-status": {each.status for each in self.told} - {""},
            "data-answer": {f"{each.unit}.{each.status}" for each in self.told if each.status},
            "data-mixed": {token for each in self.told for token in _tokens(each)} if len(areas) > 1 else set(),
        }
        return flatatt({name: " ".join(sorted(slugs)) for name, slugs in named.items() if slugs or name == "data-area"})


def _tokens(told: Told) -> tuple[str, ...]:
    if not told.status:
        return (f"{told.area}.{told.unit}.",)
    return (f"{told.area}.{told.unit}.{told.status}", f"{told.area}..{told.status}", f"{told.area}.{told.unit}.")


NOTHING = Picked()
UNTOLD = Picked(is_said=False)


def joined(parts: Iterable[Picked]) -> Picked:
    """What matches where any of the parts does."""
    given = list(parts)
    told = frozenset(chain.from_iterable(each.told for each in given))
    return Picked(told, is_said=any(each.is_said for each in given))


def status_slug(status: StatusMark) -> str:
    """The same word in every plan for what has a mark (`ej-uppnatt`), else made of the status's own words."""
    if status.mark in GoalStatus.values:
        return slug_of(str(GoalStatus(status.mark).label))
    if status.mark in AssignmentStatus.values:
        return slug_of(str(AssignmentStatus(status.mark).label))
    return slug_of(status.word)


def area_slug(anchor: str) -> str:
    return anchor.removeprefix(_AREA_OF)


def unit_slug(unit: str) -> str:
    """Empty, for the committee's own, is `namnden`."""
    return slug_of(unit) if unit else OWN


class Selecting:
    """Answers for each part of a report what a reader may pick it by; nothing of a report that tells of no subjects."""

    def __init__(self, subjects: Iterable[ReportSubject]) -> None:
        self._subjects = {each.anchor: each for each in subjects}
        self._below: dict[str, list[str]] = {}
        for each in self._subjects.values():
            self._below.setdefault(each.above, []).append(each.anchor)

    def __bool__(self) -> bool:
        return bool(self._subjects)

    def subject(self, anchor: str) -> Picked:
        """By all that is judged of it; where nobody judges it, by its goal's judgements."""
        subject = self._subjects.get(anchor)
        return NOTHING if subject is None else _picked(subject, self._answers(subject), subject.units)

    def answer(self, anchor: str, by: str, status: StatusMark | None = None) -> Picked:
        """One answer on it, of the unit `by` or (empty) the committee's own; without a status it goes with all."""
        subject = self._subjects.get(anchor)
        if subject is None:
            return NOTHING
        given = self._answers(subject)
        statuses = [status] if status else [each.status for each in given if each.by == by]
        statuses = statuses or [each.status for each in given]
        return _picked(subject, [StandingStatus(by, each) for each in statuses], [by])

    def result(self, anchor: str, result: Result) -> Picked:
        return self.answer(anchor, "" if result.is_committee else result.unit, result.status)

    def goals(self, anchor: str) -> Picked:
        """By what is judged of it and of the goals below it: a goal stays as long as any of those does."""
        below = [self._subjects[each] for each in self._below.get(anchor, ())]
        inside = [self.goals(each.anchor) for each in below if each.kind == SubjectKind.GOAL]
        return joined([self.subject(anchor), *inside])

    def _answers(self, subject: ReportSubject) -> tuple[StandingStatus, ...]:
        if subject.answers or subject.above not in self._subjects:
            return subject.answers
        above = self._subjects[subject.above]
        return above.answers if subject.kind != above.kind else ()


def _picked(subject: ReportSubject, answers: Iterable[StandingStatus], units: Iterable[str]) -> Picked:
    """By the judgements, and by the units without one; by its area alone where there is neither."""
    area = area_slug(subject.area) if subject.area else ""
    told = {Told(area, unit_slug(each.by), status_slug(each.status)) for each in answers}
    judging = {each.unit for each in told}
    told |= {Told(area, slug, "") for slug in map(unit_slug, units) if slug not in judging}
    return Picked(frozenset(told or {Told(area, "", "")}))
