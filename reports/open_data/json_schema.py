"""JSON Schema (draft 2020-12) of frozen dataclasses, as `reports.render.data.plain` writes them."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reports.build.document.data import LEFT_OUT, type_of
from reports.render.data import NAMED

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}


class Definitions:
    """Collects a schema for every dataclass that is referred to, by its name; `place` is where they will stand."""

    def __init__(self, place: str) -> None:
        self.found: dict[str, dict[str, Any]] = {}
        self._place = place

    def schema_of(self, kind: Any) -> dict[str, Any]:
        """Raises TypeError for a type that the documents do not have."""
        if kind in _SIMPLE:
            return dict(_SIMPLE[kind])
        origin = get_origin(kind)
        if origin in {Union, UnionType}:
            return {"anyOf": [self.schema_of(each) for each in get_args(kind)]}
        if origin is tuple:
            return self._array(get_args(kind))
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"type": "string", "enum": [str(each) for each in kind]}
        if is_dataclass(kind) and isinstance(kind, type):
            return self._reference(kind)
        raise TypeError(f"no schema for {kind!r}")

    def _array(self, items: tuple[Any, ...]) -> dict[str, Any]:
        if len(items) == 2 and items[1] is Ellipsis:
            return {"type": "array", "items": self.schema_of(items[0])}
        each = [self.schema_of(item) for item in items]
        return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}

    def _reference(self, kind: type) -> dict[str, Any]:
        name = kind.__name__
        if name not in self.found:
            self.found[name] = {}  # so that one that holds its own kind ends
            self.found[name] = self._object(kind)
        return {"$ref": f"{self._place}{name}"}

    def _object(self, kind: type) -> dict[str, Any]:
        hints = get_type_hints(kind)
        properties: dict[str, Any] = {"type": {"const": type_of(kind)}} if kind in NAMED else {}
        for field in fields(kind):
            if field.name not in LEFT_OUT:
                properties[field.name] = self.schema_of(hints[field.name])
            if field.name == "html":
                properties["text"] = {"type": "string"}
        described = cleandoc(kind.__doc__ or "")
        return {
            **({} if described.startswith(f"{kind.__name__}(") else {"description": described}),
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
