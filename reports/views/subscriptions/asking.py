"""Subscribing by e-mail without an account: asking, confirming by the letter's link, ending. No cookie is set."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from followup.core.models import Committee, Municipality
from followup.core.network import network_of
from followup.core.site import site_of
from reports.commands.open_forms import TooOften
from reports.commands.subscriptions.asking import confirm, end, subscribe
from reports.commands.subscriptions.links import LASTS, asked_key_in, key_in
from reports.forms.subscription import SubscribeForm
from reports.models import Subscription

TOO_MANY = 429
_FORM = ["GET", "HEAD", "POST"]


@csrf_exempt  # no session is asked, so there is none to misuse; how often it is sent is limited
@login_not_required
@require_http_methods(_FORM)
def subscribe_page(request: HttpRequest) -> HttpResponse:
    """The same answer whether the address is known or not."""
    rows = list(Committee.objects.with_municipality().order_by("municipality__name", "name", "pk"))
    if request.method != "POST":
        return _form_page(request, SubscribeForm(rows=rows, initial={"committees": request.GET.getlist("namnd")}))
    form = SubscribeForm(request.POST, rows=rows)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    try:
        subscribe(
            address=form.cleaned_data["address"],
            committees=form.chosen,
            site=site_of(request),
            network=network_of(request),
            now=timezone.now(),
        )
    except TooOften as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, form, status=TOO_MANY)
    return redirect("reading:subscription_asked")


@login_not_required
@require_safe
def subscription_asked(request: HttpRequest) -> HttpResponse:
    return render(request, "reports/subscriptions/asked.html", {"hours": int(LASTS.total_seconds() // 3600)})


@csrf_exempt  # the link is the right
@login_not_required
@require_http_methods(_FORM)
@never_cache
def subscription_confirm(request: HttpRequest, confirmation: str) -> HttpResponse:
    """A button in the page confirms, not the link: programs that look into letters open links."""
    asked_key = asked_key_in(confirmation)
    rows = Subscription.objects.filter(asked_key=asked_key) if asked_key else Subscription.objects.none()
    if request.method == "POST" and asked_key:
        confirm(asked_key=asked_key, now=timezone.now())
    found = list(rows.select_related("committee__municipality").order_by("committee__name", "pk"))
    context = {"subscriptions": found, "is_done": bool(found) and all(each.confirmed_at for each in found)}
    return render(request, "reports/subscriptions/confirm.html", context, status=200 if found else 404)


@csrf_exempt  # the link is the right, and mail programs post to it without the page (RFC 8058)
@login_not_required
@require_http_methods(_FORM)
@never_cache
def subscription_end(request: HttpRequest, subscription: str) -> HttpResponse:
    """One that has been ended looks the same as one that never was."""
    key = key_in(subscription)
    found = Subscription.objects.filter(key=key).select_related("committee__municipality").first() if key else None
    if request.method == "POST" and key:
        end(key=key, all_of_address=request.POST.get("what") == "all")
        found = None
    others = found.others.count() if found else 0
    return render(request, "reports/subscriptions/end.html", {"subscription": found, "others": others})


def _form_page(request: HttpRequest, form: SubscribeForm, *, status: int = 200) -> HttpResponse:
    municipalities = list(Municipality.objects.order_by("name", "pk"))
    context = {"form": form, "sends_mail": settings.SENDS_MAIL, "municipalities": municipalities}
    return render(request, "reports/subscriptions/subscribe.html", context, status=status)
