"""The memo's PDF: both standards, what is proposed first, and who sends it to whom."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reports.build.document import Publisher
from reports.build.memo import EnclosedReport, MemoDocument
from reports.render.memo import render_memo
from tests.render.paper_rules import breaches_of_standards, faults_of_headings, faults_of_tables
from tests.render.structure import tree_of
from tests.render.test_pdf import pages_of, words

TABLE = (
    '<table><thead><tr><th scope="col">Post</th><th scope="col">Utfall</th></tr></thead>'
    '<tbody><tr><th scope="row">Lokaler</th><td>12</td></tr></tbody></table>'
)
MEMO = MemoDocument(
    publisher=Publisher("Ålunda kommun", "0000", "Socialnämnden", "alunda-socialnamnden", "#1f5a82"),
    heading="Tjänsteskrivelse – Delårsrapport augusti 2017",
    recipient="Socialnämnden",
    dated=date(2017, 9, 20),
    registry_number="SN 2017-88",
    case_officer="Cecilia, controller",
    proposed_decision="<ol><li>Nämnden godkänner rapporten.</li><li>Nämnden tackar.</li></ol>",
    summary="<p>Det går bra.</p>",
    background="<h3>Planen</h3><p>Rapporten följer upp planen.</p>",
    assessment='<p>Se <a href="https://example.org" rel="noopener">sidan</a>.</p>',
    financial_consequences=TABLE,
    report=EnclosedReport("Delårsrapport augusti 2017", 2, date(2017, 10, 12)),
)


@pytest.fixture(scope="module")
def pdf():
    return render_memo(MEMO)


def test_it_keeps_the_standards_of_readers_and_of_the_archive(pdf):
    assert breaches_of_standards(pdf) == []


def test_so_does_one_of_which_little_is_said():
    bare = replace(
        MEMO,
        dated=None,
        registry_number="",
        case_officer="",
        summary="",
        background="",
        assessment="",
        financial_consequences="",
        report=EnclosedReport("Delårsrapport"),
    )
    pdf = render_memo(bare)
    (page,) = pages_of(pdf)
    assert breaches_of_standards(pdf) == []
    assert "Delårsrapport, utkast" in page
    for heading in ("Datum", "Diarienummer", "Handläggare", "Sammanfattning", "Ärendet", "Bedömning", "Ekonomiska"):
        assert heading not in page


def test_it_is_one_page_that_reads_in_the_order_of_a_memo(pdf):
    (page,) = pages_of(pdf)
    order = [
        "Ålunda kommun", "Socialnämnden", "Tjänsteskrivelse – Delårsrapport augusti 2017", "Mottagare Socialnämnden",
        "Datum 20 september 2017", "Diarienummer SN 2017-88", "Handläggare Cecilia, controller", "Förslag till beslut",
        "1. Nämnden godkänner rapporten.", "Sammanfattning", "Ärendet", "Planen", "Bedömning",
        "Ekonomiska konsekvenser", "Bilagor", "Delårsrapport augusti 2017, version 2, publicerad den 12 oktober 2017",
        "Sida 1 av 1",
    ]  # fmt: skip
    assert re.search(".*".join(map(re.escape, order)), words(page))


def test_its_headings_and_tables_can_be_followed_by_those_who_listen(pdf):
    tree = tree_of(pdf)
    assert faults_of_headings(tree) == []
    assert faults_of_tables(tree) == []


def test_a_second_page_says_whose_memo_it_is():
    first, second = pages_of(render_memo(replace(MEMO, background="<p>Mycket text här.</p>" * 20)))
    assert "Dnr SN 2017-88" not in first
    assert second.startswith("Socialnämnden, Ålunda kommun Dnr SN 2017-88")
    assert "Tjänsteskrivelse – Delårsrapport augusti 2017" in second


def test_the_same_memo_gives_the_same_bytes(pdf):
    assert render_memo(MEMO) == pdf
