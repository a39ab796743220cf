"""What happens every few seconds: somebody types in the texts of an answer, and nothing else on its page changes by it.

Everything else is for `subject.py`, which shows the whole page and decides what is refused.
"""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from followup.core.statements import Given, Instances
from reports.asked import Key
from reports.choices import SubjectKind
from reports.commands.assessments import TEXTS, answer_of
from reports.commands.autosaving import save_typed_texts
from reports.forms.answer import AnswerForm
from reports.models import Assessment
from reports.views.entry.choosing import SEEN, mark_of, marks_from_text, marks_to_text
from reports.views.entry.load import asked_goals, asked_indicators
from reports.views.entry.parts import saved_line
from reports.views.entry.rest import is_rest_untouched, tells_the_same


def save_texts_alone(request: HttpRequest, round_id: int, unit_id: int, key: Key) -> HttpResponse | None:
    """The answer to an autosave that could be taken; None, and nothing is saved, where the page has to be read.

    Four queries.
    """
    data = request.POST
    if "action" in data or not is_rest_untouched(data):
        return None
    kind, subject_id = key
    found = _stored(kind).answers(subject=subject_id, round=round_id, unit=unit_id)
    if not found:
        return None
    assessment = found[0]
    round, before = assessment.round, answer_of(assessment)
    form = AnswerForm(plan=round.plan, data=data, assessment=assessment)
    if not form.is_valid() or form.answer() == before or not tells_the_same(before, form.answer(), data):
        return None
    asked = asked_goals if kind == SubjectKind.GOAL else asked_indicators
    is_saved = save_typed_texts(
        assessment=assessment, asked=asked, answer=form.answer(), version=form.seen_version, by=request.user
    )
    if not is_saved:
        return None
    context = {
        "version": assessment.version,
        "answer_seen": _marks(assessment, data.get(SEEN, "")),
        "saved_line": saved_line(assessment.updated_at, assessment.updated_by),
    }
    return render(request, "reports/entry/_saved_texts.html", context)


@cache
def _stored(kind: SubjectKind) -> Instances:
    """The answer that the page shows, with what it takes to decide whether it may be saved."""
    where = {kind.value: Given("subject"), "round": Given("round"), "unit": Given("unit")}
    related = ("round", "round__plan", "round__committee", "unit")
    return Instances(lambda: Assessment.objects.filter(**where).plain_first()[:1], *related)


def _marks(assessment: Assessment, seen: str) -> str:
    """The marks of the answer as it is saved; those of promised measures stay as they were seen."""
    answer = answer_of(assessment)
    own = {name: mark_of(getattr(answer, name)) for name in ("status", "trend", *TEXTS)}
    return marks_to_text({**own, **{name: mark for name, mark in marks_from_text(seen).items() if name not in own}})
