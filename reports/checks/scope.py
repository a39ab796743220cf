"""What a report is about: the goals, indicators and assignments that its sections show. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from textwrap import shorten
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from goals.choices import AssignmentKind
from indicators.choices import IndicatorKind
from reports.build.facts import AssignmentFact, GoalFact, IndicatorFact, ReportFacts
from reports.build.inspection import Inspection
from reports.build.material import Material, material_of
from reports.build.needs import SHOWS_ASSIGNMENTS, SHOWS_FIGURES, SHOWS_INDICATOR_JUDGEMENTS, SHOWS_JUDGEMENTS
from reports.build.options import Shown, parsed
from reports.build.part_facts import SectionFact
from reports.build.selection import asks_for_goals, shown_assignments, shown_goals, shown_indicators
from reports.checks.finding import About, Place
from reports.choices import SectionKind, SubjectKind

SubjectFact = GoalFact | IndicatorFact | AssignmentFact
Known = TypeVar("Known")

_UNDER_GOALS = frozenset({SectionKind.GOAL_FOLLOW_UP, SectionKind.GOAL_TABLE, SectionKind.FOLLOW_UP_TABLE})
_KEY_FIGURES = (IndicatorKind.KEY_FIGURE.value, IndicatorKind.VOLUME.value)


@dataclass(frozen=True, slots=True)
class Scope:
    """By their ids. `judged_*` are those whose judgement is shown, `indicators` those whose figures are."""

    inspection: Inspection
    material: Material
    judged_goals: frozenset[int]
    judged_indicators: frozenset[int]
    indicators: frozenset[int]
    assignments: frozenset[int]
    _known: dict[Callable[["Scope"], Any], Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, find_out: "Callable[[Scope], Known]") -> Known:
        """What follows from the scope, worked out the first time that a check asks and kept for the others."""
        if find_out not in self._known:
            self._known[find_out] = find_out(self)
        known: Known = self._known[find_out]
        return known

    @property
    def report(self) -> ReportFacts:
        return self.inspection.report

    def goals_in_order(self) -> Iterator[GoalFact]:
        """Those whose judgement is shown, in plan order."""
        return (goal for goal in self.report.goals if goal.id in self.judged_goals)

    def indicators_in_order(self) -> Iterator[IndicatorFact]:
        """Those whose figures are shown, in plan order."""
        return (item for item in self.report.indicators if item.id in self.indicators)

    def place(
        self, subject: SubjectFact, *, unit_id: int | None = None, about: About = About.ANSWER, period: str = ""
    ) -> Place:
        """`Mål 4, AFI`, leading to the page of what is `about`."""
        words = capitalised(subject_words(subject))
        unit = self.material.units.get(unit_id) if unit_id is not None else None
        return Place(
            f"{words}, {unit.code}" if unit else words,
            about,
            subject=(kind_of_fact(subject), subject.id),
            unit_id=unit_id,
            period=period,
        )


def scope_of(inspection: Inspection) -> Scope:
    report = inspection.report
    material = material_of(report)
    goals: set[int] = set()
    judged: set[int] = set()
    measured: set[int] = set()
    assignments: set[int] = set()
    for section in report.sections:
        options = parsed(section.options)
        under = [shown.goal.id for shown in shown_goals(material, options)]
        if section.kind in SHOWS_JUDGEMENTS:
            goals.update(under)
        if section.kind in SHOWS_INDICATOR_JUDGEMENTS and options.shows(Shown.INDICATORS):
            judged.update(each.id for goal in under for each in shown_indicators(material, options, goal))
        if section.kind in SHOWS_FIGURES:
            measured.update(_measured(material, section, under))
        if section.kind in SHOWS_ASSIGNMENTS:
            kinds = [kind.value for kind in AssignmentKind]
            assignments.update(each.id for kind in kinds for each in shown_assignments(material, options, kind))
    return Scope(inspection, material, frozenset(goals), frozenset(judged), frozenset(measured), frozenset(assignments))


def _measured(material: Material, section: SectionFact, goals: list[int]) -> Iterator[int]:
    options = parsed(section.options)
    if section.kind == SectionKind.CHART:
        yield from (each.id for each in material.facts.indicators if each.key in options.indicators)
        return
    if section.kind in _UNDER_GOALS and not options.shows(Shown.INDICATORS):
        return
    if section.kind == SectionKind.KEY_FIGURES and not options.kinds:
        options = replace(options, kinds=_KEY_FIGURES)
    under: list[int | None] = [*goals]
    if section.kind not in _UNDER_GOALS and not asks_for_goals(options):
        under.append(None)
    yield from (each.id for goal in under for each in shown_indicators(material, options, goal))


def kind_of_fact(subject: SubjectFact) -> SubjectKind:
    if isinstance(subject, GoalFact):
        return SubjectKind.GOAL
    return SubjectKind.INDICATOR if isinstance(subject, IndicatorFact) else SubjectKind.ASSIGNMENT


def subject_words(subject: SubjectFact) -> str:
    """`mål 4`, `indikator Väntetid`: by its number, or by its name, cut where it is a whole sentence."""
    title = subject.number or shorten(subject.name.rstrip("."), 80, placeholder=" …")
    return _("%(kind)s %(title)s") % {"kind": kind_of_fact(subject).label, "title": title}


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
