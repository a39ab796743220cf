"""Pages that people wait for at the sizes they may have, against an empty page of the site that one is signed in to.

Queries, wall time of the server in turn with the empty page's, and bytes as they are and as they are sent, compressed.
What is kept for readers who are not signed in is made anew each time.
"""

import gzip
import time
from datetime import date

from tests.bench.installation import installation
from tests.bench.made import a_client, a_committee, queries_of
from tests.bench.overview import a_version_of
from tests.bench.pages import a_plan_address, a_round, a_unit, entry_of_a_goal, entry_of_a_unit, shape
from tests.bench.rows import Row, compared, tell

LARGE = {"areas": 1, "council_goals": 20, "goals": 20, "indicators": 10, "units": 1, "assignments": 8, "rounds": 1}
YEARS, REPORTS_A_YEAR = 20, 3
LEVEL, ROUNDS = 6, 9


def main():
    with installation():
        from django.test import Client, override_settings  # noqa: PLC0415

        usual, large, old = a_committee("Nämnd 40", **shape(10)), a_committee("Nämnd 400", **LARGE), an_old_committee()
        controller = a_client("controller", usual.committee)
        reporter = a_client("reporter", usual.committee, a_unit(usual))
        with override_settings(ROOT_URLCONF="tests.bench.empty_urls", SECONDS_PAGES_ARE_KEPT=0):
            for name, client, address in (
                ("entry page of a unit, 40 goals", reporter, entry_of_a_unit(usual)),
                ("entry of one goal among 40", reporter, entry_of_a_goal(usual)),
                ("round's matrix, 40 goals", controller, f"/oversikt/{a_round(usual).pk}/"),
                ("plan's tree, 400 goals", a_client("controller", large.committee), a_plan_address(large)),
                (
                    "list of indicators, 4 000",
                    a_client("controller", large.committee),
                    a_plan_address(large, "indikatorer/"),
                ),
                (f"overview of a committee, {YEARS} years", Client(), f"/{old.slug}/"),
                ("public start page", Client(), "/"),
            ):
                waited(name, client, address, controller)


def waited(name, client, address, somebody):
    def ask():
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer

    def empty():
        assert somebody.get("/tom/").status_code == 200

    content = ask().content
    found = compared(ask, empty, clock=time.perf_counter, rounds=ROUNDS)
    compressed = len(gzip.compress(content, LEVEL))
    told = f"{queries_of(ask)} queries; {found}; {len(content)} bytes, {compressed} compressed"
    tell(Row("wait", name, "an empty page, signed in", "", told))


def an_old_committee():
    """Three reports a year of twelve goals and eight indicators, a plan for each four years."""
    from tests import builders  # noqa: PLC0415

    committee = builders.a_committee(name="Gammal nämnd")
    for year in range(2026 - YEARS, 2026):
        if (year - 2026) % 4 == 0:
            plan = builders.a_plan(committee, year_from=year, year_through=year + 3)
        for tertial in range(REPORTS_A_YEAR):
            a_version_of(plan, date(year, 4 * tertial + 4, 30), tertial)
    return committee


if __name__ == "__main__":
    main()
