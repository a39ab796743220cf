"""The report as JSON: everything the document holds, in its own order, for other systems and for ten years on."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from followup.core.richtext.text import to_text
from reports.build.document import Block, GoalIndicators, GoalPart, ReportDocument
from reports.build.document.data import LEFT_OUT, type_of
from reports.render.once import once_a_document

NAMED = (*get_args(Block), GoalPart, GoalIndicators)
"""What may stand where something of another kind may, and so says in `type` what it is."""


@once_a_document
def render_json(document: ReportDocument) -> bytes:
    """UTF-8 with a line end last. Keys are the field names of the document; dates are ISO 8601.

    Rich text stands both as `html` and, beside it, as `text`. What may be of several kinds, as a block may, says
    which in `type` (`goal_table`). Numbers are numbers, not rounded.
    """
    return (json.dumps(plain(document), ensure_ascii=False, indent=2) + "\n").encode()


def plain(value: Any) -> Any:
    """Frozen data as what JSON has: objects, arrays, text, numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _object(value: Any) -> dict[str, Any]:
    named: dict[str, Any] = {}
    if isinstance(value, NAMED):
        named["type"] = type_of(type(value))
    for field in fields(value):
        if field.name in LEFT_OUT:
            continue
        named[field.name] = plain(getattr(value, field.name))
        if field.name == "html":
            named["text"] = to_text(named["html"])
    return named
