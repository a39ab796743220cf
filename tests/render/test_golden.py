"""The example reports as they are on screen and on paper, word for word.

After an intended change: run with RENEW_GOLDEN=1 and review the difference like code.
"""

import os
import re
from pathlib import Path

import pytest

from reports.render.html import render_html
from reports.render.pdf import print_source
from tests.render.example import example_document
from tests.render.example_blocks import rich_document
from tests.render.example_summed_up import summed_up_document

GOLDEN = Path(__file__).parent / "golden"


REPORTS = {"": example_document, "blocks_": rich_document, "summed_up_": lambda: summed_up_document(sections=())}


def words_and_structure(page):
    """The page without its style and empty lines, and with each drawing as a bare element."""
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    page = re.sub(r"<svg\b.*?</svg>", "<svg></svg>", page, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in page.splitlines() if line.strip()) + "\n"


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("medium", ["screen", "paper"])
def test_the_page_is_the_golden_one(name, medium):
    document = REPORTS[name]()
    source = render_html(document).decode() if medium == "screen" else print_source(document)
    page = words_and_structure(source)
    golden = GOLDEN / f"{name}{medium}.html"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")
