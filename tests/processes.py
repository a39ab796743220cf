"""The application as processes of their own, on the database that the suite runs on."""

import http.cookiejar
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
LONGEST_WAIT = 120
SILENT_AFTER = "3"


class Database:
    """The test's rows as another process meets them: on SQLite a copy in a file, since the test's own is in memory."""

    def __init__(self, folder):
        settings = connection.settings_dict
        self.file = folder / "arbete.sqlite3"
        self.url = f"sqlite:///{self.file}"
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with closing(sqlite3.connect(self.file)) as copy:
                connection.connection.backup(copy)
        else:
            user = f"{settings['USER']}:{settings['PASSWORD']}".rstrip(":")
            self.url = f"postgres://{user}@{settings['HOST']}:{settings['PORT'] or 5432}/{settings['NAME']}"

    def ask(self, sql):
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(self.file, timeout=20)) as copy:
                return copy.execute(sql).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    def jobs(self):
        return self.ask("SELECT state, step, attempts, publication_id IS NOT NULL FROM reports_job ORDER BY id")

    def wait_until(self, holds):
        give_up_at = time.monotonic() + LONGEST_WAIT
        while not holds(self.jobs()):
            assert time.monotonic() < give_up_at, self.jobs()
            time.sleep(0.05)

    def worker(self, *options):
        return self._process("manage.py", "work", "--interval", "0.2", "--silent-after", SILENT_AFTER, *options)

    @contextmanager
    def web(self):
        """A web process of its own, once it answers."""
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        options = f"--interface wsgi --no-ws --port {port} --blocking-threads 4 --workers-kill-timeout 60"
        with self._process("-m", "granian", *options.split(), "followup.wsgi:application") as process:
            web = Web(process, f"http://127.0.0.1:{port}")
            web.wait_until_ready()
            yield web

    @contextmanager
    def _process(self, *arguments):
        surroundings = os.environ | {"DATABASE_URL": self.url, "VAR_DIR": str(self.file.parent)}
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=surroundings,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            process_group=0,  # the server has processes below it, which would outlive it
        )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def assert_each_published_once_and_whole(self, count):
        assert self.ask("SELECT COUNT(*) FROM reports_publication") == [(count,)]
        assert self.ask("SELECT COUNT(*) FROM reports_publicationfile") == [(6 * count,)]
        assert self.ask("SELECT COUNT(*) FROM core_auditevent WHERE action = 'published'") == [(count,)]
        assert self.ask("SELECT COUNT(DISTINCT publication_id) FROM reports_job WHERE state = 'done'") == [(count,)]


class Web:
    def __init__(self, process, address):
        self.process, self.address = process, address

    def wait_until_ready(self):
        give_up_at = time.monotonic() + LONGEST_WAIT
        while True:
            try:
                return Browser().get(self, "/halsa/redo/")
            except OSError:
                assert self.process.poll() is None
                assert time.monotonic() < give_up_at
                time.sleep(0.1)


class Browser:
    """One person's: it may ask any process, and keeps its cookies from one to the next."""

    def __init__(self):
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def get(self, web, path):
        return self._text_of(web, path)

    def send(self, web, path, page, **typed):
        """The form that stands on `page`, with what is typed."""
        body = urllib.parse.urlencode(hidden_in(page) | typed).encode()
        return self._text_of(web, path, body)

    def sign_in(self, web, name, password):
        page = self.get(web, "/logga-in/")
        named, secret = (re.search(rf'<input type="{kind}" name="(\w+)"', page)[1] for kind in ("text", "password"))
        return self.send(web, "/logga-in/", page, **{named: name, secret: password})

    def _text_of(self, web, path, body=None):
        request = urllib.request.Request(web.address + path, body, {"Origin": web.address})  # noqa: S310 (our own)
        try:
            with self._opener.open(request, timeout=LONGEST_WAIT) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.read().decode()


def hidden_in(page):
    """By name; of those that stand there twice, as in the bar and in the form, the last."""
    return dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page))
