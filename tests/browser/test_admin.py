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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_keep_the_policy(open_page, cast, addresses, scheme):
    page = open_page(scheme=scheme)
    sign_in(page, cast.superuser)
    faults = {}
    for name, address in addresses.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        try:
            assert_accessible(page)
        except AssertionError as fault:
            faults[name] = str(fault)
    assert not faults, "\n".join(f"{name}: {fault}" for name, fault in faults.items())


def test_pages_fit_a_phone(page, cast, addresses):
    sign_in(page, cast.superuser)
    faults = {}
    for name, address in addresses.items():
        page.goto(address)
        try:
            assert_no_overflow(page)
        except AssertionError as fault:
            faults[name] = str(fault)
    assert not faults, "\n".join(f"{name}: {fault}" for name, fault in faults.items())
