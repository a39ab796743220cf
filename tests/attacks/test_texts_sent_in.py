"""The same texts by other ways: in a plan workbook that is read in, and in the administration's pages."""

import re
import subprocess
from io import BytesIO
from itertools import cycle, islice

import pikepdf
import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from followup.core.richtext import to_text
from goals.models import Plan
from reports.choices import Audience
from reports.commands.plan_import.rows import MODELS
from reports.commands.publishing import publish
from reports.models import PlanUpload
from reports.plan_book.columns import Kind
from reports.plan_book.fields import FIELDS
from reports.plan_book.sheets import SHEETS
from reports.plan_book.writing import write_workbook
from reports.render import RENDERERS
from reports.render.formats import Format
from tests.admin_rows import changelist, rows_everywhere
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import address, answer_to, sign_in
from tests.attacks.attack import attack
from tests.attacks.payloads import XSS
from tests.attacks.test_rich_text import MARK, harmful_in, runs_in_page, typed, what_runs
from tests.plan_import.books import a_book, a_full_book, a_plan_row, rows_of

MAKE_PDF = RENDERERS[Format.PDF]
SENT = [each for each in XSS if typed(each) and not re.search(r"[\x00-\x08\x0b-\x1f]", each)]
TEXT = "\n\n".join(SENT)
LONG_TEXTS = {
    sheet.name: [column.heading for column in sheet.columns if column.kind is Kind.LONG_TEXT] for sheet in SHEETS
}


CELLS = [(name, heading) for name, headings in LONG_TEXTS.items() for heading in headings]


def in_words(places):
    return ", ".join(f"{where}: {what}" for where, what in places)


def a_book_of(text, world):
    """A book with something on every sheet, and the text in every cell that takes a long one."""
    full = a_full_book()
    sheets = {
        name: [row | (dict.fromkeys(headings, text) if takes_text(name, row) else {}) for row in rows_of(full, name)]
        for name, headings in LONG_TEXTS.items()
        if name != "Plan"
    }
    names = {"Kommun": world.committee.municipality.name, "Nämnd": world.committee.name, "Plan": "Fientlig"}
    return a_book(a_plan_row(**names) | dict.fromkeys(LONG_TEXTS["Plan"], text), **sheets)


def takes_text(sheet, row):
    """What a section of another kind shows is not written in it."""
    return sheet != "Avsnitt" or row["Typ"] == "text"


def read_in(client, world, text):
    """The plan, and the page that was shown before it was read in."""
    book = SimpleUploadedFile("bok.xlsx", write_workbook(a_book_of(text, world)))
    assert client.post("/planer/inlasning/", {"book": book}).status_code == 302
    preview = reverse("reports:plan_import_preview", args=[PlanUpload.objects.latest("pk").pk])
    page = client.get(preview)
    assert client.post(preview, {"seen": page.context["form"]["seen"].value()}).status_code == 302
    return Plan.objects.get(title="Fientlig"), page


def lead_to(place, plan):
    """The addresses are of what was read in."""
    goal, indicator, round = plan.goals.first(), plan.indicators.first(), plan.rounds.get()
    report = plan.reports.get(key="r1")
    of_plan = {
        "plan_slug": plan.slug,
        "plan_id": plan.pk,
        "goal_id": goal.pk,
        "subject_id": goal.pk,
        "indicator_id": indicator.pk,
        "assignment_id": plan.assignments.first().pk,
        "round_id": round.pk,
        "assessment_id": round.assessments.first().pk,
        "report_id": report.pk,
        "section_id": report.sections.first().pk,
        "report_slug": report.slug,
        "name": report.slug,
        "goal_key": goal.key,
        "indicator_key": indicator.key,
    }
    place.arguments.update(of_plan)
    return report


@attack(
    304,
    f"{len(SENT)} of the same texts in every cell of a plan workbook that takes a long text ({in_words(CELLS)}), read "
    "in by the form, seen before they are and afterwards, in every page that there is of the plan and its report, and "
    "published as page and PDF",
    "In a workbook a text is words with marks for lists and emphasis: HTML in it is written out, stored and shown as "
    "the words that it is.",
)
def test_texts_of_a_workbook_are_read_safely(client, world, cast, place, monkeypatch):
    sign_in(client, cast.superuser)
    read_in(client, world, "Lugnt.")
    plan, preview = read_in(client, world, TEXT)
    assert runs_in_page(preview.content) == []
    assert MARK in preview.content.decode()
    for name, headings in LONG_TEXTS.items():
        rows = [plan] if name == "Plan" else MODELS[name].objects.all()
        for field in (FIELDS[name][heading] for heading in headings):
            texts = [text for row in rows if MARK in (text := getattr(row, field))]
            assert texts, (name, field)
            assert [what_runs(text) for text in texts if what_runs(text)] == []
            assert "<script>alert(1)</script>" in to_text(texts[0])
    report = lead_to(place, plan)
    shown = set()
    for name, rule in MATRIX.items():
        response = answer_to(client, "get", address(name, place)) if rule.method == "get" else None
        if response is not None and response.status_code == 200 and "html" in response["Content-Type"]:
            assert runs_in_page(response.content) == [], name
            shown |= {name} if MARK in response.content.decode() else set()
    of_each = (
        "plan_edit",
        "goal_edit",
        "indicator_edit",
        "assignment_edit",
        "round_subject",
        "section_edit",
        "preview",
    )
    assert {f"reports:{name}" for name in of_each} <= shown
    monkeypatch.setitem(RENDERERS, Format.PDF, MAKE_PDF)
    publish(report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller)
    published = f"/socialnamnden/{report.slug}/"
    assert runs_in_page(client.get(published).content) == []
    pdf = client.get(f"{published}v1/{report.slug}.pdf").content
    words = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "<script>alert(1)</script>" in "".join(words.split())
    with pikepdf.open(BytesIO(pdf)) as paper:
        assert harmful_in(paper) == []


def rich_texts_of(page):
    """The fields of the page with HTML in them: of its own form, and of the first row inside it."""
    inside = [
        (f"{inline.model._meta.get_field(page.opts.model_name).remote_field.related_name}-0-{name}", inline.model, name)
        for inline in page.inlines
        for name in inline.rich_text
    ]
    return [*((name, page.model, name) for name in page.rich_text), *inside]


FIELDS_OF_PAGES = [(page, *field) for page in admin.site._registry.values() for field in rich_texts_of(page)]
FIELDS_IN_WORDS = [(model._meta.model_name, field) for _page, _name, model, field in FIELDS_OF_PAGES]
NAMES = ("title", "name")
EACH = 2 * len(XSS) // len(FIELDS_OF_PAGES)


def sent_by(page):
    """What a browser would send of the page's form, nothing of it changed."""
    (form,) = html.fromstring(page.content.decode()).xpath("//form[contains(@id, '_form')]")
    return dict(form.form_values())


@attack(
    305,
    f"the same texts in every field of the administration that holds HTML ({in_words(FIELDS_IN_WORDS)}), as the editor "
    f"sends them and as they are typed without it, {EACH} to each field in turn, and as the row's own name",
    "The fields are those of the application, and clean what they are sent. The row's page, its history, the list and "
    "the page that asks before it is removed show the texts as words.",
)
@pytest.mark.parametrize("place_in_turn", range(len(FIELDS_OF_PAGES)))
def test_texts_typed_in_the_administration_are_read_safely(client, world, cast, place_in_turn):
    rows_everywhere(cast.superuser, committee=world.committee)
    page, name, model, field = FIELDS_OF_PAGES[place_in_turn]
    sign_in(client, cast.superuser)
    row = page.model.objects.filter(**({} if model is page.model else {"sections__isnull": False})).first()
    own = f"{changelist(page.model)}{row.pk}/"
    kept = 0
    for payload in islice(cycle(XSS), place_in_turn * EACH, (place_in_turn + 1) * EACH):
        for markup in ("html", "text"):
            sent = sent_by(client.get(f"{own}change/")) | {name: payload, f"{name}_markup": markup}
            called = " ".join(payload.replace("\x00", "").split())[:200]
            sent |= {each: called for each in NAMES if each in sent}
            answer = client.post(f"{own}change/", sent)
            kept += answer.status_code == 302
            stored = [getattr(each, field) for each in model.objects.all()]
            assert [what_runs(text) for text in stored if what_runs(text)] == [], payload
        for place in (f"{own}change/", f"{own}history/", f"{own}delete/", changelist(page.model)):
            response = client.get(place)
            assert response.status_code == 200
            assert runs_in_page(response.content) == [], (place, payload)
    assert kept > EACH
