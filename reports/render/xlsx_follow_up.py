"""Goal by goal as rows: a row for each goal, assignment and indicator with each unit that has answered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reports.build.document import (
    AssignmentPart,
    Detail,
    GoalFollowUp,
    GoalIndicators,
    GoalPart,
    IndicatorPart,
    Result,
    Table,
)
from reports.render.grid import column_labels, unrolled
from reports.render.texts import plain_text
from reports.render.xlsx_cells import Sheet, Value
from reports.render.xlsx_figures import cell_value, note_words

_YEAR = re.compile(r" [0-9]{4}$")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What was answered: a goal, or an assignment or indicator of it."""

    goal: GoalPart
    kind: str
    group: str
    number: str
    name: str
    html: str
    details: tuple[Detail, ...]
    results: tuple[Result, ...]
    figures: Table | None = None
    unit: str = ""


def follow_up_sheets(follow_up: GoalFollowUp, title: str) -> Iterator[Sheet]:
    """One sheet of answers, and one of figures where there are any."""
    subjects = tuple(_subjects(follow_up))
    yield _answers_sheet(subjects, title)
    figures = tuple(line for subject in subjects for line in _figure_lines(subject))
    if figures:
        yield Sheet(
            title=_("Utfall %(title)s") % {"title": title},
            headings=(_("Nummer"), _("Mål"), _("Indikator"), _("Måttenhet"), _("Serie"), _("Kolumn"), _("Utfall")),
            widths=(10, 40, 56, 16, 24, 24, 24),
            rows=figures,
        )


def _subjects(follow_up: GoalFollowUp) -> Iterator[_Subject]:
    """Indicators are those of the last goal at their depth, whether the goals below it stand between or not."""
    goals: dict[int, GoalPart] = {}
    for part in follow_up.parts:
        if isinstance(part, GoalIndicators):
            for indicators in part.groups:
                for indicator in indicators.indicators:
                    yield _indicator(goals[part.depth], indicators.heading, indicator)
        else:
            goals[part.depth] = part
            yield _Subject(part, _("Mål"), "", "", "", part.html, part.details, part.results)
            for assignments in part.assignments:
                for assignment in assignments.assignments:
                    yield _assignment(part, assignments.heading, assignment)


def _indicator(goal: GoalPart, group: str, part: IndicatorPart) -> _Subject:
    name = f"{part.name}{note_words(part.notes)}"
    return _Subject(
        *(goal, _("Indikator"), group, part.number, name, part.html, part.details, part.results),
        figures=part.figures,
        unit=part.unit,
    )


def _assignment(goal: GoalPart, group: str, part: AssignmentPart) -> _Subject:
    return _Subject(goal, part.kind, group, part.number, part.name, part.html, part.details, part.results)


def _answers_sheet(subjects: tuple[_Subject, ...], title: str) -> Sheet:
    details = _by_year(dict.fromkeys(detail.label for subject in subjects for detail in subject.details))
    labels = tuple(
        dict.fromkeys(part.label for subject in subjects for result in subject.results for part in result.parts)
    )
    return Sheet(
        title=title,
        headings=(
            *(_("Nivå"), _("Nummer"), _("Mål"), _("Slag"), _("Grupp"), _("Nr"), _("Namn"), _("Beskrivning")),
            *details,
            *(_("Enhet"), _("Enhetens namn"), _("Ref"), _("Status"), _("Trend")),
            *(label or _("Kommentar") for label in labels),
        ),
        widths=(18, 10, 40, 12, 20, 8, 40, 48, *(28 for _label in details), 20, 32, 8, 24, 14, *(64 for _l in labels)),
        rows=tuple(line for subject in subjects for line in _lines(subject, details, labels)),
    )


def _by_year(labels: Iterable[str]) -> tuple[str, ...]:
    """As they first appear, but those that differ in the year alone (`Målvärde 2018`) beside each other, by year."""
    found: dict[str, list[str]] = {}
    for label in labels:
        found.setdefault(_YEAR.sub("", label), []).append(label)
    return tuple(label for alike in found.values() for label in sorted(alike))


def _lines(subject: _Subject, details: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[tuple[Value, ...]]:
    goal = subject.goal
    given = {detail.label: "\n".join(detail.values) for detail in subject.details}
    start: tuple[Value, ...] = (
        *(goal.label, goal.number, goal.name, subject.kind, subject.group, subject.number, subject.name),
        plain_text(subject.html),
        *(given.get(label, "") for label in details),
    )
    for result in subject.results:
        yield (
            *start,
            result.unit,
            result.unit_name,
            result.ref,
            result.status.word if result.status else "",
            result.trend.word if result.trend else "",
            *("\n\n".join(plain_text(part.html) for part in result.parts if part.label == label) for label in labels),
        )
    if not subject.results:
        yield (*start, *("" for _column in range(5 + len(labels))))


def _figure_lines(subject: _Subject) -> Iterator[tuple[Value, ...]]:
    if subject.figures is None:
        return
    labels = column_labels(subject.figures.head, len(subject.figures.columns))
    for line in unrolled(subject.figures.body):
        series = " ".join(each.cell.text for each in line if each.cell.is_heading)
        for each in line:
            if not each.cell.is_heading and not each.cell.is_empty:
                goal = subject.goal
                start = (goal.number, goal.name, subject.name, subject.unit, series, labels[each.column])
                yield (*start, cell_value(each.cell))
