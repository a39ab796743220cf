"""Answers to read: what a unit judged and said, and where two people said different things. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import gettext as _

from followup.core.richtext.difference import SideBySide, side_by_side
from goals.models import Plan
from reports.choices import Trend
from reports.models import Assessment


@dataclass(frozen=True, slots=True)
class Text:
    """A part of an answer under its heading; `html` is canonical."""

    label: str
    html: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer to read: when it was given, its status, its trend in words and its texts."""

    title: str
    status: str
    word: str
    trend: str
    texts: list[Text]


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of an answer that two people wrote differently, as HTML; `name` is that of its fields."""

    label: str
    saved: str
    typed: str
    name: str = ""

    @property
    def sides(self) -> SideBySide:
        """Both, with what only the one has marked (`left` is what is saved)."""
        return side_by_side(self.saved, self.typed)


def texts_of(assessment: Assessment, plan: Plan) -> list[Text]:
    """The texts of an answer that hold something, under the plan's own headings; a comment alone needs none."""
    parts = [
        (plan.label_overall_view, assessment.overall_view),
        (_("Kommentar"), assessment.comment),
        (plan.label_cause, assessment.cause),
        (plan.label_measure, assessment.measure),
        (_("Prognos"), assessment.forecast),
    ]
    return [Text(label, html) for label, html in parts if html]


def judged(assessment: Assessment, plan: Plan, title: str = "") -> Judged:
    word = assessment.status_words or (plan.word_for(assessment.status) if assessment.status else "")
    return Judged(title, assessment.status, word, trend_word(assessment.trend), texts_of(assessment, plan))


def trend_word(trend: str) -> str:
    return str(Trend(trend).label) if trend else ""


def differences(saved: Assessment, typed: dict[str, str], plan: Plan) -> list[Difference]:
    """Where what a person typed (canonical HTML by field, status by its value) differs from what is saved."""

    def word(status: str) -> str:
        return plan.word_for(status) if status else _("Ingen bedömning")

    found = []
    if saved.status != typed["status"]:
        found.append(Difference(_("Bedömning"), word(saved.status), word(typed["status"]), "status"))
    plain = (("status_words", _("Statustext")), ("ref", _("Referens")))
    for name, label in plain:
        if name in typed and getattr(saved, name) != typed[name]:
            found.append(Difference(label, escape(getattr(saved, name)), escape(typed[name]), name))
    if saved.trend != typed["trend"]:
        theirs, mine = (trend_word(trend) or _("Ingen angiven") for trend in (saved.trend, typed["trend"]))
        found.append(Difference(_("Trend"), theirs, mine, "trend"))
    labels: Sequence[tuple[str, str]] = [
        ("comment", _("Kommentar")),
        ("overall_view", plan.label_overall_view),
        ("cause", plan.label_cause),
        ("measure", plan.label_measure),
        ("forecast", _("Prognos")),
    ]
    for name, label in labels:
        if getattr(saved, name) != typed[name]:
            found.append(Difference(label, getattr(saved, name), typed[name], name))
    return found
