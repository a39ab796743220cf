"""The user guide keeps its promise: words in bold stand so on the screen. And every style sheet is described."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs/anvandarguide.md").read_text(encoding="utf-8")
DJANGOS_OWN = {"Användare", "Personalstatus", "Superanvändare"}  # its admin's Swedish for what it brings itself
ABOUT_THE_GUIDE = {"fet stil"}

GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext"}
_TRANSLATED = re.compile(r"""(?:\{% translate |\b_\()"([^"]+)\"""")
_BLOCK = re.compile(r"\{% blocktranslate\b.*?%\}(.+?)\{% endblocktranslate %\}", re.DOTALL)
_COUNTED = re.compile(r" \(\{\{ count \}\}\)$")
_PARAMETER = re.compile(r"\{\{ \w+ \}\}|%\(\w+\)[sd]")


def words_on_screen():
    """Every text in gettext, from templates and code."""
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        yield from _TRANSLATED.findall(text)
        for block in _BLOCK.findall(text):
            yield from (_COUNTED.sub("", part) for part in block.split("{% plural %}"))
    for package in ("followup", "goals", "indicators", "reports"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield from texts_of(ast.parse(path.read_text(encoding="utf-8")))


def texts_of(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
            yield from (item.value for item in node.args if isinstance(item, ast.Constant))


def as_pattern(text):
    """The text with anything for its parameters and either case first: where a label stands alone it is capitalised."""
    parts = [re.escape(part) for part in _PARAMETER.split(text.strip())]
    first = parts[0][:1]
    if first.isalpha():
        parts[0] = f"[{first.lower()}{first.upper()}]{parts[0][1:]}"
    return ".+".join(parts)


@pytest.fixture(scope="module")
def on_screen():
    filled = {text for text in words_on_screen() if re.search(r"\w\w", _PARAMETER.sub("", text))}
    return re.compile("|".join(sorted(map(as_pattern, filled))))


def bold_words():
    found = {words.rstrip(":") for words in re.findall(r"\*\*([^*]+)\*\*", GUIDE)}
    return sorted(found - DJANGOS_OWN - ABOUT_THE_GUIDE)


@pytest.mark.parametrize("words", bold_words())
def test_words_in_bold_stand_so_on_the_screen(words, on_screen):
    assert on_screen.fullmatch(words) or on_screen.fullmatch(f"{words}:"), words


def test_words_that_stand_nowhere_are_found_out(on_screen):
    assert not on_screen.fullmatch("Lämna in enheten")
    assert on_screen.fullmatch("Publicera version 12")


def test_every_style_sheet_is_described():
    described = (ROOT / "docs/design-language.md").read_text(encoding="utf-8")
    sheets = {path.name for path in (ROOT / "static/css").glob("*.css")}
    assert not {name for name in sheets if f"`{name}`" not in described}
