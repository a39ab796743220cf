import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.richtext.clean import clean_html
from followup.core.richtext.fault import RichTextFault


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>En mening.</p>",
        "<p>En rad<br>och en till</p><p>Nästa stycke</p>",
        "<ul><li>Ett</li><li>Två</li></ul>",
        "<ol><li>Ett</li><li>Två<br>med en rad till</li></ol>",
        "<h3>Rubrik</h3><p>Text med <em>betoning</em>.</p>",
        '<p>Se <a href="https://exempel.se/?a=1&amp;b=2" rel="noopener">planen</a>.</p>',
        '<p><a href="mailto:namnd@exempel.se" rel="noopener">namnd@exempel.se</a></p>',
        "<p>1&nbsp;593 tkr &lt; 2 mnkr &amp; 5 %</p>",
        "<p>Före listan:</p>\n<ul><li>Ett</li></ul>",
    ],
)
def test_what_is_canonical_is_left_alone(html):
    assert clean_html(html) == html


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p>a <strong>b</strong> <b>c</b> <i>d</i></p>", "<p>a <em>b</em> <em>c</em> <em>d</em></p>"),
        ("<p><em>a</em><strong>b</strong></p>", "<p><em>ab</em></p>"),
        ("<p><b><i>a</i></b></p>", "<p><em>a</em></p>"),
        ("<p>a<em> b </em>c</p>", "<p>a <em>b</em> c</p>"),
        ("<p>a<em></em><em> </em>b</p>", "<p>a b</p>"),
        ("<p><em>a<br>b</em></p>", "<p><em>a</em><br><em>b</em></p>"),
        ('<b style="font-weight:normal;" id="docs-internal"><p>a <b>b</b></p></b>', "<p>a <em>b</em></p>"),
        ("<h1>a</h1><h2>b</h2><h6>c</h6>", "<h3>a</h3><h3>b</h3><h3>c</h3>"),
        ("<h2>En<br>rubrik</h2>", "<h3>En rubrik</h3>"),
        ("<h2></h2><p>a</p>", "<p>a</p>"),
        ("<div>a</div><div>b<div>c</div></div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<section>a</section><blockquote>b</blockquote>", "<p>a</p><p>b</p>"),
        ("lös text", "<p>lös text</p>"),
        ("lös <em>text</em><p>stycke</p>sist", "<p>lös <em>text</em></p><p>stycke</p><p>sist</p>"),
        ("<p></p><p> </p><p>&nbsp;</p><p><br></p><p>a</p>", "<p>a</p>"),
        ("<p>a<br><br>b<br></p>", "<p>a</p><p>b</p>"),
        ("<p>  a\n   b  </p>", "<p>a b</p>"),
        ("<p>a&nbsp;&nbsp; b&nbsp; c</p>", "<p>a b c</p>"),
        ("<p>12&nbsp;%</p>", "<p>12&nbsp;%</p>"),
        ("<p>Ett.  Två.</p>", "<p>Ett.  Två.</p>"),
        ("<p>a\u200bb\ufeffc\u2060d\u202ee\x0bf\x85g</p>", "<p>abcdefg</p>"),
        ("<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "<ul><li>a</li><li>b<br>c</li></ul>"),
        ("<ul><li></li><li>a</li></ul><ol><li> </li></ol>", "<ul><li>a</li></ul>"),
        ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<li>a</li>", "<p>a</p>"),
        ("<p>a", "<p>a</p>"),
        ("a</p></div>b", "<p>a</p><p>b</p>"),
    ],
)
def test_what_is_not_canonical_is_made_so(html, cleaned):
    assert clean_html(html) == cleaned


def test_a_list_in_a_list_becomes_lines_of_its_item():
    html = "<ol><li><p>a</p><ul><li><p>b</p></li><li>c<ol><li>d</li><li>e</li></ol></li></ul></li><li>f</li></ol>"
    assert clean_html(html) == "<ol><li>a<br>– b<br>– c<br>1. d<br>2. e</li><li>f</li></ol>"


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<script>alert(1)</script>a", "<p>a</p>"),
        ("<style>p{color:red}</style>a", "<p>a</p>"),
        ("<p onclick='x()' style='color:red' class='b' id='c'>a</p>", "<p>a</p>"),
        ("<img src=x onerror=alert(1)>a", "<p>a</p>"),
        ("<svg><script>alert(1)</script></svg>a", "<p>a</p>"),
        ("<iframe src='https://x.se'>b</iframe>a", "<p>a</p>"),
        ("<!-- <b>hemligt</b> -->a", "<p>a</p>"),
        ("<p>a <custom>b</custom> <span>c</span></p>", "<p>a b c</p>"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<scr<script>x</script>ipt>alert(1)", "<p>xipt&gt;alert(1)</p>"),
        ("a\x00b\ud800c", "<p>abc</p>"),
    ],
)
def test_what_is_not_allowed_is_dropped_and_its_words_kept(html, cleaned):
    assert clean_html(html) == cleaned


@pytest.mark.parametrize(
    "href",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java&#10;script:alert(1)",
            "vbscript:x",
        ),
        *(
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://x.se",
            "/intern/sida",
            "#ankare",
            "//x.se",
            "x.se",
            "",
            "http://[::",
        ),
    ],
)
def test_a_link_to_anything_but_the_web_or_mail_is_only_its_words(href):
    assert clean_html(f'<p><a href="{href}">läs mer</a></p>') == "<p>läs mer</p>"


@pytest.mark.parametrize("href", ["https://x.se", "HTTP://X.SE/å?b#c", "mailto:a@x.se?subject=Hej"])
def test_a_link_to_the_web_or_mail_is_kept_as_it_is(href):
    assert clean_html(f'<a href="{href}" target=_blank>a</a>') == f'<p><a href="{href}" rel="noopener">a</a></p>'


def test_a_link_without_words_vanishes():
    assert clean_html('<p>a<a href="https://x.se"><img src="y"></a></p>') == "<p>a</p>"


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            "<table><tr><th>Mål</th><th>Utfall</th></tr><tr><td>a</td><td>1</td></tr></table>",
            "<p>Mål – Utfall</p><p>a – 1</p>",
        ),
        ("<table><tr><td>a</td><td>&nbsp;</td><td>b</td></tr></table>", "<p>a – b</p>"),
        ("<table><tr><td><p>a</p><p>b</p><ul><li>c</li></ul></td><td>d<br>e</td></tr></table>", "<p>a b c – d e</p>"),
        ("<table><tr><td></td></tr></table>", ""),
        (
            "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>",
            "<p>a b c – d</p>",
        ),
        (
            "<ul><li>x<table><tr><td>a</td><td><b>b</b></td></tr></table>y</li></ul>",
            "<ul><li>x<br>a – <em>b</em><br>y</li></ul>",
        ),
        ("<table><tr><form><td>a</td></form></tr></table>", "<p>a</p>"),
    ],
)
def test_a_table_row_becomes_a_paragraph(html, cleaned):
    assert clean_html(html) == cleaned


def test_a_typed_hyphen_number_or_star_is_not_taken_for_markup():
    html = "<p>- a</p><p>1. b</p><p>• c</p><p>## d</p><p>*e*</p>"
    assert clean_html(html) == html


@pytest.mark.parametrize("html", ["a" * 99_993, "<p>" + "<b></b>" * 30_000 + "a</p>"])
def test_a_long_text_is_taken_in_as_long_as_the_cleaned_one_fits(html):
    assert len(clean_html(html)) <= 100_000


@pytest.mark.parametrize("html", ["a" * 100_001, "&amp;" * 25_000, "<b></b>" * 60_000])
def test_a_text_that_is_too_long_is_refused(html):
    with pytest.raises(RichTextFault, match=r"för lång: .* högst .00\s000 får plats"):
        clean_html(html)


def test_deep_nesting_is_read():
    assert clean_html("<div>" * 5_000 + "a") == "<p>a</p>"
    assert clean_html("<ul><li>" * 2_000 + "a") == "<ul><li>– a</li></ul>"
    assert clean_html("<table><tr><td>" * 2_000 + "a") == "<p>a</p>"


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<span class=a>", "<UL>"])
def test_nesting_without_end_is_refused_before_it_costs_time(tag):
    with pytest.raises(RichTextFault, match="för många nivåer"):
        clean_html(tag * 5_001)


@pytest.mark.parametrize("html", ["<p>a", "<ul><li>a</ul>", "a<br>", "<div><b>a</b></div>"])
def test_many_elements_after_one_another_are_not_deep(html):
    assert clean_html(html * 5_001)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<h2>", "</h2>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<br>"),
        *("<em>", "</em>", "<b>", "</b>", "<i>", '<b style="font-weight:normal">', "<table>", "<tr>", "<td>", "</td>"),
        *("</tr>", "</table>", "<form>", "<select>", "<script>", "</script>", "<style>", "</style>", "<svg>", "<math>"),
        *("<!--", "-->", "<![if !x]>", "<![endif]>", "<o:p>", "<p class=MsoListParagraph>", "<pre>", "<template>"),
        *("<p style='mso-list:l0 level2 lfo1'>", '<a href="https://x.se/?a&b">', '<a href="javascript:x">', "</a>"),
        *(
            '<a href="mailto:a@x.se">',
            "<img src=x onerror=alert(1)>",
            "<p onclick=x()>",
            "<caption>",
            "<title>",
            "<hr>",
        ),
        *(
            " ",
            "  ",
            "\n",
            "\t",
            "\r",
            "\u00a0",
            "&nbsp;",
            "&#0;",
            "&#13;",
            "&lt;",
            "&amp;",
            "<",
            ">",
            '"',
            "&",
            "\u2009",
        ),
        *(
            "a",
            "b",
            "å",
            "1",
            ".",
            "1.",
            "2.",
            "-",
            "- ",
            "*",
            "**",
            "#",
            "## ",
            "·",
            "•",
            "o",
            "–",
            "\u200b",
            "\u2060",
            "\x0b",
        ),
        *("javascript:", "onload=", "]]>", "\ufffe", "\ud800", "\u2028", "\u202e"),
    ]
)
HTML = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text())


@given(HTML)
def test_cleaning_what_is_clean_changes_nothing(html):
    cleaned = clean_html(html)
    assert clean_html(cleaned) == cleaned


@given(HTML)
def test_only_what_is_allowed_is_ever_stored(html):
    tag = r'</?(p|ul|ol|li|em|h3)>|<br>|</a>|<a href="(https?://|mailto:)[^"\s<>]*" rel="noopener">'
    assert not re.search("[<>]", re.sub(tag, "", clean_html(html)))


@given(HTML)
def test_nothing_that_runs_is_ever_stored(html):
    for element in re.findall(r"<[^>]*>", clean_html(html)):
        assert "script" not in element
        assert not re.search(r"\son\w+\s*=|style|class", element)
