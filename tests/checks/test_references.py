"""Sections that show what is not there are told of."""

import pytest

from reports.build.part_facts import SectionFact
from reports.checks.finding import Severity
from reports.checks.references import references
from tests.build.data_tables import a_table
from tests.checks.scopes import a_scope

TABLE = a_table(("rad", "A", "1"), key="drift")


def found(kind, options, tables=(TABLE,), title="Ekonomi"):
    section = SectionFact(7, 1, title, kind, "", options)
    return list(references(a_scope(sections=(section,), tables=tables)))


@pytest.mark.parametrize("kind", ["data_table", "chart"])
def test_a_table_that_does_not_exist_is_an_error(kind):
    (finding,) = found(kind, {"tabell": ("kassa",)})
    assert (finding.rule, finding.severity, finding.place.section_id) == ("missing_table", Severity.ERROR, 7)
    assert finding.message == "Avsnittet ”Ekonomi” visar tabellen ”kassa”, som inte finns i rapporten."


def test_a_table_section_must_say_which():
    (finding,) = found("data_table", {}, title="")
    assert (finding.rule, finding.where) == ("missing_table", "Tabell")
    assert "säger inte vilken" in finding.message


def test_a_chart_must_say_of_what():
    (finding,) = found("chart", {})
    assert (finding.rule, finding.severity) == ("empty_chart", Severity.ERROR)


@pytest.mark.parametrize("kind", ["chart", "indicator_table"])
def test_an_indicator_that_does_not_exist_is_an_error(kind):
    (finding,) = found(kind, {"indikatorer": ("i99", "i99")})
    assert (finding.rule, finding.severity) == ("missing_indicator", Severity.ERROR)
    assert finding.message == "Avsnittet ”Ekonomi” visar indikatorn ”i99”, som inte finns i planen."


def test_a_table_without_rows_is_a_warning():
    (finding,) = found("data_table", {"tabell": ("drift",)}, tables=(a_table(("rubrik", "", "A"), key="drift"),))
    assert (finding.rule, finding.severity) == ("empty_table", Severity.WARNING)


@pytest.mark.parametrize("kind", ["data_table", "chart"])
def test_a_column_that_the_table_does_not_have_is_noted(kind):
    (finding,) = found(kind, {"tabell": ("drift",), "kolumner": ("1", "9", "9")})
    assert (finding.rule, finding.severity) == ("missing_column", Severity.NOTE)
    assert finding.message == "Avsnittet ”Ekonomi” visar kolumn 9, som inte finns i tabellen."


@pytest.mark.parametrize(
    ("kind", "options"),
    [("data_table", {"tabell": ("drift",)}), ("chart", {"tabell": ("drift",)}), ("text", {"indikatorer": ("i99",)})],
)
def test_what_is_there_is_not_mentioned(kind, options):
    assert found(kind, options) == []
