"""Reading what a sealed data file holds for a later report to compare with."""

from collections.abc import Mapping
from typing import Any

from reports.build.document import StandingItem
from reports.build.document.data import read_as, sealed_data


def standing_in(content: bytes) -> tuple[StandingItem, ...]:
    """Nothing for a file from before schema version 4; no place, area or outcome for one from before version 5."""
    return standing_of_data(sealed_data(content))


def standing_of_data(data: Mapping[str, Any]) -> tuple[StandingItem, ...]:
    """The same of what `sealed_data` has read."""
    return tuple(read_as(StandingItem, each) for each in data.get("standing", ()))
