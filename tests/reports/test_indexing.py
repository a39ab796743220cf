"""The index of what published versions say: written with them, made anew from their sealed data."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.build.document import StandingStatus, StatusMark
from reports.choices import Audience
from reports.commands.indexed_items import verdict_of
from reports.commands.indexing import IndexStep, index_again, index_publication
from reports.commands.publishing import publish
from reports.commands.withdrawal import withdraw
from reports.models import (
    Publication,
    PublicationFile,
    PublishedItem,
    PublishedOutcome,
    PublishedStatus,
    PublishedTarget,
)
from tests.builders import (
    a_committee,
    a_goal,
    a_level,
    a_measurement,
    a_plan,
    a_report,
    a_round,
    a_section,
    a_stored_file,
    a_target,
    an_assessment,
    an_indicator,
)

pytestmark = pytest.mark.usefixtures("light_pdf")


@pytest.fixture
def report(world):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="approved")
    an_assessment(world.round, world.goals[0], world.ifo, status="not_achieved", state="approved")
    an_assessment(world.round, world.goals[1], world.afi, status="achieved", state="approved")
    indicator = an_indicator(world.goals[0], name="Andel som bor kvar", unit_of_measure="%", kolada_id="N31816")
    a_target(indicator, value=80)
    a_measurement(indicator, value=Decimal("81.25"), period="2017-08")
    a_measurement(indicator, value=82, period="2017-08", sex="women")
    return a_full_report(world.round)


def a_full_report(round, **overrides):
    report = a_report(round, **overrides)
    a_section(report, kind="goal_table", title="Mål")
    a_section(report, kind="indicator_table", title="Indikatorer")
    return report


def published(report, cast, audience=Audience.PUBLIC, note=""):
    return publish(report=report, audience=audience, change_note=note, accept_warnings=True, by=cast.controller)


def everything():
    """All rows of the index without their ids."""
    items = PublishedItem.objects.order_by("publication", "position").values()
    rows = [{name: value for name, value in item.items() if name != "id"} for item in items]
    for model in (PublishedStatus, PublishedOutcome, PublishedTarget):
        parts = model.objects.order_by("item__publication", "item__position", "position").values()
        rows += [{name: value for name, value in part.items() if name not in {"id", "item_id"}} for part in parts]
    return rows


def seal_instead(publication, data):
    """Another JSON file, as an older program would have sealed it."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM reports_publicationfile WHERE format = 'json'")
    content = json.dumps(data).encode()
    PublicationFile.objects.create(
        publication=publication, format="json", content_type="application/json", **a_stored_file(content)
    )


def test_a_version_is_indexed_as_it_is_published(world, cast, report):
    publication = published(report, cast)
    first, second, third, indicator = publication.items.order_by("position")
    assert [item.kind for item in (first, second, third, indicator)] == ["goal", "goal", "goal", "indicator"]
    assert (first.committee, first.lineage, first.verdict) == (world.committee, f"{world.plan.pk}/m1", "mixed")
    assert (second.verdict, third.verdict) == ("achieved", "")
    assert [(each.by, each.mark, each.word) for each in first.statuses.all()] == [
        ("AFI", "achieved", "Uppnått"),
        ("IFO", "not_achieved", "Ej uppnått"),
    ]
    assert (indicator.above, indicator.unit_of_measure, indicator.kolada_id) == ("m1", "%", "N31816")
    assert first.anchor
    assert [(each.period, each.sex, each.value, each.words) for each in indicator.outcomes.all()] == [
        ("2017-08", "total", Decimal("81.25"), "81,25\u00a0%"),
        ("2017-08", "women", Decimal(82), "82\u00a0%"),
    ]
    assert [(each.year, each.value, each.measured_against) for each in indicator.targets.all()] == [(2017, 80, "value")]


def test_it_is_made_anew_from_the_sealed_data_alone(world, cast, report):
    published(report, cast)
    published(report, cast, note="Samma igen.")
    before = everything()
    world.goals[0].name = "Något annat"
    world.goals[0].save()
    call_command("index_publications", "--all")
    assert everything() == before
    PublishedItem.objects.all().delete()
    assert index_again(everything=False) == 2
    assert everything() == before
    assert index_again(everything=False) == 0


def test_nothing_is_published_where_it_cannot_be_indexed(cast, report, monkeypatch):
    def refuse(publication, data):
        raise RuntimeError("inget index")

    monkeypatch.setattr("reports.commands.indexing.STEPS", (IndexStep(refuse, print),))
    with pytest.raises(RuntimeError):
        published(report, cast)
    assert not Publication.objects.exists()


def test_a_version_from_before_the_data_told_of_it_has_nothing_in_the_index(cast, report):
    publication = published(report, cast)
    seal_instead(publication, {"schema_version": "3", "title": "Gammal"})
    index_again(everything=True)
    assert not publication.items.exists()


def test_an_older_shape_gives_what_there_is(cast, report):
    publication = published(report, cast)
    data = json.loads(PublicationFile.objects.get(publication=publication, format="json").read())
    for item in data["standing"]:
        for name in ("anchor", "above", "area", "depth", "label", "is_area", "unit_of_measure", "desired_direction"):
            del item[name]
        del item["kolada_id"], item["outcomes"]
    seal_instead(publication, data)
    index_again(everything=True)
    assert [item.verdict for item in publication.items.order_by("position")] == ["mixed", "achieved", "", ""]


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [
        ([], ""),
        ([("AFI", "achieved"), ("IFO", "achieved")], "achieved"),
        ([("AFI", "achieved"), ("IFO", "not_achieved")], "mixed"),
        ([("", "partly_achieved"), ("AFI", "achieved")], "partly_achieved"),
        ([("AFI", "")], "words"),
        ([("AFI", ""), ("IFO", "achieved")], "mixed"),
    ],
)
def test_the_committees_own_status_goes_before_the_units(statuses, verdict):
    assert verdict_of([StandingStatus(by, StatusMark(mark, "Ord")) for by, mark in statuses]) == verdict


def test_what_goes_on_from_the_plan_before_has_its_lineage(world, cast, report):
    published(report, cast)
    plans = [world.plan]
    for year in (2018, 2019):
        plan = a_plan(world.committee, year_from=year, year_through=year, predecessor=plans[-1])
        a_level(plan)
        before = plans[-1].goals.order_by("position").first()
        goal = a_goal(plan, key=f"mal-{year}", predecessor=before)
        a_goal(plan, key="nytt")
        round = a_round(plan, as_of=date(year, 8, 31))
        an_assessment(round, goal, world.afi, status="achieved", state="approved")
        published(a_full_report(round), cast)
        plans.append(plan)
    found = PublishedItem.objects.order_by("publication", "position").values_list("key", "lineage")
    first = f"{world.plan.pk}/m1"
    assert ("mal-2018", first) in found
    assert ("mal-2019", first) in found
    assert ("nytt", f"{plans[-1].pk}/nytt") in found
    before = everything()
    PublishedItem.objects.all().delete()
    index_again(everything=True)
    assert everything() == before


def test_what_goes_on_from_a_plan_that_has_no_version_points_at_that_plan(world, cast):
    plan = a_plan(world.committee, year_from=2018, year_through=2018, predecessor=world.plan)
    a_level(plan)
    goal = a_goal(plan, key="mal", predecessor=world.goals[0])
    round = a_round(plan, as_of=date(2018, 8, 31))
    an_assessment(round, goal, world.afi, status="achieved", state="approved")
    published(a_full_report(round), cast)
    assert PublishedItem.objects.get().lineage == f"{world.plan.pk}/m1"


def test_a_reader_finds_the_newest_version_that_is_still_handed_out(world, cast, report):
    first = published(report, cast)
    second = published(report, cast, note="Rättad.")
    members = published(report, cast, Audience.MEMBERS, note="Bara för oss.")

    def versions(user, committee=world.committee):
        return set(PublishedItem.objects.newest_readable_by(user, [committee]).values_list("publication", flat=True))

    assert versions(cast.anonymous) == versions(cast.outsider) == {second.pk}
    assert versions(cast.anonymous, a_committee()) == set()
    assert versions(cast.reader) == {members.pk}
    withdraw(publication=second, reason="Fel.", by=cast.controller)
    assert versions(cast.anonymous) == {first.pk}


def test_indexing_takes_as_many_queries_for_many_rows_as_for_few(world, cast, report):
    publication = published(report, cast)
    content = PublicationFile.objects.get(publication=publication, format="json").read()
    data = json.loads(content)
    clear_index(publication)
    with CaptureQueriesContext(connection) as few:
        index_publication(publication=publication, data=content)
    clear_index(publication)
    data["standing"] = [item | {"key": f"{item['key']}-{number}"} for number in range(10) for item in data["standing"]]
    with CaptureQueriesContext(connection) as many:
        index_publication(publication=publication, data=json.dumps(data).encode())
    assert publication.items.count() == 40
    assert len(many) == len(few)


def clear_index(publication):
    publication.items.all().delete()
    publication.passages.all().delete()
