"""The colours of the interface can be read, in light and dark, and the marks wear them on paper too."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from followup.core.colour import READABLE, contrast

TOKENS = (Path(settings.BASE_DIR) / "static" / "css" / "tokens.css").read_text()
BLOCKS = [
    dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", block))
    for block in re.findall(r"\{([^{}]*--ground:[^{}]*)\}", TOKENS)
]
LIGHT, DARK, DARK_IN_ADMIN = BLOCKS
SOFT = ("accent-soft", "achieved-soft", "partly-soft", "not-soft", "unassessable-soft")
GROUNDS = {
    "ink": ("paper", "ground", *SOFT),
    "ink-soft": ("paper", "ground", "accent-soft"),
    "accent": ("paper", "ground", "accent-soft"),
    "accent-ink": ("accent",),
    "achieved": ("paper", "ground", "achieved-soft"),
    "partly": ("paper", "ground", "partly-soft"),
    "not": ("paper", "ground", "not-soft"),
    "unassessable": ("paper", "ground", "unassessable-soft"),
}
PAIRS = [(text, ground) for text, grounds in GROUNDS.items() for ground in grounds]
MARKS = {
    "achieved": "achieved",
    "partly_achieved": "partly",
    "not_achieved": "not",
    "not_assessable": "unassessable",
    "not_started": "unassessable",
    "ongoing": "unassessable",
    "delayed": "not",
    "completed": "achieved",
    "on_track": "achieved",
    "not_completed": "not",
    "ended": "unassessable",
    "trend_up": "ink-soft",
    "trend_unchanged": "ink-soft",
    "trend_down": "ink-soft",
}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_every_ground_it_stands_on(colours, text, ground):
    assert contrast(colours[text], colours[ground]) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["focus", "line-strong"])
@pytest.mark.parametrize("ground", ["paper", "ground"])
def test_edges_that_mean_something_can_be_seen(colours, edge, ground):
    assert contrast(colours[edge], colours[ground]) >= 3


def test_dark_is_the_same_whether_the_system_or_the_person_chose_it():
    assert DARK == DARK_IN_ADMIN


@pytest.mark.parametrize(("mark", "token"), MARKS.items())
def test_mark_has_the_tokens_colour_on_paper(mark, token):
    assert f'color="{LIGHT[token]}"' in render_to_string(f"core/marks/{mark}.svg")


def test_status_is_word_and_shape():
    html = render_to_string("core/_status.html", {"mark": "achieved", "word": "Uppnått"})
    assert "status--achieved" in html
    assert "<svg" in html
    assert "Uppnått" in html


def test_words_without_a_mark_stand_alone():
    html = render_to_string("core/_status.html", {"mark": "", "word": "Ej utvärderad"})
    assert "Ej utvärderad" in html
    assert "<svg" not in html


def test_missing_judgement_says_so():
    html = render_to_string("core/_status.html", {"mark": "", "word": ""})
    assert "Ingen bedömning" in html
    assert "<svg" not in html
