"""Which period an outcome that is entered in a round belongs to. Pure."""

from datetime import date
from typing import cast

from followup.core.periods import Frequency, Period, period_of
from reports.choices import RoundKind

_FREQUENCY_OF_KIND: dict[str, Frequency] = {
    RoundKind.TERTIAL_1: "tertial",
    RoundKind.TERTIAL_2: "tertial",
    RoundKind.INTERIM: "year",
    RoundKind.YEAR_END: "year",
    RoundKind.QUARTER: "quarter",
    RoundKind.MONTH: "month",
}


def period_for(frequency: str, kind: str, as_of: date) -> Period:
    """The period that an indicator's outcome concerns in a round of a kind as of a date.

    The indicator's own frequency decides; without one the round's kind does. The period is the month, quarter or
    tertial that holds the date, and of a year what has been of it. So as of 31 August 2017 a yearly indicator is asked
    for `2017-01..2017-08`, at the year's end for `2017`, a quarterly one for `2017K3`; one without frequency for
    `2017-01..2017-08` in an interim round and for `2017T2` in a tertial's.
    """
    return period_of(cast(Frequency, frequency) if frequency else _FREQUENCY_OF_KIND[kind], as_of)
