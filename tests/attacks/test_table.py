"""The table of attacks tells what the suite tries, each by a number of its own."""

from collections import Counter

from tests.attacks.attack import HERE, TABLE, all_attacks, table


def test_the_table_is_what_the_suite_tries():
    assert TABLE.read_text(encoding="utf-8") == table(), "python -m tests.attacks writes it"


def test_no_number_stands_for_two_attacks():
    numbers = Counter(each.number for _name, _about, tried in all_attacks() for each in tried)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_every_test_in_the_suite_is_numbered():
    unnumbered = []
    for file in HERE.glob("test_*.py"):
        if file.name != "test_table.py":
            text = file.read_text(encoding="utf-8")
            unnumbered += [file.name] if text.count("@attack(") != text.count("\ndef test_") else []
    assert unnumbered == []
