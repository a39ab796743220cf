"""An outcome as one line of text: `81,2`, `81,2 (prel.)`, `ej mätt ännu`, `IU`. Pure."""

import re

from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from indicators.choices import MissingReason
from indicators.commands.outcomes import Outcome
from reports.forms.outcome_text import MAX_WORDS, PRELIMINARY, OutcomeFault, Typed, read, typed_of

_MARK = r"(?:prel\.?|preliminärt?)"
_MARKED = (
    re.compile(rf"\(?{_MARK}\)?(?P<value>)", re.IGNORECASE),
    re.compile(rf"{_MARK} (?P<value>.+)", re.IGNORECASE),
    re.compile(rf"(?P<value>.*?)(?:[ ,;(]+|(?<=[0-9%])){_MARK}\)?", re.IGNORECASE),
)
_MISSING = re.compile(r"saknas *[:,;–-]? *(?P<reason>.*)", re.IGNORECASE)


def cell_text(outcome: Outcome) -> str:
    """How the outcome would be typed."""
    if outcome.missing_reason:
        return str(MissingReason(outcome.missing_reason).label)
    text = typed_of(outcome).text
    return _("%(figure)s (prel.)") % {"figure": text} if outcome.is_preliminary else text


def read_cell(text: str, remark: str = "", unit_of_measure: str = "") -> Outcome:
    """The outcome of what was typed; `remark` is what stood at it before, and stays while there is one.

    Raises OutcomeFault, which says what may be typed.
    """
    typed = " ".join(text.split())
    if not typed:
        return Outcome()
    if reason := _reason(typed):
        return read(Typed("", reason, remark), unit_of_measure)
    value = _said_to_be_preliminary(typed)
    if value is None:
        return read(Typed(typed, "", remark), unit_of_measure)
    if not value:
        raise OutcomeFault(_("Skriv värdet också, till exempel 81,2 prel."))
    return read(Typed(value, PRELIMINARY, remark), unit_of_measure)


def echo(outcome: Outcome, unit_of_measure: str, decimals: int | None) -> str:
    """What was understood, in words; and how a number will be shown, where it is rounded."""
    if outcome.is_empty:
        return _("inget värde")
    if outcome.missing_reason:
        return _("saknas: %(reason)s") % {"reason": MissingReason(outcome.missing_reason).label}
    if outcome.value is None or outcome.words:
        understood = _("text: %(words)s") % {"words": outcome.words}
    else:
        understood = format_number(outcome.value, None, unit_of_measure)
        shown = format_number(outcome.value, decimals, unit_of_measure)
        if decimals is not None and outcome.value != round(outcome.value, decimals):
            understood = _("%(number)s, visas som %(rounded)s") % {"number": understood, "rounded": shown}
    return _("%(figure)s, preliminärt") % {"figure": understood} if outcome.is_preliminary else understood


def _said_to_be_preliminary(typed: str) -> str | None:
    """The value that the text marks as preliminary; None where it marks none, or is too long to be a value."""
    if len(typed) > MAX_WORDS:
        return None
    found = next((shape for each in _MARKED if (shape := each.fullmatch(typed))), None)
    return found["value"].strip() if found else None


def _reason(typed: str) -> str:
    """The value of the reason that was typed, with or without “saknas” before it; empty for another text."""
    reasons = {str(reason.label).casefold(): reason.value for reason in MissingReason}
    if found := reasons.get(typed.casefold()):
        return found
    missing = _MISSING.fullmatch(typed)
    if missing is None:
        return ""
    if found := reasons.get(missing["reason"].casefold()):
        return found
    if missing["reason"] and not typed.casefold().startswith(f"{_('saknas')}:"):
        return ""
    raise OutcomeFault(_("Skriv varför värdet saknas: %(reasons)s.") % {"reasons": ", ".join(reasons)})
