"""The words around what was found, so that it is found again in the text. Pure."""

_AROUND = 30


def excerpt(line: str, start: int, end: int) -> str:
    """From a word's beginning to a word's end, with marks of what is cut off: `… delvis är XX procent av …`."""
    first, last = max(0, start - _AROUND), min(len(line), end + _AROUND)
    if first:
        first = line.find(" ", first, start) + 1 or first
    if last < len(line):
        space = line.rfind(" ", end, last)
        last = space if space > 0 else last
    shown = line[first:last]
    return f"{'… ' if first else ''}{shown}{' …' if last < len(line) else ''}"
