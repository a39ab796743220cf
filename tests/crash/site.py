"""An installation whose processes can be killed: a web server, a worker, a database with the demo in it."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.crash.cluster import HOST, a_cluster, free_port

ROOT = Path(__file__).resolve().parents[2]
SILENT_AFTER = 4
"""Seconds; a worker that is killed is missed sooner than in production, so that a round takes less time."""
SECONDS_TO_RECOVER = 90


class Site:
    def __init__(self, folder, cluster=None, **environment):
        self.folder, self.cluster, self.port = Path(folder), cluster, free_port()
        address = cluster.address if cluster else f"sqlite:///{folder}/uppfoljning.sqlite3"
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "followup.settings",
            "VAR_DIR": str(folder),
            "DATABASE_URL": address,
            "ALLOWED_HOSTS": HOST,
            "LOG_LEVEL": "ERROR",
            **environment,
        }
        self._processes = {}
        self._log = (self.folder / "processes.log").open("ab")

    def manage(self, *arguments):
        subprocess.run(
            [sys.executable, "manage.py", *arguments], check=True, cwd=ROOT, env=self.environment, stdout=self._log
        )

    def start(self):
        """Whatever is not running. The web server is waited for."""
        from reports.demo.server import server_command

        self._start("web", server_command(self.port))
        self._start("worker", [sys.executable, "manage.py", "work", "-v0", "--silent-after", str(SILENT_AFTER)])
        self._wait_for_answer()

    def kill(self, name):
        """SIGKILL to the whole group: whatever it has started goes with it."""
        process = self._processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def is_running(self, name):
        return name in self._processes and self._processes[name].poll() is None

    def stop(self):
        for name in list(self._processes):
            with suppress(ProcessLookupError):
                self.kill(name)

    def words_of_processes(self):
        return (self.folder / "processes.log").read_text(errors="replace")

    def _start(self, name, command):
        if self.is_running(name):
            return
        self._processes[name] = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, process_group=0, stdout=self._log, stderr=self._log
        )

    def _wait_for_answer(self):
        give_up_at = time.monotonic() + SECONDS_TO_RECOVER
        while time.monotonic() < give_up_at:
            with suppress(OSError, http.client.HTTPException):
                connection = http.client.HTTPConnection(HOST, self.port, timeout=20)
                connection.request("GET", "/logga-in/")
                if connection.getresponse().status == 200:
                    return
            time.sleep(0.1)
        raise AssertionError("the web server does not answer")


@contextmanager
def a_site(database, folder=None, filled_with=("load_demo",), **environment):
    """Migrated, with the demo or what `filled_with` makes, not yet started. `database` is `SQLite` or `PostgreSQL`."""
    signal.signal(signal.SIGTERM, lambda *_told: sys.exit("ended"))  # so that nothing that was started is left behind
    parent = Path(folder or tempfile.mkdtemp(prefix="uppfoljning-krasch-"))
    try:
        if database == "SQLite":
            yield from _filled(Site(parent, **environment), filled_with)
        else:
            with a_cluster() as cluster:
                yield from _filled(Site(parent, cluster, **environment), filled_with)
    finally:
        if folder is None:
            shutil.rmtree(parent)


@contextmanager
def as_ours(site):
    """Inside, Django in this process looks at the site's database."""
    os.environ.update(site.environment)
    import django

    django.setup()
    yield


def _filled(site, filled_with):
    try:
        site.manage("migrate", "-v0")
        site.manage(*filled_with)
        yield site
    finally:
        site.stop()
