"""A section's options as fields, one for each key that the section's kind takes; and the options of what was typed.

What no field shows, and what a field does not know, stays in the options: nothing that stood there is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.forms.lines import LinesField
from followup.core.periods import PeriodFault, parse_period
from reports.choices import SectionKind
from reports.forms.option_choices import Choice, choices_of
from reports.forms.section_kinds import KINDS
from reports.models import Report

Options = dict[str, list[str]]

FIELD_OF = {
    "mål": "option_goals",
    "nivåer": "option_levels",
    "typ": "option_kinds",
    "indikatorer": "option_indicators",
    "enheter": "option_units",
    "perioder": "option_periods",
    "tabell": "option_table",
    "kolumner": "option_columns",
    "rubriker": "option_headings",
    "visa": "option_parts",
    "ordning": "option_goals_first",
    "form": "option_form",
}
PREFIX = "option_"
OTHER_PERIODS = "option_other_periods"

_LABELS: Mapping[str, str | Promise] = {
    "mål": gettext_lazy("Mål som visas"),
    "nivåer": gettext_lazy("Målnivåer som visas"),
    "typ": gettext_lazy("Slag av indikatorer som visas"),
    "indikatorer": gettext_lazy("Indikatorer som visas"),
    "enheter": gettext_lazy("Enheter som visas"),
    "perioder": gettext_lazy("Perioder som visas"),
    "tabell": gettext_lazy("Rapportens tabell"),
    "kolumner": gettext_lazy("Kolumner som visas"),
    "rubriker": gettext_lazy("Egna kolumnrubriker"),
    "visa": gettext_lazy("Delar som visas"),
    "ordning": gettext_lazy("Visa målen under före målets egna indikatorer"),
    "form": gettext_lazy("Diagrammets form"),
}
_HINTS: Mapping[str, str | Promise] = {
    "mål": gettext_lazy("Målen och allt under dem. Inget valt: alla mål."),
    "nivåer": gettext_lazy("Inget valt: alla nivåer."),
    "typ": gettext_lazy("Inget valt: alla slag."),
    "indikatorer": gettext_lazy("Inget valt: alla indikatorer."),
    "enheter": gettext_lazy("Inget valt: alla enheter."),
    "perioder": gettext_lazy("Inget valt: de perioder som rapporten gäller."),
    "kolumner": gettext_lazy("Inget valt: alla kolumner."),
    "rubriker": gettext_lazy("En rubrik per rad, från vänster. En tom rad: kolumnen behåller sin egen."),
    "visa": gettext_lazy("Inget valt: alla delar."),
    "form": gettext_lazy(
        "Utfall mot budget: en stapel för utfallet och ett streck för budgeten, av en tabell. Kolumnerna känns igen på "
        "sina rubriker: budget, och utfall, bokslut, redovisat eller prognos."
    ),
}
_SHOWN_ONLY_IF_CHOSEN = gettext_lazy("Kommentarerna står under tabellen om du väljer dem.")
_FREE_ORDER = {"ordning": ["mål", "indikatorer"]}


class TreeOfBoxes(forms.CheckboxSelectMultiple):
    """Boxes in a place of their own to scroll in where they are many; those of a tree are set in by their depth."""

    template_name = "forms/tree_of_boxes.html"
    option_template_name = "forms/tree_of_boxes_option.html"
    depths: Mapping[str, int] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"depth": min(self.depths.get(str(value), 0), 5)}


@dataclass(frozen=True, slots=True)
class OptionField:
    """`is_list`: something to choose among, folded away; `chosen` of it, and what it means to choose nothing.

    `extra` is a field that belongs to the list.
    """

    field: forms.BoundField
    is_list: bool
    chosen: int
    none_chosen: str
    extra: forms.BoundField | None


@dataclass(frozen=True, slots=True)
class ShownOptions:
    """The keys that a form shows as fields, with what each may choose among, and the options that no field shows."""

    kind: str
    choices: Mapping[str, tuple[Choice, ...]]
    rest: Options

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.choices)


def shown_in(kind: str, options: Options, report: Report) -> ShownOptions:
    """A key is shown as a field where the section's kind takes it and there is something to choose. Few queries."""
    takes = next((each.options for each in KINDS if each.kind == kind), ())
    table = next(iter(options.get("tabell", [])), "")
    choices: dict[str, tuple[Choice, ...]] = {}
    for key in takes:
        if key in {"rubriker", "ordning"}:
            choices[key] = ()
        elif found := choices_of(key, report, kind, table):
            choices[key] = _with_unknown(found, options.get(key, []))
    return ShownOptions(kind, choices, {key: items for key, items in options.items() if key not in choices})


def fields_of(shown: ShownOptions) -> dict[str, forms.Field]:
    """By the fields' names, in the order of the kind's keys."""
    fields: dict[str, forms.Field] = {}
    for key, choices in shown.choices.items():
        fields[FIELD_OF[key]] = _field(key, choices, shown.kind)
        if key == "perioder":
            fields[OTHER_PERIODS] = forms.CharField(
                label=_("Andra perioder"),
                required=False,
                help_text=_("Med komma emellan: 2022, 2022T2, 2022K3, 2022-08 eller 2022-01..2022-08."),
            )
    return fields


def shown_field(form: forms.Form, name: str) -> OptionField:
    field, is_periods = form[name], name == FIELD_OF["perioder"]
    if not isinstance(field.field, forms.MultipleChoiceField):
        return OptionField(field, is_list=False, chosen=0, none_chosen="", extra=None)
    only_if_chosen = field.help_text == _SHOWN_ONLY_IF_CHOSEN
    none_chosen = _("inga") if only_if_chosen else _("de som rapporten gäller") if is_periods else _("alla")
    extra = form[OTHER_PERIODS] if is_periods else None
    return OptionField(field, True, len(field.value() or []), none_chosen, extra)


def initial_of(shown: ShownOptions, options: Options) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, choices in shown.choices.items():
        items = options.get(key, [])
        if key == "ordning":
            found[FIELD_OF[key]] = [item.lower() for item in items[:1]] == ["mål"]
        elif key in {"tabell", "form"}:
            found[FIELD_OF[key]] = items[0] if items else ""
        else:
            found[FIELD_OF[key]] = [_matched(item, choices) for item in items] if choices else items
    return found


def options_typed(shown: ShownOptions, cleaned: Mapping[str, Any], before: Options) -> Options:
    """The options of valid fields. Where a field says what stood there before, it stands as it did, order and all."""
    found: Options = {}
    for key, choices in shown.choices.items():
        value, stood = cleaned.get(FIELD_OF[key]), before.get(key, [])
        if key == "ordning":
            was = [item.lower() for item in stood[:1]] == ["mål"]
            found[key] = stood if value == was else (_FREE_ORDER[key] if value else [])
        elif key in {"tabell", "form"}:
            found[key] = stood if stood[:1] == [value] else [value or ""]
        elif key == "rubriker":
            found[key] = stood if _without_tail(stood) == _without_tail(value or []) else _without_tail(value or [])
        else:
            found[key] = _in_order([*(value or []), *_other_periods(key, cleaned)], stood, choices)
    return {key: items for key, items in found.items() if any(items)}


def _in_order(chosen: list[str], stood: list[str], choices: tuple[Choice, ...]) -> list[str]:
    kept = [item for item in stood if _matched(item, choices) in chosen]
    there = {_matched(item, choices) for item in stood}
    return [*kept, *(each for each in dict.fromkeys(chosen) if each not in there)]


def _other_periods(key: str, cleaned: Mapping[str, Any]) -> list[str]:
    if key != "perioder":
        return []
    return [item.strip() for item in (cleaned.get(OTHER_PERIODS) or "").split(",") if item.strip()]


def _without_tail(items: list[str]) -> list[str]:
    kept = list(items)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _with_unknown(choices: tuple[Choice, ...], items: list[str]) -> tuple[Choice, ...]:
    known = {choice.value for choice in choices}
    unknown = [item for item in dict.fromkeys(items) if _matched(item, choices) not in known]
    return (*choices, *(Choice(item, _unknown_words(item)) for item in unknown))


def _unknown_words(item: str) -> str:
    try:
        return parse_period(item).label().capitalize()
    except PeriodFault:
        return _("%(item)s (finns inte)") % {"item": item}


def _matched(item: str, choices: tuple[Choice, ...]) -> str:
    """The choice that the item means; words are the same whatever their case."""
    values = [choice.value for choice in choices]
    if item in values:
        return item
    return next((value for value in values if value.lower() == item.lower()), item)


def _field(key: str, choices: tuple[Choice, ...], kind: str) -> forms.Field:
    words: dict[str, Any] = {"label": _LABELS[key], "required": False, "help_text": _HINTS.get(key, "")}
    if key == "visa" and kind == SectionKind.INDICATOR_TABLE:
        words["help_text"] = _SHOWN_ONLY_IF_CHOSEN
    pairs = [(choice.value, choice.words) for choice in choices]
    made: dict[str, Callable[[], forms.Field]] = {
        "rubriker": lambda: LinesField(keep_blank=True, **words),
        "ordning": lambda: forms.BooleanField(**words),
        "tabell": lambda: forms.ChoiceField(choices=[("", _("Ingen vald")), *pairs], **words),
        "form": lambda: forms.ChoiceField(choices=[("", _("Linjer eller staplar")), *pairs], **words),
    }
    if key in made:
        return made[key]()
    boxes = TreeOfBoxes()
    boxes.depths = {choice.value: choice.depth for choice in choices}
    return forms.MultipleChoiceField(choices=pairs, widget=boxes, **words)


def no_doubles(shown: ShownOptions, typed: Options, rest: Options) -> None:
    """Raises ValidationError for a key that is typed among the rest though a field shows it."""
    for key in rest:
        if key in typed:
            raise ValidationError(_("%(key)s ställs in ovanför. Ta bort det här.") % {"key": key})
