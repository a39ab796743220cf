"""Pages that people wait for, measured: row 14, each page at a tenth of its size and at its size.

Queries must be equal, and the time of the larger page for each of its rows no longer than that of the smaller.
"""

from tests.bench.installation import installation
from tests.bench.made import a_client, a_committee, a_typist, queries_of
from tests.bench.rows import Row, median_of, seconds, tell

ROUNDS = 15


def main():
    with installation():
        small, large = a_committee("Liten nämnd", **shape(1)), a_committee("Stor nämnd", **shape(10))
        for name, rows, address, role in PAGES:
            compared_pages(name, rows, [(plan, address(plan), role) for plan in (small, large)])


def shape(times):
    """Four goals at the least and forty at the most, with four indicators each."""
    return {"areas": 1, "council_goals": 2 * times, "goals": 2, "indicators": 4, "units": 2, "sentences": 3}


def a_round(plan):
    return plan.rounds.get(state="open")


def a_unit(plan):
    return plan.committee.units.first()


def a_plan_address(plan, rest=""):
    return f"/planer/{plan.committee.slug}/{plan.slug}/{rest}"


def entry_of_a_unit(plan):
    return f"/rapportera/{a_round(plan).pk}/{a_unit(plan).pk}/"


def entry_of_a_goal(plan):
    """Begun to be answered in both: what was promised is asked for then, whatever the size of the plan."""
    unit, goal = a_unit(plan), plan.goals.filter(children=None).first()
    address = f"/rapportera/{a_round(plan).pk}/{unit.pk}/mal/{goal.pk}/"
    a_typist(a_client("reporter", plan.committee, unit), address)()
    return address


PAGES = (
    ("entry page of a unit, 4 and 40 goals", 10, entry_of_a_unit, "reporter"),
    ("entry of one goal among 4 and 40", 1, entry_of_a_goal, "reporter"),
    ("round's matrix, 4 and 40 goals", 10, lambda plan: f"/oversikt/{a_round(plan).pk}/", "controller"),
    ("plan's tree, 4 and 40 goals", 10, a_plan_address, "controller"),
    ("list of indicators, 16 and 160", 10, lambda plan: a_plan_address(plan, "indikatorer/"), "controller"),
    ("grid of outcomes, 16 and 160 indicators", 10, lambda plan: a_plan_address(plan, "utfall/"), "controller"),
)  # fmt: skip


def compared_pages(name, rows, places):
    """`rows`: how many times as many rows the larger page has."""
    found = [measured(*place) for place in places]
    (few, short, _size), (many, long, size) = found
    ratio = long / short / rows
    told = f"{few} and {many} queries; {seconds(short)} and {seconds(long)}, × {ratio:.2f} a row; {size} bytes"
    tell(
        Row(
            "14",
            name,
            "its own at a tenth of the size",
            "queries equal; ≤ 1.3 a row",
            told,
            few == many and ratio <= 1.3,
        )
    )


def measured(plan, address, role):
    """Queries, seconds and bytes."""
    client = a_client(role, plan.committee, a_unit(plan) if role == "reporter" else None)

    def ask():
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer

    size = len(ask().content)
    return queries_of(ask), median_of(ask, rounds=ROUNDS), size


if __name__ == "__main__":
    main()
