"""The tree of sections and the section beside it, in a real browser."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import assert_accessible, assert_no_overflow, editor_in, sign_in
from tests.browser.waiting import wait_until
from tests.builders import a_report, a_section

pytestmark = pytest.mark.browser

WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office' xmlns:w='urn:schemas-microsoft-com:office:word'><head>"
    "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=SV><!--StartFragment-->"
    "<p class=MsoNormal style='margin-bottom:8.0pt'><b>Orsak:</b> för få platser.<o:p></o:p></p>"
    "<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>"
    "&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Fler jourhem<o:p></o:p></p>"
    "<table class=MsoTableGrid border=1 style='border-collapse:collapse'>"
    "<tr><td width=200 style='width:150pt'><p class=MsoNormal>Konto<o:p></o:p></p></td>"
    "<td><p class=MsoNormal>Utfall<o:p></o:p></p></td></tr>"
    "<tr><td><p class=MsoNormal>Personal<o:p></o:p></p></td><td><p class=MsoNormal>1 593<o:p></o:p></p></td></tr>"
    "</table><!--EndFragment--></body></html>"
)
EXCEL = (
    "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style><!--table {x:','} .xl65 {color:red}-->"
    "</style></head><body><table border=0 width=128 style='border-collapse:collapse;width:96pt'>"
    "<!--StartFragment--><col width=64 span=2><tr height=20><td height=20 class=xl65>År</td><td>Andel</td></tr>"
    "<tr height=20><td>2017</td><td align=right class=xl65>81&nbsp;%</td></tr><!--EndFragment--></table></body></html>"
)


@pytest.fixture
def report(transactional_db, world):
    report = a_report(world.round, title="Delårsuppföljning", slug="delar-2017")
    for title, level in (("Inledning", 1), ("Målen", 1), ("Barn", 2), ("Ekonomi", 1)):
        a_section(report, title=title, level=level, content=f"<p>Om {title}.</p>")
    return report


def outline(report):
    return [f"{'.' * (level - 1)}{title}" for title, level in report.sections.values_list("title", "level")]


def open_section(page, report, cast, title):
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/avsnitt/{report.sections.get(title=title).pk}/")


def link(page, title):
    return page.locator(".section-tree__link", has_text=title)


@contextmanager
def moving(page):
    """Waits until the tree that the server answered with stands in the old one's place and has said what was done."""
    before = page.locator("[data-sections]").element_handle()
    with page.expect_response("**/flytta/"):
        yield
    wait_until(page, "old => !old.isConnected && document.querySelector('.section-tree__said').innerText", arg=before)


def press(page, title, keys):
    link(page, title).focus()
    with moving(page):
        page.keyboard.press(keys)


def test_a_section_is_moved_from_the_keyboard_with_what_is_below_it(page, report, cast):
    open_section(page, report, cast, "Målen")
    press(page, "Målen", "Alt+ArrowUp")
    assert outline(report) == ["Målen", ".Barn", "Inledning", "Ekonomi"]
    assert page.evaluate("document.activeElement.innerText") == "Målen"
    expect(page.locator(".section-tree__said")).to_have_text("”Målen” är flyttat.")
    press(page, "Ekonomi", "Alt+ArrowRight")
    press(page, "Inledning", "Alt+ArrowRight")
    assert outline(report) == ["Målen", ".Barn", ".Inledning", "..Ekonomi"]
    press(page, "Målen", "Alt+ArrowUp")
    expect(page.locator(".section-tree__said")).to_contain_text("kan inte flyttas längre")
    assert_accessible(page)


def test_a_section_is_dragged_to_another_place_and_level(page, report, cast):
    open_section(page, report, cast, "Inledning")
    rows = page.locator(".section-tree__row")
    with moving(page):
        rows.nth(3).drag_to(rows.nth(2), target_position={"x": 40, "y": 3})
    assert outline(report) == ["Inledning", "Målen", ".Ekonomi", ".Barn"]
    with moving(page):
        rows.nth(1).drag_to(rows.nth(0), source_position={"x": 3, "y": 20}, target_position={"x": 2, "y": 3})
    assert outline(report) == ["Målen", ".Ekonomi", ".Barn", "Inledning"]


def test_a_section_is_named_hidden_and_folded_in_its_place(page, report, cast):
    open_section(page, report, cast, "Inledning")
    page.locator(".section-tree__menu summary").nth(1).click()
    assert_accessible(page)
    page.locator("[data-section] input[name=title] >> visible=true").fill("Våra mål")
    with page.expect_response("**/namn/"):
        page.keyboard.press("Enter")
    link(page, "Våra mål").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    with page.expect_response("**/dolj/"):
        page.get_by_role("button", name="Dölj ”Våra mål”").click()
    page.get_by_text("Dolt", exact=True).wait_for()
    page.get_by_role("button", name="Avsnitt under ”Våra mål”").click()
    expect(link(page, "Barn")).to_be_hidden()
    press(page, "Våra mål", "Alt+ArrowDown")
    expect(link(page, "Barn")).to_be_hidden()


def test_what_is_done_in_the_tree_is_not_taken_for_another_persons_change(page, report, cast):
    open_section(page, report, cast, "Barn")
    page.locator("#id_title").fill("Barn och unga")
    press(page, "Målen", "Alt+ArrowRight")
    wait_until(page, "document.querySelector('#id_level').value === '3'")
    page.get_by_role("button", name="Spara avsnittet").click()
    page.get_by_text("är sparat").wait_for()
    assert outline(report) == ["Inledning", ".Målen", "..Barn och unga", "Ekonomi"]


def test_the_preview_follows_what_is_typed_and_nothing_is_saved(page, report, cast):
    open_section(page, report, cast, "Inledning")
    frame = page.frame_locator(".section-preview__frame:not(.section-preview__frame--coming)")
    frame.get_by_text("Om Inledning.").wait_for()
    page.get_by_label("Rubrik", exact=True).last.fill("En ny rubrik")
    frame.get_by_role("heading", name="En ny rubrik").wait_for()
    page.get_by_label("Avsnittet visar").select_option("goal_overview")
    frame.get_by_text("Mål nummer 1").wait_for()
    page.locator("summary", has_text="Mål som visas").click()
    page.get_by_label("Mål nummer 2").check()
    frame.get_by_text("Mål nummer 1").wait_for(state="detached")
    expect(frame.get_by_text("Mål nummer 2").first).to_be_visible()
    assert_accessible(page)
    assert report.sections.first().title == "Inledning"
    page.get_by_role("button", name="Spara avsnittet").click()
    page.get_by_text("är sparat").wait_for()
    assert report.sections.first().options == {"mål": ["m2"]}


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        (
            WORD,
            "<p><em>Orsak:</em> för få platser.</p><ul><li>Fler jourhem</li></ul><table><thead><tr>"
            '<th scope="col">Konto</th><th scope="col">Utfall</th></tr></thead><tbody><tr><th scope="row">Personal</th>'
            "<td>1 593</td></tr></tbody></table>",
        ),
        (
            EXCEL,
            '<table><thead><tr><th scope="col">År</th><th scope="col">Andel</th></tr></thead>'
            '<tbody><tr><th scope="row">2017</th><td>81&nbsp;%</td></tr></tbody></table>',
        ),
    ],
)
def test_what_word_and_excel_put_on_the_clipboard_is_pasted_as_simple_text(page, report, cast, html, stored):
    report.sections.update(content="")
    open_section(page, report, cast, "Inledning")
    page.locator("textarea[data-rich-text]").focus()
    editor = editor_in(page, "Text")
    editor.click()
    editor.evaluate(
        """(node, html) => {
            const data = new DataTransfer()
            data.setData("text/html", html)
            node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
        }""",
        html,
    )
    page.get_by_role("button", name="Spara avsnittet").click()
    page.get_by_text("är sparat").wait_for()
    assert report.sections.first().content.replace("\n", "") == stored


def test_a_table_is_made_in_the_editor(page, report, cast):
    open_section(page, report, cast, "Inledning")
    page.locator("textarea[data-rich-text]").focus()
    editor = editor_in(page, "Text")
    editor.click()
    page.keyboard.press("Control+End")
    page.get_by_role("button", name="Tabell", exact=True).click()
    for words in ("År", "Utfall", "Mål", "2017", "81 %", "80 %"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    assert_accessible(page)
    page.get_by_role("button", name="Ta bort rad").click()
    page.get_by_role("button", name="Spara avsnittet").click()
    page.get_by_text("är sparat").wait_for()
    assert "<td>81 %</td><td>80 %</td></tr></tbody></table>" in report.sections.first().content


@pytest.mark.parametrize("kind", ["text", "goal_follow_up", "indicator_table", "chart", "data_table"])
def test_the_form_of_every_kind_is_accessible_and_fits_a_phone(page, report, cast, kind):
    report.sections.update(kind=kind)
    open_section(page, report, cast, "Målen")
    assert_accessible(page)
    assert_no_overflow(page)


def test_everything_in_the_tree_is_done_without_javascript(open_page, report, cast):
    page = open_page(java_script=False)
    open_section(page, report, cast, "Målen")
    page.locator("summary", has_text="Ändra ”Ekonomi”").click()
    page.get_by_role("button", name="Nivå ned för ”Ekonomi”").click()
    expect(page.get_by_text("”Ekonomi” är flyttat.")).to_be_visible()
    assert outline(report) == ["Inledning", "Målen", ".Barn", ".Ekonomi"]
    expect(page).to_have_url(f"/rapporter/{report.pk}/avsnitt/{report.sections.get(title='Målen').pk}/")
    page.get_by_label("Avsnittet visar").select_option("goal_overview")
    page.get_by_role("button", name="Visa valen").click()
    page.locator("summary", has_text="Mål som visas").click()
    page.get_by_label("Mål nummer 2").check()
    page.get_by_role("button", name="Visa som det är skrivet").click()
    page.frame_locator("iframe").get_by_text("Mål nummer 2").first.wait_for()
    page.get_by_role("button", name="Spara avsnittet").click()
    expect(page.get_by_text("är sparat")).to_be_visible()
    assert report.sections.get(title="Målen").options == {"mål": ["m2"]}


def test_without_javascript_nothing_that_is_typed_is_lost_by_what_is_done_in_the_tree(open_page, report, cast):
    page = open_page(java_script=False)
    open_section(page, report, cast, "Barn")
    page.locator("#id_title").fill("Barn och unga")
    page.get_by_label("Text", exact=True).fill("Det jag skrev.\n\n- ett\n- två")
    for menu, button in (
        ("Ekonomi", "Nivå ned för ”Ekonomi”"),
        ("Målen", "Flytta upp ”Målen”"),
        ("Barn", "Dölj ”Barn”"),
    ):
        page.locator("summary", has_text=f"Ändra ”{menu}”").click()
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("button", name=button)).to_be_hidden()  # the page is a new one, with its menus folded
        expect(page.locator("#id_title")).to_have_value("Barn och unga")
        expect(page.get_by_label("Text", exact=True)).to_have_value("Det jag skrev.\n\n- ett\n- två")
    assert outline(report) == ["Målen", ".Barn", ".Ekonomi", "Inledning"]
    page.get_by_role("button", name="Spara och lägg till avsnitt").click()
    expect(page.get_by_text("Avsnittet ”Barn och unga” är sparat.")).to_be_visible()
    barn = report.sections.get(title="Barn och unga")
    assert (barn.is_hidden, barn.content) == (True, "<p>Det jag skrev.</p>\n<ul><li>ett</li><li>två</li></ul>")
    page.locator("#id_title").fill("Efteråt")
    page.locator("summary", has_text="Ändra ”Ekonomi”").click()
    page.get_by_role("button", name="Nivå upp för ”Ekonomi”").click()
    page.get_by_role("button", name="Lägg till avsnittet").click()
    expect(page.get_by_text("är tillagt")).to_be_visible()
    assert outline(report) == ["Målen", ".Barn och unga", ".Efteråt", "Ekonomi", "Inledning"]


def test_without_javascript_the_keyboard_saves_from_a_field_and_moves_nothing(open_page, report, cast):
    page = open_page(java_script=False)
    open_section(page, report, cast, "Barn")
    page.locator("#id_title").fill("Barn och unga")
    page.keyboard.press("Enter")
    expect(page.get_by_text("är sparat")).to_be_visible()
    assert outline(report) == ["Inledning", "Målen", ".Barn och unga", "Ekonomi"]


def test_without_javascript_the_reports_title_is_not_lost_either(open_page, report, cast):
    page = open_page(java_script=False)
    sign_in(page, cast.controller)
    page.goto(f"/rapporter/{report.pk}/redigera/")
    page.locator("summary", has_text="Ändra titel och uppgifter").click()
    page.get_by_label("Titel").fill("Min nya titel")
    page.locator("summary", has_text="Ändra ”Målen”").click()
    page.get_by_role("button", name="Flytta upp ”Målen”").click()
    expect(page.get_by_text("”Målen” är flyttat.")).to_be_visible()
    assert outline(report) == ["Målen", ".Barn", "Inledning", "Ekonomi"]
    expect(page.get_by_label("Titel")).to_have_value("Min nya titel")
    page.get_by_role("button", name="Spara uppgifterna").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Min nya titel")


def test_a_section_is_saved_on_the_way_to_the_next_one(page, report, cast):
    open_section(page, report, cast, "Inledning")
    page.locator("#id_title").fill("Inledningen")
    page.get_by_role("button", name="Spara och lägg till avsnitt").click()
    page.wait_for_url("**/avsnitt/nytt/?efter=*")
    wait_until(page, "localStorage.length === 0")
    assert outline(report)[0] == "Inledningen"
