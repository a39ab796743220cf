"""The catalogue of open data, to be harvested."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.dates import day_of
from followup.core.models import Municipality
from reports.models import Publication
from reports.open_data.catalogue import CataloguedMunicipality, Places, catalogue
from reports.open_data.rdf import write_rdf_xml, write_turtle
from reports.open_data.report_schema import stored_versions
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.sending import send, send_problem

_WRITERS = {
    "rdf": (write_rdf_xml, "application/rdf+xml; charset=utf-8"),
    "ttl": (write_turtle, "text/turtle; charset=utf-8"),
}


@login_not_required
@require_safe
def serve_catalogue(request: HttpRequest, notation: str) -> HttpResponse:
    """404 where nothing is published: a catalogue must have a dataset. Two queries."""
    addresses = Addresses.of(request)
    found = _municipalities(addresses)
    if not found or notation not in _WRITERS:
        return send_problem(404, _("Finns inte"), _("Ingenting är publicerat än, så det finns inget att katalogisera."))
    places = Places(
        catalogue=addresses.to("catalogue", "rdf"),
        page=addresses.to("open_data"),
        api=addresses.to("data_index"),
        description=addresses.to("data_openapi"),
        schema=addresses.to("data_schema", stored_versions()[-1]),
        licence=settings.OPEN_DATA_LICENCE,
        publisher=settings.OPEN_DATA_PUBLISHER,
    )
    write, content_type = _WRITERS[notation]
    return send(request, write(catalogue(places, found)), content_type)


def _municipalities(addresses: Addresses) -> tuple[CataloguedMunicipality, ...]:
    """Those with a report that is handed out, by name."""
    spans = (
        Publication.objects.newest_readable()
        .order_by()
        .values("committee__municipality")
        .annotate(first=Min("published_at"), last=Max("published_at"))
    )
    span_of = {each["committee__municipality"]: each for each in spans}
    found = []
    for row in Municipality.objects.filter(pk__in=span_of).order_by("name", "pk"):
        told = addresses.municipality(row)
        found.append(
            CataloguedMunicipality(
                id=row.pk,
                name=row.name,
                email=row.contact_address,
                issued=day_of(span_of[row.pk]["first"]),
                modified=day_of(span_of[row.pk]["last"]),
                reports=told.reports,
                judgements=told.judgements,
                outcomes=told.outcomes,
                feed=told.feed,
            )
        )
    return tuple(found)
