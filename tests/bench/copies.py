"""Copies of the database as it was at several sizes, so that what is asked of each of them is measured in turn."""

from contextlib import contextmanager


@contextmanager
def copies():
    """Inside: a `Copies` without any yet; those that it has got by the end are dropped."""
    kept = Copies()
    try:
        yield kept
    finally:
        kept.drop()


class Copies:
    """A database of its own, with a connection of its own, for each size that was kept."""

    def __init__(self):
        self._connections = {}

    def keep(self, size):
        """Copies the database as it is now. Django copies it as for test processes that run side by side."""
        from django.db import connection, connections

        connection.close()
        connection.creation.clone_test_db(suffix=str(size), verbosity=0, autoclobber=True)
        copied = connection.creation.get_test_db_clone_settings(str(size))
        self._connections[size] = type(connections["default"])(copied, alias="default")

    @contextmanager
    def at(self, size):
        """Inside, what is asked of the database is asked of the copy."""
        from django.db import connections

        whole = connections["default"]
        connections["default"] = self._connections[size]
        try:
            yield
        finally:
            connections["default"] = whole

    def inside(self, size, act):
        """`act`, as a call that does it in the copy."""

        def there():
            with self.at(size):
                act()

        return there

    def drop(self):
        from django.db import connection

        for size, copied in self._connections.items():
            copied.close()
            connection.creation.destroy_test_db(suffix=str(size), verbosity=0)
