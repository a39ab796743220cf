"""The tables of open data: a row for each judgement, and one for each outcome and target, as the report holds them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from reports.open_data.csv_tables import CsvColumn, CsvTable, Value

_OF_THE_REPORT = (
    CsvColumn("municipality", "string", _("Kommun"), _("Kommunens namn när rapporten publicerades.")),
    CsvColumn("municipality_code", "string", _("Kommunkod"), _("SCB:s fyra siffror, tomt om den inte är angiven.")),
    CsvColumn("committee", "string", _("Nämnd"), _("Nämndens del av webbadressen.")),
    CsvColumn("committee_name", "string", _("Nämndens namn"), _("När rapporten publicerades.")),
    CsvColumn("report", "string", _("Rapport"), _("Rapportens del av webbadressen.")),
    CsvColumn("report_title", "string", _("Rapportens titel"), ""),
    CsvColumn("version", "integer", _("Version"), _("Den publicerade versionens nummer.")),
    CsvColumn("as_of", "date", _("Avser läget"), _("Dagen som uppföljningen avser, tomt om den inte är angiven.")),
)
_OF_THE_SUBJECT = (
    CsvColumn("kind", "string", _("Slag"), _("goal är mål, indicator är indikator, assignment är uppdrag.")),
    CsvColumn("key", "string", _("Id"), _("Det som bedöms eller mäts, samma id i planens alla rapporter.")),
    CsvColumn("number", "string", _("Nummer"), _("Som det står i planen, tomt om det inte har något.")),
    CsvColumn("name", "string", _("Namn"), ""),
    CsvColumn("goal", "string", _("Mål"), _("Id för målet som det står under, tomt om det inte står under något.")),
    CsvColumn("area", "string", _("Område"), _("Det översta målets nummer och namn, tomt om det inte har något.")),
)
JUDGEMENTS = CsvTable(
    "judgements",
    _("Bedömningar"),
    (
        *_OF_THE_REPORT,
        *_OF_THE_SUBJECT,
        CsvColumn("by", "string", _("Bedömt av"), _("Enheten som i rapporten, tomt för nämndens egen bedömning.")),
        CsvColumn("status", "string", _("Status"), _("En av de fasta statusarna, till exempel achieved.")),
        CsvColumn("status_words", "string", _("Status i ord"), _("Planens eget ord för statusen.")),
    ),
)
OUTCOMES = CsvTable(
    "outcomes",
    _("Utfall och målvärden"),
    (
        *_OF_THE_REPORT,
        *_OF_THE_SUBJECT,
        CsvColumn("unit_of_measure", "string", _("Måttenhet"), _("Till exempel procent.")),
        CsvColumn("desired_direction", "string", _("Önskad riktning"), _("Till exempel higher eller lower.")),
        CsvColumn("what", "string", _("Utfall eller målvärde"), _("outcome är utfall, target är målvärde.")),
        CsvColumn("period", "string", _("Period"), _("Till exempel 2017 eller 2017-T2; för målvärden året.")),
        CsvColumn("period_through", "date", _("Periodens sista dag"), _("Tomt för målvärden.")),
        CsvColumn("unit", "string", _("Enhet"), _("Enhetens kod, tomt för hela nämnden.")),
        CsvColumn("submeasure", "string", _("Delmått"), _("Tomt när indikatorn inte har några.")),
        CsvColumn("sex", "string", _("Kön"), _("total, women eller men.")),
        CsvColumn("value", "decimal", _("Värde"), _("Oavrundat; tomt när det är ord, saknas eller är dolt.")),
        CsvColumn("value_high", "decimal", _("Högsta värde"), _("När målvärdet är ett spann.")),
        CsvColumn("words", "string", _("I ord"), _("Som det står i rapporten, också när det saknas eller är dolt.")),
        CsvColumn("is_preliminary", "boolean", _("Preliminärt"), _("true eller false; tomt för målvärden.")),
        CsvColumn("measured_against", "string", _("Mäts mot"), _("Vad målvärdet mäts mot; tomt för utfall.")),
    ),
)


def judgements_in(document: dict[str, Any]) -> Iterator[tuple[Value, ...]]:
    """From a sealed document; nothing for one from before schema version 4."""
    report = _report_cells(document)
    for item in document.get("standing", ()):
        for each in item["statuses"]:
            yield (*report, *_subject_cells(item), each["by"], each["status"]["mark"], each["status"]["word"])


def outcomes_in(document: dict[str, Any]) -> Iterator[tuple[Value, ...]]:
    """Outcomes, then targets, of each in the report's order. Before schema version 5 targets alone, in words."""
    report = _report_cells(document)
    for item in document.get("standing", ()):
        own = (*report, *_subject_cells(item), item.get("unit_of_measure", ""), item.get("desired_direction", ""))
        for each in item.get("outcomes", ()):
            yield (
                *own,
                "outcome",
                each["period"],
                each["period_through"],
                *_series_cells(each),
                each["value"],
                None,
                each["words"],
                each["is_preliminary"],
                "",
            )
        for each in item["targets"]:
            yield (
                *own,
                "target",
                str(each["year"]),
                None,
                *_series_cells(each),
                each.get("value"),
                each.get("value_high"),
                each["words"],
                None,
                each.get("measured_against", ""),
            )


def _series_cells(each: dict[str, Any]) -> tuple[Value, ...]:
    return (each.get("unit", ""), each.get("submeasure", ""), each.get("sex", ""))


def _report_cells(document: dict[str, Any]) -> tuple[Value, ...]:
    publisher, edition = document["publisher"], document["edition"]
    return (
        publisher["municipality"],
        publisher["municipality_code"],
        publisher["committee_slug"],
        publisher["committee"],
        document["slug"],
        document["title"],
        edition["version"],
        document["as_of"],
    )


def _subject_cells(item: dict[str, Any]) -> tuple[Value, ...]:
    return (
        item["kind"],
        item["key"],
        item["number"],
        item["name"],
        item.get("above", ""),
        item.get("area", ""),
    )


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table with how its rows are read from a sealed document."""

    table: CsvTable
    rows: Callable[[dict[str, Any]], Iterator[tuple[Value, ...]]]


TABLES = {
    JUDGEMENTS.name: OpenTable(JUDGEMENTS, judgements_in),
    OUTCOMES.name: OpenTable(OUTCOMES, outcomes_in),
}
TABLES_SHAPE = "1"
"""Another one when the rows or columns are made in another way: it is a part of every table's mark."""
