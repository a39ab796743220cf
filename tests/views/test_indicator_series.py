"""An indicator's own page: its series across plans, targets, remarks, chart, and how its figures have changed."""

import pytest
from django.urls import reverse

from followup.core.periods import parse_period
from indicators.commands.outcomes import Outcome, record_outcome
from indicators.commands.targets import delete_targets, save_targets
from tests.builders import a_goal, a_measurement, a_plan, a_target, an_indicator


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0], name="Nöjda", unit_of_measure="%", decimals=0)


def address(indicator):
    plan = indicator.plan
    return reverse("reports:indicator_series", args=[plan.committee.slug, plan.slug, indicator.pk])


def tables(response):
    """Each table as its title, its headings and its rows of words."""
    return [
        (
            part.title,
            part.columns,
            [(row.period, row.plan, *(cell.text for cell in row.cells), row.target) for row in part.rows],
        )
        for part in response.context["parts"]
    ]


def test_figures_stand_by_period_and_sex_with_the_targets_of_their_year(as_controller, indicator):
    a_measurement(indicator, "2016", value=70)
    for sex, value in (("total", 80), ("women", 82), ("men", 78)):
        a_measurement(indicator, "2017", sex=sex, value=value)
    a_target(indicator, year=2017, value=85)
    a_target(indicator, year=2017, sex="men", value=80)
    a_target(indicator, year=2018, value=90)
    assert tables(as_controller.get(address(indicator))) == [
        (
            "Alla tillsammans",
            ("Totalt", "Kvinnor", "Män"),
            [
                ("2016", "", "70\u00a0%", "", "", ""),
                ("2017", "", "80\u00a0%", "82\u00a0%", "78\u00a0%", "85\u00a0%; män: 80\u00a0%"),
                ("2018", "", "", "", "", "90\u00a0%"),
            ],
        )
    ]


def test_units_and_submeasures_have_tables_of_their_own(as_controller, world, indicator):
    a_measurement(indicator, "2017T1", submeasure="HVB", value=5)
    a_measurement(indicator, "2017T1", unit=world.ifo, value=60)
    a_measurement(indicator, "2017T1", unit=world.afi, value=50)
    a_measurement(indicator, "2017T1", value=55, is_preliminary=True)
    shown = tables(as_controller.get(address(indicator)))
    assert [title for title, _columns, _rows in shown] == ["Alla tillsammans", "Enheten AFI", "Enheten IFO", "HVB"]
    assert shown[0][2] == [("Tertial 1 2017", "", "55\u00a0% (prel.)", "")]


def test_remarks_source_and_footnote_are_told(as_controller, world):
    indicator = an_indicator(world.goals[0], source="Öppna jämförelser", footnote="Exklusive gruppboende.")
    a_measurement(indicator, remark="Ny mätmetod.")
    response = as_controller.get(address(indicator))
    [part] = response.context["parts"]
    assert part.rows[0].cells[0].notes == (1,)
    assert [(note.number, note.text) for note in response.context["notes"]] == [(1, "Ny mätmetod.")]
    for words in ("Öppna jämförelser", "Exklusive gruppboende."):
        assert words in response.content.decode()


def test_a_chart_is_drawn_when_there_is_more_than_one_period(as_controller, indicator):
    a_measurement(indicator, "2016", value=70)
    assert not as_controller.get(address(indicator)).context["drawing"]
    a_measurement(indicator, "2017", value=80)
    page = as_controller.get(address(indicator)).content.decode()
    assert '<svg class="chart__drawing"' in page
    assert "från 70\u00a0% (2016) till 80\u00a0% (2017)" in page


def test_a_series_goes_on_from_plans_before(as_controller, world, indicator):
    before = a_plan(world.committee, title="Plan 2016", slug="plan-2016")
    earlier = an_indicator(a_goal(before), name="Nöjda förut")
    oldest = an_indicator(a_goal(a_plan(world.committee, title="Plan 2015", slug="plan-2015")))
    indicator.predecessor, earlier.predecessor = earlier, oldest
    indicator.save()
    earlier.save()
    a_measurement(oldest, "2015", value=60)
    a_measurement(earlier, "2016", value=70)
    a_measurement(earlier, "2017", value=1)
    a_measurement(indicator, "2017", value=80)
    response = as_controller.get(address(indicator))
    assert [row[:3] for row in tables(response)[0][2]] == [
        ("2015", "Plan 2015", "60\u00a0%"),
        ("2016", "Plan 2016", "70\u00a0%"),
        ("2017", "", "80\u00a0%"),
    ]
    assert "Fortsätter serien i" in response.content.decode()
    assert "Serien fortsätter i" in as_controller.get(address(earlier)).content.decode()


def test_indicators_that_follow_each_other_in_a_circle_are_read_once(as_controller, world, indicator):
    other = an_indicator(world.goals[0], predecessor=indicator)
    indicator.predecessor = other
    indicator.save()
    a_measurement(other, "2016")
    assert len(tables(as_controller.get(address(indicator)))) == 1


def test_nothing_measured_yet_says_so(as_controller, indicator):
    assert "Inget utfall och inget målvärde än" in as_controller.get(address(indicator)).content.decode()


def record(indicator, outcome, by, **more):
    values = {"period": parse_period("2017T1"), "unit": None, "sex": "total", "submeasure": "", "seen": None}
    record_outcome(indicator=indicator, outcome=outcome, by=by, **values | more)


def changes(response, of="history"):
    return [(each.what, each.before, each.after, each.who) for each in response.context[of].changes]


def test_changed_values_are_told_with_who_and_from_what_to_what(as_controller, world, cast, indicator):
    record(indicator, Outcome(value=80), cast.controller)
    record(indicator, Outcome(value=82, is_preliminary=True), cast.controller)
    record(indicator, Outcome(value=82, is_preliminary=True, remark="Rättad."), cast.controller)
    record(indicator, Outcome(), cast.controller)
    record(indicator, Outcome(missing_reason="suppressed"), cast.reporter, unit=world.afi, sex="women")
    shown = changes(as_controller.get(address(indicator)))
    prel = "82\u00a0% (prel.)"
    assert [each[:3] for each in shown] == [
        ("Tertial 1 2017", prel, ""),
        ("Tertial 1 2017", f"{prel} (anmärkning: ingen)", f"{prel} (anmärkning: Rättad.)"),
        ("Tertial 1 2017", "80\u00a0%", prel),
    ]


def test_when_a_value_was_first_entered_is_told_when_asked_for(as_controller, world, cast, indicator):
    record(indicator, Outcome(missing_reason="suppressed"), cast.reporter, unit=world.afi, sex="women")
    assert changes(as_controller.get(address(indicator))) == []
    asked = as_controller.get(address(indicator), {"historik": "alla"})
    assert [each[:3] for each in changes(asked)] == [("Tertial 1 2017, AFI, kvinnor", "", "sekretess")]


def test_changed_targets_are_told_as_changed_values_are(as_controller, world, cast, indicator):
    target = a_target(indicator, year=2017, value=80)
    for field, value in (("value", 85), ("year", 2018), ("words", "fler än förut")):
        setattr(target, field, value)
        save_targets(plan=world.plan, targets=[target], by=cast.controller)
    delete_targets(plan=world.plan, targets=[target], by=cast.administrator)
    response = as_controller.get(address(indicator))
    who, other = str(cast.controller), str(cast.administrator)
    assert changes(response, "target_history") == [
        ("2018", "fler än förut", "", other),
        ("2018", "85\u00a0%", "fler än förut", who),
        ("2018", "2017: 85\u00a0%", "85\u00a0%", who),
        ("2017", "80\u00a0%", "85\u00a0%", who),
    ]
    page = response.content.decode()
    assert "Målvärden som har ändrats sedan de skrevs in" in page
    assert "Utfall som har ändrats" not in page


def test_when_a_target_was_first_entered_is_told_when_asked_for(as_controller, world, indicator):
    a_target(indicator, year=2017, unit=world.afi, sex="women", value=80)
    page = as_controller.get(address(indicator))
    assert changes(page, "target_history") == []
    assert "Inget värde har ändrats sedan det skrevs in." in page.content.decode()
    asked = as_controller.get(address(indicator), {"historik": "alla"})
    assert [each[:3] for each in changes(asked, "target_history")] == [("2017, AFI, kvinnor", "", "80\u00a0%")]


def test_only_the_newest_changes_are_shown_and_the_rest_counted(as_controller, cast, indicator):
    for value in range(205):
        record(indicator, Outcome(value=value), cast.controller)
    history = as_controller.get(address(indicator)).context["history"]
    assert (len(history.changes), history.all_changes) == (200, 204)
    assert history.changes[0].after == "204\u00a0%"


def test_the_page_asks_equally_many_questions_of_few_and_many(
    as_controller, world, indicator, django_assert_max_num_queries
):
    def more(years):
        for year in years:
            for unit in (None, world.afi, world.ifo):
                a_measurement(indicator, str(year), unit=unit)
            target = a_target(indicator, year=year)
            target.words = "fler"
            target.save()

    more(range(2016, 2018))
    with django_assert_max_num_queries(100) as few:
        as_controller.get(address(indicator))
    more(range(1980, 2016))
    with django_assert_max_num_queries(len(few)):
        as_controller.get(address(indicator))
