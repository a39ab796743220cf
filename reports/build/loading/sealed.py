"""Reading what a sealed data file holds for a later report to compare with."""

import json
from typing import Any

from reports.build.document import StandingItem, StandingPromise, StandingStatus, StandingTarget, StatusMark


def standing_in(content: bytes) -> tuple[StandingItem, ...]:
    """Nothing for a file from before schema version 4."""
    return tuple(_item(each) for each in json.loads(content).get("standing", ()))


def _item(data: dict[str, Any]) -> StandingItem:
    return StandingItem(
        kind=data["kind"],
        key=data["key"],
        continues=data["continues"],
        number=data["number"],
        name=data["name"],
        statuses=tuple(
            StandingStatus(each["by"], StatusMark(each["status"]["mark"], each["status"]["word"]))
            for each in data["statuses"]
        ),
        targets=tuple(StandingTarget(each["year"], each["series"], each["words"]) for each in data["targets"]),
        promises=tuple(StandingPromise(each["by"], each["text"]) for each in data["promises"]),
        periods=tuple(data["periods"]),
    )
