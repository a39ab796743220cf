"""Indicators that get an assessment of their own on the reporter's page: asked for, answered, handed in."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Measurement
from reports.commands.assessments import Answer, save_assessment
from reports.models import Assessment
from reports.subjects import kind_of
from tests.builders import a_goal, a_level, a_round, a_target, an_assessment, an_indicator, said_in


@pytest.fixture
def indicator(world):
    """Assessed by AFI alone, beside a plain indicator of the same goal."""
    an_indicator(world.goals[0], name="Bara en siffra", unit_of_measure="st")
    return an_indicator(
        world.goals[0],
        name="Väntetid",
        unit_of_measure="dagar",
        is_assessed=True,
        units=[world.afi],
        is_sex_disaggregated=False,
    )


@pytest.fixture
def address(world, indicator):
    return reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "indicator", indicator.pk])


@pytest.fixture
def reporter(client, cast):
    client.force_login(cast.reporter)
    return client


def page_of(world, reporter, unit=None, subject=None):
    """The round's page, or that of one answer."""
    args = [world.round.pk, (unit or world.afi).pk]
    if subject is None:
        return reporter.get(reverse("reports:entry", args=args)).content.decode()
    address = reverse("reports:entry_subject", args=[*args, kind_of(subject), subject.pk])
    return reporter.get(address).content.decode()


def test_it_stands_after_its_goal_and_has_a_page_of_its_own(world, reporter, indicator, address):
    page = page_of(world, reporter)
    anchors = [f"mal-{world.goals[0].pk}", f"indikator-{indicator.pk}", f"mal-{world.goals[1].pk}"]
    places = [page.index(f'id="{anchor}"') for anchor in anchors]
    assert places == sorted(places)
    assert "0 av 4 mål och indikatorer besvarade" in page
    own = page_of(world, reporter, subject=indicator)
    assert f'action="{address}"' in own
    assert "Hör till målet 1 Mål nummer 1" in own


def test_its_figures_stand_with_it_and_the_others_with_the_goal(world, reporter, indicator):
    a_target(indicator, value=30)
    own, other = (
        f'name="o{indicator.pk}-0-total"',
        f'name="o{world.plan.indicators.get(name="Bara en siffra").pk}-0-total"',
    )
    of_goal, of_indicator = (page_of(world, reporter, subject=each) for each in (world.goals[0], indicator))
    assert (own in of_indicator, own in of_goal) == (True, False)
    assert (other in of_indicator, other in of_goal) == (False, True)


def test_answer_and_figure_are_saved_together(world, reporter, indicator, address):
    data = {
        "status": "not_achieved",
        "comment": "Längre kö",
        "trend": "down",
        "forecast": "Nås i höst",
        f"o{indicator.pk}-0-total": "34,5",
    }
    response = reporter.post(address, data)
    assert response["Location"] == address
    saved = Assessment.objects.get()
    assert (saved.indicator, saved.goal, saved.unit) == (indicator, None, world.afi)
    assert (saved.status, saved.trend, saved.forecast) == ("not_achieved", "down", "<p>Nås i höst</p>")
    assert Measurement.objects.get().value == Decimal("34.5")
    page = page_of(world, reporter, subject=indicator)
    assert "1 av 4 mål och indikatorer besvarade" in page
    assert "Nås i höst" in page


def test_a_figure_that_cannot_be_read_keeps_all_that_was_typed(world, reporter, indicator, address):
    response = reporter.post(
        address, {"status": "achieved", "comment": "Kvar på skärmen", f"o{indicator.pk}-0-total": "1,2,3"}
    )
    assert response.status_code == 422
    page = response.content.decode()
    assert "Svaret är inte sparat. Något behöver rättas." in page
    assert "Kvar på skärmen" in page
    assert not Assessment.objects.exists()


def test_two_who_write_at_once_see_both_texts(world, cast, reporter, indicator, address):
    save_assessment(
        round=world.round,
        subject=indicator,
        unit=world.afi,
        answer=Answer(status="achieved", comment="<p>Den andras</p>", trend="up"),
        version=0,
        is_ready=False,
        by=cast.controller,
    )
    response = reporter.post(address, {"status": "achieved", "comment": "Min", "trend": "down", "version": "0"})
    assert response.status_code == 409
    page = said_in(response.content.decode())
    for words in ("Den andras", "Min", "Trend"):
        assert words in page


def test_a_unit_that_is_not_asked_has_no_such_address(world, client, cast, indicator):
    client.force_login(cast.other_reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.ifo.pk, "indicator", indicator.pk])
    assert client.post(address, {"status": "achieved"}).status_code == 404
    assert "Väntetid" not in page_of(world, client, world.ifo)


@pytest.mark.parametrize("kind", ["assignment", "goal"])
def test_what_the_unit_is_not_asked_is_not_there(world, reporter, kind, indicator):
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, kind, 9999])
    assert reporter.post(address, {"status": "achieved"}).status_code == 404


def test_an_indicator_under_a_goal_that_the_unit_does_not_answer_stands_under_the_goals_name(world, reporter):
    above = a_goal(
        world.plan, name="Bara nämndens", number="", level=a_level(world.plan, name="Område", assessed_by="committee")
    )
    an_indicator(above, is_assessed=True, units=[world.afi])
    an_indicator(above, is_assessed=True, units=[world.afi])
    page = page_of(world, reporter)
    assert page.count('class="entry-list__heading">Bara nämndens<') == 1
    assert f'id="mal-{above.pk}"' not in page


def test_last_rounds_answer_on_the_same_indicator_is_at_hand(world, reporter, indicator):
    earlier = a_round(world.plan, title="Tertial 1", as_of=date(2017, 4, 30), state="closed")
    Assessment.objects.create(
        round=earlier,
        indicator=indicator,
        unit=world.afi,
        status="partly_achieved",
        comment="<p>I våras</p>",
        trend="up",
    )
    page = page_of(world, reporter, subject=indicator)
    assert "<p>I våras</p>" in page
    assert "Trend: upp" in page


def test_a_unit_hands_in_its_indicators_too(world, cast, reporter, indicator):
    for goal in world.goals:
        an_assessment(world.round, goal, world.afi, status="achieved")
    address = reverse("reports:hand_in", args=[world.round.pk, world.afi.pk])
    refused = reporter.post(address)
    assert "Bedömning saknas för indikator Väntetid." in refused.content.decode()
    Assessment.objects.create(round=world.round, indicator=indicator, unit=world.afi, status="achieved")
    assert reporter.post(address).status_code == 302
    assert set(Assessment.objects.values_list("state", flat=True)) == {"ready"}


def test_of_many_that_are_left_some_are_named_and_the_rest_counted(world, reporter):
    for number in range(9):
        an_indicator(world.goals[0], name=f"I{number}", is_assessed=True)
    page = reporter.post(reverse("reports:hand_in", args=[world.round.pk, world.afi.pk])).content.decode()
    assert "Bedömning saknas för mål 1; indikator I0, I1, I2, I3, I4, I5, I6; och 4 till." in page


def test_the_first_page_counts_them(world, reporter, indicator, monkeypatch):
    monkeypatch.setattr("reports.views.entry.start.timezone.localdate", lambda: date(2017, 9, 1))
    page = reporter.get(reverse("reports:entry_start")).content.decode()
    assert "0 av 4 mål och indikatorer besvarade" in page
    assert "4 svar är kvar." in page


@pytest.mark.parametrize("size", [2, 20])
def test_the_number_of_queries_does_not_grow(world, reporter, size, django_assert_max_num_queries):
    for _number in range(size):
        an_indicator(a_goal(world.plan), is_assessed=True, unit_of_measure="%")
    with django_assert_max_num_queries(14):
        page_of(world, reporter)


def test_what_the_page_does_not_ask_for_stays_as_it_was(world, reporter, indicator, address):
    answer = Assessment.objects.create(
        round=world.round, indicator=indicator, unit=world.afi, status="achieved", status_words="Nått", ref="1-2"
    )
    reporter.post(address, {"status": "achieved", "comment": "Ny text", "version": answer.version})
    answer.refresh_from_db()
    assert (answer.comment, answer.status_words, answer.ref) == ("<p>Ny text</p>", "Nått", "1-2")
