"""Everything at once: `python -m tests.bench.load [seconds]`, two minutes when nothing is said.

Two hundred readers of a published report (wrk, signed out, compressed), fifty reporters who save what they type every
other second, an import of twenty thousand outcomes and a publication, again and again, with as many web processes as
the image starts and one worker.
Each kind first by itself, in the same run: that is the floor. Memory is the proportional share (PSS), at its highest.
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.bench.installation import HOST, installation, served
from tests.bench.made import asked_to_publish
from tests.bench.reporters import REPORTERS, Form, a_unit_with, reporters
from tests.bench.rows import Row, mebibytes, seconds, tell
from tests.bench.workbooks import a_plan_with_outcomes

PORT, READERS, SECONDS, ALONE, PAUSE = 8989, 200, 120, 15, 2.0
WEB_PROCESSES = 2
SHARE = 0.95


@dataclass(frozen=True)
class Kind:
    """What came of one kind of work: how many, how many failed, and the 95th percentile in seconds."""

    count: int
    failed: int
    late: float


def main():
    lasting = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with installation(in_production=True) as folder:
        address, report = a_published_report()
        books = two_books(folder)
        people = reporters(a_unit_with(40))
        with served(PORT, workers=WEB_PROCESSES) as server, worker() as work:
            work_of = {
                "readers": lambda until: read(address, until),
                "reporters who save": lambda until: report_all(people, until),
                "imports": lambda until: again(lambda: import_once(next(books)), until),
                "publications": lambda until: again(lambda: publish_once(report), until),
            }
            alone = {name: act(time.monotonic() + ALONE) for name, act in work_of.items()}
            with watched({"web processes": server.pid, "worker": work.pid}) as highest:
                together = at_once(work_of, time.monotonic() + lasting)
        for name, found in together.items():
            tell(row(name, found, alone[name], lasting))
        for name, size in highest.items():
            tell(Row("load", f"memory of the {name}, at its highest", "", "", mebibytes(size)))


def row(name, found, before, lasting):
    ratio = found.late / before.late
    told = (
        f"{found.count} in {lasting:.0f} s, {found.failed} failed; 95th percentile {seconds(found.late)}, × {ratio:.1f}"
    )
    floor = f"the same kind alone: {seconds(before.late)}"
    return Row("load", f"all at once: {name}", floor, "0 failed", told, found.failed == 0 and found.count > 0)


def at_once(work_of, until):
    with ThreadPoolExecutor(len(work_of)) as pool:
        waiting = {name: pool.submit(act, until) for name, act in work_of.items()}
        return {name: each.result() for name, each in waiting.items()}


def a_published_report():
    """Kalmar's of the demo, read by everyone: its address and the report."""
    from followup.core.access import COMMAND_LINE
    from reports.checks import findings_for
    from reports.checks.finding import Severity
    from reports.choices import Audience
    from reports.commands.findings import waive_findings
    from reports.commands.publishing import publish
    from tests import builders
    from tests.bench.paper import KALMAR, the_report

    report = the_report(KALMAR)
    found = {finding.fingerprint for finding in findings_for(report) if finding.severity == Severity.WARNING}
    person = builders.a_user("klara", is_superuser=True)
    waive_findings(report=report, fingerprints=found, reason="Mätning.", by=person)
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=COMMAND_LINE)
    return f"/{report.committee.slug}/{report.slug}/", report


def read(address, until):
    """By wrk: a connection a reader, each asking again when it is answered."""
    lasting = max(1, round(until - time.monotonic()))
    script = (
        'done = function(summary, latency) local e = summary.errors; print(string.format("FOUND %d %d %.6f", '
        "summary.requests, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(95) / 1000000)) end"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = ["wrk", f"-c{READERS}", "-t2", f"-d{lasting}s", "--timeout", "10s", "-s", file.name]
        command += ["-H", "Accept-Encoding: gzip", f"http://{HOST}:{PORT}{address}"]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    count, failed, late = re.search(r"FOUND (\d+) (\d+) ([\d.]+)", answer).groups()
    return Kind(int(count), int(failed), float(late))


def report_all(people, until):
    with ThreadPoolExecutor(REPORTERS) as pool:
        found = [each for times in pool.map(lambda person: save_until(person, until), people) for each in times]
    return kind_of(found)


def save_until(person, until):
    """Seconds of each save, None where it failed."""
    found = []
    form = Form(PORT, *person)
    while time.monotonic() < until:
        found.append(form.save())
        time.sleep(PAUSE)
    return found


def again(act, until):
    found = []
    while time.monotonic() < until or not found:
        start = time.monotonic()
        found.append(time.monotonic() - start if act() else None)
    return kind_of(found)


def import_once(file):
    """By the command, in a process of its own as from a controller's browser."""
    command = [sys.executable, "manage.py", "import_plan", str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def two_books(folder):
    """The same plan with twenty thousand outcomes, all different in the two: each time there is something to write."""
    from django.db.models import F

    from indicators.models import Measurement
    from reports.plan_book.stored import stored_book
    from reports.plan_book.writing import write_workbook

    plan, book = a_plan_with_outcomes()
    Measurement.objects.filter(plan=plan).update(value=F("value") + 1)
    files = [Path(folder, name) for name in ("one.xlsx", "other.xlsx")]
    for file, content in zip(files, (book, write_workbook(stored_book(plan))), strict=True):
        file.write_bytes(content)
    return cycle(files)


def publish_once(report):
    """Ordered as a controller does, and done by the worker."""
    from reports.choices import JobState

    job = asked_to_publish(report)
    while True:
        job.refresh_from_db()
        if not JobState(job.state).is_open:
            return job.state == JobState.DONE
        time.sleep(0.2)


def kind_of(found):
    ok = sorted(each for each in found if each is not None)
    late = ok[min(len(ok) - 1, int(len(ok) * SHARE))] if ok else float("inf")
    return Kind(len(found), len(found) - len(ok), late)


@contextmanager
def worker():
    command = [sys.executable, "manage.py", "work", "--verbosity", "0", "--interval", "0.2"]
    process = subprocess.Popen(command, env=os.environ)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def watched(processes):
    """By name the highest memory of a process and its children, looked at four times a second."""
    highest = dict.fromkeys(processes, 0)
    ended = threading.Event()

    def look():
        while not ended.wait(0.25):
            for name, pid in processes.items():
                highest[name] = max(highest[name], memory_of(pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield highest
    finally:
        ended.set()
        watcher.join()


def memory_of(pid):
    """Bytes, with those of its children."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = sum(1024 * int(size) for size in re.findall(r"^Pss:\s+(\d+)", told, re.MULTILINE))
    return own + sum(memory_of(child) for child in children)


if __name__ == "__main__":
    main()
