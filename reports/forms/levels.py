"""The levels of a plan's goals, one row each, top first."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goals.choices import AssessedBy
from goals.models import Level, Plan

LAST = 1000

_WHO = [
    (AssessedBy.BOTH, gettext_lazy("Nämnden och enheterna")),
    (AssessedBy.UNITS, gettext_lazy("Enheterna")),
    (AssessedBy.COMMITTEE, gettext_lazy("Nämnden")),
    (AssessedBy.NOBODY, gettext_lazy("Ingen: bara en rubrik över målen")),
]


class LevelForm(forms.Form):
    """A row; `key` is the level's primary key, empty for a new one. A row without a name is none.

    `place` says where among the levels it stands, the top first; rows without a number come last.
    """

    marks_optional = False

    place = forms.IntegerField(
        label=gettext_lazy("Ordning"),
        min_value=1,
        max_value=999,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
        error_messages={
            "invalid": gettext_lazy("Skriv ett heltal. 1 är den översta nivån."),
            "min_value": gettext_lazy("Skriv ett heltal från 1 till 999. 1 är den översta nivån."),
            "max_value": gettext_lazy("Skriv ett heltal från 1 till 999. 1 är den översta nivån."),
        },
    )
    key = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=gettext_lazy("Nivå"), max_length=200, required=False)
    plural = forms.CharField(label=gettext_lazy("Flera heter"), max_length=200, required=False)
    assessed_by = forms.ChoiceField(label=gettext_lazy("Bedöms av"), choices=_WHO)


class BaseLevels(BaseFormSet):
    def clean(self) -> None:
        names = [form.cleaned_data.get("name", "") for form in self.forms if form.is_valid()]
        doubles = sorted({name for name in names if name and names.count(name) > 1})
        if doubles:
            raise forms.ValidationError(_("Två nivåer heter ”%(name)s”. Ge dem olika namn.") % {"name": doubles[0]})

    def rows(self, plan: Plan, there: dict[int, Level]) -> tuple[list[Level], list[Level]]:
        """The levels to save, in order, and those to delete because their name was taken away."""
        saved: list[Level] = []
        deleted: list[Level] = []
        for form in sorted(self.forms, key=lambda form: form.cleaned_data.get("place") or LAST):
            data: dict[str, Any] = form.cleaned_data
            level = there.get(data.get("key") or 0)
            if not data.get("name"):
                deleted += [level] if level else []
                continue
            level = level or Level(plan=plan)
            level.name, level.plural, level.assessed_by = data["name"], data["plural"], data["assessed_by"]
            level.position = len(saved) + 1
            saved.append(level)
        return saved, deleted


LevelFormSet = formset_factory(LevelForm, formset=BaseLevels, extra=2, max_num=50, absolute_max=60, validate_max=True)


def level_rows(plan: Plan) -> list[dict[str, Any]]:
    """The levels as the formset's initial rows."""
    return [
        {
            "key": level.pk,
            "place": place,
            "name": level.name,
            "plural": level.plural,
            "assessed_by": level.assessed_by,
        }
        for place, level in enumerate(plan.levels.order_by("position", "pk"), start=1)
    ]
