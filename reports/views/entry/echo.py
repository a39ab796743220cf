"""What the server understands of outcomes that are being typed, for the script that tells it at once."""

import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from indicators.models import Indicator
from reports.access import unit_to_report
from reports.forms.outcome import OutcomeSheet
from reports.views.entry.known import known_of, rows_in_round

_FIELD = re.compile(r"o(?P<indicator>[0-9]{1,18})-[0-9a-z]+-[a-z]+")
MOST_INDICATORS = 50


@require_POST
def outcome_echo(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    """By the rows' names: `words` told back, `fault`, and what an empty field `becomes`. Saves nothing."""
    round, unit = unit_to_report(request.user, round_id, unit_id)
    named = {int(found["indicator"]) for name in request.POST if (found := _FIELD.fullmatch(name))}
    indicators = list(
        Indicator.objects.filter(plan_id=round.plan_id).concerning(unit).filter(pk__in=sorted(named)[:MOST_INDICATORS])
    )
    known = known_of(indicators, unit)
    rows = [row for each in indicators for row in rows_in_round(each, known[each.pk], round)]
    lines = OutcomeSheet(rows, request.POST).lines
    return JsonResponse(
        {
            "rows": {
                line.row.name: {"words": line.told, "fault": line.error, "becomes": line.becomes}
                for line in lines
                if line.row.name in request.POST
            }
        }
    )
