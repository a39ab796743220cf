"""`python -m tests.bench [NAME …]`: measures on SQLite and, where one answers, on PostgreSQL; prints every row.

Each name is a module here; each gets an empty database of its own. When all are measured the table in
docs/performance.md is written anew. `POSTGRES` names the server to make databases at; without it there is SQLite alone.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.performance_page import write_page
from tests.bench.rows import Row, read

NAMES = ("paper", "reading", "loading", "workbooks", "saving", "pages", "peer", "entry", "overview", "search", "load")
ROOT = Path(__file__).resolve().parents[2]


def main(asked):
    names = asked or NAMES
    unknown = set(names) - set(NAMES)
    if unknown:
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. Known: {', '.join(NAMES)}.")
    server = os.environ.get("POSTGRES", "")
    rows = {"SQLite": measured(names, "")}
    if server:
        rows["PostgreSQL"] = measured(names, server)
    if not asked:
        write_page(ROOT / "docs/performance.md", rows)


def measured(names, server):
    found = []
    for name in names:
        database = f"uppfoljning_bench_{os.getpid()}"
        environment = dict(os.environ)
        if server:
            subprocess.run([sys.executable, ".ci/postgres-database", "create", server, database], check=True, cwd=ROOT)
            environment["DATABASE_URL"] = f"{server.rsplit('/', 1)[0]}/{database}"
        try:
            found += told(name, environment, "PostgreSQL" if server else "SQLite")
        finally:
            if server:
                subprocess.run(
                    [sys.executable, ".ci/postgres-database", "drop", server, database], check=True, cwd=ROOT
                )
    return found


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
