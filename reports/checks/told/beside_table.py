"""`Medarbetarna är 23 fler än i fjol` under a table of the staff of both years. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.numbers import MINUS, format_number
from followup.core.richtext import plain_text
from reports.build.arithmetic import ComputedTable
from reports.build.options import parsed
from reports.build.part_facts import SectionFact
from reports.checks.claims.passages import passages_of
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.named_tables import named_tables
from reports.checks.prose import Quantity
from reports.checks.scope import Scope
from reports.choices import RowKind, SectionKind

MORE_OR_FEWER = Rule(
    "text_against_table",
    Severity.WARNING,
    gettext_lazy("Texten säger en annan skillnad än tabellen bredvid"),
    gettext_lazy("Texten förklarar tabellen. Läsaren drar själv det ena talet från det andra och får ett annat svar."),
)

_PEOPLE = re.compile(r"(?<!\w)(?:medarbetar\w*|anställd\w*|person(?:er|erna)?)(?!\w)", re.IGNORECASE)
_MORE = re.compile(r" (?:medarbetare |anställda |personer )?(?:fler|färre)(?: medarbetare| anställda| personer)?", re.I)
_BEFORE = re.compile(
    r"(?:än|jämfört med)(?: [^\W\d]+){0,3} (?:i fjol|förra året|föregående år|året innan|ett år tidigare)", re.I
)
_TOTALS = (RowKind.SUM, RowKind.TOTAL, RowKind.GRAND_TOTAL)
_SHOWN = 60


def beside_tables(scope: Scope) -> Iterator[Finding]:
    for section, table in sections_with_tables(scope):
        yield from _section(section, table)


def sections_with_tables(scope: Scope) -> Iterator[tuple[SectionFact, ComputedTable]]:
    """Each section of a table, and those without a title that go on under it, with the table."""
    tables = {named.table.key: named.table for named in named_tables(scope)}
    table: ComputedTable | None = None
    for section in scope.report.sections:
        if section.kind == SectionKind.DATA_TABLE:
            table = tables.get(parsed(section.options).table)
        elif section.title or section.kind != SectionKind.TEXT:
            table = None
        if table is not None:
            yield section, table


def _section(section: SectionFact, table: ComputedTable) -> Iterator[Finding]:
    differences = _differences(table)
    if not differences:
        return
    for passage in passages_of(plain_text(section.content), section.content):
        if not _PEOPLE.search(passage.text) or not _BEFORE.search(passage.text):
            continue
        for quantity in passage.quantities:
            way = _MORE.match(passage.text, quantity.end)
            if way and quantity.is_count and not quantity.hedge and _differs(quantity, differences):
                place = Place(section.title or table.name, About.SECTION, section_id=section.id)
                yield MORE_OR_FEWER.finding(place, _message(place, passage.quote(0, way.end()), table, differences))


def _differences(table: ComputedTable) -> list[tuple[Decimal, Decimal]]:
    """The numbers of people of two years, earlier first, in the one row of totals."""
    columns = [column for column in range(1, len(table.decimals) + 1) if _PEOPLE.search(table.heading(column))]
    totals = [row for row in table.body if row.kind in _TOTALS]
    if len(totals) != 1 or len(columns) < 2:
        return []
    values = [totals[0].numbers.get(column) for column in columns]
    return [(one, other) for one, other in combinations(values, 2) if one is not None and other is not None]


def _differs(quantity: Quantity, pairs: list[tuple[Decimal, Decimal]]) -> bool:
    """Whether no two years are so far apart. Rounded numbers, such as full-time equivalents, may be."""
    return all(abs(abs(other - one) - quantity.value) >= 1 for one, other in pairs)


def _message(place: Place, said: str, table: ComputedTable, pairs: list[tuple[Decimal, Decimal]]) -> str:
    one, other = pairs[-1]
    high, low = max(one, other), min(one, other)
    return _(
        "%(where)s: Det står ”%(said)s”, men i tabellen ”%(table)s” är det %(high)s %(minus)s %(low)s = %(size)s."
    ) % {
        "where": place.words,
        "said": said if len(said) <= _SHOWN else f"… {said[-_SHOWN:]}",
        "table": table.name[:_SHOWN],
        "high": format_number(high, None),
        "minus": MINUS,
        "low": format_number(low, None),
        "size": format_number(high - low, None),
    }
