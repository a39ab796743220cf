"""A finding: what is wrong or missing, how much it matters, where, and in a sentence."""

from dataclasses import dataclass
from enum import StrEnum

from reports.choices import SubjectKind


class Severity(StrEnum):
    """Errors stop publishing, warnings must be accepted, notes are only told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """`where` is for people ("Mål 3, AFI"); `subject` and the ids lead to the page where it is mended."""

    rule: str
    severity: Severity
    where: str
    message: str
    subject: tuple[SubjectKind, int] | None = None
    unit_id: int | None = None
    section_id: int | None = None
