"""A section's options as the text of the column Alternativ, and back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

OPTION_KEYS = (
    "mål",
    "nivåer",
    "typ",
    "indikatorer",
    "enheter",
    "perioder",
    "tabell",
    "kolumner",
    "rubriker",
    "visa",
    "ordning",
    "form",
)
_EMPTY_ITEMS_COUNT = "rubriker"

_KEY = re.compile("[^=;]*")
_ITEM = re.compile(r'\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?=[,;]|\Z)|(?P<plain>[^,;]*)')
_MUST_BE_QUOTED = re.compile('^"|[,;]')


@dataclass(frozen=True, slots=True)
class Pair:
    """One `nyckel=värde` as it is written; `items` is None where there is no `=`."""

    written: str
    name: str
    items: list[str] | None


def split_pairs(text: str) -> Iterator[Pair]:
    """The pairs that hold something. An item in quotation marks may hold commas and semicolons, as a name may."""
    place = 0
    while place < len(text):
        start = place
        name = _found(_KEY, text, place)
        place = name.end()
        items = None
        if text[place : place + 1] == "=":
            items = []
            while text[place : place + 1] in {"=", ","}:
                item = _found(_ITEM, text, place + 1)
                quoted = item["quoted"]
                items.append((item["plain"] if quoted is None else quoted.replace('""', '"')).strip())
                place = item.end()
        written = text[start:place].strip()
        if written:
            yield Pair(written, name[0].strip().lower(), items)
        place += 1


def parse_options(text: str) -> dict[str, list[str]]:
    """`perioder=2018,2019; visa=kommentarer` by key. Says nothing about which keys and values are allowed.

    An empty item counts in `rubriker`, where it leaves a column its own heading, and is dropped elsewhere.
    """
    options: dict[str, list[str]] = {}
    for pair in split_pairs(text):
        if pair.name:
            items = pair.items or []
            options[pair.name] = items if pair.name == _EMPTY_ITEMS_COUNT else [item for item in items if item]
    return options


def format_options(options: Mapping[str, Sequence[str]]) -> str:
    """The text that `parse_options` reads as the options, in a fixed order of keys: the database keeps none."""
    order = {key: place for place, key in enumerate(OPTION_KEYS)}
    keys = sorted(options, key=lambda key: (order.get(key, len(order)), key))
    return "; ".join(f"{key}={','.join(map(_item, options[key]))}" for key in keys)


def _item(item: str) -> str:
    return '"{}"'.format(item.replace('"', '""')) if _MUST_BE_QUOTED.search(item) else item


def _found(shape: re.Pattern[str], text: str, place: int) -> re.Match[str]:
    """Both shapes match an empty text, and so at every place."""
    return cast("re.Match[str]", shape.match(text, place))
