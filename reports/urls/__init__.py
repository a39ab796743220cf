"""Addresses that need a sign-in: entry, overview, planning and composing. The readers' stand in `reading`."""

from reports.urls import composing, entry, overview, planning, planning_import, planning_rounds

app_name = "reports"

urlpatterns = [
    *entry.urlpatterns,
    *overview.urlpatterns,
    *planning_import.urlpatterns,
    *planning.urlpatterns,
    *planning_rounds.urlpatterns,
    *composing.urlpatterns,
]
