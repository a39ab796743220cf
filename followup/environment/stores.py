"""Where what is kept is kept: the database, the files, the shared cache."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from followup.environment.values import PRODUCTION, Values

_FILES = "file:///folder, s3://bucket/prefix?endpoint=https://host&region=name"
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


class ReadsStores(Values):
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
            # A server that is gone without a word would hold each thread of the process for two minutes.
            config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)
        return config

    def files(self, name: str, var: Path) -> dict[str, Any]:
        """Django's settings for the storage: a folder, or a bucket whose key is read from AWS_ACCESS_KEY_ID and so on.

        With nothing set it is the folder `files` in `var`.
        """
        url = self.text(name)
        parts = urlsplit(url)
        if not url:
            return _folder(var.absolute() / "files")
        if "@" in parts.netloc:
            raise ImproperlyConfigured(f"{name} holds a key; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead.")
        if parts.scheme == "file":
            path = Path(unquote(parts.path))
            if parts.netloc or parts.query or parts.fragment or not path.is_absolute() or path == Path("/"):
                raise ImproperlyConfigured(f"{name} is {url!r}; a folder is named by its whole path: file:///folder.")
            return _folder(path)
        if parts.scheme != "s3":
            raise ImproperlyConfigured(f"{name} begins with {parts.scheme or url!r}; allowed: {_FILES}.")
        told = dict(parse_qsl(parts.query, keep_blank_values=True))
        if not _BUCKET.fullmatch(parts.netloc) or parts.fragment or not told.keys() <= {"endpoint", "region"}:
            raise ImproperlyConfigured(f"{name} is {url!r}; allowed: {_FILES}.")
        endpoint = told.get("endpoint")
        if endpoint is not None and not endpoint.startswith(("https://", "http://")):
            raise ImproperlyConfigured(f"{name} has the endpoint {endpoint!r}; an address with https:// is needed.")
        if find_spec("storages") is None or find_spec("boto3") is None:
            raise ImproperlyConfigured(f"{name} begins with s3, which needs the extra: pip install 'uppfoljning[s3]'.")
        options = {
            "bucket_name": parts.netloc,
            "location": unquote(parts.path).strip("/"),
            "endpoint_url": endpoint,
            "region_name": told.get("region"),
            "addressing_style": "path" if endpoint else None,  # a server of one's own seldom has a name per bucket
        }
        return {"BACKEND": "followup.core.files.bucket.ContentBucket", "OPTIONS": options}

    def cache(self, name: str, mode: str) -> dict[str, Any]:
        """Django's settings for the cache: `database:` is shared by all processes, `memory:` is of each its own.

        The number of entries is set high, since a cache that throws away what it counts lets more be tried.
        """
        default = "database:" if mode == PRODUCTION else "memory:"
        match self.choice(name, ("database:", "memory:"), default):
            case "database:":
                kept = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}
            case _:
                kept = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
        return kept | {"OPTIONS": {"MAX_ENTRIES": 100_000}}


def _folder(path: Path) -> dict[str, Any]:
    return {"BACKEND": "followup.core.files.folder.ContentFolder", "OPTIONS": {"location": str(path)}}
