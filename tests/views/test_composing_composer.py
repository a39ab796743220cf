"""The report's editing page: who reaches it, its head, what it says is missing and published."""

import pytest
from django.urls import reverse
from django.utils import timezone

from followup.core.models import AuditEvent
from reports.models import Disclosure, Publication, Report
from tests.builders import a_goal, a_plan, a_report, a_round, a_section, an_assessment


def a_publication(report, version=1, **overrides):
    values = {
        "audience": "members",
        "slug": report.slug,
        "title": report.title,
        "committee": report.committee,
        "published_at": timezone.now(),
        "published_by_name": "Cecilia",
        "change_note": "Rättat" if version > 1 else "",
    }
    return Publication.objects.create(report=report, version=version, **values | overrides)


@pytest.fixture
def report(world):
    report = a_report(world.round, title="Delårsuppföljning")
    a_section(report, title="Inledning", content="<p>Så gick det.</p>")
    a_section(report, title="Måluppföljning", kind="goal_table")
    return report


@pytest.fixture
def controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(report):
    return f"/rapporter/{report.pk}/redigera/"


def head(**overrides):
    values = {"title": "Ny titel", "subtitle": "", "as_of": "2017-08-31", "dated": "", "registry_number": ""}
    return values | {"has_in_brief": "on", "has_since_last": "on", "version": "1"} | overrides


PLACES = [
    ("get", "redigera/"),
    ("post", "redigera/"),
    ("get", "avsnitt/nytt/"),
    ("post", "avsnitt/nytt/"),
    ("get", "avsnitt/{section}/"),
    ("post", "avsnitt/{section}/"),
    ("post", "avsnitt/{section}/flytta/"),
    ("post", "avsnitt/{section}/dolj/"),
    ("get", "avsnitt/{section}/ta-bort/"),
    ("post", "avsnitt/{section}/ta-bort/"),
    ("get", "forhandsvisa/"),
    ("get", "forhandsvisa.pdf"),
    ("get", "publicera/"),
    ("post", "publicera/"),
    ("post", "version/1/oppna-for-alla/"),
]


@pytest.mark.parametrize(("method", "place"), PLACES)
def test_only_those_who_compose_the_committees_reports_get_in(client, report, cast, method, place):
    path = f"/rapporter/{report.pk}/" + place.format(section=report.sections.first().pk)
    assert getattr(client, method)(path).url == f"{reverse('login')}?next={path}"
    for person, status in {"outsider": 404, "reader": 403, "reporter": 403, "approver": 403}.items():
        client.force_login(getattr(cast, person))
        assert getattr(client, method)(path).status_code == status, person
    assert not AuditEvent.objects.exclude(action="signed_in").exists()
    for person in ("controller", "administrator", "superuser"):
        client.force_login(getattr(cast, person))
        if method == "get":
            assert client.get(path).status_code == 200, person


def test_a_report_is_made_of_a_round_and_gone_on_with(client, world, cast):
    path = f"/oversikt/{world.round.pk}/rapport/"
    for person, status in {"outsider": 404, "reader": 403, "reporter": 403, "approver": 403}.items():
        client.force_login(getattr(cast, person))
        assert client.post(path).status_code == status, person
    client.force_login(cast.controller)
    assert client.get(path).status_code == 405
    made = client.post(path)
    report = Report.objects.get()
    assert made.url == address(report)
    assert client.post(path).url == address(report)
    a_publication(report)
    assert client.post(path).url != address(report)


def test_the_page_shows_sections_in_order_and_what_is_missing(controller, world, report):
    a_section(report, title="Dolt", is_hidden=True)
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="draft")
    page = controller.get(address(report)).content.decode()
    assert page.index("Inledning") < page.index("Måluppföljning") < page.index("Dolt")
    assert "Dolt</span>" in page
    assert f'href="/oversikt/{world.round.pk}/mal/{world.goals[1].pk}/"' in page
    assert "Bara ni som arbetar med den kan läsa den." in page


def test_an_empty_section_leads_to_where_it_is_written(controller, report):
    empty = a_section(report, title="Ekonomi")
    page = controller.get(address(report)).content.decode()
    assert f'<a href="/rapporter/{report.pk}/avsnitt/{empty.pk}/">Rätta' in page


def test_a_report_without_sections_asks_for_one(controller, world):
    bare = a_report(world.round)
    page = controller.get(address(bare)).content.decode()
    assert "Rapporten har inga avsnitt än" in page
    assert "Hindrar publicering" in page
    assert f'<a href="/rapporter/{bare.pk}/avsnitt/nytt/">Rätta' in page


def test_a_report_without_a_round_can_be_composed(controller, world):
    report = Report.objects.create(plan=world.plan, key="r", slug="r", template="empty", title="Fristående")
    a_section(report, title="Läget", kind="goal_table")
    page = controller.get(address(report))
    assert page.status_code == 200
    assert "Hör inte till någon uppföljning" in page.content.decode()
    assert controller.get(f"/rapporter/{report.pk}/forhandsvisa/").status_code == 200
    assert controller.get(f"/rapporter/{report.pk}/publicera/").status_code == 200


def test_the_head_is_saved(controller, report):
    answer = controller.post(address(report), head(title="Å" * 300, dated="2017-09-20", registry_number="SN 1"))
    assert answer.url == address(report)
    saved = Report.objects.get()
    assert (saved.title, str(saved.dated), saved.registry_number) == ("Å" * 300, "2017-09-20", "SN 1")
    assert "Å" * 300 in controller.get(address(report)).content.decode()


def test_the_parts_that_sum_the_report_up_are_left_out_and_taken_in_again(controller, report):
    controller.post(address(report), head(has_in_brief="", has_since_last=""))
    saved = Report.objects.get()
    assert (saved.has_in_brief, saved.has_since_last) == (False, False)
    assert "I korthet, Sedan förra rapporten" in AuditEvent.objects.latest("pk").details["ändring"]
    controller.post(address(report), head(version=str(saved.version), has_since_last=""))
    saved.refresh_from_db()
    assert (saved.has_in_brief, saved.has_since_last) == (True, False)


def test_a_report_without_a_round_is_not_asked_for_parts_that_it_cannot_have(controller, report):
    Report.objects.update(round=None)
    assert "has_in_brief" not in controller.get(address(report)).context["form"].fields
    controller.post(address(report), head(has_in_brief="", has_since_last=""))
    saved = Report.objects.get()
    assert (saved.title, saved.has_in_brief, saved.has_since_last) == ("Ny titel", True, True)


def test_what_cannot_be_saved_stays_in_its_field(controller, report):
    answer = controller.post(address(report), head(title="Å" * 301, subtitle="Kvar", dated="igår"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"title", "dated"}
    assert "Å" * 301 in page
    assert 'value="Kvar"' in page
    assert 'value="igår"' in page
    assert Report.objects.get().title == "Delårsuppföljning"
    assert set(controller.post(address(report), head(title="  ")).context["form"].errors) == {"title"}


def test_two_who_change_the_head_at_once_see_both_and_lose_nothing(controller, report):
    controller.post(address(report), head(title="Först", subtitle="Lika"))
    second = controller.post(address(report), head(title="Sedan", subtitle="Lika"))
    page = second.content.decode()
    assert second.status_code == 409
    assert [(row.label, row.theirs, row.yours) for row in second.context["differences"]] == [
        ("Titel", "Först", "Sedan")
    ]
    assert 'value="Sedan"' in page
    assert 'name="version" value="2"' in page
    assert Report.objects.get().title == "Först"
    controller.post(address(report), head(title="Sedan", subtitle="Lika", version="2"))
    assert Report.objects.get().title == "Sedan"


def test_published_versions_stand_there_with_their_readers_and_links(controller, report):
    a_publication(report)
    a_publication(report, 2, audience="public")
    opened = a_publication(report, 3)
    Disclosure.objects.create(publication=opened, disclosed_at=timezone.now())
    answer = controller.get(address(report))
    lines = answer.context["versions"]
    assert [(line.version, line.by, line.is_for_members) for line in lines] == [
        (3, "Cecilia", False),
        (2, "Cecilia", False),
        (1, "Cecilia", True),
    ]
    page = answer.content.decode()
    assert f'href="/socialnamnden/{report.slug}/v2/"' in page
    assert f'href="/socialnamnden/{report.slug}/v2/{report.slug}.pdf"' in page
    assert "Alla sedan" in page
    assert "Öppna version 1 för alla" in page
    assert "Öppna version 2 för alla" not in page
    assert "Publicera version 4" in page


def test_what_is_typed_in_the_head_goes_along_with_what_is_done_in_the_tree(controller, report):
    section = report.sections.last()
    answer = controller.post(f"/rapporter/{report.pk}/avsnitt/{section.pk}/flytta/", head() | {"direction": "up"})
    assert (answer.status_code, answer.context["form"]["title"].value()) == (200, "Ny titel")
    assert answer.context["is_head_open"]
    assert report.sections.first() == section
    report.refresh_from_db()
    assert report.title == "Delårsuppföljning"


def test_an_untouched_head_leads_back_to_the_section_that_was_moved(controller, report):
    section = report.sections.last()
    form = controller.get(address(report)).context["form"]
    untouched = {name: form[name].value() or "" for name in form.fields} | {
        "has_in_brief": "on",
        "has_since_last": "on",
    }
    answer = controller.post(f"/rapporter/{report.pk}/avsnitt/{section.pk}/flytta/", untouched | {"direction": "up"})
    assert answer["Location"] == f"{address(report)}#avsnitt-{section.pk}"


def test_the_number_of_queries_does_not_grow(controller, world, django_assert_max_num_queries):
    for goals in (2, 12):
        plan = a_plan(world.committee)
        report = a_report(a_round(plan))
        for number in range(goals):
            goal = a_goal(plan, units=[world.afi, world.ifo])
            an_assessment(report.round, goal, world.afi, status="achieved", state="ready")
            a_section(report, kind="goal_table" if number else "text")
            a_publication(report, number + 1)
        with django_assert_max_num_queries(25):
            assert controller.get(address(report)).status_code == 200
