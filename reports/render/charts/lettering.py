"""How much room words take in a drawing, estimated: nothing is measured before the page is set. Pure."""

SIZE = 13
LINE_HEIGHT = 15

_NARROW = frozenset("iljtfrI.,:;|!'’()[] \u00a0")
_BROAD = frozenset("mwMWÅÄÖOQGD%@—")


def width_of(text: str) -> float:
    """In the units of the drawing, on the generous side: the typeface may be another than ours."""
    return sum(0.38 if char in _NARROW else 0.92 if char in _BROAD else 0.62 for char in text) * SIZE


def shortened(text: str, room: float) -> str:
    """The text, or its beginning and an ellipsis where it does not fit."""
    if width_of(text) <= room:
        return text
    while text and width_of(f"{text}…") > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def in_lines(text: str, room: float, most: int) -> tuple[str, ...]:
    """The text over at most `most` lines, broken between words; what does not fit in the last is cut off."""
    words = text.split(" ")
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}") <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(shortened(line, room))
    if words:
        lines.append(shortened(" ".join(words), room))
    return tuple(lines)
