"""What the round's entry pages show, as data for their templates."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from followup.core.dates import days_left, format_date
from followup.core.models import Unit, User
from followup.core.richtext import clean_html
from reports.asked import Key
from reports.models import Round
from reports.views.entry.parts import Item, Part


@dataclass
class EntryPage:
    """All that a unit is asked for in a round, and on the page of one of them the `part` that is being answered.

    `lock` says why nothing is taken in, empty where the round is open. `only_left`: the list shows what is left.
    """

    round: Round
    unit: Unit
    today: date
    items: list[Item]
    part: Part | None = None
    only_left: bool = False
    lock: str = ""
    reopened: str = ""
    problem: str = ""

    @property
    def total(self) -> int:
        return len(self.items)

    @cached_property
    def answered(self) -> int:
        return sum(item.is_answered for item in self.items)

    @property
    def progress(self) -> str:
        return progress(self.answered, self.total, has_indicators=self.has_indicators)

    @property
    def has_indicators(self) -> bool:
        """Whether indicators are asked for by themselves, beside goals."""
        return any(item.is_indicator for item in self.items)

    @cached_property
    def left(self) -> list[Item]:
        """What has no judgement, or has been returned."""
        return [item for item in self.items if not item.is_answered]

    @property
    def shown(self) -> list[Item]:
        """The lines of the list: all, or what is left with the one that is being answered."""
        if not self.only_left:
            return self.items
        return [item for item in self.items if not item.is_answered or self.is_current(item)]

    def is_current(self, item: Item) -> bool:
        return self.part is not None and item.key == self.part.key

    @property
    def next_left(self) -> Item | None:
        """Where to go on: the first that is left after the one that is being answered, else the first of all."""
        after = self._index + 1 if self.part else 0
        others = [item for item in [*self.items[after:], *self.items[:after]] if not self.is_current(item)]
        return next((item for item in others if not item.is_answered), None)

    def place_of(self, user: User) -> Item | None:
        """Where the person was last, if that is not marked ready yet; else where to go on."""
        begun = [
            (item.assessment.updated_at, item)
            for item in self.items
            if item.assessment is not None and item.assessment.updated_by_id == user.pk and not item.is_done
        ]
        return max(begun, key=lambda each: each[0])[1] if begun else self.next_left

    @property
    def previous_item(self) -> Item | None:
        return self.items[self._index - 1] if self._index > 0 else None

    @property
    def next_item(self) -> Item | None:
        return self.items[self._index + 1] if self._index + 1 < len(self.items) else None

    @property
    def place(self) -> str:
        """`4 av 12`."""
        return _("%(place)d av %(total)d") % {"place": self._index + 1, "total": self.total}

    @property
    def _index(self) -> int:
        return next((index for index, item in enumerate(self.items) if self.is_current(item)), 0)

    @property
    def is_handed_in(self) -> bool:
        return bool(self.items) and all(item.is_done for item in self.items)

    @property
    def is_late(self) -> bool:
        return not self.lock and self.round.is_late(self.today)

    @property
    def here(self) -> str:
        """The address of what is being answered, with the list as it is narrowed."""
        kind, subject_id = self.part.key if self.part else ("", 0)
        address = reverse("reports:entry_subject", args=[self.round.pk, self.unit.pk, kind, subject_id])
        return f"{address}?visa=kvar" if self.only_left else address

    @property
    def instruction(self) -> str:
        """Canonical HTML."""
        return clean_html(self.round.instruction)

    @property
    def opens_on(self) -> str:
        return format_date(self.round.opens_on) if self.round.opens_on else ""

    @property
    def deadline(self) -> str:
        return format_date(self.round.deadline) if self.round.deadline else ""

    @property
    def time_left(self) -> str:
        return days_left(self.round.deadline, self.today) if self.round.deadline else ""

    def item_or_404(self, key: Key) -> Item:
        """What the unit is not asked for is not there."""
        for item in self.items:
            if item.key == key:
                return item
        raise Http404


def progress(answered: int, total: int, *, has_indicators: bool) -> str:
    numbers = {"answered": answered, "total": total}
    if has_indicators:
        return _("%(answered)d av %(total)d mål och indikatorer besvarade") % numbers
    return _("%(answered)d av %(total)d mål besvarade") % numbers
