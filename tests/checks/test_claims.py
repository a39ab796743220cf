"""A text whose numbers do not agree with each other is told of; one whose numbers do is left alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.numbers import format_number, rounded
from reports.build.part_facts import SectionFact
from reports.checks import Severity
from reports.checks.claims import claims
from tests.checks.scopes import a_scope
from tests.reports.facts import a_goal_fact, an_answer


def found(text, **overrides):
    sections = (SectionFact(7, 1, "Läget", "text", f"<p>{text}</p>"),)
    return list(claims(a_scope(sections=sections, **overrides)))


def messages(text):
    return [finding.message.replace("\xa0", " ").removeprefix(f"{finding.where}: ") for finding in found(text)]


def test_a_finding_has_the_texts_words_the_working_and_its_place():
    (finding,) = found("Av 70 verksamheter har 57 (82 procent) bestämt sig.")
    assert (finding.rule, finding.severity, finding.where) == ("prose_share", Severity.WARNING, "Läget")
    assert finding.place.section_id == 7
    assert finding.message.replace("\xa0", " ") == (
        "Läget: Det står ”70 verksamheter har 57 (82 procent)”, men 57 / 70 = 81 %."
    )


@pytest.mark.parametrize(
    "text",
    [
        "57 av 70 (81 procent)",
        "57 av 70 verksamheter (81,4 %)",
        "Aktuella var 153 av de 212, vilket motsvarar 72 procent av planerna.",
        "Vi når 3 av 4, dvs. 75 % av alla.",
        "5 av 8 (62,5 %), 5 av 8 (63 %) och 5 av 8 (62 %)",
        "Nästan nio av tio, 89 %, är nöjda.",
        "Omkring 57 av 70 (80 %) svarade.",
        "57 av 70 svarade, 30 % av dem i tid.",
        "Av 70 enheter svarade 57 (45 procent av personalen).",
        "0 av 0 (0 %)",
        "Av de 81 ärendena ledde 17 till arbete. Andelen ökade 5 %.",
    ],
)
def test_shares_that_hold_and_what_is_no_share_of_counts(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("57 av 70 (80 procent)", "57 / 70 = 81 %"),
        ("57 av 70 verksamheter (81,5 %)", "57 / 70 = 81,4 %"),
        ("153 av de 212, vilket motsvarar 73 procent av planerna.", "153 / 212 = 72 %"),
        ("Tre av 12, eller 20 %, svarade.", "3 / 12 = 25 %"),
        ("3 av 4, 80 %.", "3 / 4 = 75 %"),
    ],
)
def test_shares_that_do_not_hold(text, expected):
    (message,) = messages(text)
    assert message.endswith(f"men {expected}.")


@pytest.mark.parametrize(
    "text",
    [
        "Tiden gick från 107 till 82 dagar, en minskning med 25 dagar.",
        "Tiden gick från 107 till 82 dagar, en minskning med 23 procent.",
        "Antalet ökade med 12 procent, från 100 till 112.",
        "Andelen steg från 50 till 59 procent, en ökning med 9 procentenheter.",
        "Andelen steg från 50 till 59 procent, en ökning med 18 procent.",
        "Det var 1 049 jämfört med 883 för samma period 2021, vilket är en ökning med 19 %.",
        "Det var 1 049. Ett år tidigare var de 883, och ökningen är 18,8 %.",
        "Öppet från 8 till 17, en ökning med 2 timmar.",
        "Underskottet minskade från −14 till −12 mnkr, en minskning med 3 mnkr.",
        "Från 2019 till 2020 var det en ökning med 12 procent.",
        "Antalet var 100 jämfört med 90 i fjol, samtidigt gav insatserna en ökning med 5 %.",
        "Kostnaden ökade från omkring 100 till 120, en ökning med 25 %.",
        "Det var 1 049. Ett år tidigare var de 883 fördelat på 3 enheter, och ökningen är 5 %.",
    ],
)
def test_changes_that_hold_and_what_is_no_change(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiden gick från 107 till 82 dagar, en minskning med 28 dagar.", "107 − 82 = 25 dagar"),
        ("Tiden gick från 107 till 82 dagar, en minskning med 30 procent.", "(107 − 82) / 107 = 23 %"),
        ("Antalet ökade med 15 procent, från 100 till 112.", "(112 − 100) / 100 = 12 %"),
        ("Antalet ökade med 15, från 100 till 112.", "112 − 100 = 12"),
        ("Andelen steg från 50 till 59 %, en ökning med 7 procentenheter.", "59 − 50 = 9 procentenheter"),
        ("Tiden gick från 82 till 107 dagar, en minskning med 25 dagar.", "107 dagar är mer än 82 dagar"),
        (
            "Det var 1 049 aktualiseringar, jämfört med 883 i fjol, vilket är en ökning med 16 %.",
            "(1 049 − 883) / 883 = 19 %",
        ),
        ("Det var 1 049. Ett år tidigare var de 883, och uppgången är 16 %.", "(1 049 − 883) / 883 = 19 %"),
    ],
)
def test_changes_that_do_not_hold(text, expected):
    (message,) = messages(text)
    assert message.endswith(f"men {expected}.")


def test_what_is_said_twice_in_one_text_is_told_once():
    assert len(messages("57 av 70 (80 %). Alltså 5 av 8 (60 %). 57 av 70 (80 %).")) == 2


def test_measured_whole_numbers_may_have_been_rounded_and_counted_ones_not():
    assert messages("Från 107 till 82 dagar, en minskning med 26 dagar.") == []
    assert len(messages("Från 107 till 82, en minskning med 26.")) == 1


def test_an_average_beside_its_counts():
    assert messages("Söder: 37 brukare, 108 avbokningar = 2,9 avbokningar/brukare") == []
    (message,) = messages("Söder: 37 brukare, 108 avbokningar = 3,1 avbokningar/brukare")
    assert message.endswith("men 108 / 37 = 2,9.")
    assert messages("Söder: 37 brukare, 108 besök = 3,1 avbokningar/brukare") == []
    assert messages("Ingen: 0 brukare, 108 avbokningar = 3,1 avbokningar/brukare") == []


def test_a_number_cut_off_instead_of_rounded_is_noted():
    (finding,) = found("61 brukare, 300 avbokningar = 4,91 avbokningar/brukare")
    assert (finding.rule, finding.severity) == ("prose_rounding", Severity.NOTE)
    assert finding.message.endswith("men 300 / 61 = 4,92.")


@pytest.mark.parametrize(
    "text",
    [
        "104 personer (41 män och 63 kvinnor)",
        "97 utredningar, 24 om kvinnor och 73 om män.",
        "20 barn, varav 12 flickor och 8 pojkar",
        "9 uppföljningar (6 män, 1 kvinna och 2 okända)",
        "20 besök (12 i Berga och 3 i Ryd)",
        "50 avbrott, varav 39 gäller LSS och 5 SoL",
        "82 dagar (80 för kvinnor och 85 för män)",
        "86 % (81 % av kvinnorna och 90 % av männen)",
    ],
)
def test_parts_that_hold_and_what_is_no_split_into_women_and_men(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det finns 9 ASI uppföljningar (6 män, 1 kvinna).", "6 + 1 = 7"),
        ("104 personer (40 män och 63 kvinnor)", "40 + 63 = 103"),
        ("20 barn, varav 12 flickor och 9 pojkar.", "12 + 9 = 21"),
        ("97 utredningar, 24 om kvinnor och 74 om män.", "24 + 74 = 98"),
    ],
)
def test_women_and_men_that_do_not_add_up(text, expected):
    (message,) = messages(text)
    assert message.endswith(f"men {expected}.")


GOALS = tuple(a_goal_fact(number, unit_ids=(1,)) for number in range(1, 5))


def attained(text, *statuses):
    answers = tuple(an_answer(goal.id, 1, status) for goal, status in zip(GOALS, statuses, strict=True))
    section = SectionFact(1, 1, "Läget", "goal_overview", f"<p>{text}</p>")
    return [
        each.message.removeprefix("Läget: ")
        for each in claims(a_scope(sections=(section,), goals=GOALS, assessments=answers))
    ]


def test_goals_counted_otherwise_than_the_report_does():
    statuses = ("achieved", "achieved", "partly_achieved", "not_achieved")
    assert attained("2 av 4 mål är uppnådda.", *statuses) == []
    assert attained("Ett av 4 mål är delvis uppnådda, 1 av 4 mål är inte uppnådda.", *statuses) == []
    assert attained("Tre av nämndens fyra mål är uppnådda.", *statuses) == [
        "Det står ”Tre av nämndens fyra mål är uppnådda”, men rapporten räknar 2 av 4 som uppnått."
    ]


def test_goals_are_not_counted_where_the_text_counts_others_or_units_differ():
    statuses = ("achieved", "achieved", "partly_achieved", "not_achieved")
    assert attained("3 av 5 mål är uppnådda.", *statuses) == []
    assert attained("Omkring 3 av 4 mål är uppnådda.", *statuses) == []
    differing = (*(an_answer(goal.id, 1) for goal in GOALS), an_answer(1, 2, "not_achieved"))
    section = SectionFact(1, 1, "Läget", "goal_overview", "<p>1 av 4 mål är uppnådda.</p>")
    assert list(claims(a_scope(sections=(section,), goals=GOALS, assessments=differing))) == []


@given(st.integers(1, 999), st.integers(1, 10_000), st.integers(0, 2))
def test_a_share_written_as_it_is_rounded_is_never_told_of(some, more, decimals):
    every = some + more
    share = format_number(rounded(Decimal(some) * 100 / every, decimals), decimals, "%").replace("\xa0", " ")
    spaced = format_number(Decimal(every), 0)
    assert messages(f"Det gäller {some} av {spaced} ({share}).") == []


@given(st.integers(1, 999), st.integers(1, 5_000), st.decimals("1.5", 40, places=0))
def test_a_share_that_is_off_is_always_told_of(some, more, off):
    every = some + more
    share = rounded(Decimal(some) * 100 / every, 0) + off
    spaced = format_number(Decimal(every), 0)
    assert len(messages(f"Det gäller {some} av {spaced} ({share} %).")) == 1


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_change_is_told_of_just_when_it_is_not_the_difference(old, new):
    way = "ökning" if new > old else "minskning"
    assert messages(f"Antalet gick från {old} till {new}, en {way} med {abs(new - old)}.") == []
    assert len(messages(f"Antalet gick från {old} till {new}, en {way} med {abs(new - old) + 7}.")) == 1


def test_long_and_hostile_texts_end():
    assert messages("från 1 till " * 5_000) == []
    assert messages("a" * 100_000 + " 5 av 7 (71 %)") == []
    assert messages("5 av " * 5_000 + "(") == []
