"""Whose an answer is: the unit by its code, and by its name where that says more."""

import re

_WORD = re.compile(r"\w{3,}")


def name_beside(code: str, name: str) -> str:
    """The name where it adds something to the code: to `AFI` it does, to `VO Vuxen` the word it shares is enough."""
    is_said = name == code or set(_WORD.findall(code.casefold())) & set(_WORD.findall(name.casefold()))
    return "" if is_said else name
