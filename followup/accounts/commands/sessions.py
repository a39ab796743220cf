"""Beginning, keeping and ending sessions."""

from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.accounts import sessions
from followup.accounts.browsers import browser_in_words
from followup.accounts.models import BrowserSession
from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.models import User


@transaction.atomic
def begin_session(*, request: HttpRequest, user: User, method: str) -> None:
    """Somebody has signed in: the session gets its end, its row in the person's own list, and its event."""
    sessions.begin(request, method)
    keep_session(request=request, user=user)
    record(action=AuditAction.SIGNED_IN, subject=user, committee=None, by=user, details={"med": method})


def keep_session(*, request: HttpRequest, user: User) -> None:
    """Give the session, whose key may be new, its row, with when and how it began."""
    request.session.save()
    now = timezone.now()
    browser = browser_in_words(request.headers.get("User-Agent", ""))
    BrowserSession.objects.update_or_create(
        session_id=request.session.session_key,
        defaults={
            "user": user,
            "browser": browser,
            "method": request.session.get(sessions.SIGNED_IN_BY, _("lösenord")),
            "signed_in_at": sessions.began_at(request) or now,
            "last_seen_at": now,
        },
    )


@transaction.atomic
def end_sessions(*, user: User, by: AnyUser, but: str | None = None, only: int | None = None) -> int:
    """End the person's open sessions at once: all, all but one (by its key), or one (by its row); how many."""
    found = BrowserSession.objects.open_at(timezone.now()).filter(user=user)
    if but is not None:
        found = found.exclude(session=but)
    if only is not None:
        found = found.filter(pk=only)
    keys = list(found.values_list("session_id", flat=True))
    if keys:
        Session.objects.filter(pk__in=keys).delete()
        record(
            action=AuditAction.ENDED,
            subject=user,
            committee=None,
            by=by,
            details={_("inloggningar"): str(len(keys))},
        )
    return len(keys)
