"""What differs between two rich texts: word by word, and never without an end."""

from difflib import SequenceMatcher

import pytest
from django.template.loader import render_to_string

from followup.core.richtext import matching
from followup.core.richtext.difference import Shape, difference, side_by_side
from followup.core.richtext.matching import matching_runs

MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "[+{}+]"}


def told(found):
    """A line a row: its pieces with their marks, before them the mark of a break that has none beside it."""
    return [
        " ".join(
            [*([MARKS[row.parted].format("¶")] if row.parted != "kept" else [])]
            + [MARKS[piece.change].format(piece.text) for piece in row.pieces]
        )
        for block in found.blocks
        for item in block.items
        for row in item
    ]


def between(before, after):
    return told(difference(before, after))


def test_words_that_came_and_went_are_marked_where_they_stand():
    assert between("<p>Vi har nått alla mål i år.</p>", "<p>Vi har inte nått alla mål.</p>") == [
        "Vi har [+inte+] nått alla [-mål i år.-] [+mål.+]"
    ]


def test_the_same_text_is_unchanged():
    found = difference("<p>Lika <em>mycket</em>.</p>", "<p>Lika <em>mycket</em>.</p>")
    assert not found.is_changed
    assert told(found) == ["Lika mycket."]


@pytest.mark.parametrize(
    ("before", "after", "words"), [("", "<p>Nytt</p>", "[+Nytt+]"), ("<p>Allt</p>", "", "[-Allt-]")]
)
def test_a_text_that_began_or_ended_is_one_change(before, after, words):
    assert between(before, after) == [words]


def test_a_paragraph_between_others_leaves_them_whole():
    assert between("<p>Ett.</p><p>Tre.</p>", "<p>Ett.</p><p>Två.</p><p>Tre.</p>") == ["Ett.", "[+Två.+]", "Tre."]


def test_a_paragraph_that_was_parted_shows_the_break_alone():
    assert between("<p>Ett är nog. Två är bra.</p>", "<p>Ett är nog.</p><p>Två är bra.</p>") == [
        "Ett är nog.",
        "[+¶+] Två är bra.",
    ]


def test_lists_stay_lists():
    before = "<p>Så här:</p><ul><li>ett</li><li>tre</li></ul>"
    found = difference(before, before.replace("<li>tre", "<li>två</li><li>tre"))
    assert [(block.shape, len(block.items)) for block in found.blocks] == [(Shape.PARAGRAPH, 1), (Shape.BULLETS, 3)]
    assert told(found) == ["Så här:", "ett", "[+två+]", "tre"]


def test_lines_of_a_paragraph_stay_in_it():
    found = difference("<p>Ett<br>Två</p>", "<p>Ett<br>Tre</p>")
    assert [[len(item) for item in block.items] for block in found.blocks] == [[2]]
    assert told(found) == ["Ett", "[-Två-] [+Tre+]"]


def test_a_lone_word_between_changes_goes_with_them():
    assert between("<p>Det går bra i år</p>", "<p>Allt går dåligt nu</p>") == [
        "[-Det går bra i år-] [+Allt går dåligt nu+]"
    ]


def test_emphasis_and_the_address_of_a_link_are_differences():
    assert between("<p>Mycket bra</p>", "<p><em>Mycket</em> bra</p>") == ["[-Mycket-] [+Mycket+] bra"]
    link = '<p>Se <a href="https://{}">sidan</a> här</p>'
    assert between(link.format("a.se"), link.format("b.se")) == ["Se sidan [-(https://a.se)-] [+(https://b.se)+] här"]


def test_side_by_side_each_text_is_whole_with_its_own_marks():
    both = side_by_side("<p>Det gick bra.</p><p>Slut.</p>", "<p>Det gick dåligt.</p><p>Slut.</p><p>Mer.</p>")
    assert told(both.left) == ["Det gick [-bra.-]", "Slut."]
    assert told(both.right) == ["Det gick [+dåligt.+]", "Slut.", "[+Mer.+]"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("och " * 8_000, "och att " * 6_000),
        ("a b " * 400, "b b a " * 300),
        (" ".join(f"ord{n % 97}" for n in range(8_000)), " ".join(f"ord{n % 89}" for n in range(8_000))),
    ],
)
def test_no_comparison_looks_at_more_pairs_than_the_bound(before, after, monkeypatch):
    looked_at = []

    class Counted(SequenceMatcher):
        def get_opcodes(self):
            looked_at.append(sum(self.a.count(number) * self.b.count(number) for number in set(self.a)))
            return super().get_opcodes()

    monkeypatch.setattr(matching, "SequenceMatcher", Counted)
    assert difference(f"<p>{before}</p>", f"<p>{after}</p>").is_changed
    assert max(looked_at, default=0) <= matching.MOST_PAIRS


def test_where_comparing_would_take_too_long_the_common_ends_are_kept():
    first, second = ["först", *["a", "b"] * 2_000, "sist"], ["först", *["b", "a"] * 2_000, "sist"]
    assert matching_runs(first, second) == [
        (True, 0, 1, 0, 1),
        (False, 1, 4_001, 1, 4_001),
        (True, 4_001, 4_002, 4_001, 4_002),
    ]


def test_what_is_shown_says_in_words_what_was_removed_and_added():
    page = render_to_string(
        "core/_difference.html", {"difference": difference("<p>A gammal</p>", "<p>A &lt;ny&gt;</p>")}
    )
    assert '<del><span class="visually-hidden">borttaget: </span>gammal' in page
    assert '<ins><span class="visually-hidden">tillagt: </span>&lt;ny&gt;</ins>' in page
