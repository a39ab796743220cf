"""The tables that reports of every committee have: headings, what is computed, sums."""

from django.utils.translation import gettext as _

from followup.core.dates import month_name
from reports.choices import RowKind
from reports.commands.layouts.parts import PlanShape, RowPlan, TablePlan

TKR = "tkr"


def economy(shape: PlanShape) -> TablePlan:
    return TablePlan(
        "ekonomi",
        _("Ekonomi"),
        TKR,
        (
            *_accounts(shape, _("Ekonomi"), previous=False),
            RowPlan(RowKind.ROW, _("Verksamhetens nettokostnader")),
            RowPlan(RowKind.ROW, _("Investeringar, netto")),
        ),
    )


def operations(shape: PlanShape) -> TablePlan:
    return TablePlan(
        "driftsammandrag",
        _("Driftsammandrag"),
        TKR,
        (
            *_accounts(shape, _("Driftsammandrag, netto"), previous=True),
            RowPlan(RowKind.GROUP_HEADING, _("Verksamhet")),
            RowPlan(RowKind.SUM, _("Summa")),
            RowPlan(RowKind.OF_WHICH, _("varav kostnader")),
            RowPlan(RowKind.OF_WHICH, _("varav intäkter")),
        ),
    )


def finished_and_ongoing_investments(shape: PlanShape) -> TablePlan:
    since, of_year = _("Utgifter/inkomster sedan projektets start"), _("Varav årets investeringar")
    return TablePlan(
        "investeringar",
        _("Investeringar"),
        TKR,
        (
            RowPlan(RowKind.HEADING, "", (since, since, since, of_year, of_year, of_year)),
            RowPlan(
                RowKind.HEADING,
                _("Projekt"),
                (
                    _("Beslutad budget"),
                    _("Ackumulerat utfall"),
                    _("Avvikelse"),
                    _("Budget %(year)s") % {"year": shape.year},
                    _("Utfall %(year)s") % {"year": shape.year},
                    _("Avvikelse"),
                ),
            ),
            RowPlan(RowKind.COMPUTATION, "", ("", "", "1-2", "", "", "4-5")),
            RowPlan(RowKind.GROUP_HEADING, _("Färdigställda projekt")),
            RowPlan(RowKind.SUM, _("Summa färdigställda projekt")),
            RowPlan(RowKind.GROUP_HEADING, _("Pågående projekt")),
            RowPlan(RowKind.SUM, _("Summa pågående projekt")),
            RowPlan(RowKind.GRAND_TOTAL, _("Summa investeringar")),
        ),
    )


def result_forecast(shape: PlanShape) -> TablePlan:
    return TablePlan(
        "driftredovisning",
        _("Driftredovisning"),
        TKR,
        (
            *_forecast(shape, _("Driftredovisning")),
            RowPlan(RowKind.SUM, _("Intäkter")),
            RowPlan(RowKind.ROW, _("Personalkostnader")),
            RowPlan(RowKind.ROW, _("Lokalkostnader")),
            RowPlan(RowKind.ROW, _("Kapitalkostnader")),
            RowPlan(RowKind.ROW, _("Övriga kostnader")),
            RowPlan(RowKind.SUM, _("Summa kostnader")),
            RowPlan(RowKind.GRAND_TOTAL, _("Resultat")),
        ),
    )


def activities_forecast(shape: PlanShape) -> TablePlan:
    return TablePlan(
        "driftredovisning-verksamhet",
        _("Driftredovisning per verksamhet"),
        TKR,
        (
            *_forecast(shape, _("Verksamhet")),
            RowPlan(RowKind.SUM, _("Summa")),
        ),
    )


def investment_forecast(shape: PlanShape) -> TablePlan:
    return TablePlan(
        "investeringsredovisning",
        _("Investeringsredovisning"),
        TKR,
        (
            *_forecast(shape, _("Investeringsredovisning")),
            RowPlan(RowKind.ROW, _("Inkomster")),
            RowPlan(RowKind.ROW, _("Utgifter")),
            RowPlan(RowKind.SUM, _("Summa nettoinvesteringar")),
        ),
    )


def staff(shape: PlanShape) -> TablePlan:
    before, year = str(shape.year - 1), str(shape.year)
    persons, full_time = _("Antal personer"), _("Antal årsarbetare")
    return TablePlan(
        "personalsammansattning",
        _("Personalsammansättning"),
        "",
        (
            RowPlan(RowKind.HEADING, "", (before, before, year, year)),
            RowPlan(RowKind.HEADING, "", (persons, full_time, persons, full_time)),
            RowPlan(RowKind.ROW, _("Kvinnor")),
            RowPlan(RowKind.ROW, _("Män")),
            RowPlan(RowKind.SUM, _("Totalt")),
        ),
    )


def sick_leave(shape: PlanShape) -> TablePlan:
    return TablePlan(
        "sjukfranvaro",
        _("Sjukfrånvaro"),
        "%",
        (
            RowPlan(RowKind.HEADING, "", tuple(str(year) for year in range(shape.year - 3, shape.year + 1))),
            RowPlan(RowKind.ROW, _("Kvinnor")),
            RowPlan(RowKind.ROW, _("Män")),
            RowPlan(RowKind.TOTAL, _("Totalt")),
        ),
    )


def _accounts(shape: PlanShape, label: str, *, previous: bool) -> tuple[RowPlan, ...]:
    """The year's accounts against its budget, and the year before where asked."""
    headings = [
        _("Bokslut %(year)s") % {"year": shape.year},
        _("Budget %(year)s") % {"year": shape.year},
        _("Avvikelse"),
    ]
    if previous:
        headings.append(_("Bokslut %(year)s") % {"year": shape.year - 1})
    return (
        RowPlan(RowKind.HEADING, label, tuple(headings)),
        RowPlan(RowKind.COMPUTATION, "", ("", "", "2-1")),
    )


def _forecast(shape: PlanShape, label: str) -> tuple[RowPlan, ...]:
    when = f"{month_name(shape.as_of.month)} {shape.year}" if shape.as_of else str(shape.year)
    return (
        RowPlan(
            RowKind.HEADING,
            label,
            (_("Budget %(when)s") % {"when": when}, _("Prognos %(when)s") % {"when": when}, _("Avvikelse")),
        ),
        RowPlan(RowKind.COMPUTATION, "", ("", "", "1-2")),
    )
