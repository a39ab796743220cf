"""The questions that the open data's lists take."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_ON_A_PAGE = 100
ON_A_PAGE = 50


class PageQuestion(forms.Form):
    """Cleans to whole numbers, with those that were not asked for filled in."""

    page = forms.IntegerField(
        min_value=1,
        max_value=1_000_000,
        required=False,
        error_messages={
            "invalid": _("page ska vara ett heltal."),
            "min_value": _("page ska vara minst 1."),
            "max_value": _("page är för stort."),
        },
    )
    page_size = forms.IntegerField(
        min_value=1,
        max_value=MOST_ON_A_PAGE,
        required=False,
        error_messages={
            "invalid": _("page_size ska vara ett heltal."),
            "min_value": _("page_size ska vara minst 1."),
            "max_value": _("page_size får vara högst 100."),
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["page"] = cleaned.get("page") or 1
        cleaned["page_size"] = cleaned.get("page_size") or ON_A_PAGE
        return cleaned


class OfMunicipality(PageQuestion):
    municipality = forms.IntegerField(
        min_value=1,
        max_value=2**62,
        required=False,
        error_messages={
            "invalid": _("municipality ska vara en kommuns id, ett heltal."),
            "min_value": _("municipality ska vara en kommuns id, ett heltal."),
            "max_value": _("municipality ska vara en kommuns id, ett heltal."),
        },
    )


class OfCommittee(OfMunicipality):
    committee = forms.SlugField(
        max_length=80,
        required=False,
        error_messages={
            "invalid": _("committee ska vara en nämnds slug."),
            "max_length": _("committee ska vara en nämnds slug."),
        },
    )
