"""The grid where a controller enters outcomes: what it shows, what it saves, what it refuses."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from followup.core.models import PeriodLock
from indicators.models import Measurement
from tests.builders import a_goal, a_measurement, a_plan, a_target, an_indicator


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0], unit_of_measure="%")


def address(world, name="grid", **asked):
    place = reverse(f"reports:{name}", args=[world.committee.slug, world.plan.slug])
    return place + ("?" + "&".join(f"{key}={value}" for key, value in asked.items()) if asked else "")


def grid_in(response):
    return response.context["grid"]


def sent(response, **typed):
    """What the shown grid would send, with `typed` in some cells."""
    grid = grid_in(response)
    fields = {"rows": grid.rows, "outcomes_seen": grid.sheet.seen}
    for cell in cells_in(response):
        fields[cell.cell.name] = cell.text
    return fields | typed


def cells_in(response):
    return [
        cell
        for goal in grid_in(response).goals
        for each in goal.indicators
        for row in each.rows
        for cell in row.cells
        if cell is not None
    ]


def name_of(indicator, period="2017", sex="total"):
    return f"u{indicator.pk}-0-{sex}-{period}"


def save(client, here, **typed):
    return client.post(here, sent(client.get(here), **typed))


def rows_in(response):
    return [
        (str(each.indicator), row.label, [cell.text if cell else None for cell in row.cells])
        for goal in grid_in(response).goals
        for each in goal.indicators
        for row in each.rows
    ]


def test_periods_stand_across_and_sexes_and_submeasures_down(as_controller, world, indicator):
    indicator.is_sex_disaggregated = True
    indicator.save()
    a_measurement(indicator, "2016", value=Decimal("81.20"), sex="women")
    other = an_indicator(world.goals[0])
    a_measurement(other, "2017", submeasure="Boende", words="IU")
    a_target(other, submeasure="Hemtjänst")
    response = as_controller.get(address(world, periods="2016,2017"))
    assert [column.label for column in response.context["choice"].columns] == ["2016", "2017"]
    assert rows_in(response) == [
        ("Indikator 1", "Kvinnor", ["81,2", ""]),
        ("Indikator 1", "Män", ["", ""]),
        ("Indikator 1", "Totalt", ["", ""]),
        ("Indikator 2", "Hemtjänst", ["", ""]),
        ("Indikator 2", "Boende", ["", "IU"]),
    ]


def test_sexes_stand_across_for_one_period_or_more(as_controller, world, indicator):
    indicator.is_sex_disaggregated = True
    indicator.save()
    an_indicator(world.goals[0])
    a_measurement(indicator, "2017", sex="men", missing_reason="not_yet")
    response = as_controller.get(address(world, across="sexes", periods="2017"))
    assert rows_in(response) == [
        ("Indikator 1", "", ["", "ej mätt ännu", ""]),
        ("Indikator 2", "", [None, None, ""]),
    ]
    assert "Utfall för alla tillsammans, 2017" in response.content.decode()
    response = as_controller.get(address(world, across="sexes", periods="2017T1,2017T2"))
    labels = [column.label for column in response.context["choice"].columns]
    assert labels[:3] == ["Kvinnor tertial 1 2017", "Män tertial 1 2017", "Totalt tertial 1 2017"]
    assert len(labels) == 6


def test_the_periods_with_most_figures_are_suggested_with_the_plans_years(as_controller, world, indicator):
    a_measurement(indicator, "2016T3")
    a_measurement(indicator, "2015")
    response = as_controller.get(address(world))
    assert [column.label for column in response.context["choice"].columns] == ["2015", "Tertial 3 2016", "2017"]


@pytest.mark.parametrize("periods", ["i fjol", "2017T4", ",".join(map(str, range(1990, 2010)))])
def test_periods_that_cannot_be_shown_are_told(as_controller, world, indicator, periods):
    response = as_controller.get(address(world, periods=periods))
    assert response.context["choice"].form.errors["periods"]
    assert response.context["choice"].columns == ()


def test_the_rows_are_narrowed_by_goal_group_kind_and_unit(as_controller, world, indicator):
    under = a_goal(world.plan, parent=world.goals[1])
    an_indicator(under, name="Under", group="Boende", kind="volume", unit_of_measure="st", units=[world.ifo])

    def found(**asked):
        return [name for name, _label, _cells in rows_in(as_controller.get(address(world, **asked)))]

    assert found(goal=world.goals[1].pk) == ["Under"]
    assert found(group="Boende") == ["Under"]
    assert found(kind="indicator") == ["Indikator 1"]
    assert found(unit=world.ifo.pk) == ["Indikator 1", "Under"]
    assert found(unit=world.afi.pk) == ["Indikator 1"]
    a_measurement(under.indicators.get(), unit=world.afi)
    assert found(unit=world.afi.pk) == ["Indikator 1", "Under"]
    assert found() == ["Indikator 1", "Under"]


def test_what_is_typed_is_saved_for_the_chosen_unit(as_controller, world, indicator):
    here = address(world, periods="2016,2017", unit=world.afi.pk)
    typed = {name_of(indicator, "2016"): "1 593 404,5 prel.", name_of(indicator): "saknas: bortfall"}
    response = as_controller.post(here, sent(as_controller.get(here)) | typed)
    assert (response.status_code, response["Location"]) == (302, here)
    assert "2 utfall är sparade." in as_controller.get(here).content.decode()
    first, second = Measurement.objects.in_series_order()
    assert (first.unit, first.value, first.is_preliminary) == (world.afi, Decimal("1593404.5"), True)
    assert (second.unit, second.missing_reason) == (world.afi, "non_response")


def test_an_emptied_cell_removes_the_outcome_and_nothing_changed_saves_nothing(as_controller, world, indicator):
    a_measurement(indicator)
    here = address(world, periods="2017")
    save(as_controller, here)
    assert "Inget var ändrat" in as_controller.get(here).content.decode()
    save(as_controller, here, **{name_of(indicator): " "})
    assert not Measurement.objects.exists()


def test_a_bad_cell_is_told_at_the_cell_and_nothing_is_saved(as_controller, world, indicator):
    here = address(world, periods="2016,2017")
    response = save(as_controller, here, **{name_of(indicator, "2016"): "12,,5", name_of(indicator): "81,25 prel"})
    assert response.status_code == 422
    bad, good = cells_in(response)
    assert "är inte ett tal" in bad.error
    assert (bad.text, good.text, good.error, good.echo) == ("12,,5", "81,25 prel", "", "81,25\u00a0%, preliminärt")
    page = response.content.decode()
    assert "Inget är sparat. Något behöver rättas." in page
    assert f'href="#{name_of(indicator, "2016")}"' in page
    assert not Measurement.objects.exists()


def test_what_another_saved_meanwhile_is_shown_and_replaced_only_knowingly(as_controller, world, indicator, cast):
    here = address(world, periods="2016,2017")
    theirs = a_measurement(indicator, value=80)
    first = as_controller.get(here)
    theirs.value = 82
    theirs._history_user = cast.administrator
    theirs.save()
    typed = {name_of(indicator): "85", name_of(indicator, "2016"): "70"}
    response = as_controller.post(here, sent(first) | typed)
    assert response.status_code == 409
    cell = cells_in(response)[1]
    assert cell.text == "85"
    assert cell.meanwhile.startswith("82\u00a0%, sparat av Administrator")
    assert Measurement.objects.get().value == 82
    assert as_controller.post(here, sent(response)).status_code == 302
    assert [row.value for row in Measurement.objects.in_series_order()] == [70, 85]


def test_a_cell_that_the_person_left_alone_does_not_hinder_when_another_changes_it(as_controller, world, indicator):
    here = address(world, periods="2016,2017")
    theirs = a_measurement(indicator, value=80)
    first = as_controller.get(here)
    Measurement.objects.filter(pk=theirs.pk).update(value=82)
    assert as_controller.post(here, sent(first) | {name_of(indicator, "2016"): "70"}).status_code == 302
    assert [row.value for row in Measurement.objects.in_series_order()] == [70, 82]


def test_a_locked_period_is_shown_and_refused(as_controller, world, indicator, cast):
    here = address(world, periods="2016,2017")
    first = as_controller.get(here)
    PeriodLock.objects.create(
        committee=world.committee,
        period_from=date(2016, 1, 1),
        period_through=date(2016, 12, 31),
        reason="Bokslut",
        locked_by=cast.administrator,
    )
    response = as_controller.post(here, sent(first) | {name_of(indicator, "2016"): "70", name_of(indicator): "80"})
    assert response.status_code == 422
    locked, free = cells_in(response)
    assert (locked.error, locked.text, locked.cell.is_locked) == ("Perioden 2016 är låst.", "70", True)
    assert (free.text, free.cell.is_locked) == ("80", False)
    assert not Measurement.objects.exists()


def test_rows_stay_as_sent_though_others_move_or_delete_indicators_meanwhile(as_controller, world, indicator):
    gone = an_indicator(world.goals[0])
    here = address(world, periods="2017", goal=world.goals[0].pk)
    first = as_controller.get(here)
    indicator.goal = world.goals[1]
    indicator.save()
    gone_name = name_of(gone)
    gone.delete()
    response = as_controller.post(here, sent(first) | {name_of(indicator): "80", gone_name: "90"})
    assert response.status_code == 422
    assert "har tagits bort av någon annan under tiden: ”90”" in response.content.decode()
    assert as_controller.post(here, sent(response)).status_code == 302
    assert Measurement.objects.get().indicator == indicator


def test_a_unit_that_cannot_be_read_never_saves_for_all_together(as_controller, world, indicator):
    here = address(world, periods="2017", unit=world.afi.pk)
    fields = sent(as_controller.get(here)) | {name_of(indicator): "80"}
    response = as_controller.post(address(world, periods="2017", unit=999_999), fields)
    assert response.status_code == 422
    assert not Measurement.objects.exists()


@pytest.mark.parametrize("rows", ["", "x", "[[1]]", '[["x", "", "total"]]', '[[1, "", "annat"]]'])
def test_hidden_fields_that_were_tampered_with_save_nothing(as_controller, world, indicator, rows):
    here = address(world, periods="2017")
    response = as_controller.post(here, {"rows": rows, "outcomes_seen": "x", name_of(indicator): "80"})
    assert response.status_code == 422
    assert not Measurement.objects.exists()


def test_what_stands_beside_a_value_is_noted_and_a_remark_stays(as_controller, world, indicator):
    a_measurement(indicator, value=65, words="65 ind.", remark="Avser mars")
    here = address(world, periods="2017")
    assert cells_in(as_controller.get(here))[0].note == "Tal: 65. Avser mars"
    save(as_controller, here, **{name_of(indicator): "66"})
    stored = Measurement.objects.get()
    assert (stored.value, stored.words, stored.remark) == (66, "", "Avser mars")


def test_the_server_tells_what_it_understands_of_what_is_being_typed(as_controller, world, indicator):
    elsewhere = an_indicator(a_goal(a_plan(world.committee)))
    typed = {name_of(indicator, "2016"): "81,2", name_of(indicator): "12,,5", name_of(elsewhere): "1", "rows": "x"}
    cells = as_controller.post(address(world, "grid_echo"), typed).json()["cells"]
    assert cells[name_of(indicator, "2016")] == {"words": "81,2\u00a0%", "fault": ""}
    assert "är inte ett tal" in cells[name_of(indicator)]["fault"]
    assert len(cells) == 2


def test_fifty_indicators_stand_on_a_page(as_controller, world):
    for _number in range(51):
        an_indicator(world.goals[0])
    assert len(rows_in(as_controller.get(address(world, periods="2017")))) == 50
    second = as_controller.get(address(world, periods="2017", page=2))
    assert rows_in(second) == [("Indikator 51", "", [""])]
    assert "periods=2017&amp;page=1" in second.content.decode()


def test_the_two_empty_states_are_told_apart(as_controller, world):
    assert "Planen har inga indikatorer än" in as_controller.get(address(world)).content.decode()
    an_indicator(world.goals[0])
    empty = as_controller.get(address(world, goal=world.goals[1].pk)).content.decode()
    assert "Ingen indikator stämmer med valet" in empty


def test_showing_and_saving_ask_equally_many_questions_of_few_and_many(as_controller, world, indicator):
    def asked(method, *request):
        with CaptureQueriesContext(connection) as captured:
            getattr(as_controller, method)(*request)
        return len(captured)

    def typed(here, number):
        shown = as_controller.get(here)
        return sent(shown) | {cell.cell.name: number for cell in cells_in(shown)}

    few, many = address(world, periods="2016,2017"), address(world, periods="2014,2015,2016,2017")
    a_measurement(indicator)
    showing, saving = asked("get", few), asked("post", few, typed(few, "1"))
    as_controller.get(few)
    for number in range(3):
        a_target(an_indicator(a_goal(world.plan, key=f"ny{number}"), is_sex_disaggregated=True))
    assert asked("get", many) == showing
    assert asked("post", many, typed(many, "2")) == saving
    assert Measurement.objects.count() == 4 + 3 * 3 * 4
