"""What the address of a search asks for. What cannot be read in it narrows nothing."""

from dataclasses import dataclass, fields, replace

from django.http import QueryDict
from django.utils.http import urlencode

from followup.core.search import SearchQuery, parse

LONGEST_TEXT = 200
_NUMBERS = ("year", "report", "page")
_LONGEST_NUMBER = 15
_LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """As it stands in the address, under the same names: `q` is what was written, the rest narrows it.

    `municipality` is its code, `committee` its slug, `kind` and `status` values of `PassageKind` and the status scales.
    `year`, `report` (the report's id) and `page` are digits or empty.
    """

    q: str = ""
    municipality: str = ""
    committee: str = ""
    year: str = ""
    kind: str = ""
    status: str = ""
    unit: str = ""
    report: str = ""
    page: str = ""

    @property
    def is_too_long(self) -> bool:
        return len(self.q) > LONGEST_TEXT

    @property
    def query(self) -> SearchQuery:
        return SearchQuery() if self.is_too_long else parse(self.q)

    @property
    def is_narrowed(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self) if field.name not in {"q", "page"})

    def but(self, **changes: str) -> str:
        """The same search with something else in it, from its first page, as the end of an address."""
        other = replace(self, **({"page": ""} | changes))
        values = {field.name: getattr(other, field.name) for field in fields(other)}
        return "?" + urlencode({name: value for name, value in values.items() if value})

    @property
    def unnarrowed(self) -> str:
        return "?" + urlencode({"q": self.q})


def asked_in(address: QueryDict) -> Asked:
    values = {field.name: address.get(field.name, "").replace("\x00", "").strip() for field in fields(Asked)}
    for name in _NUMBERS:
        if not (values[name].isascii() and values[name].isdigit() and len(values[name]) <= _LONGEST_NUMBER):
            values[name] = ""
    return Asked(**{name: value if name == "q" else value[:_LONGEST_VALUE] for name, value in values.items()})
