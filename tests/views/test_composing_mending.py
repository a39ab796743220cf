"""Where a finding leads: to a page that exists, for everything a finding can be about."""

import pytest
from django.urls import resolve

from reports.checks import About, Place, Rule, Severity
from reports.choices import SubjectKind
from reports.views.composing.mending import mending_url
from tests.builders import a_report


@pytest.mark.parametrize(
    ("about", "kind", "name"),
    [
        (About.OUTCOME, SubjectKind.INDICATOR, "indicator_series"),
        (About.TARGET, SubjectKind.INDICATOR, "indicator_targets"),
        (About.TARGET, SubjectKind.GOAL, "goal_targets"),
        (About.PLAN, SubjectKind.INDICATOR, "indicator_edit"),
        (About.PLAN, SubjectKind.GOAL, "goal_edit"),
        (About.PLAN, SubjectKind.ASSIGNMENT, "assignment_edit"),
        (About.ANSWER, SubjectKind.INDICATOR, "round_subject"),
    ],
)
def test_a_finding_about_a_subject_leads_to_its_page(world, about, kind, name):
    rule = Rule("a_rule", Severity.WARNING, "", "")
    finding = rule.finding(Place("Här", about, subject=(kind, 7)), "Fel.")
    assert resolve(mending_url(a_report(world.round), finding)).url_name == name
