"""Single values: words, numbers, secrets, addresses."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT = "development"
PRODUCTION = "production"
DEVELOPMENT_SECRET = "development-only-not-a-secret-and-refused-in-production"  # noqa: S105 (it says so itself)

SHORTEST_TOKEN = 24

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


class Values:
    def __init__(self, source: Mapping[str, str]) -> None:
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
