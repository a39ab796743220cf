"""What a municipality's logo may be, and what is stored of it."""

import random
from io import BytesIO

import pytest
from PIL import Image

from followup.core.images import ImageFault
from followup.core.logos import LOGO_BOUNDS, MOST_BYTES_SENT, checked_logo
from tests.attached.files import a_jpeg, a_pdf, a_png


def pixels(image):
    return Image.open(BytesIO(image.content))


@pytest.mark.parametrize(("content", "kind"), [(a_png(), "image/png"), (a_jpeg(), "image/jpeg")])
def test_a_png_and_a_jpeg_are_taken_as_what_they_are(content, kind):
    image = checked_logo(content)
    assert (image.content_type, image.width, image.height) == (kind, 40, 30)
    assert len(image.sha256) == 64


def test_what_can_be_seen_through_is_laid_on_white():
    out = BytesIO()
    drawing = Image.new("RGBA", (4, 2), (0, 0, 0, 0))
    drawing.putpixel((0, 0), (200, 0, 0, 255))
    drawing.save(out, "PNG")
    stored = pixels(checked_logo(out.getvalue()))
    assert stored.mode == "RGB"
    assert [stored.getpixel(place) for place in ((0, 0), (1, 0))] == [(200, 0, 0), (255, 255, 255)]


def test_a_palette_with_a_colour_to_see_through_is_laid_on_white_too():
    out = BytesIO()
    Image.new("P", (4, 2), 0).save(out, "PNG", transparency=0)
    stored = pixels(checked_logo(out.getvalue()))
    assert (stored.mode, stored.getpixel((0, 0))) == ("RGB", (255, 255, 255))


def test_a_large_one_is_drawn_smaller_until_a_report_can_carry_it():
    noise = Image.frombytes("RGB", (2400, 600), random.Random(1).randbytes(2400 * 600 * 3))
    out = BytesIO()
    noise.save(out, "PNG", compress_level=1)
    image = checked_logo(out.getvalue())
    assert len(image.content) <= LOGO_BOUNDS.most_bytes
    assert image.width <= LOGO_BOUNDS.longest_side
    assert abs(image.width / image.height - 4) < 0.05


def test_nothing_but_its_pixels_is_kept():
    assert b"script" not in checked_logo(a_png() + b"<script>alert(1)</script>").content


@pytest.mark.parametrize("content", [a_pdf(), b"<svg/>", b"GIF89a", b""], ids=["pdf", "svg", "gif", "empty"])
def test_another_kind_of_file_is_refused(content):
    with pytest.raises(ImageFault, match="varken PNG eller JPEG"):
        checked_logo(content)


def test_a_damaged_and_a_too_large_file_are_refused():
    with pytest.raises(ImageFault, match="skadad"):
        checked_logo(a_png((400, 300))[:60])
    with pytest.raises(ImageFault, match="5 MB"):
        checked_logo(a_png() + bytes(MOST_BYTES_SENT))
