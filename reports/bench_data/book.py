"""A committee's plan as a book: its goals, indicators with figures for women and men, rounds, answers, reports."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from reports.bench_data.texts import goal_name, indicator_name, paragraphs, sentence

Rows = Sequence[Mapping[str, Any]]
TOP, MIDDLE, LOWEST = "Fokusområde", "Kommunmål", "Nämndmål"
_GOAL_STATUSES = ("uppnått", "uppnått", "delvis uppnått", "delvis uppnått", "ej uppnått", "ej bedömt")
_ASSIGNMENT_STATUSES = ("pågår", "enligt plan", "genomfört", "försenat")
_UNITS_OF_MEASURE = ("%", "antal", "dagar", "kr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How much a committee has. Sentences are of one answer, rounds are in a year, goals are those that are judged."""

    areas: int = 3
    council_goals: int = 2
    goals: int = 3
    indicators: int = 2
    units: int = 4
    assignments: int = 8
    rounds: int = 2
    sentences: int = 5
    accounts: int = 10


MOST_ROUNDS = 12
"""In a year: each is of a month of its own."""

LIKE_RSR = Shape(areas=5, council_goals=2, goals=5, indicators=3, units=1, assignments=0, rounds=3, sentences=6)
"""60 goals that are judged or lead to such, 150 indicators, 3 periods a year with a comment of 500 characters each."""


@dataclass(frozen=True, slots=True)
class PlanOf:
    """Whose plan, and its years (inclusive). `is_current`: its last round is still open."""

    municipality: str
    code: str
    committee: str
    year_from: int
    year_through: int
    is_current: bool = False

    @property
    def title(self) -> str:
        years = str(self.year_from) if len(self.years) == 1 else f"{self.year_from}–{self.year_through}"
        return f"Verksamhetsplan {years}"

    @property
    def years(self) -> range:
        return range(self.year_from, self.year_through + 1)


def plan_sheets(of: PlanOf, shape: Shape, random: Random) -> dict[str, Any]:
    """By sheet its rows, as a parsed fixture holds them."""
    goals = list(_goals(shape, random))
    judged = [goal["Id"] for goal in goals if goal["Nivå"] == LOWEST]
    units = [f"E{number}" for number in range(1, shape.units + 1)]
    indicators = [row for goal in judged for row in _indicators(goal, shape, random)]
    rounds = [row for year in of.years for row in _rounds(year, shape)]
    if of.is_current:
        rounds[-1]["Läge"] = "öppen"
    assignments = [_assignment(number, random) for number in range(1, shape.assignments + 1)]
    return {
        "Plan": _plan(of, random),
        "Enheter": [{"Kod": unit, "Namn": f"Enheten {unit}"} for unit in units],
        "Nivåer": [
            {"Nivå": TOP, "Plural": "Fokusområden", "Ordning": 1, "Bedöms av": "ingen"},
            {"Nivå": MIDDLE, "Ordning": 2, "Bedöms av": "ingen"},
            {"Nivå": LOWEST, "Ordning": 3, "Bedöms av": "båda"},
        ],
        "Mål": goals,
        "Indikatorer": indicators,
        "Målvärden": [_target(row, year, random) for row in indicators for year in of.years],
        "Utfall": [row for indicator in indicators for row in _outcomes(indicator, rounds, random)],
        "Uppföljningar": rounds,
        "Uppdrag": assignments,
        "Bedömningar": [row for each in rounds for row in _answers(each, judged, units, assignments, shape, random)],
        "Rapporter": [_report(each) for each in rounds],
        "Tabeller": [row for each in rounds for row in _money(each, random)],
    }


def _plan(of: PlanOf, random: Random) -> dict[str, Any]:
    return {
        "Kommun": of.municipality,
        "Kommunkod": of.code,
        "Nämnd": of.committee,
        "Plan": of.title,
        "Startår": of.year_from,
        "Slutår": of.year_through,
        "Inledning": paragraphs(random, 8),
    }


def _goals(shape: Shape, random: Random) -> Iterator[dict[str, Any]]:
    for area in range(1, shape.areas + 1):
        yield {"Id": f"{area}", "Nivå": TOP, "Nr": f"{area}", "Namn": goal_name(random)}
        for council in range(1, shape.council_goals + 1):
            above = f"{area}.{council}"
            yield {"Id": above, "Överordnad": f"{area}", "Nivå": MIDDLE, "Nr": above, "Namn": goal_name(random)}
            for number in range(1, shape.goals + 1):
                key = f"{above}.{number}"
                yield {
                    "Id": key,
                    "Överordnad": above,
                    "Nivå": LOWEST,
                    "Nr": key,
                    "Namn": f"{goal_name(random)} ({key})",
                    "Beskrivning": paragraphs(random, 2),
                    "Ansvarig": "Avdelningschef; Kvalitetsutvecklare",
                }


def _indicators(goal: str, shape: Shape, random: Random) -> Iterator[dict[str, Any]]:
    """Every other one for women and men apart."""
    for number in range(1, shape.indicators + 1):
        yield {
            "Id": f"I{goal}-{number}",
            "Mål": goal,
            "Nr": f"{goal}-{number}",
            "Namn": f"{indicator_name(random)} ({goal}-{number})",
            "Typ": "indikator",
            "Måttenhet": _UNITS_OF_MEASURE[number % len(_UNITS_OF_MEASURE)],
            "Decimaler": 1,
            "Riktning": "öka" if number % 3 else "minska",
            "Frekvens": "år",
            "Könsuppdelad": "ja" if number % 2 else "",
            "Källa": sentence(random) if number == 1 else "",
        }


def _target(indicator: Mapping[str, Any], year: int, random: Random) -> dict[str, Any]:
    return {"Indikator": indicator["Id"], "År": year, "Värde": random.randint(60, 95)}


def _outcomes(indicator: Mapping[str, Any], rounds: Rows, random: Random) -> Iterator[dict[str, Any]]:
    level = random.uniform(40, 90)
    for each in rounds:
        level += random.uniform(-4, 4.5)
        for sex in ("totalt", "kvinnor", "män") if indicator["Könsuppdelad"] else ("totalt",):
            value = f"{max(1.0, level + random.uniform(-2, 2)):.1f}".replace(".", ",")
            yield {"Indikator": indicator["Id"], "Period": _period(each["Avser"]), "Kön": sex, "Värde": value}


def _rounds(year: int, shape: Shape) -> Iterator[dict[str, Any]]:
    """The last of a year is the whole year's; those before are told apart by their month."""
    for number in range(1, shape.rounds):
        month = 12 * number // shape.rounds
        last = date(year, month, monthrange(year, month)[1])
        yield _round(f"{year}-{month:02}", "delår", last, f"Delårsuppföljning {month}/{year}")
    yield _round(f"{year}-12", "helår", date(year, 12, 31), f"Helårsuppföljning {year}")


def _round(key: str, kind: str, day: date, title: str) -> dict[str, Any]:
    return {"Id": key, "Titel": title, "Typ": kind, "Avser": day, "Läge": "stängd"}


def _period(day: date) -> str:
    return str(day.year) if day.month == 12 else f"{day.year}-01..{day.year}-{day.month:02}"


def _assignment(number: int, random: Random) -> dict[str, Any]:
    return {"Id": f"U{number}", "Typ": "uppdrag", "Nr": f"U{number}", "Namn": sentence(random).rstrip(".")}


def _answers(
    round: Mapping[str, Any], goals: list[str], units: list[str], assignments: Rows, shape: Shape, random: Random
) -> Iterator[dict[str, Any]]:
    """In an open round the committee has not judged yet, and every third of the units' answers is still unwritten."""
    is_open = round["Läge"] == "öppen"
    for goal in goals:
        for unit in units if is_open else ("", *units):
            if is_open and random.random() < 1 / 3:
                continue
            yield {
                "Uppföljning": round["Id"],
                "Mål": goal,
                "Enhet": unit,
                "Bedömning": random.choice(_GOAL_STATUSES),
                "Kommentar": paragraphs(random, random.randint(max(1, shape.sentences - 2), shape.sentences + 2)),
                "Läge": random.choice(("utkast", "klar")) if is_open else "",
            }
    for assignment in () if is_open else assignments:
        yield {
            "Uppföljning": round["Id"],
            "Uppdrag": assignment["Id"],
            "Bedömning": random.choice(_ASSIGNMENT_STATUSES),
            "Kommentar": paragraphs(random, 2),
        }


def _report(round: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "Id": f"rapport-{round['Id']}",
        "Uppföljning": round["Id"],
        "Mall": "verksamhetsberättelse" if round["Typ"] == "helår" else "delårsuppföljning",
        "Titel": f"{'Verksamhetsberättelse' if round['Typ'] == 'helår' else 'Delårsrapport'} {round['Id']}",
        "Avser": round["Avser"],
    }


def _money(round: Mapping[str, Any], random: Random) -> Iterator[dict[str, Any]]:
    """Budget, outcome and what differs, added up."""
    of = {"Rapport": f"rapport-{round['Id']}", "Tabell": "ekonomi", "Titel": "Ekonomi", "Enhet": "tkr"}
    yield {**of, "Rad": "rubrik", "1": "Budget", "2": "Utfall", "3": "Avvikelse"}
    yield {**of, "Rad": "beräkning", "3": "1-2"}
    sums = [0, 0]
    for area in range(1, 9):
        budget = random.randint(2_000, 90_000)
        outcome = int(budget * random.uniform(0.94, 1.06))
        sums = [sums[0] + budget, sums[1] + outcome]
        yield {**of, "Rad": "rad", "Etikett": f"Verksamhetsområde {area}", "1": budget, "2": outcome}
    yield {**of, "Rad": "summa", "Etikett": "Summa", "1": sums[0], "2": sums[1]}
