"""Saving a goal's figures: with the answer or not at all, and never over somebody else's unseen."""

import json
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import Measurement
from reports.models import Assessment
from tests.builders import a_measurement, an_assessment, an_indicator

HTMX = {"HX-Request": "true"}


@pytest.fixture
def address(world):
    return reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])


@pytest.fixture
def post(client, cast, address):
    def send(*, by=None, **data):
        client.force_login(by or cast.reporter)
        data = {"status": "achieved", "comment": "Det går bra.", "version": "0", "action": "save"} | data
        return client.post(address, data, headers=HTMX)

    return send


@pytest.fixture
def indicator(world):
    return an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%", is_sex_disaggregated=True)


@pytest.fixture
def women(indicator):
    return f"o{indicator.pk}-0-women"


def text(response):
    return response.content.decode()


def test_figures_are_saved_with_the_answer(indicator, women, post):
    men = women.replace("women", "men")
    total = women.replace("women", "total")
    response = post(
        **{
            women: "81,2 %",
            f"{women}-kind": "preliminary",
            men: "",
            f"{men}-kind": "non_response",
            f"{men}-remark": "För få svar",
            total: "IU",
        }
    )
    assert response.status_code == 200
    found = {item.sex: item for item in Measurement.objects.all()}
    assert {item.period for item in found.values()} == {"2017-01..2017-08"}
    assert (found["women"].value, found["women"].is_preliminary) == (Decimal("81.2"), True)
    assert (found["men"].missing_reason, found["men"].remark, found["men"].value) == (
        "non_response",
        "För få svar",
        None,
    )
    assert (found["total"].words, found["total"].value) == ("IU", None)


def test_a_bad_number_is_explained_at_its_field_and_nothing_is_saved(women, post):
    response = post(comment="Mycket text", **{women: "81,,2"})
    assert response.status_code == 422
    shown = text(response)
    assert f'href="#{women}"' in shown
    assert f'id="{women}_error"' in shown
    assert "är inte ett tal" in shown
    assert 'value="81,,2"' in shown
    assert "Mycket text</textarea>" in shown
    assert not Assessment.objects.exists()
    assert not Measurement.objects.exists()


def test_answer_and_figures_are_saved_together_or_not_at_all(world, cast, indicator, women, post):
    a_measurement(indicator, "2017-01..2017-08", unit=world.afi, sex="women", value=50)
    response = post(comment="Min text", **{women: "60"})
    assert response.status_code == 409
    assert not Assessment.objects.exists()
    assert Measurement.objects.get().value == 50


def test_a_figure_changed_by_somebody_else_is_shown_at_its_row_and_then_replaced_knowingly(
    world, cast, indicator, women, post
):
    post(by=cast.controller, comment="", status="", **{women: "50"})
    response = post(**{women: "60"})
    shown = text(response)
    assert response.status_code == 409
    assert "Sparat nu: 50, sparat av Controller" in shown
    assert 'value="60"' in shown
    seen = json.dumps({women: ["50", "", "", False, ""]})
    assert post(**{women: "60", "outcomes_seen": seen}).status_code == 200
    item = Measurement.objects.get()
    assert item.value == 60
    assert [row.value for row in item.history.all()] == [60, 50]


def test_figures_that_were_not_touched_are_left_as_others_saved_them(world, indicator, women, post):
    a_measurement(indicator, "2017-01..2017-08", unit=world.afi, sex="women", value=50, words="hälften")
    assert post(**{women: ""}).status_code == 200
    assert Measurement.objects.get().words == "hälften"


def test_after_a_save_only_what_the_person_saw_counts_as_seen(world, indicator, women, post):
    men = women.replace("women", "men")
    a_measurement(indicator, "2017-01..2017-08", unit=world.afi, sex="men", value=50)
    shown = text(post(**{women: "61", men: ""}))
    assert f"{women}&quot;:[&quot;61" in shown
    assert men not in shown


def test_an_emptied_figure_is_removed(world, indicator, women, post):
    a_measurement(indicator, "2017-01..2017-08", unit=world.afi, sex="women", value=50)
    post(**{women: "", "outcomes_seen": json.dumps({women: ["50", "", "", False, ""]})})
    assert not Measurement.objects.exists()


def test_figures_of_an_approved_goal_are_locked_too(world, women, post):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="approved")
    assert post(status="", comment="", **{women: "5"}).status_code == 423
    assert not Measurement.objects.exists()


def test_only_figures_leave_the_answer_alone(women, post):
    assert post(status="", comment="", **{women: "5"}).status_code == 200
    assert Measurement.objects.get().value == 5
    assert not Assessment.objects.exists()
