"""The page of one answer: what it shows beside the form, and when there is none."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import a_goal, a_measurement, a_plan, a_round, a_target, an_assessment, an_indicator


@pytest.fixture
def page(client, cast, world):
    def get(goal=0):
        client.force_login(cast.reporter)
        address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[goal].pk])
        response = client.get(address)
        assert response.status_code == 200
        return response.content.decode()

    return get


def test_description_and_indicators_are_shown_and_cleaned(world, page):
    goal = world.goals[0]
    goal.description = "<p>Så här<script>x()</script></p>"
    goal.save()
    a_target(an_indicator(goal, name="Nöjda brukare", unit_of_measure="%"), value=80)
    shown = page()
    assert "<p>Så här</p>" in shown
    assert "Nöjda brukare" in shown
    assert "(målvärde 80\u00a0%)" in shown


def test_the_four_choices_are_in_the_plans_own_words(world, page):
    world.plan.word_partly_achieved = "På väg"
    world.plan.word_cause = "Analys"
    world.plan.save()
    shown = page()
    assert shown.count('value="partly_achieved"') == 1
    assert "På väg" in shown
    assert "Delvis uppnått" not in shown
    assert "Analys" in shown


def test_what_the_unit_said_last_time_is_that_of_the_nearest_earlier_round(world, page):
    goal = world.goals[0]
    for month, words in ((2, "Länge sedan"), (4, "Nyss"), (12, "Senare")):
        earlier = a_round(world.plan, title=f"Månad {month}", as_of=date(2017, month, 28), state="closed")
        an_assessment(earlier, goal, world.afi, status="not_achieved", comment=f"<p>{words}</p>")
        an_assessment(earlier, goal, world.ifo, status="achieved", comment="<p>En annan enhet</p>")
    shown = page()
    assert "<p>Nyss</p>" in shown
    assert "Månad 4" in shown
    assert "status--not_achieved" in shown
    for words in ("Länge sedan", "Senare", "En annan enhet"):
        assert words not in shown


def test_last_time_may_be_in_the_plan_before_in_its_own_words(world, page):
    before = a_plan(world.committee, year_from=2016, year_through=2016, word_achieved="I mål")
    old = a_goal(before)
    an_assessment(a_round(before, as_of=date(2016, 12, 31)), old, world.afi, status="achieved", comment="<p>Då</p>")
    world.goals[1].predecessor = old
    world.goals[1].save()
    shown = page(1)
    assert "<p>Då</p>" in shown
    assert "I mål" in shown


def test_an_empty_answer_last_time_gives_way_to_an_older_one(world, page):
    for month, text in ((4, ""), (2, "<p>Äldre</p>")):
        an_assessment(a_round(world.plan, as_of=date(2017, month, 28)), world.goals[0], world.afi, comment=text)
    assert "<p>Äldre</p>" in page()


def test_partly_without_cause_and_measure_is_pointed_out(world, page):
    an_assessment(world.round, world.goals[0], world.afi, status="partly_achieved", cause="<p>Brist</p>")
    shown = page()
    assert "Fyll i det som saknas: Åtgärd." in shown
    assert shown.count("deviation is-asked-for") == 1


def test_a_returned_answer_says_why_and_by_whom(world, cast, page):
    an_assessment(
        world.round,
        world.goals[0],
        world.afi,
        status="achieved",
        state="returned",
        return_reason="Skriv orsaken.",
        returned_at="2017-09-01T10:00:00Z",
        returned_by=cast.approver,
    )
    shown = page()
    assert "Återsänt av Approver 1 september 2017 kl. 12.00" in shown
    assert "Skriv orsaken." in shown
    assert "0 av 3 mål besvarade" in shown


def test_an_approved_answer_is_read_only_with_its_figures(world, page):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    a_measurement(indicator, "2017-01..2017-08", unit=world.afi, value="81.2", is_preliminary=True)
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", state="approved", comment="<p>Bra</p>")
    shown = page()
    assert "Svaret är godkänt och kan inte ändras." in shown
    assert "<p>Bra</p>" in shown
    assert "81,2\u00a0% (preliminärt)" in shown
    assert "data-answer" not in shown


@pytest.mark.parametrize(
    ("state", "words"), [("closed", "är stängd"), ("planned", "är inte öppnad än")], ids=["closed", "planned"]
)
def test_a_round_that_is_not_open_says_so_and_shows_what_is_saved(world, page, state, words):
    an_assessment(world.round, world.goals[0], world.afi, status="achieved", comment="<p>Sparat förut</p>")
    world.round.state = state
    world.round.save()
    shown = page()
    assert words in shown
    assert "Sparat förut" in shown
    assert "data-answer" not in shown


def test_a_locked_period_says_why(world, cast, page):
    world.committee.period_locks.create(
        period_from="2017-01-01", period_through="2017-12-31", reason="Bokslutet är klart.", locked_by=cast.controller
    )
    shown = page()
    assert "Bokslutet är klart." in shown
    assert "data-answer" not in shown


def test_a_late_round_says_so_and_still_takes_answers(world, page):
    shown = page()
    assert "Sista dagen var 8 september 2017" in shown
    assert "data-answer" in shown


def test_outcome_fields_are_for_what_the_unit_measures_with_target_and_last_figure(world, page):
    goal = world.goals[0]
    mine = an_indicator(goal, units=[world.afi], name="Mitt", unit_of_measure="%", is_sex_disaggregated=True)
    an_indicator(goal, units=[world.ifo], name="Andras", unit_of_measure="%")
    an_indicator(goal, name="Utan mått")
    a_target(mine, value=80)
    a_measurement(mine, "2016", unit=world.afi, sex="women", value="71.5")
    a_measurement(mine, "2016", unit=world.ifo, sex="women", value="11")
    shown = page()
    assert shown.count('aria-label="Utfall,') == 3
    for words in ("Utfall, Mitt, Kvinnor, januari–augusti 2017", "80\u00a0%", "71,5\u00a0% (2016)"):
        assert words in shown
    assert "11\u00a0% (2016)" not in shown
    assert "Utfall, Andras" not in shown


def test_there_is_a_row_for_each_submeasure_known_from_targets_and_outcomes(world, page):
    indicator = an_indicator(world.goals[0], units=[world.afi])
    a_target(indicator, submeasure="HVB vuxna")
    a_measurement(indicator, "2015", unit=world.afi, submeasure="HVB barn")
    shown = page()
    assert shown.count('aria-label="Utfall,') == 2
    assert "Utfall, Indikator 1, HVB barn" in shown
    assert "Utfall, Indikator 1, HVB vuxna" in shown


def test_a_target_for_all_submeasures_is_shown_at_each_and_is_no_row_of_its_own(world, page):
    indicator = an_indicator(world.goals[0], units=[world.afi], unit_of_measure="%")
    a_target(indicator, value=80)
    a_measurement(indicator, "2016", unit=world.afi, submeasure="Bemötande")
    shown = page()
    assert shown.count('aria-label="Utfall,') == 1
    assert 'data-label="Målvärde">80' in shown


def test_the_list_beside_says_how_far_each_has_come_and_where_one_is(world, page):
    an_assessment(world.round, world.goals[1], world.afi, status="achieved", state="ready")
    shown = page()
    here = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    assert f'href="{here}" aria-current="page"' in shown
    assert shown.count('class="goal-nav__state"') == 3
    assert "1 av 3 mål besvarade" in shown


def test_the_list_may_be_narrowed_to_what_is_left_and_stays_so(client, cast, world, page):
    for number in (0, 1):
        an_assessment(world.round, world.goals[number], world.afi, status="achieved")
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    response = client.get(address, {"visa": "kvar"})
    shown = [item.subject for item in response.context["page"].shown]
    assert shown == [world.goals[0], world.goals[2]]
    assert f"/mal/{world.goals[2].pk}/?visa=kvar" in response.content.decode()


def test_the_steps_lead_to_the_answers_before_and_after_and_to_the_next_that_is_left(client, cast, world):
    an_assessment(world.round, world.goals[2], world.afi, status="achieved")
    client.force_login(cast.reporter)

    def steps(number):
        address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[number].pk])
        page = client.get(address).context["page"]
        items = (page.previous_item, page.next_item, page.next_left)
        return [item.subject if item else None for item in items], page.place

    first, second, third = world.goals
    assert steps(0) == ([None, second, second], "1 av 3")
    assert steps(1) == ([first, third, first], "2 av 3")
    assert steps(2) == ([second, None, first], "3 av 3")


@pytest.mark.parametrize("size", [3, 30])
def test_queries_do_not_grow_with_what_is_asked_for(client, world, cast, size, django_assert_max_num_queries):
    earlier = a_round(world.plan, as_of=date(2017, 4, 30), state="closed")
    for _ in range(size):
        goal = a_goal(world.plan)
        for is_assessed in (False, True):
            indicator = an_indicator(
                goal, units=[world.afi], unit_of_measure="%", is_sex_disaggregated=True, is_assessed=is_assessed
            )
            a_target(indicator)
            a_measurement(indicator, "2016", unit=world.afi)
        an_assessment(earlier, goal, world.afi, status="achieved", comment="<p>Då</p>")
        an_assessment(world.round, goal, world.afi, status="partly_achieved", updated_by=cast.controller)
    client.force_login(cast.reporter)
    with django_assert_max_num_queries(19):
        address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", goal.pk])
        assert client.get(address).status_code == 200


@pytest.fixture
def last_time(world):
    earlier = a_round(world.plan, title="Tertial 1", as_of=date(2017, 4, 30), state="closed")
    text = "<ul><li>Anställa två</li><li>Utbilda alla</li></ul>"
    return an_assessment(
        earlier, world.goals[0], world.afi, status="partly_achieved", comment="<p>Som då</p>", measure=text
    )


def test_one_may_start_from_last_times_text_which_is_not_saved_by_that(client, cast, world, last_time):
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    assert 'href="?utga=forra"' in client.get(address).content.decode()
    begun = client.get(address, {"utga": "forra"}).content.decode()
    assert "Som då</textarea>" in begun
    assert f'action="{address}"' in begun
    assert not world.round.assessments.exists()
    client.post(address, {"status": "achieved", "comment": "Som då", "action": "save"})
    saved = client.get(address).content.decode()
    assert "Texten är från förra gången och inte ändrad" in saved
    assert 'href="?utga=forra"' not in saved


def test_the_measures_promised_last_time_are_answered_with_the_answer(client, cast, world, last_time):
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    response = client.get(address)
    form = response.context["part"].measures_form
    assert [each.promise for each in form.measures] == ["Anställa två", "Utbilda alla"]
    assert "2 åtgärder från förra gången är inte besvarade." in response.content.decode()
    first, second = form.measures
    typed = {first.outcome.html_name: "done", second.outcome.html_name: "dropped", "action": "save"}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "Skriv varför åtgärden utgår." in refused.content.decode()
    client.post(address, typed | {second.comment.html_name: "Ingen tid", form.seen_field.html_name: form.seen})
    answer = world.round.assessments.get()
    told = [(each.promise, each.outcome, each.comment) for each in answer.measure_follow_ups.order_by("position")]
    assert told == [("Anställa två", "done", ""), ("Utbilda alla", "dropped", "Ingen tid")]


def test_what_is_saved_as_it_is_typed_waits_for_the_reason_of_a_dropped_measure(client, cast, world, last_time):
    client.force_login(cast.reporter)
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    first, second = client.get(address).context["part"].measures_form.measures
    typed = {"comment": "Text", first.outcome.html_name: "done", second.outcome.html_name: "dropped"}
    assert client.post(address, typed, headers={"HX-Request": "true"}).status_code == 202
    answer = world.round.assessments.get()
    assert answer.comment == "<p>Text</p>"
    assert [each.promise for each in answer.measure_follow_ups.all()] == ["Anställa två"]
