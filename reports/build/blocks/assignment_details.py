"""Who gave an assignment, with whom it is carried out, by whom and by when."""

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.translation import gettext as _

from followup.core.dates import format_date
from reports.build.document import Detail, TextPart
from reports.build.facts import AssignmentFact


def assignment_details(assignment: AssignmentFact, *, with_responsible: bool = True) -> tuple[Detail, ...]:
    """A labelled line for each that is known."""
    found = (
        Detail(_("Ansvarig"), assignment.responsible if with_responsible else ()),
        Detail(_("Klart senast"), (due_in_words(assignment),)),
    )
    return (*shared_details(assignment), *(detail for detail in found if any(detail.values)))


def shared_details(assignment: AssignmentFact) -> tuple[Detail, ...]:
    """Who gave it and with whom it is carried out, where that is known."""
    found = (Detail(_("Givet av"), (assignment.given_by,)), Detail(_("Tillsammans med"), assignment.together_with))
    return tuple(detail for detail in found if any(detail.values))


def told_of(description: str, details: Iterable[Detail]) -> tuple[TextPart, ...]:
    """A table cell's paragraphs: the description (HTML, or empty), then the details a line each."""
    lines = "<br>".join(escape(f"{detail.label}: {', '.join(detail.values)}") for detail in details)
    return tuple(TextPart("", html) for html in (description, f"<p>{lines}</p>" if lines else "") if html)


def due_in_words(assignment: AssignmentFact) -> str:
    """The day, or what the plan says instead."""
    return format_date(assignment.due_on) if assignment.due_on else assignment.due_words
