"""What a file is, read from its contents: what is taken, and what is refused and why."""

import random
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from followup.core import images
from reports.attached import AttachedFileFault, checked_file
from reports.attached.file import IMAGE_BOUNDS
from tests.attached.files import a_jpeg, a_pdf, a_png


def test_a_pdf_is_kept_byte_for_byte():
    content = a_pdf()
    file = checked_file("Plan för lokaler 2022.PDF", content)
    assert (file.content, file.content_type, file.name) == (content, "application/pdf", "plan-for-lokaler-2022.pdf")
    assert not file.is_image


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("C:\\Users\\anna\\bild.png", "bild.png"),
        ("../../etc/passwd", "passwd.png"),
        ("bild.html", "bild.png"),
        ("", "namnlos.png"),
        ('a"b\r\nSet-Cookie: x.png', "ab-set-cookie-x.png"),
        ("å" * 300 + ".png", "a" * 60 + ".png"),
    ],
)
def test_its_name_is_a_safe_one_with_the_ending_of_what_it_is(name, safe):
    assert checked_file(name, a_png()).name == safe


def test_an_image_is_drawn_anew_with_its_size():
    file = checked_file("bild.png", a_png((40, 30)))
    assert (file.content_type, file.width, file.height, file.is_image) == ("image/png", 40, 30, True)
    assert Image.open(BytesIO(file.content)).size == (40, 30)


def test_nothing_of_where_and_with_what_a_picture_was_taken_is_kept():
    exif = Image.Exif()
    exif[0x010F] = "Kameramärket"
    exif[0x0112] = 6  # lies on its side
    file = checked_file("foto.jpg", a_jpeg((40, 30), exif=exif, comment=b"hemlig plats"))
    assert b"Kameram" not in file.content
    assert b"hemlig" not in file.content
    assert (file.width, file.height) == (30, 40)


def test_what_is_hidden_after_an_image_is_gone():
    file = checked_file("bild.png", a_png() + b"<script>alert(1)</script>PK\x03\x04")
    assert b"script" not in file.content
    assert b"PK\x03\x04" not in file.content


def test_a_large_image_is_drawn_smaller_until_a_page_can_carry_it():
    noise = random.Random(1).randbytes(3000 * 1000 * 3)
    out = BytesIO()
    Image.frombytes("RGB", (3000, 1000), noise).save(out, "PNG", compress_level=1)
    file = checked_file("brus.png", out.getvalue())
    assert len(file.content) <= IMAGE_BOUNDS.most_bytes
    assert abs(file.width / file.height - 3) < 0.05


def test_an_image_with_too_many_pixels_is_refused_before_it_is_unpacked(monkeypatch):
    content = a_png((40, 30))
    monkeypatch.setattr(images, "MOST_PIXELS", 1000)
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("it was unpacked"))
    with pytest.raises(AttachedFileFault, match="bildpunkter"):
        checked_file("bild.png", content)


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a\x01\x00\x01\x00",
        b"PK\x03\x04" + b"\0" * 40,
        b"MZ" + b"\0" * 40,
        b"<html>" + a_pdf(),
        b"\n" + a_png(),
    ],
    ids=["svg", "html", "gif", "zip", "exe", "html before pdf", "line before png"],
)
def test_whatever_it_is_called_another_kind_of_file_is_refused(content):
    for name in ("bild.png", "plan.pdf"):
        with pytest.raises(AttachedFileFault, match="varken PDF, PNG eller JPEG"):
            checked_file(name, content)


@pytest.mark.parametrize(
    "content",
    [
        a_png((400, 300))[:60],
        a_jpeg()[:200],
        b"\x89PNG\r\n\x1a\n" + b"x" * 100,
        b"\xff\xd8\xff" + b"x" * 100,
        a_pdf()[:300],
    ],
    ids=["half png", "half jpeg", "png by name only", "jpeg by name only", "half pdf"],
)
def test_a_damaged_file_is_refused(content):
    with pytest.raises(AttachedFileFault):
        checked_file("fil", content)


def test_an_empty_and_a_too_large_file_are_refused():
    with pytest.raises(AttachedFileFault, match="tom"):
        checked_file("plan.pdf", b"")
    with pytest.raises(AttachedFileFault, match="20 MB"):
        checked_file("plan.pdf", a_pdf() + b" " * (20 * 1024 * 1024))


def test_a_pdf_with_something_after_its_end_is_refused():
    with pytest.raises(AttachedFileFault, match="efter slutet"):
        checked_file("plan.pdf", a_pdf() + b"PK\x03\x04 an archive")


def test_an_encrypted_pdf_is_refused_also_when_it_opens_without_a_password():
    for user in ("", "hemligt"):
        content = a_pdf(encryption=pikepdf.Encryption(owner="ägaren", user=user))
        with pytest.raises(AttachedFileFault, match="kryptering"):
            checked_file("plan.pdf", content)


def in_root(**entries):
    def change(pdf):
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def on_a_page(pdf):
    action = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    pdf.pages[0].Annots = pdf.make_indirect(Array([note]))


def embedded(pdf):
    pdf.attachments["virus.exe"] = b"MZ"


@pytest.mark.parametrize(
    "change",
    [
        in_root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
        in_root(OpenAction=Dictionary(S=Name.Launch, F=String("cmd.exe"))),
        in_root(AA=Dictionary(WC=Dictionary(S=Name.SubmitForm, F=String("https://example.se")))),
        in_root(AcroForm=Dictionary(Fields=Array([]), XFA=String("<xdp/>"))),
        on_a_page,
        embedded,
    ],
    ids=["script", "launch", "submit", "xfa", "script on a page", "embedded file"],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_that_runs_or_carries_something_is_refused(change, packed):
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    with pytest.raises(AttachedFileFault):
        checked_file("plan.pdf", a_pdf(change, object_stream_mode=mode))


def test_a_pdf_with_links_bookmarks_and_a_first_page_to_open_is_taken():
    def change(pdf):
        link = Dictionary(S=Name.URI, URI=String("https://www.example.se"))
        pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=link)])
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    assert checked_file("plan.pdf", a_pdf(change)).content_type == "application/pdf"
