"""Abbreviations that are spelled out nowhere in the report. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.build.facts import ReportFacts
from reports.checks.finding import About, Finding, Place, Rule, Severity
from reports.checks.texts import Text

ABBREVIATION = Rule(
    "abbreviation",
    Severity.NOTE,
    gettext_lazy("En förkortning skrivs inte ut någonstans"),
    gettext_lazy("Den som läser rapporten ska inte behöva kunna förvaltningens förkortningar."),
)

_WORDS_KNOWN = (
    "AB ADHD AIDS BAS BNP CD CSN CV DNA DVD EFTA EU FN GPS HBTQ HIV HR ID IT JO JK KF KPI KS LSS LVU LVM NATO OBS OK "
    "MB PC PDF PM ROT RUT SCB SFI SFS SKL SKR SMS SOU SVT TV UD USA VAB VD WC WHO WWW KD MP SD TBD TODO XL XXL "
    "EUR KR MKR MNKR SEK ST TKR USD II III IV VI VII VIII IX XI XII XIII XIV XV"
)
KNOWN = frozenset(_WORDS_KNOWN.split())
"""What a Swedish reader knows, currencies, parties and Roman numbers."""

_ABBREVIATION = re.compile(r"(?<![\w.@/&-])(?!X+\b)[A-ZÅÄÖ]{2,5}(?=-[a-zåäö]|:[a-zåäö]|[^\w@&-]|-?$|-\s)")
_SPELLED_BEFORE = re.compile(r"(?<=[a-zåäöé”\"] )\((?:[^()]{0,40}[ ,])?([A-ZÅÄÖ]{2,5})(?:[ ,][^()]{0,40})?\)")
_SPELLED_AFTER = re.compile(
    r"(?<!\w)([A-ZÅÄÖ]{2,5})(?: \(| = | – |, (?:det vill säga|dvs\.?|som står för) )[A-ZÅÄÖ]?[a-zåäöé]{3}"
)
_MOST_NAMED = 15


def unexplained(report: ReportFacts, texts: Sequence[Text], further: Sequence[Text]) -> Iterator[Finding]:
    """One finding of them all, the most used first. `further` are texts that may spell one out."""
    lines = [line for text in texts for line in text.lines]
    spelled = _spelled_out([*lines, *(line for text in further for line in text.lines)])
    units = {word for unit in report.units if unit.name != unit.code for word in _ABBREVIATION.findall(unit.code)}
    used = Counter(found for line in lines if not _is_capitals(line) for found in _ABBREVIATION.findall(line))
    skipped = spelled | units | KNOWN
    left = [(word, times) for word, times in used.most_common() if word not in skipped]
    if not left:
        return
    left.sort(key=lambda pair: (-pair[1], pair[0]))
    named = ", ".join(_("%(word)s (%(times)d)") % {"word": word, "times": times} for word, times in left[:_MOST_NAMED])
    more = len(left) - _MOST_NAMED
    message = (
        _("Förkortningar som inte skrivs ut någonstans, med hur ofta de står: %(named)s och %(more)d till.")
        if more > 0
        else _("Förkortningar som inte skrivs ut någonstans, med hur ofta de står: %(named)s.")
    )
    yield ABBREVIATION.finding(Place(_("Rapporten"), About.REPORT), message % {"named": named, "more": more})


def _spelled_out(lines: Sequence[str]) -> set[str]:
    return {found for line in lines for pattern in (_SPELLED_BEFORE, _SPELLED_AFTER) for found in pattern.findall(line)}


def _is_capitals(line: str) -> bool:
    """A heading set in capitals says nothing of which words are abbreviations."""
    letters = [char for char in line if char.isalpha()]
    return 2 * sum(char.isupper() for char in letters) > len(letters) and " " in line.strip()
