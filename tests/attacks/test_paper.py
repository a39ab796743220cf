"""What the making of a PDF may fetch: nothing but our own static files and small images in the text."""

import subprocess
from base64 import b64encode

import pytest
from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError

from reports.render.pdf_fetcher import LARGEST_IMAGE, ClosedFetcher, asset_file
from tests.attacks.attack import attack

ADDRESSES = (
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://localhost/etc/passwd",
    "file:/etc/passwd",
    "http://127.0.0.1:5432/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://0/",
    "http://localhost/",
    "https://evil.example/x.png",
    "HTTPS://evil.example/x.png",
    "//evil.example/x.png",
    "ftp://evil.example/x",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "dict://127.0.0.1:11211/stats",
    "jar:file:///x.zip!/x",
    "smb://server/share/x",
    "\\\\server\\share\\x",
    "//server/share/x",
    "/etc/passwd",
    "../../../etc/passwd",
    "css/../../settings.py",
    "data:text/html,<script>alert(1)</script>",
    "data:text/css,p{}",
    "data:application/pdf;base64,AAAA",
    "data:image/x-icon;base64,AAAA",
    "data:,x",
    "data:image/png;base64," + "A" * LARGEST_IMAGE,
    "javascript:alert(1)",
    "about:blank",
    "blob:x",
    "",
)
PATHS = (
    "asset:../settings.py",
    "asset:css/../../settings.py",
    "asset:css/%2e%2e/x.css",
    "asset:/etc/passwd",
    "asset://evil.example/x.css",
    "asset:file:///etc/passwd",
    "asset:css\\..\\x.css",
    "asset:js/round.js",
    "asset:css/x.css\x00.png",
    "asset:css/x.css?y",
    "asset:.css/x.css",
)


@attack(
    601,
    f"{len(ADDRESSES)} addresses: files, other machines, this machine's own services, the cloud's, Windows shares, "
    "`data:` of other kinds and above the bound",
    "A list of what is fetched, not of what is refused: `asset:` in three folders, and images in `data:` up to 2 MB.",
)
@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_nothing_else_is_fetched(address):
    with pytest.raises(ValueError, match="refused"):
        ClosedFetcher().fetch(address)


@attack(
    602,
    f"{len(PATHS)} ways out of the folders of static files",
    "A path is letters, digits and hyphens in named folders, without dots or symbolic links.",
)
@pytest.mark.parametrize("path", PATHS, ids=range(len(PATHS)))
def test_no_path_leads_out_of_the_folders(path):
    with pytest.raises(ValueError, match=r"refused|no such file"):
        ClosedFetcher().fetch(path)
    with pytest.raises(ValueError, match=r"refused|no such file"):
        asset_file(path.removeprefix("asset:"))


EVIL = "http://127.0.0.1:9/x"
SVG = b64encode(
    f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    f'<image xlink:href="{EVIL}" width="9" height="9"/><use href="{EVIL}#a"/></svg>'.encode()
).decode()
DOCUMENTS = {
    "an image": f'<img src="{EVIL}">',
    "an image in SVG": f'<img src="data:image/svg+xml;base64,{SVG}">',
    "an import": f'<style>@import "{EVIL}";</style>',
    "an import of a file": "<style>@import url(file:///etc/passwd);</style>",
    "a background": f'<style>p{{background:url("{EVIL}")}}</style>',
    "a list's mark": f'<style>p{{display:list-item;list-style-image:url("{EVIL}")}}</style>',
    "content": f'<style>p::before{{content:url("{EVIL}")}}</style>',
    "a font": f'<style>@font-face{{font-family:x;src:url("{EVIL}")}}p{{font-family:x}}</style>',
    "a style sheet": f'<link rel="stylesheet" href="{EVIL}">',
    "a file to attach": '<link rel="attachment" href="file:///etc/passwd">',
    "a file to attach at a link": '<a rel="attachment" href="file:///etc/passwd">x</a>',
    "an object": f'<object data="{EVIL}"></object>',
    "an embedded page": f'<embed src="{EVIL}">',
    "an inline style": f'<p style="background:url({EVIL})">x</p>',
}


@attack(
    603,
    f"{len(DOCUMENTS)} ways by which a document asks for something: images, SVG in `data:`, imports, fonts, "
    "backgrounds, generated content, files to attach",
    "All go through the same fetcher, and a refusal stops the PDF or leaves the place empty; nothing is asked for.",
)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_part_of_a_document_asks_for_anything(monkeypatch, name):
    asked = []
    monkeypatch.setattr("socket.socket.connect", lambda *address: asked.append(address))
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda self, address, *rest: asked.append(address))
    try:
        paper = HTML(string=f"<p>x</p>{DOCUMENTS[name]}", url_fetcher=ClosedFetcher()).write_pdf(uncompressed_pdf=True)
    except FatalURLFetchingError:
        paper = b""
    assert b"root:" not in paper
    assert b"/EmbeddedFile" not in paper
    assert asked == []


ENTITIES = {
    "an entity of a file": '<!DOCTYPE svg [<!ENTITY x SYSTEM "{file}">]>',
    "an entity of a public name": '<!DOCTYPE svg [<!ENTITY x PUBLIC "a" "{file}">]>',
    "a parameter entity": '<!DOCTYPE svg [<!ENTITY % y SYSTEM "{declares}"> %y;]>',
    "a document type": '<!DOCTYPE svg SYSTEM "{declares}">',
}


def words_of(declared, words):
    """What is read in the PDF of a paragraph and a drawing with the words, in that order."""
    drawing = (
        f'{declared}<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><text y="20">{words}</text></svg>'
    )
    image = f'<img src="data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}">'
    paper = HTML(string=f"<p>Stycket</p>{image}", url_fetcher=ClosedFetcher()).write_pdf()
    return subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode().split()


@attack(
    604,
    f"{len(ENTITIES)} external entities in an SVG image: {', '.join(ENTITIES)}",
    "The parser of images takes no entities of other files: a drawing that uses one is left out. What a drawing says "
    "itself, in an entity of its own too, stands in the PDF.",
)
@pytest.mark.parametrize("name", ENTITIES)
def test_an_entity_in_a_drawing_reads_no_file(name, tmp_path):
    assert words_of("", "klartext") == ["Stycket", "klartext"]
    assert words_of("<!DOCTYPE svg [<!ENTITY x 'inifran'>]>", "&x;") == ["Stycket", "inifran"]
    secret, declares = tmp_path / "hemligt.txt", tmp_path / "hemligt.dtd"
    secret.write_text("hemligt")
    declares.write_text("<!ENTITY x 'hemligt'>")
    declared = ENTITIES[name].format(file=secret.as_uri(), declares=declares.as_uri())
    assert words_of(declared, "&x;") == ["Stycket"]
