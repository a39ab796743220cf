"""How many goals are achieved in each report, in figures and in words. Pure but for the counting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goals.choices import GoalStatus
from reports.choices import SubjectKind
from reports.models import PublishedItem
from reports.models.published_item import MIXED
from reports.views.reading.timeline.columns import ReportColumn


@dataclass(frozen=True, slots=True)
class Tally:
    """Of the goals that somebody has judged in a report: how many are achieved, and of how many units say unlike."""

    column: ReportColumn
    judged: int
    achieved: int
    mixed: int

    @property
    def percent(self) -> Decimal:
        return Decimal(100 * self.achieved) / self.judged

    @property
    def words(self) -> str:
        """`4 av 9`."""
        return _("%(achieved)d av %(judged)d") % {"achieved": self.achieved, "judged": self.judged}


def tallies_of(columns: Sequence[ReportColumn]) -> tuple[Tally, ...]:
    """One for each report in which some goal is judged, in their order. One query, counted in the database."""
    rows = (
        PublishedItem.objects.filter(
            publication__in=[column.publication_id for column in columns], kind=SubjectKind.GOAL
        )
        .exclude(verdict="")
        .order_by()
        .values_list("publication_id")
        .annotate(
            judged=Count("pk"),
            achieved=Count("pk", filter=Q(verdict=GoalStatus.ACHIEVED)),
            mixed=Count("pk", filter=Q(verdict=MIXED)),
        )
    )
    counts = {publication: counted for publication, *counted in rows}
    return tuple(Tally(column, *counts[column.publication_id]) for column in columns if column.publication_id in counts)


def summary_of(tallies: Sequence[Tally], *, comparable: bool = True) -> tuple[str, ...]:
    """What the newest report says of the goals, against the one before; `comparable`: they are about the same goals."""
    if not tallies:
        return ()
    now = tallies[-1]
    words = {"words": now.words, "month": now.column.label}
    sentences = [_("%(words)s mål är uppnådda i %(month)s") % words]
    if len(tallies) > 1 and comparable:
        sentences[0] += f", {_against(now, tallies[-2])}"
    sentences[0] += "."
    if now.mixed:
        told = ngettext(
            "%(count)d mål bedöms olika av enheterna.", "%(count)d mål bedöms olika av enheterna.", now.mixed
        )
        sentences.append(told % {"count": now.mixed})
    return tuple(sentences)


def _against(now: Tally, before: Tally) -> str:
    more = now.achieved - before.achieved
    words = {"count": abs(more), "month": before.column.label, "then": before.words}
    if more > 0:
        return (
            ngettext("%(count)d fler än i %(month)s (då %(then)s)", "%(count)d fler än i %(month)s (då %(then)s)", more)
            % words
        )
    if more < 0:
        return (
            ngettext(
                "%(count)d färre än i %(month)s (då %(then)s)", "%(count)d färre än i %(month)s (då %(then)s)", -more
            )
            % words
        )
    return _("lika många som i %(month)s (då %(then)s)") % words


def totals(tallies: Iterable[Tally]) -> tuple[int, int]:
    """Achieved and judged in all."""
    found = list(tallies)
    return sum(each.achieved for each in found), sum(each.judged for each in found)
