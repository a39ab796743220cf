"""The admin in a browser: its pages are accessible, keep the content policy and fit a phone."""

import pytest

from goals.models import Goal, Plan
from reports.models import Report
from tests.admin_rows import rows_everywhere
from tests.browser.conftest import assert_accessible, assert_no_overflow, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "index": "/admin/",
    "organisation": "/admin/core/",
    "list": "/admin/goals/goal/",
    "filtered list": "/admin/core/auditevent/?action__exact=changed",
    "new goal": "/admin/goals/goal/add/",
    "new role": "/admin/core/membership/add/",
    "new person": "/admin/core/user/add/",
    "goal": "/admin/goals/goal/{goal}/change/",
    "report": "/admin/reports/report/{report}/change/",
    "plan": "/admin/goals/plan/{plan}/change/",
    "answer": "/admin/reports/assessment/{answer}/change/",
    "removal": "/admin/goals/goal/{free}/delete/",
    "refused removal": "/admin/goals/plan/{plan}/delete/",
    "history": "/admin/goals/goal/{goal}/history/",
    "password": "/admin/core/user/{person}/password/",
}


@pytest.fixture
def addresses(world, cast):
    committee = rows_everywhere(cast.superuser)
    plan = Plan.objects.get(committee=committee)
    report = Report.objects.get(plan=plan)
    numbers = {
        "plan": plan.pk,
        "goal": Goal.objects.get(plan=plan).pk,
        "free": world.goals[0].pk,
        "report": report.pk,
        "answer": plan.goals.get().assessments.get().pk,
        "person": cast.reporter.pk,
    }
    return {name: address.format(**numbers) for name, address in PAGES.items()}


# axe rebuilds style sheets that import others in a style element of its own, which the policy rightly stops.
AXE = ("Applying inline style violates",)


def faults_of(check, page, addresses):
    faults = []
    for name, address in addresses.items():
        page.goto(address)
        try:
            check(page)
        except AssertionError as fault:
            faults.append(f"{name}: {fault}")
    return "\n".join(faults)


def test_pages_are_accessible(open_page, cast, addresses):
    page = open_page(expected=AXE)
    sign_in(page, cast.superuser)
    assert faults_of(assert_accessible, page, addresses) == ""


def test_dark_pages_are_accessible(open_page, cast, addresses):
    page = open_page(scheme="dark", expected=AXE)
    sign_in(page, cast.superuser)
    some = {name: addresses[name] for name in ("index", "filtered list", "goal", "report", "removal")}
    assert faults_of(assert_accessible, page, some) == ""


def test_pages_fit_a_phone_and_keep_the_policy(page, cast, addresses):
    sign_in(page, cast.superuser)
    assert faults_of(assert_no_overflow, page, addresses) == ""


def test_a_goal_is_made_from_the_keyboard_with_search_list_inner_row_and_editor(open_page, cast, world):
    page = open_page(expected=AXE)
    sign_in(page, cast.administrator)
    page.goto("/admin/goals/goal/add/")
    for label, text in (("Plan:", "Verksamhetsplan"), ("Nivå:", "Mål")):
        page.get_by_role("combobox", name=label).focus()
        page.keyboard.press("Enter")
        page.get_by_role("searchbox", name=label).fill(text)
        page.get_by_role("option", name=text).wait_for()
        assert_accessible(page)
        page.keyboard.press("Enter")
    page.get_by_label("Id:").fill("nytt")
    page.get_by_label("Namn:").fill("Nytt mål")
    page.get_by_label("Beskrivning:").focus()
    page.get_by_role("button", name="Punktlista").click()
    page.keyboard.type("En punkt")
    page.get_by_label("Ansvarig:").fill("Avdelningschef\nEnhetschef")
    page.locator("#goal_units-group .add-row a").click()
    page.get_by_role("combobox", name="Enhet:").focus()
    page.keyboard.press("Enter")
    page.get_by_role("option", name="AFI").wait_for()
    page.keyboard.press("Enter")
    assert_accessible(page)
    page.get_by_role("button", name="Spara", exact=True).click()
    page.locator(".messagelist .success").wait_for()
    goal = Goal.objects.get(key="nytt")
    assert goal.description == "<ul><li>En punkt</li></ul>"
    assert goal.responsible == ["Avdelningschef", "Enhetschef"]
    assert [row.unit for row in goal.goal_units.all()] == [world.afi]
