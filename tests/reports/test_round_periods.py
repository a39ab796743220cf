"""Which period an outcome in a round belongs to."""

from datetime import date

import pytest

from reports.round_periods import period_for


@pytest.mark.parametrize(
    ("frequency", "kind", "as_of", "code"),
    [
        ("year", "interim", date(2017, 8, 31), "2017-01..2017-08"),
        ("year", "year_end", date(2017, 12, 31), "2017"),
        ("tertial", "interim", date(2017, 8, 31), "2017T2"),
        ("quarter", "interim", date(2017, 8, 31), "2017K3"),
        ("month", "year_end", date(2017, 12, 31), "2017-12"),
        ("", "interim", date(2017, 8, 31), "2017-01..2017-08"),
        ("", "year_end", date(2017, 12, 31), "2017"),
        ("", "tertial_1", date(2017, 4, 30), "2017T1"),
        ("", "tertial_2", date(2017, 8, 31), "2017T2"),
        ("", "quarter", date(2017, 3, 31), "2017K1"),
        ("", "month", date(2017, 3, 31), "2017-03"),
    ],
)
def test_the_indicators_frequency_decides_and_else_the_rounds_kind(frequency, kind, as_of, code):
    assert period_for(frequency, kind, as_of).code == code
