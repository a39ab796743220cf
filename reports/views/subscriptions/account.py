"""What a signed-in person is told about: committees by e-mail, and the days of one's own rounds in a calendar."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from followup.core.access import person
from followup.core.models import Committee
from followup.core.site import site_of
from reports.commands.calendar_address import make_calendar_address, remove_calendar_address
from reports.commands.subscriptions.asking import choose_for_account
from reports.forms.subscription import CommitteesForm
from reports.models import CalendarAddress, Subscription


@never_cache
def own_subscriptions(request: HttpRequest) -> HttpResponse:
    rows = list(Committee.objects.with_municipality().order_by("municipality__name", "name", "pk"))
    if request.method == "POST":
        form = CommitteesForm(request.POST, rows=rows)
        if form.is_valid():
            choose_for_account(committees=form.chosen, site=site_of(request), now=timezone.now(), by=request.user)
            return redirect(f"{reverse('reports:own_subscriptions')}?sparat=1")
    else:
        chosen = Subscription.objects.filter(user=person(request.user)).values_list("committee__slug", flat=True)
        form = CommitteesForm(rows=rows, initial={"committees": list(chosen)})
    address = CalendarAddress.objects.filter(user=person(request.user)).first()
    context = {
        "form": form,
        "sends_mail": settings.SENDS_MAIL,
        "is_saved": "sparat" in request.GET,
        "calendar_address": _address(request, address) if address else "",
    }
    return render(request, "reports/subscriptions/account.html", context, status=422 if form.errors else 200)


@require_POST
def calendar_address(request: HttpRequest) -> HttpResponse:
    """A new one instead of the one before."""
    make_calendar_address(now=timezone.now(), by=request.user)
    return redirect(f"{reverse('reports:own_subscriptions')}#kalender")


@require_POST
def calendar_address_removed(request: HttpRequest) -> HttpResponse:
    remove_calendar_address(by=request.user)
    return redirect(f"{reverse('reports:own_subscriptions')}#kalender")


def _address(request: HttpRequest, address: CalendarAddress) -> str:
    return site_of(request) + reverse("reading:own_calendar", args=[address.user_id, address.secret])
