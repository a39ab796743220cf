"""Addresses of the audit trail."""

from django.urls import URLPattern, path

from reports.views.auditing.listing import events

urlpatterns: list[URLPattern] = [
    path("handelser/", events, name="events"),
]
