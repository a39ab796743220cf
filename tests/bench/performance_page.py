"""The table of docs/performance.md, between its marks: what was measured, with what, when."""

import os
import platform
import re
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version

BEGIN, END = "<!-- measured -->", "<!-- end of what was measured -->"
_PACKAGES = ("django", "weasyprint", "granian", "openpyxl", "psycopg")


def write_page(path, rows_by_database):
    text = path.read_text()
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n\n{table(rows_by_database)}\n{END}{after}")


def table(rows_by_database):
    lines = [circumstances(), ""]
    for database, rows in rows_by_database.items():
        lines += [
            f"### {database}",
            "",
            "| # | job | against | target | measured | |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += [
            f"| {row.number} | {row.job} | {row.floor} | {row.target} | {row.measured} | {verdict(row)} |"
            for row in rows
        ]
        lines.append("")
    return "\n".join(lines)


def verdict(row):
    return {True: "met", False: "**not met**", None: ""}[row.is_met]


def circumstances():
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = os.getloadavg()[0]
    return (
        f"`make bench`, {datetime.now(UTC):%Y-%m-%d}: Python {platform.python_version()}, {packages}, "
        f"SQLite {sqlite3.sqlite_version}, {postgres()}; {os.cpu_count()} processors, load {load:.1f} at the end."
    )


def postgres():
    try:
        answer = subprocess.run(["psql", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "no PostgreSQL client"
    found = re.search(r"\d+(\.\d+)*", answer)
    return f"PostgreSQL {found[0]}" if found else "PostgreSQL"
