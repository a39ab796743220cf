"""The grid where a controller enters outcomes: indicators down, periods or sexes across."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from indicators.commands.outcome_grid import OutcomesChanged, OutcomesRefused
from indicators.models import Indicator
from reports.access import plan_to_edit
from reports.forms.grid import indicator_of
from reports.forms.grid_text import echo, read_cell
from reports.forms.outcome_text import OutcomeFault
from reports.views.planning.frame import plan_context
from reports.views.planning.grid_choice import grid_choice
from reports.views.planning.grid_page import GridPage


def grid(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """The grid as the address asks for it; sending it saves all that was changed, or nothing."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    choice = grid_choice(plan, request.GET, timezone.localdate())
    status = 200
    sent = request.POST if request.method == "POST" else None
    page = GridPage(plan, choice, request.GET.get("page"), sent)
    if sent is not None:
        try:
            written = page.save(request.user)
        except OutcomesRefused as refusal:
            page.refused(refusal)
            status = 422
        except OutcomesChanged as refusal:
            page.changed(refusal)
            status = 409
        else:
            messages.success(request, _said(written))
            return HttpResponseRedirect(request.get_full_path())
    context = plan_context(plan, "grid") | {"grid": page, "choice": choice}
    return render(request, "reports/planning/grid.html", context, status=status)


def _said(written: int) -> str:
    if not written:
        return _("Inget var ändrat, så inget behövde sparas.")
    return ngettext("%(count)d utfall är sparat.", "%(count)d utfall är sparade.", written) % {"count": written}


@require_POST
def grid_echo(request: HttpRequest, committee_slug: str, plan_slug: str) -> HttpResponse:
    """What the server understands of cells that are being typed, by their names: `words`, or what is wrong."""
    plan = plan_to_edit(request.user, committee_slug, plan_slug)
    typed = {name: text for name, text in request.POST.items() if indicator_of(name)}
    indicators = Indicator.objects.filter(plan=plan).in_bulk({indicator_of(name) for name in typed})
    cells = {
        name: _understood(str(text), indicators[indicator_of(name)])
        for name, text in typed.items()
        if indicator_of(name) in indicators
    }
    return JsonResponse({"cells": cells})


def _understood(text: str, indicator: Indicator) -> dict[str, str]:
    try:
        outcome = read_cell(text, "", indicator.unit_of_measure)
    except OutcomeFault as fault:
        return {"words": "", "fault": str(fault)}
    return {"words": echo(outcome, indicator.unit_of_measure, indicator.decimals), "fault": ""}
