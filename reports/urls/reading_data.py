"""Open data: the page that explains it, the addresses for programs, the catalogue. Part of the readers' addresses."""

from django.urls import path

from reports.views.open_data.catalogue import serve_catalogue
from reports.views.open_data.lists import committees, municipalities, reports
from reports.views.open_data.page import index, openapi, page
from reports.views.open_data.report import document, report, schema
from reports.views.open_data.tables import municipality_table, table, table_metadata

_REPORT = "data/v1/reports/<slug:committee_slug>/<slug:report_slug>"
_VERSION = f"{_REPORT}/v<int:version>"

urlpatterns = [
    path("oppna-data/", page, name="open_data"),
    path("katalog.<str:notation>", serve_catalogue, name="catalogue"),
    path("data/v1/", index, name="data_index"),
    path("data/v1/openapi.json", openapi, name="data_openapi"),
    path("data/v1/schema/report-<int:schema>.json", schema, name="data_schema"),
    path("data/v1/municipalities", municipalities, name="data_municipalities"),
    path(
        "data/v1/municipalities/<int:municipality_id>/<slug:table>.csv",
        municipality_table,
        name="data_municipality_table",
    ),
    path("data/v1/committees", committees, name="data_committees"),
    path("data/v1/reports", reports, name="data_reports"),
    path(_REPORT, report, name="data_report"),
    path(f"{_VERSION}/document.json", document, name="data_document"),
    path(f"{_VERSION}/<slug:table>.csv", table, name="data_table"),
    path(f"{_VERSION}/<slug:table>.csv-metadata.json", table_metadata, name="data_table_metadata"),
]
