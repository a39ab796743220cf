"""The grid's cells: what goes with a figure that the cell's text does not say."""

from decimal import Decimal

import pytest

from followup.core.periods import parse_period
from indicators.commands.outcomes import Outcome
from indicators.models import Indicator
from reports.forms.grid_sheet import SEEN, GridCell, GridSheet


@pytest.mark.parametrize(("text", "counts"), [("80 prel.", (40, 50)), ("82", (None, None)), ("", (None, None))])
def test_the_counts_behind_a_share_go_with_the_value_that_they_gave(text, counts):
    share = Outcome(value=Decimal(80), numerator=Decimal(40), denominator=Decimal(50))
    cell = GridCell("u1-0-total-2017", Indicator(pk=1), "", "total", parse_period("2017"), share, is_locked=False)
    sheet = GridSheet([cell], {SEEN: GridSheet([cell]).seen, cell.name: text})
    (edit,) = sheet.edits
    assert edit.seen == share
    assert (edit.outcome.numerator, edit.outcome.denominator) == counts
