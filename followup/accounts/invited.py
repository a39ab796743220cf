"""That the browser has opened an invitation, carried in the session until the person is in."""

from django.http import HttpRequest
from django.utils import timezone

from followup.accounts.commands.invitations import invitation_of
from followup.accounts.models import Invitation

INVITATION = "invitation"


def invitation_in(request: HttpRequest) -> Invitation | None:
    token = request.session.get(INVITATION, "")
    return invitation_of(token, timezone.now()) if token else None
