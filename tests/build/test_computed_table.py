"""A data table computed and compared."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.build.arithmetic import computed
from tests.build import data_tables
from tests.build.data_tables import a_table


def values(table, column):
    return [row.cells[column - 1].value for row in computed(table).body]


def differing(table):
    """Label and column of each cell that differs from what it must equal."""
    return [
        (row.label, column, check.expected)
        for row in computed(table).body
        for column, cell in enumerate(row.cells, start=1)
        for check in cell.checks
        if not check.holds
    ]


def test_an_empty_cell_under_a_computation_is_computed():
    table = a_table(("beräkning", "", "", "", "1-2"), ("rad", "A", "10", "4"), ("summa", "S", "10,5", "4"))
    assert values(table, 3) == [6, Decimal("6.5")]
    assert [row.cells[2].is_computed for row in computed(table).body] == [True, True]


@pytest.mark.parametrize("cells", [("", "4"), ("10", ""), ("okänt", "4"), ("", "")])
def test_it_stays_empty_where_an_operand_is_empty_or_a_word(cells):
    assert values(a_table(("beräkning", "", "", "", "1-2"), ("rad", "A", *cells)), 3) == [None]


def test_it_stays_empty_where_the_divisor_is_zero():
    assert values(a_table(("beräkning", "", "", "", "1/2*100"), ("rad", "A", "10", "0")), 3) == [None]


def test_a_computed_cell_may_be_computed_from_another():
    table = a_table(("beräkning", "", "4-1", "", "", "2+3"), ("rad", "A", "", "3", "4"))
    assert values(table, 1) == [None]
    table = a_table(("beräkning", "", "", "", "4*100", "1-2"), ("rad", "A", "7", "5"))
    assert values(table, 3) == [200]


def test_a_computation_is_valid_until_the_next_one():
    table = a_table(
        ("rad", "före", "1", "2"),
        ("beräkning", "", "", "", "1-2"),
        ("rad", "A", "10", "4"),
        ("beräkning", "", "", "", "2-1"),
        ("rad", "B", "10", "4"),
        ("beräkning", "", "", "", ""),
        ("rad", "C", "10", "4", ""),
    )
    assert values(table, 3) == [None, 6, -6, None]


def test_headings_are_neither_computed_nor_read_as_numbers():
    table = a_table(
        ("rubrik", "", "2021", "2022", ""),
        ("beräkning", "", "", "", "1-2"),
        ("rad", "A", "3", "2"),
        ("mellanrubrik", "2019", "2021", "2022"),
    )
    assert values(table, 3) == [1, None]
    assert computed(table).head[0].cells[0].value is None


def test_a_filled_cell_is_kept_as_it_was_given_and_compared():
    table = a_table(("beräkning", "", "", "", "1-2"), ("rad", "A", "10", "4", "7"), ("rad", "B", "10", "4", "6"))
    assert [row.cells[2].text for row in computed(table).body] == ["7", "6"]
    assert differing(table) == [("A", 3, 6)]


@pytest.mark.parametrize(
    ("label", "given", "expected"),
    [("Varav intäkter", "6", []), ("Varav intäkter", "5", [-6]), ("Inkomster", "-6", []), ("Resultat", "6", [-6])],
)
def test_a_revenues_deviation_may_have_the_other_sign(label, given, expected):
    table = a_table(("beräkning", "", "", "", "2-1"), ("rad", label, "10", "4", given))
    assert [each for _label, _column, each in differing(table)] == expected


def test_a_word_under_a_computation_is_left_in_peace():
    assert differing(a_table(("beräkning", "", "", "", "1-2"), ("rad", "A", "10", "4", "–"))) == []


def test_numbers_are_compared_as_they_are_shown():
    share = ("beräkning", "", "", "", "1/2*100")
    assert differing(a_table(share, ("rad", "A", "2", "3", "66,7"))) == []
    assert differing(a_table(share, ("rad", "A", "2", "3", "66,6"))) != []
    assert differing(a_table(share, ("rad", "A", "2", "3", "67"))) == []
    assert differing(a_table(share, ("rad", "A", "2", "3", "67"), ("rad", "B", "1", "8", "12,5"))) != []


def test_a_sum_is_compared_with_its_parts_column_by_column():
    table = a_table(("rad", "A", "1,5", "2"), ("rad", "B", "2", "ord"), ("summa", "S", "3,5", "3"))
    assert differing(table) == [("S", 2, 2)]


def test_an_empty_sum_stays_empty():
    assert values(a_table(("rad", "A", "1"), ("summa", "S", "")), 1) == [1, None]


def test_a_sum_of_words_alone_is_not_checked():
    assert differing(a_table(("rad", "A", "ja"), ("summa", "S", "1"))) == []


def test_an_empty_subtotal_gives_way_to_its_parts():
    assert differing(a_table(("delsumma", "D", ""), ("rad", "A", "1"), ("rad", "B", "2"), ("summa", "S", "3"))) == []


def test_a_total_is_never_checked():
    assert differing(a_table(("beräkning", "", "", "1"), ("rad", "A", "1", "1"), ("total", "T", "9", "7"))) == []


def test_shares_are_not_added_up():
    table = a_table(
        ("beräkning", "", "", "", "1/2*100"),
        ("rad", "A", "1", "2", "50"),
        ("rad", "B", "1", "4", "25"),
        ("summa", "S", "2", "6", "33"),
    )
    assert differing(table) == []


def test_columns_are_shown_with_the_decimals_of_their_most_precise_number():
    table = a_table(
        ("beräkning", "", "", "", "", "1-2", "2/3*100", "3/3"),
        ("rad", "A", "1", "2,50", "30"),
        ("total", "T", "3", "ej mätt", "7"),
    )
    assert computed(table).decimals == (0, 2, 0, 2, 1, 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("B2-C2", "är ingen uträkning"),
        ("1-3", "kan inte räknas ut ur sig själv"),
        ("1/2*10", "ingen kolumn 10"),
    ],
)
def test_a_computation_that_says_nothing_usable_is_told(text, message):
    (trouble,) = computed(a_table(("beräkning", "", "", "", text), ("rad", "A", "1", "2", "3"))).troubles
    assert message in trouble.message
    assert (trouble.place, trouble.column) == (0, 3)


SEEDS = {name: table for name, table in vars(data_tables).items() if name.endswith(("_2020", "_2022"))}
DIFFERING = {
    "OPERATING_SUMMARY_2020": [("varav kostnader", 3, 106_964)],
    "STAFF_2022": [("Totalt", 2, Decimal("1007.0")), ("Totalt", 4, Decimal("1026.9"))],
}


@pytest.mark.parametrize("name", SEEDS)
def test_tables_of_real_reports_differ_only_where_they_were_printed_so(name):
    assert differing(SEEDS[name]) == DIFFERING.get(name, [])


@st.composite
def consistent_tables(draw):
    """Groups of rows under subtotals, each with its sum, and a grand total; the third column is the difference."""
    decimals = draw(st.integers(0, 2))
    number = st.integers(-(10**9), 10**9).map(lambda whole: Decimal(whole).scaleb(-decimals))
    rows, sums = [("rubrik", "", "Budget", "Utfall", "Avvikelse"), ("beräkning", "", "", "", "1-2")], []
    for group in range(draw(st.integers(1, 3))):
        subtotals = []
        for part in range(draw(st.integers(1, 3))):
            pairs = draw(st.lists(st.tuples(number, number), min_size=1, max_size=4))
            subtotals.append([sum(column) for column in zip(*pairs, strict=True)])
            rows.append(("delsumma", f"D{group}{part}", *subtotals[-1]))
            rows += [("rad", f"R{group}{part}", *pair) for pair in pairs]
        sums.append([sum(column) for column in zip(*subtotals, strict=True)])
        rows.append(("summa", f"S{group}", *sums[-1]))
    rows.append(("totalsumma", "T", *[sum(column) for column in zip(*sums, strict=True)]))
    return rows[:2] + [
        (kind, label, *(str(cell).replace(".", ",") for cell in (first, second, first - second)))
        for kind, label, first, second in rows[2:]
    ]


@given(consistent_tables())
def test_a_consistent_table_has_nothing_that_differs(rows):
    assert differing(a_table(*rows)) == []


@given(consistent_tables(), st.data())
def test_one_changed_cell_is_always_found(rows, data):
    place = data.draw(st.integers(2, len(rows) - 1))
    column = data.draw(st.integers(2, 4))
    changed = list(rows[place])
    changed[column] += "5"
    rows = [*rows[:place], tuple(changed), *rows[place + 1 :]]
    before = Decimal(rows[place][column][:-1].replace(",", "."))
    after = Decimal(rows[place][column].replace(",", "."))
    assert (differing(a_table(*rows)) != []) == (before != after)
