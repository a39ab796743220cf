"""The passages of goals that are told one by one, with their assignments and indicators."""

from collections.abc import Iterator

from reports.choices import PassageKind
from reports.published.goals import answers, details, status_of
from reports.published.passage import Passage, Place
from reports.published.sealed import Sealed, joined, many, prose, title, words
from reports.published.tables import table


def follow_up(block: Sealed, place: Place) -> Iterator[Passage]:
    above: list[tuple[int, str]] = []
    for part in many(block, "parts"):
        depth = part.get("depth") or 0
        if words(part, "type") == "goal_indicators":
            here = [each for each in above if each[0] <= depth]
            yield from _indicators(part, place.under(" › ".join(name for _depth, name in here)))
            continue
        above = [each for each in above if each[0] < depth]
        yield from _goal(part, place.under(" › ".join(name for _depth, name in above)))
        above.append((depth, title(part)))


def _goal(part: Sealed, place: Place) -> Iterator[Passage]:
    yield _subject(PassageKind.GOAL, part, place)
    yield from answers(part, words(part, "anchor"), place)
    under = place.under(title(part))
    for group in many(part, "assignments"):
        here = under.under(words(group, "heading"))
        for assignment in many(group, "assignments"):
            yield _subject(PassageKind.ASSIGNMENT, assignment, here)
            yield from answers(assignment, words(assignment, "anchor"), here)


def _indicators(part: Sealed, place: Place) -> Iterator[Passage]:
    for group in many(part, "groups"):
        here = place.under(words(group, "heading"))
        for indicator in many(group, "indicators"):
            anchor = words(indicator, "anchor")
            yield _subject(PassageKind.INDICATOR, indicator, here)
            if indicator.get("figures"):
                yield from table(indicator["figures"], here.under(title(indicator)), anchor=anchor)
            yield from answers(indicator, anchor, here)


def _subject(kind: PassageKind, subject: Sealed, place: Place) -> Passage:
    mark, word = status_of(subject)
    text = joined(
        [words(subject, "kind"), words(subject, "label"), prose(subject), details(subject), words(subject, "unit")]
    )
    return Passage(
        kind,
        words(subject, "anchor"),
        title(subject),
        place.title,
        status_mark=mark,
        status_word=word,
        text=text,
    )
