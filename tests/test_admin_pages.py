"""Every model has its pages in the admin, in a sensible order, and the lists cost the same with many rows."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.admin.base import ReadOnlyAdmin
from reports.models import PlanUpload
from tests.admin_rows import REGISTERED, changelist, own_models, rows_everywhere

label = {"ids": lambda model: model._meta.label}


@pytest.fixture
def site(client, cast):
    client.force_login(cast.superuser)
    return client


def test_every_model_is_in_the_admin_but_the_file_that_a_person_has_not_said_yes_to():
    inside = {inline.model for model_admin in admin.site._registry.values() for inline in model_admin.inlines}
    outside = [model for model in own_models() if model not in admin.site._registry and model not in inside]
    assert outside == [PlanUpload]


def test_nothing_but_our_own_models_is_in_the_admin():
    assert set(admin.site._registry) == set(REGISTERED)


def test_organisation_people_and_roles_stand_first(site):
    page = site.get("/admin/").content.decode()
    names = ["Kommuner", "Nämnder", "Enheter", "Användare", "Roller", "Periodlås", "Planer", "Indikatorer"]
    places = [page.index(f">{name}</a>") for name in [*names, "Uppföljningar", "Rapporter", "Publiceringar"]]
    assert places == sorted(places)


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
        assert site.get(f"{changelist(model)}{row.pk}/delete/").status_code == (403 if read_only else 200)


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
