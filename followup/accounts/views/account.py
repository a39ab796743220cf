"""`/konto/`: the person's own account, and what of it can be changed here."""

from typing import Any

from allauth.account.views import password_change, password_reset
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from followup.accounts.commands.invitations import administers_anywhere
from followup.accounts.models import BrowserSession


@require_safe
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """What there is of it, with the ways on. Four queries."""
    kinds = [item.type for item in Authenticator.objects.filter(user=request.user.pk)]
    context: dict[str, Any] = {
        "has_app": Authenticator.Type.TOTP in kinds,
        "keys": kinds.count(Authenticator.Type.WEBAUTHN),
        "browsers": BrowserSession.objects.open_at(timezone.now()).filter(user=request.user.pk).count(),
        "is_connected": SocialAccount.objects.filter(user=request.user.pk).exists(),
        "has_password": request.user.is_authenticated and request.user.has_usable_password(),
        "invites": administers_anywhere(request.user),
    }
    return render(request, "accounts/account.html", context)


@never_cache
def new_password(request: HttpRequest) -> HttpResponse:
    """Whoever signs in elsewhere has no password here, and gets none: it would stay a way in for those who leave."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        raise Http404
    answer: HttpResponse = password_change(request)
    return answer


@login_not_required
def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Only where letters are sent."""
    if not settings.SENDS_MAIL:
        raise Http404
    answer: HttpResponse = password_reset(request)
    return answer
