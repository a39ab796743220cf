"""What the database itself promises about answers, targets and figures."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from indicators.models import Measurement, Target
from reports.models import Assessment
from tests.builders import a_measurement, a_target, an_assessment, an_assignment, an_indicator

pytestmark = pytest.mark.django_db


def assert_refused(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_an_assessment_is_of_exactly_one_subject(world):
    assert_refused(lambda: Assessment.objects.create(round=world.round, unit=world.afi))
    assert_refused(
        lambda: Assessment.objects.create(
            round=world.round, unit=world.afi, goal=world.goals[0], indicator=an_indicator(world.goals[0])
        )
    )


def test_a_unit_answers_a_goal_once_a_round_and_so_does_the_committee(world):
    an_assessment(world.round, world.goals[0], world.afi)
    an_assessment(world.round, world.goals[0], None)
    an_assessment(world.round, world.goals[0], world.afi, ref="1-2")
    assert_refused(lambda: an_assessment(world.round, world.goals[0], world.afi))
    assert_refused(lambda: an_assessment(world.round, world.goals[0], None))


def test_a_status_belongs_to_the_scale_of_its_subject(world):
    assignment = an_assignment(world.plan)
    Assessment.objects.create(round=world.round, assignment=assignment, status="ongoing")
    assert_refused(lambda: an_assessment(world.round, world.goals[0], world.ifo, status="ongoing"))
    assert_refused(
        lambda: Assessment.objects.create(round=world.round, assignment=assignment, ref="2", status="achieved")
    )


@pytest.mark.parametrize("name", ["ready", "returned", "approved"])
def test_when_and_who_are_told_together(world, name):
    assert_refused(lambda: an_assessment(world.round, world.goals[0], world.afi, **{f"{name}_at": timezone.now()}))


def test_a_figure_is_a_value_or_words_or_a_reason_and_never_nothing(world):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator, "2015", value=0)
    a_measurement(indicator, "2016", words="IU")
    a_measurement(indicator, "2017", missing_reason="not_yet")
    assert_refused(lambda: a_measurement(indicator, "2018", value=None))
    assert_refused(lambda: a_measurement(indicator, "2018", value=1, missing_reason="not_yet"))


def test_a_figure_stands_once_per_period_unit_sex_and_submeasure(world):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator, "2017")
    a_measurement(indicator, "2017", unit=world.afi)
    a_measurement(indicator, "2017", unit=world.ifo)
    a_measurement(indicator, "2017", sex="women")
    a_measurement(indicator, "2017", submeasure="HVB vuxna")
    assert_refused(lambda: a_measurement(indicator, "2017"))
    assert_refused(lambda: a_measurement(indicator, "2017", unit=world.afi))


def test_validation_tells_figures_of_two_units_apart_and_finds_the_double(world):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator, "2017", unit=world.afi)
    Measurement(indicator=indicator, period="2017", unit=world.ifo, value=1).full_clean()
    with pytest.raises(ValidationError, match="Det finns redan ett utfall"):
        Measurement(indicator=indicator, period="2017", unit=world.afi, value=1).full_clean()


def test_a_period_that_cannot_be_read_is_refused_in_words(world):
    with pytest.raises(ValidationError) as refusal:
        Measurement(indicator=an_indicator(world.goals[0]), period="hösten", value=1).full_clean()
    assert "period" in refusal.value.message_dict


def test_a_target_is_of_one_thing_and_says_something(world):
    indicator = an_indicator(world.goals[0])
    a_target(indicator, words="Två nya", value=None)
    assert_refused(lambda: a_target(indicator, year=2018, value=None))
    assert_refused(lambda: a_target(indicator, year=2018, goal=world.goals[0]))
    assert_refused(lambda: a_target(indicator, year=2018, value=5, value_high=4))
    assert_refused(lambda: Target.objects.create(plan=world.plan, year=2018, value=1))
