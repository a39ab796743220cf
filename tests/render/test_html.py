import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from reports.build.document import DocumentSection, Edition, GoalTable, Result, TextPart, TrendMark
from reports.render import stylesheet_source
from reports.render.html import render_html
from reports.render.pdf import print_source
from tests.render.example import HEADINGS, example_document, example_publisher, goal_rows


def tree(document=None):
    return lxml_html.fromstring(render_html(document or example_document()).decode())


def test_the_same_document_gives_the_same_bytes():
    assert render_html(example_document()) == render_html(example_document())


def test_the_policy_source_is_the_hash_of_the_only_style():
    page = render_html(example_document())
    styles = re.findall(rb"<style>(.*?)</style>", page, re.DOTALL)
    assert len(styles) == 1
    digest = base64.b64encode(hashlib.sha256(styles[0]).digest()).decode()
    assert stylesheet_source(page) == f"'sha256-{digest}'"


def test_a_page_without_style_has_no_policy_source():
    with pytest.raises(ValueError, match="no embedded style"):
        stylesheet_source(b"<html></html>")


def test_there_is_no_script_no_style_attribute_and_nothing_to_load_but_fonts():
    page = render_html(example_document()).decode()
    body = page.split("</style>")[1]
    assert "<script" not in page
    assert not re.search(r"\s(?:style|on\w+)=", body)
    assert re.findall(r"<(?:img|link|iframe|object)\b[^>]*>", page) == ['<link rel="icon" href="data:,">']
    assert set(re.findall(r"url\(\"?([^\")]+)", page)) <= {
        f"/static/fonts/SourceSansPro-{style}.ttf" for style in ("Regular", "It", "Semibold")
    }


def test_the_frame_comes_right_after_the_skip_link():
    page = render_html(example_document()).decode()
    assert re.search(r'<body>\s*<a class="skip-link" href="#rapporten">[^<]*</a><!--frame-->', page)


def test_the_page_says_its_language_title_and_what_it_is_about():
    root = tree()
    assert root.get("lang") == "sv"
    assert root.findtext(".//title") == "Delårsrapport augusti 2017 – Socialnämnden, Ålunda kommun"
    description = root.xpath("string(//meta[@name='description']/@content)")
    assert description.endswith("Avser läget per den 31 augusti 2017.")


def test_heading_levels_do_not_skip():
    levels = [int(heading.tag[1]) for heading in tree().xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_links_within_the_page_lead_somewhere():
    root = tree()
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in root.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)


def test_the_goal_table_keeps_its_roles_and_names_when_it_is_shown_as_cards():
    table = tree().xpath("//table[contains(@class,'goal-table')]")[0]
    assert table.get("role") == "table"
    assert [cell.text_content() for cell in table.xpath("thead//th[@scope='col'][@role='columnheader']")] == list(
        HEADINGS
    )
    for row in table.xpath("tbody/tr"):
        assert row.get("role") == "row"
        assert [cell.get("role") for cell in row] == ["cell", "rowheader", "cell", "cell", "cell"]
        assert [cell.get("data-label") for cell in row] == list(HEADINGS)


def test_each_goal_shows_its_statuses_in_order_after_the_texts():
    rows = tree().xpath("//table[contains(@class,'goal-table')]/tbody/tr")
    for row, goal in zip(rows, goal_rows(), strict=True):
        words = [each.text_content().strip() for each in row.xpath(".//p[contains(@class,'result__status')]")]
        expected = [
            each.status.word if each.status else "Ingen bedömning" if each.parts else "Inget svar"
            for each in goal.results
        ]
        assert words == expected


def test_what_is_missing_is_said_in_words():
    rows = {row.get("id"): row.text_content() for row in tree().xpath("//tr[@class='goal']")}
    assert "Inget svar" in rows["mal-7"]
    assert "Ingen indikator" in rows["mal-8"]
    assert "Ingen angiven" in rows["mal-8"]


def test_characters_that_look_like_markup_are_characters():
    document = example_document(title="Läget <b>& sådant</b>", registry_number='"><script>')
    page = render_html(document).decode()
    assert "Läget &lt;b&gt;&amp; sådant&lt;/b&gt;" in page
    assert "<script>" not in page


def test_a_draft_says_so_and_a_published_report_does_not():
    draft = tree(example_document(edition=None))
    assert draft.findtext(".//title").startswith("Utkast: ")
    assert draft.xpath("string(//*[@class='draft__word'])") == "Utkast"
    assert "Utkast" not in tree().text_content()


def test_the_change_note_is_shown_where_there_is_one():
    first = Edition(1, example_document().edition.published_at, "")
    assert "Siffran för sjukfrånvaro" in tree().text_content()
    assert not tree(example_document(edition=first)).xpath("//*[@class='change-note']")


def test_the_accent_is_the_municipality_s():
    page = render_html(example_document(publisher=example_publisher(accent="#8a1c4f"))).decode()
    assert ":root{--accent:#8a1c4f;" in page


def test_headings_in_texts_stand_below_the_heading_above_them():
    section = DocumentSection("a", 2, "Rubrik", "<h3>Inne i texten</h3><p>Text.</p>", None)
    below = DocumentSection("b", 3, "Underrubrik", "<h3>Djupare</h3><p>Text.</p>", None)
    root = tree(example_document(sections=(section, below)))
    assert root.xpath("string(//section//h3[not(@id)])") == "Inne i texten"
    assert root.xpath("string(//section//h4)") == "Djupare"


def test_a_report_without_numbers_contents_or_details_is_still_whole():
    bare = replace(
        example_document(),
        subtitle="",
        as_of=None,
        dated=None,
        registry_number="",
        plan_title="",
        summaries=(),
        sections=(DocumentSection("a", 2, "", "<p>Allt.</p>", GoalTable(HEADINGS, ())),),
    )
    root = tree(bare)
    assert not root.xpath("//nav")
    assert "Allt." in root.text_content()
    assert "per den" not in root.text_content()


@pytest.mark.parametrize("source", [lambda document: render_html(document).decode(), print_source])
def test_a_goal_table_has_only_the_columns_that_have_a_heading(source):
    table = GoalTable(("", "Mål", "", "Resultat", ""), goal_rows()[:1])
    root = lxml_html.fromstring(source(example_document(sections=(DocumentSection("a", 2, "", "", table),))))
    (found,) = root.xpath("//table[@class='goal-table']")
    assert [cell.text for cell in found.xpath("./thead//th")] == ["Mål", "Resultat"]
    assert len(found.xpath("./tbody/tr/*")) == 2


@pytest.mark.parametrize("source", [lambda document: render_html(document).decode(), print_source])
def test_what_is_not_shown_of_a_result_is_not_said_to_be_missing_and_its_reference_and_trend_stand_without_a_status(
    source,
):
    told = Result("AFI", "AFI", False, None, (TextPart("", "<p>Bra.</p>"),), ref="1-2", trend=TrendMark("up", "uppåt"))
    silent = replace(told, trend=None, ref="")

    def shown(result, **shows):
        table = GoalTable(HEADINGS, (replace(goal_rows()[0], results=(result,)),), **shows)
        root = lxml_html.fromstring(source(example_document(sections=(DocumentSection("a", 2, "", "", table),))))
        (cell,) = root.xpath("//td[contains(@class, 'goal__results')]")
        return " ".join(cell.text_content().split())

    assert shown(told) == "AFI 1-2 Bra. uppåt"
    assert shown(silent) == "AFI Bra. Ingen bedömning"
    assert shown(silent, shows_status=False) == "AFI Bra."
    assert shown(replace(silent, parts=())) == "AFI Inget svar"
    assert shown(replace(silent, parts=()), shows_comments=False) == "AFI Ingen bedömning"
