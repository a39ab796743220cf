"""What was measured at several sizes, as SVG: a small chart for each thing, all on the same logarithmic axes.

The charts of reports have even axes, on which a hundred times as much leaves no room for the rest.
"""

import math
from html import escape

COLUMNS, WIDTH, HEIGHT = 3, 300, 190
LEFT, TOP, RIGHT, BOTTOM = 52, 34, 16, 34
MARKS = {"SQLite": ("#1d5a8a", "", "circle"), "PostgreSQL": ("#a3470b", "6 3", "square")}
"""Of a database its colour, dashes and marker."""
INK, RULE = "#222222", "#c8c8c8"
LOWEST, HIGHEST = 0.001, 10.0


def drawn(found, sizes):
    """`found`: of each database, by name, the seconds at the sizes."""
    names = list(dict.fromkeys(name for things in found.values() for name in things))
    height = 40 + HEIGHT * math.ceil(len(names) / COLUMNS)
    parts = [_legend(found)]
    for place, name in enumerate(names):
        x, y = WIDTH * (place % COLUMNS), 40 + HEIGHT * (place // COLUMNS)
        seen = {database: things[name] for database, things in found.items() if name in things}
        parts.append(f'<g transform="translate({x} {y})">{_small(name, seen, sizes)}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS * WIDTH} {height}" '
        f'font-family="sans-serif" font-size="11" fill="{INK}" role="img">'
        f"<title>Time of each page and job at {', '.join(f'{size} ×' for size in sizes)} of others’ data</title>"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _legend(found):
    pieces = []
    for place, database in enumerate(found):
        x = LEFT + 130 * place
        pieces.append(_series([(x, 20), (x + 30, 20)], database) + f'<text x="{x + 40}" y="24">{database}</text>')
    return "".join(pieces)


def _small(name, seen, sizes):
    def across(size):
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(size / sizes[0]) / math.log(sizes[-1] / sizes[0])

    def down(value):
        share = math.log(min(max(value, LOWEST), HIGHEST) / LOWEST) / math.log(HIGHEST / LOWEST)
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share

    pieces = [f'<text x="{LEFT}" y="{TOP - 12}" font-weight="bold">{escape(name)}</text>']
    for value, words in ((0.001, "1 ms"), (0.01, "10 ms"), (0.1, "100 ms"), (1.0, "1 s"), (10.0, "10 s")):
        y = down(value)
        pieces.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{RULE}"/>')
        pieces.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{words}</text>')
    for size in sizes:
        pieces.append(f'<text x="{across(size):.1f}" y="{HEIGHT - 16}" text-anchor="middle">{size} ×</text>')
    for database, times in seen.items():
        places = [(across(size), down(value)) for size, value in zip(sizes, times, strict=True)]
        pieces.append(_series(places, database))
    return "".join(pieces)


def _series(places, database):
    colour, dashes, shape = MARKS[database]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    line = f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes or "none"}"/>'
    return line + "".join(_marker(x, y, colour, shape) for x, y in places)


def _marker(x, y, colour, shape):
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colour}"/>'
