"""Addresses of the history of answers, for those who give them and for those who follow the round."""

from django.urls import URLPattern, path

import reports.urls.converters  # noqa: F401 – registers `subject`
from reports.views.history.entry import entry_history, entry_restore
from reports.views.history.overview import answer_history, answer_restore

_ENTRY = "rapportera/<int:round_id>/<int:unit_id>/<subject:kind>/<int:subject_id>/"
_ANSWER = "oversikt/<int:round_id>/svar/<int:assessment_id>/"

urlpatterns: list[URLPattern] = [
    path(f"{_ENTRY}historik/", entry_history, name="entry_history"),
    path(f"{_ENTRY}aterstall/", entry_restore, name="entry_restore"),
    path(f"{_ANSWER}historik/", answer_history, name="answer_history"),
    path(f"{_ANSWER}aterstall/", answer_restore, name="answer_restore"),
]
