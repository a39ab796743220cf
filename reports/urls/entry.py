from django.urls import URLPattern, path

from reports.views.entry import goal, round, start

urlpatterns: list[URLPattern] = [
    path("rapportera/", start.entry_start, name="entry_start"),
    path("rapportera/<int:round_id>/<int:unit_id>/", round.entry, name="entry"),
    path("rapportera/<int:round_id>/<int:unit_id>/mal/<int:goal_id>/", goal.entry_goal, name="entry_goal"),
    path("rapportera/<int:round_id>/<int:unit_id>/lamna-in/", round.hand_in, name="hand_in"),
]
