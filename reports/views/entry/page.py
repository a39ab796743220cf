"""What the round's entry page shows, as data for its templates."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from followup.core.dates import days_left, format_date
from followup.core.models import Unit
from followup.core.richtext import clean_html
from reports.choices import AnswerState, SubjectKind
from reports.models import Round
from reports.views.entry.parts import Part


@dataclass
class EntryPage:
    """The whole page. `lock` says why nothing is taken in, empty where the round is open."""

    round: Round
    unit: Unit
    today: date
    parts: list[Part]
    lock: str = ""
    reopened: str = ""
    problem: str = ""

    @property
    def total(self) -> int:
        return len(self.parts)

    @cached_property
    def answered(self) -> int:
        return sum(part.is_answered for part in self.parts)

    @property
    def progress(self) -> str:
        return progress(self.answered, self.total, has_indicators=self.has_indicators)

    @property
    def has_indicators(self) -> bool:
        """Whether indicators are asked for by themselves, beside goals."""
        return any(part.is_indicator for part in self.parts)

    @property
    def left(self) -> list[Part]:
        """What has no judgement, or has been returned."""
        return [part for part in self.parts if not part.is_answered]

    @property
    def is_handed_in(self) -> bool:
        return bool(self.parts) and all(
            part.assessment and AnswerState(part.state).is_done_by_unit for part in self.parts
        )

    @property
    def is_late(self) -> bool:
        return not self.lock and self.round.is_late(self.today)

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

    def part_or_404(self, kind: SubjectKind, subject_id: int) -> Part:
        """What the unit is not asked for is not there."""
        for part in self.parts:
            if (part.kind, part.subject.pk) == (kind, subject_id):
                return part
        raise Http404


def progress(answered: int, total: int, *, has_indicators: bool) -> str:
    numbers = {"answered": answered, "total": total}
    if has_indicators:
        return _("%(answered)d av %(total)d mål och indikatorer besvarade") % numbers
    return _("%(answered)d av %(total)d mål besvarade") % numbers
