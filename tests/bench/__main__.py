"""`python -m tests.bench [NAME …]`: measures on SQLite and, where one answers, on PostgreSQL; prints every row.

Each name is a module here; each gets an empty database of its own. As soon as one is measured its rows are kept, and
the tables of docs/performance.md and the chart of docs/growth.md written anew: those of the others stay as they were
measured last. `POSTGRES` names the server to make databases at; without it there is SQLite alone.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from tests.bench.performance_page import read_kept, with_rows, write_chart, write_page
from tests.bench.rows import Row, read

NAMES = (
    "paper",
    "queue",
    "reading",
    "loading",
    "workbooks",
    "saving",
    "pages",
    "waited",
    "peer",
    "entry",
    "overview",
    "search",
    "growth",
    "cost",
    "phone",
    "writing",
    "load",
)
ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests/bench/measured.json"


def main(asked):
    names = asked or NAMES
    unknown = set(names) - set(NAMES)
    if unknown:
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. Known: {', '.join(NAMES)}.")
    server = os.environ.get("POSTGRES", "")
    for name in names:
        keep("SQLite", name, told(name, dict(os.environ), "SQLite"))
        if server:
            with a_database(server) as address:
                keep("PostgreSQL", name, told(name, os.environ | {"DATABASE_URL": address}, "PostgreSQL"))


def keep(database, name, rows):
    kept = with_rows(read_kept(KEPT), database, name, rows)
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    write_page(ROOT / "docs/performance.md", kept, NAMES)
    write_chart(ROOT / "docs/images/growth.svg", kept)


@contextmanager
def a_database(server):
    """An empty one at the server: its address."""
    name = f"uppfoljning_bench_{os.getpid()}"
    subprocess.run([sys.executable, ".ci/postgres-database", "create", server, name], check=True, cwd=ROOT)
    try:
        yield f"{server.rsplit('/', 1)[0]}/{name}"
    finally:
        subprocess.run([sys.executable, ".ci/postgres-database", "drop", server, name], check=True, cwd=ROOT)


def told(name, environment, database):
    command = [sys.executable, "-m", f"tests.bench.{name}"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        rows = []
        for line in process.stdout:
            row = read(line)
            if row is None:
                print(line, end="")
                continue
            verdict = {True: "met", False: "MISSED", None: ""}[row.is_met]
            print(f"{database:10} {row.number:4} {row.job}: {row.measured}  [{row.target}] {verdict}", flush=True)
            rows.append(row)
    if process.returncode:
        rows.append(Row("", f"{name} could not be measured", "", "", f"exit {process.returncode}", False))
    return rows


if __name__ == "__main__":
    main(sys.argv[1:])
