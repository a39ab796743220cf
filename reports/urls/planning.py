"""Addresses of planning: the list of plans, a plan's tree of goals, its facts, levels and goals."""

from django.urls import URLPattern, path

from reports.views.planning.goal_place import goal_close, goal_delete, goal_place
from reports.views.planning.goals import goal_add, goal_edit
from reports.views.planning.levels import levels
from reports.views.planning.listing import plans
from reports.views.planning.plan_facts import plan_edit, plan_new
from reports.views.planning.plan_page import goal_move, plan

_PLAN = "planer/<slug:committee_slug>/<slug:plan_slug>/"

urlpatterns: list[URLPattern] = [
    path("planer/", plans, name="plans"),
    path("planer/ny/", plan_new, name="plan_new"),
    path(_PLAN, plan, name="plan"),
    path(f"{_PLAN}uppgifter/", plan_edit, name="plan_edit"),
    path(f"{_PLAN}nivaer/", levels, name="levels"),
    path(f"{_PLAN}flytta/", goal_move, name="goal_move"),
    path(f"{_PLAN}mal/nytt/", goal_add, name="goal_add"),
    path(f"{_PLAN}mal/<int:goal_id>/", goal_edit, name="goal_edit"),
    path(f"{_PLAN}mal/<int:goal_id>/plats/", goal_place, name="goal_place"),
    path(f"{_PLAN}mal/<int:goal_id>/avsluta/", goal_close, name="goal_close"),
    path(f"{_PLAN}mal/<int:goal_id>/ta-bort/", goal_delete, name="goal_delete"),
]
