"""What a template or a program leaves where a text or a reference should stand. Pure."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.checks.finding import Finding, Rule, Severity
from reports.checks.leftovers.excerpt import excerpt
from reports.checks.texts import Text

BROKEN_FIELD = Rule(
    "broken_field",
    Severity.WARNING,
    gettext_lazy("Ett felmeddelande från Word eller Excel står i texten"),
    gettext_lazy(
        "Hänvisningen eller beräkningen gick sönder när texten flyttades, så läsaren får inte veta vad som stod."
    ),
)
PLACEHOLDER = Rule(
    "placeholder",
    Severity.WARNING,
    gettext_lazy("En plats att fylla i är inte ifylld"),
    gettext_lazy(
        "XX, [text] och liknande visar att rapporten inte är färdig, och ofta är det själva siffran som saknas."
    ),
)

_BROKEN = re.compile(
    r"fel! (?:bokmärket är inte definierat|hittar inte referenskälla|okänt argument|ogiltig länk|"
    r"det finns ingen text med angivet format|stilen är inte definierad)|"
    r"error! (?:reference source not found|bookmark not defined|no text of specified style|not a valid link)|"
    r"#(?:referens!|ref!|division/0!|div/0!|värdefel!|value!|saknas!|namn\?|name\?|skärning!|null!|ogiltigt!|num!)|"
    r"#n/a(?!\w)",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(
    r"(?<![\w-])(?:19|20)?(?:X{2,8}|x{2,8})(?![\w-])"
    r"|(?<!\w)(?:TBD|TODO)(?!\w)"
    r"|(?<!\?)\?{3,}"
    r"|_{3,}"
    r"|(?i:lorem ipsum)"
    r"|(?i:(?:klicka|tryck|klicka eller tryck) här för att (?:ange|skriva) (?:text|datum|in text))"
    r"|(?i:click (?:or tap )?here to enter (?:text|a date))"
    r"|(?i:(?:välj ett objekt|choose an item)\.)"
    r"|(?i:(?:skriv|infoga|ange|fyll i) text(?:en)? här)"
    r"|(?i:\b(?:fylls i|skrivs) senare\b)"
    r"|[\[<{](?i:text|skriv|ange|fyll i|infoga|här|namn|datum|belopp|siffra|antal|rubrik|kommentar|nämnd|enhet|år|"
    r"välj|x+|nn|n\.n\.|beskriv|komplettera)(?!\w)[^\]\[<>{}]{0,80}[\]>}]"
)


def left_fields(text: Text) -> Iterator[Finding]:
    """Each kind of mark once a text, with the words around the first and how many there are."""
    for line_rule, pattern, message in (
        (BROKEN_FIELD, _BROKEN, _("”%(mark)s” har blivit kvar i texten: ”%(excerpt)s”.")),
        (PLACEHOLDER, _TO_FILL_IN, _("”%(mark)s” är inte ifyllt: ”%(excerpt)s”.")),
    ):
        seen = set()
        for line in text.lines:
            for found in pattern.finditer(line):
                mark = found[0].strip()
                if mark.casefold() not in seen and not _is_roman_twenty(line, found):
                    seen.add(mark.casefold())
                    words = {"mark": mark, "excerpt": excerpt(line, *found.span())}
                    yield line_rule.placed(text.place, message % words)


def _is_roman_twenty(line: str, found: re.Match[str]) -> bool:
    """`kapitel XX`, `XX §`: the number twenty in Roman figures."""
    before, after = line[: found.start()].rstrip().casefold(), line[found.end() :].lstrip()
    return found[0] == "XX" and (before.endswith(("kapitel", "kap.", "del", "bok")) or after.startswith(("kap", "§")))
