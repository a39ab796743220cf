"""Who else has the answer open: asked by the page's script while it is looked at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from reports.access import unit_to_report
from reports.choices import SubjectKind
from reports.commands.presence import note_presence


@require_POST
def presence(request: HttpRequest, round_id: int, unit_id: int, kind: SubjectKind, subject_id: int) -> HttpResponse:
    round, unit = unit_to_report(request.user, round_id, unit_id)
    others = note_presence(
        round=round, unit=unit, kind=kind, subject_id=subject_id, now=timezone.now(), by=request.user
    )
    return render(request, "reports/entry/_presence.html", {"others": others})
