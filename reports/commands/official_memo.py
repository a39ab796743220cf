"""Writing the memo that carries a report to the committee."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.dates import format_date
from followup.core.faults import CommandRefused
from followup.core.richtext import RichTextFault, clean_html
from reports.commands.composing import locked_report
from reports.models import OfficialMemo, Report

LONG_TEXTS = ("proposed_decision", "summary", "background", "assessment", "financial_consequences")


@dataclass(frozen=True, slots=True)
class MemoText:
    """All that a person writes in a memo, named as in the model; `LONG_TEXTS` are HTML, which the command cleans."""

    heading: str
    recipient: str
    dated: date | None
    registry_number: str
    case_officer: str
    proposed_decision: str
    summary: str = ""
    background: str = ""
    assessment: str = ""
    financial_consequences: str = ""


class MemoChanged(CommandRefused):
    """Somebody else saved the memo meanwhile; `current` is what stands there now."""

    def __init__(self, current: OfficialMemo) -> None:
        super().__init__(_("Någon annan har sparat tjänsteskrivelsen under tiden."))
        self.current = current


def memo_text_of(memo: OfficialMemo) -> MemoText:
    return MemoText(*(getattr(memo, field.name) for field in fields(MemoText)))


def suggested_memo(report: Report, by: AnyUser) -> MemoText:
    """What a memo may begin with, where the report has none. Nothing is saved."""
    words = {"committee": report.committee.name, "title": report.title, "plan": report.plan.title}
    background = ""
    if report.round_id is not None and report.as_of:
        sentence = _("%(title)s följer upp %(plan)s och avser läget per den %(day)s.")
        background = _paragraph(sentence % (words | {"day": format_date(report.as_of)}))
    return MemoText(
        heading=_("Tjänsteskrivelse – %(title)s") % words,
        recipient=report.committee.name,
        dated=report.dated,
        registry_number=report.registry_number,
        case_officer=str(by),
        proposed_decision=_paragraph(_("%(committee)s godkänner %(title)s.") % words),
        background=background,
    )


@transaction.atomic
def write_memo(*, report: Report, text: MemoText, version: int, by: AnyUser) -> OfficialMemo:
    """Save the report's memo. `version` is the one the person had before them, 0 for none.

    Those who write in the same report wait for each other. Saving what already stands there writes nothing.
    Raises NotAllowed, MemoChanged, ValidationError.
    """
    current = locked_report(report, by)
    found = OfficialMemo.objects.filter(report=current).first()
    text = _cleaned(text)
    memo = found or OfficialMemo(report=current, version=0)
    changed = [field.name for field in fields(text) if getattr(memo, field.name) != getattr(text, field.name)]
    if found is not None and not changed:
        return found
    if found is not None and found.version != version:
        raise MemoChanged(found)
    for name in changed:
        setattr(memo, name, getattr(text, name))
    memo.version += 1
    memo.full_clean()
    memo.save(update_fields=[*changed, "version"] if found else None)
    record(
        action=AuditAction.CHANGED if found else AuditAction.CREATED,
        subject=memo,
        committee=current.committee,
        by=by,
        details={"fält": ", ".join(changed)} if found else {},
    )
    return memo


def _paragraph(sentence: str) -> str:
    return clean_html(str(format_html("<p>{}</p>", sentence)))


def _cleaned(text: MemoText) -> MemoText:
    faults: dict[str, str] = {}
    cleaned: dict[str, Any] = {}
    for name in LONG_TEXTS:
        try:
            cleaned[name] = clean_html(getattr(text, name), tables=True)
        except RichTextFault as fault:
            faults[name] = str(fault)
    if faults:
        raise ValidationError(faults)
    return replace(
        text,
        heading=text.heading.strip(),
        recipient=text.recipient.strip(),
        registry_number=text.registry_number.strip(),
        case_officer=text.case_officer.strip(),
        **cleaned,
    )
