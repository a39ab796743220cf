"""What every page of a plan has around it: the plan's name, its tabs, the municipality's colour."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from goals.models import Plan

_TABS = (
    ("goals", "reports:plan"),
    ("indicators", "reports:indicators"),
    ("grid", "reports:grid"),
    ("assignments", "reports:assignments"),
    ("rounds", "reports:plan_rounds"),
)


@dataclass(frozen=True, slots=True)
class Tab:
    address: str
    words: str
    is_current: bool


def plan_context(plan: Plan, current: str = "") -> dict[str, Any]:
    """`plan`, `municipality` and `tabs`; `current` is the key of the tab that the page is, or lies under."""
    words = {
        "goals": _("Mål"),
        "indicators": _("Indikatorer"),
        "grid": _("Utfall"),
        "assignments": _("Uppdrag och aktiviteter"),
        "rounds": _("Uppföljningar"),
    }
    place = [plan.committee.slug, plan.slug]
    tabs = [Tab(reverse(name, args=place), words[key], key == current) for key, name in _TABS]
    return {"plan": plan, "municipality": plan.committee.municipality, "tabs": tabs}
