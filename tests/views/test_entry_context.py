"""What stands beside the form: instruction, earlier answers, series, other units' answers and promised measures."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from reports.forms.measures import MeasuresForm
from reports.models import MeasureFollowUp, SubjectInstruction
from reports.views.entry.context.page import context_of
from tests.builders import (
    a_goal,
    a_level,
    a_measurement,
    a_plan,
    a_round,
    a_target,
    a_unit,
    an_assessment,
    an_indicator,
)


@pytest.fixture
def before(world):
    """The goal of the plan before, which the first goal continues, and its round."""
    plan = a_plan(world.committee, title="Verksamhetsplan 2016", year_from=2016, year_through=2016, word_cause="Analys")
    a_level(plan)
    goal = a_goal(plan)
    world.goals[0].predecessor = goal
    world.goals[0].save()
    return a_round(plan, title="Helår 2016", as_of=date(2016, 12, 31), state="closed"), goal


@pytest.fixture
def context(world):
    def read(subject=None, unit=None, assessment=None):
        return context_of(world.round, unit or world.afi, subject or world.goals[0], assessment)

    return read


def shown(context, **more):
    return render_to_string("reports/entry/context/_context.html", {"background": context} | more)


def test_the_instruction_of_the_subject_stands_before_the_rounds(world, context):
    world.round.instruction = "<p>Svara kort.</p>"
    SubjectInstruction.objects.create(round=world.round, goal=world.goals[0], text="<p>Om köerna.</p>")
    SubjectInstruction.objects.create(round=world.round, goal=world.goals[1], text="<p>Om annat.</p>")
    page = shown(context())
    assert page.index("Om köerna.") < page.index("Svara kort.")
    assert "Om annat." not in page


def test_last_rounds_answer_of_the_same_unit_is_shown_from_the_plan_before_in_its_words(world, before, context):
    round, goal = before
    an_assessment(round, goal, world.ifo, status="not_achieved", comment="<p>IFO:s ord</p>")
    an_assessment(round, goal, world.afi, status="achieved", trend="up", comment="<p>AFI:s ord</p>", cause="<p>Tid</p>")
    found = context()
    assert (found.last_time.title, found.last_time.word) == ("Helår 2016", "Uppnått")
    page = shown(found)
    for words in ("AFI:s ord", "Analys", "Trend:", "upp"):
        assert words in page
    assert "IFO:s ord" not in page


def test_the_history_holds_the_eight_newest_judgements_newest_first(world, context):
    goal = world.goals[0]
    for year in range(2005, 2017):
        round = a_round(world.plan, title=f"Runda {year}", as_of=date(year, 12, 31), state="closed")
        status = "achieved" if year != 2015 else ""
        an_assessment(round, goal, world.afi, status=status, comment="<p>Ord</p>" if year == 2015 else "")
    later = a_round(world.plan, title="Senare", as_of=date(2018, 1, 31))
    an_assessment(later, goal, world.afi, status="not_achieved")
    found = context()
    titles = [each.title for each in found.history]
    assert titles == [f"Runda {year}" for year in (2016, *range(2014, 2007, -1))]
    assert "31 december 2016" in shown(found)


def test_what_is_long_is_folded(world, before, context):
    round, goal = before
    world.round.instruction = "<p>Kort.</p>"
    answer = an_assessment(round, goal, world.afi, status="achieved", comment="<p>Kort.</p>")
    assert shown(context()).count('<details class="disclosure" open>') == 2
    world.round.instruction = answer.comment = f"<p>{'Ord ' * 200}</p>"
    answer.save()
    page = shown(context())
    assert page.count('<details class="disclosure">') == 2
    assert "bakgrund-tidigare" not in page


def test_other_units_answers_are_shown_when_they_are_handed_in(world, cast, context):
    goal, third = world.goals[0], a_unit(world.committee, "ÄoF", name="Äldre")
    ready = {"ready_at": timezone.now(), "ready_by": cast.reporter, "state": "ready"}
    an_assessment(world.round, goal, world.ifo, status="achieved", comment="<p>Klart</p>", **ready)
    an_assessment(world.round, goal, third, status="achieved", comment="<p>Utkast</p>")
    an_assessment(world.round, goal, world.afi, status="achieved", comment="<p>Eget</p>", **ready)
    an_assessment(world.round, goal, None, status="achieved", comment="<p>Nämndens</p>", state="ready")
    found = context()
    assert [answer.title for answer in found.others] == ["Enheten IFO"]
    page = shown(found)
    assert "Läs svaret från Enheten IFO" in page
    assert not [words for words in ("Utkast", "Eget", "Nämndens") if words in page]


def test_the_units_own_figures_are_drawn_with_their_target_and_stand_in_a_table(world, context):
    indicator = an_indicator(world.goals[0], unit_of_measure="%", decimals=0, name="Nöjda")
    for year in range(2009, 2018):
        a_measurement(indicator, str(year), value=year - 1950, unit=world.afi)
        a_measurement(indicator, str(year), value=10)
        a_target(indicator, year=year, value=65)
    a_target(indicator, unit=world.afi, value=70)
    (chart,) = context().series.charts
    assert (chart.whose, chart.target) == ("Enhetens egna värden", "70\xa0%")
    assert [line.period for line in chart.lines] == ["2012", "2013", "2014", "2015", "2016", "2017"]
    assert (chart.columns, chart.lines[-1].figures) == (("Utfall", "Målvärde"), ("67\xa0%", "70\xa0%"))
    page = shown(context())
    assert "<svg" in page
    assert "3 procentenheter under målvärdet" in page


def test_women_and_men_are_lines_of_their_own_and_the_target_for_all_is_drawn_once(world, context):
    indicator = an_indicator(world.goals[0], unit_of_measure="%", is_sex_disaggregated=True)
    for year in ("2016", "2017"):
        for sex in ("women", "men"):
            a_measurement(indicator, year, sex=sex)
    a_target(indicator, year=2017, value=90)
    (chart,) = context().series.charts
    assert chart.whose == "Hela nämnden"
    assert chart.columns == ("Kvinnor", "Män", "Målvärde")


def test_a_series_goes_on_from_the_plan_before(world, before, context):
    old = an_indicator(before[1], name="Nöjda")
    indicator = an_indicator(world.goals[0], predecessor=old)
    a_measurement(old, "2016", value=60)
    a_measurement(indicator, "2017", value=70)
    assert [line.period for line in context().series.charts[0].lines] == ["2016", "2017"]
    assert [line.period for line in context(indicator).series.charts[0].lines] == ["2016", "2017"]


def test_no_more_than_six_charts_are_drawn_and_the_rest_is_named(world, context):
    for number in range(8):
        a_measurement(an_indicator(world.goals[0], name=f"Nummer {number}"), "2017")
    an_indicator(world.goals[0], name="Utan värden")
    series = context().series
    assert len(series.charts) == 6
    assert (series.more, series.unmeasured) == (("Nummer 6", "Nummer 7"), ("Utan värden",))
    assert "Nummer 7" in shown(context())


def test_what_comes_after_the_rounds_date_is_not_shown(world, context):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator, "2018", value=1)
    assert context().series.charts == ()


def test_promised_measures_are_read_from_last_round_and_answered_in_this_one(world, before, context):
    round, goal = before
    an_assessment(round, goal, world.afi, status="achieved", measure="<ul><li>Anställa</li><li>Utbilda</li></ul>")
    answer = an_assessment(world.round, world.goals[0], world.afi)
    MeasureFollowUp.objects.create(assessment=answer, position=2, promise="Utbilda", outcome="dropped", comment="Dyrt")
    found = context(assessment=answer)
    assert [(each.promise, each.word) for each in found.measures] == [
        ("Anställa", "Inte besvarad"),
        ("Utbilda", "Utgår"),
    ]
    assert found.measures_left == "1 åtgärd från förra gången är inte besvarad."
    assert "Dyrt" in shown(found)
    form = MeasuresForm(found.measures)
    assert "bakgrund-atgarder" not in shown(found, measures_form=form)
    fields = render_to_string("reports/entry/context/_measures.html", {"measures_form": form})
    assert "<legend>Utbilda</legend>" in fields
    assert '<option value="dropped" selected>Utgår</option>' in fields
    assert form.seen in fields


def test_starting_from_last_rounds_text_is_a_link_and_what_is_not_changed_is_marked(world, before, context):
    round, goal = before
    assert not context().has_texts_to_start_from
    an_assessment(round, goal, world.afi, comment="<p>Bra</p>")
    answer = an_assessment(world.round, world.goals[0], world.afi, comment="<p>Bra</p>")
    found = context(assessment=answer)
    link = render_to_string("reports/entry/context/_start_from_previous.html", {"background": found})
    assert 'href="?utga=forra"' in link
    started = {"background": found, "has_started": True}
    begun = render_to_string("reports/entry/context/_start_from_previous.html", started)
    assert "Inget är sparat än." in begun
    assert "href" not in begun
    badge = render_to_string("reports/entry/context/_unchanged.html", {"words": found.unchanged})
    assert "Texten är från förra gången och inte ändrad" in badge


def test_with_nothing_to_show_no_part_is_shown(context):
    assert "<section" not in shown(context())


@pytest.mark.parametrize("size", [1, 12])
def test_six_queries_whatever_the_size(world, before, context, size, django_assert_num_queries):
    round, goal = before
    an_assessment(round, goal, world.afi, status="achieved", measure="<p>Anställa</p>")
    answer = an_assessment(world.round, world.goals[0], world.afi)
    for number in range(size):
        old = an_indicator(goal)
        indicator = an_indicator(world.goals[0], predecessor=old)
        a_measurement(old, "2016")
        a_target(indicator)
        a_measurement(indicator, "2017")
        older = a_round(world.plan, as_of=date(2015, 1, number + 1), state="closed")
        an_assessment(older, world.goals[0], world.afi, status="achieved")
    with django_assert_num_queries(6):
        shown(context(assessment=answer))
    with django_assert_num_queries(6):
        shown(context(indicator, assessment=answer))
