"""`/konto/inloggningar/`: where the person is signed in, and ending it."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from followup.accounts.commands.sessions import end_sessions
from followup.accounts.models import BrowserSession
from followup.core.models import User


@require_safe
@never_cache
def sessions(request: HttpRequest) -> HttpResponse:
    """The newest first. One query."""
    mine = BrowserSession.objects.open_at(timezone.now()).filter(user=request.user.pk)
    return render(request, "accounts/sessions.html", {"sessions": mine, "current": request.session.session_key})


@require_POST
def session_end(request: HttpRequest, session_id: int) -> HttpResponse:
    """One of the person's own; the one in use is signed out."""
    row = get_object_or_404(BrowserSession, pk=session_id, user=request.user.pk)
    if row.session_id == request.session.session_key:
        get_adapter(request).logout(request)
        return redirect("reading:start")
    end_sessions(user=row.user, by=row.user, only=row.pk)
    messages.success(request, _("%(browser)s är utloggad.") % {"browser": row.browser})
    return redirect("sessions")


@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """All the person's others."""
    user = get_object_or_404(User, pk=request.user.pk or 0)
    count = end_sessions(user=user, by=user, but=request.session.session_key)
    if count:
        words = ngettext("En annan inloggning avslutades.", "%(count)s andra inloggningar avslutades.", count)
        messages.success(request, words % {"count": count})
    else:
        messages.info(request, _("Du är inte inloggad någon annanstans."))
    return redirect("sessions")
