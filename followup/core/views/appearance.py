"""A municipality's appearance: its accent as a style sheet, and a sample of what its reports look like."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from followup.core.access import AnyUser, Capability, committees_where, memberships_of
from followup.core.choices import ReportFont
from followup.core.colour import DARK_PAPER, LIGHT_GROUND, LIGHT_PAPER, accent_variants, contrast, contrast_in_words
from followup.core.models import Municipality, MunicipalityLogo


@dataclass(frozen=True, slots=True)
class ContrastLine:
    what: str
    ratio: str


@dataclass(frozen=True, slots=True)
class Sample:
    """`theme` is the value of `data-theme`: light or dark."""

    theme: str
    name: str
    contrasts: tuple[ContrastLine, ...]


def _etag(request: HttpRequest, municipality_id: int) -> str | None:
    accent = Municipality.objects.filter(pk=municipality_id).values_list("accent", flat=True).first()
    return f'"{accent}-2"' if accent else None  # the number is that of the sheet's own form


@login_not_required
@require_safe
@condition(etag_func=_etag)
def stylesheet(request: HttpRequest, municipality_id: int) -> HttpResponse:
    """The custom properties of the accent, light and dark."""
    municipality = get_object_or_404(Municipality, pk=municipality_id)
    css = render_to_string("core/accent.css", {"accent": accent_variants(municipality.accent)})
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@require_safe
def sample(request: HttpRequest, municipality_id: int) -> HttpResponse:
    """What its reports look like, for those who administer one of its committees."""
    municipality = _municipality_administered(request.user, municipality_id)
    context = {
        "municipality": municipality,
        "logo": MunicipalityLogo.objects.filter(municipality=municipality).first(),
        "is_serif": municipality.font == ReportFont.SERIF,
        "samples": _samples(municipality.accent),
        "statuses": (
            ("achieved", _("Uppnått")),
            ("partly_achieved", _("Delvis uppnått")),
            ("not_achieved", _("Ej uppnått")),
            ("not_assessable", _("Kan ej bedömas")),
        ),
    }
    return render(request, "core/appearance.html", context)


def _samples(accent: str) -> tuple[Sample, ...]:
    variants = accent_variants(accent)
    on_accent = _("Text på accentfärgen")
    light = (
        (_("Accentfärgen på papper"), variants.accent, LIGHT_PAPER),
        (_("Accentfärgen på sidans botten"), variants.accent, LIGHT_GROUND),
        (on_accent, variants.accent_ink, variants.accent),
    )
    dark = (
        (_("Accentfärgen på mörk botten"), variants.dark_accent, DARK_PAPER),
        (on_accent, variants.dark_accent_ink, variants.dark_accent),
    )
    return (
        Sample("light", _("Ljus skärm och papper"), _lines(light)),
        Sample("dark", _("Mörk skärm"), _lines(dark)),
    )


def _lines(pairs: tuple[tuple[str, str, str], ...]) -> tuple[ContrastLine, ...]:
    return tuple(ContrastLine(what, contrast_in_words(contrast(text, ground))) for what, text, ground in pairs)


def _municipality_administered(user: AnyUser, municipality_id: int) -> Municipality:
    """Raises Http404 for those without a role in it, PermissionDenied for those whose role is another."""
    municipality = get_object_or_404(Municipality, pk=municipality_id)
    if user.is_superuser or committees_where(user, Capability.ADMINISTER).filter(municipality=municipality).exists():
        return municipality
    ids = {membership.committee_id for membership in memberships_of(user)}
    if municipality.committees.filter(pk__in=ids).exists():
        raise PermissionDenied
    raise Http404
