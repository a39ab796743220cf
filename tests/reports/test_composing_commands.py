"""Making a report of a round, changing its head and its sections."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from followup.core.faults import NotAllowed
from followup.core.models import AuditEvent
from reports.commands.composing import (
    ReportChanged,
    SectionChanged,
    add_section,
    change_report,
    change_section,
    text_of,
)
from reports.commands.new_report import create_report
from reports.commands.section_order import Direction, delete_section, hide_section, move_section
from reports.models import Report, Section
from tests.builders import a_report, a_round, a_section


def change_head(report, by, **overrides):
    values = {
        "title": "Ny titel",
        "subtitle": "",
        "as_of": date(2017, 8, 31),
        "dated": None,
        "registry_number": "",
        "version": report.version,
    }
    return change_report(report=report, by=by, **values | overrides)


def change_text(section, by, *, seen=None, **overrides):
    values = {"title": section.title, "level": 1, "kind": "text", "content": "<p>Ny</p>", "is_hidden": False}
    return change_section(section=section, by=by, seen=seen or text_of(section).fingerprint, **values | overrides)


def titles(report):
    return list(report.sections.values_list("title", flat=True))


def test_a_report_of_a_round_has_the_sections_of_its_template(world, cast):
    world.plan.registry_number = "SN 2017-1"
    world.plan.save()
    report = create_report(round=world.round, by=cast.controller)
    assert [(section.title, section.kind) for section in report.sections.all()] == [
        ("Inledning", "text"),
        ("Målen i korthet", "goal_overview"),
        ("Måluppföljning", "goal_table"),
    ]
    assert (report.template, report.title, report.as_of) == ("interim", world.round.title, date(2017, 8, 31))
    assert report.subtitle == "Socialnämnden, Verksamhetsplan 2017"
    assert (report.slug, report.registry_number) == ("delarsuppfoljning-per-31-augusti-2017", "SN 2017-1")
    assert AuditEvent.objects.get().action == "created"


def test_a_second_report_gets_an_address_of_its_own(world, cast):
    first, second = (create_report(round=world.round, by=cast.controller) for _ in range(2))
    other = create_report(round=a_round(world.plan), by=cast.controller)
    assert len({first.slug, second.slug, other.slug}) == 3
    assert len({first.key, second.key, other.key}) == 3


@pytest.mark.parametrize(
    ("kind", "template"),
    [("tertial_1", "tertial"), ("tertial_2", "tertial"), ("year_end", "year_end"), ("month", "interim")],
)
def test_the_kind_of_round_chooses_the_template(world, cast, kind, template):
    assert create_report(round=a_round(world.plan, kind=kind), by=cast.controller).template == template


@pytest.mark.parametrize("person", ["reader", "reporter", "approver", "outsider", "anonymous"])
def test_only_those_who_edit_reports_compose(world, cast, person):
    report = a_report(world.round)
    section = a_section(report)
    by = getattr(cast, person)
    for write in (
        lambda: create_report(round=world.round, by=by),
        lambda: change_head(report, by),
        lambda: add_section(report=report, title="x", level=1, kind="text", content="", is_hidden=False, by=by),
        lambda: change_text(section, by),
        lambda: hide_section(section=section, is_hidden=True, by=by),
        lambda: move_section(section=section, direction=Direction.UP, by=by),
        lambda: delete_section(section=section, by=by),
    ):
        with pytest.raises(NotAllowed):
            write()
    assert (Report.objects.count(), titles(report)) == (1, ["Avsnitt 1"])


def test_the_head_is_changed_and_says_what_changed(world, cast):
    report = a_report(world.round)
    changed = change_head(report, cast.controller, title="  Å" * 3, dated=date(2017, 9, 20))
    kept = Report.objects.get()
    assert (
        (kept.title, kept.dated, kept.version)
        == ("Å  Å  Å", date(2017, 9, 20), 2)
        == (
            changed.title,
            changed.dated,
            changed.version,
        )
    )
    assert AuditEvent.objects.get().details == {"ändring": "titel, daterad"}


def test_saving_the_same_head_writes_nothing(world, cast):
    report = a_report(world.round, title="Ny titel")
    assert change_head(report, cast.controller, version=99).version == 1
    assert not AuditEvent.objects.exists()


def test_the_second_of_two_who_change_the_head_is_told(world, cast):
    report = a_report(world.round)
    change_head(report, cast.controller, title="Först")
    with pytest.raises(ReportChanged) as refused:
        change_head(report, cast.administrator, title="Sedan", version=1)
    assert refused.value.current.title == "Först"
    assert Report.objects.get().title == "Först"


def test_a_title_has_1000_characters_and_no_more(world, cast):
    report = a_report(world.round)
    assert change_head(report, cast.controller, title="å" * 1000).version == 2
    for title in ("å" * 1001, "   "):
        with pytest.raises(ValidationError) as refused:
            change_head(report, cast.controller, title=title, version=2)
        assert list(refused.value.message_dict) == ["title"]


def test_a_section_is_added_last_and_sanitised(world, cast):
    report = a_report(world.round)
    a_section(report)
    added = add_section(
        report=report,
        title=" Ekonomi ",
        level=2,
        kind="text",
        content='<p onclick="x()">Bra<script>x()</script></p>',
        is_hidden=False,
        by=cast.controller,
    )
    assert (added.title, added.content, added.position) == ("Ekonomi", "<p>Bra</p>", 2)
    assert AuditEvent.objects.get().details == {"ändring": "lade till avsnittet Ekonomi"}


@pytest.mark.parametrize(
    ("overrides", "field"),
    [
        ({"title": "", "content": "<p> </p>"}, "title"),
        ({"kind": "page_break"}, "kind"),
        ({"kind": "okänd"}, "kind"),
        ({"level": 5}, "level"),
        ({"title": "å" * 1001}, "title"),
        ({"content": "<p>" + "x" * 300_001}, "content"),
    ],
)
def test_a_section_that_cannot_be_is_refused_at_its_field(world, cast, overrides, field):
    section = a_section(a_report(world.round))
    with pytest.raises(ValidationError) as refused:
        change_text(section, cast.controller, **overrides)
    assert list(refused.value.message_dict) == [field]
    section.refresh_from_db()
    assert section.content == ""


def test_the_second_of_two_who_change_a_section_is_told(world, cast):
    section = a_section(a_report(world.round), content="<p>Innan</p>")
    seen = text_of(section).fingerprint
    change_text(section, cast.controller, content="<p>Först</p>")
    with pytest.raises(SectionChanged) as refused:
        change_text(section, cast.administrator, seen=seen, content="<p>Sedan</p>")
    assert refused.value.current.content == "<p>Först</p>"
    assert change_text(section, cast.administrator, seen=seen, content="<p>Först</p>").content == "<p>Först</p>"


def test_sections_move_one_step_and_stop_at_the_ends(world, cast):
    report = a_report(world.round)
    first, second, third = (a_section(report, title=title, position=0) for title in "ABC")
    move_section(section=third, direction=Direction.UP, by=cast.controller)
    assert titles(report) == ["A", "C", "B"]
    move_section(section=first, direction=Direction.DOWN, by=cast.controller)
    assert titles(report) == ["C", "A", "B"]
    move_section(section=third, direction=Direction.UP, by=cast.controller)
    move_section(section=second, direction=Direction.DOWN, by=cast.controller)
    assert titles(report) == ["C", "A", "B"]
    assert list(report.sections.values_list("position", flat=True)) == [1, 2, 3]


def test_a_section_is_hidden_and_shown_again(world, cast):
    section = a_section(a_report(world.round))
    assert hide_section(section=section, is_hidden=True, by=cast.controller).is_hidden
    assert not hide_section(section=section, is_hidden=False, by=cast.controller).is_hidden
    assert AuditEvent.objects.count() == 2


def test_a_deleted_section_is_gone_but_remembered(world, cast):
    section = a_section(a_report(world.round), content="<p>Kvar</p>")
    delete_section(section=section, by=cast.controller)
    assert not Section.objects.exists()
    assert Section.history.filter(content="<p>Kvar</p>").exists()
    with pytest.raises(Section.DoesNotExist):
        change_text(section, cast.controller)
