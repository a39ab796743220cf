"""Telephone numbers, and e-mail addresses of private persons. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COUNTRY = r"(?:\+|00)46[ \u00a0-]?(?:\(0\))?[ \u00a0-]?"
_MOBILE = re.compile(
    rf"(?<![\w+,.-])(?:{_COUNTRY}|0)7[02369][ \u00a0–-]{{0,3}}\d(?:[ \u00a0–-]?\d){{6}}(?![\d%]|[,.]\d|-\d)"
)
_AREA = r"(?:8|[1-69]\d{1,2})"
_LANDLINE = re.compile(
    rf"(?<![\w+,.-])(?:(?:{_COUNTRY}|0){_AREA}[ \u00a0]?[-–/][ \u00a0]?|(?:\+|00)46[ \u00a0](?:\(0\))?{_AREA}[ \u00a0])"
    r"\d{2,3}(?:[ \u00a0]?\d{2,3}){1,2}(?![\d%]|[,.]\d|-\d)"
)
_FEWEST_DIGITS, _MOST_DIGITS = 8, 10
_ADDRESS = re.compile(r"(?<![\w.+-])(?P<name>[\w.+-]{1,64})@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})", re.ASCII)
_PRIVATE = frozenset(
    [
        "gmail",
        "googlemail",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "icloud",
        "yahoo",
        "ymail",
        "aol",
        "gmx",
        "protonmail",
        "tutanota",
        "spray",
        "comhem",
        "telia",
        "bredband",
        "bredband2",
        "glocalnet",
        "swipnet",
        "algonet",
        "passagen",
        "brevet",
    ]
)
_PRIVATE_DOMAINS = frozenset({"me.com", "mac.com", "proton.me", "pm.me", "mail.com", "home.se", "ownit.nu", "tele2.se"})


@dataclass(frozen=True, slots=True)
class Contact:
    """`masked` shows enough of it to be found again, and not what it is."""

    start: int
    end: int
    masked: str


def mobile_numbers(text: str) -> Iterator[Contact]:
    for found in _MOBILE.finditer(text):
        yield Contact(*found.span(), _masked_number(found[0]))


def landline_numbers(text: str) -> Iterator[Contact]:
    """With an area code set off by a mark, so that neither dates, amounts nor registry numbers are taken for one."""
    for found in _LANDLINE.finditer(text):
        digits = re.sub(r"^(?:\+|00)46\D*0?", "0", found[0])
        if _FEWEST_DIGITS <= sum(char.isdigit() for char in digits) <= _MOST_DIGITS:
            yield Contact(*found.span(), _masked_number(found[0]))


def private_addresses(text: str) -> Iterator[Contact]:
    """At the providers that private persons use; a municipality's or a company's own are public by their kind."""
    for found in _ADDRESS.finditer(text):
        domain = found["domain"].casefold().rstrip(".")
        if domain in _PRIVATE_DOMAINS or domain.split(".")[0] in _PRIVATE:
            yield Contact(*found.span(), f"{found['name'][0]}•••@{domain}")


def _masked_number(number: str) -> str:
    digits = [char for char in number if char.isdigit()]
    return f"{'+' if number.startswith('+') else ''}{''.join(digits[:3])}••••{''.join(digits[-2:])}"
