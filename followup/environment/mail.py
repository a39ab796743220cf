"""How mail is sent, and from whom."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from followup.environment.values import PRODUCTION, Values

_BACKENDS = "django.core.mail.backends."
_MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


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


class ReadsMail(Values):
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
