"""Which kinds of data the sections of a report show, so that the rest is never read. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.build.options import named_periods
from reports.build.part_facts import SectionFact
from reports.choices import SectionKind

SHOWS_INDICATORS = frozenset(
    {
        SectionKind.GOAL_FOLLOW_UP,
        SectionKind.GOAL_TABLE,
        SectionKind.FOLLOW_UP_TABLE,
        SectionKind.INDICATOR_TABLE,
        SectionKind.KEY_FIGURES,
        SectionKind.CHART,
    }
)
SHOWS_JUDGEMENTS = frozenset(
    {
        SectionKind.GOAL_OVERVIEW,
        SectionKind.GOAL_FOLLOW_UP,
        SectionKind.GOAL_TABLE,
        SectionKind.FOLLOW_UP_TABLE,
        SectionKind.ASSESSMENT_MATRIX,
        SectionKind.STATUS_CHART,
    }
)
SHOWS_TEXTS = SHOWS_JUDGEMENTS - {
    SectionKind.GOAL_OVERVIEW,
    SectionKind.ASSESSMENT_MATRIX,
    SectionKind.STATUS_CHART,
}
SHOWS_INDICATOR_JUDGEMENTS = frozenset({SectionKind.GOAL_FOLLOW_UP, SectionKind.FOLLOW_UP_TABLE})
SHOWS_FIGURES = SHOWS_INDICATORS - {SectionKind.FOLLOW_UP_TABLE}
SHOWS_TARGETS = (SHOWS_FIGURES - {SectionKind.GOAL_TABLE}) | {SectionKind.GOAL_MATRIX}
SHOWS_ASSIGNMENTS = frozenset(
    {
        SectionKind.GOAL_FOLLOW_UP,
        SectionKind.FOLLOW_UP_TABLE,
        SectionKind.ASSIGNMENT_TABLE,
        SectionKind.ACTIVITY_TABLE,
    }
)
SHOWS_TABLES = frozenset({SectionKind.DATA_TABLE, SectionKind.CHART})
STANDS_ALONE = frozenset({SectionKind.TEXT, SectionKind.DATA_TABLE, SectionKind.ATTACHMENTS, SectionKind.PAGE_BREAK})
"""What shows nothing of the plan: neither goals, units nor answers."""


@dataclass(frozen=True, slots=True)
class Needs:
    """`periods` are the codes that sections name: their figures are read whatever the report's date."""

    indicators: bool
    figures: bool
    targets: bool
    assignments: bool
    attachments: bool
    periods: tuple[str, ...]


def every_need(sections: Iterable[SectionFact]) -> Needs:
    """Everything, whatever the sections show: for those who look at the plan as a whole."""
    return Needs(True, True, True, True, True, needs_of(sections).periods)


def needs_of(sections: Iterable[SectionFact]) -> Needs:
    shown = tuple(sections)
    kinds = {section.kind for section in shown}
    named = {code for section in shown for code in named_periods(section.options)}
    return Needs(
        indicators=not kinds.isdisjoint(SHOWS_INDICATORS),
        figures=not kinds.isdisjoint(SHOWS_FIGURES),
        targets=not kinds.isdisjoint(SHOWS_TARGETS),
        assignments=not kinds.isdisjoint(SHOWS_ASSIGNMENTS),
        attachments=SectionKind.ATTACHMENTS in kinds,
        periods=tuple(sorted(named)),
    )


def sums_up(sections: Iterable[SectionFact]) -> bool:
    """Whether the sections show anything that can be summed up and compared: a report of texts and tables does not."""
    kinds = {section.kind for section in sections}
    return not kinds.isdisjoint(SHOWS_JUDGEMENTS | SHOWS_INDICATORS | SHOWS_ASSIGNMENTS)
