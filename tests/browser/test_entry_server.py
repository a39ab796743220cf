"""What the server has confirmed survives that it is killed; what it has not is saved when it is back."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import editor_in, write

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
A_WORLD = """
from followup.core.choices import Role
from tests.builders import a_committee, a_goal, a_level, a_member, a_plan, a_round, a_unit
committee = a_committee()
unit = a_unit(committee, "AFI")
plan = a_plan(committee)
a_level(plan)
goal = a_goal(plan)
round = a_round(plan)
a_member("anna", Role.REPORTER, committee, unit)
print(f"/rapportera/{round.pk}/{unit.pk}/mal/{goal.pk}/")
"""


class Server:
    """A server process of its own, on a database file of its own."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {**os.environ, "VAR_DIR": str(folder), "DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
        self.process = None

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True)
        return done.stdout

    def start(self):
        command = [sys.executable, "manage.py", "runserver", "--noreload", str(self.port)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _attempt in range(100):
            try:
                urllib.request.urlopen(f"{self.url}/logga-in/", timeout=1)  # noqa: S310 (its own address)
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not start")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def comment(self):
        return self.manage(
            "shell", "-v0", "-c", "from reports.models import Assessment as A; print(A.objects.get().comment)"
        )


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    server.manage("migrate", "-v0")
    server.address = server.url + server.manage("shell", "-v0", "-c", A_WORLD).strip()
    server.start()
    yield server
    server.kill()


def test_a_server_that_is_killed_loses_nothing_it_confirmed_and_gets_the_rest_when_it_is_back(open_page, server):
    page = open_page(expected=("ERR_CONNECTION", "htmx:"))
    page.goto(f"{server.url}/logga-in/?next={server.address.removeprefix(server.url)}")
    page.get_by_label("Användarnamn").fill("anna")
    page.get_by_label("Lösenord").fill("ett-langt-losenord")
    page.get_by_role("button", name="Logga in").click()
    answer = page.locator("#svaret")
    status = answer.get_by_role("status").last
    write(page, answer, "Bekräftat.")
    expect(status).to_have_text(re.compile(r"Sparat \d\d\.\d\d av Anna"))
    server.kill()
    assert server.comment().strip() == "<p>Bekräftat.</p>"
    page.keyboard.type(" Skrivet medan servern var borta.")
    expect(status).to_have_text("Inte sparat, försöker igen …")
    server.start()
    expect(status).to_have_text(re.compile(r"Sparat \d\d\.\d\d av Anna"), timeout=20_000)
    expect(editor_in(answer)).to_have_text("Bekräftat. Skrivet medan servern var borta.")
    assert server.comment().strip() == "<p>Bekräftat. Skrivet medan servern var borta.</p>"
