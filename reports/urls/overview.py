"""Addresses of those who follow a round: the list, the round, the answers on one thing, and what is decided there."""

from django.urls import URLPattern, path

import reports.urls.converters  # noqa: F401 – registers `subject`
from reports.views.overview import (
    decisions,
    instruction,
    listing,
    reminding,
    round_page,
    round_results,
    subject_page,
    unit_page,
)

urlpatterns: list[URLPattern] = [
    path("oversikt/", listing.rounds, name="rounds"),
    path("oversikt/<int:round_id>/", round_page.round_overview, name="round"),
    path("oversikt/<int:round_id>/nu/", round_results.round_results, name="round_results"),
    path("oversikt/<int:round_id>/oppna/", round_page.open_round, name="open_round"),
    path("oversikt/<int:round_id>/stang/", round_page.close_round, name="close_round"),
    path("oversikt/<int:round_id>/paminn/", reminding.remind_units, name="remind"),
    path("oversikt/<int:round_id>/paminnelser/<int:reminder_id>/", reminding.reminder_sent, name="reminder"),
    path("oversikt/<int:round_id>/enhet/<int:unit_id>/", unit_page.round_unit, name="round_unit"),
    path("oversikt/<int:round_id>/enhet/<int:unit_id>/atersand/", unit_page.return_all, name="return_unit"),
    path("oversikt/<int:round_id>/enhet/<int:unit_id>/godkann/", round_page.approve_unit, name="approve_unit"),
    path("oversikt/<int:round_id>/svar/<int:assessment_id>/godkann/", decisions.approve_answer, name="approve_answer"),
    path("oversikt/<int:round_id>/svar/<int:assessment_id>/atersand/", decisions.return_answer, name="return_answer"),
    path("oversikt/<int:round_id>/<subject:kind>/<int:subject_id>/", subject_page.round_subject, name="round_subject"),
    path(
        "oversikt/<int:round_id>/<subject:kind>/<int:subject_id>/bedomning/",
        decisions.committee_assessment,
        name="committee_assessment",
    ),
    path(
        "oversikt/<int:round_id>/<subject:kind>/<int:subject_id>/anvisning/",
        instruction.subject_instruction,
        name="subject_instruction",
    ),
]
