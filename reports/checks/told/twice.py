"""One outcome with two values in the report's texts, where none is stored that could settle it. Pure."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.checks.claims.working import written
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.prose import Quantity
from reports.checks.rounding import half_unit
from reports.checks.scope import Scope
from reports.checks.told.grammar import Kind
from reports.checks.told.reading import Told
from reports.checks.told.stored import is_of

TWO_VALUES = Rule(
    "two_values",
    Severity.WARNING,
    gettext_lazy("Samma sak har två värden i rapporten"),
    gettext_lazy("Två texter säger olika om samma utfall och period, och inget utfall är inlagt som avgör."),
)


def said_twice(scope: Scope, sayings: Iterable[Told]) -> Iterator[Finding]:
    """Only of sayings with a period; the later one is told, with where the first stands."""
    first: dict[tuple[object, ...], Told] = {}
    for each in sayings:
        saying = each.saying
        if saying.kind is not Kind.OUTCOME or len(saying.when) != 1 or _is_stored(scope, each):
            continue
        key = (each.indicator.id, each.unit_id, saying.when[0], saying.sex, saying.quantity.unit)
        known = first.setdefault(key, each)
        if known is not each and not _alike(known.saying.quantity, saying.quantity):
            words = {
                "where": each.text.place.words,
                "said": saying.said,
                "other": written(known.saying.quantity, known.saying.quantity.unit),
                "place": known.text.place.words,
            }
            message = _("%(where)s: Det står ”%(said)s”, men under ”%(place)s” står %(other)s.")
            yield TWO_VALUES.finding(each.text.place, message % words)


def _is_stored(scope: Scope, each: Told) -> bool:
    return any(
        item.indicator_id == each.indicator.id
        and item.value is not None
        and item.unit_id in (None, each.unit_id)
        and is_of(item, each.saying.when[0], scope)
        for item in scope.report.measurements
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    slack = half_unit(one.decimals) + half_unit(other.decimals)
    return abs(one.value - other.value) < slack
