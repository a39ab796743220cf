"""The picture of a report: its size, that everything in it can be told apart from nothing, and that it never fails."""

from io import BytesIO

import pytest
from PIL import Image

from reports.open_data.picture import PictureWords, Tally, draw_picture, tallies_in

WORDS = PictureWords("Uppföljning av mål 2017", "Delår", "Socialnämnden", "Ålunda")
TALLIES = (Tally("achieved", "Uppnått", 12), Tally("partly_achieved", "Delvis uppnått", 3))


def drawn(words=WORDS, tallies=TALLIES, accent="#1f5a82"):
    return Image.open(BytesIO(draw_picture(words, tallies, accent)))


def test_it_has_the_size_that_others_show_and_is_the_same_each_time():
    assert drawn().size == (1200, 630)
    assert drawn().format == "PNG"
    assert draw_picture(WORDS, TALLIES, "#1f5a82") == draw_picture(WORDS, TALLIES, "#1f5a82")


@pytest.mark.parametrize("other", [{"tallies": ()}, {"accent": "#aa0000"}, {"words": PictureWords("X", "", "Y", "Z")}])
def test_title_accent_and_statuses_are_seen_in_it(other):
    assert drawn(**other).tobytes() != drawn().tobytes()


@pytest.mark.parametrize("title", ["", "ord " * 200, "Arbetsmarknadsåtgärdsuppföljningsrapport" * 6, "😀 Δ"])
def test_any_title_is_drawn(title):
    assert drawn(PictureWords(title, title, title, title), (Tally("", title, 0),) * 4).size == (1200, 630)


def test_the_first_summary_that_counts_something_is_shown():
    def count(number):
        return {"status": {"mark": "achieved", "word": "Uppnått"}, "count": number}

    data = {"summaries": [{"counts": [count(0)]}, {"counts": [count(4)]}]}
    assert tallies_in(data) == (Tally("achieved", "Uppnått", 4),)
    assert tallies_in({"summaries": []}) == ()
