"""References to a section, table or appendix by a number that the report does not have. Pure."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.facts import ReportFacts
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.leftovers.excerpt import excerpt
from reports.checks.texts import Text

DEAD_POINTER = Rule(
    "dead_pointer",
    Severity.WARNING,
    gettext_lazy("En hänvisning leder ingenstans"),
    gettext_lazy(
        "Den som söker upp avsnittet, tabellen eller bilagan hittar den inte, och tror att något har fallit bort."
    ),
)

_NUMBER = r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})"
_POINTER = re.compile(
    r"(?<!\w)(?P<kind>avsnitt|kapitel|tabell|diagram|figur|bilaga)\s" + _NUMBER + r"(?![\d%]|[.,:]\d|\s*(?:§|procent))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<kind>avsnitt|kapitel|tabell|diagram|figur|bilaga)\s" + _NUMBER + r"(?!\d)", re.IGNORECASE)
_NUMBERED = re.compile(_NUMBER + r"\.?\s+[^\W\d_]")
_ELSEWHERE = re.compile(r"[\s,)]*(?:i|till|ur|av|från)\s+(?!(?:denna|den här|detta|rapporten)\b)\w", re.IGNORECASE)
_CHAPTERS = ("avsnitt", "kapitel")
_FEWEST_NUMBERED = 2


def dead_pointers(report: ReportFacts, texts: Sequence[Text]) -> Iterator[Finding]:
    """Only to a kind that the report itself numbers, and not where the words say that it is in another paper."""
    numbers = _numbers_there(report)
    for text in texts:
        for line in text.lines:
            for found in _POINTER.finditer(line):
                kind, number = found["kind"].casefold(), found["number"]
                there = numbers.get("avsnitt" if kind in _CHAPTERS else kind)
                is_title = found.start() == 0 and line == text.plain
                if there and number not in there and not is_title and not _ELSEWHERE.match(line, found.end()):
                    words = {"pointer": found[0], "excerpt": excerpt(line, *found.span())}
                    message = _("”%(pointer)s” finns inte i rapporten: ”%(excerpt)s”.")
                    yield DEAD_POINTER.placed(text.place, message % words)


def _numbers_there(report: ReportFacts) -> dict[str, set[str]]:
    """By kind, the numbers that headings carry: `4.3 Personal`, `Tabell 7. Kostnader`, `Bilaga 2`."""
    titles = [section.title for section in report.sections]
    found: dict[str, set[str]] = {}
    for title in (*titles, *(table.title for table in report.tables), *(each.title for each in report.attachments)):
        if named := _NAMED.match(title.strip()):
            kind = named["kind"].casefold()
            found.setdefault("avsnitt" if kind in _CHAPTERS else kind, set()).add(named["number"])
    numbered = {match["number"] for title in titles if (match := _NUMBERED.match(title.strip()))}
    if len(numbered) >= _FEWEST_NUMBERED:
        found.setdefault("avsnitt", set()).update(numbered)
    return found
