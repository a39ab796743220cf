"""What an answer says of the round before: texts that are as they were, and what became of promised measures."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from goals.models import Assignment
from reports.commands.measure_follow_ups import PromisedMeasure, answered_measures
from reports.models import Assessment, MeasureFollowUp, Round
from reports.subjects import Subject
from reports.views.entry.context.lineage import same_subject
from reports.views.entry.context.promises import promised_measures, unanswered_words
from reports.views.entry.context.unchanged import unchanged_words
from reports.views.entry.judged import texts_of


@dataclass(frozen=True, slots=True)
class SinceLast:
    unchanged: str = ""
    measures: tuple[PromisedMeasure, ...] = ()

    @property
    def measures_left(self) -> str:
        return unanswered_words(self.measures)


def since_last(round: Round, subject: Subject, answers: Sequence[Assessment]) -> dict[int, SinceLast]:
    """By the keys of the units' answers; of several texts from one unit the first answers for its measures.

    Two queries; units answer no assignments.
    """
    of_units = [answer for answer in answers if answer.unit_id is not None]
    if isinstance(subject, Assignment) or not of_units:
        return {}
    earlier = (
        Assessment.objects.filter(
            same_subject(subject) & Q(unit__in={answer.unit_id for answer in of_units}, round__as_of__lt=round.as_of)
        )
        .select_related("plan")
        .order_by("-round__as_of", "-round_id", "ref", "unit_words", "position", "pk")
    )
    previous: dict[int | None, Assessment] = {}
    for item in earlier:
        if item.unit_id not in previous and (item.is_judged or texts_of(item, item.plan)):
            previous[item.unit_id] = item
    follow_ups: defaultdict[int, list[MeasureFollowUp]] = defaultdict(list)
    for row in MeasureFollowUp.objects.filter(assessment__in=of_units):
        follow_ups[row.assessment_id].append(row)
    found: dict[int, SinceLast] = {}
    told: set[int | None] = set()
    for answer in of_units:
        before = previous.get(answer.unit_id)
        promised = before.measure if before is not None and answer.unit_id not in told else ""
        told.add(answer.unit_id)
        found[answer.pk] = SinceLast(
            unchanged=unchanged_words(before, answer, round.plan),
            measures=promised_measures(promised, answered_measures(follow_ups[answer.pk])),
        )
    return found
