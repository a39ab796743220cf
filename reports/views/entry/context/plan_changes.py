"""What has changed in the plan since the round before, as one unit sees it. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.choices import SubjectKind

Key = tuple[SubjectKind, int]


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RETARGETED = "retargeted"

    @property
    def label(self) -> str | Promise:
        return _LABELS[self]


_LABELS = {
    Change.ADDED: _("Nytt"),
    Change.REMOVED: _("Utgår"),
    Change.RENAMED: _("Ny lydelse"),
    Change.RETARGETED: _("Nytt målvärde"),
}


@dataclass(frozen=True, slots=True)
class PlanChange:
    """`before` and `after` are the names or the targets in words; of what is new or removed both are empty."""

    kind: SubjectKind
    change: Change
    title: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A goal or an indicator as the plan has it at a time. `target` is in words, empty where there is none."""

    number: str
    name: str
    target: str = ""

    @property
    def title(self) -> str:
        return f"{self.number} {self.name}".strip()


def changes_between(before: Mapping[Key, PlanLine], after: Mapping[Key, PlanLine]) -> tuple[PlanChange, ...]:
    """In the order of `after`, with what is removed last. The same thing has the same key on both sides."""
    gone = [
        PlanChange(kind, Change.REMOVED, line.title) for (kind, pk), line in before.items() if (kind, pk) not in after
    ]
    return (*_of_standing(before, after), *gone)


def _of_standing(before: Mapping[Key, PlanLine], after: Mapping[Key, PlanLine]) -> Iterator[PlanChange]:
    for key, now in after.items():
        kind = key[0]
        was = before.get(key)
        if was is None:
            yield PlanChange(kind, Change.ADDED, now.title)
            continue
        if " ".join(was.name.split()) != " ".join(now.name.split()):
            yield PlanChange(kind, Change.RENAMED, now.title, was.title, now.title)
        if was.target != now.target:
            yield PlanChange(kind, Change.RETARGETED, now.title, was.target, now.target)
