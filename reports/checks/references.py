"""Does what the sections show exist? Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.arithmetic import computed
from reports.build.needs import SHOWS_INDICATORS
from reports.build.options import SectionOptions, parsed
from reports.build.part_facts import SectionFact
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.scope import Scope, capitalised
from reports.choices import RowKind, SectionKind

MISSING_TABLE = Rule(
    "missing_table",
    Severity.ERROR,
    gettext_lazy("Ett avsnitt visar en tabell som inte finns"),
    gettext_lazy("Avsnittet skulle bli tomt i rapporten."),
)
EMPTY_TABLE = Rule(
    "empty_table",
    Severity.WARNING,
    gettext_lazy("En tabell har inga rader"),
    gettext_lazy("En tabell utan siffror läses som att siffrorna har fallit bort."),
)
MISSING_COLUMN = Rule(
    "missing_column",
    Severity.NOTE,
    gettext_lazy("Ett avsnitt visar en kolumn som inte finns"),
    gettext_lazy("Kolumnen utelämnas. Avsnittet visar kanske inte det som var tänkt."),
)
EMPTY_CHART = Rule(
    "empty_chart",
    Severity.ERROR,
    gettext_lazy("Ett diagram säger inte vad det ska visa"),
    gettext_lazy("Diagrammet skulle bli tomt i rapporten."),
)
MISSING_INDICATOR = Rule(
    "missing_indicator",
    Severity.ERROR,
    gettext_lazy("Ett avsnitt visar en indikator som inte finns"),
    gettext_lazy("Indikatorn kan ha tagits bort ur planen eller fått ett annat id."),
)
RULES = (MISSING_TABLE, EMPTY_TABLE, MISSING_COLUMN, EMPTY_CHART, MISSING_INDICATOR)

NO_ROWS = {RowKind.HEADING, RowKind.COMPUTATION}


def references(scope: Scope) -> Iterator[Finding]:
    """An error for each section that shows a table or an indicator that is not there, or does not say which.

    A warning for a table without rows, and a note for each column that the table does not have.
    """
    facts = scope.report
    tables = {table.key: table for table in facts.tables}
    indicators = {indicator.key for indicator in facts.indicators}
    for section in facts.sections:
        options = parsed(section.options)
        if section.kind == SectionKind.DATA_TABLE or (section.kind == SectionKind.CHART and options.table):
            table = tables.get(options.table)
            if table is None:
                yield _missing_table(section, options.table)
            elif all(row.kind in NO_ROWS for row in table.rows):
                message = _("Avsnittet ”%(section)s” visar en tabell som inte har några rader.")
                yield _finding(EMPTY_TABLE, section, message)
            else:
                yield from _missing_columns(section, options, len(computed(table).decimals))
        elif section.kind == SectionKind.CHART and not options.indicators:
            message = _("Diagrammet ”%(section)s” saknar uppgift om vad det ska visa: indikatorer= eller tabell=.")
            yield _finding(EMPTY_CHART, section, message)
        if section.kind in SHOWS_INDICATORS:
            yield from _missing_indicators(section, options, indicators)


def _missing_table(section: SectionFact, key: str) -> Finding:
    if not key:
        message = _("Avsnittet ”%(section)s” säger inte vilken tabell det ska visa: skriv tabell= och tabellens Id.")
        return _finding(MISSING_TABLE, section, message)
    message = _("Avsnittet ”%(section)s” visar tabellen ”%(key)s”, som inte finns i rapporten.")
    return _finding(MISSING_TABLE, section, message, key)


def _missing_columns(section: SectionFact, options: SectionOptions, width: int) -> Iterator[Finding]:
    message = _("Avsnittet ”%(section)s” visar kolumn %(key)s, som inte finns i tabellen.")
    for column in dict.fromkeys(options.columns):
        if column > width:
            yield _finding(MISSING_COLUMN, section, message, str(column))


def _missing_indicators(section: SectionFact, options: SectionOptions, indicators: set[str]) -> Iterator[Finding]:
    message = _("Avsnittet ”%(section)s” visar indikatorn ”%(key)s”, som inte finns i planen.")
    for key in dict.fromkeys(options.indicators):
        if key not in indicators:
            yield _finding(MISSING_INDICATOR, section, message, key)


def _finding(rule: Rule, section: SectionFact, message: str, key: str = "") -> Finding:
    where = section.title or capitalised(str(SectionKind(section.kind).label))
    return rule.finding(Place(where, About.SECTION, section_id=section.id), message % {"section": where, "key": key})
