"""The search finds the same in every database: what, in which order, and the words that are marked."""

import pytest

from tests.views.searches import a_published_text, excerpts, heading, hits, marks, search, text_of, two_reports

pytestmark = pytest.mark.usefixtures("light_pdf")

NEW, OLD = "Delårsuppföljning 2017", "Årsrapport 2016"
FIRST = "1 Gott bemötande"


@pytest.fixture
def reports(world, cast):
    return two_reports(world, cast)


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("bedömning", {OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ("bedömningar", {OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ("åtgärd", {OLD: [("Avsnitt", "Åtgärder och bedömning")], NEW: [("Kommentar", "2 Budget i balans")]}),
        ("åtgärderna", {OLD: [("Avsnitt", "Åtgärder och bedömning")], NEW: [("Kommentar", "2 Budget i balans")]}),
        ("bemötande", {NEW: [("Mål", FIRST), ("Kommentar", FIRST)], OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ("sjukfrånvaro", {NEW: [("Kommentar", "2 Budget i balans")], OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ("sjuk", {NEW: [("Kommentar", "2 Budget i balans")], OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ("frånvaro", {}),
        ("äldre", {NEW: [("Kommentar", "2 Budget i balans")]}),
        ("aldre", {}),
        ("ål", {OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ('"al och ål"', {OLD: [("Avsnitt", "Åtgärder och bedömning")]}),
        ('"ål och al"', {}),
        ("e-tjänst", {NEW: [("Kommentar", FIRST)]}),
        ("57 av 70", {NEW: [("Kommentar", FIRST)]}),
        ("70 av 57", {NEW: [("Kommentar", FIRST)]}),
        ('"70 av 57"', {}),
        ("2,5", {NEW: [("Kommentar", FIRST)]}),
        ("5,2", {}),
        ("sjukfrånvaro -åtgärd", {}),
        ("sjukfrånvaro -ål", {NEW: [("Kommentar", "2 Budget i balans")]}),
        ("bemöt* tjänst*", {NEW: [("Kommentar", FIRST)]}),
        ("AFI balans", {NEW: [("Kommentar", "2 Budget i balans")]}),
        ("delårsuppföljning", {NEW: [("Avsnitt", "Delårsuppföljning 2017")]}),
    ],
)  # fmt: skip
def test_what_is_found(client, reports, q, found):
    shown = hits(search(client, q))
    assert shown == found
    assert list(shown) == list(found)


@pytest.mark.parametrize("q", ["mål", "målen", "målet"])
def test_the_forms_of_a_word_find_the_same(client, reports, q):
    assert ("Kommentar", FIRST) in hits(search(client, q))[NEW]


def test_a_word_matches_in_every_form_and_is_marked_as_it_stands(client, reports):
    page = search(client, "bedömning åtgärd")
    assert marks(page) == ["Åtgärder", "bedömning", "Bedömningarna"]
    assert excerpts(page) == ["Bedömningarna av bemötandet: sjukfrånvaron minskar. Al och ål är olika."]


def test_a_hit_tells_who_answered_and_leads_to_the_row(client, reports):
    page = search(client, "sjukfrånvaro", year="2017")
    (hit,) = page.xpath("//li[@class='hit']")
    assert "AFI" in text_of(hit)
    assert "Ej uppnått" in text_of(hit)
    (address,) = hit.xpath("./p/a/@href")
    path, anchor = address.split("#")
    assert path == "/socialnamnden/delar-2017/v1/"
    assert f'id="{anchor}"' in client.get(path).content.decode()


def test_the_page_says_how_many_there_are(client, reports):
    assert heading(search(client, "sjukfrånvaro")) == ["2 träffar i 2 rapporter"]
    assert heading(search(client, "ål")) == ["1 träff i 1 rapport"]


def test_html_in_what_is_written_is_text(client, reports):
    q = '"><script>alert(1)</script> <mark>mål</mark>'
    page = client.get("/sok/", {"q": q}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_html_in_a_report_is_text(client, world, cast):
    a_published_text(world.round, cast, "Avsnitt <b>ett</b>", "<p>Ett &lt;img src=x&gt; zebra</p>")
    page = search(client, "zebra")
    assert excerpts(page) == ["Ett <img src=x> zebra"]
    assert not page.xpath("//main//b | //main//img")
