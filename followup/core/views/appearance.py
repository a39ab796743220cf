"""A municipality's accent as a stylesheet, so that no page needs an inline style."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import condition, require_safe

from followup.core.colour import accent_variants
from followup.core.models import Municipality


def _etag(request: HttpRequest, municipality_id: int) -> str | None:
    accent = Municipality.objects.filter(pk=municipality_id).values_list("accent", flat=True).first()
    return f'"{accent}"' if accent else None


@login_not_required
@require_safe
@condition(etag_func=_etag)
def stylesheet(request: HttpRequest, municipality_id: int) -> HttpResponse:
    """The custom properties of the accent, light and dark."""
    municipality = get_object_or_404(Municipality, pk=municipality_id)
    css = render_to_string("core/accent.css", {"accent": accent_variants(municipality.accent)})
    return HttpResponse(css, content_type="text/css; charset=utf-8")
