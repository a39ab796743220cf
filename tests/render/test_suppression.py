"""What is hidden is in no format: the page, the paper, the workbook, the data, the chart and its words."""

import json
import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from reports.build.assemble import assemble
from reports.render import RENDERERS, Format
from tests.render.test_pdf import text_of
from tests.reports.facts import a_figure, a_section_fact, an_indicator_fact, some_facts

SHOWN, HIDDEN, WITH_IT = 8713, 3, 8710
"""All, women, men: whoever sees two of them has the third."""


@pytest.fixture(scope="module")
def document():
    indicator = an_indicator_fact(1, unit_of_measure="personer", suppresses_small_counts=True, name="Vräkta")
    figures = [
        a_figure(1, period, total + women, sex="total")
        for period, total, women in (("2016", 9000, 200), ("2017", WITH_IT, HIDDEN))
    ]
    figures += [a_figure(1, "2016", 200, sex="women"), a_figure(1, "2016", 9000, sex="men")]
    figures += [a_figure(1, "2017", HIDDEN, sex="women", remark="3 av 8713"), a_figure(1, "2017", WITH_IT, sex="men")]
    sections = (
        a_section_fact("goal_follow_up", "Mål"),
        a_section_fact("goal_table", "Måltabell"),
        a_section_fact("indicator_table", "Indikatorer"),
        a_section_fact("key_figures", "Nyckeltal", typ="indikator"),
        a_section_fact("chart", "Diagram", indikatorer="i1"),
    )
    return assemble(some_facts(sections=sections, indicators=(indicator,), measurements=tuple(figures)), None)


def figures_in(text):
    """Every whole number, its thousands put together."""
    return re.findall(r"\d+", re.sub(r"(?<=\d)[\u00a0\u202f ](?=\d{3}(?!\d))", "", text))


def bare(cell):
    return re.sub(r"<sup.*?</sup>|<[^>]*>", "", cell, flags=re.DOTALL).strip()


def test_the_page(document):
    html = RENDERERS[Format.HTML](document).decode()
    text = re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
    assert str(SHOWN) in figures_in(re.sub(r"<[^>]*>", " ", text))
    assert str(WITH_IT) not in figures_in(text)
    assert "3 av" not in text
    cells = [bare(cell) for cell in re.findall(r"<td.*?</td>", text, re.DOTALL)]
    assert ".." in " ".join(cells)
    assert "3" not in cells


def test_the_paper(document):
    text = text_of(RENDERERS[Format.PDF](document))
    assert str(SHOWN) in figures_in(text)
    assert str(WITH_IT) not in figures_in(text)
    assert ".." in text


def test_the_workbook(document):
    book = load_workbook(BytesIO(RENDERERS[Format.XLSX](document)))
    rows = [row for sheet in book.worksheets[1:] for row in sheet.iter_rows(values_only=True)]
    values = [value for row in rows for value in row if value is not None]
    assert SHOWN in values
    assert any(str(value).startswith("..") for value in values)
    assert not {HIDDEN, WITH_IT, str(HIDDEN), str(WITH_IT)} & set(values)
    assert str(WITH_IT) not in figures_in(" ".join(map(str, values)))


def test_the_data(document):
    data = json.loads(RENDERERS[Format.JSON](document))
    found = list(leaves(data))
    assert str(SHOWN) in figures_in(" ".join(map(str, found)))
    assert str(WITH_IT) not in figures_in(" ".join(map(str, found)))
    assert not {"3", 3, "3.0"} & {value for key, value in pairs(data) if key in {"value", "text", "words"}}


def test_the_chart_has_a_gap_and_its_words_know_nothing(document):
    chart = document.sections[-1].block
    points = {series.name: [(point.value, point.words) for point in series.points] for series in chart.series}
    assert points["Kvinnor"][1] == (None, "..")
    assert points["Män"][1] == (None, "..")
    assert points["Totalt"][1][0] == SHOWN
    assert not {str(WITH_IT), "3"} & set(figures_in(chart.summary))


def test_the_reader_is_told_why(document):
    assert any(note.text.startswith("Visas inte: ") for note in document.notes)


def leaves(data):
    return (value for _key, value in pairs(data))


def pairs(data, key=""):
    if isinstance(data, dict):
        for name, value in data.items():
            yield from pairs(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from pairs(value, key)
    else:
        yield key, data
