"""The parts of the example that sum it up, and the marks that all of it uses."""

from reports.build.document import (
    Action,
    BriefLine,
    Cell,
    Column,
    InBrief,
    Judgement,
    Reason,
    Row,
    SinceLast,
    SinceTable,
    StatusMark,
    Table,
    Trouble,
)

ACHIEVED = StatusMark("achieved", "Målet är uppnått")
PARTLY = StatusMark("partly_achieved", "Målet är delvis uppnått")
NOT = StatusMark("not_achieved", "Målet är inte uppnått")
UNASSESSABLE = StatusMark("not_assessable", "Målet kan inte bedömas")


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
