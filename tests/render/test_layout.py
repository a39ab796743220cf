from reports.build.document import DocumentSection, GoalOverview, GoalTable, OverviewGoal, Result, StatusMark
from reports.render.headings import heading_levels
from reports.render.layout import wide_sections
from reports.render.overview import is_wide, matrix_of, tallies_of
from reports.render.pages import document_context
from tests.render.example import HEADINGS, example_document, goal_rows

DONE = StatusMark("achieved", "Uppnått")


def section(level=2, title="Rubrik", html="", block=None):
    return DocumentSection("ankare", level, title, html, block)


def overview(*units, own=None):
    results = tuple(Result(unit, "", False, DONE, ()) for unit in units)
    return GoalOverview((), (OverviewGoal("a", "1", "Mål", 0, own, results),))


def contents_of(document):
    return document_context(document, on_paper=False)["contents"]


def test_levels_begin_at_two_and_never_skip():
    sections = [section(level) for level in (1, 4, 4, 2, 9)]
    assert heading_levels(sections) == [2, 3, 3, 3, 4]


def test_sections_of_one_level_are_siblings_though_a_level_is_skipped_above_them():
    assert heading_levels([section(1), section(3), section(3), section(4), section(3)]) == [2, 3, 3, 4, 3]


def test_a_main_heading_lies_above_a_subheading_wherever_the_numbers_begin():
    assert heading_levels([section(1), section(2), section(3), section(1)]) == [2, 3, 4, 2]
    assert heading_levels([section(3), section(4), section(3)]) == [2, 3, 2]


def test_a_section_without_title_does_not_count_as_a_heading():
    assert heading_levels([section(2), section(3, title=""), section(4)]) == [2, 3, 3]


def test_a_goal_table_and_the_bare_headings_above_it_lie_on_wide_pages():
    table = GoalTable(HEADINGS, ())
    sections = [section(html="<p>Text.</p>"), section(), section(3), section(4, block=table), section()]
    assert wide_sections(sections) == [False, True, True, True, False]


def test_an_overview_is_wide_only_with_many_units():
    assert not is_wide(overview("A", "B", "C", own=DONE))
    assert is_wide(overview("A", "B", "C", "D", own=DONE))


def test_the_matrix_has_a_cell_for_every_unit_in_the_order_they_appear():
    first, second = (overview(*units).goals[0] for units in (("B",), ("A", "B")))
    matrix = matrix_of(GoalOverview((), (first, second)))
    assert matrix.units == ("B", "A")
    assert [[cell.result is not None for cell in row.cells] for row in matrix.rows] == [[True, False], [True, True]]
    assert not matrix.has_own


def test_the_goals_stand_in_the_contents_under_the_heading_above_them():
    entries = {entry.title: entry for entry in contents_of(example_document())}
    assert [goal.number for goal in entries["Måltabell"].goals] == [row.number for row in goal_rows()]
    assert entries["Måltabell"].indent == 1
    assert not entries["Inledning"].goals


def test_goals_of_an_untitled_section_go_to_the_heading_above():
    table = GoalTable(HEADINGS, goal_rows()[:2])
    document = example_document(sections=(section(title="Mål"), section(title="", block=table)))
    (entry,) = contents_of(document)
    assert len(entry.goals) == 2


def test_a_tally_counts_what_was_judged_and_what_was_asked():
    (units, _own) = tallies_of(example_document().summaries)
    assert units.asked == units.judged + units.summary.without
