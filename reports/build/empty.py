"""What a section says that has nothing to show."""

from django.utils.translation import gettext_lazy as _

from reports.build.options import ChartForm, SectionOptions
from reports.choices import SectionKind

_WORDS = {
    SectionKind.GOAL_OVERVIEW: _("Det finns inga mål att visa."),
    SectionKind.GOAL_FOLLOW_UP: _("Det finns inga mål att visa."),
    SectionKind.GOAL_TABLE: _("Det finns inga mål att visa."),
    SectionKind.FOLLOW_UP_TABLE: _("Det finns ingen uppföljning att visa."),
    SectionKind.GOAL_MATRIX: _("Det finns inga mål per år att visa."),
    SectionKind.INDICATOR_TABLE: _("Det finns inga indikatorer att visa."),
    SectionKind.KEY_FIGURES: _("Det finns inga nyckeltal att visa."),
    SectionKind.ASSIGNMENT_TABLE: _("Det finns inga uppdrag att visa."),
    SectionKind.ACTIVITY_TABLE: _("Det finns inga aktiviteter att visa."),
    SectionKind.ASSESSMENT_MATRIX: _("Det finns inga mål att visa."),
    SectionKind.DATA_TABLE: _("Tabellen är tom."),
    SectionKind.CHART: _("Det finns inga siffror att visa i diagrammet."),
    SectionKind.STATUS_CHART: _("Det finns inga bedömningar att visa i diagrammet."),
    SectionKind.ATTACHMENTS: _("Rapporten har inga bilagor."),
}


_NO_COLUMNS = _(
    "Det går inte att se vilka kolumner som är budget och utfall för samma tid. "
    "Välj två kolumner: budgeten först, sedan utfallet."
)


def empty_words(kind: SectionKind, options: SectionOptions) -> str:
    """Nothing for a section of text, which shows nothing else."""
    if kind == SectionKind.CHART and options.form == ChartForm.BUDGET:
        return str(_NO_COLUMNS)
    return str(_WORDS.get(kind, ""))
