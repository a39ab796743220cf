"""The templates of a follow-up during the year: interim, tertial, and of a plan with its own text."""

from django.utils.translation import gettext as _

from reports.choices import SectionKind
from reports.commands.layouts import tables
from reports.commands.layouts.parts import MOST_AREAS, Layout, PlanShape, SectionPlan, by_area, table, text


def interim(shape: PlanShape) -> Layout:
    """A short report: how it goes in brief, and the goals one by one in a table."""
    return Layout(
        (
            text(1, _("Inledning")),
            SectionPlan(1, _("Målen i korthet"), SectionKind.GOAL_OVERVIEW),
            *by_area(shape, 1, _("Måluppföljning"), SectionKind.GOAL_TABLE, {}),
            *_assignments(shape, 1),
        )
    )


def tertial(shape: PlanShape) -> Layout:
    """A memo with forecast and staff, and the goals as an appendix on pages of their own."""
    result, activities = tables.result_forecast(shape), tables.activities_forecast(shape)
    investments, staff, absence = tables.investment_forecast(shape), tables.staff(shape), tables.sick_leave(shape)
    return Layout(
        (
            text(1, _("Förslag till beslut")),
            text(1, _("Sammanfattning")),
            text(1, _("Väsentliga händelser")),
            text(1, _("Prognos")),
            table(2, result),
            table(2, activities),
            table(2, investments),
            text(2, _("Åtgärder och konsekvenser")),
            text(1, _("Väsentliga personalförhållanden")),
            table(2, staff),
            table(2, absence),
            text(1, _("Kvalitet, styrning och kontroll")),
            SectionPlan(1, "", SectionKind.PAGE_BREAK),
            SectionPlan(1, _("Målen i korthet"), SectionKind.GOAL_OVERVIEW),
            *by_area(shape, 1, _("Måluppföljning"), SectionKind.GOAL_FOLLOW_UP, {}),
            SectionPlan(1, _("Bilagor"), SectionKind.ATTACHMENTS),
        ),
        (result, activities, investments, staff, absence),
    )


def plan_follow_up(shape: PlanShape) -> Layout:
    """The plan as it was decided, with the follow-up after each of its topmost goals."""
    own = {"visa": ["beskrivning", "bidrar", "ansvarig", "uppdrag", "indikatorer"]}
    picks: list[dict[str, list[str]]] = [{"mål": [area.key]} for area in shape.areas]
    if not 0 < len(picks) <= MOST_AREAS:
        picks = [{}]
    sections = [text(1, _("Inledning")), text(1, _("Mål och uppföljning"))]
    for picked in picks:
        sections += [
            SectionPlan(2, "", SectionKind.GOAL_FOLLOW_UP, {**picked, **own}),
            SectionPlan(2, "", SectionKind.FOLLOW_UP_TABLE, picked),
        ]
    return Layout((*sections, SectionPlan(1, _("Bilagor"), SectionKind.ATTACHMENTS)))


def _assignments(shape: PlanShape, level: int) -> list[SectionPlan]:
    return [SectionPlan(level, _("Uppdrag"), SectionKind.ASSIGNMENT_TABLE)] if shape.has_assignments else []
