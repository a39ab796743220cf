"""Ten years on: every row behind a publication is changed, every label, template and style sheet, and no byte of it."""

import re

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.urls import reverse

from followup.core.models.immutable import ImmutableModel
from goals.choices import GoalStatus
from reports.build import build_report
from reports.choices import Audience
from reports.commands.publishing import publish
from reports.models import Publication, Section
from reports.render import RENDERERS, stylesheets
from reports.sealed.stored import verify
from tests.admin_rows import own_models, rows_everywhere
from tests.builders import a_report, a_section, an_assessment

FRAME = re.compile(rb'<aside class="frame".*?</aside>\s*', re.DOTALL)
LIVES_ON = {"slug", "username", "password", "key", "sha256", "code"}  # addresses and keys by which the rows are found
FORMATS = ["html", "pdf", "xlsx", "json", "checks", "manifest"]


@pytest.fixture
def report(world, cast):
    rows_everywhere(cast.administrator, committee=world.committee)
    for goal, unit in ((0, world.afi), (0, world.ifo), (1, world.afi), (1, world.ifo), (2, world.afi)):
        an_assessment(world.round, world.goals[goal], unit, status="achieved", comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round, slug="delar-2017", registry_number="SN 2017-0412")
    a_section(report, title="Inledning", content="<p>Text.</p>")
    a_section(report, kind="goal_table", title="Måluppföljning")
    a_section(report, kind="goal_overview", title="Målen i korthet")
    return report


def changing_models():
    return [model for model in own_models() if not issubclass(model, ImmutableModel)]


def change_every_row():
    """Every text, number and choice of every row, each as far as the database lets it; what was changed."""
    changed = set()
    for model in changing_models():
        for field in model._meta.concrete_fields:
            if field.primary_key or field.remote_field or field.name in LIVES_ON:
                continue
            for value in other_values(field):
                try:
                    with transaction.atomic():
                        if model.objects.update(**{field.name: value}):
                            changed.add(f"{model._meta.label}.{field.name}")
                except DatabaseError:
                    continue
                break
    return changed


def other_values(field):
    if field.name == "accent":
        yield "#7a1f2b"
    elif field.choices:
        yield from (value for value, _ in reversed(field.choices))
    elif isinstance(field, (models.CharField, models.TextField)):
        yield from (Concat(field.name, Value(" ändrat")), Concat(field.name, Value("Ä")))
    elif isinstance(field, (models.IntegerField, models.DecimalField)):
        yield models.F(field.name) + 1000
    elif isinstance(field, models.BooleanField):
        yield ~models.F(field.name)


def other_templates(settings, tmp_path):
    """Every template of the report says something else, as after ten years of work on it."""
    (tmp_path / "reports/document").mkdir(parents=True)
    for name in ("page.html", "print.html", "_section.html", "_status.html"):
        (tmp_path / "reports/document" / name).write_text("<title>x</title><style>x</style>Något annat", "utf-8")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]


def page_of(client):
    answer = client.get(reverse("reading:version", args=["socialnamnden", "delar-2017", 1]))
    assert answer.status_code == 200
    return FRAME.sub(b"", answer.content)


def test_every_byte_and_the_page_are_what_they_were(report, cast, client, settings, tmp_path, monkeypatch):
    publication = publish(
        report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller
    )
    before = {file.format: file.read() for file in publication.files.all()}
    shown = page_of(client)
    drafts = {format: render(build_report(report)) for format, render in RENDERERS.items() if format != "pdf"}

    changed = change_every_row()
    monkeypatch.setattr(GoalStatus.ACHIEVED, "_label_", "Klart")
    monkeypatch.setattr(stylesheets, "static_text", lambda path: "body{color:red}")
    other_templates(settings, tmp_path)

    assert changed >= {
        "core.Committee.name", "core.Municipality.name", "core.Municipality.accent", "core.Unit.name",
        "core.User.last_name", "goals.Goal.name", "goals.Level.name", "goals.Plan.title", "goals.Plan.word_achieved",
        "goals.Assignment.name", "indicators.Indicator.name", "indicators.Measurement.value",
        "indicators.Target.value", "reports.Assessment.comment", "reports.Assessment.status", "reports.Report.title",
        "reports.Report.registry_number", "reports.Round.title", "reports.Section.content", "reports.Section.title",
    }  # fmt: skip
    now = build_report(type(report).objects.get(pk=report.pk))
    assert all(RENDERERS[format](now) != draft for format, draft in drafts.items())
    again = Publication.objects.get(pk=publication.pk)
    assert sorted(before) == sorted(FORMATS)
    assert {file.format: file.read() for file in again.files.all()} == before
    assert page_of(client) == shown
    assert verify(again).is_intact


def test_nor_are_they_when_what_it_was_made_of_is_gone(report, cast, client):
    publication = publish(
        report=report, audience=Audience.PUBLIC, change_note="", accept_warnings=True, by=cast.controller
    )
    before = {file.format: file.read() for file in publication.files.all()}
    shown = page_of(client)
    for name in ("Assessment", "FindingWaiver", "Section", "DataTable", "Attachment"):
        apps.get_model("reports", name).objects.filter().delete()
    assert not Section.objects.exists()
    assert {file.format: file.read() for file in publication.files.all()} == before
    assert page_of(client) == shown
    assert verify(publication).is_intact
