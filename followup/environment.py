"""Settings read from the environment, typed. Every fault names the variable, what it held and what is allowed."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

DEVELOPMENT = "development"
PRODUCTION = "production"
DEVELOPMENT_SECRET = "development-only-not-a-secret-and-refused-in-production"  # noqa: S105 (it says so itself)

SHORTEST_TOKEN = 24

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


_BACKENDS = "django.core.mail.backends."
_MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
_FILES = "file:///folder, s3://bucket/prefix?endpoint=https://host&region=name"
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Mail:
    """How mail is sent. `is_set` False: not at all."""

    backend: str
    is_set: bool = True
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class OpenId:
    """A provider of OpenID Connect; `is_set` False: people sign in with our own accounts only.

    `second_factor` are the values of `amr`, `acr` or `acrs` that say that the provider asked for a second factor, or
    `always` alone. `origins` are where the browser is sent on the way, for the content policy.
    """

    is_set: bool = False
    issuer: str = ""
    client_id: str = ""
    client_secret: str = ""
    name: str = ""
    groups_claim: str = "groups"
    second_factor: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    asks_userinfo: bool = True
    trusts_email: bool = False
    origins: tuple[str, ...] = ()

    @property
    def apps(self) -> list[dict[str, Any]]:
        """As allauth wants it: none, or one."""
        if not self.is_set:
            return []
        app = {"provider_id": "openid", "name": self.name, "client_id": self.client_id, "secret": self.client_secret}
        return [app | {"settings": {"server_url": self.issuer, "scope": list(self.scopes)}}]


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

    def words_of(self, name: str, *, allowed: tuple[str, ...], default: tuple[str, ...]) -> list[str]:
        """A list of known words."""
        items = self.words(name, default)
        for item in items:
            if item not in allowed:
                raise ImproperlyConfigured(f"{name} holds {item!r}; allowed: {', '.join(allowed)}.")
        return items

    def secret_key(self, mode: str) -> str:
        """The secret key: the development one is used when nothing is set, and refused in production."""
        value = self.text("SECRET_KEY", DEVELOPMENT_SECRET)
        if mode == PRODUCTION and (value == DEVELOPMENT_SECRET or len(value) < 50):
            raise ImproperlyConfigured(
                "SECRET_KEY must be set to at least 50 random characters in production mode, "
                "for instance: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
            )
        return value

    def token(self, name: str) -> str:
        """A secret that another program shows; empty for none. Short ones are refused, since they can be guessed."""
        value = self.text(name)
        if value and len(value) < SHORTEST_TOKEN:
            raise ImproperlyConfigured(
                f"{name} is shorter than {SHORTEST_TOKEN} characters. Make one with "
                "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'."
            )
        return value

    def folder(self, name: str) -> Path | None:
        """A folder that is made where it is missing; nothing where none is named."""
        value = self.text(name)
        if not value:
            return None
        try:
            Path(value).mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise ImproperlyConfigured(f"{name} is {value!r}, which cannot be made: {fault.strerror}.") from None
        return Path(value)

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
            config.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
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

    def mail(self, name: str, mode: str, var: Path) -> Mail:
        """From `smtp://user:password@host:port`, `smtp+tls://…` (STARTTLS), `smtps://…` (TLS at once) or `console:`.

        With nothing set development writes mail to files, and production sends none.
        """
        url = self.text(name)
        if not url and mode == PRODUCTION:
            return Mail(f"{_BACKENDS}dummy.EmailBackend", is_set=False)
        if not url:
            return Mail(f"{_BACKENDS}filebased.EmailBackend", folder=str(var / "mail"))
        parts = urlsplit(url)
        if parts.scheme == "console":
            return Mail(f"{_BACKENDS}console.EmailBackend")
        allowed = "smtp://user:password@host:port, smtp+tls://…, smtps://…, console:"
        if parts.scheme not in _MAIL_PORTS:
            raise ImproperlyConfigured(f"{name} begins with {parts.scheme or url!r}; allowed: {allowed}.")
        try:
            host, port = parts.hostname, parts.port or _MAIL_PORTS[parts.scheme]
        except ValueError:
            host, port = None, 0
        if not host:
            raise ImproperlyConfigured(f"{name} cannot be read as the address of a mail server; allowed: {allowed}.")
        return Mail(
            f"{_BACKENDS}smtp.EmailBackend",
            host=host,
            port=port,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            use_tls=parts.scheme == "smtp+tls",
            use_ssl=parts.scheme == "smtps",
        )

    def sender(self, name: str, mode: str, mail: Mail) -> str:
        """The address that mail comes from; production must name one when it sends any."""
        value = self.text(name, "" if mode == PRODUCTION else "uppfoljning@localhost.localdomain")
        if not value and not mail.is_set:
            return "uppfoljning@localhost.localdomain"
        try:
            validate_email(value)
        except ValidationError:
            raise ImproperlyConfigured(
                f"{name} is {value!r}; an e-mail address is needed, for instance uppfoljning@kommun.example."
            ) from None
        return value

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

    def openid(self, mode: str) -> OpenId:
        """The provider that `OIDC_ISSUER` and its companions describe; nothing is set when there is no issuer."""
        issuer = self.text("OIDC_ISSUER").rstrip("/").removesuffix("/.well-known/openid-configuration")
        if not issuer:
            return OpenId()
        parts = urlsplit(issuer)
        is_near = mode != PRODUCTION and parts.hostname in {"127.0.0.1", "localhost"}
        if not parts.netloc or not (parts.scheme == "https" or (parts.scheme == "http" and is_near)):
            raise ImproperlyConfigured(
                f"OIDC_ISSUER is {issuer!r}; an address such as https://login.microsoftonline.com/<tenant>/v2.0 "
                "is needed."
            )
        if not self.text("OIDC_CLIENT_ID"):
            raise ImproperlyConfigured("OIDC_CLIENT_ID must be set when OIDC_ISSUER is.")
        return OpenId(
            is_set=True,
            issuer=issuer,
            client_id=self.text("OIDC_CLIENT_ID"),
            client_secret=self.text("OIDC_CLIENT_SECRET"),
            name=self.text("OIDC_NAME", "kommunens inloggning"),
            groups_claim=self.text("OIDC_GROUPS_CLAIM", "groups"),
            second_factor=tuple(
                self.words("OIDC_SECOND_FACTOR", ("mfa", "http://schemas.microsoft.com/claims/multipleauthn"))
            ),
            scopes=tuple(self.words("OIDC_SCOPES", ("openid", "profile", "email"))),
            asks_userinfo=self.boolean("OIDC_USERINFO", True),
            trusts_email=self.boolean("OIDC_TRUSTS_EMAIL", False),
            origins=(f"{parts.scheme}://{parts.netloc}", *self.words("OIDC_ORIGINS")),
        )

    def address(self, name: str, default: str) -> str:
        """A web address as it stands, such as that of a licence."""
        value = self.text(name, default)
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc or any(sign in value for sign in ' "<>'):
            raise ImproperlyConfigured(f"{name} is {value!r}; an address such as {default} is needed.")
        return value

    def site(self, name: str) -> str:
        """The application's own address without a slash at the end, or empty."""
        value = self.text(name).rstrip("/")
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment):
            raise ImproperlyConfigured(
                f"{name} is {value!r}; an address such as https://uppfoljning.example is needed."
            )
        return value


def _folder(path: Path) -> dict[str, Any]:
    return {"BACKEND": "followup.core.files.folder.ContentFolder", "OPTIONS": {"location": str(path)}}
