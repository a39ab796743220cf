"""The passages of goals: the five-column table, the overview, and what was answered on anything."""

from collections.abc import Iterable, Iterator

from reports.choices import PassageKind
from reports.published.passage import Passage, Place
from reports.published.sealed import Sealed, joined, many, prose, title, words


def described_goals(sections: Iterable[Sealed]) -> frozenset[str]:
    """The anchors of goals that stand in a table of goals or goal by goal, which an overview only leads to."""
    blocks = [section.get("block") or {} for section in sections]
    return frozenset(
        words(goal, "anchor")
        for block in blocks
        for key in {"goal_table": ["rows"], "goal_follow_up": ["parts"]}.get(words(block, "type"), [])
        for goal in many(block, key)
    )


def goal_table(block: Sealed, place: Place) -> Iterator[Passage]:
    for row in many(block, "rows"):
        anchor, responsible = words(row, "anchor"), ", ".join(many(row, "responsible"))
        yield Passage(PassageKind.GOAL, anchor, title(row), place.title, text=joined([prose(row), responsible]))
        for line in many(row, "indicators"):
            yield Passage(
                PassageKind.INDICATOR,
                anchor,
                title(line),
                place.under(title(row)).title,
                text=joined([*many(line, "figures"), words(line, "unit")]),
            )
        yield from answers(row, anchor, place)


def overview(block: Sealed, place: Place, described: frozenset[str]) -> Iterator[Passage]:
    """The goals that are described nowhere else, with their statuses."""
    for goal in many(block, "goals"):
        if words(goal, "anchor") in described:
            continue
        mark, word = status_of(goal)
        yield Passage(
            PassageKind.GOAL,
            place.anchor,
            title(goal),
            place.title,
            status_mark=mark,
            status_word=word,
            text=words(goal, "label"),
        )
        yield from answers(goal, place.anchor, place)


def answers(subject: Sealed, anchor: str, place: Place) -> Iterator[Passage]:
    """What units and the committee answered on it; a status alone is an answer too."""
    for result in many(subject, "results"):
        text = joined(_part(part) for part in many(result, "parts"))
        mark, word = status_of(result)
        if text or word or mark:
            unit, name = ("", "") if result.get("is_committee") else (words(result, "unit"), words(result, "unit_name"))
            yield Passage(PassageKind.COMMENT, anchor, title(subject), place.title, unit, name, mark, word, text)


def details(subject: Sealed) -> str:
    return joined(f"{words(each, 'label')}: {', '.join(many(each, 'values'))}" for each in many(subject, "details"))


def status_of(sealed: Sealed) -> tuple[str, str]:
    """Its mark and its word, both empty where there is no status."""
    status = sealed.get("status") or {}
    return words(status, "mark"), words(status, "word")


def _part(part: Sealed) -> str:
    text = prose(part)
    return f"{words(part, 'label')}: {text}" if words(part, "label") and text else text
