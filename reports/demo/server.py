"""The demo's processes, the server and the worker: started, waited for, ended."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reports.demo.port import HOST

BLOCKING_THREADS = 4
SECONDS_TO_START = 60
SECONDS_TO_END = 10
_ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ServerFailed(Exception):
    """The server ended by itself or never answered; `str()` says which."""


class Ended(Exception):
    """Somebody asked the demo to end: Ctrl-C, a closed terminal or a signal."""


def server_command(port: int, *, workers: int = 1) -> list[str]:
    options = f"--interface wsgi --no-ws --host {HOST} --port {port} --workers {workers} --log-level warning"
    threads = f"--blocking-threads {BLOCKING_THREADS}"
    return [
        *_ending_with_its_parent(),
        *(sys.executable, "-m", "granian", *options.split(), *threads.split()),
        "followup.wsgi:application",
    ]


def worker_command() -> list[str]:
    """Does the long work; quiet, since what becomes of it is told on the pages."""
    return [*_ending_with_its_parent(), sys.executable, "manage.py", "work", "--verbosity", "0"]


def _ending_with_its_parent() -> list[str]:
    """So that nothing keeps the port when this process is killed outright, where the system can arrange it."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []


@contextmanager
def ending_on_signals() -> Iterator[None]:
    """Inside, a signal to end raises `Ended`. Also where the signal was ignored, as in a shell's background job."""

    def end(_number: int, _frame: FrameType | None) -> None:
        for number in _ENDING_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        raise Ended

    before = {number: signal.signal(number, end) for number in _ENDING_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def running(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The server, once it answers on `port`; ended on the way out.

    It has a process group of its own: the terminal sends Ctrl-C to a whole group, and Granian hangs when it is asked
    to end a second time while it is ending.
    """
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GRANIAN_")}
    server = subprocess.Popen(command, env=surroundings, process_group=0)  # noqa: S603 (our words and a checked number)
    try:
        _wait_for_answer(server, port)
        yield server
    finally:
        _end(server)


@contextmanager
def beside(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The worker, ended on the way out; what it is at then is taken up again at the next start."""
    worker = subprocess.Popen(command, process_group=0)  # noqa: S603 (our words)
    try:
        yield worker
    finally:
        _end(worker)


def _wait_for_answer(server: subprocess.Popen[bytes], port: int) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_START
    while not _answers(port):
        if server.poll() is not None:
            raise ServerFailed(f"The server ended while it started (exit code {server.returncode}).")
        if time.monotonic() > give_up_at:
            raise ServerFailed(f"The server did not answer on port {port} within {SECONDS_TO_START} seconds.")
        time.sleep(0.1)


def _answers(port: int) -> bool:
    """Any HTTP answer counts. Asked without a proxy, whatever the shell has set."""
    connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS_TO_START)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
