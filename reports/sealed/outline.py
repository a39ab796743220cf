"""What a sealed version is made of, for those who lead into it: its rows by address, and what it can be picked by.

Read from its data file, which holds the same addresses as its page.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet, Subquery
from django.utils.translation import gettext as _

from followup.core.files.reading import read_file
from goals.choices import AssignmentStatus, GoalStatus
from reports.build.document import ReportSubject, StandingStatus, StatusMark
from reports.models import Publication, PublicationFile
from reports.render.brief import brief_anchor
from reports.render.formats import Format
from reports.render.selecting import OWN, area_slug, status_slug, unit_slug

_KEPT = 32
_SCALE = [*GoalStatus.values, *AssignmentStatus.values]


@dataclass(frozen=True, slots=True)
class SealedRow:
    """A heading or a row with the address that it keeps in later versions."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Choice:
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Outline:
    """`rows` in the order of the page. The choices are those that the version tells of."""

    rows: tuple[SealedRow, ...]
    subjects: tuple[ReportSubject, ...]
    statuses: tuple[Choice, ...]
    units: tuple[Choice, ...]
    areas: tuple[Choice, ...]

    @property
    def can_be_picked_from(self) -> bool:
        return bool(self.statuses or len(self.units) > 1 or len(self.areas) > 1)

    def row(self, anchor: str) -> SealedRow | None:
        return next((row for row in self.rows if row.anchor == anchor), None)


EMPTY = Outline((), (), (), (), ())


def outline_of(publication: Publication) -> Outline:
    """One query; the file is read the first time that a process meets the version. Nothing for one without data."""
    found = _data_of(publication).values_list("sha256", flat=True).first()
    return _read(found) if found else EMPTY


def page_and_outline(publication: Publication) -> tuple[PublicationFile, Outline]:
    """The sealed page's row with what it is made of, in one query."""
    data = _data_of(publication)
    page = PublicationFile.objects.annotate(data_sum=Subquery(data.values("sha256")[:1])).get(
        publication=publication, format=Format.HTML
    )
    return page, _read(page.data_sum) if page.data_sum else EMPTY


def _data_of(publication: Publication) -> QuerySet[PublicationFile]:
    return PublicationFile.objects.filter(publication=publication, format=Format.JSON)


@lru_cache(maxsize=_KEPT)
def _read(sha256: str) -> Outline:
    """The bytes never change, so a process reads them once."""
    return outline_in(read_file(sha256))


def outline_in(content: bytes) -> Outline:
    data = json.loads(content)
    subjects = tuple(map(_subject, data.get("subjects", ())))
    rows: dict[str, SealedRow] = {}
    for row in _rows(data):
        if row.anchor:
            rows.setdefault(row.anchor, row)
    answers = [each for subject in subjects for each in subject.answers]
    statuses = _statuses(answers, data["summaries"])
    return Outline(tuple(rows.values()), subjects, statuses, _units(subjects), _areas(subjects))


def _subject(data: dict[str, Any]) -> ReportSubject:
    answers = tuple(
        StandingStatus(each["by"], StatusMark(each["status"]["mark"], each["status"]["word"]))
        for each in data["answers"]
    )
    return ReportSubject(**data | {"units": tuple(data["units"]), "answers": answers})


def _statuses(answers: list[StandingStatus], summaries: list[dict[str, Any]]) -> tuple[Choice, ...]:
    """In the order of the scales, what stands in words alone last; by the words that each is counted in.

    What the report counts is there though nothing has it: that nothing has it is an answer, too.
    """
    counted = [StatusMark(**count["status"]) for summary in summaries for count in summary["counts"]]
    found: dict[str, StatusMark] = {}
    for status in (*counted, *(each.status for each in answers)) if answers else ():
        found.setdefault(status_slug(status), status)
    place = {mark: number for number, mark in enumerate(_SCALE)}
    ordered = sorted(found.items(), key=lambda item: place.get(item[1].mark, len(place)))
    return tuple(Choice(slug, status.word) for slug, status in ordered)


def _units(subjects: tuple[ReportSubject, ...]) -> tuple[Choice, ...]:
    """The units as they come, the committee itself first where it has judged something."""
    found = {unit_slug(unit): unit for subject in subjects for unit in subject.units}
    found |= {unit_slug(each.by): each.by for subject in subjects for each in subject.answers if each.by}
    own = any(not each.by for subject in subjects for each in subject.answers)
    first = (Choice(OWN, _("Nämnden")),) if own else ()
    return (*first, *(Choice(slug, unit) for slug, unit in found.items()))


def _areas(subjects: tuple[ReportSubject, ...]) -> tuple[Choice, ...]:
    tops = {subject.area for subject in subjects if subject.area}
    return tuple(Choice(area_slug(each.anchor), each.title) for each in subjects if each.anchor in tops)


def _rows(data: dict[str, Any]) -> Iterator[SealedRow]:
    for trouble in (data.get("in_brief") or {}).get("troubles", ()):
        if trouble.get("subject"):
            yield SealedRow(brief_anchor(trouble["subject"]), _named(trouble))
    since = data.get("since_last") or {"anchor": "", "title": "", "tables": ()}
    yield SealedRow(since["anchor"], since["title"])
    for table in since["tables"]:
        yield SealedRow(table["anchor"], table["title"])
        yield from _table_rows(table["table"])
    for section in data["sections"]:
        if section["title"]:
            yield SealedRow(section["anchor"], section["title"])
        yield from _block_rows(section["block"] or {}, section["anchor"])


def _block_rows(block: dict[str, Any], section: str) -> Iterator[SealedRow]:
    match block.get("type"):
        case "goal_table":
            yield from (SealedRow(row["anchor"], _named(row)) for row in block["rows"])
        case "goal_overview":
            yield from (SealedRow(f"{section}-{goal['anchor']}", _named(goal)) for goal in block["goals"])
        case "goal_follow_up":
            for part in block["parts"]:
                yield from _part_rows(part)
        case "table":
            yield from _table_rows(block)


def _part_rows(part: dict[str, Any]) -> Iterator[SealedRow]:
    if part["type"] == "goal_part":
        yield SealedRow(part["anchor"], _named(part))
        items = [each for group in part["assignments"] for each in group["assignments"]]
    else:
        items = [each for group in part["groups"] for each in group["indicators"]]
    yield from (SealedRow(each["anchor"], _named(each)) for each in items)


def _table_rows(table: dict[str, Any]) -> Iterator[SealedRow]:
    """Each row by its headings, with the one above where a row of it stands for several."""
    for row in table["body"]:
        if row["anchor"]:
            cells = row["cells"]
            words = [cell["text"] for cell in cells if cell["is_heading"] and cell["text"]]
            yield SealedRow(row["anchor"], ", ".join(words) or (cells[0]["text"] if cells else ""))


def _named(data: dict[str, Any]) -> str:
    return f"{data['number']} {data['name']}".strip()
