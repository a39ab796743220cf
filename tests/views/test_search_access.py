"""Nobody finds what they may not read, nor learns from a number or a choice that it is there."""

from datetime import date

import pytest

from reports.choices import Audience
from reports.commands.publishing import disclose
from reports.commands.withdrawal import withdraw
from tests.builders import a_committee, a_plan, a_report, a_round, a_section
from tests.views.searches import a_published_text, heading, hits, published, search

pytestmark = pytest.mark.usefixtures("light_pdf")


def page_for(client, user, q="zebra"):
    client.logout()
    if user:
        client.force_login(user)
    return search(client, q)


def test_a_members_version_is_found_by_the_members_alone_until_it_is_disclosed(client, world, cast):
    publication = a_published_text(world.round, cast, "Hemligt", "<p>En zebra.</p>", Audience.MEMBERS)
    for user in (None, cast.outsider):
        page = page_for(client, user)
        assert hits(page) == {}
        assert not page.xpath("//select")
        assert "Hemligt" not in page.text_content()
    for user in (cast.reader, cast.reporter, cast.controller, cast.superuser):
        page = page_for(client, user)
        assert list(hits(page).values()) == [[("Avsnitt", "Hemligt")]]
        assert "Bara för nämndens ledamöter" in page.text_content()
    disclose(publication=publication, by=cast.controller)
    assert list(hits(page_for(client, None)).values()) == [[("Avsnitt", "Hemligt")]]


def test_counts_and_choices_are_of_what_the_reader_may_read(client, world, cast):
    a_published_text(world.round, cast, "Öppet", "<p>En zebra.</p>")
    other = a_round(a_plan(a_committee(name="Hemliga nämnden")), as_of=date(2015, 12, 31))
    a_published_text(other, cast, "Hemligt", "<p>En zebra.</p>", Audience.MEMBERS)
    page = page_for(client, None)
    assert heading(page) == ["1 träff i 1 rapport"]
    assert "Hemliga" not in page.text_content()
    assert "2015" not in page.text_content()
    assert heading(page_for(client, cast.superuser)) == ["2 träffar i 2 rapporter"]


def test_a_reader_finds_the_newest_version_of_those_they_may_read(client, world, cast):
    report = a_report(world.round)
    section = a_section(report, title="Text", content="<p>En zebra.</p>")
    published(report, cast)
    section.content = "<p>En giraff.</p>"
    section.save()
    published(report, cast, Audience.MEMBERS, "Nytt djur.")
    assert heading(page_for(client, None)) == ["1 träff i 1 rapport"]
    assert heading(page_for(client, None, "giraff")) == []
    assert heading(page_for(client, cast.reader)) == []
    assert heading(page_for(client, cast.reader, "giraff")) == ["1 träff i 1 rapport"]


def test_what_is_withdrawn_is_not_found_and_the_version_before_is(client, world, cast):
    report = a_report(world.round)
    section = a_section(report, title="Text", content="<p>En zebra.</p>")
    published(report, cast)
    section.content = "<p>En giraff.</p>"
    section.save()
    newer = published(report, cast, note="Nytt djur.")
    assert heading(page_for(client, None)) == []
    withdraw(publication=newer, reason="Fel djur.", by=cast.controller)
    for user in (None, cast.controller):
        assert heading(page_for(client, user, "giraff")) == []
        page = page_for(client, user)
        assert heading(page) == ["1 träff i 1 rapport"]
        assert page.xpath("//li[@class='hit']/p/a/@href")[0].split("#")[0].endswith("/v1/")


def test_a_draft_is_not_found(client, world, cast):
    a_section(a_report(world.round), title="Utkast", content="<p>En zebra.</p>")
    assert hits(page_for(client, cast.superuser)) == {}


def test_anonymous_readers_get_no_cookie(client, world, cast):
    a_published_text(world.round, cast, "Öppet", "<p>En zebra.</p>")
    for address in ("/sok/", "/sok/?q=zebra", "/", f"/{world.committee.slug}/"):
        response = client.get(address)
        assert not response.cookies
        assert 'role="search"' in response.content.decode()


def test_it_is_only_read(client, world):
    assert client.post("/sok/", {"q": "zebra"}).status_code == 405
