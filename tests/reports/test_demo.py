"""The demo holds what the real document holds, is loaded once, and leaves alone what has been entered."""

import tomllib

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from followup.core.models import AuditEvent, User
from goals.models import Goal
from reports.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from reports.demo.load import fixture_files, load_demo
from reports.models import Assessment, Publication, Round

AUGUST = {
    1: {"AFI": "achieved", "IFO": "partly_achieved", "ÄoF": "partly_achieved"},
    2: {"AFI": "achieved", "IFO": "achieved", "ÄoF": "achieved"},
    3: {"AFI": "partly_achieved", "IFO": "partly_achieved"},
    4: {"AFI": "achieved", "IFO": "partly_achieved", "ÄoF": "partly_achieved"},
    5: {"AFI": "achieved", "IFO": "partly_achieved", "ÄoF": "achieved"},
    6: {"IFO": "", "ÄoF": "achieved"},
    7: {"AFI": "achieved"},
    8: {"IFO": "achieved"},
    9: {"AFI": "achieved", "IFO": "achieved", "ÄoF": "achieved"},
    10: {"AFI": "achieved", "IFO": "achieved", "ÄoF": "achieved"},
    11: {"ÄoF": "achieved"},
    12: {"IFO": "partly_achieved"},
}


@pytest.fixture
def demo(db, light_pdf):
    return list(load_demo())


def test_the_august_round_has_every_units_status(demo):
    found = {number: {} for number in AUGUST}
    for answer in Assessment.objects.filter(round__key="2017-08", unit__isnull=False).select_related("goal", "unit"):
        found[int(answer.goal.number)][answer.unit.code] = answer.status
        assert answer.comment
    assert found == AUGUST


def test_the_goals_stand_in_order_with_indicators_and_responsible_roles(demo):
    goals = list(Goal.objects.in_plan_order())
    assert [goal.number for goal in goals] == [str(number) for number in range(1, 13)]
    assert goals[0].name == "Professionellt bemötande och god tillgänglighet"
    assert goals[9].responsible == ["Personalchef", "Avdelningschefer", "Personalchef"]
    assert all(goal.indicators.exists() for goal in goals)


def test_the_later_round_is_open_and_half_filled(demo):
    later = Round.objects.get(key="2017-12")
    answers = Assessment.objects.filter(round=later, unit__isnull=False)
    assert later.is_open
    assert {"draft", "ready", "approved"} <= set(answers.values_list("state", flat=True))
    assert 10 <= answers.count() <= 18


def test_the_august_report_is_published(demo):
    assert Publication.objects.get().is_public


def test_loading_again_changes_nothing(demo):
    goal = Goal.objects.in_plan_order().first()
    goal.name = "Ändrat av någon"
    goal.save()
    User.objects.filter(username="anna.afi").update(first_name="Annan")
    before = (Goal.objects.count(), User.objects.count(), Publication.objects.count(), AuditEvent.objects.count())
    assert list(load_demo()) == ["Verksamhetsplan 2017: finns redan"]
    assert (
        Goal.objects.count(),
        User.objects.count(),
        Publication.objects.count(),
        AuditEvent.objects.count(),
    ) == before
    assert Goal.objects.in_plan_order().first().name == "Ändrat av någon"
    assert User.objects.get(username="anna.afi").first_name == "Annan"


def test_there_is_an_account_for_each_role(demo):
    roles = {account.role for account in DEMO_ACCOUNTS}
    assert roles == {"reader", "reporter", "approver", "controller", "administrator"}
    for account in DEMO_ACCOUNTS:
        assert User.objects.get(username=account.username).check_password(DEMO_PASSWORD)


def test_the_demo_is_refused_in_production(settings, db):
    settings.IN_PRODUCTION = True
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo")


def test_fixtures_can_be_read_and_name_only_known_sheets():
    known = {
        "Plan", "Enheter", "Nivåer", "Mål", "Indikatorer", "Målvärden", "Utfall", "Uppföljningar", "Uppdrag",
        "Bedömningar", "Rapporter", "Avsnitt", "Tabeller", "Bilagor",
    }  # fmt: skip
    for path in fixture_files():
        assert set(tomllib.loads(path.read_text(encoding="utf-8"))) <= known
