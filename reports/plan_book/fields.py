"""Which field of a model each column of a sheet is kept in, for the columns that are one field of the row."""

from collections.abc import Mapping

from followup.core.choices import Sex
from indicators.choices import MeasuredAgainst
from reports.choices import AnswerState, RoundState

PLAN: Mapping[str, str] = {
    "Plan": "title",
    "Startår": "year_from",
    "Slutår": "year_through",
    "Antagen": "adopted_on",
    "Diarienummer": "registry_number",
    "Inledning": "introduction",
    "Ord uppnått": "word_achieved",
    "Ord delvis": "word_partly_achieved",
    "Ord ej": "word_not_achieved",
    "Ord ej bedömt": "word_not_assessable",
    "Ord samlad bedömning": "word_overall_view",
    "Ord orsak": "word_cause",
    "Ord åtgärd": "word_measure",
}
UNITS: Mapping[str, str] = {"Kod": "code", "Namn": "name", "Överordnad": "parent"}
LEVELS: Mapping[str, str] = {
    "Nivå": "name",
    "Plural": "plural",
    "Ordning": "position",
    "Bedöms av": "assessed_by",
}
GOALS: Mapping[str, str] = {
    "Id": "key",
    "Överordnad": "parent",
    "Nivå": "level",
    "Benämning": "label",
    "Nr": "number",
    "Namn": "name",
    "Beskrivning": "description",
    "Ansvarig": "responsible",
    "År": "year",
}
INDICATORS: Mapping[str, str] = {
    "Id": "key",
    "Mål": "goal",
    "Grupp": "group",
    "Nr": "number",
    "Namn": "name",
    "Beskrivning": "description",
    "Typ": "kind",
    "Måttenhet": "unit_of_measure",
    "Decimaler": "decimals",
    "Riktning": "desired_direction",
    "Frekvens": "frequency",
    "Könsuppdelad": "is_sex_disaggregated",
    "Bedöms": "is_assessed",
    "Källa": "source",
    "Fotnot": "footnote",
    "Ansvarig": "responsible",
    "Kolada-id": "kolada_id",
}
TARGETS: Mapping[str, str] = {
    "Indikator": "indicator",
    "Mål": "goal",
    "År": "year",
    "Enhet": "unit",
    "Kön": "sex",
    "Delmått": "submeasure",
    "Värde": "value",
    "Övre värde": "value_high",
    "Text": "words",
    "Mäts mot": "measured_against",
}
OUTCOMES: Mapping[str, str] = {
    "Indikator": "indicator",
    "Period": "period",
    "Enhet": "unit",
    "Kön": "sex",
    "Delmått": "submeasure",
    "Värde": "value",
    "Text": "words",
    "Täljare": "numerator",
    "Nämnare": "denominator",
    "Saknas": "missing_reason",
    "Preliminär": "is_preliminary",
    "Anmärkning": "remark",
}
ROUNDS: Mapping[str, str] = {
    "Id": "key",
    "Titel": "title",
    "Typ": "kind",
    "Avser": "as_of",
    "Öppnar": "opens_on",
    "Senast": "deadline",
    "Läge": "state",
}
ASSIGNMENTS: Mapping[str, str] = {
    "Id": "key",
    "Mål": "goal",
    "Grupp": "group",
    "Typ": "kind",
    "Nr": "number",
    "Namn": "name",
    "Beskrivning": "description",
    "Givet av": "given_by",
    "Tillsammans med": "together_with",
    "Ansvarig": "responsible",
}
ASSESSMENTS: Mapping[str, str] = {
    "Uppföljning": "round",
    "Mål": "goal",
    "Indikator": "indicator",
    "Uppdrag": "assignment",
    "Enhet": "unit",
    "Enhetstext": "unit_words",
    "Bedömning": "status",
    "Statustext": "status_words",
    "Ref": "ref",
    "Trend": "trend",
    "Kommentar": "comment",
    "Samlad bedömning": "overall_view",
    "Orsak": "cause",
    "Åtgärd": "measure",
    "Prognos": "forecast",
    "Läge": "state",
}
REPORTS: Mapping[str, str] = {
    "Id": "key",
    "Uppföljning": "round",
    "Mall": "template",
    "Titel": "title",
    "Underrubrik": "subtitle",
    "Avser": "as_of",
    "Daterad": "dated",
    "Diarienummer": "registry_number",
}
SECTIONS: Mapping[str, str] = {
    "Rapport": "report",
    "Nivå": "level",
    "Titel": "title",
    "Typ": "kind",
    "Innehåll": "content",
}
TABLE_ROWS: Mapping[str, str] = {"Rad": "kind", "Etikett": "label"}
ATTACHMENTS: Mapping[str, str] = {
    "Rapport": "report",
    "Titel": "title",
    "Beskrivning": "description",
    "Adress": "address",
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "Plan": PLAN,
    "Enheter": UNITS,
    "Nivåer": LEVELS,
    "Mål": GOALS,
    "Indikatorer": INDICATORS,
    "Målvärden": TARGETS,
    "Utfall": OUTCOMES,
    "Uppföljningar": ROUNDS,
    "Uppdrag": ASSIGNMENTS,
    "Bedömningar": ASSESSMENTS,
    "Rapporter": REPORTS,
    "Avsnitt": SECTIONS,
    "Tabeller": TABLE_ROWS,
    "Bilagor": ATTACHMENTS,
}

DEFAULTS: Mapping[tuple[str, str], str | int] = {
    ("Målvärden", "Kön"): Sex.TOTAL.value,
    ("Målvärden", "Mäts mot"): MeasuredAgainst.VALUE.value,
    ("Utfall", "Kön"): Sex.TOTAL.value,
    ("Uppföljningar", "Läge"): RoundState.PLANNED.value,
    ("Bedömningar", "Läge"): AnswerState.APPROVED.value,
    ("Avsnitt", "Nivå"): 1,
}
"""What an empty cell of a column means, where that is not nothing."""
