"""The schema of a report's data file: one for each version of the document, kept as it was when that was in use."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from reports.build.document import SCHEMA_VERSION, ReportDocument
from reports.open_data.json_schema import DIALECT, Definitions

_STORED = Path(__file__).parent / "schemas"
_NAME = re.compile(r"report-(\d+)\.json")


def generated_schema() -> bytes:
    """From the document as the code has it. UTF-8 with a line end last; what is stored for the version is the same."""
    definitions = Definitions("#/$defs/")
    whole: dict[str, Any] = {
        "$schema": DIALECT,
        "$id": schema_name(int(SCHEMA_VERSION)),
        "title": "Published report",
        **definitions.schema_of(ReportDocument),
        "$defs": dict(sorted(definitions.found.items())),
    }
    whole["$defs"]["ReportDocument"]["properties"]["schema_version"] = {"const": SCHEMA_VERSION}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def schema_name(version: int) -> str:
    return f"report-{version}.json"


@cache
def stored_versions() -> tuple[int, ...]:
    """The versions that have a schema, the oldest first."""
    found = (_NAME.fullmatch(path.name) for path in _STORED.iterdir())
    return tuple(sorted(int(name[1]) for name in found if name))


@cache
def stored_schema(version: int) -> bytes | None:
    """None for a version that there has never been."""
    if version not in stored_versions():
        return None
    return (_STORED / schema_name(version)).read_bytes()
