"""Publishing seals a version; nothing afterwards changes it."""

import hashlib
import json

import pytest

from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent
from goals.models import Goal
from reports.build import build_report
from reports.choices import Audience
from reports.commands import publishing
from reports.commands.publishing import ChangeNoteMissing, FindingsRemain, disclose, publish
from reports.models import Assessment, Publication, PublicationFile, Section
from tests.builders import a_goal, a_report, a_section, an_assessment, an_indicator


@pytest.fixture
def report(world):
    for goal, unit in ((0, world.afi), (0, world.ifo), (1, world.afi), (1, world.ifo), (2, world.afi)):
        an_assessment(world.round, world.goals[goal], unit, status="achieved", comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round)
    a_section(report, kind="goal_table", title="Måluppföljning")
    return report


def seal(report, by, **overrides):
    values = {"audience": Audience.PUBLIC, "change_note": "", "accept_warnings": False}
    return publish(report=report, by=by, **values | overrides)


def test_all_formats_are_sealed_with_their_hashes(report, cast):
    publication = seal(report, cast.controller)
    files = {file.format: file for file in publication.files.all()}
    assert set(files) == {"html", "pdf", "xlsx", "json", "checks", "manifest"}
    for file in files.values():
        assert file.sha256 == hashlib.sha256(file.read()).hexdigest()
        assert file.size == len(file.read())
    assert (publication.version, publication.published_by_name) == (1, str(cast.controller))
    assert AuditEvent.objects.get().action == "published"


def test_only_those_who_may_publish(report, cast):
    for person in (cast.reader, cast.reporter, cast.approver, cast.outsider, cast.anonymous):
        with pytest.raises(NotAllowed):
            seal(report, person)
    assert not Publication.objects.exists()


def test_the_first_version_has_no_change_note(report, cast):
    assert seal(report, cast.controller, change_note="Publicerad på nytt.").change_note == ""


def test_a_second_version_needs_a_change_note(report, cast):
    seal(report, cast.controller)
    with pytest.raises(ChangeNoteMissing):
        seal(report, cast.controller, change_note="   ")
    assert seal(report, cast.controller, change_note="Rättat mål 2.").version == 2


def test_warnings_stop_until_they_are_accepted_and_errors_always(report, cast, world):
    Assessment.objects.filter(goal=world.goals[2]).delete()
    with pytest.raises(FindingsRemain) as refusal:
        seal(report, cast.controller)
    assert [finding.rule for finding in refusal.value.findings] == ["missing_answer"]
    Section.objects.all().delete()
    with pytest.raises(FindingsRemain):
        seal(report, cast.controller, accept_warnings=True)
    assert not Publication.objects.exists()


def test_nothing_that_happens_afterwards_changes_a_published_byte(report, cast, world):
    publication = seal(report, cast.controller)
    before = {file.format: file.read() for file in publication.files.all()}
    Goal.objects.update(name="Ett helt annat mål")
    Assessment.objects.update(comment="<p>Omskrivet.</p>", status="not_achieved")
    world.plan.word_achieved = "Klart"
    world.plan.save()
    world.committee.name = "Omsorgsnämnden"
    world.committee.save()
    world.committee.municipality.accent = "#7a1f2b"
    world.committee.municipality.save()
    report.title = "Ny titel"
    report.save()
    Section.objects.all().delete()
    again = Publication.objects.get(pk=publication.pk)
    assert {file.format: file.read() for file in again.files.all()} == before
    assert (again.title, again.committee_name) == ("Uppföljning av mål 2017", "Socialnämnden")


def test_two_who_publish_at_once_make_one_version(report, cast, monkeypatch):
    build = publishing.build_report

    def meanwhile(report, edition):
        monkeypatch.setattr(publishing, "build_report", build)
        seal(report, cast.administrator)
        return build(report, edition)

    monkeypatch.setattr(publishing, "build_report", meanwhile)
    with pytest.raises(CommandRefused, match="Någon annan har just publicerat version 1"):
        seal(report, cast.controller)
    assert Publication.objects.count() == 1
    assert PublicationFile.objects.count() == 6


def test_a_members_version_is_opened_to_everyone_once(report, cast):
    publication = seal(report, cast.controller, audience=Audience.MEMBERS)
    with pytest.raises(NotAllowed):
        disclose(publication=publication, by=cast.reporter)
    assert disclose(publication=publication, by=cast.controller).disclosed_by == cast.controller
    with pytest.raises(CommandRefused):
        disclose(publication=publication, by=cast.controller)


def test_the_data_holds_what_the_page_holds(report, cast):
    publication = seal(report, cast.controller)
    data = json.loads(publication.files.get(format="json").read())
    assert data["title"] == "Uppföljning av mål 2017"
    assert "Mål nummer 3" in json.dumps(data, ensure_ascii=False)


def test_a_report_takes_as_many_queries_with_forty_goals_as_with_three(report, world, django_assert_num_queries):
    report = type(report).objects.select_related("plan", "committee__municipality", "round").get(pk=report.pk)
    with django_assert_num_queries(9):
        build_report(report)
    for _ in range(37):
        goal = a_goal(world.plan)
        an_indicator(goal)
        for unit in (world.afi, world.ifo):
            an_assessment(world.round, goal, unit, status="achieved", comment="<p>Bra.</p>", state="approved")
    with django_assert_num_queries(9):
        document = build_report(report)
    assert len(document.sections[0].block.rows) == 40
