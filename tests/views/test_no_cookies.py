"""Whoever reads without signing in gets no cookie from any open page, and no page asks another site for anything."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from lxml import html

from followup.accounts import urls as accounts
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.commands.subscriptions.links import confirmation_link, ending_token
from reports.commands.withdrawal import withdraw
from reports.models import CalendarAddress
from reports.urls import reading
from tests.builders import a_measurement, a_report, a_section, a_subscription, an_indicator

SETS_COOKIES = {"login"}  # signing in is not reading
OTHER_PAGES = ["/finns-inte/", "/socialnamnden/finns-inte/"]
LOADS = "//img/@src | //script/@src | //iframe/@src | //source/@src | //video/@src | //audio/@src | //object/@data"
LINKED = "//link[not(contains('alternate canonical license', @rel))]/@href"


@pytest.fixture
def values(world, cast, light_pdf):
    report = a_report(world.round, slug="delar-2017")
    a_section(report, content="<p>Text.</p>")
    a_section(report, kind="goal_table")
    a_section(report, kind="indicator_table")
    a_measurement(indicator := an_indicator(world.goals[0]))
    for note in ("", "Rättad."):
        version = publish(
            report=report, audience=Audience.PUBLIC, change_note=note, accept_warnings=True, by=cast.controller
        )
    withdraw(publication=version, reason="Fel.", by=cast.controller)
    subscription = a_subscription(world.committee)
    calendar = CalendarAddress.objects.create(user=cast.reporter, made_at=timezone.now())
    return {
        "committee_slug": "socialnamnden",
        "report_slug": "delar-2017",
        "version": "1",
        "name": "delar-2017",
        "suffix": "html",
        "municipality_id": str(world.committee.municipality_id),
        "notation": "rdf",
        "schema": "5",
        "table": "outcomes",
        "plan_id": str(world.plan.pk),
        "goal_key": world.goals[0].key,
        "indicator_key": indicator.key,
        "part": "avsnitt-avsnitt-1",
        "user_id": str(cast.reporter.pk),
        "secret": calendar.secret,
        "confirmation": confirmation_link("", subscription.asked_key).rstrip("/").rpartition("/")[2],
        "subscription": ending_token(subscription.key),
    }


def open_addresses(values):
    """Every address that needs no sign-in, and that of the withdrawn version."""
    for pattern in reading.urlpatterns:
        address = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: values[found[1]], str(pattern.pattern))
        yield address
        if "/delar-2017/v1/" in address:
            yield address.replace("/delar-2017/v1/", "/delar-2017/v2/")


def test_no_open_page_sets_a_cookie(client, values):
    for address in [*open_addresses(values), *OTHER_PAGES]:
        response = client.get(address)
        assert not response.cookies, address
        assert "Set-Cookie" not in response.headers, address


def test_no_open_form_sets_a_cookie(client, values):
    for address in open_addresses(values):
        response = client.post(address, {"address": "x"})
        assert response.status_code != 500
        assert not response.cookies, address


def test_no_open_page_asks_another_site_for_anything(client, values):
    for address in [*open_addresses(values), *OTHER_PAGES]:
        response = client.get(address)
        if not response["Content-Type"].startswith("text/html") or not response.content.strip():
            continue
        page = html.fromstring(response.content)
        asked = [*page.xpath(LOADS), *page.xpath(LINKED)]
        outside = [each for each in asked if not each.startswith(("/", "data:")) or each.startswith("//")]
        assert outside == [], address
        styles = " ".join(page.xpath("//style/text()"))
        assert not re.search(r"url\([\"']?(?:https?:)?//|@import", styles), address
        policy = response["Content-Security-Policy"]
        assert not re.findall(r"https?://|\*", policy), address


def test_every_open_view_is_among_the_readers_addresses():
    """What is marked as open is what the tests above have asked for."""

    def patterns(resolver):
        for each in resolver.url_patterns:
            if isinstance(each, URLResolver):
                yield from patterns(each)
            elif isinstance(each, URLPattern):
                yield each

    opened = {each.name for each in patterns(get_resolver()) if getattr(each.callback, "login_required", True) is False}
    own = {each.name for each in reading.urlpatterns}
    signing_in = {each.name for each in accounts.urlpatterns}
    assert opened - own - signing_in <= {"appearance", "alive", "ready", "metrics"}
    assert own <= opened
