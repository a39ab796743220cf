"""Addresses of a plan's rounds, its assignments and activities, and its copy for the next period."""

from django.urls import URLPattern, path

from reports.views.planning.assignments import (
    assignment_add,
    assignment_delete,
    assignment_edit,
    assignment_move,
    assignments,
)
from reports.views.planning.plan_copy import plan_copy
from reports.views.planning.rounds import plan_rounds, round_add, round_delete, round_edit

_PLAN = "planer/<slug:committee_slug>/<slug:plan_slug>/"

urlpatterns: list[URLPattern] = [
    path(f"{_PLAN}uppfoljningar/", plan_rounds, name="plan_rounds"),
    path(f"{_PLAN}uppfoljningar/ny/", round_add, name="round_add"),
    path(f"{_PLAN}uppfoljningar/<int:round_id>/", round_edit, name="round_edit"),
    path(f"{_PLAN}uppfoljningar/<int:round_id>/ta-bort/", round_delete, name="round_delete"),
    path(f"{_PLAN}uppdrag/", assignments, name="assignments"),
    path(f"{_PLAN}uppdrag/nytt/", assignment_add, name="assignment_add"),
    path(f"{_PLAN}uppdrag/flytta/", assignment_move, name="assignment_move"),
    path(f"{_PLAN}uppdrag/<int:assignment_id>/", assignment_edit, name="assignment_edit"),
    path(f"{_PLAN}uppdrag/<int:assignment_id>/ta-bort/", assignment_delete, name="assignment_delete"),
    path(f"{_PLAN}kopiera/", plan_copy, name="plan_copy"),
]
