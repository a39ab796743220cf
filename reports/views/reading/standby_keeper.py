"""What fills the folder of kept pages: a thread of each web process, of which one on each machine works.

It asks the database how the publications stand, and when that is new it reads all that readers would ask for, as a
reader would; `StandIn` keeps what it is answered.
"""

import fcntl
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import IO, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, connection
from django.db.models import Count, Max
from django.urls import reverse

from followup.core.models import Committee, Municipality
from reports.models import CommitteeDecision, Disclosure, Publication, PublicationFile, Withdrawal
from reports.sealed.parts import CHECKS, MANIFEST
from reports.standby import standby
from reports.views.reading.kept_answers import Environ

SECONDS_BETWEEN_LOOKS = 5
_SOURCES = (Publication, Disclosure, Withdrawal, CommitteeDecision)
_log = logging.getLogger(__name__)

Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def keep_standby(application: Application) -> None:
    """Go on in the background for as long as the process lives."""
    if settings.SECONDS_STANDBY:
        threading.Thread(target=_go_on, args=[application], name="standby", daemon=True).start()


def look(application: Application, *, anew: bool = False) -> bool:
    """One look: confirm what is kept, or begin and fill it anew. True where it was filled."""
    is_new = standby().confirm(published_state())
    if not (is_new or anew):
        return False
    for path in addresses():
        _read(application, path)
    return True


def published_state() -> str:
    """Differs as soon as anything is published, opened, withdrawn or decided. One query for each of these."""
    found = [model.objects.aggregate(count=Count("pk"), newest=Max("pk")) for model in _SOURCES]
    return " ".join(f"{each['count']}:{each['newest']}" for each in found)


def addresses() -> Iterator[str]:
    """Of the start page, committees, newest public versions and their files, in the order of their use."""
    yield reverse("reading:start")
    for pk in Municipality.objects.order_by("pk").values_list("pk", flat=True):
        yield reverse("core:appearance", args=[pk])
    for slug in Committee.objects.order_by("pk").values_list("slug", flat=True):
        yield reverse("reading:committee", args=[slug])
    newest = Publication.objects.newest_readable().newest_first().select_related("committee")
    for version in newest:
        at = [version.committee.slug, version.slug]
        yield reverse("reading:report", args=at)
        yield reverse("reading:version", args=[*at, version.version])
        formats = PublicationFile.objects.filter(publication=version).exclude(format__in=[CHECKS, MANIFEST])
        for format in formats.values_list("format", flat=True):
            yield reverse("reading:file", args=[*at, version.version, version.slug, format])
        for name in version.attachments.values_list("name", flat=True):
            yield reverse("reading:attachment", args=[*at, version.version, name])


def _go_on(application: Application) -> None:
    filled_at = 0.0
    lock: IO[str] | None = None
    while True:
        try:
            lock = lock or _mine_alone()
            if lock is not None:
                is_old = time.monotonic() - filled_at > settings.SECONDS_STANDBY / 2
                if look(application, anew=is_old):
                    filled_at = time.monotonic()
        except (Error, OSError) as fault:
            _log.warning("What is kept for readers could not be looked after: %s", fault)
        except Exception:  # the next look may go better, and nobody would notice that there is none
            _log.exception("What is kept for readers could not be looked after.")
        finally:
            connection.close()
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _mine_alone() -> IO[str] | None:
    """The lock that one process on the machine holds; it is let go when that process ends, however it ends."""
    folder = standby().root
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "keeper.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file


def _read(application: Application, path: str) -> None:
    """As a reader who has no cookies would, in the name that the site is known by."""
    site = urlsplit(settings.SITE_URL)
    names = [name.removeprefix(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    host = site.netloc or next(iter(names), "localhost")
    scheme = site.scheme or ("https" if settings.SECURE_SSL_REDIRECT else "http")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "HTTP_HOST": host,
        "HTTP_X_FORWARDED_PROTO": scheme,
        "SERVER_NAME": host.partition(":")[0],
        "SERVER_PORT": "443" if scheme == "https" else "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.version": (1, 0),
    }
    answer = application(environ, lambda *_status_and_headers: None)
    close = getattr(answer, "close", None)
    if close is not None:
        close()
