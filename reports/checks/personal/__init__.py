"""What points out a person: identity numbers, telephone numbers, private addresses, counts of very few. Pure."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.checks.finding import Finding, Rule, Severity
from reports.checks.personal.contacts import Contact, landline_numbers, mobile_numbers, private_addresses
from reports.checks.personal.hidden_counts import COUNT_IN_TEXT, hidden_counts_in_texts
from reports.checks.personal.identity_numbers import IdentityNumber, identity_numbers
from reports.checks.personal.small_counts import COMPUTABLE_COUNT, SMALL_COUNT, small_counts
from reports.checks.scope import Scope
from reports.checks.texts import Text, plan_texts_of, texts_of

IDENTITY_NUMBER = Rule(
    "identity_number",
    Severity.WARNING,
    gettext_lazy("Ett personnummer eller samordningsnummer står i rapporten"),
    gettext_lazy("En rapport till nämnden blir allmän handling och läggs ut. Personnummer har inget i den att göra."),
)
MOBILE_NUMBER = Rule(
    "mobile_number",
    Severity.WARNING,
    gettext_lazy("Ett mobilnummer står i rapporten"),
    gettext_lazy("Ett mobilnummer hör oftast till en person. Är det verksamhetens eget kan varningen godtas."),
)
LANDLINE_NUMBER = Rule(
    "landline_number",
    Severity.NOTE,
    gettext_lazy("Ett telefonnummer står i rapporten"),
    gettext_lazy("Växelns nummer är offentligt. Se efter att det inte är en enskilds."),
)
PRIVATE_ADDRESS = Rule(
    "private_address",
    Severity.WARNING,
    gettext_lazy("En privat e-postadress står i rapporten"),
    gettext_lazy("Adressen pekar ut en person och följer med i varje kopia av rapporten."),
)
RULES = (
    IDENTITY_NUMBER,
    MOBILE_NUMBER,
    PRIVATE_ADDRESS,
    LANDLINE_NUMBER,
    SMALL_COUNT,
    COMPUTABLE_COUNT,
    COUNT_IN_TEXT,
)


def personal_data(scope: Scope) -> Iterator[Finding]:
    """Text by text, then indicator by indicator. No message repeats what it has found: findings are kept and shown."""
    texts = texts_of(scope)
    for text in (*texts, *plan_texts_of(scope)):
        yield from _in_text(text, scope.inspection.today)
    yield from small_counts(scope)
    yield from hidden_counts_in_texts(scope, texts)


Search = Callable[[str], Iterable[Contact]]

_CONTACTS: tuple[tuple[Rule, Search, str | Promise], ...] = (
    (MOBILE_NUMBER, mobile_numbers, gettext_lazy("Mobilnumret %(masked)s står i texten.")),
    (LANDLINE_NUMBER, landline_numbers, gettext_lazy("Telefonnumret %(masked)s står i texten.")),
)
_ADDRESS = gettext_lazy("Den privata adressen %(masked)s står i texten.")


def _in_text(text: Text, today: date) -> Iterator[Finding]:
    words = "\n".join(text.lines)
    numbers = list(identity_numbers(words, today))
    taken = {place for number in numbers for place in range(number.start, number.end)}
    messages = [(IDENTITY_NUMBER, _identity(number)) for number in numbers]
    for rule, search, message in _CONTACTS:
        contacts = [contact for contact in search(words) if contact.start not in taken]
        messages += [(rule, str(message) % {"masked": contact.masked}) for contact in contacts]
    messages += [
        (PRIVATE_ADDRESS, str(_ADDRESS) % {"masked": contact.masked})
        for contact in private_addresses(text.html or words)
    ]
    for rule, message in dict.fromkeys(messages):
        yield rule.placed(text.place, message)


def _identity(number: IdentityNumber) -> str:
    message = (
        _("Samordningsnumret %(masked)s står i texten.")
        if number.is_coordination
        else _("Personnumret %(masked)s står i texten.")
    )
    return message % {"masked": number.masked}
