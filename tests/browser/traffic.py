"""What the test's server is still at, so that no test ends while one of its pages is being answered."""

from threading import Condition

from django.core.signals import request_finished, request_started

LONGEST = 20
"""Seconds that an answer may take after its page is closed."""
KEPT_OPEN = 3
"""Seconds that a connection may stay open after its page is closed; it is then taken to be idle."""


class Traffic:
    """Counts connections, and requests from their start to their end, whatever thread they are answered in.

    A connection is counted from before its first request is read: what was sent last is not overlooked.
    """

    def __init__(self, server):
        self.changed = Condition()
        self.connections = self.requests = 0
        self.answer = server.process_request_thread
        server.process_request_thread = self.connected
        request_started.connect(self.begun)
        request_finished.connect(self.ended)

    def connected(self, *args):
        self._count(connections=1)
        try:
            self.answer(*args)
        finally:
            self._count(connections=-1)

    def begun(self, **kwargs):
        self._count(requests=1)

    def ended(self, **kwargs):
        self._count(requests=-1)

    def wait_until_quiet(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.connections, KEPT_OPEN)
            self.changed.wait_for(lambda: not self.requests, LONGEST)

    def _count(self, *, connections=0, requests=0):
        with self.changed:
            self.connections += connections
            self.requests = max(0, self.requests + requests)
            self.changed.notify_all()
