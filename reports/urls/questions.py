"""Addresses of readers' own notes, and of questions to the controllers about a row: asking, reading, answering."""

from django.urls import URLPattern, path

from reports.views.notes.page import reader_note, reader_notes
from reports.views.questions.answering import question, questions, unanswered
from reports.views.questions.asking import reader_question, reader_questions

_VERSION = "<slug:committee_slug>/<slug:report_slug>/v<int:version>/"

urlpatterns: list[URLPattern] = [
    path("rapporter/fragor/", unanswered, name="unanswered_questions"),
    path("rapporter/<int:report_id>/fragor/", questions, name="questions"),
    path("rapporter/<int:report_id>/fragor/<int:question_id>/", question, name="question"),
    path(f"{_VERSION}anteckningar/", reader_notes, name="reader_notes"),
    path(f"{_VERSION}anteckningar/<slug:anchor>/", reader_note, name="reader_note"),
    path(f"{_VERSION}fragor/", reader_questions, name="reader_questions"),
    path(f"{_VERSION}fragor/<slug:anchor>/", reader_question, name="reader_question"),
]
