"""A cell of a table beside the outcome of the indicator that its row is named after. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from followup.core.numbers import format_number
from indicators.measures import in_words
from reports.build.facts import IndicatorFact
from reports.build.figures import places
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.named_tables import named_tables
from reports.checks.rounding import slack
from reports.checks.scope import Scope

TABLE_OUTCOME = Rule(
    "table_against_outcome",
    Severity.WARNING,
    gettext_lazy("En tabell visar ett annat utfall än indikatorn"),
    gettext_lazy("Raden heter som indikatorn, och kolumnen gäller samma år. Läsaren ser två olika svar."),
)

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OUTCOMES = re.compile(r"^(?:utfall|bokslut|resultat|år|helår)?\s*\d{4}$", re.IGNORECASE)


def outcomes_in_tables(scope: Scope) -> Iterator[Finding]:
    """Only where the names are equal, and the column is of one whole year's outcome."""
    indicators = _by_name(scope)
    for named in named_tables(scope):
        table = named.table
        years = {
            column: int(_YEAR.findall(heading)[0])
            for column in range(1, len(table.decimals) + 1)
            if _OUTCOMES.match(heading := table.heading(column).strip())
        }
        for row in table.body:
            indicator = indicators.get(row.label.casefold().strip())
            if indicator is None or not row.has_numbers:
                continue
            for column, year in years.items():
                value, stored = row.numbers.get(column), _stored(scope, indicator, year)
                if value is None or stored is None or _agree(value, stored):
                    continue
                where = named.cell(row, column)
                message = _("%(where)s: %(given)s, men det utfall som är inlagt för %(year)d är %(stored)s.") % {
                    "where": where,
                    "given": format_number(value, places(value)),
                    "year": year,
                    "stored": in_words(stored, indicator.decimals, indicator.unit_of_measure),
                }
                yield TABLE_OUTCOME.finding(named.place(where), message)


def _by_name(scope: Scope) -> dict[str, IndicatorFact]:
    """Those whose name no other indicator has."""
    found: dict[str, IndicatorFact] = {}
    twice: set[str] = set()
    for indicator in scope.report.indicators:
        name = indicator.name.casefold().strip()
        twice.update({name} & found.keys())
        found[name] = indicator
    return {name: indicator for name, indicator in found.items() if name not in twice}


def _stored(scope: Scope, indicator: IndicatorFact, year: int) -> Decimal | None:
    return next(
        (
            item.value
            for item in scope.report.measurements
            if item.indicator_id == indicator.id
            and item.period == str(year)
            and item.unit_id is None
            and item.sex == Sex.TOTAL
            and not item.submeasure
            and not item.words
        ),
        None,
    )


def _agree(value: Decimal, stored: Decimal) -> bool:
    return abs(value - stored) <= slack((value, stored))
