"""All checks in the order in which they are explained, and all rules by their codes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.checks import (
    claims,
    columns,
    completeness,
    figures,
    judgements,
    leftovers,
    measured,
    personal,
    promised,
    references,
    repetition,
    tables,
    told,
)
from reports.checks.finding import Finding, Rule
from reports.checks.scope import Scope


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of fault under its heading: the rules, and the pure function that finds what breaks them."""

    heading: str | Promise
    rules: tuple[Rule, ...]
    find: Callable[[Scope], Iterable[Finding]]


CHECKS = (
    Check(_("Saknas något?"), completeness.RULES, completeness.completeness),
    Check(_("Visar avsnitten det som finns?"), references.RULES, references.references),
    Check(_("Går tabellerna ihop?"), tables.RULES, tables.table_consistency),
    Check(_("Går kolumner och rader ihop?"), columns.RULES, columns.table_columns),
    Check(_("Går utfallen ihop?"), figures.RULES, figures.figures),
    Check(_("Stämmer talen i texterna med varandra?"), claims.RULES, claims.claims),
    Check(_("Säger texterna det som är inlagt?"), told.RULES, told.told),
    Check(_("Har något blivit kvar?"), leftovers.RULES, leftovers.leftovers),
    Check(_("Har det sagts förut?"), repetition.RULES, repetition.repetition),
    Check(_("Kan någon pekas ut?"), personal.RULES, personal.personal_data),
    Check(_("Stämmer bedömningarna?"), judgements.RULES, judgements.judgements),
    Check(_("Blev det som utlovades?"), promised.RULES, promised.promised),
    Check(_("Går det att lita på målvärdena och mätningen?"), measured.RULES, measured.measured),
)

RULES = {rule.code: rule for check in CHECKS for rule in check.rules}
