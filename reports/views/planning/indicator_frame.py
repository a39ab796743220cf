"""What every page of an indicator has around it: the plan's frame, and tabs to the indicator's own pages."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from goals.models import Plan
from indicators.models import Indicator
from reports.views.planning.frame import Tab, plan_context

_PAGES = (
    ("series", "reports:indicator_series"),
    ("targets", "reports:indicator_targets"),
    ("facts", "reports:indicator_edit"),
)


def indicator_context(plan: Plan, indicator: Indicator | None = None, current: str = "") -> dict[str, Any]:
    """The plan's context with `indicator` and `pages`; `current` is the key of the page among them."""
    words = {"series": _("Utfall och diagram"), "targets": _("Målvärden"), "facts": _("Uppgifter")}
    place = [plan.committee.slug, plan.slug, indicator.pk if indicator else 0]
    pages = [Tab(reverse(name, args=place), words[key], key == current) for key, name in _PAGES] if indicator else []
    return plan_context(plan, "indicators") | {"indicator": indicator, "pages": pages}
