"""A section's options as the text of the column Alternativ, and back."""

from collections.abc import Mapping, Sequence

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
)
_EMPTY_ITEMS_COUNT = "rubriker"


def parse_options(text: str) -> dict[str, list[str]]:
    """`perioder=2018,2019; visa=kommentarer` by key. Says nothing about which keys and values are allowed.

    An empty item counts in `rubriker`, where it leaves a column its own heading, and is dropped elsewhere.
    """
    options: dict[str, list[str]] = {}
    for pair in text.split(";"):
        key, _equals, value = pair.partition("=")
        name = key.strip().lower()
        if not name:
            continue
        items = [item.strip() for item in value.split(",")]
        options[name] = items if name == _EMPTY_ITEMS_COUNT else [item for item in items if item]
    return options


def format_options(options: Mapping[str, Sequence[str]]) -> str:
    """The text that `parse_options` reads as the options, in a fixed order of keys: the database keeps none."""
    order = {key: place for place, key in enumerate(OPTION_KEYS)}
    keys = sorted(options, key=lambda key: (order.get(key, len(order)), key))
    return "; ".join(f"{key}={','.join(options[key])}" for key in keys)
