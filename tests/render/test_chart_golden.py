"""The charts as they are drawn, coordinate for coordinate.

After an intended change: run with RENEW_GOLDEN=1, look at the drawings and review the difference like code.
"""

import os
from pathlib import Path

import pytest

from reports.render.charts import chart_svg
from tests.render.charts import BARS, BUDGET, BY_SEX, STATUSES

GOLDEN = Path(__file__).parent / "golden"
CHARTS = {"chart_lines": BY_SEX, "chart_bars": BARS, "chart_statuses": STATUSES, "chart_budget": BUDGET}


@pytest.mark.parametrize("name", CHARTS)
def test_the_drawing_is_the_golden_one(name):
    drawing = f"{chart_svg(CHARTS[name], 'd')}\n"
    golden = GOLDEN / f"{name}.svg"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(drawing, encoding="utf-8")
    assert drawing == golden.read_text(encoding="utf-8")
