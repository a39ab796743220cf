"""`/inbjudan/<link>/`: taking the role that one is invited to."""

from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from followup.accounts.commands.invitations import (
    accept,
    accept_with_new_account,
    has_account,
    invitation_of,
    is_for,
)
from followup.accounts.forms.invitations import AcceptForm
from followup.accounts.invited import INVITATION
from followup.accounts.models import Invitation
from followup.core.faults import CommandRefused
from followup.core.models import User


@login_not_required
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """A new account for whoever has none; the role alone for whoever is signed in. Looking uses nothing up."""
    row = invitation_of(token, timezone.now())
    if row is None:
        return render(request, "accounts/invitation_gone.html", status=410)
    if isinstance(request.user, User):
        return _with_account(request, row, token, request.user)
    if request.method == "POST" and not has_account(row):
        return _new_account(request, row, token)
    request.session[INVITATION] = token
    return _page(request, row, AcceptForm(email=row.email))


def _with_account(request: HttpRequest, row: Invitation, token: str, user: User) -> HttpResponse:
    if request.method == "POST":
        try:
            accept(token=token, now=timezone.now(), by=user)
        except CommandRefused as refusal:
            messages.error(request, str(refusal))
        else:
            words = _("Du är nu %(role)s i %(place)s.")
            messages.success(request, words % {"role": row.get_role_display(), "place": row.place})
            return redirect("reading:start")
    return _page(request, row, None)


def _new_account(request: HttpRequest, row: Invitation, token: str) -> HttpResponse:
    form = AcceptForm(request.POST, email=row.email)
    if not form.is_valid():
        return _page(request, row, form, status=422)
    asked = form.cleaned_data
    try:
        user = accept_with_new_account(
            token=token,
            first_name=asked["first_name"],
            last_name=asked["last_name"],
            password=asked["password1"],
            now=timezone.now(),
        )
    except (CommandRefused, ValidationError) as refusal:
        form.add_error(None, refusal if isinstance(refusal, ValidationError) else str(refusal))
        return _page(request, row, form, status=422)
    request.session.pop(INVITATION, None)
    answer: HttpResponse = perform_login(request, user)
    return answer


def _page(request: HttpRequest, row: Invitation, form: AcceptForm | None, *, status: int = 200) -> HttpResponse:
    context = {
        "invitation": row,
        "municipality": row.committee.municipality,
        "form": form,
        "has_account": has_account(row),
        "is_for_me": isinstance(request.user, User) and is_for(row, request.user),
    }
    return render(request, "accounts/invitation.html", context, status=status)
