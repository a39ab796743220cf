import pytest

from followup.core.richtext.clean import clean_html


def list_paragraph(marker, text, level=1):
    """A list paragraph as Word for Windows puts it on the clipboard."""
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{marker}"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>"
        f"<span lang=SV>{text}<o:p></o:p></span></p>\n\n"
    )


def test_a_whole_pasted_document_is_reduced_to_its_text():
    html = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Dok</title><meta charset=utf-8>'
        "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=SV><!--StartFragment-->"
        "<h1>Bedömning</h1>\n<p class=MsoNormal style='mso-margin-top-alt:auto'>Målet är\nuppnått.<o:p></o:p></p>\n"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><b>Orsak:</b> fler<sup>1</sup> platser.</p>"
        "<?xml:namespace prefix = o /><!--EndFragment--></body></html>"
    )
    assert clean_html(html) == ("<h3>Bedömning</h3>\n<p>Målet är uppnått.</p><p><em>Orsak:</em> fler1 platser.</p>")


def test_bulleted_paragraphs_become_one_list():
    html = "<p>Insatser:</p>" + list_paragraph("·", "Ett") + list_paragraph("·", "Två") + "<p>Slut.</p>"
    assert clean_html(html) == "<p>Insatser:</p><ul><li>Ett</li><li>Två</li></ul>\n<p>Slut.</p>"


def test_numbered_paragraphs_become_one_list():
    html = list_paragraph("1.", "Ett") + list_paragraph("2.", "Två") + list_paragraph("3)", "Tre")
    assert clean_html(html) == "<ol><li>Ett</li><li>Två</li><li>Tre</li></ol>"


def test_a_list_that_starts_again_is_a_new_list():
    html = list_paragraph("1.", "Ett") + list_paragraph("1.", "Ett igen")
    assert clean_html(html) == "<ol><li>Ett</li></ol><ol><li>Ett igen</li></ol>"


def test_a_number_that_nothing_leads_up_to_is_kept_as_text():
    assert clean_html(list_paragraph("4.", "Fyra")) == "<p>4. Fyra</p>"


def test_a_lettered_paragraph_is_kept_as_text():
    assert clean_html(list_paragraph("a)", "Först")) == "<p>a) Först</p>"


def test_items_of_a_lower_level_become_lines_of_the_item_above():
    html = list_paragraph("1.", "Ett") + list_paragraph("o", "under", level=2) + list_paragraph("2.", "Två")
    assert clean_html(html) == "<ol><li>Ett<br>– under</li><li>Två</li></ol>"


@pytest.mark.parametrize("marker", ["·", "•", "o", "§", "\uf0b7", "-", "–", "Ø"])
def test_every_bullet_of_word_is_known_in_its_own_paragraphs(marker):
    assert clean_html(list_paragraph(marker, "Ett")) == "<ul><li>Ett</li></ul>"


@pytest.mark.parametrize(
    ("paragraph", "cleaned"),
    [
        ("·&nbsp;&nbsp;&nbsp; Ett", "<ul><li>Ett</li></ul>"),
        ("·&nbsp;Ett", "<ul><li>Ett</li></ul>"),
        ("•&nbsp;<b>Ett</b>", "<ul><li><em>Ett</em></li></ul>"),
        ("o&nbsp;&nbsp; Ett", "<ul><li>Ett</li></ul>"),
        ("1.&nbsp;&nbsp;&nbsp; Ett", "<ol><li>Ett</li></ol>"),
    ],
)
def test_padding_gives_a_list_paragraph_away_without_its_class(paragraph, cleaned):
    assert clean_html(f"<p>{paragraph}</p>") == cleaned


@pytest.mark.parametrize("paragraph", ["• Ett", "· Ett", "o Ett", "o&nbsp;Ett", "1. Ett", "1.&nbsp;Ett", "- Ett", "·"])
def test_a_marker_that_may_have_been_typed_is_kept_as_text(paragraph):
    assert clean_html(f"<p>{paragraph}</p>") == f"<p>{paragraph}</p>"


def test_a_list_paragraph_without_a_marker_is_a_paragraph():
    assert clean_html("<p class=MsoListParagraph>Fortsättning</p>") == "<p>Fortsättning</p>"
