"""Do the numbers in a text agree with each other, and with what the report itself counts? Pure."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.checks.claims.attained import attained
from reports.checks.claims.changes import changes
from reports.checks.claims.passages import Claim, Passage, read_texts
from reports.checks.claims.rates import rates
from reports.checks.claims.shares import shares
from reports.checks.claims.splits import splits
from reports.checks.claims.working import Verdict
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.scope import Scope
from reports.checks.texts import Text

SHARE = Rule(
    "prose_share",
    Severity.WARNING,
    gettext_lazy("En andel i texten stämmer inte med sina antal"),
    gettext_lazy("Läsaren räknar efter när både antal och procent står. Är ett av talen fel litar ingen på något."),
)
CHANGE = Rule(
    "prose_change",
    Severity.WARNING,
    gettext_lazy("En förändring i texten stämmer inte med sina tal"),
    gettext_lazy("Hur mycket något har ökat eller minskat är ofta det som citeras. Det måste följa av talen bredvid."),
)
RATE = Rule(
    "prose_rate",
    Severity.WARNING,
    gettext_lazy("Ett genomsnitt i texten stämmer inte med sina antal"),
    gettext_lazy("Den som har båda antalen räknar ut genomsnittet själv och får ett annat tal."),
)
SPLIT = Rule(
    "prose_split",
    Severity.WARNING,
    gettext_lazy("Kvinnor och män i texten blir inte det hela"),
    gettext_lazy("Antingen är ett tal fel, eller så saknas någon. Läsaren kan inte veta vilket."),
)
ATTAINED = Rule(
    "prose_attained",
    Severity.WARNING,
    gettext_lazy("Texten räknar målen annorlunda än rapporten"),
    gettext_lazy("Rapporten räknar själv hur många som är uppnådda. Två olika svar på den frågan fäller hela bilden."),
)
ROUNDING = Rule(
    "prose_rounding",
    Severity.NOTE,
    gettext_lazy("Ett tal i texten är avkortat, inte avrundat"),
    gettext_lazy("Decimaler som stryks gör talet för lågt. Felet är litet, men syns för den som räknar efter."),
)
RULES = (SHARE, CHANGE, RATE, SPLIT, ATTAINED, ROUNDING)

_FINDERS: tuple[tuple[Rule, Callable[[Passage], Iterator[Claim]]], ...] = (
    (SHARE, shares),
    (CHANGE, changes),
    (RATE, rates),
    (SPLIT, splits),
)


def claims(scope: Scope) -> Iterator[Finding]:
    """A finding for each number in a text that its neighbours contradict, text by text; what is said twice, once."""
    yield from dict.fromkeys(_found(scope))


def _found(scope: Scope) -> Iterator[Finding]:
    for text, passages in read_texts(scope):
        for passage in passages:
            for rule, find in _FINDERS:
                for claim in find(passage):
                    if claim.outcome.verdict is not Verdict.AGREES:
                        broken = ROUNDING if claim.outcome.verdict is Verdict.CUT else rule
                        yield broken.finding(text.place, _words(text, claim))
            for claim in attained(scope, passage):
                yield ATTAINED.finding(text.place, _words(text, claim))


def _words(text: Text, claim: Claim) -> str:
    words = {"where": text.place.words, "said": claim.said, "fact": claim.fact}
    return _("%(where)s: Det står ”%(said)s”, men %(fact)s.") % words
