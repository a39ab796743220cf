"""The templates of a whole year: the annual operations report, and the operational plan itself."""

from django.utils.translation import gettext as _

from indicators.choices import IndicatorKind
from reports.choices import SectionKind
from reports.commands.layouts import tables
from reports.commands.layouts.parts import Layout, PlanShape, SectionPlan, by_area, table, text


def year_end(shape: PlanShape) -> Layout:
    """What happened, what it cost, how the goals were reached, and the figures behind."""
    economy, operations = tables.economy(shape), tables.operations(shape)
    investments = tables.finished_and_ongoing_investments(shape)
    return Layout(
        (
            text(1, _("Nämndens uppdrag")),
            text(1, _("Samlad bedömning")),
            table(2, economy),
            text(3, _("Väsentliga avvikelser")),
            SectionPlan(2, _("Måluppfyllelse"), SectionKind.GOAL_OVERVIEW),
            *_key_figures(shape, 2),
            text(1, _("Viktiga beslut och händelser")),
            text(2, _("Beslut")),
            text(2, _("Händelser")),
            text(1, _("Ekonomi")),
            table(2, operations),
            text(3, _("Analys och kommentar")),
            table(2, investments),
            text(3, _("Analys och kommentar")),
            *by_area(shape, 1, _("Måluppföljning"), SectionKind.GOAL_FOLLOW_UP, {"visa": ["bedömning", "kommentarer"]}),
            *(
                [SectionPlan(1, _("Strategiska utvecklingsuppdrag"), SectionKind.ASSIGNMENT_TABLE)]
                if shape.has_assignments
                else []
            ),
            text(1, _("Uppföljning av planer och program")),
            *by_area(
                shape,
                1,
                _("Uppföljning av nämndens indikatorer"),
                SectionKind.INDICATOR_TABLE,
                {"perioder": shape.periods, "visa": ["kommentarer"]},
            ),
            SectionPlan(1, _("Bilagor"), SectionKind.ATTACHMENTS),
        ),
        (economy, operations, investments),
    )


def operational_plan(shape: PlanShape) -> Layout:
    """The plan as it is decided: why, the goals by area, all of them by year, and what is to be done."""
    return Layout(
        (
            text(1, _("Inledning")),
            text(1, _("Genomförande")),
            text(1, _("Vision")),
            text(1, _("Nämndens uppdrag")),
            text(1, _("Omvärld och nuläge")),
            *by_area(
                shape,
                1,
                _("Utvecklingsområden och mål"),
                SectionKind.GOAL_FOLLOW_UP,
                {"visa": ["beskrivning", "bidrar", "ansvarig", "indikatorer"]},
            ),
            SectionPlan(1, _("Sammanställning av mål"), SectionKind.GOAL_MATRIX),
            *_key_figures(shape, 1),
            *(
                [SectionPlan(1, _("Uppdrag"), SectionKind.ASSIGNMENT_TABLE, {"visa": ["beskrivning", "ansvarig"]})]
                if shape.has_assignments
                else []
            ),
            *(
                [SectionPlan(1, _("Aktiviteter"), SectionKind.ACTIVITY_TABLE, {"visa": ["beskrivning", "ansvarig"]})]
                if shape.has_activities
                else []
            ),
            SectionPlan(1, _("Bilagor"), SectionKind.ATTACHMENTS),
        )
    )


def _key_figures(shape: PlanShape, level: int) -> list[SectionPlan]:
    """Volumes apart from key figures, where the plan has both."""
    titles = {IndicatorKind.KEY_FIGURE: _("Nyckeltal"), IndicatorKind.VOLUME: _("Volymer")}
    return [
        SectionPlan(level, title, SectionKind.KEY_FIGURES, {"typ": [str(kind.label)]})
        for kind, title in titles.items()
        if kind in shape.kinds
    ]
