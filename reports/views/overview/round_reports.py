"""The reports that were made of a round."""

from dataclasses import dataclass

from django.utils.functional import Promise

from reports.models import Report, Round
from reports.views.composing.filters import STATES
from reports.views.composing.listing import with_publication


@dataclass(frozen=True, slots=True)
class RoundReport:
    """A report with how far it has come: a draft, or published and for whom."""

    id: int
    title: str
    state: str
    state_word: str | Promise


def reports_of(round: Round) -> list[RoundReport]:
    """The first made first. One query."""
    found = []
    for report in with_publication(Report.objects.filter(round=round)).order_by("pk"):
        state = report.state  # type: ignore[attr-defined]
        found.append(RoundReport(report.pk, report.title, state, STATES[state]))
    return found
