"""Starting from last round's texts, and telling which of them still stand as they were. Pure."""

from dataclasses import replace

from django.utils.translation import gettext as _

from followup.core.richtext import plain_text
from goals.models import Plan
from reports.commands.assessments import TEXTS, Answer, answer_of
from reports.models import Assessment


def answer_from_previous(previous: Assessment, current: Answer | None = None) -> Answer:
    """Last round's texts, to be shown in the form and not yet saved. The judgement is never taken over."""
    return replace(current or Answer(), **{name: getattr(previous, name) for name in TEXTS})


def unchanged_parts(previous: Answer, current: Answer) -> tuple[str, ...]:
    """The names of the texts whose words are the same as last time, whatever their marks and spaces."""
    return tuple(name for name in TEXTS if _says(current, name) and _says(current, name) == _says(previous, name))


def is_unchanged_since(previous: Answer, current: Answer) -> bool:
    """Whether there is text, and every part that has any is as it was last time."""
    written = tuple(name for name in TEXTS if _says(current, name))
    return bool(written) and written == unchanged_parts(previous, current)


def unchanged_words(previous: Assessment | None, current: Assessment | None, plan: Plan) -> str:
    """What the badge says; empty where there is nothing to say."""
    if previous is None or current is None:
        return ""
    before, now = answer_of(previous), answer_of(current)
    if is_unchanged_since(before, now):
        return _("Texten är från förra gången och inte ändrad")
    labels = {
        "comment": _("Kommentar"),
        "overall_view": plan.label_overall_view,
        "cause": plan.label_cause,
        "measure": plan.label_measure,
        "forecast": _("Prognos"),
    }
    parts = [labels[name] for name in unchanged_parts(before, now)]
    return _("Från förra gången och inte ändrat: %(parts)s") % {"parts": ", ".join(parts)} if parts else ""


def _says(answer: Answer, name: str) -> str:
    return plain_text(getattr(answer, name))
