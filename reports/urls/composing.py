"""Addresses of composing: the list of reports, the report's editing page, sections, preview and publishing."""

from django.urls import URLPattern, path

from reports.views.composing.attachment import attachment_add, attachment_edit
from reports.views.composing.attachments import attachment_delete, attachment_move, attachments, draft_file
from reports.views.composing.checks import check_again, checks, rules, take_up, waive
from reports.views.composing.composer import composer
from reports.views.composing.creating import create_report, report_new
from reports.views.composing.data_table import data_table, data_table_echo
from reports.views.composing.data_tables import data_table_add, data_table_delete, data_tables
from reports.views.composing.deciding import decision
from reports.views.composing.listing import composer_list
from reports.views.composing.memo import official_memo, official_memo_pdf
from reports.views.composing.memo_versions import memo_versions
from reports.views.composing.presence import data_table_presence, report_presence, section_presence
from reports.views.composing.preview import draft_pdf, preview, preview_pdf
from reports.views.composing.publishing import disclose, publish
from reports.views.composing.section_order import section_delete, section_hide, section_move, section_rename
from reports.views.composing.section_pages import section_pages
from reports.views.composing.section_preview import new_section_preview, section_preview
from reports.views.composing.sections import section_add, section_edit
from reports.views.composing.withdrawing import withdraw

urlpatterns: list[URLPattern] = [
    path("oversikt/<int:round_id>/rapport/", create_report, name="create_report"),
    path("rapporter/", composer_list, name="composer_list"),
    path("rapporter/ny/", report_new, name="report_new"),
    path("rapporter/<int:report_id>/redigera/", composer, name="composer"),
    path("rapporter/<int:report_id>/narvaro/", report_presence, name="report_presence"),
    path("rapporter/<int:report_id>/avsnitt/nytt/", section_add, name="section_add"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/", section_edit, name="section_edit"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/narvaro/", section_presence, name="section_presence"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/flytta/", section_move, name="section_move"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/namn/", section_rename, name="section_rename"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/forhandsvisa/", section_preview, name="section_preview"),
    path("rapporter/<int:report_id>/avsnitt/forhandsvisa/", new_section_preview, name="new_section_preview"),
    path("rapporter/<int:report_id>/avsnitt/sidor.pdf", section_pages, name="section_pages"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/dolj/", section_hide, name="section_hide"),
    path("rapporter/<int:report_id>/avsnitt/<int:section_id>/ta-bort/", section_delete, name="section_delete"),
    path("rapporter/<int:report_id>/tabeller/", data_tables, name="data_tables"),
    path("rapporter/<int:report_id>/tabeller/ny/", data_table_add, name="data_table_add"),
    path("rapporter/<int:report_id>/tabeller/rakna/", data_table_echo, name="data_table_echo"),
    path("rapporter/<int:report_id>/tabeller/<int:table_id>/", data_table, name="data_table"),
    path("rapporter/<int:report_id>/tabeller/<int:table_id>/narvaro/", data_table_presence, name="data_table_presence"),
    path("rapporter/<int:report_id>/tabeller/<int:table_id>/ta-bort/", data_table_delete, name="data_table_delete"),
    path("rapporter/<int:report_id>/bilagor/", attachments, name="attachments"),
    path("rapporter/<int:report_id>/bilagor/ny/", attachment_add, name="attachment_add"),
    path("rapporter/<int:report_id>/bilagor/<int:attachment_id>/", attachment_edit, name="attachment_edit"),
    path("rapporter/<int:report_id>/bilagor/<int:attachment_id>/flytta/", attachment_move, name="attachment_move"),
    path("rapporter/<int:report_id>/bilagor/<int:attachment_id>/ta-bort/", attachment_delete, name="attachment_delete"),
    path("rapporter/<int:report_id>/bilagor/<str:name>", draft_file, name="draft_file"),
    path("rapporter/<int:report_id>/forhandsvisa/", preview, name="preview"),
    path("rapporter/<int:report_id>/forhandsvisa.pdf", preview_pdf, name="preview_pdf"),
    path("rapporter/kontroller/", rules, name="rules"),
    path("rapporter/<int:report_id>/kontroll/", checks, name="checks"),
    path("rapporter/<int:report_id>/kontroll/igen/", check_again, name="check_again"),
    path("rapporter/<int:report_id>/kontroll/godta/", waive, name="waive"),
    path("rapporter/<int:report_id>/kontroll/godtagen/<int:waiver_id>/ta-upp/", take_up, name="take_up"),
    path("rapporter/<int:report_id>/utkast-pdf/", draft_pdf, name="draft_pdf"),
    path("rapporter/<int:report_id>/tjansteskrivelse/", official_memo, name="official_memo"),
    path("rapporter/<int:report_id>/tjansteskrivelse/versioner/", memo_versions, name="memo_versions"),
    path("rapporter/<int:report_id>/tjansteskrivelse.pdf", official_memo_pdf, name="official_memo_pdf"),
    path("rapporter/<int:report_id>/publicera/", publish, name="publish"),
    path("rapporter/<int:report_id>/version/<int:version>/oppna-for-alla/", disclose, name="disclose"),
    path("rapporter/<int:report_id>/version/<int:version>/beslut/", decision, name="decision"),
    path("rapporter/<int:report_id>/version/<int:version>/avpublicera/", withdraw, name="withdraw"),
]
