"""Stored long texts as text: the quick way says the same as the long one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.richtext import from_text, to_text
from reports.plan_book.stored.texts import long_text


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>En rad.</p>",
        "<p>En rad.<br>En till.</p><p>Nytt stycke.</p>",
        "<p>Å &amp; Ö &lt; 3</p>",
        "<p>1&nbsp;593 kronor</p>",
        "<p>- ingen lista</p>",
        "<p>Före<br>1. ingen lista</p>",
        "<p>## ingen rubrik</p>",
        "<p>2*3 och *stjärnor*</p>",
        "<p>&#42;stjärnor&#42;</p>",
        "<p>Viktigt: <em>nu</em></p><ul><li>ett</li><li>två</li></ul>",
        '<p>Se <a href="https://exempel.se" rel="noopener">sidan</a></p>',
        "<p>  luft  </p>",
        "<p>rad\nbruten</p>",
        "utan element",
        "<h3>Rubrik</h3><p>Text</p>",
    ],
)
def test_the_text_is_what_the_editor_would_show(html):
    assert long_text(html) == to_text(html)


@given(st.text(alphabet="ab 1.-*#<>&\n\u00a0å", max_size=60))
def test_any_text_that_can_be_stored_comes_out_the_same(text):
    html = from_text(text)
    assert long_text(html) == to_text(html)
