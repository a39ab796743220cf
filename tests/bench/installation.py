"""An installation of its own for a measurement: an empty folder, a migrated database, and a server process."""

import http.client
import os
import secrets
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

HOST = "127.0.0.1"


@contextmanager
def installation(*, in_production=False):
    """Inside, the environment names it and Django is set up. In production, static files are collected and hashed."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")
        os.environ["VAR_DIR"] = folder
        os.environ["ALLOWED_HOSTS"] = f"{HOST},testserver"
        if in_production:
            os.environ["MODE"] = "production"
            os.environ["SECRET_KEY"] = secrets.token_urlsafe(60)
            os.environ["SSL_REDIRECT"] = "false"
            os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
            subprocess.run([sys.executable, "manage.py", "collectstatic", "-v0", "--noinput"], check=True)
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], check=True)
        import django

        django.setup()
        yield folder


@contextmanager
def served(port, *, workers=1):
    """Inside, a server with so many processes answers at the port: it. What it logs is thrown away."""
    from reports.demo.server import server_command

    server = subprocess.Popen(server_command(port, workers=workers), env=os.environ, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield server
    finally:
        server.terminate()
        server.wait()


def _wait_for(port):
    for _attempt in range(200):
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=1)
            connection.request("GET", "/logga-in/")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not start")
