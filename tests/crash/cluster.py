"""A PostgreSQL cluster of one's own in a folder, which may be killed without anybody else noticing."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

HOST = "127.0.0.1"
OWNERS = ("postgres", "nobody")


def binaries():
    """The folder of the newest server that is installed, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    return found[-1].parent if found else None


class Cluster:
    """The server is a child of this process: nobody else would see a killed one to its grave."""

    def __init__(self, folder):
        self.folder, self.port, self._server = folder, free_port(), None
        settings = ("-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
        subprocess.run(
            _as_owner("initdb", "-D", folder, *settings), check=True, stdout=subprocess.DEVNULL, cwd=folder.parent
        )

    @property
    def address(self):
        return f"postgres://postgres@{HOST}:{self.port}/postgres"

    @property
    def is_running(self):
        return self._server is not None

    def start(self):
        """Returns when it answers, which after a kill is when it has read its log again."""
        options = ("-p", self.port, "-c", f"listen_addresses={HOST}", "-c", f"unix_socket_directories={self.folder}")
        with (self.folder / "log").open("ab") as log:
            command = _as_owner("postgres", "-D", self.folder, *options)
            self._server = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        for _attempt in range(600):
            with suppress(psycopg.OperationalError), psycopg.connect(self.address, connect_timeout=2):
                return
            assert self._server.poll() is None, (self.folder / "log").read_text()[-2000:]
            time.sleep(0.1)
        raise AssertionError("the server of the cluster does not answer")

    def kill(self):
        """`kill -9` of the postmaster: its children end by themselves as soon as they notice."""
        self._end(signal.SIGKILL)
        self._wait_until_gone()

    def stop_at_once(self):
        """As `pg_ctl stop -m immediate`: nothing is written on the way out."""
        self._end(signal.SIGQUIT)

    def _end(self, number):
        self._server.send_signal(number)
        self._server.wait()
        self._server = None

    def _wait_until_gone(self):
        """A new server refuses while a child of the old one still has its shared memory."""
        for _attempt in range(300):
            if not any(str(self.folder) in _open_folder(pid) for pid in Path("/proc").glob("[0-9]*")):
                return
            time.sleep(0.1)
        raise AssertionError("a process of the killed server is still there")


def _as_owner(name, *arguments):
    owner = _owner()
    prefix = ["setpriv", f"--reuid={owner}", f"--regid={owner}", "--clear-groups", "--"] if owner else []
    return [*prefix, str(binaries() / name), *map(str, arguments)]


def _open_folder(process):
    try:
        return str((process / "cwd").readlink())
    except OSError:
        return ""


def _owner():
    """The server refuses to run as root; everybody else runs it as themselves."""
    if os.getuid() != 0:
        return ""
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in OWNERS if name in known)


@contextmanager
def a_cluster():
    """Started; ended and removed on the way out."""
    parent = Path(tempfile.mkdtemp(prefix="uppfoljning-kluster-"))
    folder = parent / "data"
    try:
        if owner := _owner():
            shutil.chown(parent, owner)
        cluster = Cluster(folder)
        cluster.start()
        try:
            yield cluster
        finally:
            if cluster.is_running:
                cluster.stop_at_once()
    finally:
        shutil.rmtree(parent)


def free_port():
    with socket.socket() as found:
        found.bind((HOST, 0))
        return found.getsockname()[1]
