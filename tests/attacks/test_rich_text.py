"""Texts that try to become something that runs, all the way from where they are typed to where they are read."""

import json
from io import BytesIO

import pikepdf
import pytest
from lxml import html

from followup.core.richtext import RichTextFault, clean_html, from_text, to_text
from reports.choices import Audience, Happening
from reports.commands.publishing import publish
from reports.commands.subscriptions.letters import publication_letter
from tests.architecture.test_access_matrix import sign_in
from tests.attacks.attack import attack
from tests.attacks.payloads import RUNS, XSS
from tests.builders import a_goal, a_level, a_report, a_section, a_subscription, an_assessment

MARK = "alert(1)"


def cleaned(payload):
    try:
        return clean_html(payload, tables=True)
    except RichTextFault:
        return ""


def typed(payload):
    """As it is without the editor, and in a workbook."""
    try:
        return from_text(payload, tables=True)
    except RichTextFault:
        return ""


def what_runs(fragment):
    """The elements and attributes in the HTML that could run, load or lead somewhere but to http, https and mailto."""
    found = []
    for element in html.fragment_fromstring(f"<div>{fragment}</div>", create_parent=False).iter():
        tag = element.tag if isinstance(element.tag, str) else "comment"
        found += [tag] if tag in RUNS or tag == "comment" else []
        for name, value in element.attrib.items():
            is_address = tag == "a" and name == "href" and value.startswith(("http://", "https://", "mailto:"))
            if not is_address and (tag, name) not in {("a", "rel"), ("th", "scope")}:
                found.append(f"{tag} {name}={value}")
    return found


@attack(
    301,
    f"{len(XSS)} texts as the editor sends them: scripts, event handlers, styles, addresses in disguise, `svg` and "
    "`math`, mutation through parsers, entities twice, other encodings, templates, endings of what stands around",
    "Read by one parser, written anew from blocks by ours, and cleaned once more before storage.",
)
@pytest.mark.parametrize("payload", XSS, ids=range(len(XSS)))
def test_nothing_that_runs_is_left(payload):
    once = cleaned(payload)
    assert what_runs(once) == []
    assert clean_html(once, tables=True) == once
    assert what_runs(typed(payload)) == []
    assert what_runs(clean_html(from_text(to_text(once), tables=True), tables=True)) == []


@attack(
    302,
    "the same put behind and into each other, two by two",
    "What is cleaned is the same when cleaned again, whatever stood beside it.",
)
def test_two_texts_make_nothing_together():
    for first, second in zip(XSS, XSS[7:] + XSS[:7], strict=True):
        for payload in (first + second, f"<p>{first}<em>{second}</em></p>", f"<table><tr><td>{first}<td>{second}"):
            once = cleaned(payload)
            assert what_runs(once) == [], payload
            assert cleaned(once) == once, payload


@attack(
    303,
    "all of them in one report: as a section's text and heading, a goal's name and a comment, typed in the form, "
    "previewed, published as page, workbook, data and PDF, found by the search, told in feeds and letters",
    "Every template escapes, every renderer takes text as text; the sealed page holds no script and no handler.",
)
def test_a_report_made_of_hostile_texts_is_read_safely(client, world, cast):
    texts = [payload for payload in XSS if "\x00" not in payload and len(payload) < 150]
    plan = world.plan
    level = a_level(plan, name="<script>alert(1)</script>")
    for number, payload in enumerate(texts[::12]):
        goal = a_goal(plan, level=level, key=f"x{number}", name=payload[:150])
        an_assessment(world.round, goal, world.afi, status="achieved", state="approved", comment=cleaned(payload))
    report = a_report(world.round, title="<img src=x onerror=alert(1)>", slug="fientlig")
    sign_in(client, cast.controller)
    section = a_section(report, title="Text")
    for payload in texts:
        client.post(
            f"/rapporter/{report.pk}/avsnitt/{section.pk}/",
            {"title": payload[:100], "content": payload, "content_markup": "html", "kind": "text"},
        )
        section.refresh_from_db()
        assert what_runs(section.content) == []
    a_section(report, title="\"'><svg onload=alert(1)>", content="".join(map(cleaned, texts)))
    a_section(report, kind="goal_table", title="</title><script>alert(1)</script>")
    pages = [f"/rapporter/{report.pk}/forhandsvisa/", f"/rapporter/{report.pk}/redigera/"]
    publication = publish(
        report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller
    )
    letter = publication_letter(publication, Happening.PUBLISHED, a_subscription(world.committee), "a@exempel.se")
    assert not hasattr(letter, "alternatives") or not letter.alternatives  # plain text, in which nothing runs
    assert "\n" not in letter.subject
    pages += ["/socialnamnden/fientlig/", "/socialnamnden/", "/", "/sok/?q=alert", "/socialnamnden/mal/"]
    pages += ["/socialnamnden/fientlig/v1/kontroll/", "/socialnamnden/fientlig/v1/fientlig.html"]
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200, page
        assert runs_in_page(response.content) == [], page
    feed = client.get("/floden/alla.atom")
    assert b"<script" not in feed.content
    assert b"<img" not in feed.content
    json.loads(client.get("/socialnamnden/fientlig/v1/fientlig.json").content)
    pdf = client.get("/socialnamnden/fientlig/v1/fientlig.pdf").content
    with pikepdf.open(BytesIO(pdf)) as paper:
        assert harmful_in(paper) == []


def runs_in_page(content):
    """Inline scripts, handlers, styles and addresses that run; a page's own scripts have a `src` of ours."""
    page = html.fromstring(content)
    found = [each.get("src") or each.text for each in page.iter("script") if not is_ours(each)]
    found += [f"{each.tag} {name}" for each in page.iter() for name in each.attrib if name.lower().startswith("on")]
    addresses = page.xpath("//@href | //@action | //@formaction | //@*[local-name()='xlink:href']")
    found += [each for each in addresses if runs(each) and each != NO_ICON]
    found += page.xpath("//@style | //@srcdoc | //@background | //@ping")
    return found + page.xpath(
        "//iframe[not(starts-with(@src, '/'))] | //object | //embed | //base | //math | //marquee"
    )


NO_ICON = "data:,"
"""What a published page has for an icon, so that none is asked for."""


def runs(address):
    return address.strip().lower().startswith(("javascript:", "data:", "vbscript:", "blob:", "feed:"))


def is_ours(script):
    return (script.get("src") or "").startswith(("/static/", "/admin/jsi18n/")) or script.get("type") in {
        "application/json",
        "application/ld+json",
    }


def harmful_in(pdf):
    found = []
    for each in pdf.objects:
        if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
            keys = {str(key) for key in each.keys()}  # noqa: SIM118 (a PDF dictionary iterates over its values)
            found += sorted(keys & {"/JS", "/OpenAction", "/AA"})
            if str(each.get("/S", "")) in {"/JavaScript", "/Launch", "/SubmitForm", "/GoToR"}:
                found.append(str(each["/S"]))
            if "/URI" in keys and not str(each["/URI"]).startswith(("http://", "https://", "mailto:")):
                found.append(str(each["/URI"]))
    return found
