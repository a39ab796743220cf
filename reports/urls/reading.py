"""The readers' addresses: the only pages beside signing in that need no sign-in."""

from django.urls import path

from reports.urls import (
    reading_data,
    reading_feeds,
    reading_findable,
    reading_overview,
    reading_page,
    reading_subscriptions,
    search,
)
from reports.views.reading.attachment import attachment
from reports.views.reading.committee import committee
from reports.views.reading.extract import extract
from reports.views.reading.report import file, package, report, version
from reports.views.reading.start import start
from reports.views.reading.verification import verification

app_name = "reading"

urlpatterns = [
    *reading_data.urlpatterns,
    *reading_feeds.urlpatterns,
    *reading_findable.urlpatterns,
    *reading_subscriptions.urlpatterns,
    *reading_overview.urlpatterns,
    path("", start, name="start"),
    *search.urlpatterns,
    path("<slug:committee_slug>/", committee, name="committee"),
    path("<slug:committee_slug>/<slug:report_slug>/", report, name="report"),
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/", version, name="version"),
    *reading_page.urlpatterns,
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/kontroll/", verification, name="verification"),
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/<slug:name>.zip", package, name="package"),
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/bilagor/<str:name>", attachment, name="attachment"),
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/utdrag/<slug:part>.pdf", extract, name="extract"),
    path("<slug:committee_slug>/<slug:report_slug>/v<int:version>/<slug:name>.<str:suffix>", file, name="file"),
]
