"""What two people have written in the same section, side by side with what differs marked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from followup.core.richtext.difference import SideBySide, side_by_side
from reports.commands.composing import SectionText, text_of
from reports.models import Section
from reports.plan_book.options import format_options


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that says one thing as it is saved and another as it was typed."""

    label: str
    theirs: str
    yours: str


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """`text` is None where the two texts are the same."""

    fields: tuple[Differing, ...]
    text: SideBySide | None


def section_difference(current: Section, typed: SectionText) -> SectionDifference:
    saved = text_of(current)
    pairs = [
        (_("Rubrik"), saved.title, typed.title.strip()),
        (_("Rubrikens nivå"), str(saved.level), str(typed.level)),
        (_("Avsnittet visar"), _kind(saved), _kind(typed)),
        (_("Alternativ"), format_options(saved.options), format_options(typed.options)),
        (_("Visas i rapporten"), _is_shown(saved), _is_shown(typed)),
    ]
    return SectionDifference(
        fields=tuple(
            Differing(label, theirs or _("(tomt)"), yours or _("(tomt)"))
            for label, theirs, yours in pairs
            if theirs != yours
        ),
        text=side_by_side(saved.content, typed.content) if saved.content != typed.content else None,
    )


def _kind(text: SectionText) -> str:
    return str(dict(Section._meta.get_field("kind").flatchoices).get(text.kind, text.kind)).capitalize()


def _is_shown(text: SectionText) -> str:
    return _("nej") if text.is_hidden else _("ja")
