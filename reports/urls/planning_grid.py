"""Addresses of the grid where outcomes are entered."""

from django.urls import URLPattern, path

from reports.views.planning.grid import grid, grid_echo

_PLAN = "planer/<slug:committee_slug>/<slug:plan_slug>/"

urlpatterns: list[URLPattern] = [
    path(f"{_PLAN}utfall/", grid, name="grid"),
    path(f"{_PLAN}utfall/tolka/", grid_echo, name="grid_echo"),
]
