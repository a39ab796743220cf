"""Composing a report: its head, its sections in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.access import AnyUser, Capability, may
from followup.core.audit import record
from followup.core.choices import AuditAction
from followup.core.commands.bulk import write_differing
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.fingerprints import fingerprint_of
from followup.core.models import Committee
from followup.core.richtext.clean import clean_html
from followup.core.richtext.fault import RichTextFault
from reports.choices import SectionKind
from reports.commands.section_tree import tree_of
from reports.models import Report, Section
from reports.plan_book.options import format_options

NO_WORDS_IN_A_BREAK = gettext_lazy("En sidbrytning har varken rubrik eller text. Välj typen text, eller ta bort dem.")

Options = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What stands above a report's sections, and which parts come before them."""

    title: str
    subtitle: str
    as_of: date | None
    dated: date | None
    registry_number: str
    has_in_brief: bool
    has_since_last: bool


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section as a person sees and writes it; `content` is HTML, sanitised by the commands."""

    title: str
    level: int
    kind: str
    content: str
    options: Options
    is_hidden: bool

    @property
    def fingerprint(self) -> str:
        """The same for the same section, other for any other: what a form remembers of the section it showed."""
        options = format_options(self.options)
        return fingerprint_of((self.title, self.level, self.kind, self.content, options, self.is_hidden))


class ReportChanged(CommandRefused):
    """Somebody else changed the report's head meanwhile; `current` is what stands there now."""

    def __init__(self, current: Report) -> None:
        super().__init__(_("Någon annan har ändrat rapportens uppgifter under tiden."))
        self.current = current


class SectionChanged(CommandRefused):
    """Somebody else changed the section meanwhile; `current` is what stands there now."""

    def __init__(self, current: Section) -> None:
        super().__init__(_("Någon annan har ändrat avsnittet under tiden."))
        self.current = current


def head_of(report: Report) -> ReportHead:
    return ReportHead(*(getattr(report, field.name) for field in fields(ReportHead)))


def text_of(section: Section) -> SectionText:
    return SectionText(*(getattr(section, field.name) for field in fields(SectionText)))


@transaction.atomic
def change_report(
    *,
    report: Report,
    title: str,
    subtitle: str,
    as_of: date | None,
    dated: date | None,
    registry_number: str,
    has_in_brief: bool | None = None,
    has_since_last: bool | None = None,
    version: int,
    by: AnyUser,
) -> Report:
    """Change the report's head. `version` is the one the person had before them; None of a part leaves it as it is.

    Raises NotAllowed, ReportChanged, ValidationError. Saving what already stands there writes nothing.
    """
    current = locked_report(report, by)
    head = ReportHead(
        title.strip(),
        subtitle.strip(),
        as_of,
        dated,
        registry_number.strip(),
        current.has_in_brief if has_in_brief is None else has_in_brief,
        current.has_since_last if has_since_last is None else has_since_last,
    )
    changed = [field.name for field in fields(head) if getattr(current, field.name) != getattr(head, field.name)]
    if not changed:
        return current
    if current.version != version:
        raise ReportChanged(current)
    for name in changed:
        setattr(current, name, getattr(head, name))
    current.version += 1
    current.full_clean()
    current.save(update_fields=[*changed, "version"])
    record_change(current, by, _labels(current, changed))
    return current


@transaction.atomic
def add_section(
    *,
    report: Report,
    title: str,
    level: int,
    kind: str,
    content: str,
    is_hidden: bool,
    options: Options | None = None,
    after: int | None = None,
    by: AnyUser,
) -> Section:
    """Add a section after the one with the key `after`, and what that holds; else last.

    Raises NotAllowed, ValidationError.
    """
    current = locked_report(report, by)
    text = _cleaned(SectionText(title, level, kind, content, options or {}, is_hidden))
    in_order = arranged(current, by)
    section = Section(report=current, position=len(in_order) + 1)
    _write(section, text, None)
    tree = tree_of([(each.level, bool(each.title)) for each in in_order])
    place = next((tree[at].end for at, each in enumerate(in_order) if each.pk == after), len(in_order))
    numbered([*in_order[:place], section, *in_order[place:]], by)
    record_change(current, by, _("lade till avsnittet %(section)s") % {"section": section})
    return section


@transaction.atomic
def change_section(
    *,
    section: Section,
    title: str,
    level: int,
    kind: str,
    content: str,
    is_hidden: bool,
    options: Options | None = None,
    seen: str,
    by: AnyUser,
) -> Section:
    """Change a section; without `options` it keeps its own. `seen` is the fingerprint of what the person had seen.

    Raises NotAllowed, SectionChanged, ValidationError, Section.DoesNotExist where it has been deleted meanwhile.
    Saving what already stands there writes nothing.
    """
    report = locked_report(section.report, by)
    current = report.sections.get(pk=section.pk)
    before = text_of(current)
    text = _cleaned(SectionText(title, level, kind, content, before.options if options is None else options, is_hidden))
    changed = [field.name for field in fields(text) if getattr(before, field.name) != getattr(text, field.name)]
    if not changed:
        return current
    if before.fingerprint != seen:
        raise SectionChanged(current)
    _write(current, text, changed)
    record_change(report, by, _("%(section)s: %(fields)s") % {"section": current, "fields": _labels(current, changed)})
    return current


def _require(by: AnyUser, committee: Committee) -> None:
    if not may(by, Capability.EDIT_REPORT, committee):
        raise NotAllowed


def locked_report(report: Report, by: AnyUser) -> Report:
    """The report as it stands, so that those who write in it wait for each other. Raises NotAllowed."""
    current = Report.objects.select_for_update(of=("self",)).select_related("committee__municipality").get(pk=report.pk)
    _require(by, current.committee)
    return current


def _cleaned(text: SectionText) -> SectionText:
    try:
        content = clean_html(text.content, tables=True)
    except RichTextFault as fault:
        raise ValidationError({"content": str(fault)}) from fault
    title = text.title.strip()
    if text.kind == SectionKind.PAGE_BREAK and (title or content):
        raise ValidationError({"kind": NO_WORDS_IN_A_BREAK})
    if text.kind == SectionKind.TEXT and not (title or content):
        raise ValidationError({"title": _("Skriv en rubrik eller en text.")})
    options = {key: list(texts) for key, texts in text.options.items()}
    return SectionText(title, text.level, text.kind, content, options, text.is_hidden)


def _write(section: Section, text: SectionText, changed: list[str] | None) -> None:
    for field in fields(text):
        setattr(section, field.name, getattr(text, field.name))
    section.full_clean()
    section.save(update_fields=changed)


def arranged(report: Report, by: AnyUser) -> list[Section]:
    """The sections in order, numbered from 1 without gaps or doubles."""
    in_order = list(report.sections.order_by("position", "pk"))
    numbered(in_order, by)
    return in_order


def numbered(in_order: list[Section], by: AnyUser) -> None:
    """Let the sections' positions be their order here."""
    write_differing(rows=in_order, field="position", values=range(1, len(in_order) + 1), by=by)


def _labels(row: Report | Section, names: list[str]) -> str:
    return ", ".join(str(row._meta.get_field(name).verbose_name) for name in names)  # type: ignore[union-attr]  # own fields


def record_change(report: Report, by: AnyUser, what: str) -> None:
    """Note in the audit trail what was done with the report."""
    record(action=AuditAction.CHANGED, subject=report, committee=report.committee, by=by, details={"ändring": what})
