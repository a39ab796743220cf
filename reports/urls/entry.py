from django.urls import URLPattern, path

import reports.urls.converters  # noqa: F401 – registers `subject`
from reports.views.entry import echo, presence, round, start, subject

urlpatterns: list[URLPattern] = [
    path("rapportera/", start.entry_start, name="entry_start"),
    path("rapportera/<int:round_id>/<int:unit_id>/", round.entry, name="entry"),
    path("rapportera/<int:round_id>/<int:unit_id>/lamna-in/", round.hand_in, name="hand_in"),
    path("rapportera/<int:round_id>/<int:unit_id>/utfall/eko/", echo.outcome_echo, name="outcome_echo"),
    path(
        "rapportera/<int:round_id>/<int:unit_id>/<subject:kind>/<int:subject_id>/",
        subject.entry_subject,
        name="entry_subject",
    ),
    path(
        "rapportera/<int:round_id>/<int:unit_id>/<subject:kind>/<int:subject_id>/narvaro/",
        presence.presence,
        name="entry_presence",
    ),
]
