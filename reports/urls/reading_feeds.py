"""Feeds and calendars. Part of the readers' addresses."""

from django.urls import path

from reports.views.calendars.decisions import committee_decisions
from reports.views.calendars.own import own_calendar
from reports.views.feeds.atom import committee_feed, feed, municipality_feed

urlpatterns = [
    path("floden/alla.atom", feed, name="feed"),
    path("floden/kommun-<int:municipality_id>.atom", municipality_feed, name="municipality_feed"),
    path("<slug:committee_slug>/flode.atom", committee_feed, name="committee_feed"),
    path("<slug:committee_slug>/beslut.ics", committee_decisions, name="committee_decisions"),
    path("kalender/<int:user_id>-<str:secret>.ics", own_calendar, name="own_calendar"),
]
