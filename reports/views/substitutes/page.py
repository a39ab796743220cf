"""`/rapportera/ersattare/`: letting a colleague report for one's unit, for a time."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from followup.core.access import units_to_lend
from followup.core.commands.substitutes import appoint_substitute, colleagues_for, end_substitution
from followup.core.dates import format_date
from followup.core.faults import CommandRefused
from followup.core.models import Membership, Unit
from reports.access import unit_to_lend
from reports.forms.substitute import SubstituteForm
from reports.views.substitutes.lent import substitutes_of


@require_safe
def substitutes(request: HttpRequest) -> HttpResponse:
    """The person's units with who stands in there; where there is one only, its own page."""
    units = list(units_to_lend(request.user).select_related("committee__municipality").in_order())
    if len(units) == 1:
        return redirect("reports:unit_substitutes", units[0].pk)
    return render(request, "reports/substitutes/list.html", {"lent": substitutes_of(units, today=timezone.localdate())})


def unit_substitutes(request: HttpRequest, unit_id: int) -> HttpResponse:
    """A unit's substitutes, and appointing one."""
    unit = unit_to_lend(request.user, unit_id)
    today = timezone.localdate()
    colleagues = colleagues_for(unit, today)
    if request.method != "POST":
        form = SubstituteForm(colleagues=colleagues, initial={"valid_from": today})
        return _page(request, unit, form, today)
    form = SubstituteForm(request.POST, colleagues=colleagues)
    if not form.is_valid():
        return _page(request, unit, form, today, status=422)
    chosen = form.cleaned_data
    try:
        appoint_substitute(
            unit=unit,
            user=chosen["person"],
            valid_from=chosen["valid_from"],
            valid_through=chosen["valid_through"],
            today=today,
            by=request.user,
        )
    except CommandRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, unit, form, today, status=422)
    words = {"who": chosen["person"], "unit": unit.code, "day": format_date(chosen["valid_through"])}
    messages.success(request, _("%(who)s kan svara för %(unit)s till och med %(day)s.") % words)
    return redirect("reports:unit_substitutes", unit.pk)


@require_POST
def substitution_end(request: HttpRequest, unit_id: int, membership_id: int) -> HttpResponse:
    unit = unit_to_lend(request.user, unit_id)
    row = get_object_or_404(Membership.objects.substitutions().select_related("user"), pk=membership_id, unit=unit)
    try:
        end_substitution(membership=row, today=timezone.localdate(), by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("%(who)s är inte längre ersättare i %(unit)s.") % {"who": row.user, "unit": unit.code}
        )
    return redirect("reports:unit_substitutes", unit.pk)


def _page(request: HttpRequest, unit: Unit, form: SubstituteForm, today: date, *, status: int = 200) -> HttpResponse:
    context = {
        "unit": unit,
        "municipality": unit.committee.municipality,
        "lent": substitutes_of([unit], today)[0],
        "form": form,
    }
    return render(request, "reports/substitutes/unit.html", context, status=status)
