"""The sealed data as it is read: objects by their keys, whatever version wrote them."""

from collections.abc import Iterable, Mapping
from typing import Any

from followup.core.richtext import plain_lines

Sealed = Mapping[str, Any]
BETWEEN_LINES = "\n"


def many(sealed: Sealed, key: str) -> list[Any]:
    """The items of an array, none where there is no array."""
    return sealed.get(key) or []


def words(sealed: Sealed, key: str) -> str:
    return str(sealed.get(key) or "")


def prose(sealed: Sealed) -> str:
    """Rich text without its marks, line by line."""
    return joined(plain_lines(words(sealed, "html")))


def title(sealed: Sealed) -> str:
    """`1.2 Namn`."""
    return f"{words(sealed, 'number')} {words(sealed, 'name')}".strip()


def joined(lines: Iterable[str]) -> str:
    return BETWEEN_LINES.join(line for line in lines if line)
