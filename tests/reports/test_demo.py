"""The demo holds what the real documents hold, is loaded once, and leaves alone what has been entered."""

import json
from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from followup.core.access import COMMAND_LINE
from followup.core.models import AuditEvent, Committee, User
from goals.models import Goal, Plan
from reports.commands.plan_import import BookFile, import_plan
from reports.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from reports.demo.load import FIXTURES, load_demo, load_plan
from reports.models import Assessment, OfficialMemo, Publication, Report, Round
from reports.plan_book.reading import fixture_books, read_fixture

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
def plan_of_2017(db):
    book = read_fixture(FIXTURES / "linkoping-socialnamnden-2017.toml")
    return import_plan(book=book, by=COMMAND_LINE, file=BookFile("linkoping.toml", "")).plan


def test_the_august_round_has_every_units_status(plan_of_2017):
    found = {number: {} for number in AUGUST}
    for answer in Assessment.objects.filter(round__key="2017-08", unit__isnull=False).select_related("goal", "unit"):
        found[int(answer.goal.number)][answer.unit.code] = answer.status
        assert answer.comment
    assert found == AUGUST


def test_the_goals_stand_in_order_with_indicators_and_responsible_roles(plan_of_2017):
    goals = list(plan_of_2017.goals.in_plan_order())
    assert [goal.number for goal in goals] == [str(number) for number in range(1, 13)]
    assert goals[0].name == "Professionellt bemötande och god tillgänglighet"
    assert goals[9].responsible == ["Personalchef", "Avdelningschefer", "Personalchef"]
    assert all(goal.indicators.exists() for goal in goals)


def test_the_later_round_is_open_and_half_filled(plan_of_2017):
    later = Round.objects.get(plan=plan_of_2017, key="2017-12")
    answers = Assessment.objects.filter(round=later, unit__isnull=False)
    assert later.is_open
    assert {"draft", "ready", "approved"} <= set(answers.values_list("state", flat=True))
    assert 10 <= answers.count() <= 18


def test_a_target_that_was_adjusted_is_dated_in_its_own_year(db):
    plan = load_plan(FIXTURES / "kalmar-socialnamnden-2022")
    first, last = plan.targets.get(indicator__key="K6-B2").history.order_by("history_date")
    assert (first.history_date.date(), last.history_date.date()) == (date(2022, 1, 1), date(2022, 6, 1))
    assert first.words != last.words == plan.targets.get(indicator__key="K6-B2").words


def test_the_report_of_an_open_round_is_begun_and_the_demo_has_a_memo(db, light_pdf):
    said = list(load_demo())
    begun = Report.objects.get(round__state="open")
    assert begun.sections.exists()
    assert not begun.publications.exists()
    memo = OfficialMemo.objects.get()
    assert (memo.report.key, memo.registry_number) == ("tertial-2022-08", "SN 2021/0248.03.01")
    assert f"{memo.report.title}: tjänsteskrivelse skriven" in said


def test_one_committee_has_two_rounds_of_the_same_plan_published_the_later_with_what_is_over_time(db, light_pdf):
    list(load_demo())
    august, _memo, year = Publication.objects.filter(committee__slug="kalmar-socialnamnden").order_by("pk")
    assert (august.as_of, year.as_of) == (date(2022, 8, 31), date(2022, 12, 31))
    assert august.report.plan == year.report.plan
    told = json.loads(year.files.get(format="json").read())
    assert told["since_last"]
    chart = next(each["block"] for each in told["sections"] if each["title"] == "Bedömningarna över tid")
    assert set(chart["categories"]) == {"31 augusti 2022", "31 december 2022"}
    assert "påhittad" in year.subtitle.lower()


def test_every_committee_is_loaded_and_its_finished_reports_published(db, light_pdf):
    said = list(load_demo())
    books = fixture_books(FIXTURES)
    assert len(books) == Plan.objects.count() == Committee.objects.count() == 5
    assert sum(line.endswith("inläst") for line in said) == len(books)
    finished = Report.objects.exclude(round__state__in=["planned", "open"])
    assert set(finished) == {publication.report for publication in Publication.objects.all()}
    assert all(publication.is_public for publication in Publication.objects.all())
    _loading_again_changes_nothing()


def _loading_again_changes_nothing():
    goal = Goal.objects.in_plan_order().first()
    goal.name = "Ändrat av någon"
    goal.save()
    User.objects.filter(username="anna.afi").update(first_name="Annan")
    counted = (Goal, User, Publication, AuditEvent)
    before = [model.objects.count() for model in counted]
    assert all(line.endswith("finns redan") for line in load_demo())
    assert [model.objects.count() for model in counted] == before
    goal.refresh_from_db()
    assert goal.name == "Ändrat av någon"
    assert User.objects.get(username="anna.afi").first_name == "Annan"
    for account in DEMO_ACCOUNTS:
        assert User.objects.get(username=account.username).check_password(DEMO_PASSWORD)


def test_there_is_an_account_for_each_role():
    roles = {account.role for account in DEMO_ACCOUNTS}
    assert roles == {"reader", "reporter", "approver", "controller", "administrator", "auditor"}


def test_the_demo_is_refused_in_production(settings, db):
    settings.IN_PRODUCTION = True
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo")
