import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.richtext.clean import clean_html
from followup.core.richtext.fault import RichTextFault
from followup.core.richtext.text import from_text, to_text

LITERAL = "\u2060"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("En mening.", "<p>En mening.</p>"),
        ("Ett\n\nTvå", "<p>Ett</p><p>Två</p>"),
        ("Ett\nTvå", "<p>Ett<br>Två</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("- a\n\n- b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ("Vi har:\n- a\nSlut.", "<p>Vi har:</p><ul><li>a</li></ul><p>Slut.</p>"),
        ("Vi har:\n\n- a\n\nSlut.", "<p>Vi har:</p>\n<ul><li>a</li></ul>\n<p>Slut.</p>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("- a\n  mer om a\n  - och mer\n- b", "<ul><li>a<br>mer om a<br>- och mer</li><li>b</li></ul>"),
        ("## Orsak\nFör få.", "<h3>Orsak</h3><p>För få.</p>"),
        ("a\n## b\n## c", "<p>a</p><h3>b</h3><h3>c</h3>"),
        ("Det är *viktigt* nu", "<p>Det är <em>viktigt</em> nu</p>"),
        ("*a* *b*, (*c d*).", "<p><em>a</em> <em>b</em>, (<em>c d</em>).</p>"),
        ("- *a*\n## *b*", "<ul><li><em>a</em></li></ul><h3><em>b</em></h3>"),
        ("- - a", "<ul><li>- a</li></ul>"),
        ("## ## a", "<h3>## a</h3>"),
        ("x < y & z > <b>å</b> &amp;", "<p>x &lt; y &amp; z &gt; &lt;b&gt;å&lt;/b&gt; &amp;amp;</p>"),
        ("Se https://x.se", "<p>Se https://x.se</p>"),
        ("1 593\u00a0404", "<p>1 593&nbsp;404</p>"),
    ],
)
def test_a_text_becomes_html_and_comes_back_as_it_was(text, html):
    assert from_text(text) == html
    assert to_text(html) == text


@pytest.mark.parametrize(
    "text",
    [
        *("-", "-a", "–a", "- ", "#", "##", "##a", "### a", "1.", "1.a", "1) a", "2. a", "2018. Året", "01. a", "0. a"),
        *("a - b", "a\n-b", "• a", "· a", "o a", "_a_", "`a`", "[a](https://x.se)", "> a", "---", "| a | b |"),
    ],
)
def test_nothing_else_is_markup(text):
    assert not re.search("<(?!/?p>|br>)", from_text(text))
    assert to_text(from_text(text)) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        *("*", "a * b", "a* b*", "*a", "a*", "12* och 13*", "2*3*4", "* a *", "*a *", "* a*", "**", "***", "**a**"),
        *("*a*b*", "å*ä*ö", "*a\nb*", "*a\n\nb*", "x*y", "5 * 3 * 2", "a_*b*", "*) gäller 2018", "*a**b*"),
    ],
)
def test_a_star_that_embraces_nothing_is_a_star(text):
    assert "<em>" not in from_text(text)
    assert to_text(from_text(text)) == text


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("\n\n a \n\n\n\n b\t\n", "a\n\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
        ("-   a\n##   b", "- a\n## b"),
        ("1. a\n1. b\n3. c", "1. a\n2. b\n3. c"),
        ("- a\n    b\n\tc", "- a\n  b\n  c"),
        ("a\n    b", "a\nb"),
        (" - a", "- a"),
        ("a\u00a0\u00a0 b", "a b"),
        ("a\ufeff\u200bb", "ab"),
        ("a\n\u200b\nb", "a\n\nb"),
    ],
)
def test_only_space_and_the_numbers_of_a_list_are_made_regular(text, normal):
    assert to_text(from_text(text)) == normal


def test_an_inner_run_of_space_or_a_tab_is_kept():
    assert to_text(from_text("Ett.  Två.\tTre.")) == "Ett.  Två.\tTre."


def test_an_ordered_list_goes_on_only_with_the_next_number():
    assert from_text("1. a\n3. b") == "<ol><li>a</li></ol><p>3. b</p>"


def test_a_list_of_more_than_nine_items_is_one_list():
    text = "\n".join(f"{number}. punkt" for number in range(1, 121))
    assert from_text(text).count("<ol>") == 1
    assert to_text(from_text(text)) == text


@pytest.mark.parametrize(
    ("char", "code"),
    [("\x00", "U+0000"), ("\x0b", "U+000B"), ("\x1b", "U+001B"), ("\x85", "U+0085"), ("\ud800", "U+D800")],
)
def test_a_control_character_is_refused_by_name_and_line(char, code):
    with pytest.raises(RichTextFault, match=re.escape(f"styrtecknet {code} på rad 2.")):
        from_text(f"Första raden\nandra{char}raden")


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "a\r\nb", "å\u00adä", "👩\u200d👧"])
def test_what_is_not_a_control_character_is_accepted(text):
    assert from_text(text)


def test_a_text_that_is_too_long_is_refused():
    assert from_text("a" * 99_993)
    with pytest.raises(RichTextFault, match="för lång"):
        from_text("a" * 100_001)
    with pytest.raises(RichTextFault, match="för lång"):
        from_text("<" * 50_000)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>Se <a href="https://x.se">planen</a>.</p>', "Se planen (https://x.se)."),
        ('<p><a href="https://x.se">https://x.se</a></p>', "https://x.se"),
        ('<p><a href="mailto:a@x.se">a@x.se</a></p>', "a@x.se"),
        ('<p><a href="mailto:a@x.se">Skriv</a></p>', "Skriv (mailto:a@x.se)"),
        ('<p><a href="https://x.se">den <em>nya</em></a></p>', "den *nya* (https://x.se)"),
    ],
)
def test_a_link_is_written_out(html, text):
    assert to_text(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>- a</p>", f"{LITERAL}- a"),
        ("<p>a<br>1. b</p>", f"a\n{LITERAL}1. b"),
        ("<p>## a</p>", f"{LITERAL}## a"),
        ("<ol><li>a</li></ol><p>2. b</p>", f"1. a\n{LITERAL}2. b"),
        ("<ol><li>a</li></ol>\n<p>2. b</p>", "1. a\n\n2. b"),
        ("<p>*a*</p>", f"*{LITERAL}a*{LITERAL}"),
        ("<p><em>*</em></p>", f"*\u200b*{LITERAL}*"),
        ("<p>del<em>vis</em>t</p>", "del\u200b*vis*\u200bt"),
        ("<p>*<em>a</em></p>", "*\u200b*a*"),
    ],
)
def test_what_only_looks_like_markup_survives_by_a_character_without_width(html, text):
    assert to_text(html) == text
    assert from_text(text) == html


def test_a_text_that_was_typed_as_text_never_needs_such_a_character():
    text = "*a* och *b\n- c*d\n\n2. e\n*"
    assert to_text(from_text(text)) == text


WORDS = [
    "a",
    "å",
    "mål",
    "_",
    "<",
    "&",
    "<b>",
    "&lt;",
    "(",
    ")",
    ",",
    ".",
    "%",
    "\u00a0",
    "👩\u200d👧",
    "–",
    "·",
    "•",
    "o",
]
MARKS = ["*", "*", "**", "-", "- ", "#", "## ", "1.", "1. ", "2. ", "3. ", "10. ", " ", " "]
LINE = st.lists(st.sampled_from(WORDS + MARKS), max_size=8).map("".join)
ANY_TEXT = st.one_of(
    st.lists(st.one_of(LINE, st.sampled_from(["", "  ", "\t", "  a"])), max_size=12).map("\n".join),
    st.lists(st.sampled_from([*WORDS, *MARKS, "\n", "\n\n", "\u200b", "\u2060", "\ufeff", "\u2029"]), max_size=30).map(
        "".join
    ),
    st.text(st.characters(exclude_categories=("Cc", "Cs"))),
)


def normalised(text):
    """The text as the round trip leaves it, for texts without numbered lines."""
    lines = []
    for raw in text.split("\n"):
        line = re.sub(r"[ \u00a0]*\u00a0[ \u00a0]+|[ ]+\u00a0", " ", raw.strip())
        line = re.sub(r"^(-|##) +(?=\S)", r"\1 ", line)
        line = re.sub(r"^(- |## |)([·•])\u00a0", r"\1\2 ", line)
        lines.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


@given(st.lists(LINE.filter(lambda line: not re.match(r"\s*[0-9]", line)).map(str.strip), max_size=12).map("\n".join))
def test_a_text_comes_back_as_it_was_typed(text):
    assert to_text(from_text(text)) == normalised(text)


@given(ANY_TEXT)
def test_a_text_that_has_been_through_once_comes_back_unchanged(text):
    once = to_text(from_text(text))
    assert to_text(from_text(once)) == once
    assert from_text(once) == from_text(text)


@given(ANY_TEXT)
def test_the_html_of_a_text_is_canonical(text):
    assert clean_html(from_text(text)) == from_text(text)


HTML = st.lists(
    st.sampled_from(
        [
            *(
                "<p>",
                "<p>",
                "<h3>",
                "</h3>",
                "<ul>",
                "</ul>",
                "<ol>",
                "</ol>",
                "<li>",
                "<li>",
                "<br>",
                "<em>",
                "</em>",
                "\n",
            ),
            *(
                "a",
                "å",
                "_",
                " ",
                "\u00a0",
                "*",
                "**",
                "- ",
                "## ",
                "1. ",
                "2. ",
                "3. ",
                "&lt;",
                "&amp;",
                "(",
                "–",
                "·",
                "\u2060",
            ),
        ]
    ),
    max_size=30,
).map("".join)


@given(HTML)
def test_html_without_links_comes_back_from_its_text_as_it_was(html):
    assert from_text(to_text(html)) == clean_html(html)
