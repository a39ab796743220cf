"""`deploy/first_sign_in.py` against servers that are not well; `.ci/installation` has it sign in to one that is."""

import os
import subprocess
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PROGRAM = Path(__file__).resolve().parents[2] / "deploy/first_sign_in.py"


@contextmanager
def server(statuses):
    """Its address; it answers with the status of a path, and with nothing else."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(statuses[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def told(address):
    ended = subprocess.run(
        [sys.executable, PROGRAM, address, "forsta"],
        env=os.environ | {"PASSWORD": "hemligt"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    return ended.stdout.splitlines()


def test_the_first_step_that_does_not_hold_is_told_as_what_is_not_so():
    with server({"/halsa/": 503}) as address:
        assert told(address) == ["NOT /halsa/ answers with 200 (but with 503)"]
    with server({"/halsa/": 200, "/logga-in/": 200}) as address:
        assert told(address) == ["ok  a process is alive", "NOT /logga-in/ has Content-Security-Policy"]


def test_a_server_that_is_not_there_is_told_by_its_address():
    with server({}) as address:
        pass
    (line,) = told(address)
    assert line.startswith(f"NOT {address} can be reached (")
