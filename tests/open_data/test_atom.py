"""The feed, as RFC 4287 has it."""

from datetime import UTC, datetime

from lxml import etree

from reports.choices import Happening
from reports.open_data.atom import Entry, FeedHead, write_atom
from reports.open_data.happenings import Happened

ATOM = "{http://www.w3.org/2005/Atom}"
HEAD = FeedHead("Rapporter", "Det som händer.", "https://u.example/", "https://u.example/floden/alla.atom")


def an_entry(what=Happening.PUBLISHED, **overrides):
    values = {
        "what": what,
        "moment": datetime(2017, 10, 12, 22, 30, tzinfo=UTC),
        "committee_slug": "socialnamnden",
        "committee": "Socialnämnden",
        "municipality": "Ålunda",
        "report_slug": "delar-2017",
        "title": "Delår 2017",
        "version": 2,
        "note": "",
    }
    return Entry(Happened(**values | overrides), "https://u.example/socialnamnden/delar-2017/v2/")


def read(*entries):
    return etree.fromstring(write_atom(HEAD, entries))


def words(element, name):
    return element.findtext(f"{ATOM}{name}")


def test_the_feed_has_what_a_feed_must_have():
    feed = read(an_entry())
    assert feed.tag == f"{ATOM}feed"
    assert words(feed, "id") == "tag:u.example,2026-01-01:/floden/alla.atom"
    assert words(feed, "title") == "Rapporter"
    assert words(feed, "updated").startswith("2017-10-12T22:30:00")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": "https://u.example/floden/alla.atom", "alternate": "https://u.example/"}


def test_an_entry_has_an_id_that_is_its_versions_and_the_day_in_sweden():
    entry = read(an_entry()).find(f"{ATOM}entry")
    assert words(entry, "id") == "tag:u.example,2017-10-13:/socialnamnden/delar-2017/v2/"
    assert words(entry, "title") == "Ny rapport: Delår 2017"
    assert entry.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Socialnämnden, Ålunda"
    assert entry.find(f"{ATOM}link").get("href") == "https://u.example/socialnamnden/delar-2017/v2/"


def test_a_correction_and_a_withdrawal_say_what_they_are_and_why():
    corrected, withdrawn = read(
        an_entry(Happening.CORRECTED, note="En siffra är rättad."), an_entry(Happening.WITHDRAWN, note="Fel bilaga.")
    ).findall(f"{ATOM}entry")
    assert words(corrected, "title") == "Ny version 2: Delår 2017"
    assert words(corrected, "summary").endswith("En siffra är rättad.")
    assert words(withdrawn, "title") == "Avpublicerad, version 2: Delår 2017"
    assert words(withdrawn, "id") != words(corrected, "id")
    assert words(withdrawn, "id").endswith("#avpublicerad")


def test_what_people_wrote_is_no_markup_to_whoever_shows_it():
    entry = read(an_entry(note="<script>x</script>")).find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert "&lt;script&gt;" in words(entry, "summary")


def test_an_empty_feed_is_the_same_each_time():
    assert write_atom(HEAD, []) == write_atom(HEAD, [])
    assert words(read(), "updated")
