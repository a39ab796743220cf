"""Addresses that need a sign-in: entry, overview and composing. The readers' addresses stand in `reading`."""

from reports.urls import composing, entry, overview

app_name = "reports"

urlpatterns = [*entry.urlpatterns, *overview.urlpatterns, *composing.urlpatterns]
