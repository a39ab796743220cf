"""The fields for the measures promised last time, in the same form as the answer of the new round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from followup.core.choices import capitalised
from followup.core.fingerprints import fingerprint_of
from reports.choices import MeasureOutcome
from reports.commands.measure_follow_ups import PromisedMeasure, fingerprint_of_measures


@dataclass(frozen=True, slots=True)
class MeasureFields:
    promise: str
    outcome: forms.BoundField
    comment: forms.BoundField


class MeasuresForm(forms.Form):
    """Two fields for each promised measure, named after its words, so that they mean the same when it has moved.

    What was not sent stays as it is stored. `answers` can be asked for whatever the form says: a draft may wait with
    the reason why a measure is dropped, and then that measure alone is not saved.
    """

    use_required_attribute = False
    marks_optional = False

    def __init__(
        self,
        promised: Sequence[PromisedMeasure],
        *,
        data: Mapping[str, Any] | None = None,
        prefix: str = "atgard",
        auto_id: str = "id_%s",
    ) -> None:
        super().__init__(data, prefix=prefix, auto_id=auto_id)
        self._promised = tuple(promised)
        choices = [("", _("Inte besvarad än")), *capitalised(MeasureOutcome)]
        for each in self._promised:
            key = _key(each)
            self.fields[f"{key}-outcome"] = forms.ChoiceField(
                label=_("Vad blev det av den?"), choices=choices, required=False, initial=each.outcome
            )
            self.fields[f"{key}-comment"] = forms.CharField(
                label=_("Berätta kort"),
                required=False,
                initial=each.comment,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_("Utgår åtgärden, skriv varför."),
            )
        self.fields["seen"] = forms.CharField(
            widget=forms.HiddenInput, required=False, initial=fingerprint_of_measures(promised)
        )

    def __bool__(self) -> bool:
        return bool(self._promised)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for each in self._typed():
            if each.lacks_reason:
                self.add_error(f"{_key(each)}-comment", _("Skriv varför åtgärden utgår."))
        return data

    @property
    def measures(self) -> list[MeasureFields]:
        """For the template."""
        return [
            MeasureFields(each.promise, self[f"{_key(each)}-outcome"], self[f"{_key(each)}-comment"])
            for each in self._promised
        ]

    @property
    def stems(self) -> dict[str, str]:
        """What the names of a measure's two fields begin with, by its words."""
        return {each.promise: self.add_prefix(_key(each)) for each in self._promised}

    @property
    def seen_field(self) -> forms.BoundField:
        return self["seen"]

    @property
    def seen(self) -> str:
        """The fingerprint of the answers that the person had before them."""
        return str(self.data.get(self.add_prefix("seen"), self.fields["seen"].initial))

    def answers(self) -> tuple[PromisedMeasure, ...]:
        """What was typed; where the reason is still lacking, or cannot be read, what is stored."""
        return tuple(
            stored if typed.lacks_reason or typed.outcome not in {"", *MeasureOutcome.values} else typed
            for stored, typed in zip(self._promised, self._typed(), strict=True)
        )

    def over(self, current: Iterable[PromisedMeasure]) -> "MeasuresForm":
        """The same with all that was typed, to be saved knowingly over what somebody else has answered meanwhile."""
        data = {**{name: self.data[name] for name in self.data}}
        data[self.add_prefix("seen")] = fingerprint_of_measures(current)
        return MeasuresForm(self._promised, data=data, prefix=str(self.prefix), auto_id=str(self.auto_id))

    def _typed(self) -> list[PromisedMeasure]:
        def value(each: PromisedMeasure, part: str) -> str:
            return str(self.data.get(self.add_prefix(f"{_key(each)}-{part}"), getattr(each, part))).strip()

        return [
            PromisedMeasure(each.promise, value(each, "outcome"), value(each, "comment")) for each in self._promised
        ]


def _key(measure: PromisedMeasure) -> str:
    return fingerprint_of([measure.promise])[:10]
