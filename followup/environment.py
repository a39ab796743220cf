"""Settings read from the environment, typed. Every fault names the variable, what it held and what is allowed."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT = "development"
PRODUCTION = "production"
DEVELOPMENT_SECRET = "development-only-not-a-secret-and-refused-in-production"  # noqa: S105 (it says so itself)

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


class Environment:
    """A reader over `os.environ` (or any mapping, for tests). An empty variable counts as unset."""

    def __init__(self, source: Mapping[str, str] = os.environ) -> None:
        self._source = source

    def text(self, name: str, default: str = "") -> str:
        return self._source.get(name, "").strip() or default

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise ImproperlyConfigured(f"{name} is {value!r}; allowed: {', '.join(allowed)}.")
        return value

    def boolean(self, name: str, default: bool) -> bool:
        value = self.text(name).lower()
        if not value:
            return default
        if value in _TRUE:
            return True
        if value in _FALSE:
            return False
        raise ImproperlyConfigured(f"{name} is {value!r}; allowed: true, false, 1, 0, yes, no, on, off.")

    def integer(self, name: str, default: int, at_least: int = 0) -> int:
        value = self.text(name)
        if not value:
            return default
        try:
            number = int(value)
        except ValueError:
            raise ImproperlyConfigured(f"{name} is {value!r}; a whole number is needed.") from None
        if number < at_least:
            raise ImproperlyConfigured(f"{name} is {number}; at least {at_least} is needed.")
        return number

    def words(self, name: str, default: tuple[str, ...] = ()) -> list[str]:
        """A comma-separated list, spaces dropped, empty items left out."""
        items = [item.strip() for item in self.text(name).split(",")]
        return [item for item in items if item] or list(default)

    def secret_key(self, mode: str) -> str:
        """The secret key: the development one is used when nothing is set, and refused in production."""
        value = self.text("SECRET_KEY", DEVELOPMENT_SECRET)
        if mode == PRODUCTION and (value == DEVELOPMENT_SECRET or len(value) < 50):
            raise ImproperlyConfigured(
                "SECRET_KEY must be set to at least 50 random characters in production mode, "
                "for instance: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
            )
        return value

    def database(self, name: str, mode: str, var: Path) -> dict[str, Any]:
        """Django's settings for one database, from `sqlite:///path` or `postgres://user:password@host:port/name`."""
        url = self.text(name)
        if not url:
            if mode == PRODUCTION:
                raise ImproperlyConfigured(
                    f"{name} must be set in production mode, for instance postgres://user:password@host:5432/name."
                )
            url = f"sqlite:///{var / 'uppfoljning.sqlite3'}"
        scheme = urlsplit(url).scheme
        if scheme not in {"sqlite", "postgres", "postgresql"}:
            raise ImproperlyConfigured(
                f"{name} begins with {scheme or url!r}; allowed: sqlite:///path, postgres://user:password@host:port/name."
            )
        try:
            config: dict[str, Any] = dict(environ.Env.db_url_config(url))
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} cannot be read as a database address. "
                "A character such as / or @ in the password is written as %2F or %40."
            ) from None
        if not config.get("NAME"):
            raise ImproperlyConfigured(f"{name} names no database; allowed: sqlite:///path, postgres://…/name.")
        if scheme == "sqlite":
            config["OPTIONS"] = {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            }
        else:
            config["CONN_MAX_AGE"] = 60
            config["CONN_HEALTH_CHECKS"] = True
        return config
