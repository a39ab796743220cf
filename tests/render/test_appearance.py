"""A municipality's logo and typeface in its reports: on the page, on paper and in the data."""

import json
from base64 import b64encode
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from followup.core.choices import ReportFont
from followup.core.logos import checked_logo
from reports.build.document import Logo
from reports.render.data import render_json
from reports.render.html import render_html
from reports.render.pdf import print_source, render_pdf
from tests.attached.files import a_jpeg
from tests.render.example import example_document, example_publisher
from tests.render.paper_rules import breaches_of_standards, faults_of_pictures
from tests.render.structure import tree_of


def a_see_through_png():
    out = BytesIO()
    Image.new("RGBA", (300, 90), (20, 60, 120, 90)).save(out, "PNG")
    return out.getvalue()


def a_logo(content):
    image = checked_logo(content)
    source = f"data:{image.content_type};base64,{b64encode(image.content).decode()}"
    return Logo(image.content_type, len(image.content), image.sha256, image.width, image.height, source)


def with_publisher(**overrides):
    return example_document(publisher=example_publisher(**overrides), sections=())


@pytest.fixture(scope="module")
def document():
    return with_publisher(logo=a_logo(a_see_through_png()))


def test_the_page_and_the_cover_begin_with_the_logo_and_its_name(document):
    for source in (render_html(document).decode(), print_source(document)):
        image = f'<img src="{document.publisher.logo.image_source}" alt="Ålunda kommun" width="300" height="90">'
        assert source.index(image) < source.index('<p class="title__publisher">')


def test_without_a_logo_there_is_no_picture_and_no_style_for_it():
    page = render_html(with_publisher()).decode()
    assert "<img" not in page
    assert "title__logo" not in page


def test_the_data_names_the_logo_by_its_sum_and_does_not_hold_it(document):
    logo = json.loads(render_json(document))["publisher"]["logo"]
    stored = document.publisher.logo
    assert logo == {
        "content_type": "image/png",
        "size": stored.size,
        "sha256": stored.sha256,
        "width": 300,
        "height": 90,
    }
    assert b"base64" not in render_json(document)


@pytest.mark.parametrize("content", [a_see_through_png(), a_jpeg((90, 300))], ids=["see-through png", "upright jpeg"])
@pytest.mark.parametrize("font", ReportFont.values)
def test_a_pdf_with_a_logo_keeps_both_standards_in_either_typeface(content, font):
    pdf = render_pdf(with_publisher(logo=a_logo(content), font=font))
    assert breaches_of_standards(pdf) == []
    tree = tree_of(pdf)
    assert [figure.alt for figure in tree.of("Figure")][:1] == ["Ålunda kommun"]
    assert faults_of_pictures(tree) == []


def test_the_cover_is_one_page_with_a_logo_of_any_shape():
    plain = pages_of(render_pdf(with_publisher()))
    for content in (a_see_through_png(), a_jpeg((90, 900)), a_jpeg((1900, 40))):
        assert pages_of(render_pdf(with_publisher(logo=a_logo(content)))) == plain


def pages_of(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def typefaces_of(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        named = (str(each["/FontName"]) for each in file.objects if "/FontName" in keys_of(each))
        return {name.partition("+")[2] for name in named}


def keys_of(each):
    return set(each.keys()) if isinstance(each, pikepdf.Dictionary) else set()


def test_the_pdf_is_set_in_the_typeface_that_was_chosen():
    sans, serif = (typefaces_of(render_pdf(with_publisher(font=font))) for font in ReportFont.values)
    assert any("Serif" in name for name in serif)
    assert not any("Serif" in name for name in sans)
    assert not any("Sans" in name for name in serif)


def test_the_page_carries_the_faces_of_the_serif_where_it_was_chosen():
    sans, serif = (render_html(with_publisher(font=font)).decode() for font in ReportFont.values)
    assert ":root{--font:var(--font-serif);--accent:" in serif
    assert "/static/fonts/serif/SourceSerifPro-Regular.ttf" in serif
    assert "SourceSerifPro" not in sans
