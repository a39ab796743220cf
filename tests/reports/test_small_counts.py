"""From the committee's and the indicator's setting to what stands in the report."""

import pytest

from indicators.models import Indicator
from reports.build import build_report
from reports.build.gather import gather
from reports.checks import findings_for
from tests.builders import a_measurement, a_report, a_section, an_indicator


@pytest.fixture
def report(world):
    indicator = an_indicator(world.goals[0], unit_of_measure="personer", suppresses_small_counts=True)
    for unit, value in ((None, 40), (world.afi, 3), (world.ifo, 37)):
        a_measurement(indicator, period="2017", unit=unit, value=value)
    report = a_report(world.round)
    a_section(report, kind="indicator_table", title="Indikatorer")
    return report


def shown(report):
    table = build_report(report).sections[0].block
    return [cell.text for row in table.body for cell in row.cells if cell.text.isdigit() or cell.text == ".."]


def test_the_indicator_says_whether_small_counts_are_hidden(report):
    assert shown(report) == ["40", "..", ".."]
    Indicator.objects.update(suppresses_small_counts=False)
    assert shown(report) == ["40", "3", "37"]


def test_the_committee_says_how_few_they_are(report, world):
    assert gather(report).smallest_count == 5
    type(world.committee).objects.update(smallest_count=3)
    report.refresh_from_db()
    assert shown(report) == ["40", "3", "37"]


def test_what_is_hidden_is_no_finding_and_what_is_not_is_one(report):
    def found():
        return [finding.rule for finding in findings_for(report) if finding.rule == "small_count"]

    assert found() == []
    Indicator.objects.update(suppresses_small_counts=False)
    assert found() == ["small_count"]
