"""The tree that the levels of a report's sections make, and moving in it."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.commands.composing import add_section
from reports.commands.section_order import CannotMove, Direction, move_section, place_section, rename_section
from reports.commands.section_tree import after_it, before_it, may_go_in, may_go_out, shifted, tree_of
from reports.models import Section
from tests.builders import a_report, a_section


def made(report, *outline):
    """Sections of an outline: `A`, `.B` below it; `..` alone is one without a heading, on the third level."""
    found = {}
    for line in outline:
        title = line.lstrip(".")
        found[title or "bare"] = a_section(report, title=title, level=line.count(".") + 1, content="<p>x</p>")
    return found


def outline(report):
    return [f"{'.' * (level - 1)}{title}" for title, level in report.sections.values_list("title", "level")]


@pytest.fixture
def report(world):
    return a_report(world.round)


def test_a_heading_holds_what_comes_before_the_next_of_its_level():
    tree = tree_of([(1, True), (2, True), (4, True), (1, False), (2, True), (1, True)])
    assert [each.depth for each in tree] == [0, 1, 2, 3, 1, 0]
    assert [each.end for each in tree] == [5, 4, 4, 4, 5, 6]
    assert [each.parent for each in tree] == [None, 0, 1, 2, 0, None]


def test_what_stands_before_the_first_heading_is_at_the_top():
    assert [each.depth for each in tree_of([(3, False), (2, True), (1, False)])] == [0, 0, 1]


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=12))
def test_every_section_is_below_the_one_that_holds_it(sections):
    tree = tree_of(sections)
    for place, each in enumerate(tree):
        assert (each.parent is None) == (each.depth == 0)
        if each.parent is not None:
            assert tree[each.parent].has_heading
            assert each.parent < place < tree[each.parent].end
        for beside in filter(None, (before_it(tree, place), after_it(tree, place))):
            assert not place < beside < each.end
        if may_go_in(tree, place):
            assert max(shifted(tree, place, 1)) <= 4
        if may_go_out(tree, place):
            assert min(shifted(tree, place, -1)) >= 1


@pytest.mark.parametrize(
    ("title", "direction", "after"),
    [
        ("A", Direction.DOWN, ["C", "A", ".B", "", "D"]),
        ("C", Direction.UP, ["C", "A", ".B", "", "D"]),
        ("D", Direction.UP, ["A", ".B", "", "D", "C"]),
        ("A", Direction.UP, ["A", ".B", "", "C", "D"]),
        ("B", Direction.DOWN, ["A", ".B", "", "C", "D"]),
        ("bare", Direction.UP, ["A", "", ".B", "C", "D"]),
        ("bare", Direction.DOWN, ["A", ".B", "C", "", "D"]),
        ("bare", Direction.IN, ["A", ".B", "", "C", "D"]),
        ("C", Direction.IN, ["A", ".B", "", ".C", "D"]),
        ("A", Direction.IN, ["A", ".B", "", "C", "D"]),
        ("B", Direction.OUT, ["A", "B", "", "C", "D"]),
        ("C", Direction.OUT, ["A", ".B", "", "C", "D"]),
    ],
)
def test_a_section_moves_with_what_it_holds(report, cast, title, direction, after):
    sections = made(report, "A", ".B", "", "C", "D")
    move_section(section=sections[title], direction=direction, by=cast.controller)
    assert outline(report) == after
    assert list(report.sections.values_list("position", flat=True)) == [1, 2, 3, 4, 5]


def test_a_section_with_something_on_the_fourth_level_goes_no_deeper(report, cast):
    sections = made(report, "A", "B", "...C")
    move_section(section=sections["B"], direction=Direction.IN, by=cast.controller)
    assert outline(report) == ["A", "B", "...C"]
    with pytest.raises(CannotMove, match="fyra nivåer"):
        place_section(section=sections["B"], before=sections["A"].pk, level=2, by=cast.controller)


def test_a_section_is_placed_before_another_at_a_level(report, cast):
    sections = made(report, "A", ".B", "C", ".D")
    place_section(section=sections["C"], before=sections["B"].pk, level=2, by=cast.controller)
    assert outline(report) == ["A", ".C", "..D", ".B"]
    place_section(section=sections["C"], before=None, level=1, by=cast.controller)
    assert outline(report) == ["A", ".B", "C", ".D"]


def test_placing_a_section_where_it_stands_writes_nothing(report, cast):
    sections = made(report, "A", ".B", "C")
    place_section(section=sections["A"], before=sections["C"].pk, level=1, by=cast.controller)
    assert not AuditEvent.objects.exists()


def test_a_section_is_not_placed_inside_itself_or_in_another_report(report, world, cast):
    sections = made(report, "A", ".B")
    other = a_section(a_report(world.round))
    for before in (sections["B"].pk, other.pk):
        with pytest.raises(CannotMove):
            place_section(section=sections["A"], before=before, level=1, by=cast.controller)


def test_a_section_is_renamed_with_its_history(report, cast):
    section = made(report, "A")["A"]
    rename_section(section=section, title=" Ny ", by=cast.controller)
    assert outline(report) == ["Ny"]
    assert Section.history.filter(title="A").exists()
    assert AuditEvent.objects.get().details == {"ändring": "bytte namn på avsnittet A"}


def test_a_section_cannot_be_renamed_to_nothing_and_a_page_break_not_at_all(report, cast):
    with pytest.raises(ValidationError, match="Skriv en rubrik"):
        rename_section(section=made(report, "A")["A"], title=" ", by=cast.controller)
    with pytest.raises(ValidationError, match="sidbrytning"):
        rename_section(section=a_section(report, kind="page_break", title=""), title="B", by=cast.controller)


@pytest.mark.parametrize("person", ["reader", "reporter", "approver", "outsider", "anonymous"])
def test_only_those_who_edit_reports_place_and_rename(report, cast, person):
    section, by = made(report, "A")["A"], getattr(cast, person)
    for write in (
        lambda: place_section(section=section, before=None, level=2, by=by),
        lambda: rename_section(section=section, title="B", by=by),
    ):
        with pytest.raises(NotAllowed):
            write()
    assert outline(report) == ["A"]


def test_a_section_is_added_after_another_and_what_that_holds(report, cast):
    sections = made(report, "A", ".B", "C")
    values = {"title": "Ny", "level": 1, "kind": "text", "content": "", "is_hidden": False}
    add_section(report=report, after=sections["A"].pk, by=cast.controller, **values)
    assert outline(report) == ["A", ".B", "Ny", "C"]
    assert list(report.sections.values_list("position", flat=True)) == [1, 2, 3, 4]
