"""One file for readers and for the archive: the report's data inside, and nothing that could be read in two ways."""

from io import BytesIO
from zlib import compress

import pikepdf
import pytest
from weasyprint import HTML

from reports.render.data import render_json
from reports.render.pdf import print_html, render_pdf
from reports.render.pdf_archive import both_standards
from reports.render.xlsx import render_xlsx
from tests.render.example import example_document
from tests.render.paper_rules import breaches_of_standards

SOURCE = '<html lang="sv"><head><title>Titel</title></head><body><h1>Titel</h1><p>Text.</p></body></html>'


@pytest.fixture(scope="module")
def document():
    return example_document(sections=())


@pytest.fixture(scope="module")
def pdf(document):
    return render_pdf(document)


def test_the_data_and_the_workbook_lie_in_the_file_byte_for_byte(pdf, document):
    with pikepdf.open(BytesIO(pdf)) as file:
        enclosed = {str(spec["/F"]): spec for spec in file.Root.AF}
        found = {name: spec.EF.F.read_bytes() for name, spec in enclosed.items()}
        relations = {name: str(spec.AFRelationship) for name, spec in enclosed.items()}
    assert found == {f"{document.slug}.json": render_json(document), f"{document.slug}.xlsx": render_xlsx(document)}
    assert relations == {f"{document.slug}.json": "/Data", f"{document.slug}.xlsx": "/Alternative"}


def test_it_says_of_itself_that_it_keeps_both_standards(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        told = file.Root.Metadata.read_raw_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert 'pdfaid:part="3"' in told or "<pdfaid:part>3</pdfaid:part>" in told


def test_a_draft_without_a_date_gives_the_same_bytes_too():
    draft = example_document(sections=(), edition=None, dated=None, as_of=None)
    assert render_pdf(draft) == render_pdf(draft)


def ending_in_a_return(start):
    """A text whose packed form happens to end so."""
    return next(text for number in range(300) if compress(text := start + b"a" * number).endswith(b"\r"))


def with_streams(**streams):
    """A file of ours with these packed streams put in: the page's drawing, or an enclosed file."""
    with pikepdf.open(BytesIO(print_html(SOURCE, ""))) as file:
        for place, text in streams.items():
            stream = file.make_stream(compress(text), Filter=pikepdf.Name.FlateDecode)
            if place == "drawing":
                file.pages[0].obj.Contents = stream
            else:
                file.Root.PieceInfo = pikepdf.Dictionary(Other=stream)
        outcome = BytesIO()
        file.save(outcome)
        return outcome.getvalue()


def test_no_drawing_ends_so_that_its_length_could_be_doubted():
    text = ending_in_a_return(b"% ")
    mended = both_standards(with_streams(drawing=text))
    assert b"\r\nendstream" not in mended
    with pikepdf.open(BytesIO(mended)) as file:
        assert file.check_pdf_syntax() == []
        assert file.pages[0].obj.Contents.read_bytes().split() == text.split()


def test_what_must_not_be_touched_is_written_in_letters_instead():
    text = ending_in_a_return(b"other")
    mended = both_standards(with_streams(other=text))
    assert b"\r\nendstream" not in mended
    with pikepdf.open(BytesIO(mended)) as file:
        assert file.check_pdf_syntax() == []
        other = file.Root.PieceInfo.Other
        assert other.read_bytes() == text
        assert other.read_raw_bytes().endswith(b"~>")


def test_a_picture_is_not_smoothed():
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    source = SOURCE.replace("<p>Text.</p>", f'<p><img alt="Punkt" src="{pixel}"></p>')
    assert breaches_of_standards(print_html(source, "")) == []


def test_tags_are_packed_with_the_rest():
    rows = "".join(f"<tr><th scope=row>Mål {number}</th><td>Uppnått</td></tr>" for number in range(500))
    source = f"<html lang=sv><head><title>Rapport</title></head><body><table>{rows}</table></body></html>"
    assert len(print_html(source, "")) < 1.1 * len(HTML(string=source).write_pdf(pdf_variant="pdf/a-3a"))
