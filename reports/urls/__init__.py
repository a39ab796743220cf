"""Addresses that need a sign-in: entry, overview, planning and composing. The readers' stand in `reading`."""

from reports.urls import (
    auditing,
    composing,
    entry,
    history,
    jobs,
    overview,
    personal_data,
    planning,
    planning_grid,
    planning_import,
    planning_indicators,
    planning_rounds,
    questions,
    subscriptions,
    substitutes,
)

app_name = "reports"

urlpatterns = [
    *entry.urlpatterns,
    *substitutes.urlpatterns,
    *overview.urlpatterns,
    *history.urlpatterns,
    *planning_import.urlpatterns,
    *planning.urlpatterns,
    *planning_indicators.urlpatterns,
    *planning_grid.urlpatterns,
    *planning_rounds.urlpatterns,
    *composing.urlpatterns,
    *jobs.urlpatterns,
    *questions.urlpatterns,
    *auditing.urlpatterns,
    *subscriptions.urlpatterns,
    *personal_data.urlpatterns,
]
