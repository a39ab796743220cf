"""On a slow phone: largest contentful paint, script and all work of the browser for the pages that people wait for.

The pages of `waited`, at the sizes they have there, and others of a committee of the project's own generator. Chromium,
390 pixels wide, with the processor slowed four times; the median of five loads, each in a context of its own with an
empty cache. The files come from this machine, so there is no network in it.
"""

import os
import shutil
import statistics
from contextlib import contextmanager
from urllib.parse import unquote

from playwright.sync_api import sync_playwright

from tests.bench.installation import HOST, installation, served
from tests.bench.made import a_client
from tests.bench.rows import Row, seconds, tell
from tests.bench.waited import Place, places_waited_for

PORT, LOADS, SLOWED, WIDTH, HEIGHT = 8345, 5, 4, 390, 844
COMMITTEES, YEARS = 1, 2
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SETTLED = 500
"""Milliseconds after the load within which a later paint still counts."""
LARGEST_PAINT = """
window.largestPaint = 0;
new PerformanceObserver((list) => { for (const each of list.getEntries()) window.largestPaint = each.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
"""
"""Told by the observer of the page itself; the policy of the pages lets scripts of the driver be."""


def main():
    os.environ["SECOND_FACTOR_ROLES"] = "none"
    with installation(in_production=True):
        places = [*places_of(a_plan()), *places_waited_for()]
        with served(PORT), a_browser() as browser:
            for place in places:
                loads = [loaded(browser, place) for _number in range(LOADS + 1)][1:]
                paint, script, work, elements, size = (statistics.median(each) for each in zip(*loads, strict=True))
                told = (
                    f"largest paint {seconds(paint)}, script {seconds(script)}, all work {seconds(work)}; "
                    f"{elements:.0f} elements, {size / 1000:.0f} kB"
                )
                tell(Row("phone", f"on a phone: {place.name}", "", "", told))


def a_plan():
    """Of a committee of the project's own generator, with published reports."""
    from goals.models import Plan
    from reports.bench_data.amounts import NAMES
    from reports.bench_data.book import Shape
    from reports.bench_data.municipality import Extent, make_municipality

    extent = Extent(committees=COMMITTEES, years=YEARS, seed=1, shape=Shape())
    for _made in make_municipality(NAMES.name, NAMES.code, extent):
        pass
    return Plan.objects.get()


def places_of(plan):
    from django.test import Client

    from reports.models import Publication, Report

    committee = plan.committee
    newest = Publication.objects.filter(committee=committee).order_by("-as_of", "-pk").first()
    report = Report.objects.get(round=plan.rounds.get(state="open"))
    controller = a_client("controller", committee)
    return [
        Place("a published report", Client(), f"/{committee.slug}/{newest.slug}/"),
        Place("search", Client(), "/sok/?q=sjukfrånvaron"),
        Place("grid of outcomes", controller, f"/planer/{committee.slug}/{plan.slug}/utfall/"),
        Place("editing a report", controller, f"/rapporter/{report.pk}/redigera/"),
    ]


@contextmanager
def a_browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


def sign_in(context, client, port):
    """As whoever the client is signed in as; nobody where it is not."""
    if "sessionid" in client.cookies:
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": f"http://{HOST}:{port}"}])


def loaded(browser, place):
    """Seconds until the largest paint, of script and of all work; elements; bytes of the page as HTML."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, is_mobile=True, locale="sv-SE")
    sign_in(context, place.client, PORT)
    page, address = context.new_page(), f"http://{HOST}:{PORT}{place.address}"
    page.add_init_script(LARGEST_PAINT)
    browser_tools = context.new_cdp_session(page)
    browser_tools.send("Performance.enable")
    browser_tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    answer = page.goto(address, wait_until="load")
    assert answer.status == 200, (answer.status, address)
    assert unquote(page.url) == address, (page.url, address)
    page.wait_for_timeout(SETTLED)
    told = {each["name"]: each["value"] for each in browser_tools.send("Performance.getMetrics")["metrics"]}
    paint = page.evaluate("window.largestPaint") / 1000
    elements = page.evaluate("document.querySelectorAll('*').length")
    size = len(answer.body())
    context.close()
    return paint, told["ScriptDuration"], told["TaskDuration"], elements, size


if __name__ == "__main__":
    main()
