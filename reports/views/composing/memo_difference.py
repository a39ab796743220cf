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
    lines, texts = [], []
    for name in (field.name for field in fields(MemoText)):
        theirs, yours = getattr(saved, name), getattr(typed, name)
        if theirs == yours:
            continue
        label = capfirst(str(OfficialMemo._meta.get_field(name).verbose_name))  # type: ignore[union-attr]  # own fields
        if name in LONG_TEXTS:
            texts.append(DifferingText(label, side_by_side(theirs, yours)))
        else:
            lines.append(Differing(label, _words(theirs), _words(yours)))
    return MemoDifference(tuple(lines), tuple(texts))


def _words(value: str | date | None) -> str:
    return format_date(value) if isinstance(value, date) else value or _("(tomt)")
