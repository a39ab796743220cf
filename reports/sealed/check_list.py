"""The checks of a version as a file of it."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from reports.checks.record import CheckOutcome, CheckRecord


def write_checks(records: Iterable[CheckRecord]) -> bytes:
    """UTF-8 JSON with a line end last, in the order given."""
    return (json.dumps({"checks": [asdict(item) for item in records]}, ensure_ascii=False, indent=2) + "\n").encode()


def read_checks(content: bytes) -> tuple[CheckRecord, ...]:
    """Raises ValueError where the file is no list of checks."""
    try:
        rows = json.loads(content)["checks"]
        return tuple(CheckRecord(**row | {"outcome": CheckOutcome(row["outcome"])}) for row in rows)
    except (TypeError, KeyError) as fault:
        raise ValueError("not a list of checks") from fault
