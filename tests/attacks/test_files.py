"""Files that people send in: their names, and what they are in truth."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from resource import RUSAGE_SELF, getrusage
from zipfile import ZipFile

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from reports.attached import AttachedFileFault, checked_file
from reports.models import AttachmentFile
from tests.architecture.test_access_matrix import sign_in
from tests.attached.files import a_jpeg, a_pdf, a_png
from tests.attacks.attack import attack
from tests.builders import a_report

NAMES = (
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "C:\\autoexec.bat",
    "\\\\server\\share\\x.pdf",
    "plan.pdf\x00.exe",
    "plan\u202efdp.exe",
    "plan\u200b.pdf",
    'plan"; filename="x.html',
    "plan.pdf\r\nSet-Cookie: a=b",
    "plan\nContent-Type: text/html",
    "a" * 5000 + ".pdf",
    "CON",
    "NUL.pdf",
    ".htaccess",
    "..",
    ".",
    "",
    " ",
    "-rf.pdf",
    "plan.pdf.html",
    "plan.svg",
    "<script>alert(1)</script>.pdf",
    "%2e%2e%2fplan.pdf",
    "plan;.pdf",
    "=cmd|' /C calc'!A0.pdf",
    "\ud800.pdf",
)


@attack(
    401,
    f"{len(NAMES)} file names: paths of both kinds, NUL, right-to-left marks, quotes and line breaks for the header, "
    "reserved and hidden names, 5 000 characters, endings that lie",
    "A name is made anew of a-z, digits and hyphens, at most sixty, with the ending of the contents.",
)
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_file_is_called_what_we_call_it(name):
    found = checked_file(name, a_pdf()).name
    stem, _dot, ending = found.rpartition(".")
    assert ending == "pdf"
    assert 0 < len(stem) <= 60
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def with_action(kind, **more):
    def change(pdf):
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name(kind), **more)

    return a_pdf(change)


def hidden_deep(pdf):
    inner = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS=pikepdf.String("app.alert(1)"))
    pdf.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(Next=pikepdf.Array([pikepdf.Dictionary(Next=inner)])))


def attached_inside(pdf):
    pdf.attachments["x.exe"] = b"MZ"


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
NOT_TAKEN = {
    "HTML": b"<html><script>alert(1)</script></html>",
    "HTML called PNG": b"<html>\x89PNG\r\n\x1a\n",
    "an SVG": SVG,
    "an SVG in XML": b"<?xml version='1.0'?>" + SVG,
    "a program": b"MZ" + bytes(1000),
    "an ELF program": b"\x7fELF" + bytes(1000),
    "a script": b"#!/bin/sh\nrm -rf /",
    "a GIF": b"GIF89a/*" + bytes(100),
    "a ZIP": b"PK\x03\x04" + bytes(100),
    "a PNG in its first bytes alone": b"\x89PNG\r\n\x1a\n" + b"<script>alert(1)</script>IEND",
    "a JPEG in its first bytes alone": b"\xff\xd8\xff<script>alert(1)</script>\xff\xd9",
    "a PDF in its first bytes alone": b"%PDF-1.7 <script>alert(1)</script> %%EOF",
    "a PDF with HTML behind it": a_pdf() + b"<script>alert(1)</script>",
    "a PDF with a ZIP behind it": a_pdf() + b"PK\x05\x06" + bytes(18),
    "a PDF behind HTML": b"<html>" + a_pdf(),
    "a PDF with JavaScript": with_action("/JavaScript", JS=pikepdf.String("app.alert(1)")),
    "a PDF that starts a program": with_action("/Launch", F=pikepdf.String("calc.exe")),
    "a PDF that sends a form": with_action("/SubmitForm", F=pikepdf.String("https://evil.example")),
    "a PDF that opens a file inside another": with_action("/GoToE"),
    "a PDF with JavaScript deep in a page": a_pdf(hidden_deep),
    "a PDF with a program in it": a_pdf(attached_inside),
    "a PDF with a password": a_pdf(encryption=pikepdf.Encryption(owner="a", user="b")),
}


@attack(
    402,
    f"{len(NOT_TAKEN)} files that are not what they are called: pages, drawings, programs, polyglots, and PDFs that "
    "run, start, send, hide or are locked",
    "Read to the end by what the first bytes say; a PDF is walked object by object.",
)
@pytest.mark.parametrize("name", NOT_TAKEN)
def test_a_file_that_lies_is_not_taken(name):
    for called in ("plan.png", "plan.pdf", "plan.jpg"):
        with pytest.raises(AttachedFileFault):
            checked_file(called, NOT_TAKEN[name])


@attack(
    403,
    "code behind, before and in the metadata of images that are images",
    "An image is drawn anew: nothing but its pixels is left.",
)
@pytest.mark.parametrize("image", [a_png(), a_jpeg()], ids=["png", "jpeg"])
def test_nothing_but_pixels_is_left_of_an_image(image):
    code = b"<script>alert(1)</script><?php system($_GET[0]); ?>"
    found = checked_file("x", image + code)
    assert code not in found.content
    chunk = b"tEXt" + b"Comment\x00" + code
    packed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    with_text = a_png()
    with_text = with_text[:33] + packed + with_text[33:]
    assert code not in checked_file("x", with_text).content


def a_huge_png(width, height):
    """Declares its size, and has nothing of it."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(100_000), 9)
    parts = (header, data, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts
    )


@attack(
    404,
    "images of 60 000 × 60 000 pixels, of 2³¹ × 1, and of a size they do not have",
    "The size is read before any pixel is; over fifty million pixels it ends there.",
)
@pytest.mark.parametrize("size", [(60_000, 60_000), (2**31 - 1, 1), (1, 2**31 - 1), (7000, 7200), (0, 0)])
def test_an_image_that_unpacks_to_too_much_is_not_taken(size):
    with pytest.raises(AttachedFileFault):
        checked_file("x.png", a_huge_png(*size))


def packed_zeros(megabytes):
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _each in range(megabytes)) + packer.flush()


@attack(
    405,
    "a PNG whose comments unpack to hundreds of megabytes",
    "The reader takes one megabyte of text at most.",
)
def test_an_image_with_a_bomb_in_its_comments_is_not_taken():
    chunk = b"zTXtComment\x00\x00" + packed_zeros(300)
    image = a_png()
    packed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    before = getrusage(RUSAGE_SELF).ru_maxrss
    with suppress(AttachedFileFault):  # refused or left out: which of them depends on how the reader is set
        assert len(checked_file("x.png", image[:33] + packed + image[33:]).content) < 1000
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 100_000


def many_pages(pdf):
    for _page in range(2000):
        pdf.add_blank_page()


def nested(pdf):
    inner = pikepdf.Dictionary()
    for _depth in range(60):
        inner = pikepdf.Dictionary(A=inner)
    pdf.Root.Deep = inner


def packed_many_times(pdf):
    content = bytes(50_000_000)
    for _time in range(3):
        content = zlib.compress(content, 9)
    stream = pikepdf.Stream(pdf, content)
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode] * 3)
    pdf.Root.Bomb = pdf.make_indirect(stream)


@attack(
    406,
    "PDFs with 2 001 pages, with dictionaries sixty deep, and with a stream packed three times",
    "Pages, objects and depth have bounds; streams are handed on as they are and never unpacked here.",
)
def test_a_pdf_that_is_too_much_is_not_taken():
    for change in (many_pages, nested):
        with pytest.raises(AttachedFileFault):
            checked_file("x.pdf", a_pdf(change))
    assert len(checked_file("x.pdf", a_pdf(packed_many_times)).content) < 100_000


@attack(
    407,
    "an attached file opened as a page of ours: HTML or SVG shown in the browser, a type that is guessed",
    "Handed out with its own type, as something to save, with `nosniff`, under a name of ours.",
)
def test_what_was_sent_in_is_never_shown_as_a_page(client, world, cast):
    report = a_report(world.round)
    sign_in(client, cast.controller)
    evil = SimpleUploadedFile("x.html", NOT_TAKEN["HTML"], content_type="application/pdf")
    response = client.post(f"/rapporter/{report.pk}/bilagor/ny/", {"title": "x", "file": evil})
    assert response.status_code in {200, 422}
    assert not AttachmentFile.objects.exists()
    good = SimpleUploadedFile('../"x\r\n.html', a_pdf(), content_type="text/html")
    assert client.post(f"/rapporter/{report.pk}/bilagor/ny/", {"title": "x", "file": good}).status_code == 302
    stored = AttachmentFile.objects.get()
    answer = client.get(f"/rapporter/{report.pk}/bilagor/{stored.name}")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('attachment; filename="')
    assert answer["X-Content-Type-Options"] == "nosniff"


@attack(
    408,
    "other files as a municipality's logo and as a plan's workbook: HTML, SVG, a program, a ZIP, a macro book's parts",
    "The logo is drawn anew; the workbook is read part by part, and macros, links and images are passed over.",
)
def test_other_uploads_take_only_their_own_kind(client, world, cast):
    sign_in(client, cast.controller)
    zipped = BytesIO()
    with ZipFile(zipped, "w") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf")
        archive.writestr("../../evil.sh", b"rm")
    for content in (*[each for each in NOT_TAKEN.values() if isinstance(each, bytes)], zipped.getvalue()):
        book = SimpleUploadedFile("plan.xlsx", content)
        response = client.post("/planer/inlasning/", {"file": book, "committee": world.committee.pk})
        assert response.status_code in {200, 422}
    assert Image.MAX_IMAGE_PIXELS  # Pillow's own bound is on, behind ours
