"""Addresses of a plan's indicators: the list, their order, what each is, what it is to reach, its series."""

from django.urls import URLPattern, path

from reports.views.planning.indicator_list import indicator_move, indicator_order, indicators
from reports.views.planning.indicator_series import indicator_series
from reports.views.planning.indicator_targets import goal_targets, indicator_targets
from reports.views.planning.indicators import indicator_add, indicator_delete, indicator_edit

_PLAN = "planer/<slug:committee_slug>/<slug:plan_slug>/"
_ONE = f"{_PLAN}indikatorer/<int:indicator_id>/"

urlpatterns: list[URLPattern] = [
    path(f"{_PLAN}indikatorer/", indicators, name="indicators"),
    path(f"{_PLAN}indikatorer/ny/", indicator_add, name="indicator_add"),
    path(f"{_PLAN}indikatorer/ordning/", indicator_order, name="indicator_order"),
    path(f"{_PLAN}indikatorer/flytta/", indicator_move, name="indicator_move"),
    path(_ONE, indicator_series, name="indicator_series"),
    path(f"{_ONE}malvarden/", indicator_targets, name="indicator_targets"),
    path(f"{_ONE}uppgifter/", indicator_edit, name="indicator_edit"),
    path(f"{_ONE}ta-bort/", indicator_delete, name="indicator_delete"),
    path(f"{_PLAN}mal/<int:goal_id>/malvarden/", goal_targets, name="goal_targets"),
]
