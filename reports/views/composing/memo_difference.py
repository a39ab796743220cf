"""What two people have written in the same memo, side by side with what differs marked."""

from dataclasses import dataclass, fields
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from followup.core.dates import format_date
from followup.core.richtext.difference import SideBySide, side_by_side
from reports.commands.official_memo import LONG_TEXTS, MemoText, memo_text_of
from reports.models import OfficialMemo
from reports.views.composing.section_difference import Differing

SHORT_TEXTS = tuple(field.name for field in fields(MemoText) if field.name not in LONG_TEXTS)


@dataclass(frozen=True, slots=True)
class DifferingText:
    """A long text that is saved as one thing (left) and was typed as another (right)."""

    label: str
    sides: SideBySide


@dataclass(frozen=True, slots=True)
class MemoDifference:
    fields: tuple[Differing, ...]
    texts: tuple[DifferingText, ...]


def memo_difference(current: OfficialMemo, typed: MemoText) -> MemoDifference:
    saved = memo_text_of(current)
    differing = [name for name in (*SHORT_TEXTS, *LONG_TEXTS) if getattr(saved, name) != getattr(typed, name)]
    return MemoDifference(
        fields=tuple(
            Differing(label_of(name), said(getattr(saved, name)), said(getattr(typed, name)))
            for name in differing
            if name in SHORT_TEXTS
        ),
        texts=tuple(
            DifferingText(label_of(name), side_by_side(getattr(saved, name), getattr(typed, name)))
            for name in differing
            if name in LONG_TEXTS
        ),
    )


def label_of(name: str) -> str:
    """The model's own word for a part of a memo."""
    return capfirst(str(OfficialMemo._meta.get_field(name).verbose_name))  # type: ignore[union-attr]  # own fields


def said(value: str | date | None) -> str:
    """A part of a line, in words."""
    return format_date(value) if isinstance(value, date) else value or _("(tomt)")
