"""A document as plain data, as JSON has it: how its kinds are named there, and reading any part of it back.

Writing it is `reports.render.data`. The whole document is read in `reports.render.read_data`; what a later report
compares with, in `reports.build.loading.sealed`.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

LEFT_OUT = frozenset({"image_source"})  # an image stands in the page, and is named here by its sum

Built = TypeVar("Built")
_Read = Callable[[Any], Any]


class Unreadable(ValueError):
    """The file is not one of ours, or of a version that did not hold what is read."""


def type_of(kind: type) -> str:
    """`goal_table` for `GoalTable`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def sealed_data(content: bytes) -> Any:
    """All that the file holds; numbers with decimals are exact. Raises ValueError."""
    return json.loads(content, parse_float=Decimal)


def read_as(kind: type[Built], data: Any) -> Built:
    """`data` as an instance of the dataclass; raises `Unreadable`, or what a value that is no such raises.

    A number that had more digits than a float holds has these.
    """
    built: Built = _object(kind, data)
    return built


@cache
def _reader(hint: Any) -> _Read:
    """How a value that is said to be `hint` is read."""
    origin, choices = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(choices)
    if origin is tuple:
        return _all_of(_reader(choices[0]))
    if not isinstance(hint, type):
        raise TypeError(f"cannot read {hint}")
    if is_dataclass(hint):
        return lambda data: _object(hint, data)
    if issubclass(hint, Enum):
        return hint
    return _PLAIN[hint]


def _one_of(choices: tuple[Any, ...]) -> _Read:
    """None, or the one kind there is, or of several the one that `type` names."""
    kinds = [each for each in choices if each is not NoneType]
    if len(kinds) == 1:
        read = _reader(kinds[0])
        return lambda data: None if data is None else read(data)
    named = {type_of(kind): _reader(kind) for kind in kinds}
    if NoneType in choices:
        return lambda data: None if data is None else named[data["type"]](data)
    return lambda data: named[data["type"]](data)


def _all_of(read: _Read) -> _Read:
    return lambda data: tuple(map(read, _instance(list, data)))


def _object(kind: Any, data: Any) -> Any:
    """Fields that the file lacks have their defaults; what it has besides, the texts without markup, is passed over."""
    known, hints = _instance(dict, data), _hints(kind)
    given: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in known:
            given[field.name] = _reader(hints[field.name])(known[field.name])
        elif field.name in LEFT_OUT:
            given[field.name] = ""
        elif field.default is MISSING:
            raise Unreadable(f"{kind.__name__} without {field.name}")
    return kind(**given)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _instance(kind: type[Built], value: Any) -> Built:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise Unreadable(f"{type(value).__name__} where {kind.__name__} stands")
    return value


_PLAIN: dict[type, _Read] = {
    str: lambda value: _instance(str, value),
    bool: lambda value: _instance(bool, value),
    int: lambda value: _instance(int, value),
    Decimal: lambda value: Decimal(value) if isinstance(value, int) else _instance(Decimal, value),
    date: lambda value: date.fromisoformat(_instance(str, value)),
    datetime: lambda value: datetime.fromisoformat(_instance(str, value)),
}
