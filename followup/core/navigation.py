"""Which parts of the application the signed-in person has use for; one query a request, none for readers."""

from dataclasses import dataclass

from django.http import HttpRequest

from followup.core.access import Capability, may_somewhere


@dataclass(frozen=True, slots=True)
class Navigation:
    reports_for_units: bool
    follows_rounds: bool
    edits_reports: bool
    administers: bool


def navigation(request: HttpRequest) -> dict[str, Navigation]:
    """Context processor: `navigation` for the templates. Error pages without a user get nothing to go to."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": Navigation(False, False, False, False)}
    return {
        "navigation": Navigation(
            reports_for_units=may_somewhere(user, Capability.REPORT),
            follows_rounds=may_somewhere(user, Capability.FOLLOW_ROUND),
            edits_reports=may_somewhere(user, Capability.EDIT_REPORT),
            administers=user.is_staff and may_somewhere(user, Capability.ADMINISTER),
        )
    }
