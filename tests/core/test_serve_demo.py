"""Serving the demo: what is refused, what is announced, and that nothing is left running."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from reports.demo import server
from reports.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from reports.demo.announcement import announcement, places_to_try
from reports.demo.port import PortRefused, free_port
from reports.demo.server import Ended, ServerFailed, beside, ending_on_signals, running, worker_command

PORT_SCRIPT = Path(server.__file__).parent / "port.py"


@pytest.fixture
def listener():
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


@pytest.fixture
def unused_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("text", ["", "abc", "0", "-1", "65536", "80 10", "8e3", "8010.0", "٨٠١٠", "9" * 5000])
def test_a_port_that_is_no_port_is_refused_in_one_line(text):
    with pytest.raises(PortRefused, match="a whole number from 1 to 65535") as refusal:
        free_port(text)
    assert "\n" not in str(refusal.value)


def test_a_free_port_is_taken_as_it_stands(unused_port):
    assert free_port(f" {unused_port} ") == unused_port


def test_a_taken_port_is_refused_with_another_that_is_free(listener):
    port = listener.getsockname()[1]
    with pytest.raises(PortRefused, match=f"Port {port} is taken") as refusal:
        free_port(str(port))
    suggested = str(refusal.value).rpartition("=")[2]
    assert free_port(suggested) == int(suggested)


def test_the_port_is_checked_before_anything_is_installed(listener):
    port = str(listener.getsockname()[1])
    bare = subprocess.run([sys.executable, "-I", "-S", PORT_SCRIPT, port], capture_output=True, text=True, check=False)
    assert bare.returncode == 1
    assert bare.stderr.startswith(f"Port {port} is taken")
    assert bare.stderr.count("\n") == 1


def test_the_demo_refuses_production_mode(settings):
    settings.IN_PRODUCTION = True
    with pytest.raises(CommandError, match="for development only"):
        call_command("serve_demo")


def test_a_taken_port_is_said_before_the_database_is_touched(listener):
    with pytest.raises(CommandError, match="is taken"):
        call_command("serve_demo", port=str(listener.getsockname()[1]))


def test_every_account_is_announced_with_its_role_and_the_password():
    text = announcement(8010)
    for account in DEMO_ACCOUNTS:
        assert f"  {account.username} " in text
        assert f"{account.name} " in text
        assert account.role_words in text
    assert DEMO_PASSWORD in text


def test_every_place_is_announced_with_its_whole_address():
    text = announcement(8010)
    for path, words in places_to_try():
        assert f"  http://127.0.0.1:8010{path} " in text
        assert words in text


def test_the_auditor_is_told_where_to_go():
    assert [words for path, words in places_to_try() if path == "/handelser/" and "rut.revisor" in words]


def test_the_accounts_have_every_role_and_only_the_administrator_has_no_committee():
    assert len({account.username for account in DEMO_ACCOUNTS}) == len(DEMO_ACCOUNTS)
    assert [account.username for account in DEMO_ACCOUNTS if account.committee_slug is None] == ["admin"]
    assert {account.role_words for account in DEMO_ACCOUNTS} >= {
        "rapportör AFI",
        "rapportör IFO",
        "rapportör ÄoF",
        "godkännare",
        "controller",
        "läsare (ledamot)",
        "administratör",
        "revisor",
    }


def test_the_server_is_ready_when_it_answers_and_gone_afterwards(unused_port):
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(unused_port)]
    with running(command, unused_port) as process:
        assert process.poll() is None
        with pytest.raises(PortRefused):
            free_port(str(unused_port))
    assert process.returncode == -signal.SIGTERM
    assert free_port(str(unused_port)) == unused_port


def test_a_server_that_falls_at_once_is_said(unused_port):
    with (
        pytest.raises(ServerFailed, match=r"ended while it started \(exit code 3\)"),
        running([sys.executable, "-c", "raise SystemExit(3)"], unused_port),
    ):
        pytest.fail("the server never answered")


def test_a_server_that_never_answers_is_said_and_ended(unused_port, monkeypatch):
    monkeypatch.setattr(server, "SECONDS_TO_START", 0.3)
    started = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *args, **kwargs: started.append(popen(*args, **kwargs)) or started[0]
    )
    with (
        pytest.raises(ServerFailed, match="did not answer"),
        running([sys.executable, "-c", "import time; time.sleep(60)"], unused_port),
    ):
        pytest.fail("the server never answered")
    assert started[0].returncode == -signal.SIGTERM


def test_a_server_that_will_not_end_is_made_to(unused_port, monkeypatch):
    monkeypatch.setattr(server, "SECONDS_TO_END", 0.3)
    deaf = (
        "import http.server, signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "http.server.test(http.server.SimpleHTTPRequestHandler, port=int(sys.argv[1]), bind='127.0.0.1')"
    )
    with running([sys.executable, "-c", deaf, str(unused_port)], unused_port) as process:
        pass
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_signal_to_end_ends_and_leaves_the_handlers_as_they_were(number):
    before = signal.getsignal(number)
    sender = threading.Timer(0.1, os.kill, (os.getpid(), number))
    sender.start()
    with pytest.raises(Ended), ending_on_signals():
        time.sleep(5)
    assert signal.getsignal(number) is before


def test_the_worker_runs_beside_and_is_gone_afterwards():
    with beside([sys.executable, "-c", "import time; time.sleep(60)"]) as worker:
        assert worker.poll() is None
    assert worker.returncode == -signal.SIGTERM


def test_the_worker_is_our_own_command():
    assert worker_command()[-4:] == ["manage.py", "work", "--verbosity", "0"]
