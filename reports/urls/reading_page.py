"""Addresses of the readers' page beside the page itself: what is picked of a version."""

from django.urls import path

from reports.views.reading.choosing import selection_result, selection_style

_VERSION = "<slug:committee_slug>/<slug:report_slug>/v<int:version>/"

urlpatterns = [
    path(f"{_VERSION}urval.css", selection_style, name="selection_style"),
    path(f"{_VERSION}urval/", selection_result, name="selection_result"),
]
