"""Answers to read: what a unit judged and said, and where two people said different things. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goals.models import Plan
from reports.models import Assessment


@dataclass(frozen=True, slots=True)
class Text:
    """A part of an answer under its heading; `html` is canonical."""

    label: str
    html: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer to read: when it was given, its status and its texts."""

    title: str
    status: str
    word: str
    texts: list[Text]


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of an answer that two people wrote differently."""

    label: str
    saved: str
    typed: str


def texts_of(assessment: Assessment, plan: Plan) -> list[Text]:
    """The texts of an answer that hold something, under the plan's own headings; a comment alone needs none."""
    parts = [
        (plan.label_overall_view, assessment.overall_view),
        (_("Kommentar"), assessment.comment),
        (plan.label_cause, assessment.cause),
        (plan.label_measure, assessment.measure),
    ]
    return [Text(label, html) for label, html in parts if html]


def judged(assessment: Assessment, plan: Plan, title: str = "") -> Judged:
    word = assessment.status_words or (plan.word_for(assessment.status) if assessment.status else "")
    return Judged(title, assessment.status, word, texts_of(assessment, plan))


def differences(saved: Assessment, typed: dict[str, str], plan: Plan) -> list[Difference]:
    """Where what a person typed (canonical HTML by field, status by its value) differs from what is saved."""

    def word(status: str) -> str:
        return plan.word_for(status) if status else _("Ingen bedömning")

    found = []
    if saved.status != typed["status"]:
        found.append(Difference(_("Bedömning"), word(saved.status), word(typed["status"])))
    labels: Sequence[tuple[str, str]] = [
        ("comment", _("Kommentar")),
        ("overall_view", plan.label_overall_view),
        ("cause", plan.label_cause),
        ("measure", plan.label_measure),
    ]
    for name, label in labels:
        if getattr(saved, name) != typed[name]:
            found.append(Difference(label, getattr(saved, name), typed[name]))
    return found
