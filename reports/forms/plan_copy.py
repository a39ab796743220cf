"""What a plan's copy for the next period is called, and what it takes."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goals.models import Plan
from reports.commands.copy_plan import CopyChoice
from reports.forms.plan import YearsForm, year_field


class CopyForm(YearsForm):
    """Its first values are the period after the plan's, as long as the plan's own."""

    title = forms.CharField(label=_("Titel"), max_length=500)
    year_from = year_field(_("Första året"))
    year_through = year_field(_("Sista året"))
    with_indicators = forms.BooleanField(
        label=_("Indikatorer, nyckeltal och volymmått (utfallen stannar i den gamla planen)"), required=False
    )
    with_targets = forms.BooleanField(label=_("Målvärden (flyttas lika många år framåt som planen)"), required=False)
    with_assignments = forms.BooleanField(label=_("Uppdrag och aktiviteter (utan sina datum)"), required=False)

    @classmethod
    def of(cls, plan: Plan) -> "CopyForm":
        length = plan.year_through - plan.year_from + 1

        def later(year: re.Match[str]) -> str:
            return str(int(year[0]) + length) if int(year[0]) in plan.years else year[0]

        return cls(
            initial={
                "title": re.sub(r"\b\d{4}\b", later, plan.title),
                "year_from": plan.year_from + length,
                "year_through": plan.year_through + length,
                "with_indicators": True,
                "with_targets": False,
                "with_assignments": False,
            }
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("with_targets") and not data.get("with_indicators"):
            self.add_error("with_targets", _("Indikatorernas målvärden kan inte tas med utan indikatorerna."))
        return data

    def choice(self) -> CopyChoice:
        """What was chosen, of a valid form."""
        return CopyChoice(**self.cleaned_data)
