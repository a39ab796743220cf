"""The inverse of `data`: a published data file back as the document that it was made of."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reports.build.document import AttachedFile, AttachmentList, DocumentSection, Logo, ReportDocument
from reports.render.data import LEFT_OUT, type_of

READABLE = frozenset({"4", "5"})
"""Schema versions whose files hold all that a document has, or lack only what has a default."""

ImageSource = Callable[[str], str]
"""From the SHA-256 of an image's bytes to its `data:` address; empty where there is no such image."""

Built = TypeVar("Built")
_Read = Callable[[Any], Any]


class Unreadable(ValueError):
    """The file is not one of ours, or of a version that did not hold the whole document."""


def read_json(content: bytes, image_source: ImageSource = lambda sha256: "") -> ReportDocument:
    """What `render_json` wrote, as it was; raises `Unreadable`.

    Images are not in the file: `image_source` finds them. A number that had more digits than a float holds has these.
    """
    try:
        data = json.loads(content, parse_float=Decimal)
        if data["schema_version"] not in READABLE:
            raise Unreadable(f"schema version {data['schema_version']}")
        document: ReportDocument = _reader(ReportDocument)(data)
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError, ValueError) as fault:
        raise fault if isinstance(fault, Unreadable) else Unreadable(str(fault)) from fault
    return _with_images(document, image_source)


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


def _with_images(document: ReportDocument, image_source: ImageSource) -> ReportDocument:
    logo = document.publisher.logo
    publisher = replace(document.publisher, logo=logo and _logo(logo, image_source))
    return replace(
        document, publisher=publisher, sections=tuple(_section(each, image_source) for each in document.sections)
    )


def _logo(logo: Logo, image_source: ImageSource) -> Logo | None:
    """Without its bytes there is nothing to show."""
    source = image_source(logo.sha256)
    return replace(logo, image_source=source) if source else None


def _section(section: DocumentSection, image_source: ImageSource) -> DocumentSection:
    if not isinstance(section.block, AttachmentList):
        return section
    documents = tuple(
        replace(each, file=each.file and _file(each.file, image_source)) for each in section.block.documents
    )
    return replace(section, block=AttachmentList(documents))


def _file(file: AttachedFile, image_source: ImageSource) -> AttachedFile:
    """Only an image has a width."""
    return replace(file, image_source=image_source(file.sha256)) if file.width else file
