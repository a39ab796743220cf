"""What is saved as somebody types shares a row of history; what is saved on purpose has one of its own."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from followup.core.periods import parse_period
from indicators.commands.outcomes import Outcome, record_outcome
from reports.commands.assessments import Answer, AnswerChanged, save_assessment
from reports.commands.decisions import return_to_unit
from reports.commands.entry import save_entry
from reports.models import Assessment
from tests.builders import an_indicator

START = "2017-09-01 08:00:00+02:00"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(START, tick=False)
    return time_machine


@pytest.fixture
def save(world, cast):
    """Saves what `text` says, over what stands there."""

    def saved(text, *, by=None, is_autosave=True, is_ready=False, version=None):
        if version is None:
            version = Assessment.objects.filter(unit=world.afi).values_list("version", flat=True).first() or 0
        return save_assessment(
            round=world.round,
            subject=world.goals[0],
            unit=world.afi,
            answer=Answer(status="achieved", comment=f"<p>{text}</p>"),
            version=version,
            is_ready=is_ready,
            by=by or cast.reporter,
            is_autosave=is_autosave,
        )

    return saved


def kept():
    """The texts of the history, oldest first."""
    return [row.comment[3:-4] for row in Assessment.history.order_by("history_date", "history_id")]


def test_what_one_types_within_a_while_is_one_row_that_says_what_stands_there(clock, save, cast):
    for number in range(5):
        saved = save(f"text {number}")
        clock.shift(timedelta(minutes=2))
    row = Assessment.history.get()
    assert (row.comment, row.version, row.history_type) == ("<p>text 4</p>", 5, "+")
    assert (row.updated_at, row.updated_by) == (saved.updated_at, cast.reporter)
    assert row.history_date == saved.updated_at - timedelta(minutes=8)


def test_every_autosave_still_counts_in_the_version_so_that_two_are_found_out(clock, save, cast):
    first = save("ett")
    save("två")
    with pytest.raises(AnswerChanged):
        save("samtidigt", by=cast.controller, version=first.version)


def test_after_a_while_a_new_row_begins(clock, save):
    save("tidigt")
    clock.shift(timedelta(minutes=15))
    save("i tid")
    clock.shift(timedelta(seconds=1))
    save("senare")
    assert kept() == ["i tid", "senare"]


def test_a_day_of_autosave_is_not_a_thousand_rows(clock, save):
    saves = 8 * 60 * 6
    version = 0
    for number in range(saves):
        version = save(f"text {number}", version=version).version
        clock.shift(timedelta(seconds=10))
    assert version == saves
    assert 30 <= Assessment.history.count() <= 33
    assert kept()[-1] == f"text {saves - 1}"


def test_what_was_saved_on_purpose_is_never_rewritten(clock, save):
    save("avsiktligt", is_autosave=False)
    save("skrivet")
    save("vidare")
    save("avsiktligt igen", is_autosave=False)
    save("efteråt")
    assert kept() == ["avsiktligt", "vidare", "avsiktligt igen", "efteråt"]


def test_saving_on_purpose_what_was_just_autosaved_lets_it_stand(clock, save):
    save("skrivet")
    save("skrivet", is_autosave=False)
    assert kept() == ["skrivet"]
    save("vidare")
    assert kept() == ["skrivet", "vidare"]


def test_nobody_rewrites_what_another_wrote(clock, save, cast):
    save("mitt")
    save("ditt", by=cast.controller)
    save("mitt igen")
    assert kept() == ["mitt", "ditt", "mitt igen"]


def test_what_was_handed_in_is_never_rewritten(clock, save):
    save("skrivet")
    save("klart", is_autosave=False, is_ready=True)
    save("tillbaka till utkast")
    save("vidare")
    assert kept() == ["skrivet", "klart", "vidare"]
    states = list(Assessment.history.order_by("history_date", "history_id").values_list("state", flat=True))
    assert states == ["draft", "ready", "draft"]


def test_work_on_a_ready_answer_is_one_row_beside_the_text_as_it_was_handed_in(save):
    save("inlämnat", is_autosave=False, is_ready=True)
    for number in range(30):
        answer = save(f"rättat {number}", is_ready=True)
    told = [(row.state, row.comment) for row in answer.history.order_by("history_date", "history_id")]
    assert told == [("ready", "<p>inlämnat</p>"), ("ready", "<p>rättat 29</p>")]


def test_what_was_returned_is_never_rewritten_though_the_work_on_it_is_one_row(clock, save, cast):
    ready = save("klart", is_autosave=False, is_ready=True)
    return_to_unit(assessment=ready, reason="Skriv mer.", by=cast.approver)
    save("rättat")
    save("rättat mer")
    rows = Assessment.history.order_by("history_date", "history_id")
    assert [(row.state, row.comment) for row in rows] == [
        ("ready", "<p>klart</p>"),
        ("returned", "<p>klart</p>"),
        ("returned", "<p>rättat mer</p>"),
    ]


def test_outcomes_too_are_kept_as_they_were_left(clock, world, cast):
    indicator = an_indicator(world.goals[0])

    def record(value, *, is_autosave=True, by=cast.reporter):
        record_outcome(
            indicator=indicator,
            period=parse_period("2017"),
            unit=world.afi,
            sex="total",
            submeasure="",
            outcome=Outcome(value=Decimal(value)),
            seen=None,
            by=by,
            is_autosave=is_autosave,
        )

    def enter(*, is_autosave):
        save_entry(
            round=world.round,
            subject=world.goals[0],
            unit=world.afi,
            answer=Answer(),
            version=0,
            is_ready=False,
            figures=[],
            by=cast.reporter,
            is_autosave=is_autosave,
        )

    def values():
        return [int(row.value) for row in indicator.measurements.get().history.order_by("history_id")]

    for value in (1, 12, 120):
        record(value)
    assert values() == [120]
    enter(is_autosave=True)
    record(121)
    assert values() == [121]
    enter(is_autosave=False)
    record(122)
    record(123, by=cast.controller)
    clock.move_to(timezone.now() + timedelta(hours=1), tick=False)
    record(124, by=cast.controller)
    assert values() == [121, 122, 123, 124]
