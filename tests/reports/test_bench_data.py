"""What is measured with is made by the commands that people use, and its copies hang together as the original does."""

from random import Random

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from followup.core.models import Committee, Municipality, User
from goals.models import Goal, Plan
from indicators.models import Measurement
from reports.bench_data.amounts import FIRST_CODE, NAMES
from reports.bench_data.book import LIKE_RSR, PlanOf, Shape, plan_sheets
from reports.bench_data.cloning import AT_ONCE, clone, copied_models, marks
from reports.choices import RoundState
from reports.models import Assessment, NewestVersion, Publication, PublishedPassage, Report, Round
from tests.bench import published

pytestmark = pytest.mark.django_db(transaction=True)

MANY = AT_ONCE + 3
SMALL = {"areas": 1, "council_goals": 1, "goals": 2, "indicators": 1, "units": 2, "assignments": 1, "sentences": 2}


def make(**options):
    call_command("make_bench_data", **{"committees": 1, "years": 2, "accounts": 3, "verbosity": 0} | SMALL | options)


def orphans():
    """Every reference that leads nowhere, as `table.column`."""
    quote = connection.ops.quote_name
    found = []
    for model in copied_models():
        for field in model._meta.concrete_fields:
            if not field.is_relation or "istory" in model.__name__:
                continue
            there = field.related_model._meta
            with connection.cursor() as cursor:
                cursor.execute(  # the names are those of our own tables
                    f"SELECT count(*) FROM {quote(model._meta.db_table)} a LEFT JOIN {quote(there.db_table)} b "
                    f"ON b.{quote(there.pk.column)} = a.{quote(field.column)} "
                    f"WHERE a.{quote(field.column)} IS NOT NULL AND b.{quote(there.pk.column)} IS NULL"
                )
                if cursor.fetchone()[0]:
                    found.append(f"{model._meta.db_table}.{field.column}")
    return found


def test_every_municipality_has_as_much_as_the_first():
    make(municipalities=MANY)
    assert Municipality.objects.count() == Committee.objects.count() == Plan.objects.count() == MANY
    for model in copied_models():
        assert model._default_manager.count() % MANY == 0, model
    assert orphans() == []
    codes = sorted(Municipality.objects.values_list("code", flat=True))
    assert codes == [str(FIRST_CODE + number) for number in range(MANY)]
    assert User.objects.filter(memberships__isnull=False).distinct().count() == 3 * MANY
    per_committee = [
        (
            Goal.objects.filter(committee=committee).count(),
            Measurement.objects.filter(committee=committee).count(),
            Assessment.objects.filter(round__committee=committee).count(),
            PublishedPassage.objects.filter(publication__committee=committee).count(),
        )
        for committee in Committee.objects.all()
    ]
    assert len(set(per_committee)) == 1
    assert min(per_committee[0]) > 0


def test_copies_are_read_and_searched_like_the_original():
    make(municipalities=2)
    client = Client()
    addresses = []
    for publication in Publication.objects.filter(version=1).select_related("committee").order_by("pk"):
        address = f"/{publication.committee.slug}/{publication.slug}/"
        assert client.get(address).status_code == 200
        addresses.append(address)
    assert len(addresses) == len(set(addresses)) == 6
    for committee in Committee.objects.all():
        assert client.get(f"/{committee.slug}/").status_code == 200
    word = PublishedPassage.objects.filter(kind="goal").first().title.split()[1]
    answer = client.get("/sok/", {"q": word}).content.decode()
    assert all(committee.slug in answer for committee in Committee.objects.all())


def test_rows_that_are_added_afterwards_have_ids_of_their_own():
    make(municipalities=2)
    highest = Municipality.objects.order_by("pk").last().pk
    assert Municipality.objects.create(name="Ny kommun", code="9998").pk > highest


def test_what_was_copied_is_copied_again_beside_its_copies():
    since = marks()
    make(municipalities=1)
    until = marks()
    Municipality.objects.create(name="Ny kommun", code="9998")
    for first, copies in ((1, 1), (2, 3)):
        for _made in clone(since, first=first, copies=copies, names=NAMES, until=until):
            pass
    assert sorted(Municipality.objects.values_list("code", flat=True)) == [
        "3000",
        "3001",
        "3002",
        "3003",
        "3004",
        "9998",
    ]
    assert orphans() == []
    counts = {PublishedPassage.objects.filter(publication__committee=each).count() for each in Committee.objects.all()}
    assert len(counts) == 1
    word = PublishedPassage.objects.filter(kind="goal").first().title.split()[1]
    answer = Client().get("/sok/", {"q": word}).content.decode()
    assert all(committee.slug in answer for committee in Committee.objects.all())


def test_ids_of_copies_may_lie_farther_apart_than_an_integer_holds():
    since = marks()
    make(municipalities=1)
    until = {**marks(), Publication: marks()[Publication] + 10_000}
    for _made in clone(since, first=1, copies=4, names=NAMES, until=until):
        pass
    counts = {PublishedPassage.objects.filter(publication__committee=each).count() for each in Committee.objects.all()}
    assert len(counts) == 1
    assert orphans() == []


def test_the_last_round_is_open_and_its_report_not_published():
    make(municipalities=1)
    last = Round.objects.order_by("as_of").last()
    assert last.state == RoundState.OPEN
    assert Round.objects.exclude(pk=last.pk).filter(state=RoundState.CLOSED).count() == 3
    assert not Publication.objects.filter(report__round=last).exists()
    assert Report.objects.filter(round=last).exists()


def test_the_same_seed_gives_the_same_and_another_something_else():
    of = PlanOf("Kommun", "3000", "Socialnämnden", 2024, 2025)
    first, again, other = (plan_sheets(of, Shape(), Random(seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_plan_like_that_of_the_peer_has_its_size():
    sheets = plan_sheets(PlanOf("Kommun", "3000", "Socialnämnden", 2025, 2025), LIKE_RSR, Random(1))
    assert len([goal for goal in sheets["Mål"] if goal["Nivå"] != "Fokusområde"]) == 60
    assert len(sheets["Indikatorer"]) == 150
    assert len(sheets["Uppföljningar"]) == 3
    comments = [len(row["Kommentar"]) for row in sheets["Bedömningar"]]
    assert 400 < sum(comments) / len(comments) < 600


def test_it_goes_into_an_empty_database_only():
    Municipality.objects.create(name="Kalmar", code="0880")
    with pytest.raises(CommandError, match="empty"):
        make()


@pytest.mark.parametrize(
    "size",
    [
        {"municipalities": 0},
        {"municipalities": 291},
        {"committees": 0},
        {"years": 0},
        {"rounds": 0},
        {"rounds": 13},
        {"units": 0},
        {"goals": -1},
    ],
)
def test_sizes_that_make_no_sense_are_refused(size):
    with pytest.raises(CommandError):
        make(**size)


def test_all_tables_of_ours_are_copied_or_known_not_to_be():
    left_out = {
        model for model in apps.get_models() if model._meta.app_label in {"core", "goals", "indicators", "reports"}
    }
    left_out -= set(copied_models())
    assert {model.__name__ for model in left_out} == {"UnreferencedFile"}  # of no municipality: what waits to be swept


def test_the_versions_that_a_search_is_measured_in_are_found_and_each_report_has_its_newest(client):
    published.reports(40)
    assert (Publication.objects.count(), NewestVersion.objects.count()) == (44, 40)
    assert PublishedPassage.objects.count() == 44 * published.PASSAGES
    newest = NewestVersion.objects.filter(to_everyone=True).first().publication
    word = max((word for passage in newest.passages.all() for word in passage.title.split()), key=len)
    assert '<mark class="found">' in client.get("/sok/", {"q": word}).content.decode()
    assert '<mark class="found">' not in client.get("/sok/", {"q": "finnsinte"}).content.decode()
