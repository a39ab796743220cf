"""The tables of docs/performance.md, between their marks: what each part measured last, with what, when.

What is kept, as JSON: database → name of the part → `when`, `with` (versions) and `rows`.
"""

import json
import os
import platform
import re
import sqlite3
import subprocess
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version

from tests.bench.growth import SIZES
from tests.bench.growth_chart import drawn
from tests.bench.rows import Row

BEGIN, END = "<!-- measured -->", "<!-- end of what was measured -->"
_PACKAGES = ("django", "weasyprint", "granian", "openpyxl", "psycopg")


def read_kept(path):
    return json.loads(path.read_text()) if path.exists() else {}


def with_rows(kept, database, name, rows):
    """What is kept, with what the part has measured now in place of what it measured before."""
    told = {"when": f"{datetime.now(UTC):%Y-%m-%d}", "with": circumstances(), "rows": [asdict(row) for row in rows]}
    return kept | {database: kept.get(database, {}) | {name: told}}


def write_page(path, kept, names):
    text = path.read_text()
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n\n{tables(kept, names)}\n{END}{after}")


def write_chart(path, kept):
    """What grows, drawn; nothing where it has not been measured."""
    found = {
        database: {row["job"]: row["figures"] for row in parts["growth"]["rows"] if row["figures"]}
        for database, parts in kept.items()
        if "growth" in parts
    }
    if found:
        path.write_text(drawn(found, SIZES))


def tables(kept, names):
    """A table for each database, its parts in the order of `names`."""
    lines = []
    for database, parts in kept.items():
        lines += [f"### {database}", "", "| # | job | against | target | measured | | part |", f"|{' --- |' * 7}"]
        for name in names:
            for row in (Row(**each) for each in parts.get(name, {}).get("rows", ())):
                cells = (row.number, row.job, row.floor, row.target, row.measured, verdict(row), name)
                lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    told = {f"{each['when']}: {each['with']}": None for parts in kept.values() for each in parts.values()}
    return "\n".join([*lines, "Measured with:", "", *(f"- {each}" for each in sorted(told)), ""])


def verdict(row):
    return {True: "met", False: "**not met**", None: ""}[row.is_met]


def circumstances():
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"Python {platform.python_version()}, {packages}, SQLite {sqlite3.sqlite_version}, {postgres()}; "
        f"{os.cpu_count()} processors."
    )


def postgres():
    try:
        answer = subprocess.run(["psql", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "no PostgreSQL client"
    found = re.search(r"\d+(\.\d+)*", answer)
    return f"PostgreSQL {found[0]}" if found else "PostgreSQL"
