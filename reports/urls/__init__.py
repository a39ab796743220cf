"""Addresses that need a sign-in: entry, overview, planning and composing. The readers' stand in `reading`."""

from reports.urls import composing, entry, overview, planning

app_name = "reports"

urlpatterns = [*entry.urlpatterns, *overview.urlpatterns, *planning.urlpatterns, *composing.urlpatterns]
