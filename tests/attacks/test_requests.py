"""Requests made by other sites, by other methods, and with more in them than the form has."""

import re

from django.db import transaction
from django.test import Client
from django.urls import reverse

from followup.core.models import Membership
from goals.models import Assignment, Goal, GoalUnit
from indicators.models import Indicator, IndicatorUnit
from reports.models import Assessment, Report
from tests.architecture.access_rules import MATRIX
from tests.architecture.test_access_matrix import PATTERNS, address, answer_to, sign_in
from tests.attacks.attack import attack
from tests.builders import a_committee, a_goal, a_level, a_plan, a_report, a_round, a_section, a_unit, an_indicator
from tests.stored_rows import stored_rows, what_differs

WITHOUT_A_TOKEN = {
    "reading:subscribe",
    "reading:subscription_confirm",
    "reading:subscription_end",
    "reading:municipality_accessibility",
    "reading:verification",
}
"""Open forms that know of no session; how often they are sent is limited, or the address itself is the right."""


@attack(
    201,
    "a form on another site that posts to every address, plainly and as htmx does, with the session of one who may all",
    "403 without the token wherever a session is used; the open forms know of no session.",
)
def test_nothing_is_written_without_the_token(cast, place):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.superuser)
    open_to_all = set()
    for name in MATRIX:
        for headers in ({}, {"HX-Request": "true"}, {"Origin": "https://evil.example"}):
            response = strict.post(address(name, place), {"what": "all"}, headers=headers)
            if response.status_code not in {403, 405}:
                open_to_all.add(name)
    assert open_to_all == WITHOUT_A_TOKEN


@attack(
    202,
    "the same against every address of the administration",
    "403 without the token.",
)
def test_the_administration_takes_nothing_without_the_token(cast, world):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.superuser)
    faults = {}
    for name, pattern in PATTERNS.items():
        if not name.startswith("admin:") or not pattern.name:
            continue
        values = {"app_label": "core", "content_type_id": 1, "object_id": 1, "id": 1}
        if not set(pattern.pattern.converters) <= set(values):
            continue
        try:
            url = reverse(name, kwargs={key: values[key] for key in pattern.pattern.converters})
        except Exception:  # noqa: S112 (Django's admin names one pattern whose part is not a keyword)
            continue
        response = strict.post(url, {"post": "yes"})
        if response.status_code not in {403, 405}:
            faults[name] = response.status_code
    assert faults == {}


@attack(
    203,
    "`PUT`, `PATCH`, `DELETE`, `TRACE`, a made-up method and `X-HTTP-Method-Override` at every address",
    "405 (401 on the way to a provider), or what a GET answers, and no row is written, changed or removed: no header "
    "makes one method another.",
)
def test_no_other_method_writes(client, cast, place):
    sign_in(client, cast.superuser)
    client.get(address("reading:extract", place))  # which is laid out once, and kept
    before = stored_rows()
    faults = {}
    for name in MATRIX:
        url = address(name, place)
        plain = client.get(url).status_code
        refusal = 401 if name == "openid_connect_login" else 405
        for method in ("PUT", "PATCH", "DELETE", "TRACE", "SLA"):
            if (status := client.generic(method, url).status_code) not in {plain, refusal}:
                faults[name, method] = status
        for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
            if (status := client.get(url, headers={header: "POST"}).status_code) != plain:
                faults[name, header] = status
    assert client.get(address("reports:close_round", place)).status_code == 405
    assert faults == {}
    assert what_differs(before) == {}


@attack(
    204,
    "more fields than the form has: `is_superuser`, `is_staff`, `state`, `committee`, `plan`, `id`, `approved_by` in a "
    "reporter's answer, a section, a report's facts and a person's own pages",
    "A form reads its own fields alone, and a command sets what it sets.",
)
def test_fields_that_no_form_has_change_nothing(client, cast, place, world):
    more = {
        "is_superuser": "1",
        "is_staff": "1",
        "role": "administrator",
        "state": "approved",
        "approved_by": cast.reporter.pk,
        "committee": a_committee().pk,
        "committee_id": 1,
        "plan": 1,
        "id": 999,
        "pk": 999,
        "audience": "public",
    }
    sign_in(client, cast.reporter)
    for name in ("reports:entry_subject", "reports:own_subscriptions", "reports:calendar_address"):
        client.post(address(name, place), more)
    cast.reporter.refresh_from_db()
    assert (cast.reporter.is_superuser, cast.reporter.is_staff) == (False, False)
    assert list(Membership.objects.filter(user=cast.reporter).values_list("role", flat=True)) == ["reporter"]
    assert not Assessment.objects.filter(state="approved").exists()
    sign_in(client, cast.controller)
    client.post(address("reports:section_edit", place), more | {"title": "Ny"})
    place.section.refresh_from_db()
    assert place.section.report_id == place.report.pk
    assert not Report.objects.filter(pk=999).exists()


@attack(
    205,
    "ids of another committee's rows in the form's own selects: every select, radio button and checkbox of every page "
    "that a controller may open",
    "No page offers one; what is not offered is not taken (206).",
)
def test_no_form_offers_another_committees_rows(client, cast, place):
    other = a_committee(name="Grannämnden Zebra")
    unit = a_unit(other, "ZEB", name="Zebraenheten")
    plan = a_plan(other, title="Zebraplanen")
    a_level(plan, name="Zebranivån")
    goal = a_goal(plan, name="Zebramålet", units=[unit])
    an_indicator(goal, name="Zebraindikatorn")
    a_section(a_report(a_round(plan, title="Zebrarundan"), title="Zebrarapporten"), title="Zebraavsnittet")
    open_to_all = {name for name in MATRIX if name.startswith("reading:")}
    sign_in(client, cast.controller)
    faults = set()
    for name, rule in MATRIX.items():
        if name not in open_to_all and rule.method == "get":
            page = answer_to(client, "get", address(name, place)).content
            faults |= {name} if b"ebra" in page else set()
    assert faults == {"reports:own_subscriptions"}  # every committee can be followed, as every one is known


@attack(
    206,
    "another committee's ids posted where a form has a choice: a new report's round, a goal's parent and units, an "
    "indicator's goal, an assignment's goal, a section's table, a round's plan, a substitute's unit",
    "The choices are those of the committee in the address, so the form refuses.",
)
def test_another_committees_ids_are_not_taken(client, cast, place):
    other = a_committee()
    unit = a_unit(other, "ZEB", name="Zebraenheten")
    plan = a_plan(other)
    goal = a_goal(plan, name="Zebramålet", units=[unit])
    indicator = an_indicator(goal)
    round = a_round(plan)
    rows = (unit, plan, goal, indicator, round, a_section(a_report(round)), a_report(round))
    before = values_of(rows)
    sign_in(client, cast.controller)
    faults = {}
    for name, rule in MATRIX.items():
        if not name.startswith("reports:") or "controller" not in rule.allowed:
            continue
        url = address(name, place)
        fields = set(re.findall(r'name="([^"]+)"', client.get(url).content.decode(errors="replace")))
        for target in rows:
            with transaction.atomic():
                client.post(url, dict.fromkeys(fields - {"csrfmiddlewaretoken"}, str(target.pk)))
                if values_of(rows) != before or points_at(rows):
                    faults[name] = str(target)
                transaction.set_rollback(True)
    assert faults == {}


def values_of(rows):
    return [type(row).objects.filter(pk=row.pk).values().get() for row in rows]


def points_at(rows):
    """Rows of the first committee that a foreign key or a many-to-many leads out of."""
    unit, plan, goal, _indicator, round, *_rest = rows
    return [
        *GoalUnit.objects.filter(unit=unit).exclude(goal__plan=plan),
        *IndicatorUnit.objects.filter(unit=unit).exclude(indicator__plan=plan),
        *Goal.objects.filter(parent=goal).exclude(plan=plan),
        *Indicator.objects.filter(goal=goal).exclude(plan=plan),
        *Assignment.objects.filter(goal=goal).exclude(plan=plan),
        *Report.objects.filter(round=round).exclude(plan=plan),
        *Membership.objects.filter(unit=unit),
    ]


@attack(
    207,
    "a forged `Host`, `X-Forwarded-Host`, `X-Forwarded-Server`, `Forwarded` and absolute request lines, for links in "
    "letters, feeds, canonical addresses and redirects",
    "A host that is not ours is 400; the forwarded ones are not read; `SITE_URL` is what letters are made of.",
)
def test_no_forged_host_ends_up_in_a_link(client, cast, place, settings, mailoutbox, work_off):
    settings.SITE_URL = "https://uppfoljning.example"
    forged = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Server": "evil.example",
        "X-Host": "evil.example",
        "X-Original-URL": "/admin/",
        "X-Rewrite-URL": "/admin/",
        "Forwarded": "host=evil.example;proto=https",
    }
    sign_in(client, cast.superuser)
    for name, rule in MATRIX.items():
        if rule.method == "get":
            response = client.get(address(name, place), headers=forged)
            assert b"evil.example" not in response.content, name
            assert "evil.example" not in str(response.headers), name
    client.logout()
    committee = place.report.plan.committee
    client.post("/prenumerera/", {"address": "a@exempel.se", "committees": [committee.slug]}, headers=forged)
    work_off()
    assert mailoutbox
    assert [letter for letter in mailoutbox if "evil.example" in letter.body + str(letter.extra_headers)] == []
    for host in ("evil.example", "testserver.evil.example", "evil.example:80", "testserver@evil.example"):
        assert client.get("/", headers={"host": host}).status_code == 400
