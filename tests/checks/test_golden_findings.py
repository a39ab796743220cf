"""All that the checks find in the demo: the contradictions of the real documents, kept on purpose, and nothing else.

A file for each report, in the order of the page. After an intended change of a rule or of the demo: run with
RENEW_GOLDEN=1 and review the difference like code.
"""

import os
from datetime import date
from pathlib import Path

import pytest
from django.utils.translation import override

from reports.build.inspecting import inspect
from reports.checks import findings_in
from reports.demo.load import FIXTURES, load_plan
from reports.models import Report
from reports.plan_book.reading import fixture_books

BOOKS = {path.stem: path for path in fixture_books(FIXTURES)}
GOLDEN = Path(__file__).parent / "golden"


def told(report):
    """Each finding in two lines: how bad, by which rule, where; and what, where it does not say the place again."""
    lines = [f"{report.title}, {report.committee}"]
    for each in findings_in(inspect(report, date(2022, 9, 20))):
        message = each.message.replace("\xa0", " ").removeprefix(f"{each.where}: ")
        lines += ["", f"{each.severity} {each.rule} | {each.where}", f"    {message}"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("book", BOOKS)
def test_what_the_checks_find_in_the_demo(book, db):
    load_plan(BOOKS[book])
    with override("sv"):
        found = {f"{book}-{report.key}.txt": told(report) for report in Report.objects.select_related("committee")}
    if os.environ.get("RENEW_GOLDEN"):
        for path in GOLDEN.glob(f"{book}-*.txt"):
            path.unlink()
        for name, text in found.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob(f"{book}-*.txt")}
    assert found == kept
