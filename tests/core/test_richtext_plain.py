import pytest

from followup.core.richtext.plain import is_blank, plain_lines, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Ett <em>mål</em></p><p>Två<br>rader</p>", "Ett mål Två rader"),
        ("<h3>Orsak</h3><ul><li>a</li><li>b<br>c</li></ul>", "Orsak a b c"),
        ('<p><a href="https://x.se">planen</a></p>', "planen"),
        ("<p>1&nbsp;593 &lt; 2\t mnkr</p>", "1 593 < 2 mnkr"),
        ("<script>x</script><p>a</p>", "a"),
    ],
)
def test_the_words_stand_on_one_line(html, text):
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "html", ["", " ", "<p></p>", "<p>&nbsp;<br></p>", "<ul><li></li></ul>", "<p>\u200b</p>", "<!-- a -->"]
)
def test_a_text_that_shows_nothing_is_blank(html):
    assert is_blank(html)


@pytest.mark.parametrize("html", ["a", "<p>.</p>", "<ul><li>0</li></ul>", "<h3>-</h3>"])
def test_a_text_that_shows_anything_is_not_blank(html):
    assert not is_blank(html)


def test_a_heading_and_what_it_stands_over_are_two_lines():
    assert plain_lines("<h3>Orsak</h3><p>Två<br>rader </p><ul><li>a\t b</li></ul><p></p>") == (
        "Orsak",
        "Två",
        "rader",
        "a b",
    )
