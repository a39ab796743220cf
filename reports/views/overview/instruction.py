"""Saving the controller's instruction for a goal or an indicator."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.faults import CommandRefused
from goals.models import Assignment
from reports.access import round_to_control, subject_in_round
from reports.choices import SubjectKind
from reports.commands.subject_instruction import InstructionChanged, save_instruction
from reports.forms.instruction import InstructionForm
from reports.views.overview.instruction_panel import InstructionPanel
from reports.views.overview.subject_page import Refusal, show_subject


@require_POST
def subject_instruction(request: HttpRequest, round_id: int, kind: SubjectKind, subject_id: int) -> HttpResponse:
    """Save it; what cannot be saved stands in the form again."""
    round = round_to_control(request.user, round_id)
    subject = subject_in_round(round, kind, subject_id)
    if isinstance(subject, Assignment):
        raise Http404
    form = InstructionForm(data=request.POST)
    if not form.is_valid():
        refusal = Refusal(instruction=InstructionPanel(form=form))
        return show_subject(request, round, subject, refusal=refusal, status=422)
    try:
        save_instruction(
            round=round, subject=subject, text=form.cleaned_data["text"], version=form.seen_version, by=request.user
        )
    except InstructionChanged as changed:
        refusal = Refusal(instruction=_in_conflict(request, changed))
        return show_subject(request, round, subject, refusal=refusal, status=409)
    except CommandRefused as refused:
        refusal = Refusal(instruction=InstructionPanel(form=form, problem=str(refused)))
        return show_subject(request, round, subject, refusal=refusal, status=423)
    messages.success(request, _("Anvisningen är sparad. Enheterna ser den bredvid sitt svar."))
    return redirect(reverse("reports:round_subject", args=[round.pk, kind, subject.pk]) + "#anvisning")


def _in_conflict(request: HttpRequest, changed: InstructionChanged) -> InstructionPanel:
    """With what was typed, which may now be saved over what somebody else wrote."""
    typed = request.POST.copy()
    typed["anvisning-version"] = str(changed.current.version)
    return InstructionPanel(
        text=changed.current.text,
        form=InstructionForm(data=typed),
        problem=str(changed),
        saved_by=str(changed.current.updated_by or ""),
    )
