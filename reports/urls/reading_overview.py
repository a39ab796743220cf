"""Goals and indicators over time, and the lists of them. Part of the readers' addresses."""

from django.urls import path

from reports.views.reading.timeline.goal import goal_over_time
from reports.views.reading.timeline.indicator import indicator_over_time
from reports.views.reading.timeline.lists import GOALS, INDICATORS, REPORTS, committee_list, municipality_list
from reports.views.reading.timeline.municipality import municipality, shared_indicator

_KOMMUN = "kommun/<int:municipality_id>"
_NAMND = "<slug:committee_slug>"

urlpatterns = [
    path(f"{_KOMMUN}/", municipality, name="municipality"),
    path(f"{_KOMMUN}/mal/", municipality_list, {"kind": GOALS}, name="municipality_goals"),
    path(f"{_KOMMUN}/indikatorer/", municipality_list, {"kind": INDICATORS}, name="municipality_indicators"),
    path(f"{_KOMMUN}/rapporter/", municipality_list, {"kind": REPORTS}, name="municipality_reports"),
    path(f"{_KOMMUN}/indikator/<int:plan_id>/<path:indicator_key>/", shared_indicator, name="shared_indicator"),
    path(f"{_NAMND}/mal/", committee_list, {"kind": GOALS}, name="committee_goals"),
    path(f"{_NAMND}/indikatorer/", committee_list, {"kind": INDICATORS}, name="committee_indicators"),
    path(f"{_NAMND}/rapporter/", committee_list, {"kind": REPORTS}, name="committee_reports"),
    path(f"{_NAMND}/mal/<int:plan_id>/<path:goal_key>/", goal_over_time, name="goal_over_time"),
    path(f"{_NAMND}/indikator/<int:plan_id>/<path:indicator_key>/", indicator_over_time, name="indicator_over_time"),
]
