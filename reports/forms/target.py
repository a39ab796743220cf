"""The targets of an indicator or a goal, a row each."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex, capitalised
from followup.core.commands.bulk import fingerprint
from followup.core.commands.row_faults import RowFault
from followup.core.forms.number import NumberField
from followup.core.models import Unit
from indicators.choices import MeasuredAgainst
from indicators.models import Target
from reports.forms.plan import year_field

MOST = 400
"""Rows on a page."""

_FIELDS = ("year", "sex", "submeasure", "value", "value_high", "words", "measured_against")
_GONE = gettext_lazy(
    "Någon annan har tagit bort målvärdet. Spara igen för att lägga tillbaka det, eller kryssa i Ta bort."
)
_SAID = ("year", "unit", "submeasure", "value", "value_high", "words")


class TargetForm(forms.Form):
    """A row; `key` is the target's primary key, empty for a new one, and `seen` its fingerprint as it was shown.

    A new row in which nothing is said is none.
    """

    marks_optional = False

    key = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    year = year_field(gettext_lazy("År"), required=False)
    value = NumberField(label=gettext_lazy("Värde"), required=False)
    value_high = NumberField(label=gettext_lazy("Övre värde"), required=False)
    words = forms.CharField(label=gettext_lazy("Text i stället för talet"), max_length=2000, required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Enhet"), required=False)
    sex = forms.ChoiceField(label=gettext_lazy("Kön"), choices=capitalised(Sex), initial=Sex.TOTAL)
    submeasure = forms.CharField(label=gettext_lazy("Delmått"), max_length=300, required=False)
    measured_against = forms.ChoiceField(
        label=gettext_lazy("Mäts mot"), choices=capitalised(MeasuredAgainst), initial=MeasuredAgainst.VALUE
    )
    remove = forms.BooleanField(label=gettext_lazy("Ta bort"), required=False)

    def __init__(self, *args: Any, units: Mapping[str, Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = units
        cast(forms.ChoiceField, self.fields["unit"]).choices = [
            ("", _("Alla tillsammans")),
            *((key, str(unit)) for key, unit in units.items()),
        ]

    @property
    def is_stored(self) -> bool:
        return bool(self["key"].value())

    @property
    def says_nothing(self) -> bool:
        data = self.cleaned_data
        return not data.get("key") and all(data.get(name) in (None, "") for name in _SAID)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("remove"):
            self.errors.clear()
            return data
        if self.says_nothing:
            return data
        if data.get("year") is None and "year" not in self.errors:
            self.add_error("year", _("Ange vilket år målvärdet gäller."))
        low, high = data.get("value"), data.get("value_high")
        if low is None and not data.get("words") and "value" not in self.errors:
            self.add_error("value", _("Ange ett värde eller en text. Kryssa i Ta bort om målvärdet ska bort."))
        elif high is not None and (low is None or high < low) and "value" not in self.errors:
            self.add_error("value_high", _("Det övre värdet kan inte vara lägre än värdet, och inte stå ensamt."))
        return data

    def write_to(self, target: Target) -> Target:
        for name in _FIELDS:
            setattr(target, name, self.cleaned_data[name])
        target.unit = self._units.get(self.cleaned_data["unit"])
        return target

    def accept(self, current: Target | None) -> None:
        """Let what was typed replace the target as it stands now (None: be a new one), the next time it is sent."""
        typed = cast(QueryDict, self.data).copy()
        typed[self.add_prefix("key")] = str(current.pk) if current else ""
        typed[self.add_prefix("seen")] = fingerprint(current) if current else ""
        self.data = typed


class BaseTargets(BaseFormSet):
    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        kwargs["form_kwargs"] = {"units": {str(unit.pk): unit for unit in units}}
        super().__init__(*args, **kwargs)
        self._form_of: dict[int, TargetForm] = {}

    @property
    def seen(self) -> dict[int, str]:
        """By key, of valid rows."""
        given = [form.cleaned_data for form in self.forms if form.cleaned_data.get("key")]
        return {data["key"]: data["seen"] for data in given}

    def rows(self, owner: Target, there: Mapping[int, Target]) -> tuple[list[Target], list[Target]]:
        """The targets to save and those to delete. New ones get `owner`'s; `there` are the stored ones, by key.

        A row of one that somebody else has deleted meanwhile gets that as its error, and is a new one from then on.
        """
        saved: list[Target] = []
        deleted: list[Target] = []
        for form in self.forms:
            key = form.cleaned_data.get("key")
            stored = there.get(key or 0)
            if form.cleaned_data.get("remove"):
                deleted += [stored] if stored else []
            elif key and not stored:
                form.accept(None)
                form.add_error(None, _GONE)
            elif not form.says_nothing:
                target = form.write_to(stored or Target(plan=owner.plan, indicator=owner.indicator, goal=owner.goal))
                self._form_of[id(target)] = form
                saved.append(target)
        return saved, deleted

    def tell(self, faults: Sequence[RowFault]) -> list[str]:
        """Put each fault at its row; the messages of those that have none are returned."""
        rest = []
        for fault in faults:
            form = self._form_of.get(id(fault.row))
            if form is None:
                rest.append(fault.message)
            else:
                form.add_error(fault.field if fault.field in form.fields else None, fault.message)
        return rest

    def accept(self, current: Target) -> None:
        for form in self.forms:
            if form.cleaned_data.get("key") == current.pk:
                form.accept(current)


TargetFormSet = cast(
    "type[BaseTargets]",
    formset_factory(TargetForm, formset=BaseTargets, extra=3, max_num=MOST, absolute_max=MOST + 50, validate_max=True),
)


def target_rows(targets: Sequence[Target]) -> list[dict[str, Any]]:
    """The targets as the formset's initial rows."""
    return [
        {name: getattr(each, name) for name in _FIELDS}
        | {"unit": each.unit_id or "", "key": each.pk, "seen": fingerprint(each)}
        for each in targets
    ]
