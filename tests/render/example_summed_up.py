"""The example report with the parts that sum it up."""

from reports.build.document import (
    Action,
    BriefLine,
    Cell,
    Column,
    InBrief,
    Judgement,
    Reason,
    ReportDocument,
    Row,
    SinceLast,
    SinceTable,
    StandingItem,
    StandingPromise,
    StandingStatus,
    StandingTarget,
    Table,
    Trouble,
)
from tests.render.example import ACHIEVED, NOT, PARTLY, example_document


def summed_up_document(**overrides: object) -> ReportDocument:
    """The same with the parts I korthet and Sedan förra rapporten, and what the next report compares with."""
    values: dict[str, object] = {
        "in_brief": example_brief(),
        "since_last": example_since(),
        "standing": (
            StandingItem(
                "goal",
                "6",
                "",
                "6",
                "Budget i balans",
                (StandingStatus("IFO", NOT), StandingStatus("", ACHIEVED)),
                (StandingTarget(2017, "kvinnor", "80 %"),),
                (StandingPromise("IFO", "Avtalen ses över."),),
                ("2016",),
            ),
        ),
    }
    return example_document(**{**values, **overrides})


def example_brief(**overrides: object) -> InBrief:
    values: dict[str, object] = {
        "troubles": (
            Trouble(
                "mal-6",
                "6",
                "Budget i balans",
                (Judgement("IFO", NOT), Judgement("", PARTLY)),
                (Reason("IFO", "Orsak", "Fler ärenden än väntat har gått till rättslig prövning <b>."),),
                (
                    Action("IFO", "Åtgärd", "Avtalen ses över."),
                    Action("Ekonom", "Uppdrag", "6.1 Ny modell.", "31 mars 2018"),
                ),
            ),
            Trouble(
                "", "", "Budget utan plats", (Judgement("AFI", PARTLY),), (Reason("", "", "Inget är angivet."),), ()
            ),
        ),
        "left_out": 2,
        "rest_anchor": "maltabell",
        "rest_title": "Måltabell",
        "changes": (
            BriefLine("Jämfört med Delårsrapport april 2017, version 1."),
            BriefLine("1 bedömning är ändrad.", "sedan-forra-rapporten-status"),
        ),
    }
    return InBrief(**{**values, **overrides})


def example_since() -> SinceLast:
    cells = (
        Cell(text="6 Budget i balans", is_heading=True, link="mal-6"),
        Cell(status=PARTLY),
        Cell(status=NOT),
    )
    head = tuple(Cell(text=text, is_heading=True) for text in ("Mål", "Förra rapporten", "Nu"))
    table = Table("Ändrad bedömning", "", (Column(50), Column(25), Column(25)), (Row(head),), (Row(cells),))
    status = SinceTable("sedan-forra-rapporten-status", "Ändrad bedömning", "Ett mål.", table)
    text = "Jämfört med Delårsrapport april 2017, version 1."
    return SinceLast("sedan-forra-rapporten", "Sedan förra rapporten", text, (status,))
