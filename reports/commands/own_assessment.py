"""The committee's own assessment, which one text may give on several things at once."""

from collections.abc import Sequence

from django.db import transaction

from followup.core.access import AnyUser
from goals.models import Assignment
from indicators.models import Indicator
from reports.commands.answers import set_answer_references
from reports.commands.assessments import Answer, save_assessment
from reports.models import Assessment, Round
from reports.subjects import Subject


@transaction.atomic
def save_own_assessment(
    *,
    round: Round,
    subject: Subject,
    answer: Answer,
    also: Sequence[Indicator | Assignment],
    version: int,
    is_ready: bool,
    by: AnyUser,
) -> Assessment:
    """Save it as `save_assessment` does, and that its text answers these too. Raises what that raises."""
    saved = save_assessment(
        round=round, subject=subject, unit=None, answer=answer, version=version, is_ready=is_ready, by=by
    )
    set_answer_references(plan=round.plan, references={saved.pk: also}, by=by)
    return saved
