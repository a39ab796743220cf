"""A finding: what is wrong or missing, how much it matters, where, and in a sentence with the numbers."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from followup.core.fingerprints import fingerprint_of
from reports.choices import SubjectKind


class Severity(StrEnum):
    """Errors stop publishing, warnings must be mended or waived, notes are only told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class About(StrEnum):
    """What a finding is mended in, and so which page it leads to."""

    ANSWER = "answer"
    OUTCOME = "outcome"
    TARGET = "target"
    PLAN = "plan"
    SECTION = "section"
    TABLE = "table"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: `words` are for people ("Mål 3, AFI"); the rest leads to the page where it is mended.

    `subject` is the kind and id of a goal, indicator or assignment; `table` a table's key; `period` a code.
    """

    words: str
    about: About = About.ANSWER
    subject: tuple[SubjectKind, int] | None = None
    unit_id: int | None = None
    section_id: int | None = None
    table: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for. `title` names it, `why` tells a controller in a sentence or two why it matters."""

    code: str
    severity: Severity
    title: str | Promise
    why: str | Promise

    def finding(self, place: Place, message: str) -> "Finding":
        return Finding(self.code, self.severity, place, message)

    def placed(self, place: Place, message: str) -> "Finding":
        """Where the message does not itself say what it is about: `Mål 3, AFI: …`."""
        return self.finding(place, _("%(where)s: %(message)s") % {"where": place.words, "message": message})


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is a code of the catalogue. The same rule, place and message is the same finding: it stays waived."""

    rule: str
    severity: Severity
    place: Place
    message: str

    @property
    def where(self) -> str:
        return self.place.words

    @property
    def fingerprint(self) -> str:
        return fingerprint_of((self.rule, self.where, self.message))
