"""A PostgreSQL cluster of one's own in a folder, which may be killed without anybody else noticing."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
OWNERS = ("postgres", "nobody")


def binaries():
    """The folder of the newest server that is installed, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    return found[-1].parent if found else None


class Cluster:
    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self._run("initdb", "-D", folder, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")

    @property
    def address(self):
        return f"postgres://postgres@{HOST}:{self.port}/postgres"

    def start(self):
        options = f"-p {self.port} -c listen_addresses={HOST} -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "-D", self.folder, "-w", "-t", "60", "-l", self.folder / "log", "-o", options, "start")

    def kill(self):
        """`kill -9` of the postmaster: its children end by themselves as soon as they notice."""
        os.kill(self._pid, signal.SIGKILL)
        self._wait_until_gone()

    def stop_at_once(self):
        """As after a crash: nothing is written on the way out."""
        self._run("pg_ctl", "-D", self.folder, "-m", "immediate", "stop")

    @property
    def _pid(self):
        return int((self.folder / "postmaster.pid").read_text().split()[0])

    def _wait_until_gone(self):
        """A new server refuses while a child of the old one still has its shared memory."""
        for _attempt in range(300):
            if not any(str(self.folder) in _open_folder(pid) for pid in Path("/proc").glob("[0-9]*")):
                return
            time.sleep(0.1)
        raise AssertionError("a process of the killed server is still there")

    def _run(self, name, *arguments):
        owner = _owner()
        as_owner = ["setpriv", f"--reuid={owner}", f"--regid={owner}", "--clear-groups", "--"] if owner else []
        command = [*as_owner, str(binaries() / name), *map(str, arguments)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


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
            if (folder / "postmaster.pid").exists():
                cluster.stop_at_once()
    finally:
        shutil.rmtree(parent)


def free_port():
    with socket.socket() as found:
        found.bind((HOST, 0))
        return found.getsockname()[1]
