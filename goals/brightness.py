"""How well judgements speak of what they judge, so that they can be put in order. Pure."""

from collections.abc import Iterable

from goals.choices import GoalStatus

_BRIGHTNESS = {GoalStatus.NOT: 1, GoalStatus.PARTLY: 2, GoalStatus.ACHIEVED: 3}


def brightness(status: str) -> int:
    """From 1 for what is not reached to 3 for what is; 0 for what cannot be judged, or is not."""
    return _BRIGHTNESS.get(GoalStatus(status), 0) if status in GoalStatus.values else 0


def is_brighter_than_all(own: str, others: Iterable[str]) -> bool:
    """Whether a status is better than each of the others. What cannot be judged counts for nothing."""
    judged = [value for status in others if (value := brightness(status))]
    return bool(judged) and brightness(own) > max(judged)
