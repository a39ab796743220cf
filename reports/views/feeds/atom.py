"""Atom feeds of what happens to public versions: of all, of a municipality, of a committee."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from followup.core.models import Committee, Municipality
from reports.models import Publication
from reports.open_data.atom import ATOM_TYPE, Entry, FeedHead, write_atom
from reports.open_data.happenings import latest_happenings
from reports.querysets import PublicationQuerySet
from reports.views.open_data.addresses import Addresses
from reports.views.open_data.sending import send

MOST_ENTRIES = 50


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    page = Addresses.of(request).to("start")
    return _answer(request, _("Nämndernas rapporter"), page, Publication.objects.all())


@login_not_required
@require_safe
def municipality_feed(request: HttpRequest, municipality_id: int) -> HttpResponse:
    municipality = get_object_or_404(Municipality, pk=municipality_id)
    title = _("Nämndernas rapporter i %(name)s") % {"name": municipality.name}
    versions = Publication.objects.filter(committee__municipality=municipality)
    return _answer(request, title, Addresses.of(request).to("start"), versions)


@login_not_required
@require_safe
def committee_feed(request: HttpRequest, committee_slug: str) -> HttpResponse:
    committee = get_object_or_404(Committee.objects.with_municipality(), slug=committee_slug)
    title = _("Rapporter från %(committee)s") % {"committee": committee}
    page = Addresses.of(request).to("committee", committee.slug)
    return _answer(request, title, page, Publication.objects.filter(committee=committee))


def _answer(request: HttpRequest, title: str, page: str, versions: PublicationQuerySet) -> HttpResponse:
    """The same for everyone: what is only for members is in no feed."""
    addresses = Addresses.of(request)
    found = latest_happenings(versions, MOST_ENTRIES)
    head = FeedHead(title, _("Det som publiceras, rättas och avpubliceras."), page, addresses.site + request.path)
    entries = [
        Entry(each, addresses.to("version", each.committee_slug, each.report_slug, each.version)) for each in found
    ]
    return send(request, write_atom(head, entries), ATOM_TYPE, changed_at=found[0].moment if found else None)
