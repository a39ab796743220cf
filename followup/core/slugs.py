"""Addresses from Swedish names."""

import re
from collections.abc import Iterable
from itertools import count

from django.utils.text import slugify

FALLBACK = "namnlos"

_CHARACTERS = str.maketrans(
    {"ø": "o", "æ": "a", "œ": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "–": "-", "—": "-"}
)


def slug_of(text: str, max_length: int = 60) -> str:
    """The address of a name, a-z, 0-9 and hyphens: `Äldre- och omsorgsnämnden` → `aldre-och-omsorgsnamnden`.

    Cut between words where that leaves at least half, never longer than `max_length`, never empty.
    """
    words = slugify(text.lower().translate(_CHARACTERS)).replace("_", "-")
    slug = re.sub("-+", "-", words).strip("-")
    if len(slug) > max_length:
        cut = slug[:max_length]
        if slug[max_length] != "-":
            whole_words = cut.rpartition("-")[0]
            cut = whole_words if len(whole_words) >= max_length // 2 else cut
        slug = cut.strip("-")
    return slug or FALLBACK[:max_length]


def free_name(wanted: str, taken: Iterable[str], max_length: int = 80) -> str:
    """The name itself, or with the first number that tells it from those taken: `delar`, `delar-2`, `delar-3`."""
    used = set(taken)
    if wanted[:max_length] not in used:
        return wanted[:max_length]
    numbered = (f"{wanted[: max_length - len(suffix)]}{suffix}" for suffix in (f"-{number}" for number in count(2)))
    return next(name for name in numbered if name not in used)
