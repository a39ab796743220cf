"""Random plan books whose rows hang together, for tests of writing and reading."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from reports.plan_book.book import BookRow, PlanBook
from reports.plan_book.columns import Column, Kind
from reports.plan_book.reading.long_texts import canonical_long_text
from reports.plan_book.reading.texts import clean_text
from reports.plan_book.reading.values import as_cell
from reports.plan_book.sheets import CELLS, SHEETS
from reports.plan_book.words import ASSIGNMENT_STATUSES, GOAL_STATUSES

AWKWARD = [
    "=1+1",
    "+46 13",
    "-",
    "@a",
    "'a",
    '"',
    "#N/A",
    "_x0041_",
    "a\nb",
    "007",
    "1,50",
    "81 %",
    "ja",
    "2022-01-01",
    "𝒳😀",
    "É",
]
CHARACTERS = st.characters(blacklist_categories=("Cc", "Cs", "Co", "Cn"), blacklist_characters="\ufffe\uffff;,")

texts = st.one_of(st.sampled_from(AWKWARD), st.text(CHARACTERS, max_size=12)).map(clean_text)
names = texts.filter(bool)
long_texts = st.one_of(texts, st.sampled_from(["- a\n- b", "*a*\n\nb", "## A\nb", "x" * 3000])).map(canonical_long_text)
numbers = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12).map(Decimal),
    st.builds(lambda whole, scale: Decimal(whole).scaleb(-scale), st.integers(-(10**14), 10**14), st.integers(0, 10)),
)
days = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
cells = st.one_of(
    texts, st.decimals(-1000, 1000, places=2, allow_nan=False).map(lambda n: f"{n:f}".replace(".", ","))
).map(as_cell)


def _value(column: Column):
    if column.kind is Kind.WORD:
        words = st.sampled_from(sorted((column.words or {}).values()))
        return words if column.required else st.one_of(st.just(""), words)
    if column.kind is Kind.INTEGER:
        low, high = {"Decimaler": (0, 6), "Nivå": (1, 4), "Ordning": (0, 50)}.get(column.heading, (1900, 2200))
        whole = st.integers(low, high)
        return whole if column.required else st.one_of(st.none(), whole)
    if column.kind is Kind.DAY:
        return days.filter(bool) if column.required else days
    plain = {
        Kind.TEXT: names if column.required else texts,
        Kind.LONG_TEXT: long_texts,
        Kind.LIST: st.lists(names, max_size=3).map(tuple),
        Kind.NUMBER: numbers,
        Kind.YES: st.booleans(),
        Kind.DAY_OR_TEXT: st.one_of(days.filter(bool), texts.filter(lambda text: text != "2022-01-01")),
        Kind.CELL: cells,
    }
    return plain[column.kind]


@st.composite
def books(draw):
    """A book with all headings, up to three rows a sheet."""
    keys = {
        name: draw(
            st.lists(names.filter(lambda text: len(text) < 80), unique=True, min_size=name == "Nivåer", max_size=3)
        )
        for name in _NAMED
    }
    rows = {"Plan": (BookRow("Plan", _plan(draw)),)}
    for sheet in SHEETS[1:]:
        count = len(keys[sheet.name]) if sheet.name in keys else draw(st.integers(0, 2))
        made = [_row(draw, sheet, keys, place) for place in range(count)]
        rows[sheet.name] = tuple(BookRow(sheet.name, row) for row in made if row)
    return PlanBook({name: found for name, found in rows.items() if found})


_NAMED = ("Enheter", "Nivåer", "Mål", "Indikatorer", "Uppföljningar", "Uppdrag", "Rapporter")


def _plan(draw):
    plan = {column.heading: draw(_value(column)) for column in SHEETS[0].columns}
    code = draw(st.sampled_from(["", "0580", "1283"]))
    return plan | {"Kommunkod": code, "Startår": 2000, "Slutår": draw(st.integers(2000, 2200))}


def _row(draw, sheet, keys, place):
    """Values of a row, or None where what it must refer to is not there."""
    row = {}
    for column in sheet.columns:
        allowed = keys.get(column.refers_to, [])
        if column.heading in CELLS[4:]:
            row[column.heading] = ""
        elif not column.refers_to:
            row[column.heading] = draw(_value(column))
        elif column.kind is Kind.LIST:
            row[column.heading] = tuple(draw(st.lists(st.sampled_from(allowed), max_size=3))) if allowed else ()
        elif column.required and not allowed:
            return None
        else:
            row[column.heading] = draw(st.sampled_from(allowed if column.required else ["", *allowed]))
    if sheet.name in keys:
        row[sheet.key[0]] = keys[sheet.name][place]
    return _SETTLED.get(sheet.name, lambda draw, row, keys, place: row)(draw, row, keys, place)


def _below(draw, row, keys, place, sheet="Mål"):
    above = keys[sheet][:place]
    return row | {"Överordnad": draw(st.sampled_from(["", *above]))}


def _goal(draw, row, keys, place):
    own = keys["Mål"][place]
    row["Bidrar till"] = tuple(key for key in row["Bidrar till"] if key != own)
    return _below(draw, row, keys, place)


def _target(draw, row, keys, place):
    subject = draw(st.sampled_from(["Indikator", "Mål"]))
    if not keys["Indikatorer" if subject == "Indikator" else "Mål"]:
        return None
    row |= {"Indikator": "", "Mål": "", subject: keys["Indikatorer" if subject == "Indikator" else "Mål"][0]}
    high = row["Övre värde"]
    value = Decimal(place) if high is not None or row["Värde"] is None else row["Värde"]
    return row | {
        "År": 2000 + place,
        "Värde": value,
        "Övre värde": None if high is None else value + abs(high) // 10**9,
    }


def _outcome(draw, row, keys, place):
    has_figure = row["Värde"] is not None or row["Text"]
    reason = "" if has_figure else "not_yet"
    return row | {"Period": ["2020", "2021T2", "2022-01..2022-08"][place], "Saknas": reason}


def _round(draw, row, keys, place):
    first, last = sorted([row["Öppnar"] or date(2022, 1, 1), row["Senast"] or date(2022, 1, 1)])
    return row | {"Öppnar": first, "Senast": last}


def _answer(draw, row, keys, place):
    sheets = {"Mål": "Mål", "Indikator": "Indikatorer", "Uppdrag": "Uppdrag"}
    subjects = [heading for heading, sheet in sheets.items() if keys[sheet]]
    if not subjects:
        return None
    subject = draw(st.sampled_from(subjects))
    scale = ASSIGNMENT_STATUSES if subject == "Uppdrag" else GOAL_STATUSES
    row |= dict.fromkeys(sheets, "") | {subject: keys[sheets[subject]][0], "Ref": f"ref {place}"}
    status = draw(st.sampled_from(["", *map(str, scale.values())]))
    return row | {"Bedömning": status, "Avser även": tuple(keys["Uppdrag"] * 2)}


def _section(draw, row, keys, place):
    options = draw(
        st.sampled_from(["", "perioder=2018,2019T2; visa=kommentarer", "rubriker=,Mått; ordning=mål,indikatorer"])
    )
    return row | {"Typ": draw(st.sampled_from(["text", "goal_overview", "key_figures"])), "Alternativ": options}


def _table_row(draw, row, keys, place):
    if row["Rad"] == "computation":
        row |= dict.fromkeys(CELLS, "") | {"3": "1-2", "4": "1/2*100"}
    return row | {"Tabell": "EK", "Titel": "Budget", "Enhet": "tkr"}


_SETTLED = {
    "Enheter": lambda draw, row, keys, place: _below(draw, row, keys, place, "Enheter"),
    "Mål": _goal,
    "Målvärden": _target,
    "Utfall": _outcome,
    "Uppföljningar": _round,
    "Bedömningar": _answer,
    "Avsnitt": _section,
    "Tabeller": _table_row,
}
