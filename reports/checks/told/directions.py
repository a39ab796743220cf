"""`Männens frånvaro har stigit, kvinnornas är lägre` under a table of several years. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from followup.core.numbers import format_number
from followup.core.richtext import plain_text
from reports.build.arithmetic import ComputedRow, ComputedTable
from reports.build.part_facts import SectionFact
from reports.checks.claims.passages import passages_of
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.scope import Scope
from reports.checks.told.beside_table import sections_with_tables

WAY = Rule(
    "text_against_direction",
    Severity.NOTE,
    gettext_lazy("Texten säger upp och tabellen bredvid ned"),
    gettext_lazy("Läsaren jämför med året innan när inget annat sägs. Gäller det ett annat år ska det stå vilket."),
)

_CLAUSE = re.compile(r"[,;:] (?:(?:och|men|medan) )?|(?<=\w) (?:och|men|medan) ", re.IGNORECASE)
_WHOSE = r"(?<!\w)(?:(?:{owner}) (?P<own>\w+)|(?P<what>\w+) (?:för|bland|hos) (?:{group}))(?!\w)"
_OF_SEX = {
    Sex.WOMEN: re.compile(_WHOSE.format(owner="kvinnors|kvinnornas", group="kvinnor|kvinnorna"), re.IGNORECASE),
    Sex.MEN: re.compile(_WHOSE.format(owner="mäns|männens", group="män|männen"), re.IGNORECASE),
}
_ROWS = {Sex.WOMEN: "kvinnor", Sex.MEN: "män"}
_VERB = r"är|var|blev|har|hade|stigit|ökat|vuxit|gått|sjunkit|minskat"
_UP = re.compile(r"(?<!\w)(?:stigit|ökat|vuxit|gått upp|(?:är|blev) (?:\w+ ){0,2}högre)(?!\w)", re.IGNORECASE)
_DOWN = re.compile(r"(?<!\w)(?:sjunkit|minskat|gått ner|gått ned|(?:är|blev) (?:\w+ ){0,2}lägre)(?!\w)", re.IGNORECASE)
_UNLESS = re.compile(
    r"\d|(?<!\w)(?:än|sedan|före|innan|fjol|jämfört|förra|föregående|inte|inget|ingen)(?!\w)", re.IGNORECASE
)
_STEM = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class _Said:
    """Whose figure a clause says went up (1) or down (-1); `what` is empty where it has been named before."""

    sex: Sex
    what: str
    way: int
    words: str


def directions(scope: Scope) -> Iterator[Finding]:
    for section, table in sections_with_tables(scope):
        last = _last_two(table)
        if last:
            yield from _section(section, table, *last)


def _section(section: SectionFact, table: ComputedTable, before: int, after: int) -> Iterator[Finding]:
    place = Place(section.title or table.name, About.SECTION, section_id=section.id)
    named = " ".join((section.title, table.name, table.heading(after))).casefold()
    for passage in passages_of(plain_text(section.content), section.content):
        for said in _said(passage.text):
            rows = [row for row in table.body if row.has_numbers and row.label.casefold().strip() == _ROWS[said.sex]]
            if said.what[:_STEM] in named and len(rows) == 1 and _went(rows[0], before, after) == -said.way:
                yield WAY.finding(place, _message(place, said, table, rows[0], before, after))


def _said(sentence: str) -> Iterator[_Said]:
    """A sentence with a number or another time says more than a direction, and is left in peace."""
    if _UNLESS.search(sentence):
        return
    for clause in _CLAUSE.split(sentence):
        owners = [(sex, found) for sex, pattern in _OF_SEX.items() if (found := pattern.search(clause))]
        ways = [way for way, pattern in ((1, _UP), (-1, _DOWN)) if pattern.search(clause)]
        if len(owners) == len(ways) == 1:
            sex, found = owners[0]
            what = (found["own"] or found["what"]).casefold()
            yield _Said(sex, "" if re.fullmatch(_VERB, what) else what, ways[0], clause.strip(" ."))


def _last_two(table: ComputedTable) -> tuple[int, int] | None:
    """The last two columns of a table whose columns differ by their years alone, in order of the years."""
    headings = [table.heading(column) for column in range(1, len(table.decimals) + 1)]
    years = [found[0] for heading in headings if (found := _YEAR.search(heading))]
    if len(years) < 2 or len(years) != len(headings) or years != sorted(set(years)):
        return None
    if len({_YEAR.sub("", heading) for heading in headings}) > 1:
        return None
    return len(headings) - 1, len(headings)


def _went(row: ComputedRow, before: int, after: int) -> int:
    one, other = row.numbers.get(before), row.numbers.get(after)
    if one is None or other is None:
        return 0
    return (other > one) - (other < one)


def _message(place: Place, said: _Said, table: ComputedTable, row: ComputedRow, before: int, after: int) -> str:
    words = {
        "where": place.words,
        "said": said.words[:_SHOWN],
        "table": table.name[:_SHOWN],
        "row": row.label.strip(),
        "before": format_number(row.numbers[before], table.decimals[before - 1]),
        "after": format_number(row.numbers[after], table.decimals[after - 1]),
        "first": _year(table, before),
        "last": _year(table, after),
    }
    return (
        _(
            "%(where)s: Det står ”%(said)s”, men i tabellen ”%(table)s” går %(row)s från %(before)s (%(first)s) till "
            "%(after)s (%(last)s)."
        )
        % words
    )


def _year(table: ComputedTable, column: int) -> str:
    found = _YEAR.search(table.heading(column))
    return found[0] if found else ""
