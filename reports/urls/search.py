"""The address of the search across published reports; `reading` takes it in."""

from django.urls import path

from reports.views.search.page import search

urlpatterns = [
    path("sok/", search, name="search"),
]
