"""Slips of the hand and of pasting: doubled words and marks, broken characters, letters of another alphabet. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.checks.finding import Finding, Rule, Severity
from reports.checks.leftovers.excerpt import excerpt
from reports.checks.texts import Text

DOUBLED = Rule(
    "doubled",
    Severity.NOTE,
    gettext_lazy("Ett ord eller skiljetecken står två gånger"),
    gettext_lazy("Sådant stör läsningen och tyder på att meningen har ändrats utan att läsas om."),
)
BROKEN_CHARACTER = Rule(
    "broken_character",
    Severity.WARNING,
    gettext_lazy("Tecken har gått sönder"),
    gettext_lazy("Text som har kopierats från ett annat program har fått fel tecken, så att ord blir obegripliga."),
)
FOREIGN_ALPHABET = Rule(
    "foreign_alphabet",
    Severity.NOTE,
    gettext_lazy("Bokstäver ur ett annat alfabet"),
    gettext_lazy(
        "De ser ut som våra bokstäver men är andra tecken. Sökning och uppläsning går fel, och PDF-filen kan sakna dem."
    ),
)

_DOUBLED_WORD = re.compile(
    r"(?<![\w-])(?P<word>att|och|i|av|med|en|ett|inte|från|vid|till|samt|eller|genom|inom|mellan|"
    r"sedan|efter|under|också|redan|[^\W\d_]{6,})"
    r" (?P=word)(?![\w-])"
)
_EMPHATIC = frozenset({"mycket", "väldigt", "jättemycket"})
_DOUBLED_MARK = re.compile(r",,|;;|(?<!:)::(?!:)|,\.(?!\d)|(?<=[^\W\d_])(?<!\.)\.\.(?![.\w])")
_BROKEN = re.compile("Ã[¤¥¶…„–]|â€[™œ“”¦\u0080-\u009f]?|[\ufffd\ue000-\uf8ff]")
_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS = ("CYRILLIC", "GREEK", "ARABIC", "HEBREW", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ARMENIAN")
_SIGNS = frozenset("αβγδεθλμπρστφψωΓΔΘΛΠΣΦΨΩ")
"""Greek letters that are signs (`μg`, `Δ`) and look like none of ours."""
_SHORTEST_FOREIGN = 3


def slips(text: Text) -> Iterator[Finding]:
    """The first of each kind in a text."""
    for search in (_doubled, _broken, _foreign):
        if found := next((found for line in text.lines if (found := search(line))), None):
            rule, message = found
            yield rule.placed(text.place, message)


def _doubled(line: str) -> tuple[Rule, str] | None:
    for found in _DOUBLED_WORD.finditer(line):
        if found["word"] not in _EMPHATIC:
            words = {"word": found["word"], "excerpt": excerpt(line, *found.span())}
            return DOUBLED, _("”%(word)s” står två gånger: ”%(excerpt)s”.") % words
    if mark := _DOUBLED_MARK.search(line):
        words = {"mark": mark[0], "excerpt": excerpt(line, *mark.span())}
        return DOUBLED, _("Skiljetecknen ”%(mark)s” står intill varandra: ”%(excerpt)s”.") % words
    return None


def _broken(line: str) -> tuple[Rule, str] | None:
    if found := _BROKEN.search(line):
        message = _("Tecken har gått sönder här: ”%(excerpt)s”.")
        return BROKEN_CHARACTER, message % {"excerpt": excerpt(line, *found.span())}
    return None


def _foreign(line: str) -> tuple[Rule, str] | None:
    """A word of them, or one that looks like ours inside a word of ours."""
    if line.isascii():
        return None
    for found in _WORD.finditer(line):
        foreign = [char for char in found[0] if _is_foreign(char)]
        if foreign and (len(foreign) >= _SHORTEST_FOREIGN or len(foreign) < len(found[0])):
            message = _("”%(word)s” har %(count)d bokstäver ur ett annat alfabet: ”%(excerpt)s”.")
            words = {"word": found[0], "count": len(foreign), "excerpt": excerpt(line, *found.span())}
            return FOREIGN_ALPHABET, message % words
    return None


def _is_foreign(char: str) -> bool:
    return char > "\u024f" and char not in _SIGNS and unicodedata.name(char, "").startswith(_ALPHABETS)
