"""Rich text as it is set, and as plain words."""

import pytest

from followup.core.richtext.text import from_text
from reports.build.document import DocumentSection
from reports.render.html import render_html
from reports.render.texts import kept_together, plain_text
from tests.render.example import example_document


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("nästan 90 % av", "nästan 90~% av"),
        ("minus 12,7 mnkr", "minus 12,7~mnkr"),
        ("1 593 404 tkr, 800 tkr", "1~593~404~tkr, 800~tkr"),
        ("10 procentenheter på 3 år", "10~procentenheter på 3~år"),
        ("2 steg av 2022 och 100 till", "2 steg av 2022 och 100 till"),
        ("4 strategier", "4 strategier"),
        ("enligt § 87", "enligt §~87"),
        ('<a href="https://x.se/?a=1 %">1 %</a>', '<a href="https://x.se/?a=1 %">1~%</a>'),
    ],
)
def test_a_number_stays_on_one_line_with_its_unit(written, kept):
    assert kept_together(written) == kept.replace("~", "\u00a0")


def test_texts_of_a_report_are_set_so():
    section = DocumentSection("a", 1, "Text", "<p>Ökade med 3 %.</p>", None)
    page = render_html(example_document(sections=(section,)))
    assert "Ökade med 3\u00a0%." in page.decode()


def test_plain_words_have_no_marks():
    text = "## Avfall\n\n*Mindre plast.* Två * tre\n\n- ett\n- två"
    assert plain_text(from_text(text)) == "Avfall\n\nMindre plast. Två * tre\n\n- ett\n- två"
