"""A plan's rounds: the list, adding with a suggestion, changing, deleting while nobody has answered."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.commands.row_faults import RowChanged
from followup.core.faults import CommandRefused
from followup.core.forms.row import Differing
from reports.access import plan_to_edit, round_of_plan
from reports.choices import RoundKind
from reports.commands.rounds import delete_rounds, save_rounds
from reports.forms.round_facts import RoundForm, RoundKindForm
from reports.models import Round
from reports.views.listing.page import list_page
from reports.views.overview.filters import RoundFilter
from reports.views.planning.frame import plan_context
from reports.views.planning.round_suggestion import suggested
from reports.views.planning.round_table import PlanRoundTable


@require_safe
def plan_rounds(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    chosen = RoundFilter(request.GET, queryset=plan.rounds.newest_first(), committees=[plan.committee])
    name = f"{plan.committee.slug}-{plan.slug}-uppfoljningar"
    shown = list_page(request, PlanRoundTable, chosen, name=name, plan=plan)
    if isinstance(shown, HttpResponse):
        return shown
    suggesting = RoundKindForm(years=plan.years, auto_id="new_%s")  # the list is narrowed by a field of the same name
    context = plan_context(plan, "rounds") | {"list": shown, "kind_form": suggesting}
    return render(request, "reports/planning/rounds.html", context)


def round_add(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """`?kind=interim&year=2017` fills the form with a suggestion."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    if request.method != "POST":
        asked = RoundKindForm(request.GET or None, years=plan.years)
        kind = RoundKind(asked.cleaned_data["kind"]) if asked.is_valid() else RoundKind.INTERIM
        year = asked.cleaned_data["year"] if asked.is_valid() else plan.year_from
        suggestion = suggested(kind, year, set(plan.rounds.filter(kind=kind).values_list("as_of", flat=True)))
        first = Round(
            title=suggestion.title,
            kind=kind,
            as_of=suggestion.as_of,
            opens_on=suggestion.opens_on,
            deadline=suggestion.deadline,
        )
        context = plan_context(plan, "rounds") | {"form": RoundForm.of(first)}
        return render(request, "reports/planning/round_form.html", context)
    form = RoundForm(request.POST)
    if form.is_valid():
        round = form.write_to(Round(plan=plan))
        try:
            save_rounds(plan=plan, rounds=[round], by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(
                request, _("”%(round)s” är tillagd. Den öppnas när enheterna ska svara.") % {"round": round}
            )
            return redirect("reports:plan_rounds", committee_slug, plan_slug)
    return render(
        request, "reports/planning/round_form.html", plan_context(plan, "rounds") | {"form": form}, status=422
    )


def round_edit(request: HttpRequest, committee_slug: str, plan_slug: str, round_id: int) -> HttpResponse:
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    round = round_of_plan(plan, round_id)
    form, status = RoundForm.of(round), 200
    theirs: tuple[Differing, ...] = ()
    if request.method == "POST":
        form, status = RoundForm(request.POST), 422
        if form.is_valid():
            try:
                seen = {round.pk: form.cleaned_data["seen"]}
                save_rounds(plan=plan, rounds=[form.write_to(round)], by=request.user, seen=seen)
            except RowChanged as refusal:
                status, theirs = 409, form.differing(refusal.current)
                form.accept(refusal.current)
            except (CommandRefused, ValidationError) as refusal:
                form.add_error(None, refusal.messages if isinstance(refusal, ValidationError) else str(refusal))
            else:
                messages.success(request, _("”%(round)s” är sparad.") % {"round": round})
                return redirect("reports:plan_rounds", committee_slug, plan_slug)
    context = plan_context(plan, "rounds") | {"form": form, "round": round_of_plan(plan, round_id), "theirs": theirs}
    return render(request, "reports/planning/round_form.html", context, status=status)


def round_delete(request: HttpRequest, committee_slug: str, plan_slug: str, round_id: int) -> HttpResponse:
    """A page that asks; sending it deletes."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    round = round_of_plan(plan, round_id)
    if request.method != "POST":
        return render(request, "reports/planning/round_delete.html", plan_context(plan, "rounds") | {"round": round})
    try:
        delete_rounds(plan=plan, rounds=[round], by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("reports:round_edit", committee_slug, plan_slug, round_id)
    messages.success(request, _("”%(round)s” är borttagen.") % {"round": round})
    return redirect("reports:plan_rounds", committee_slug, plan_slug)
