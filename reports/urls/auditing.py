"""Addresses of the audit trail."""

from django.urls import URLPattern, path

from reports.views.auditing.listing import events
from reports.views.auditing.workbook import events_workbook

urlpatterns: list[URLPattern] = [
    path("handelser/", events, name="events"),
    path("handelser/kalkylblad/", events_workbook, name="events_workbook"),
]
