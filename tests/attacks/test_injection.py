"""What is typed, that tries to be something else: a query, a template, a line of a log, a pattern that never ends."""

import logging
import re
import signal
import sys
from contextlib import contextmanager
from email import message_from_string
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver
from django.utils.html import escape
from openpyxl import load_workbook

from followup.core.models import Committee, User
from followup.core.slugs import slug_of
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, sign_in
from tests.attacks.attack import attack
from tests.builders import a_committee, a_user

QUESTIONS = (
    "' OR 1=1 --",
    "'; DROP TABLE core_user; --",
    '" OR ""="',
    "1) UNION SELECT password FROM core_user --",
    "%' AND SLEEP(5) --",
    "password",
    "-password",
    "user__password",
    "committee__memberships__user__password",
    "-created_at,password",
    "?",
    "RANDOM()",
    "pk__in",
    "__class__",
    "(",
    "a:*",
    "a & | ! b",
    "!!!",
    "<->",
    "a <-> b:*A",
    'NEAR("a" "b", 5)',
    "title:a OR text:b",
    "a* AND",
    "^a",
    '"',
    "“",
    "\\",
    "{{7*7}}",
    "%s%n%d",
    "%(x)s {0}",
    "\x00",
    "\ud800",
    "𝕒" * 300,
    "a " * 5000,
    "-a " * 2000,
    '"a ' * 2000,
    "9" * 5000,
    "-1",
    "1e999",
    "NaN",
    "2**63",
    str(2**63),
    "true",
    "[]",
    "/etc/passwd",
)


def parameters_of(text):
    return set(re.findall(r'(?:name="|[?&;])([\w-]+)[="]', text)) | {"q", "page", "efter", "kommun", "namnd"}


@attack(
    1201,
    f"{len(QUESTIONS)} values for every parameter of every list and search: SQL, lookups across tables, columns that "
    "are not shown, the query languages of both databases' searches, formats, numbers that are none, half characters",
    "Parameters are read by forms, ordering is by declared columns, a search asks by words. Never 500, no secret.",
)
def test_no_parameter_becomes_a_query(client, cast, place):
    sign_in(client, cast.superuser)
    client.raise_request_exception = False
    secret = cast.reporter.password
    faults = {}
    for name, rule in MATRIX.items():
        if rule.method != "get" or name == "reading:extract":
            continue
        url = address(name, place)
        first = client.get(url)
        names = (
            parameters_of(first.content.decode(errors="replace")) if "html" in first["Content-Type"] else {"q", "page"}
        )
        for value in QUESTIONS if names & {"sort", "hamta"} or name == "reading:search" else QUESTIONS[:1]:
            if "\ud800" in value:
                value = "%ED%A0%80"  # noqa: PLW2901 (as it would be sent)
            response = client.get(url, dict.fromkeys(names - {"hamta"}, value))
            if response.status_code >= 500 or secret.encode() in response.content:
                faults[name, value[:30]] = response.status_code
                break
    assert faults == {}


TEMPLATES = (
    "{{7*7}}",
    "{{ request.user.password }}",
    "{% load static %}{% debug %}",
    "{% include '/etc/passwd' %}",
    "${7*7}",
    "#{7*7}",
    "%(password)s",
    "{0.__class__.__mro__}",
    "{kvar.__class__}",
    "{kvar!r:>99999999}",
    "$password",
)


@attack(
    1202,
    f"{len(TEMPLATES)} templates and formats as a section's text, a title and the text of a reminder, which has places "
    "to fill in of its own",
    "Texts are values, never templates; the reminder's places are replaced as words.",
)
def test_no_text_becomes_a_template(client, cast, place):
    sign_in(client, cast.controller)
    for text in TEMPLATES:
        place.section.content = f"<p>{escape(text)}</p>"
        place.section.title = text
        place.section.save()
        page = client.get(address("reports:preview", place)).content.decode()
        assert page.count(escape(text)) >= 2, text
        response = client.post(address("reports:remind", place), {"subject": text, "text": f"Hej {text} {{kvar}}"})
        assert response.status_code < 500


@attack(
    1203,
    "line breaks, terminal codes and forged lines in addresses, names and headers that are logged",
    "A line of the log is one line: what was sent is escaped before it is written.",
)
def test_nothing_that_is_sent_makes_a_line_of_the_log(client, world, caplog):
    forged = "%0a2026-01-01 CRITICAL root: allt ar raderat"
    with caplog.at_level(logging.DEBUG):
        for path in (f"/finns{forged}/", f"/socialnamnden/x{forged}/", "/%1b[2J/", f"/logga-in/?next={forged}"):
            client.get(path)
        client.post("/logga-in/", {"username": "a\nCRITICAL root", "password": "x"})
        client.get("/", headers={"host": "a\nCRITICAL"})
    lines = [record.getMessage() for record in caplog.records]
    assert [line for line in lines if "\n2026" in line or "\nCRITICAL" in line or "\x1b" in line] == []


LOOK_ALIKES = (
    "ｒｅｐｏｒｔｅｒ",
    "reporter\u200b",
    "rep\u00adorter",
    "re\u202eporter",
    "Reporter ",
    "ｒeporter",
    "ＲＥＰＯＲＴＥＲ",
)


@attack(
    1204,
    f"{len(LOOK_ALIKES)} user names that look like another's, slugs that look like our own addresses",
    "Names are normalised to NFKC and taken once; a slug is a-z, digits and hyphens, and our own addresses are taken.",
)
def test_no_name_looks_like_anothers(cast):
    validator = User._meta.get_field("username").run_validators
    for name in LOOK_ALIKES:
        normal = User.normalize_username(name)
        if normal.casefold() == "reporter":
            continue
        with pytest.raises(ValidationError):
            validator(normal)
    for slug in ("admin", "logga-in", "static", "data", "sok", "rapportera"):
        with pytest.raises(ValidationError):
            Committee(municipality=a_committee().municipality, name="x", slug=slug).full_clean()
    for text in (*LOOK_ALIKES, "../..", "а" * 99, "\u202e", "ﬁ", "İ", "%2e", ""):
        assert set(slug_of(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


EVIL = [
    *(
        each * 1000
        for each in ("a", "A", " ", "0", "1 ", "1 000", ",", ".", "-", "(", "<", "<p", "*", "|", "\\", '"', "\n", "\t")
    ),
    *(
        each * 500
        for each in ("a ", "a.", "a@", "1,", "a-", "(a", "år ", "” ", "§ 1", "/*", "<!", "och ", "antal ", "= ")
    ),
]
PATIENCE = 5.0
"""Seconds of this process's own computing for one pattern and one text of a thousand characters: what takes the square
of the length takes a thousandth of it, and what doubles with each character never ends.
"""


def own_patterns():
    """Every compiled pattern of ours, by where it stands."""
    get_resolver()._populate()
    return {
        f"{name}.{attribute}": value
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in {"followup", "goals", "indicators", "reports"} and module
        for attribute, value in vars(module).items()
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
    }


@contextmanager
def within(seconds):
    def give_up(*_signal):
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@attack(
    1205,
    f"{len(EVIL)} texts of a thousand like characters, with an end that does not match, against every pattern in the "
    "code, from its beginning and anywhere",
    "No pattern doubles its work with each character; texts have bounds before patterns read them.",
)
def test_no_pattern_takes_for_ever():
    faults = []
    patterns = own_patterns()
    for name, pattern in patterns.items():
        for text in EVIL:
            try:
                with within(PATIENCE):
                    pattern.fullmatch(text + "\x01")
                    pattern.search(text + "\x01")
            except TimeoutError:
                faults.append((name, text[:10]))
                break
    assert faults == []
    assert len(patterns) > 100


@attack(
    1206,
    "one user's name, first name and e-mail with line breaks and markup, in pages, in the letter that they send, as "
    "the one that it answers to, and in the audit, as page and as workbook",
    "Every template escapes; a letter has the receiver and the headers of its own alone; a name that begins as a "
    "formula is text.",
)
def test_a_persons_name_is_a_name(client, world, mailoutbox):
    name = "=1+1<script>alert(1)</script>\r\nBcc: x@evil.example"
    person = a_user("elak", first_name=name, email="a@exempel.se", is_superuser=True)
    client.force_login(person)
    asked = {"email": "ny@exempel.se", "committee": world.committee.pk, "role": "reader", "unit": ""}
    assert client.post("/inbjudningar/", asked).status_code == 302
    (letter,) = mailoutbox
    sent = message_from_string(letter.message().as_string())
    assert letter.recipients() == ["ny@exempel.se"]
    assert (sent["To"], sent["Bcc"], sent["Cc"], sent["Reply-To"]) == ("ny@exempel.se", None, None, "a@exempel.se")
    assert [value for value in sent.values() if "evil" in value or "\n" in value.replace("\n ", "")] == []
    person.email = "a@exempel.se\r\nBcc: x@evil.example"
    person.save()
    page = client.post("/inbjudningar/", asked | {"email": "annan@exempel.se"})
    assert len(mailoutbox) == 1
    assert b"annan@exempel.se" in page.content  # told that it did not go off, with the link to hand over
    told = 0
    for path in ("/", "/rapporter/", "/handelser/", "/rapportera/", "/prenumerera/konto/", "/konto/", "/inbjudningar/"):
        page = client.get(path).content
        assert b"<script>alert" not in page
        told += b"&lt;script&gt;alert" in page
    assert told >= 3
    assert b"&lt;script&gt;alert" in client.get("/handelser/").content
    book = load_workbook(BytesIO(client.get("/handelser/?hamta=xlsx").content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "alert" in str(cell.value)]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
