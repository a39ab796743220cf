"""What the sections of a report show between them, for the parts that sum the report up. Pure."""

from collections.abc import Iterator

from reports.build.facts import IndicatorFact, MeasurementFact, ReportFacts
from reports.build.figures import selected
from reports.build.material import Material
from reports.build.needs import (
    SHOWS_ASSIGNMENTS,
    SHOWS_FIGURES,
    SHOWS_INDICATOR_JUDGEMENTS,
    SHOWS_JUDGEMENTS,
    SHOWS_TEXTS,
)
from reports.build.options import SectionOptions, Shown, parsed
from reports.build.part_facts import SectionFact
from reports.build.selection import asks_for_goals, shown_goals, shown_indicators
from reports.choices import SectionKind


def shows_judgements(facts: ReportFacts) -> bool:
    """Whether the report tells how goals are judged."""
    return not SHOWS_JUDGEMENTS.isdisjoint(section.kind for section in facts.sections)


def shows_comments(facts: ReportFacts) -> bool:
    """Whether some section shows what was written about the goals."""
    return any(
        section.kind in SHOWS_TEXTS and parsed(section.options).shows(Shown.COMMENTS) for section in facts.sections
    )


def shows_assignments(facts: ReportFacts) -> bool:
    """Whether some section shows how far assignments have come."""
    return any(
        section.kind in SHOWS_ASSIGNMENTS and parsed(section.options).shows(Shown.STATUS) for section in facts.sections
    )


def judged_indicators(material: Material) -> tuple[IndicatorFact, ...]:
    """Those that some section shows with their judgements, in plan order."""
    shown = {each.id for section in material.facts.sections for each in _judged_in(material, section)}
    return tuple(indicator for indicator in material.facts.indicators if indicator.id in shown)


def shown_figures(material: Material) -> dict[int, set[MeasurementFact]]:
    """By indicator, the figures of the periods that some section with tables of them shows."""
    found: dict[int, set[MeasurementFact]] = {}
    for section in material.facts.sections:
        options = parsed(section.options)
        shows = section.kind in SHOWS_FIGURES and section.kind != SectionKind.CHART
        if section.kind == SectionKind.GOAL_FOLLOW_UP:
            shows = options.shows(Shown.INDICATORS)
        if not shows:
            continue
        ids = {indicator.id for indicator in _in_section(material, section, options)}
        for figure in selected(material.facts, options.periods):
            if figure.indicator_id in ids:
                found.setdefault(figure.indicator_id, set()).add(figure)
    return found


def _judged_in(material: Material, section: SectionFact) -> Iterator[IndicatorFact]:
    options = parsed(section.options)
    if section.kind == SectionKind.INDICATOR_TABLE:
        shows = {Shown.COMMENTS, Shown.STATUS} <= options.parts
    else:
        shows = section.kind in SHOWS_INDICATOR_JUDGEMENTS and options.shows(Shown.STATUS)
        if section.kind == SectionKind.GOAL_FOLLOW_UP:
            shows = shows and options.shows(Shown.INDICATORS)
    if shows:
        yield from _in_section(material, section, options)


def _in_section(material: Material, section: SectionFact, options: SectionOptions) -> Iterator[IndicatorFact]:
    for goal in shown_goals(material, options):
        yield from shown_indicators(material, options, goal.goal.id)
    if section.kind != SectionKind.GOAL_FOLLOW_UP and not asks_for_goals(options):
        yield from shown_indicators(material, options, None)
