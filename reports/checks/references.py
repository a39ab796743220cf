"""Does what the sections show exist? Pure functions over the facts of a report."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.build.arithmetic import computed
from reports.build.facts import ReportFacts, SectionFact
from reports.build.needs import SHOWS_INDICATORS
from reports.build.options import SectionOptions, parsed
from reports.checks.finding import Finding, Severity
from reports.choices import RowKind, SectionKind

NO_ROWS = {RowKind.HEADING, RowKind.COMPUTATION}


def references(facts: ReportFacts) -> Iterator[Finding]:
    """An error for each section that shows a table or an indicator that is not there, or does not say which.

    A warning for a table without rows, and a note for each column that the table does not have.
    """
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
                yield _finding("empty_table", Severity.WARNING, section, message)
            else:
                yield from _missing_columns(section, options, len(computed(table).decimals))
        elif section.kind == SectionKind.CHART and not options.indicators:
            message = _("Diagrammet ”%(section)s” saknar uppgift om vad det ska visa: indikatorer= eller tabell=.")
            yield _finding("empty_chart", Severity.ERROR, section, message)
        if section.kind in SHOWS_INDICATORS:
            yield from _missing_indicators(section, options, indicators)


def _missing_table(section: SectionFact, key: str) -> Finding:
    if not key:
        message = _("Avsnittet ”%(section)s” säger inte vilken tabell det ska visa: skriv tabell= och tabellens Id.")
        return _finding("missing_table", Severity.ERROR, section, message)
    message = _("Avsnittet ”%(section)s” visar tabellen ”%(key)s”, som inte finns i rapporten.")
    return _finding("missing_table", Severity.ERROR, section, message, key)


def _missing_columns(section: SectionFact, options: SectionOptions, width: int) -> Iterator[Finding]:
    message = _("Avsnittet ”%(section)s” visar kolumn %(key)s, som inte finns i tabellen.")
    for column in dict.fromkeys(options.columns):
        if column > width:
            yield _finding("missing_column", Severity.NOTE, section, message, str(column))


def _missing_indicators(section: SectionFact, options: SectionOptions, indicators: set[str]) -> Iterator[Finding]:
    message = _("Avsnittet ”%(section)s” visar indikatorn ”%(key)s”, som inte finns i planen.")
    for key in dict.fromkeys(options.indicators):
        if key not in indicators:
            yield _finding("missing_indicator", Severity.ERROR, section, message, key)


def _finding(rule: str, severity: Severity, section: SectionFact, message: str, key: str = "") -> Finding:
    where = section.title or str(SectionKind(section.kind).label).capitalize()
    return Finding(rule, severity, where, message % {"section": where, "key": key}, section_id=section.id)
