"""Installations of their own: an empty database of the kind that the suite runs on, an empty storage, and commands."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]

DEMO = """
import django
django.setup()
from reports.demo.load import load_demo
from reports.render import RENDERERS, Format
RENDERERS[Format.PDF] = lambda document: f"%PDF-1.7 {document.title}".encode()
list(load_demo())
"""

PAGES = """
import hashlib, json, sys
import django
django.setup()
from django.test import Client
from reports.models import PublicationFile, Publication
paths = ["/", "/sok/?q=barn", "/oppna-data/", "/katalog.rdf"]
for each in Publication.objects.select_related("committee").order_by("pk"):
    here = f"/{each.committee.slug}/{each.slug}/"
    version = f"{here}v{each.version}/"
    paths += [f"/{each.committee.slug}/", here, version, f"{version}kontroll/", f"{version}{each.slug}.zip"]
    paths += [f"{version}{each.slug}.{format}" for format in ("html", "pdf", "xlsx", "json")]
told = {}
for path in paths:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    told[path] = hashlib.sha256(answer.content).hexdigest()
print(json.dumps(told))
"""


class Installation:
    def __init__(self, folder, database_url, files_url=""):
        folder.mkdir()
        self.files = folder / "files"
        self.database_url = database_url
        self.environment = {name: value for name, value in os.environ.items() if name != "MODE"} | {
            "DATABASE_URL": database_url,
            "FILES_URL": files_url or self.files.as_uri(),
            "VAR_DIR": str(folder),
            "ALLOWED_HOSTS": "testserver",
            "DJANGO_SETTINGS_MODULE": "followup.settings",
            "PYTHONPATH": str(ROOT),
        }

    def run(self, *command, ends_with=0):
        """What it wrote, on either stream."""
        run = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == ends_with, run.stdout + run.stderr
        return run.stdout + run.stderr

    def manage(self, *words, ends_with=0):
        return self.run("manage.py", *map(str, words), ends_with=ends_with)

    def script(self, text):
        return self.run("-c", text)

    def begin(self, text):
        return subprocess.Popen([sys.executable, "-c", text], cwd=ROOT, env=self.environment)

    def ask(self, sql):
        with self._opened() as database:
            return database.execute(sql).fetchall()

    def rows(self):
        """Every table with its rows in one order."""
        tables = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            if connection.vendor == "sqlite"
            else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        return {name: sorted(map(repr, self.ask(f'SELECT * FROM "{name}"'))) for (name,) in self.ask(tables)}

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | psycopg.Connection]:
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(self.database_url.removeprefix("sqlite:///"), timeout=20)) as database:
                yield database
        else:
            with psycopg.connect(self.database_url, autocommit=True) as database:
                yield database


@pytest.fixture
def an_installation(request, tmp_path, db):
    """`an_installation()`: a new one each time; their databases are gone afterwards."""
    if connection.vendor == "postgresql" and not (shutil.which("pg_dump") and shutil.which("pg_restore")):
        pytest.skip("pg_dump or pg_restore is missing: Debian's postgresql-client has them")

    def made(files_url=""):
        name = f"test_uppfoljning_{uuid4().hex}"
        if connection.vendor == "sqlite":
            return Installation(tmp_path / name, f"sqlite:///{tmp_path / name / 'db.sqlite3'}", files_url)
        server = os.environ["DATABASE_URL"].rpartition("/")[0]
        _on_server(f"CREATE DATABASE {name}")
        request.addfinalizer(lambda: _on_server(f"DROP DATABASE {name} WITH (FORCE)"))
        return Installation(tmp_path / name, f"{server}/{name}", files_url)

    return made


def _on_server(sql):
    with psycopg.connect(f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/postgres", autocommit=True) as server:
        server.execute(sql)
