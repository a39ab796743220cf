"""What a page brings along, compressed as a server sends it: style sheets and scripts, with what the scripts import.

The addresses are those of the access matrix, so that a new page is weighed by itself. Bounds are a little above what
the heaviest page has: whoever comes near should ask whether the page needs it.
"""

import gzip
import re
from functools import cache
from pathlib import Path, PurePosixPath

import lxml.html
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, place, ways_in  # noqa: F401 - fixtures

MOST_CSS = 16_000
MOST_JS = {"anonymous": 6_000, "reader": 7_000}
MOST_JS_OF_OTHERS = 22_000
_IMPORTED = re.compile(r"""(?:from|import)\s*\(?["'](\.[^"']+)["']""")


@cache
def compressed(name):
    return len(gzip.compress(content_of(name), compresslevel=9, mtime=0))


def content_of(name):
    found = finders.find(name)
    assert found, f"{name} is not there"
    return Path(found).read_bytes()


def imported_by(name):
    """The script and all that it imports, however far away."""
    seen, left = [], [name]
    while left:
        each = left.pop()
        if each in seen:
            continue
        seen.append(each)
        folder = PurePosixPath(each).parent
        left += [str(folder / PurePosixPath(other)) for other in _IMPORTED.findall(content_of(each).decode())]
    return seen


def weights(page):
    """Bytes of style sheets and of scripts that the page asks for."""
    sheets = {each.removeprefix("/static/") for each in page.xpath("//link[@rel='stylesheet']/@href")}
    scripts = {each.removeprefix("/static/") for each in page.xpath("//script/@src")}
    scripts = {one for each in scripts for one in imported_by(each)}
    own = {each for each in sheets if not each.startswith("/")}  # a municipality's colours are some lines of their own
    return sum(map(compressed, own)), sum(map(compressed, scripts))


@pytest.mark.parametrize("role", ["superuser", "controller", "reporter", "reader", "anonymous"])
def test_no_page_is_heavier_than_it_needs_to_be(role, place, cast):  # noqa: F811 - the fixture's value
    client = Client()
    if role != "anonymous":
        client.force_login(getattr(cast, role))
    weighed = {}
    for name, rule in MATRIX.items():
        if rule.method != "get" or role not in rule.allowed:
            continue
        answer = client.get(address(name, place))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and b"<html" in answer.content:
            weighed[name] = weights(lxml.html.fromstring(answer.content))
    most_js = MOST_JS.get(role, MOST_JS_OF_OTHERS)
    assert {name: each for name, each in weighed.items() if each[0] > MOST_CSS or each[1] > most_js} == {}
    assert len(weighed) > 20
    assert max(css for css, _js in weighed.values()) > 5_000  # so that it is known that something is weighed
