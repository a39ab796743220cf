"""A browser for tests: Debian's Chromium. A page that logs an error or breaks its content policy fails its test."""

import os
import shutil
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Page, expect, sync_playwright

from reports.checks import Severity, findings_for
from reports.commands.findings import waive_findings
from tests.browser.traffic import Traffic

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, as it is run: in memory two requests lock each other out of a table without waiting."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "browser.sqlite3")


@pytest.fixture(scope="session")
def browser():
    """The browser; its driver runs an event loop in this thread, which Django must not take for an async view."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def traffic(live_server):
    return Traffic(live_server.thread.httpd)


@pytest.fixture
def open_page(browser, live_server, traffic) -> Callable[..., Page]:
    """`open_page(java_script=True, width=1280, scheme="light", expected=())`: a page in a context of its own.

    At the end the test fails for every console error and uncaught exception whose text holds none of `expected`.
    """
    contexts, faults = [], []

    def watch(page, expected):
        def note(text):
            if not any(words in text for words in expected):
                faults.append(text)

        page.on("console", lambda message: note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: note(str(error)))

    def opened(*, java_script=True, width=1280, height=900, scheme="light", expected=()):
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=java_script,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="sv-SE",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, expected)
        return page

    yield opened
    for context in contexts:
        context.close()
    traffic.wait_until_quiet()
    assert not faults, faults


@pytest.fixture
def page(open_page) -> Page:
    return open_page()


def sign_in(page, user):
    """Sign the page's context in, without the sign-in page."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "domain": "localhost", "path": "/"}]
    )


def let_warnings_pass(report, by):
    """What stands in the way of publishing, errors apart, without the pages where that is done."""
    warnings = {each.fingerprint for each in findings_for(report) if each.severity == Severity.WARNING}
    waive_findings(report=report, fingerprints=warnings, reason="Det är prövat.", by=by)


def editor_in(scope, label="Kommentar"):
    """The rich text editor of a field, once it has taken over from the text area; the area itself is never meant."""
    return scope.get_by_role("textbox", name=label).and_(scope.locator(".ProseMirror"))


def write(page, scope, text, label="Kommentar"):
    """Click in a field, wait until the editor has taken over, and type."""
    scope.get_by_label(label).click()
    expect(editor_in(scope, label)).to_be_focused()
    page.keyboard.type(text)


def assert_accessible(page):
    """No violation found by axe."""
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def assert_no_overflow(page, width=320):
    """Nothing makes the page wider than a small phone."""
    page.set_viewport_size({"width": width, "height": 800})
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                && !e.closest(".table-scroll, .visually-hidden") && getComputedStyle(e).position !== "absolute")
            .slice(0, 5).map(e => e.outerHTML.slice(0, 160))"""
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, (wide, too_wide)
