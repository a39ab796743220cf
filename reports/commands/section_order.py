"""Where a report's sections stand: moving them in the tree, naming, hiding and deleting them.

A section is moved together with those below it.
"""

from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.commands.bulk import write_differing
from followup.core.faults import CommandRefused
from reports.choices import SectionKind
from reports.commands.composing import NO_WORDS_IN_A_BREAK, arranged, locked_report, numbered, record_change
from reports.commands.section_tree import (
    Placed,
    after_it,
    before_it,
    may_go_in,
    may_go_out,
    shifted,
    tree_of,
)
from reports.models import Section


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    IN = "in"
    OUT = "out"


class CannotMove(CommandRefused):
    """There is no such place for the section; the message says why."""


def tree_of_sections(sections: list[Section]) -> tuple[Placed, ...]:
    return tree_of([(section.level, bool(section.title)) for section in sections])


@transaction.atomic
def move_section(*, section: Section, direction: Direction, by: AnyUser) -> Section:
    """Move a section one step among those beside it, or one level in or out; at an end it stays.

    Raises NotAllowed, Section.DoesNotExist.
    """
    report = locked_report(section.report, by)
    current = report.sections.get(pk=section.pk)
    in_order = arranged(report, by)
    tree = tree_of_sections(in_order)
    at = in_order.index(current)
    other = {Direction.UP: before_it, Direction.DOWN: after_it}.get(direction)
    if other is not None:
        beside = other(tree, at)
        if beside is None:
            return current
        first, second = sorted((at, beside))
        end = tree[second].end
        in_order[first:end] = [*in_order[second:end], *in_order[first:second]]
    else:
        inward = direction == Direction.IN
        if not (may_go_in if inward else may_go_out)(tree, at):
            return current
        block, levels = in_order[at : tree[at].end], shifted(tree, at, 1 if inward else -1)
        write_differing(rows=block, field="level", values=levels or (), by=by)
    numbered(in_order, by)
    record_change(report, by, _("flyttade avsnittet %(section)s") % {"section": current})
    return in_order[in_order.index(current)]


@transaction.atomic
def place_section(*, section: Section, before: int | None, level: int, by: AnyUser) -> Section:
    """Put a section before the one with the key `before` (None: last), at the level, with what it holds.

    Raises NotAllowed, CannotMove, Section.DoesNotExist. Where it stands already nothing is written.
    """
    report = locked_report(section.report, by)
    current = report.sections.get(pk=section.pk)
    in_order = arranged(report, by)
    tree = tree_of_sections(in_order)
    at = in_order.index(current)
    end = tree[at].end
    levels = shifted(tree, at, level - current.level)
    if levels is None:
        raise CannotMove(_("Rubrikerna under avsnittet skulle hamna för djupt. Rapporten har fyra nivåer."))
    block, rest = in_order[at:end], [*in_order[:at], *in_order[end:]]
    keys = [each.pk for each in rest]
    if before is not None and before not in keys:
        raise CannotMove(_("Avsnittet kan inte flyttas dit."))
    to = keys.index(before) if before is not None else len(rest)
    if to == at and levels == [each.level for each in block]:
        return current
    write_differing(rows=block, field="level", values=levels, by=by)
    rest[to:to] = block
    numbered(rest, by)
    record_change(report, by, _("flyttade avsnittet %(section)s") % {"section": current})
    return block[0]


@transaction.atomic
def rename_section(*, section: Section, title: str, by: AnyUser) -> Section:
    """Give a section another heading. Raises NotAllowed, ValidationError, Section.DoesNotExist."""
    report = locked_report(section.report, by)
    current = report.sections.get(pk=section.pk)
    title = title.strip()
    if not title:
        raise ValidationError({"title": _("Skriv en rubrik.")})
    if current.kind == SectionKind.PAGE_BREAK:
        raise ValidationError({"title": NO_WORDS_IN_A_BREAK})
    if title == current.title:
        return current
    before, current.title = str(current), title
    current.full_clean()
    current.save(update_fields=["title"])
    record_change(report, by, _("bytte namn på avsnittet %(section)s") % {"section": before})
    return current


@transaction.atomic
def hide_section(*, section: Section, is_hidden: bool, by: AnyUser) -> Section:
    """Leave a section out of the report, or take it in again. Raises NotAllowed, Section.DoesNotExist."""
    report = locked_report(section.report, by)
    current = report.sections.get(pk=section.pk)
    if current.is_hidden != is_hidden:
        current.is_hidden = is_hidden
        current.save(update_fields=["is_hidden"])
        words = _("dolde avsnittet %(section)s") if is_hidden else _("visade avsnittet %(section)s")
        record_change(report, by, words % {"section": current})
    return current


@transaction.atomic
def delete_section(*, section: Section, by: AnyUser) -> None:
    """Delete a section; its history stays. Raises NotAllowed, Section.DoesNotExist."""
    report = locked_report(section.report, by)
    current = report.sections.get(pk=section.pk)
    record_change(report, by, _("tog bort avsnittet %(section)s") % {"section": current})
    current.delete()
