"""Who else has the answer open: asked by the page's script while it is looked at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from followup.core.enumeration import enumerated
from reports.access import unit_to_report
from reports.choices import SubjectKind
from reports.commands.presence import note_presence


@require_POST
def presence(request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int) -> HttpResponse:
    round, unit = unit_to_report(request.user, round_id, unit_id)
    others = note_presence(
        round=round, unit=unit, kind=kind, subject_id=subject_id, now=timezone.now(), by=request.user
    )
    names = enumerated([str(other) for other in others])
    words = _("%(names)s har också det här svaret öppet.") % {"names": names} if names else ""
    return render(request, "reports/_also_here.html", {"also_here": words})
