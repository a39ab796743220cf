"""Every model has its pages in the admin, in a sensible order, and the lists cost the same with many rows."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import ForeignKey
from django.test.utils import CaptureQueriesContext

from followup.accounts.models import BrowserSession, Invitation
from followup.core.admin.base import ReadOnlyAdmin
from followup.core.admin_groups import AdminGroup
from followup.core.models import MunicipalityLogo, UnreferencedFile, User
from reports.models import (
    AttachmentFile,
    CalendarAddress,
    DraftPdf,
    ExtractPdf,
    FormUse,
    Job,
    NewestVersion,
    PlanUpload,
    Presence,
    Publication,
    PublicationLetter,
    PublishedItem,
    PublishedOutcome,
    PublishedPassage,
    PublishedStatus,
    PublishedTarget,
    ReaderNote,
    ReaderQuestion,
    ReportPresence,
    SeenFinding,
    Subscription,
    Worker,
)
from tests.admin_rows import REGISTERED, changelist, own_models, rows_everywhere

label = {"ids": lambda model: model._meta.label}


@pytest.fixture
def site(client, cast):
    client.force_login(cast.superuser)
    return client


def test_every_model_is_in_the_admin_but_what_passes_or_is_derived():
    inside = {inline.model for model_admin in admin.site._registry.values() for inline in model_admin.inlines}
    outside = [model for model in own_models() if model not in admin.site._registry and model not in inside]
    of_readers = {CalendarAddress, FormUse, PublicationLetter, ReaderNote, ReaderQuestion, Subscription}
    index = {NewestVersion, PublishedItem, PublishedOutcome, PublishedPassage, PublishedStatus, PublishedTarget}
    passing = {DraftPdf, ExtractPdf, Job, PlanUpload, Presence, ReportPresence, SeenFinding, UnreferencedFile, Worker}
    of_accounts = {BrowserSession, Invitation}
    assert set(outside) == {AttachmentFile, MunicipalityLogo} | passing | index | of_readers | of_accounts


def test_nothing_but_our_own_models_is_in_the_admin():
    assert set(admin.site._registry) == set(REGISTERED)


def test_the_first_page_follows_the_order_of_the_work(site):
    page = site.get("/admin/").content.decode()
    names = ["Kommuner", "Nämnder", "Enheter", "Användare", "Roller", "Planer", "Indikatorer", "Periodlås"]
    names += ["Uppföljningar", "Bedömningar", "Påminnelser", "Rapporter", "Publiceringar", "Händelser"]
    places = [page.index(f">{name}</a>") for name in names]
    assert places == sorted(places)
    headings = [page.index(f">{group.heading}</h2>") for group in AdminGroup]
    assert headings == sorted(headings)


def test_an_administrator_meets_every_part_with_what_it_is_for(client, cast):
    client.force_login(cast.administrator)
    page = client.get("/admin/").content.decode()
    for group in AdminGroup:
        assert str(group.explains) in page
    assert page.count("start__row") == len(REGISTERED)


@pytest.mark.parametrize("model", REGISTERED, **label)
def test_every_list_says_what_it_holds_and_where_it_belongs(site, model):
    model_admin = admin.site._registry[model]
    assert isinstance(model_admin.group, AdminGroup)
    assert str(model_admin.explains) in site.get(changelist(model)).content.decode()
    assert str(model_admin.explains).endswith(".")


OPENS = {
    "core.Committee", "core.Municipality", "goals.Assignment", "goals.Goal", "goals.Level", "goals.Plan",
    "indicators.Indicator", "indicators.Measurement", "indicators.Target", "reports.Assessment",
    "reports.OfficialMemo", "reports.Publication", "reports.Reminder", "reports.Report", "reports.Round",
}  # fmt: skip


@pytest.mark.parametrize("model", [model for model in REGISTERED if model._meta.label in OPENS], **label)
def test_a_row_leads_to_its_page_in_the_application(client, cast, world, model):
    rows_everywhere(cast.superuser, committee=world.committee)
    client.force_login(cast.administrator)
    model_admin = admin.site._registry[model]
    for row in model._default_manager.order_by("-pk")[:3]:
        page = client.get(f"{changelist(model)}{row.pk}/change/", follow=True)
        found = re.search(r'<a href="([^"]+)" class="viewsitelink">([^<]+)</a>', page.content.decode())
        if found is None:  # another committee's
            assert page.redirect_chain
            continue
        assert found[2] == str(model_admin.opens)
        assert model is Publication or client.get(found[1]).status_code == 200  # which has no page here


def test_every_reference_is_searched_for(rf, cast):
    request = rf.get("/")
    request.user = cast.superuser
    for model, model_admin in admin.site._registry.items():
        chosen = {field.name for field in model._meta.fields if isinstance(field, ForeignKey) and field.editable}
        assert set(model_admin.get_autocomplete_fields(request)) == chosen


@pytest.mark.parametrize("model", REGISTERED, **label)
def test_the_list_can_be_read_searched_and_filtered(site, cast, model):
    rows_everywhere(cast.superuser)
    assert admin.site._registry[model].search_fields
    for query in ("", "?q=x", "?o=1", "?e=1"):
        assert site.get(changelist(model) + query, follow=True).status_code == 200


@pytest.mark.parametrize("model", REGISTERED, **label)
def test_a_row_can_be_opened_and_a_new_one_added_where_that_is_allowed(site, cast, model):
    rows_everywhere(cast.superuser)
    model_admin = admin.site._registry[model]
    read_only = isinstance(model_admin, ReadOnlyAdmin)
    assert site.get(f"{changelist(model)}add/").status_code == (403 if read_only else 200)
    for row in model._default_manager.all():
        page = site.get(f"{changelist(model)}{row.pk}/change/")
        assert page.status_code == 200
        assert ('name="_save"' in page.content.decode()) is not read_only
        assert site.get(f"{changelist(model)}{row.pk}/history/").status_code == 200
        stays = read_only or model is User
        assert site.get(f"{changelist(model)}{row.pk}/delete/").status_code == (403 if stays else 200)


def test_a_list_of_many_rows_costs_no_more_queries(site, cast):
    def queries(model):
        with CaptureQueriesContext(connection) as captured:
            assert site.get(changelist(model)).status_code == 200
        return len(captured)

    def costs():
        return {model._meta.label: queries(model) for model in REGISTERED}

    committee = rows_everywhere(cast.superuser)
    rows_everywhere(cast.superuser)
    costs()
    few = costs()
    for _ in range(4):
        rows_everywhere(cast.superuser, committee=committee)
        rows_everywhere(cast.superuser)
    assert costs() == few
    assert max(few.values()) <= 15


def test_counts_lead_to_the_rows_counted(site, cast, world):
    page = site.get("/admin/core/committee/").content.decode()
    assert f'<a href="/admin/core/unit/?committee__id__exact={world.committee.pk}">2</a>' in page
    page = site.get("/admin/goals/plan/").content.decode()
    assert f'<a href="/admin/goals/goal/?plan__id__exact={world.plan.pk}">3</a>' in page
    assert site.get(f"/admin/goals/goal/?plan__id__exact={world.plan.pk}").status_code == 200


def test_goals_to_choose_from_say_their_plan(site, world):
    found = site.get("/admin/autocomplete/?app_label=goals&model_name=goal&field_name=parent&term=m2").json()
    assert [row["text"] for row in found["results"]] == ["2 Mål nummer 2 (Verksamhetsplan 2017)"]


def test_a_protected_row_is_refused_in_swedish(site, world):
    page = site.get(f"/admin/core/unit/{world.afi.pk}/delete/").content.decode()
    assert "kan inte tas bort, eftersom annat hör dit som ska finnas kvar" in page
    assert site.post(f"/admin/core/unit/{world.afi.pk}/delete/", {"post": "yes"}).status_code == 200
    world.afi.refresh_from_db()


def test_answers_hinder_the_removal_of_their_plan_and_are_named(site, cast):
    plan = rows_everywhere(cast.superuser).plans.get()
    page = site.get(f"/admin/goals/plan/{plan.pk}/delete/").content.decode()
    assert "kan inte tas bort, eftersom annat hör dit som ska finnas kvar" in page
    assert "Bedömning:" in page
