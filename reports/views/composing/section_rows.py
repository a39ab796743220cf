"""The tree of a report's sections, ready for the template: a row a section, and which lists begin and end with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.commands.section_order import tree_of_sections
from reports.commands.section_tree import after_it, before_it, may_go_in, may_go_out
from reports.models import Report, Section
from reports.views.composing.others import Others


@dataclass(frozen=True, slots=True)
class SectionRow:
    """`closes` has a member for every list that ends after the row; `below` says how many sections it holds.

    `there` says who else is writing in it just now.
    """

    id: int
    name: str
    title: str
    kind: str
    level: int
    has_heading: bool
    is_hidden: bool
    is_current: bool
    may_up: bool
    may_down: bool
    may_in: bool
    may_out: bool
    below: int
    closes: range
    there: str


def section_rows(report: Report, others: Others, current: Section | None = None) -> tuple[SectionRow, ...]:
    """One query, without the sections' texts."""
    sections = list(report.sections.defer("content", "options").order_by("position", "pk"))
    return rows_of(sections, others, current.pk if current else None)


def rows_of(sections: Sequence[Section], others: Others, current: int | None) -> tuple[SectionRow, ...]:
    tree = tree_of_sections(list(sections))
    rows = []
    for at, (section, placed) in enumerate(zip(sections, tree, strict=True)):
        next_depth = tree[at + 1].depth if at + 1 < len(tree) else 0
        rows.append(
            SectionRow(
                id=section.pk,
                name=str(section),
                title=section.title,
                kind=str(section.get_kind_display()),
                level=section.level,
                has_heading=placed.has_heading,
                is_hidden=section.is_hidden,
                is_current=section.pk == current,
                may_up=before_it(tree, at) is not None,
                may_down=after_it(tree, at) is not None,
                may_in=may_go_in(tree, at),
                may_out=may_go_out(tree, at),
                below=placed.end - at - 1,
                closes=range(max(placed.depth - next_depth, 0)),
                there=others.at_section(section.pk),
            )
        )
    return tuple(rows)
