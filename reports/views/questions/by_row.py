"""The questions about a version row by row, for those who may read them."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import Capability, may_in
from reports.models import Publication, ReaderQuestion
from reports.sealed.outline import Outline


@dataclass(frozen=True, slots=True)
class RowQuestions:
    """What has been asked about one row, in the order of asking. `title` is the row's when it was first asked about."""

    anchor: str
    title: str
    questions: tuple[ReaderQuestion, ...]

    @property
    def id(self) -> str:
        """Of the row's part of the page with questions and answers."""
        return f"om-{self.anchor}"

    @property
    def words(self) -> str:
        """`1 fråga med svar`, `3 frågor, 2 med svar`."""
        total, answered = len(self.questions), sum(each.is_answered for each in self.questions)
        counts = {"total": total, "answered": answered}
        if answered == total:
            return ngettext("%(total)d fråga med svar", "%(total)d frågor med svar", total) % counts
        if answered:
            return _("%(total)d frågor, %(answered)d med svar") % counts
        return ngettext("%(total)d fråga utan svar", "%(total)d frågor utan svar", total) % counts


def may_read_questions(request: HttpRequest, shown: Publication) -> bool:
    """Those who may read what is internal in the committee, also where everyone reads the version."""
    return may_in(request.user, Capability.READ_INTERNAL, shown.committee)


def questions_by_row(shown: Publication, outline: Outline) -> tuple[RowQuestions, ...]:
    """In the order of the version's rows. One query."""
    place = {row.anchor: number for number, row in enumerate(outline.rows)}
    asked = sorted(
        ReaderQuestion.objects.filter(publication=shown).order_by("asked_at", "pk"),
        key=lambda question: (place.get(question.anchor, len(place)), question.anchor),
    )
    groups = ((anchor, tuple(found)) for anchor, found in groupby(asked, key=lambda question: question.anchor))
    return tuple(RowQuestions(anchor, found[0].row_title, found) for anchor, found in groups)
