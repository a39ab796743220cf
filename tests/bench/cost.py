"""What it costs to run: memory of web processes and worker, time to start, and bytes of a committee's year.

Memory is the proportional share (PSS) and, after it, the resident set (RSS), of one process; at its highest while two
hundred read a published report and while the worker publishes one of 60 pages.
"""

import http.client
import os
import re
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from tests.bench.installation import HOST, installation, served
from tests.bench.load import PORT, WEB_PROCESSES, a_published_report, publish_once, read, watched, worker
from tests.bench.rows import Row, mebibytes, seconds, tell

STARTS, BURST, SETTLED = 5, 15, 4.0
COMMITTEES, YEARS = 2, 4
LARGEST_TABLES = 8


def main():
    with installation(in_production=True) as folder:
        empty = database_size()
        committee_years(folder, empty)
        address, report = a_published_report()
        starts()
        memory(address, report)


def starts():
    """From a process that begins to its first answer."""
    times = []
    for _number in range(STARTS + 1):
        start = time.perf_counter()
        with a_server():
            wait_until_alive()
            times.append(time.perf_counter() - start)
    tell(
        Row("cost", "start: from nothing to the first answer of /halsa/", "", "", seconds(statistics.median(times[1:])))
    )


@contextmanager
def a_server():
    from reports.demo.server import server_command

    server = subprocess.Popen(server_command(PORT), env=os.environ, stderr=subprocess.DEVNULL)
    try:
        yield server
    finally:
        server.terminate()
        server.wait()


def wait_until_alive():
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection(HOST, PORT, timeout=5)
            connection.request("GET", "/halsa/")
            assert connection.getresponse().status == 200
            return
        except OSError:
            time.sleep(0.01)
    raise AssertionError("the server did not start")


def memory(address, report):
    with served(PORT, workers=WEB_PROCESSES) as server, worker() as work:
        read_once(address)
        time.sleep(SETTLED)
        told("what starts the web processes, at rest", [server.pid])
        told("a web process, at rest", children(server.pid))
        told("the worker, at rest", [work.pid])
        with watched({str(pid): pid for pid in children(server.pid)}) as highest:
            found = read(address, time.monotonic() + BURST)
        assert found.failed == 0, found
        tell(Row("cost", "memory: a web process, highest while 200 read", "", "", mebibytes(max(highest.values()))))
        with watched({"worker": work.pid}) as highest:
            assert publish_once(report)
        name = "memory: the worker, highest while it publishes 60 pages"
        tell(Row("cost", name, "", "", mebibytes(highest["worker"])))
        time.sleep(SETTLED)
        told("the worker, after that", [work.pid])


def read_once(address):
    """By as many connections as reach every process."""
    for _number in range(20 * WEB_PROCESSES):
        connection = http.client.HTTPConnection(HOST, PORT, timeout=10)
        connection.request("GET", address)
        connection.getresponse().read()
        connection.close()


def told(name, pids):
    """The largest of the processes."""
    share, resident = max(sizes_of(pid) for pid in pids)
    tell(Row("cost", f"memory: {name}", "", "", f"{mebibytes(share)} PSS, {mebibytes(resident)} RSS"))


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def sizes_of(pid):
    """Bytes: its proportional share and its resident set."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return tuple(1024 * int(re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)[1]) for name in ("Pss", "Rss"))


def committee_years(folder, empty):
    """Bytes, by the difference that so many committees and years make."""
    command = [sys.executable, "manage.py", "make_bench_data", "--committees", str(COMMITTEES), "--years", str(YEARS)]
    subprocess.run(command, check=True, env=os.environ | {"MODE": "development"}, stdout=subprocess.DEVNULL)
    number = COMMITTEES * YEARS
    tell(per_year("database", database_size() - empty, number))
    for table, size in tables()[:LARGEST_TABLES]:
        tell(per_year(table, size, number))
    files = sum(each.stat().st_size for each in Path(folder, "files").rglob("*") if each.is_file())
    tell(per_year("files (each committee's versions share one PDF)", files, number))


def per_year(name, size, number):
    return Row("cost", f"a committee's year: {name}", "", "", f"{size / number / 1000:.0f} kB")


def database_size():
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Path(connection.settings_dict["NAME"]).stat().st_size
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def tables():
    """The largest first, with their indexes; SQLite tells none."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_total_relation_size(relid) FROM pg_stat_user_tables "
            "ORDER BY pg_total_relation_size(relid) DESC, relname"
        )
        return cursor.fetchall()


if __name__ == "__main__":
    main()
