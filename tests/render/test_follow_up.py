"""Goals one by one on the page: headings, answers, indicators; then charts, attachments and empty sections."""

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from reports.build.document import (
    AssignmentGroup,
    AssignmentPart,
    Detail,
    DocumentSection,
    GoalFollowUp,
    GoalIndicators,
    GoalPart,
    IndicatorGroup,
    IndicatorPart,
    Result,
    TextPart,
)
from reports.render.html import render_html
from reports.render.pages import document_context
from reports.render.pdf import print_source
from reports.render.unit_names import name_beside
from tests.render.example_blocks import chart, follow_up, rich_document
from tests.render.example_tables import ACHIEVED


def words(element):
    return " ".join(element.text_content().split())


def page(**overrides):
    return lxml_html.fromstring(render_html(rich_document(**overrides)).decode())


def with_parts(*parts, level=2):
    return {"sections": (DocumentSection("m", level, "Målen", "", GoalFollowUp(parts)),)}


def goal(anchor="g", depth=0, **changes):
    return replace(GoalPart(anchor, depth, "", "", f"Mål {anchor}", "", (), (), ()), **changes)


@pytest.mark.parametrize("source", [lambda document: render_html(document).decode(), print_source])
def test_heading_levels_do_not_skip_however_deep_the_goals_lie(source):
    headings = lxml_html.fromstring(source(rich_document())).xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    levels = [int(heading.tag[1]) for heading in headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == 6


def test_a_goal_stands_one_level_below_the_goal_above_it():
    root = page(**with_parts(goal("a"), goal("b", 1), goal("c", 2), goal("d")))
    assert [root.get_element_by_id(anchor).tag for anchor in "abcd"] == ["h3", "h4", "h5", "h3"]


def test_ids_are_unique_and_links_within_the_page_lead_somewhere():
    root = page()
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in root.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert {name for names in root.xpath("//@aria-labelledby") for name in names.split()} <= set(ids)


def test_a_goal_shows_its_label_number_and_name():
    assert words(page().get_element_by_id("mal-1-1")) == "Årsmål 2022 1.1 Långtidssjukskrivningen minskar"


def test_details_are_lines_with_their_label():
    lines = [words(line) for line in page().xpath("//p[@class='detail']")]
    assert "Bidrar till: Ett tryggt Kalmar, Hög kvalitet i välfärden" in lines
    assert "Målvärde 2022: 54" in lines


def test_the_committee_s_answer_alone_needs_no_name():
    own = Result("Socialnämnden", "Socialnämnden", True, ACHIEVED, ())
    (head,) = page(**with_parts(goal(results=(own,)))).xpath("//p[@class='answer__head']")
    assert words(head) == "Uppfyllt"


def test_answers_of_several_say_whose_they_are():
    own = Result("Socialnämnden", "Socialnämnden", True, ACHIEVED, ())
    unit = Result("VO Vuxen", "Verksamhetsområde Vuxen", False, None, (), ref="1-2")
    heads = page(**with_parts(goal(results=(own, unit)))).xpath("//p[@class='answer__head']")
    assert [words(head) for head in heads] == [
        "Socialnämnden Uppfyllt",
        "VO Vuxen 1-2 Inget svar",
    ]


def test_parts_of_a_comment_have_their_labels_in_order():
    (answer, *_others) = page().xpath("//div[@class='answer'][p[@class='part-label']]")
    assert [words(label) for label in answer.xpath("p[@class='part-label']")] == [
        "Samlad bedömning",
        "Orsak",
        "Åtgärd",
    ]


def test_indicators_after_the_goals_below_say_whose_they_are():
    assert "Indikatorer för Socialtjänstens stöd" in [words(each) for each in page().xpath("//h4|//h5")]


def test_the_overview_links_to_the_goals_that_the_report_describes():
    links = {link.get("href"): words(link) for link in page().xpath("//table[@class='overview']//a")}
    assert links["#mal-1-1"] == "Långtidssjukskrivningen minskar"
    assert "#mal-2-1" not in links


def test_an_area_in_the_overview_spans_its_row():
    areas = page().xpath("//tr[contains(@class,'overview__row--area')]")
    assert [words(area) for area in areas] == ["Fokusområde 1 Ett hållbart Kalmar", "2 Ekonomi"]
    assert {(area[0].get("scope"), area[0].get("colspan")) for area in areas} == {("rowgroup", "2")}


def contents(*parts, on_paper=False):
    return document_context(rich_document(**with_parts(*parts)), on_paper=on_paper)["contents"]


def test_the_contents_name_the_goals_down_to_where_they_can_be_looked_through():
    parts = [goal("a"), *(goal(f"b{number}", 1) for number in range(45)), goal("c")]
    (entry,) = contents(*parts)
    assert [each.anchor for each in entry.goals] == ["a", "c"]
    (shorter,) = contents(*parts[:20])
    assert len(shorter.goals) == 20


def test_the_contents_on_paper_name_goals_only_as_far_down_as_a_page_has_room_for():
    deep = [goal("a"), *(goal(f"b{number}", 1) for number in range(10)), *(goal(f"c{n}", 2) for n in range(29))]
    assert [len(entry.goals) for entry in contents(*deep)] == [40]
    assert [len(entry.goals) for entry in contents(*deep, on_paper=True)] == [11]
    assert [len(entry.goals) for entry in contents(*(goal(f"a{n}") for n in range(40)), on_paper=True)] == [0]


def test_long_contents_on_paper_name_the_higher_headings_alone():
    sections = tuple(
        DocumentSection(f"s{number}", level, f"Rubrik {number}", "", None)
        for number, level in enumerate([1, *([2, *([3] * 9)] * 5)])
    )
    found = document_context(rich_document(sections=sections), on_paper=True)["contents"]
    assert [entry.indent for entry in found] == [0, *([1] * 5)]


@pytest.mark.parametrize(("count", "is_open"), [(10, True), (35, False)])
def test_the_goals_in_the_contents_are_folded_under_their_section_where_they_are_many(count, is_open):
    root = page(**with_parts(*(goal(f"a{number}") for number in range(count))))
    (fold,) = root.xpath("//nav[@class='contents']//details[@class='contents__fold']")
    assert words(fold.find("summary")) == f"{count} mål i Målen"
    assert (fold.get("open") is not None, len(fold.xpath("./ol/li"))) == (is_open, count)


def test_a_goal_300_levels_down_is_set_like_any_other():
    parts = tuple(goal(f"g{depth}", depth) for depth in range(300))
    root = page(**with_parts(*parts))
    assert len(root.xpath("//h6")) == 300 - 3


def test_a_chart_is_a_figure_with_its_words_and_the_figures_behind_it():
    root = page(sections=(DocumentSection("d", 2, "Utveckling", "", chart()),))
    (figure,) = root.xpath("//figure")
    assert figure.xpath("svg[@role='img']")
    assert words(figure.find("figcaption")) == "Långtidssjukskrivna medarbetare"
    assert words(figure.find("p")) == "Antalet har minskat från 54 till 49 sedan 2018."
    (details,) = root.xpath("//details[@open]")
    assert words(details.find("summary")) == "Siffrorna bakom diagrammet"
    assert "ej mätt ännu" in words(details.xpath(".//table")[0])


def test_only_web_addresses_of_attachments_are_links():
    (section,) = page().xpath("//section[h2[@id='bilagor']]")
    assert section.xpath(".//a[not(@class='row-link')]/@href") == ["https://www.example.se/plan.pdf"]
    assert "Dnr SN 2022/17" in words(section)


def test_a_section_with_nothing_to_show_says_so():
    (section,) = page().xpath("//section[h2[@id='aktiviteter']]")
    assert words(section) == "Aktiviteter Planen har inga aktiviteter."


def test_nothing_of_the_follow_up_is_lost():
    text = words(page())
    for part in follow_up().parts:
        if isinstance(part, GoalPart):
            assert part.name in text


def test_a_reference_stands_also_where_the_committee_alone_has_answered_without_a_status():
    told = Result("Socialnämnden", "Socialnämnden", True, None, (TextPart("", "<p>Bra.</p>"),), ref="1-2")
    (head,) = page(**with_parts(goal(results=(told,)))).xpath("//p[@class='answer__head']")
    assert words(head) == "1-2"


def indicators_after(*headings):
    """Of a goal whose indicators stand after the goal below it, in groups with these headings."""
    groups = tuple(
        IndicatorGroup(each, (IndicatorPart(f"i-{each}", "", "Andel", "", (), None, ()),)) for each in headings
    )
    parts = (goal("a"), goal("b", 1), GoalIndicators("a-i", 0, "Trygghet", groups))
    return [
        (heading.tag, words(heading))
        for heading in page(**with_parts(*parts)).xpath(
            "//div[contains(@class, 'goal-part')][position() >= 3]//*[self::h4 or self::h5 or self::h6]"
        )
    ]


def test_indicators_in_one_group_after_the_goals_below_have_one_heading_that_says_whose_they_are():
    assert indicators_after("Övergripande") == [("h4", "Indikatorer för Trygghet Övergripande"), ("h5", "Andel")]
    assert indicators_after("") == [("h4", "Indikatorer för Trygghet"), ("h5", "Andel")]
    assert [tag for tag, _words in indicators_after("Nationella", "Egna")] == ["h4", "h5", "h6", "h5", "h6"]


@pytest.mark.parametrize(
    ("code", "name", "shown"),
    [
        ("AFI", "Avdelningen för individ", "Avdelningen för individ"),
        ("VO Vuxen", "Verksamhetsområde Vuxen", ""),
        ("Nämnden", "Nämnden", ""),
    ],
)
def test_a_units_name_stands_beside_its_code_where_it_says_more(code, name, shown):
    assert name_beside(code, name) == shown


def test_a_units_name_stands_at_its_first_answer_only():
    answer = Result("AFI", "Avdelningen för individ", False, ACHIEVED, ())
    found = page(**with_parts(goal("a", results=(answer,)), goal("b", results=(answer,))))
    assert [words(each) for each in found.xpath("//span[@class='answer__unit-name']")] == ["Avdelningen för individ"]
    assert len(found.xpath("//*[@class='answer__unit']")) == 2


def test_a_goal_whose_name_is_a_long_sentence_is_cut_in_the_contents():
    (entry,) = contents(goal("a", name="Alla barn ska " * 20))
    assert entry.goals[0].name == " ".join(["Alla barn ska"] * 5) + " Alla …"


def test_groups_that_say_that_they_are_indicators_have_no_such_heading_above_them():
    assert indicators_after("Indikatorer i övrigt") == [("h4", "Indikatorer i övrigt"), ("h5", "Andel")]
    groups = indicators_after("Indikatorer för barn", "Indikatorer för vuxna")
    assert [heading for heading in groups if heading[1] != "Andel"] == [
        ("h4", "Indikatorer för barn"), ("h4", "Indikatorer för vuxna"),
    ]  # fmt: skip


def test_an_assignment_says_what_it_is_unless_its_group_does():
    def heading(group):
        part = AssignmentPart("u", "Uppdrag", "7", "Handlingsplan", "", (), ())
        found = page(**with_parts(goal("a", assignments=(AssignmentGroup(group, (part,)),))))
        return words(found.get_element_by_id("u"))

    assert heading("") == heading("Trygghet") == "Uppdrag 7 Handlingsplan"
    assert heading("Kommunfullmäktiges uppdrag") == "7 Handlingsplan"


@pytest.mark.parametrize(
    ("values", "is_list"), [(("Kort", "Kort"), False), (("Kort", "Lång " * 10), True), (("Lång " * 10,), False)]
)
def test_values_as_long_as_sentences_stand_one_a_line(values, is_list):
    root = page(**with_parts(goal(details=(Detail("Bidrar till", values),))))
    assert len(root.xpath("//ul[@class='detail-list']/li")) == (len(values) if is_list else 0)
