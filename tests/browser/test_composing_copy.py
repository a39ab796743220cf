"""What is typed in a section is kept in the browser until the server has saved it, and given to nobody else."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from reports.commands.composing import change_section, text_of
from reports.commands.section_order import delete_section
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in, write
from tests.browser.waiting import wait_until
from tests.builders import a_report, a_section

pytestmark = pytest.mark.browser

LINKED = '<p>Se <a href="https://example.org" rel="noopener">sidan</a>.</p>'


@pytest.fixture
def report(transactional_db, world):
    report = a_report(world.round, title="Delårsuppföljning", slug="delar-2017")
    a_section(report, title="Inledning", content=LINKED)
    return report


@pytest.fixture
def page(open_page, cast):
    page = open_page(expected=("status of 409", "status of 422"))
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, cast.controller)
    return page


def address(report):
    return f"/rapporter/{report.pk}/avsnitt/{report.sections.first().pk}/"


def form(page):
    return page.locator("[data-section-form]")


def title(page):
    return form(page).get_by_label("Rubrik", exact=True)


def offer(page):
    return form(page).get_by_role("alert").filter(has_text="Det finns text som inte hann sparas")


def take_back(page):
    offer(page).get_by_role("button", name="Ta tillbaka").click()
    expect(page.get_by_text("Ändringarna är inte sparade än.")).to_be_visible()


def save(page):
    page.get_by_role("button", name="Spara avsnittet").click()


def wait_for_copy(page, words):
    wait_until(page, "words => Object.values(localStorage).some(each => each.includes(words))", arg=words)


def nothing_is_kept(page):
    wait_until(page, "localStorage.length === 0")


def leave(page):
    """As when a lid is closed."""
    page.goto("about:blank")


def left_with(page, report, words):
    page.goto(address(report))
    title(page).fill(words)
    wait_for_copy(page, words)
    leave(page)


def test_text_from_the_editor_is_offered_and_taken_back_with_its_links(page, report):
    page.goto(address(report))
    write(page, form(page), "", label="Text")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Bara här.")
    wait_for_copy(page, "Bara här.")
    leave(page)
    page.goto(address(report))
    expect(offer(page)).not_to_contain_text("Avsnittet har sparats sedan dess")
    assert_accessible(page)
    assert_no_overflow(page)
    take_back(page)
    expect(page.locator("#id_content")).to_have_value("Se sidan (https://example.org). Bara här.")
    save(page)
    expect(page.get_by_text("är sparat")).to_be_visible()
    assert report.sections.get().content == LINKED.replace(".</p>", ". Bara här.</p>")
    nothing_is_kept(page)
    expect(page).to_have_url(address(report))


def test_a_text_that_was_not_touched_keeps_its_links(page, report):
    left_with(page, report, "Ny rubrik")
    page.goto(address(report))
    take_back(page)
    expect(title(page)).to_have_value("Ny rubrik")
    save(page)
    expect(page.get_by_text("är sparat")).to_be_visible()
    assert report.sections.values_list("title", "content").get() == ("Ny rubrik", LINKED)


def test_what_the_section_shows_is_taken_back_with_the_choices_of_that_kind(page, report):
    page.goto(address(report))
    page.get_by_label("Avsnittet visar").select_option("goal_overview")
    page.locator("summary", has_text="Mål som visas").click()
    page.get_by_label("Mål nummer 2").check()
    page.get_by_label("Mål nummer 3").check()
    wait_for_copy(page, "option_goals")
    leave(page)
    page.goto(address(report))
    take_back(page)
    save(page)
    expect(page.get_by_text("är sparat")).to_be_visible()
    section = report.sections.get()
    assert (section.kind, section.options) == ("goal_overview", {"mål": ["m2", "m3"]})


def test_beside_what_another_has_saved_meanwhile_nothing_is_written_over(page, report, cast):
    left_with(page, report, "Min rubrik")
    section = report.sections.get()
    values = {"title": "Den andras", "level": 1, "kind": "text", "content": LINKED, "is_hidden": False}
    change_section(section=section, seen=text_of(section).fingerprint, by=cast.administrator, **values)
    page.goto(address(report))
    expect(offer(page)).to_contain_text("Avsnittet har sparats sedan dess")
    take_back(page)
    save(page)
    expect(
        page.get_by_role("alert").filter(has_text="sparat nu är ”Den andras”, du skrev ”Min rubrik”")
    ).to_be_visible()
    assert report.sections.get().title == "Den andras"
    save(page)
    expect(page.get_by_text("är sparat")).to_be_visible()
    assert report.sections.get().title == "Min rubrik"
    nothing_is_kept(page)


def test_what_is_thrown_away_does_not_come_back(page, report):
    left_with(page, report, "Ny rubrik")
    page.goto(address(report))
    offer(page).get_by_role("button", name="Kasta").click()
    expect(offer(page)).to_have_count(0)
    page.reload()
    expect(title(page)).to_have_value("Inledning")
    expect(offer(page)).to_have_count(0)
    nothing_is_kept(page)


def test_what_is_typed_beside_an_offer_that_was_not_answered_loses_neither(page, report):
    left_with(page, report, "Först")
    page.goto(address(report))
    expect(offer(page)).to_be_visible()
    title(page).fill("Sedan")
    wait_for_copy(page, "Sedan")
    leave(page)
    page.goto(address(report))
    take_back(page)
    expect(title(page)).to_have_value("Sedan")
    save(page)
    expect(page.get_by_text("är sparat")).to_be_visible()
    take_back(page)
    expect(title(page)).to_have_value("Först")


def test_a_sign_in_that_has_run_out_loses_nothing_and_nobody_else_sees_it(open_page, report, cast):
    # A preview that is asked for just then is answered by the sign-in page, which no frame shows.
    page = open_page(expected=("frame-ancestors",))
    for user in (cast.controller, cast.administrator):
        user.set_password("hemligt")
        user.save()
    sign_in(page, cast.controller)
    page.goto(address(report))
    title(page).fill("Min rubrik")
    wait_for_copy(page, "Min rubrik")
    for name, is_theirs in (("administrator", False), ("controller", True)):
        Session.objects.all().delete()
        if form(page).count():
            save(page)
        else:
            page.goto(address(report))
        page.get_by_label("Användarnamn").fill(name)
        page.get_by_label("Lösenord").fill("hemligt")
        page.get_by_role("button", name="Logga in").click()
        expect(title(page)).to_have_value("Inledning")
        expect(offer(page)).to_have_count(1 if is_theirs else 0)
        if not is_theirs:
            page.goto("about:blank")
    take_back(page)
    expect(title(page)).to_have_value("Min rubrik")


def test_a_new_section_is_kept_too_until_it_is_added(page, report):
    path = f"/rapporter/{report.pk}/avsnitt/nytt/"
    page.goto(path)
    title(page).fill("Ekonomi")
    wait_for_copy(page, "Ekonomi")
    leave(page)
    page.goto(path)
    take_back(page)
    page.get_by_role("button", name="Lägg till avsnittet").click()
    expect(page.get_by_text("är tillagt")).to_be_visible()
    nothing_is_kept(page)
    page.goto(path)
    expect(offer(page)).to_have_count(0)


def test_what_was_refused_is_kept_as_it_was_sent(page, report):
    page.goto(address(report))
    page.get_by_label("Avsnittet visar").select_option("page_break")
    save(page)
    expect(page.get_by_role("alert").first).to_contain_text("sidbrytning")
    expect(offer(page)).to_have_count(0)
    page.get_by_label("Avsnittet visar").select_option("text")
    title(page).fill("Rättad rubrik")
    wait_for_copy(page, "Rättad rubrik")
    leave(page)
    page.goto(address(report))
    take_back(page)
    expect(title(page)).to_have_value("Rättad rubrik")


def test_what_was_written_in_a_section_deleted_meanwhile_is_kept_as_a_new_one(page, report, cast):
    page.goto(address(report))
    title(page).fill("Min rubrik")
    delete_section(section=report.sections.get(), by=cast.administrator)
    save(page)
    expect(page.get_by_text("Någon annan har tagit bort avsnittet under tiden.")).to_be_visible()
    wait_until(page, "Object.keys(localStorage).map(key => key.endsWith('/avsnitt/nytt/')).join() === 'true'")
    leave(page)
    page.goto(f"/rapporter/{report.pk}/avsnitt/nytt/")
    take_back(page)
    page.get_by_role("button", name="Lägg till avsnittet").click()
    expect(page.get_by_text("är tillagt")).to_be_visible()
    assert report.sections.get().title == "Min rubrik"
    nothing_is_kept(page)


def test_signing_out_asks_about_it_first(page, report):
    left_with(page, report, "Min rubrik")
    page.goto(address(report))
    page.get_by_role("button", name="Logga ut").click()
    notice = page.locator("[data-left-behind]")
    expect(notice.get_by_role("link", name="Inledning")).to_have_attribute("href", address(report))
    notice.get_by_role("button", name="Släng texten och logga ut").click()
    expect(page.get_by_role("link", name="Logga in")).to_be_visible()
    nothing_is_kept(page)


def test_a_preview_that_found_no_contact_is_made_when_one_types_on_with_contact(open_page, report, cast):
    page = open_page(expected=("ERR_INTERNET_DISCONNECTED",))
    sign_in(page, cast.controller)
    page.goto(address(report))
    frame = page.frame_locator(".section-preview__frame:not(.section-preview__frame--coming)")
    frame.get_by_text("Se sidan.").wait_for()
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        title(page).fill("Utan kontakt")
    expect(page.locator(".section-preview__frame--coming")).to_have_count(0)
    page.context.set_offline(False)
    title(page).fill("Med kontakt")
    frame.get_by_role("heading", name="Med kontakt").wait_for()
