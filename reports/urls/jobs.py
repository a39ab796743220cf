"""Addresses of long work: following one piece of it, asking again, moving, calling off; the table of all of it."""

from django.urls import URLPattern, path

from reports.views.jobs.decisions import job_again, job_call_off
from reports.views.jobs.listing import job_list
from reports.views.jobs.page import job

urlpatterns: list[URLPattern] = [
    path("arbeten/", job_list, name="jobs"),
    path("rapporter/<int:report_id>/arbete/<int:job_id>/", job, name="job"),
    path("rapporter/<int:report_id>/arbete/<int:job_id>/igen/", job_again, name="job_again"),
    path("rapporter/<int:report_id>/arbete/<int:job_id>/avbryt/", job_call_off, name="job_call_off"),
]
