"""What differs between two sides: the report before and this one. Pure, over what each of them holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goals.choices import GoalStatus
from reports.build.document import StandingItem, StandingPromise, StatusMark
from reports.choices import MeasureOutcome, SubjectKind

_SCALE = {status.value: place for place, status in enumerate((GoalStatus.NOT, GoalStatus.PARTLY, GoalStatus.ACHIEVED))}


@dataclass(frozen=True, slots=True)
class StatusChange:
    """`by` is the unit, or empty for the committee's own. `steps` is above 0 for the better, 0 where none can say."""

    item: StandingItem
    by: str
    before: StatusMark
    after: StatusMark

    @property
    def steps(self) -> int:
        if self.before.mark not in _SCALE or self.after.mark not in _SCALE:
            return 0
        return _SCALE[self.after.mark] - _SCALE[self.before.mark]


@dataclass(frozen=True, slots=True)
class TargetChange:
    """The target of one `year`, and of one `series` where it is not that of the whole."""

    item: StandingItem
    year: int
    series: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What a unit has answered of a promised measure; `kind` and `key` say on what. `outcome` is a `MeasureOutcome`."""

    kind: str
    key: str
    by: str
    promise: str
    outcome: str
    comment: str


@dataclass(frozen=True, slots=True)
class Unkept:
    """A promised measure that is not carried out; `outcome` is empty where nobody has answered what became of it."""

    item: StandingItem
    promise: StandingPromise
    outcome: str
    comment: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Each in the order of this side; what is removed in that of the other. `kept` counts measures carried out."""

    statuses: tuple[StatusChange, ...]
    new_goals: tuple[StandingItem, ...]
    removed_goals: tuple[StandingItem, ...]
    targets: tuple[TargetChange, ...]
    unkept: tuple[Unkept, ...]
    kept: int

    @property
    def is_nothing(self) -> bool:
        return not (self.statuses or self.new_goals or self.removed_goals or self.targets or self.unkept or self.kept)


def changes_between(
    before: Sequence[StandingItem], now: Sequence[StandingItem], followed: Iterable[Followed], *, is_same_plan: bool
) -> Changes:
    """In the same plan an item is the same where its key is, and else where it goes on from the other's.

    Where nothing says what an item of another plan goes on from, one with the same key and the same name is the same.
    """
    pairs = list(_pairs(before, now, is_same_plan=is_same_plan))
    matched = {id(was) for was, _item in pairs if was is not None}
    told = {(each.kind, each.key, each.by, each.promise): each for each in followed}
    promised = [(item, promise) for was, item in pairs if was is not None for promise in was.promises]
    answers = [(item, promise, told.get((item.kind, item.key, promise.by, promise.text))) for item, promise in promised]
    return Changes(
        statuses=tuple(change for was, item in pairs if was is not None for change in _statuses(was, item)),
        new_goals=tuple(item for was, item in pairs if was is None and _is_goal(item) and any(map(_is_goal, before))),
        removed_goals=tuple(
            was for was in before if _is_goal(was) and id(was) not in matched and any(map(_is_goal, now))
        ),
        targets=tuple(change for was, item in pairs if was is not None for change in _targets(was, item)),
        unkept=tuple(
            Unkept(item, promise, answer.outcome if answer else "", answer.comment if answer else "")
            for item, promise, answer in answers
            if answer is None or answer.outcome != MeasureOutcome.DONE
        ),
        kept=sum(answer is not None and answer.outcome == MeasureOutcome.DONE for *_promise, answer in answers),
    )


def _is_goal(item: StandingItem) -> bool:
    return item.kind == SubjectKind.GOAL


def _pairs(
    before: Iterable[StandingItem], now: Iterable[StandingItem], *, is_same_plan: bool
) -> Iterator[tuple[StandingItem | None, StandingItem]]:
    """Each item of now with what it was, each of before at most once."""
    left = {(was.kind, was.key): was for was in before}
    for item in now:
        if is_same_plan:
            yield left.pop((item.kind, item.key), None), item
        elif item.continues:
            yield left.pop((item.kind, item.continues), None), item
        else:
            was = left.get((item.kind, item.key))
            is_same = was is not None and _words(was.name) == _words(item.name)
            yield left.pop((item.kind, item.key)) if is_same else None, item


def _words(name: str) -> str:
    return " ".join(name.split()).casefold()


def _statuses(was: StandingItem, item: StandingItem) -> Iterator[StatusChange]:
    """Of those who gave a status both times; the plan's other word for the same status is no change."""
    earlier = {each.by: each.status for each in was.statuses}
    for each in item.statuses:
        status = earlier.get(each.by)
        if status is not None and (status.mark != each.status.mark or (not status.mark and status != each.status)):
            yield StatusChange(item, each.by, status, each.status)


def _targets(was: StandingItem, item: StandingItem) -> Iterator[TargetChange]:
    """Of the years and series that have a target both times."""
    earlier = {(each.year, each.series): each.words for each in was.targets}
    for each in item.targets:
        words = earlier.get((each.year, each.series), each.words)
        if words != each.words:
            yield TargetChange(item, each.year, each.series, words, each.words)
