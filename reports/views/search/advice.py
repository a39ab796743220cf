"""What may help where nothing was found."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reports.views.search.results import Results


@dataclass(frozen=True, slots=True)
class Advice:
    """`address` is a search that follows it, empty where only the person can."""

    words: str
    address: str = ""


def advice_for(results: Results) -> tuple[Advice, ...]:
    """Most telling first; none where something was found or nothing was looked for."""
    asked = results.asked
    if not results.query or results.hit_count:
        return ()
    found = []
    if results.is_unready:
        found.append(Advice(_("Alla rapporter går inte att söka i just nu. Försök igen senare.")))
    if asked.is_narrowed:
        found.append(Advice(_("Sök bland alla rapporter, utan urval."), asked.unnarrowed))
    if any(term.is_exact for term in results.query.wanted):
        found.append(Advice(_("Sök utan citattecken, så hittas orden i alla former."), asked.but(q=_unquoted(asked.q))))
    if results.query.unwanted:
        found.append(Advice(_("Ta bort de ord som inte ska finnas med.")))
    if len(results.query.wanted) > 1:
        found.append(Advice(_("Sök på färre ord: alla orden måste stå på samma ställe.")))
    found.append(Advice(_("Kontrollera stavningen, eller skriv bara början av ordet.")))
    return tuple(found)


def _unquoted(text: str) -> str:
    return " ".join(re.sub('["“”„]', " ", text).split())
