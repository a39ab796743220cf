"""A section's options (Alternativ) as they are typed: read, and checked against what the plan and the report have."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from followup.core.periods import PeriodFault, parse_period
from reports.choices import SectionKind
from reports.models import Report
from reports.plan_book import words
from reports.plan_book.book import KnownIds
from reports.plan_book.options import OPTION_KEYS, format_options, parse_options, split_pairs
from reports.plan_book.rules.sections import FORMS, ORDERED, SHOWS
from reports.plan_book.sheets import CELLS
from reports.plan_book.stored.known import stored_ids

Options = dict[str, list[str]]

_REFERRING = {"mål": "Mål", "nivåer": "Nivåer", "indikatorer": "Indikatorer", "enheter": "Enheter"}
_WORDS: Mapping[str, Sequence[str]] = {
    "typ": tuple(words.INDICATOR_KINDS),
    "kolumner": CELLS,
    "visa": SHOWS,
    "ordning": ORDERED,
    "form": FORMS,
}
_FEW = 12


class OptionsField(forms.CharField):
    """`perioder=2018,2019; visa=kommentarer` as `{"perioder": ["2018", "2019"], "visa": ["kommentarer"]}`."""

    widget = forms.Textarea(attrs={"rows": 2, "spellcheck": "false"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        pairs = list(split_pairs(text))
        keys = [pair.name for pair in pairs]
        for pair in pairs:
            if pair.items is None or not pair.name:
                raise ValidationError(
                    _("”%(pair)s” går inte att tolka. Skriv nyckel=värde, till exempel perioder=2018,2019.")
                    % {"pair": pair.written[:40]}
                )
            if keys.count(pair.name) > 1:
                raise ValidationError(_("%(key)s står två gånger. Varje nyckel får stå en gång.") % {"key": pair.name})
        return parse_options(text)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else format_options(value)


def option_faults(options: Options, kind: str, report: Report) -> Iterator[tuple[str, str]]:
    """What is wrong with the options of a section in the report, a key and a sentence each. Eight queries, or none."""
    if kind == SectionKind.DATA_TABLE and len(options.get("tabell", [])) != 1:
        yield "tabell", _("Ett avsnitt av typen tabell visar en tabell. Välj den i listan.")
    if kind == SectionKind.CHART and not (options.get("tabell") or options.get("indikatorer")):
        told = _("Ett diagram behöver något att visa. Välj indikatorer eller en tabell.")
        yield "indikatorer", told
    if options.get("form") and not options.get("tabell"):
        yield "form", _("Utfall mot budget visar en tabell. Välj den i listan.")
    if not options:
        return
    known = stored_ids(report.committee, report.plan)
    tables = {table for owner, table in known.tables if owner == report.key}
    for key, items in options.items():
        for fault in _faults_of(key, items, known, tables):
            yield key, fault


def _faults_of(key: str, items: Sequence[str], known: KnownIds, tables: set[str]) -> Iterator[str]:
    if key not in OPTION_KEYS:
        yield _("Nyckeln ”%(key)s” finns inte. Tillåtna nycklar: %(allowed)s.") % {
            "key": key[:40],
            "allowed": ", ".join(OPTION_KEYS),
        }
    elif key in _REFERRING:
        yield from _unknown(key, items, known.ids.get(_REFERRING[key], frozenset()))
    elif key == "tabell":
        yield from _unknown(key, items, tables)
    elif key in _WORDS:
        yield from _unknown(key, [item.lower() for item in items], _WORDS[key])
    elif key == "perioder":
        yield from _no_periods(items)


def _unknown(key: str, items: Sequence[str], allowed: Sequence[str] | set[str] | frozenset[str]) -> Iterator[str]:
    in_order = list(allowed) if isinstance(allowed, tuple) else sorted(allowed)
    told = ", ".join(in_order[:_FEW]) + (" …" if len(in_order) > _FEW else "")
    for item in dict.fromkeys(items):
        if item not in allowed:
            yield _("%(key)s: ”%(item)s” finns inte. Tillåtet: %(allowed)s.") % {
                "key": key,
                "item": item[:40],
                "allowed": told or _("inget, för det finns inga ännu"),
            }


def _no_periods(items: Sequence[str]) -> Iterator[str]:
    for item in items:
        try:
            parse_period(item)
        except PeriodFault as fault:
            yield str(fault)
