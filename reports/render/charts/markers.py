"""The shapes that mark the points of a line, as paths around a point. Pure."""

from collections.abc import Callable

from reports.render.charts.drawing import number

RADIUS = 4.2


def marker(name: str, x: float, y: float) -> str:
    return _SHAPES[name](x, y)


def _polygon(*corners: tuple[float, float]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"


def _circle(x: float, y: float) -> str:
    turn = f"a{RADIUS} {RADIUS} 0 1 0 "
    return f"M{number(x - RADIUS)} {number(y)}{turn}{2 * RADIUS} 0{turn}{-2 * RADIUS} 0Z"


def _square(x: float, y: float) -> str:
    side = RADIUS - 0.4
    return _polygon((x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side))


def _triangle(x: float, y: float) -> str:
    return _polygon((x, y - RADIUS - 0.6), (x + RADIUS + 0.4, y + RADIUS - 0.6), (x - RADIUS - 0.4, y + RADIUS - 0.6))


def _diamond(x: float, y: float) -> str:
    reach = RADIUS + 0.8
    return _polygon((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))


def _bar(x: float, y: float) -> str:
    """A level to reach: wide and flat, and seen where it stands alone."""
    return f"M{number(x - 9)} {number(y)}L{number(x + 9)} {number(y)}"


_SHAPES: dict[str, Callable[[float, float], str]] = {
    "circle": _circle,
    "square": _square,
    "triangle": _triangle,
    "diamond": _diamond,
    "bar": _bar,
}
