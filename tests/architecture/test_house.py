"""Rules of the house that a machine can hold."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = [
    path
    for folder in ("followup", "goals", "indicators", "reports", "templates", "static", "tests")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".html", ".css", ".js"} and "migrations" not in path.parts and "golden" not in path.parts
]
DOCUMENT_PAGE = ROOT / "templates/reports/document/page.html"  # sealed, so it carries its own style
BROWSER_TESTS = sorted((ROOT / "tests/browser").glob("test_*.py"))
TEMPLATES = [path for path in CODE if path.suffix == ".html"]


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", CODE, ids=names(CODE))
def test_no_file_is_longer_than_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_templates_hold_no_inline_style_or_script(path):
    text = path.read_text(encoding="utf-8")
    embedded = re.findall(r"<style\b", text)
    assert len(embedded) == (1 if path == DOCUMENT_PAGE else 0)
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)


def test_no_room_is_called_nothing_in_particular():
    vague = {"utils", "helpers", "common", "services", "misc"}
    assert not [path for path in CODE if path.stem in vague or path.parent.name in vague]


@pytest.mark.parametrize("path", BROWSER_TESTS, ids=names(BROWSER_TESTS))
def test_what_drives_a_browser_is_marked_so(path):
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^pytestmark = (?:\[.*)?pytest\.mark\.browser\b", text, re.MULTILINE)


def test_no_module_defines_a_signal_receiver():
    assert not [
        path for path in CODE if path.suffix == ".py" and "tests" not in path.parts and "@receiver" in path.read_text()
    ]
