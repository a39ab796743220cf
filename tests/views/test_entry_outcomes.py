"""Women, men and total; the counts behind shares; and figures that are asked about before they are saved."""

import json
import re
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from indicators.models import Measurement
from reports.forms.outcome import OutcomeSheet
from reports.models import Assessment
from reports.views.entry.known import known_of, rows_in_round
from reports.views.entry.suggestion import suggestion
from tests.builders import a_measurement, a_target, an_indicator

HTMX = {"HX-Request": "true"}
PERIOD = "2017-01..2017-08"


@pytest.fixture
def post(client, cast, world):
    """Send goal 1 of AFI with figures; the page's own fields go along as it would send them."""
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])

    def send(**data):
        client.force_login(cast.reporter)
        data = {"status": "achieved", "comment": "Min text", "version": "0", "action": "save"} | data
        return client.post(address, data, headers=HTMX)

    return send


@pytest.fixture
def echo(client, cast, world):
    client.force_login(cast.reporter)

    def send(**data):
        return client.post(reverse("reports:outcome_echo", args=[world.round.pk, world.afi.pk]), data).json()["rows"]

    return send


def by_sex(world, **more):
    return an_indicator(world.goals[0], units=[world.afi], is_sex_disaggregated=True, **more)


def names(indicator):
    return [f"o{indicator.pk}-0-{sex}" for sex in ("women", "men", "total")]


def stored():
    return {item.sex: item.value for item in Measurement.objects.filter(period=PERIOD)}


def text(response):
    return response.content.decode().replace("\u00a0", " ")


def answer_of(shown):
    return re.search(r'-sure"[^>]* value="(\w+)"', shown)[1]


def test_the_total_of_a_count_is_computed_where_it_is_left_empty(world, post):
    women, men, total = names(by_sex(world, unit_of_measure="antal"))
    assert post(**{women: "20", men: "14", total: ""}).status_code == 200
    assert stored() == {"women": 20, "men": 14, "total": 34}


def test_a_total_of_days_or_shares_is_not(world, post):
    for unit in ("dagar", "%"):
        women, men, total = names(by_sex(world, unit_of_measure=unit))
        post(**{women: "20", men: "14", total: ""})
    assert set(stored()) == {"women", "men"}


def test_a_computed_total_follows_when_a_part_is_corrected(world, post):
    indicator = by_sex(world, unit_of_measure="antal")
    women, men, total = names(indicator)
    for sex, value in (("women", 20), ("men", 14), ("total", 34)):
        a_measurement(indicator, PERIOD, unit=world.afi, sex=sex, value=value)
    seen = json.dumps({name: [value, "", "", False, ""] for name, value in ((women, "20"), (men, "14"), (total, "34"))})
    assert post(**{women: "21", men: "14", total: "34", "outcomes_seen": seen}).status_code == 200
    assert stored() == {"women": 21, "men": 14, "total": 35}


def test_a_computed_total_is_not_saved_over_a_part_that_somebody_else_changed(world, post):
    indicator = by_sex(world, unit_of_measure="antal")
    women, men, total = names(indicator)
    a_measurement(indicator, PERIOD, unit=world.afi, sex="women", value=25)
    seen = json.dumps({women: ["20", "", "", False, ""]})
    response = post(**{women: "20", men: "14", total: "", "outcomes_seen": seen})
    assert response.status_code == 409
    assert "Sparat nu: 25" in text(response)
    assert stored() == {"women": 25}


def test_groups_that_nobody_touched_get_no_total(world, post):
    indicator = by_sex(world, unit_of_measure="antal")
    for sex in ("women", "men"):
        a_measurement(indicator, PERIOD, unit=world.afi, sex=sex, value=5)
    women, men, total = names(indicator)
    seen = json.dumps({women: ["5", "", "", False, ""], men: ["5", "", "", False, ""]})
    assert post(**{women: "5", men: "5", total: "", "outcomes_seen": seen}).status_code == 200
    assert set(stored()) == {"women", "men"}


def test_a_total_that_differs_is_asked_about_and_saved_when_confirmed(world, post):
    women, men, total = names(by_sex(world, unit_of_measure="antal"))
    figures = {women: "20", men: "14", total: "35"}
    response = post(**figures)
    shown = text(response)
    assert response.status_code == 422
    assert "Svaret är inte sparat än. Stämmer siffrorna?" in shown
    assert f'href="#{total}-sure"' in shown
    assert shown.count("Kvinnor 20 och män 14 blir tillsammans 34. Stämmer 35?") >= 2
    assert "Min text</textarea>" in shown
    assert 'value="35"' in shown
    assert not Measurement.objects.exists()
    assert not Assessment.objects.exists()
    assert post(**figures, **{f"{total}-sure": answer_of(shown)}).status_code == 200
    assert stored()["total"] == 35
    assert Assessment.objects.exists()


def test_the_box_holds_for_exactly_the_figure_that_was_asked_about(world, post):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    a_measurement(indicator, "2016", unit=world.afi, value="81.2")
    name = f"o{indicator.pk}-0-total"
    first = post(**{name: "0,812"})
    assert first.status_code == 422
    assert "Förra värdet var 81,2 %. Stämmer 0,812 %, eller ska det vara 81,2 %?" in text(first)
    again = post(**{name: "0,9", f"{name}-sure": answer_of(text(first))})
    assert again.status_code == 422
    assert f'{name}-sure" value="{answer_of(text(first))}"' not in text(again)
    assert post(**{name: "0,812", f"{name}-sure": answer_of(text(first))}).status_code == 200
    assert Measurement.objects.get(period=PERIOD).value == Decimal("0.812")


def test_a_figure_that_stands_is_not_asked_about_again(world, post):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    a_measurement(indicator, "2016", unit=world.afi, value="81.2")
    a_measurement(indicator, PERIOD, unit=world.afi, value="0.812")
    name = f"o{indicator.pk}-0-total"
    seen = json.dumps({name: ["0.812", "", "", False, ""]})
    assert post(**{name: "0,812", f"{name}-remark": "Kontrollerat", "outcomes_seen": seen}).status_code == 200


def test_a_share_is_computed_from_its_counts(world, post):
    women, men, total = names(by_sex(world, unit_of_measure="%", decimals=0))
    counts = {
        f"{women}-numerator": "30",
        f"{women}-denominator": "40",
        f"{men}-numerator": "10",
        f"{men}-denominator": "60",
        f"{total}-numerator": "",
        f"{total}-denominator": "",
    }
    assert post(**{women: "", men: "", total: ""}, **counts).status_code == 200
    assert stored() == {"women": 75, "men": 17, "total": 40}
    item = Measurement.objects.get(sex="total")
    assert (item.numerator, item.denominator) == (40, 100)
    assert item.history.get().numerator == 40


def test_counts_that_cannot_be_are_refused_and_those_that_disagree_asked_about(world, post):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    name = f"o{indicator.pk}-0-total"

    def sent(value, numerator, denominator):
        response = post(**{name: value, f"{name}-numerator": numerator, f"{name}-denominator": denominator})
        return response.status_code, text(response)

    assert "Fyll i både täljare och nämnare" in sent("", "57", "")[1]
    assert "Nämnaren måste vara större än noll." in sent("", "57", "0")[1]
    assert "57 av 70 är 81,4 %. Stämmer 90 %?" in sent("90", "57", "70")[1]
    assert sent("81,4", "57", "70")[0] == 200


def test_a_share_that_followed_its_counts_follows_them_when_they_are_corrected(world, post):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%", decimals=0)
    a_measurement(indicator, PERIOD, unit=world.afi, value=81, numerator=57, denominator=70)
    name = f"o{indicator.pk}-0-total"
    seen = json.dumps({name: ["81", "", "", False, "", "57", "70"]})
    data = {name: "81", f"{name}-numerator": "63", f"{name}-denominator": "70", "outcomes_seen": seen}
    assert post(**data).status_code == 200
    item = Measurement.objects.get()
    assert (item.value, item.numerator) == (90, 63)


def test_the_echo_tells_how_a_figure_was_understood_and_how_it_stands(world, echo):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%", desired_direction="increase")
    a_target(indicator, value=80)
    a_measurement(indicator, "2016", unit=world.afi, value="78.1")
    name = f"o{indicator.pk}-0-total"
    told = echo(**{name: "81,2"})[name]
    assert told["words"].replace("\u00a0", " ") == "81,2 %: når målet 80 %, 3,1 procentenheter upp sedan 2016"
    assert "är inte ett tal" in echo(**{name: "81,,2"})[name]["fault"]
    assert "Stämmer 0,8 %" in echo(**{name: "0,8"})[name]["words"].replace("\u00a0", " ")
    assert not Measurement.objects.filter(period=PERIOD).exists()


def test_the_echo_tells_what_an_empty_total_becomes(world, echo):
    women, men, total = names(by_sex(world, unit_of_measure="antal"))
    told = echo(**{women: "20", men: "14", total: ""})
    assert told[total] == {"words": "34, kvinnor och män tillsammans", "fault": "", "becomes": "34"}


def test_the_echo_knows_only_what_the_unit_is_asked(world, echo):
    other = an_indicator(world.goals[0], units=[world.ifo], unit_of_measure="antal")
    assert echo(**{f"o{other.pk}-0-total": "3", "o99999999-0-total": "3", "o1": "x"}) == {}


@pytest.mark.parametrize("size", [2, 20])
def test_the_echos_queries_do_not_grow(world, echo, size, django_assert_max_num_queries):
    found = [by_sex(world, unit_of_measure="antal") for _number in range(size)]
    with django_assert_max_num_queries(10):
        echo(**{name: "3" for each in found for name in names(each)})


def test_a_figure_that_stands_is_compared_without_script(client, cast, world):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="dagar", desired_direction="decrease")
    a_target(indicator, value=30)
    a_measurement(indicator, PERIOD, unit=world.afi, value=34)
    client.force_login(cast.reporter)
    page = client.get(reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk]))
    assert "34: når inte målet 30" in text(page)


def test_a_target_for_all_is_none_for_women_or_men_of_what_is_counted(world, echo):
    counted, share = by_sex(world, unit_of_measure="antal"), by_sex(world, unit_of_measure="%")
    for each in (counted, share):
        a_target(each, value=80)
    told = echo(**{names(counted)[0]: "50", names(share)[0]: "50"})
    assert told[names(counted)[0]]["words"] == "50"
    assert "målet är 80" in told[names(share)[0]]["words"]


def test_what_the_figures_speak_for_is_told_and_nothing_is_chosen(world):
    plain = an_indicator(world.goals[0], name="I ord")
    indicator = an_indicator(
        world.goals[0], name="Väntetid", units=[world.afi], unit_of_measure="dagar", desired_direction="decrease"
    )
    a_target(indicator, value=30)
    a_measurement(indicator, PERIOD, unit=world.afi, value=34)
    world.plan.word_not_achieved = "Inte i mål"
    both = list(type(indicator).objects.concerning(world.afi).in_plan_order())
    known = known_of(both, world.afi)
    rows = [row for each in both for row in rows_in_round(each, known[each.pk], world.round)]
    found = suggestion(world.plan, both, rows)
    assert (found.status, found.word) == ("not_achieved", "Inte i mål")
    shown = render_to_string("reports/entry/_suggestion.html", {"part": {"anchor": "mal-1", "suggestion": found}})
    assert "Utfallen talar för:" in shown
    assert "Inte i mål" in shown
    assert "Väntetid är 34 dagar mot målet högst 30." in shown.replace("\u00a0", " ")
    assert f"saknas: {plain}." in shown
    assert "<input" not in shown
    typed = OutcomeSheet(rows, {f"o{indicator.pk}-0-total": "29"})
    assert suggestion(world.plan, both, rows, typed.outcomes).status == "achieved"


def test_what_is_saved_as_it_is_typed_leaves_a_figure_that_is_asked_about_and_saves_the_rest(client, cast, world):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    a_measurement(indicator, "2016", unit=world.afi, value="81.2")
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    data = {"comment": "Sparad text", f"o{indicator.pk}-0-total": "0,812"}
    response = client.post(address, data, headers={"HX-Request": "true"})
    assert response.status_code == 202
    assert Assessment.objects.get().comment == "<p>Sparad text</p>"
    assert not Measurement.objects.filter(period=PERIOD).exists()


def test_the_page_says_what_the_figures_speak_for_and_chooses_nothing(client, cast, world):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%", desired_direction="increase")
    a_target(indicator, value=80)
    a_measurement(indicator, PERIOD, unit=world.afi, value=85)
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    page = text(client.get(address))
    assert "Utfallen talar för:" in page
    assert "status--achieved" in page
    assert " checked" not in page
