"""What is decided on a page of answers: approve, return, and the committee's own assessment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.access import Capability, may
from followup.core.faults import CommandRefused, Locked, NotAllowed
from reports.access import answer_to_follow, round_to_control, subject_in_round
from reports.choices import SubjectKind
from reports.commands import decisions as commands
from reports.commands.assessments import TEXTS, AnswerChanged
from reports.commands.own_assessment import save_own_assessment
from reports.forms.committee_answer import CommitteeAnswerForm
from reports.forms.decisions import ReturnForm
from reports.models import Assessment, Round
from reports.subjects import Subject
from reports.views.entry.judged import differences, judged
from reports.views.overview.subject_page import Refusal, Reread, others_of, show_subject
from reports.views.overview.ways_back import to_answer


@require_POST
def approve_answer(request: HttpRequest, round_id: int, assessment_id: int) -> HttpResponse:
    """Approves the version that was read; one that has changed since is shown instead, beside what was read."""
    answer = answer_to_follow(request.user, round_id, assessment_id)
    round = answer.round
    version = _whole_number(request.POST.get("version", ""))
    try:
        commands.approve(assessment=answer, version=version, by=request.user)
    except AnswerChanged as changed:
        sentence = _("Svaret har ändrats sedan du läste det och är inte godkänt. Läs det som står nu.")
        refusal = Refusal(sentence, reread=_reread(changed.current, version, round))
        return show_subject(request, round, _subject(answer), refusal=refusal, status=409)
    except CommandRefused as refused:
        return show_subject(request, round, _subject(answer), refusal=Refusal(str(refused)), status=_status(refused))
    messages.success(request, _("Svaret från %(whose)s är godkänt.") % {"whose": _whose(answer)})
    return to_answer(request, answer)


@require_POST
def return_answer(request: HttpRequest, round_id: int, assessment_id: int) -> HttpResponse:
    """Sends an answer back with a reason, or opens the committee's own again."""
    answer = answer_to_follow(request.user, round_id, assessment_id)
    round = answer.round
    if not may(request.user, Capability.APPROVE, round.committee, answer.unit):
        raise NotAllowed
    form = ReturnForm(request.POST, answer_id=answer.pk, is_own=answer.unit is None)
    refusal = Refusal(return_form=form, return_of=answer.pk)
    if not form.is_valid():
        return show_subject(request, round, _subject(answer), refusal=refusal, status=422)
    try:
        commands.return_to_unit(assessment=answer, reason=form.cleaned_data["reason"], by=request.user)
    except CommandRefused as refused:
        refusal = Refusal(str(refused), return_form=form, return_of=answer.pk)
        return show_subject(request, round, _subject(answer), refusal=refusal, status=_status(refused))
    words = _("Svaret från %(whose)s är återsänt med ditt skäl.") if answer.unit else _("Bedömningen kan ändras igen.")
    messages.success(request, words % {"whose": _whose(answer)})
    return to_answer(request, answer)


@require_POST
def committee_assessment(request: HttpRequest, round_id: int, kind: SubjectKind, subject_id: int) -> HttpResponse:
    """Saves the committee's own assessment, as a draft or ready (`action`)."""
    round = round_to_control(request.user, round_id)
    subject = subject_in_round(round, kind, subject_id)
    form = CommitteeAnswerForm(plan=round.plan, kind=kind, others=others_of(subject), data=request.POST)
    if not form.is_valid():
        return show_subject(request, round, subject, refusal=Refusal(own_form=form), status=422)
    is_ready = request.POST.get("action") == "ready"
    try:
        save_own_assessment(
            round=round,
            subject=subject,
            answer=form.answer(),
            also=form.answered_too,
            version=form.seen_version,
            is_ready=is_ready,
            by=request.user,
        )
    except AnswerChanged as changed:
        refusal = _conflict(request, round, form, changed.current, str(changed))
        return show_subject(request, round, subject, refusal=refusal, status=409)
    except CommandRefused as refused:
        refusal = Refusal(str(refused), own_form=form)
        return show_subject(request, round, subject, refusal=refusal, status=_status(refused, 422))
    messages.success(
        request, _("Nämndens bedömning är klarmarkerad.") if is_ready else _("Nämndens bedömning är sparad.")
    )
    return redirect(reverse("reports:round_subject", args=[round.pk, kind, subject.pk]) + "#namnden")


def _subject(answer: Assessment) -> Subject:
    return subject_in_round(answer.round, *answer.subject_key)


def _conflict(
    request: HttpRequest, round: Round, form: CommitteeAnswerForm, current: Assessment, sentence: str
) -> Refusal:
    """The form with what was typed, which may now be saved over what somebody else wrote."""
    typed = request.POST.copy()
    typed["version"] = str(current.version)
    kind, subject = current.subject_key[0], _subject(current)
    again = CommitteeAnswerForm(plan=round.plan, kind=kind, others=others_of(subject), data=typed)
    again.is_valid()
    return Refusal(
        sentence,
        own_form=again,
        differences=differences(current, {name: form.cleaned_data[name] for name in _TYPED}, round.plan),
        changed_by=str(current.updated_by or ""),
    )


_TYPED = ("status", "status_words", "ref", "trend", *TEXTS)


def _reread(current: Assessment, version: int, round: Round) -> Reread:
    read = current.history.filter(version=version).order_by("-history_date", "-history_id").first()
    return Reread(
        unit=_whose(current),
        read=judged(read, round.plan, _("Det du läste")) if read else None,
        now=judged(current, round.plan, _("Det som står nu")),
    )


def _whose(answer: Assessment) -> str:
    return answer.unit.code if answer.unit else answer.committee.name


def _status(refused: CommandRefused, otherwise: int = 409) -> int:
    return 423 if isinstance(refused, Locked) else otherwise


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
