"""A report as passages: everything that can be found in it, each with the place it is found at."""

from collections.abc import Iterator

from followup.core.search import normal_text
from reports.choices import PassageKind
from reports.published.follow_up import follow_up
from reports.published.goals import described_goals, goal_table, overview
from reports.published.passage import Passage, Place
from reports.published.sealed import Sealed, joined, many, prose, words
from reports.published.tables import attachments, chart, table

REPORT_ANCHOR = "rapporten"


def passages_of(report: Sealed) -> list[Passage]:
    """In the order of the report. What sums up the rest, in brief or since the last report, is not taken twice."""
    found = [_head(report), *_sections(report), *_notes(report)]
    return [passage.normalised(normal_text) for passage in found if passage.title or passage.text]


def _head(report: Sealed) -> Passage:
    publisher = report.get("publisher") or {}
    lines = (
        words(report, "subtitle"),
        words(report, "plan_title"),
        words(publisher, "committee"),
        words(publisher, "municipality"),
        words(report, "registry_number"),
    )
    return Passage(PassageKind.SECTION, REPORT_ANCHOR, words(report, "title"), text=joined(lines))


def _sections(report: Sealed) -> Iterator[Passage]:
    """A section without a title goes on under the heading above it, and is found there."""
    sections = many(report, "sections")
    described = described_goals(sections)
    above: list[tuple[int, str]] = []
    anchor, heading = REPORT_ANCHOR, ""
    for section in sections:
        if words(section, "title"):
            level = section.get("level") or 1
            above = [*(each for each in above if each[0] < level), (level, words(section, "title"))]
            anchor, heading = words(section, "anchor"), words(section, "title")
        over = " › ".join(name for _level, name in above[:-1])
        text = joined([prose(section), words(section, "empty_words")])
        if words(section, "title") or text:
            yield Passage(PassageKind.SECTION, anchor, heading, over, text=text)
        block = section.get("block")
        if block:
            yield from _block(block, Place(anchor, heading, words(section, "anchor")), described)


def _block(block: Sealed, place: Place, described: frozenset[str]) -> Iterator[Passage]:
    kind = words(block, "type")
    if kind == "goal_overview":
        return overview(block, place, described)
    if kind == "table":
        return table(block, place, anchor=f"{place.own}-tabell")
    make = {"goal_table": goal_table, "goal_follow_up": follow_up, "chart": chart, "attachment_list": attachments}
    return make[kind](block, place) if kind in make else iter(())


def _notes(report: Sealed) -> Iterator[Passage]:
    for note in many(report, "notes"):
        number = note.get("number")
        yield Passage(PassageKind.NOTE, f"not-{number}", f"Not {number}", text=words(note, "text"))
