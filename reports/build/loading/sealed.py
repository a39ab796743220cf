"""Reading what a sealed data file holds for a later report to compare with."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from reports.build.document import (
    StandingItem,
    StandingOutcome,
    StandingPromise,
    StandingStatus,
    StandingTarget,
    StatusMark,
)


def sealed_data(content: bytes) -> dict[str, Any]:
    """All that the file holds; numbers with decimals are exact."""
    data: dict[str, Any] = json.loads(content, parse_float=Decimal)
    return data


def standing_in(content: bytes) -> tuple[StandingItem, ...]:
    """Nothing for a file from before schema version 4; no place, area or outcome for one from before version 5."""
    return standing_of_data(sealed_data(content))


def standing_of_data(data: Mapping[str, Any]) -> tuple[StandingItem, ...]:
    """The same of what `sealed_data` has read."""
    return tuple(_item(each) for each in data.get("standing", ()))


def _item(data: dict[str, Any]) -> StandingItem:
    told = dict(data)
    return StandingItem(
        statuses=tuple(
            StandingStatus(each["by"], StatusMark(each["status"]["mark"], each["status"]["word"]))
            for each in told.pop("statuses")
        ),
        targets=tuple(map(_target, told.pop("targets"))),
        promises=tuple(StandingPromise(each["by"], each["text"]) for each in told.pop("promises")),
        periods=tuple(told.pop("periods")),
        outcomes=tuple(map(_outcome, told.pop("outcomes", ()))),
        **told,
    )


def _target(data: dict[str, Any]) -> StandingTarget:
    return StandingTarget(**data | {name: _number(data.get(name)) for name in ("value", "value_high")})


def _outcome(data: dict[str, Any]) -> StandingOutcome:
    through = date.fromisoformat(data["period_through"])
    return StandingOutcome(**data | {"period_through": through, "value": _number(data["value"])})


def _number(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
