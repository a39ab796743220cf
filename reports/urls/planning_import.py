"""Addresses of the plan workbook: reading one in, the empty one, and a plan as one."""

from django.urls import URLPattern, path

from reports.views.planning.exporting import plan_export, plan_template
from reports.views.planning.importing import plan_import, plan_import_preview

urlpatterns: list[URLPattern] = [
    path("planer/inlasning/", plan_import, name="plan_import"),
    path("planer/inlasning/<int:upload_id>/", plan_import_preview, name="plan_import_preview"),
    path("planer/mall.xlsx", plan_template, name="plan_template"),
    path("planer/<slug:committee_slug>/<slug:plan_slug>/planbok.xlsx", plan_export, name="plan_export"),
]
