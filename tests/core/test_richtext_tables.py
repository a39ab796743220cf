"""Simple tables in a rich text: pasted, drawn as text, and back."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.richtext import clean_html, from_text, plain_text, to_text
from followup.core.richtext.difference import Shape, difference
from followup.core.richtext.fault import RichTextFault

LITERAL = "\u2060"

SIMPLE = (
    '<table><thead><tr><th scope="col">År</th><th scope="col">Utfall</th></tr></thead>'
    '<tbody><tr><th scope="row">2017</th><td>81 %</td></tr></tbody></table>'
)
DRAWN = "| År | Utfall |\n| --- | --- |\n| 2017 | 81 % |"


def table(*rows):
    """The canonical HTML of rows of HTML."""

    def cell(html, tag, scope):
        return f'<{tag} scope="{scope}">{html}</{tag}>' if html else "<td></td>"

    heading, *rest = rows
    above = "".join(cell(html, "th", "col") for html in heading)
    below = "".join(
        f"<tr>{cell(first, 'th', 'row')}{''.join(f'<td>{html}</td>' for html in others)}</tr>"
        for first, *others in rest
    )
    return f"<table><thead><tr>{above}</tr></thead><tbody>{below}</tbody></table>"


def test_a_table_is_drawn_with_upright_lines_and_comes_back():
    assert from_text(DRAWN, tables=True) == SIMPLE
    assert to_text(SIMPLE) == DRAWN
    assert clean_html(SIMPLE, tables=True) == SIMPLE


@pytest.mark.parametrize(
    "text",
    [
        "|År|Utfall|\n|---|---|\n|2017|81 %|",
        "  |  År | Utfall |  \n|-----|---|\n| 2017 |   81 % |",
        "| År | Utfall |\n| --- |\n| 2017 | 81 % |",
    ],
)
def test_how_it_is_drawn_is_made_regular(text):
    assert to_text(from_text(text, tables=True)) == DRAWN


def test_a_table_stands_between_other_text():
    text = f"Så gick det:\n{DRAWN}\n- a\n\nSlut."
    assert from_text(text, tables=True) == f"<p>Så gick det:</p>{SIMPLE}<ul><li>a</li></ul>\n<p>Slut.</p>"
    assert to_text(from_text(text, tables=True)) == f"Så gick det:\n\n{DRAWN}\n\n- a\n\nSlut."


@pytest.mark.parametrize(
    "text",
    [
        *("| a | b |", "| a | b |\n| c | d |", "| a | b |\n| --- | --- |", "| a |\n| --- |\n| b |", "|", "||", "a | b"),
        *("| a | b |\n| -- | -- |\n| c | d |", "| a | b\n| --- | --- |\n| c | d |", "|  |  |\n| --- | --- |\n| a |  |"),
        "- x\n  | a | b |\n  | --- | --- |\n  | c | d |",
    ],
)
def test_what_is_not_drawn_in_full_is_plain_text(text):
    assert "<table" not in from_text(text, tables=True)
    assert to_text(from_text(text, tables=True)) == text


def test_where_no_tables_are_taken_in_the_same_lines_are_a_paragraph():
    assert from_text(DRAWN) == "<p>| År | Utfall |<br>| --- | --- |<br>| 2017 | 81 % |</p>"
    assert clean_html(SIMPLE) == "<p>År – Utfall</p><p>2017 – 81 %</p>"


def test_lines_that_only_look_like_a_table_survive_by_a_character_without_width():
    html = "<p>| a | b |<br>| --- | --- |<br>| c | d |</p>"
    assert to_text(html) == f"{LITERAL}| a | b |\n| --- | --- |\n| c | d |"
    assert from_text(to_text(html), tables=True) == html


@pytest.mark.parametrize("cell", ["a|b", "|", "\\", "\\|", "a\\b", "\\\\", "c:\\", "<b>", "*", "- a", "## a", "---"])
def test_whatever_stands_in_a_cell_comes_back(cell):
    html = table(["A", "B"], ["x", escape(cell, quote=False)])
    assert from_text(to_text(html), tables=True) == html


def test_emphasis_and_links_stand_in_cells():
    link = '<a href="https://x.se" rel="noopener">planen</a>'
    html = table(["<em>A</em>", "B"], ["a", f"se {link}"])
    assert clean_html(html, tables=True) == html
    assert to_text(html).endswith("| a | se planen (https://x.se) |")


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", (["a", "b"], ["c", "d"])),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", (["a", "b"], ["c", ""])),
        ("<table><tr><td>a<td>b<tr><td>&nbsp;<td><br><tr><td>c<td>d</table>", (["a", "b"], ["c", "d"])),
        ("<table><tr><td>a<td> <td>b<tr><td>c<td> <td>d</table>", (["a", "b"], ["c", "d"])),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", (["a", "a", "b"], ["c", "d", "e"])),
        (
            "<table><tr><td>a<td>b<td>c<tr><td rowspan=2>d<td>e<td>f<tr><td>g<td>h</table>",
            (["a", "b", "c"], ["d", "e", "f"], ["", "g", "h"]),
        ),
        (
            "<table><tr><td>a<td>b<td>c<tr><td>d<td colspan=2 rowspan=2>e<tr><td>f<tr><td>g<td>h<td>i</table>",
            (["a", "b", "c"], ["d", "e", ""], ["f", "", ""], ["g", "h", "i"]),
        ),
        ("<table><thead><tr><th>a<th>b</thead><tfoot><tr><td>c<td>d</tfoot></table>", (["a", "b"], ["c", "d"])),
        ("<table><tr><td><p>a</p><p>b</p><td>c<tr><td>d<td><ul><li>e<li>f</ul></table>", (["a b", "c"], ["d", "e f"])),
        ("<table><tr><td>a<table><tr><td>b<td>c</table><td>d<tr><td>e<td>f</table>", (["a b c", "d"], ["e", "f"])),
    ],
)
def test_a_pasted_table_becomes_a_simple_one(pasted, rows):
    assert clean_html(pasted, tables=True) == table(*rows)


@pytest.mark.parametrize(
    ("pasted", "html"),
    [
        ("<table><tr><td>a<td>b</table>", "<p>a – b</p>"),
        ("<table><tr><td>a<tr><td>b</table>", "<p>a</p><p>b</p>"),
        ("<table><tr><td> <td>b<tr><td> <td>c</table>", "<p>b</p><p>c</p>"),
        ("<table><tr><td></table>", ""),
        ("<ul><li>x<table><tr><td>a<td>b<tr><td>c<td>d</table></ul>", "<ul><li>x<br>a – b<br>c – d</li></ul>"),
    ],
)
def test_one_row_or_one_column_is_no_table(pasted, html):
    assert clean_html(pasted, tables=True) == html


def test_a_caption_stands_above_its_table():
    pasted = "<table><caption>Ekonomi</caption><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert clean_html(pasted, tables=True) == "<p>Ekonomi</p>" + table(["a", "b"], ["c", "d"])


def test_a_table_from_word_keeps_its_words_alone():
    cell = '<td width=200 valign=top style="width:150pt;border:solid windowtext 1.0pt"><p class=MsoNormal>'
    row = f"<tr style='mso-yfti-irow:0'>{cell}<b>%s<o:p></o:p></b></p></td>{cell}%s<o:p></o:p></p></td></tr>"
    pasted = (
        "<html xmlns:w='urn:schemas-microsoft-com:office:word'>"
        "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->"
        "<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>"
        f"{row % ('Mål', 'Status')}{row % ('1', 'Uppnått')}</table><p class=MsoNormal><o:p>&nbsp;</o:p></p></html>"
    )
    assert clean_html(pasted, tables=True) == table(["<em>Mål</em>", "Status"], ["<em>1</em>", "Uppnått"])


def test_a_table_from_excel_keeps_its_words_alone():
    pasted = (
        "<style><!--table {mso-displayed-decimal-separator:','} .xl65 {color:red} --></style>"
        "<table border=0 cellpadding=0 width=128 style='width:96pt'><!--StartFragment--><col width=64 span=2>"
        "<tr height=20><td height=20 class=xl65 width=64>Konto</td><td>Utfall</td></tr>"
        "<tr height=20><td>Personal</td><td align=right class=xl65>1&nbsp;593</td></tr><!--EndFragment--></table>"
    )
    assert clean_html(pasted, tables=True) == table(["Konto", "Utfall"], ["Personal", "1&nbsp;593"])


def test_a_table_that_is_too_large_is_refused_with_its_size():
    tall = "<table>" + "<tr><td>a<td>b" * 201 + "</table>"
    wide = "<table>" + ("<tr>" + "<td>a" * 21) * 2 + "</table>"
    for pasted in (tall, wide):
        with pytest.raises(RichTextFault, match="Tabellen är för stor"):
            clean_html(pasted, tables=True)
        assert clean_html(pasted)


@pytest.mark.parametrize(
    "pasted",
    [
        "<table>" + "<tr><td colspan=99999999999999999999 rowspan=99999>a<td>b" * 3 + "</table>",
        "<table><tr><td colspan=-1 rowspan=0>a<td colspan=x>b<tr><td>c<td>d</table>",
        "<table>" + "<tr><td colspan=50 rowspan=50>" * 6_000 + "</table>",
        "<table><tr>" + "<td colspan=50>" * 12_000 + "</table>",
        "<table><tr><td>" * 2_000 + "a",
        "<table><script>alert(1)</script><tr onclick=x()><td><img src=x onerror=y>a<td>b<tr><td>c<td>d</table>",
    ],
)
def test_hostile_tables_are_tamed(pasted):
    html = clean_html(pasted, tables=True)
    assert not re.search("span=|<script|onclick|onerror|<img", html)
    assert clean_html(html, tables=True) == html


def test_the_words_of_a_table_are_found_and_compared_row_by_row():
    assert plain_text(SIMPLE) == "År Utfall 2017 81 %"
    changed = difference(SIMPLE, SIMPLE.replace("81", "82"))
    assert [block.shape for block in changed.blocks] == [Shape.TABLE_ROW, Shape.TABLE_ROW]
    assert changed.is_changed
    assert "2017 | " in changed.blocks[1].items[0][0].pieces[0].text + " "


CELL = st.lists(st.sampled_from(["a", "å", "|", "\\", "*", "-", "---", "- ", " ", "&lt;", "<em>", "</em>"]), max_size=5)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>a</p>", "<p>| a | b |<br>| --- | --- |<br>| c | d |</p>", "<ul><li>a</li></ul>", "<h3>b</h3>"]
        ),
        st.lists(st.lists(CELL.map("".join), max_size=4), max_size=4).map(
            lambda rows: (
                "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) for row in rows) + "</table>"
            )
        ),
    ),
    max_size=5,
).map("".join)


@given(PIECES)
def test_any_table_comes_back_from_its_text(html):
    canonical = clean_html(html, tables=True)
    assert clean_html(canonical, tables=True) == canonical
    assert from_text(to_text(canonical), tables=True) == canonical


LINES = st.lists(
    st.sampled_from(
        ["| a | b |", "| --- | --- |", "|---|", "| c |", "|", "| \\| | d |", "", "text", "- a", "  | e | f |"]
    ),
    max_size=9,
).map("\n".join)


@given(LINES)
def test_any_lines_are_stable_after_once(text):
    html = from_text(text, tables=True)
    assert clean_html(html, tables=True) == html
    assert from_text(to_text(html), tables=True) == html
