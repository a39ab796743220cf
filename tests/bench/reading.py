"""A published report, read: `python -m tests.bench.reading` tells rows of the database that the environment names.

The page, compressed, asked for again by somebody who has it, and the PDF, each against the same bytes as a static file
from the same server process. Requests a second and the 95th percentile as ratios: the median of alternating rounds.
"""

import gzip
import http.client
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.installation import HOST, installation, served
from tests.bench.rows import Row, tell

PORT, ROUNDS, SECONDS, CONNECTIONS = 8341, 5, 3, 8
REPORT = "/kalmar-socialnamnden/tertial-2022-08"
_SCRIPT = 'done = function(_, latency) print(string.format("P95 %.3f", latency:percentile(95) / 1000)) end'


@dataclass(frozen=True)
class Asked:
    """One thing that is asked for: the report's address and the static file's, with the headers that each is sent."""

    name: str
    report: str
    static: str
    target: float
    headers: dict[str, str] = field(default_factory=dict)
    knows_it: bool = False


CASES = (
    Asked("reading a published page", f"{REPORT}/", "/static/bench/report.html", 0.85),
    Asked("the page compressed", f"{REPORT}/", "/static/bench/report.html", 1.1, {"Accept-Encoding": "gzip"}),
    Asked("the page not modified", f"{REPORT}/", "/static/bench/report.html", 1.1, knows_it=True),
    Asked("the PDF", f"{REPORT}/v1/tertial-2022-08.pdf", "/static/bench/report.pdf", 0.95),
)


def main():
    with installation(in_production=True) as folder:
        from django.test import Client

        subprocess.run(
            [sys.executable, "manage.py", "load_demo"],
            check=True,
            env=os.environ | {"MODE": "development"},
            stdout=subprocess.DEVNULL,
        )
        place = Path(folder, "static", "bench")
        place.mkdir()
        page = Client().get(f"{REPORT}/").content
        (place / "report.html").write_bytes(page)
        (place / "report.html.gz").write_bytes(gzip.compress(page, compresslevel=6, mtime=0))
        (place / "report.pdf").write_bytes(Client().get(CASES[-1].report).content)
        with served(PORT), tempfile.TemporaryDirectory() as scripts:
            script = Path(scripts, "p95.lua")
            script.write_text(_SCRIPT)
            for case in CASES:
                tell(compared(case, script))


def compared(case, script):
    """A row. The first round warms up and is not counted."""
    rounds = [(measured(case, case.report, script), measured(case, case.static, script)) for _ in range(ROUNDS + 1)]
    ours, static = zip(*rounds[1:], strict=True)
    rate = statistics.median(own[0] / other[0] for own, other in zip(ours, static, strict=True))
    late = statistics.median(own[1] / other[1] for own, other in zip(ours, static, strict=True))
    median = statistics.median(own[0] for own in ours)
    told = f"× {rate:.2f} ({median:.0f} requests a second); 95th percentile × {late:.2f}"
    return Row(
        "7", case.name, "the same bytes as a static file, same server", f"≥ {case.target}", told, rate >= case.target
    )


def measured(case, path, script):
    """Requests a second, and the milliseconds within which 95 of 100 were answered."""
    headers = dict(case.headers)
    if case.knows_it:
        headers["If-None-Match"] = etag_of(path)
    options = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    told = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(script), *options, f"http://{HOST}:{PORT}{path}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    words = {line.split()[0]: line.split()[-1] for line in told.splitlines() if line.split()}
    expected = "304" if case.knows_it else "200"
    assert status_of(path, headers) == expected, f"{path} answered otherwise than {expected}"
    return float(words["Requests/sec:"]), float(words["P95"])


def etag_of(path):
    return answer(path, {}).headers["ETag"]


def status_of(path, headers):
    return str(answer(path, headers).status)


def answer(path, headers):
    connection = http.client.HTTPConnection(HOST, PORT, timeout=30)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    response.read()
    return response


if __name__ == "__main__":
    main()
