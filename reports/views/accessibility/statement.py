"""The accessibility statement, and the form in it by which anyone tells of what cannot be used."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from followup.core.faults import CommandRefused
from followup.core.models import Municipality
from followup.core.network import network_of
from followup.core.site import site_of
from reports.commands.accessibility_report import report_fault
from reports.commands.open_forms import TooOften
from reports.forms.accessibility_report import AccessibilityReportForm

TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Fault:
    """What is known not to be accessible, and why."""

    what: str
    why: str


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The only municipality's statement, or the way to each municipality's."""
    municipalities = list(Municipality.objects.order_by("name", "pk"))
    if len(municipalities) == 1:
        return _page(request, municipalities[0], AccessibilityReportForm())
    return render(request, "reports/accessibility/municipalities.html", {"municipalities": municipalities})


@csrf_exempt  # no session is asked, so there is none to misuse; how often it is sent is limited
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def municipality_accessibility(request: HttpRequest, municipality_id: int) -> HttpResponse:
    municipality = get_object_or_404(Municipality, pk=municipality_id)
    if request.method != "POST":
        return _page(request, municipality, AccessibilityReportForm(), is_sent="skickat" in request.GET)
    form = AccessibilityReportForm(request.POST)
    if not form.is_valid():
        return _page(request, municipality, form, status=422)
    try:
        report_fault(
            municipality=municipality,
            what=form.cleaned_data["what"],
            where=form.cleaned_data["where"],
            answer_to=form.cleaned_data["answer_to"],
            network=network_of(request),
            now=timezone.now(),
        )
    except CommandRefused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, municipality, form, status=TOO_MANY if isinstance(refusal, TooOften) else 503)
    own = reverse("reading:municipality_accessibility", args=[municipality.pk])
    return redirect(f"{own}?skickat=1#rapportera")


def _page(
    request: HttpRequest,
    municipality: Municipality,
    form: AccessibilityReportForm,
    *,
    is_sent: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "municipality": municipality,
        "form": form,
        "is_sent": is_sent,
        "takes_reports": bool(municipality.contact_address) and settings.SENDS_MAIL,
        "site": site_of(request),
        "faults": known_faults(),
        "own_faults": [line.strip() for line in municipality.known_faults.splitlines() if line.strip()],
    }
    return render(request, "reports/accessibility/statement.html", context, status=status)


def known_faults() -> tuple[Fault, ...]:
    """Of the application itself, the same wherever it runs; docs/published-files.md says them more closely."""
    return (
        Fault(
            _("I PDF-filerna är en tabell som går över flera sidor märkt som en tabell för varje sida."),
            _("Programmet som gör filerna kan inte annat. Samma tabell är hel på webbsidan."),
        ),
        Fault(
            _("I PDF-filerna läses det som är fetstilt och kursivt utan att det sägs."),
            _("Programmet som gör filerna märker det inte. På webbsidan är det märkt."),
        ),
        Fault(
            _(
                "Bifogade filer, till exempel PDF:er som en förvaltning har skickat in, kan sakna rubriker, läsordning "
                "och alternativtexter."
            ),
            _("De visas som de kom. Be om innehållet i en annan form med formuläret på den här sidan."),
        ),
        Fault(
            _(
                "Diagram har en sammanfattande text och en tabell med samma siffror, men går inte att utforska punkt "
                "för punkt med skärmläsare."
            ),
            _("Tabellen är tänkt att läsas i stället."),
        ),
        Fault(
            _("Sidorna är inte prövade av personer som använder hjälpmedel till vardags."),
            _(
                "De prövas av program vid varje ändring. Ett program ser att en bild har en text, inte att texten är "
                "rätt, och att rubriker är rubriker, inte att de är begripliga."
            ),
        ),
    )
