"""The main menu marks where one is, on every page of every area."""

import re

import pytest
from django.urls import URLPattern, get_resolver, reverse

from followup.core.navigation import AREAS, FRONT_PAGES, Area
from tests.builders import a_report, a_section

pytestmark = pytest.mark.django_db

OF_THE_ACCOUNT = {"reports:own_data", "reports:own_data_file"}


def named(patterns, namespace=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace in {None, "reports", "reading"}:
            yield from named(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)


def current(client, address):
    page = client.get(address).content.decode()
    return re.findall(r'aria-current="(\w+)">([^<]+)</a></li>', page.partition("</nav>")[0])


def test_every_address_of_ours_lies_in_an_area():
    ours = {name for name in named(get_resolver().url_patterns) if name.startswith(("reports:", "reading:"))}
    assert ours - OF_THE_ACCOUNT == set(AREAS)
    assert sorted(FRONT_PAGES.values()) == sorted(Area)


def test_the_front_page_of_an_area_is_the_current_page(client, world, cast):
    client.force_login(cast.controller)
    words = {"reading:start": "Start", "reports:entry_start": "Rapportera", "reports:rounds": "Följ upp"}
    for name, word in (words | {"reports:composer_list": "Rapporter"}).items():
        assert current(client, reverse(name)) == [("page", word)]


def test_a_page_below_it_marks_its_area(client, world, cast):
    report = a_report(world.round)
    section = a_section(report)
    client.force_login(cast.controller)
    for name, *args in (
        ("composer", report.pk), ("section_add", report.pk), ("section_edit", report.pk, section.pk),
        ("section_delete", report.pk, section.pk), ("publish", report.pk),
    ):  # fmt: skip
        assert current(client, reverse(f"reports:{name}", args=args)) == [("true", "Rapporter")]
    assert current(client, reverse("reports:round", args=[world.round.pk])) == [("true", "Följ upp")]
    assert current(client, reverse("reports:entry", args=[world.round.pk, world.afi.pk])) == [("true", "Rapportera")]
    assert current(client, reverse("reading:committee", args=[world.committee.slug])) == [("true", "Start")]


def test_an_address_that_is_none_marks_nothing(client, cast):
    client.force_login(cast.controller)
    assert current(client, "/finns/inte/alls/") == []
