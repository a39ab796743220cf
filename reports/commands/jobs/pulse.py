"""What a worker does beside its work: say that it is alive, and look after what others have left."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import Error, connection
from django.utils import timezone

from reports.commands.jobs.reaping import beat, leave, reap
from reports.commands.subscriptions.announcing import resume_letters

BEATS_IN_A_SILENCE = 6
_log = logging.getLogger(__name__)


@contextmanager
def pulse(*, worker: str, silent_after: timedelta) -> Iterator[None]:
    """Inside, a thread of its own beats six times in the time after which a silent worker is given up.

    It dies with the process, so that a worker that was killed is silent at once. A beat that fails, as when the
    database is restarted, is logged and the next one tries again, whatever it was.
    """
    ended = threading.Event()
    every = silent_after.total_seconds() / BEATS_IN_A_SILENCE

    def go_on() -> None:
        while not ended.is_set():
            _one_beat(worker, silent_after)
            ended.wait(every)
        _last_beat(worker)

    thread = threading.Thread(target=go_on, name="pulse", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _one_beat(worker: str, silent_after: timedelta) -> None:
    try:
        now = timezone.now()
        beat(worker=worker, now=now)
        reap(now=now, silent_after=silent_after)
        resume_letters(now=now, silent_after=silent_after)
    except Error as fault:
        _log.warning("The worker's beat failed: %s", fault)
    except Exception:
        _log.exception("The worker's beat failed.")
    finally:
        connection.close()


def _last_beat(worker: str) -> None:
    try:
        leave(worker=worker)
    except Error as fault:
        _log.warning("The worker could not say that it ended: %s", fault)
    finally:
        connection.close()
