"""`/inbjudningar/`: inviting people to the committees one administers, and the invitations that are open."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from followup.accounts.commands.invitations import administers_anywhere, invite, revoke
from followup.accounts.forms.invitations import InviteForm
from followup.accounts.letters import invitation_fault
from followup.accounts.models import Invitation
from followup.core.access import Capability, committees_where
from followup.core.faults import CommandRefused
from followup.core.site import site_of


@never_cache
def invitations(request: HttpRequest) -> HttpResponse:
    """The open invitations, and a form for one more. Whoever administers nothing has nothing here."""
    if not administers_anywhere(request.user):
        raise Http404
    if request.method != "POST":
        return _page(request, InviteForm(user=request.user))
    form = InviteForm(request.POST, user=request.user)
    if not form.is_valid():
        return _page(request, form, status=422)
    asked = form.cleaned_data
    row, token = invite(
        email=asked["email"],
        committee=asked["committee"],
        unit=asked["unit"],
        role=asked["role"],
        now=timezone.now(),
        by=request.user,
    )
    link = site_of(request) + reverse("invitation", args=[token])
    fault = invitation_fault(row, link)
    if fault:
        return _page(request, InviteForm(user=request.user), unsent=(row, link, fault))
    messages.success(request, _("En inbjudan har skickats till %(email)s.") % {"email": row.email})
    return redirect("invitations")


@require_POST
def invitation_revoke(request: HttpRequest, invitation_id: int) -> HttpResponse:
    mine = Invitation.objects.filter(committee__in=committees_where(request.user, Capability.ADMINISTER))
    row = get_object_or_404(mine, pk=invitation_id)
    try:
        revoke(invitation=row, now=timezone.now(), by=request.user)
    except CommandRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Inbjudan till %(email)s är återkallad.") % {"email": row.email})
    return redirect("invitations")


def _page(
    request: HttpRequest,
    form: InviteForm,
    *,
    status: int = 200,
    unsent: tuple[Invitation, str, str] | None = None,
) -> HttpResponse:
    """`unsent`: an invitation whose letter did not go off, with its link, which is shown this once."""
    mine = Invitation.objects.open_at(timezone.now()).filter(
        committee__in=committees_where(request.user, Capability.ADMINISTER)
    )
    waiting = mine.select_related("committee__municipality", "unit", "invited_by")
    context = {"form": form, "waiting": waiting, "unsent": unsent}
    return render(request, "accounts/invitations.html", context, status=status)
