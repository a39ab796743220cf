"""Pages that people wait for at the sizes they may have, against an empty page of the site that one is signed in to.

Queries, wall time of the server in turn with the empty page's, and bytes as they are and as they are sent, compressed.
What is kept for readers who are not signed in is made anew each time.
"""

import gzip
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

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
        from django.test import override_settings

        places = places_waited_for()
        somebody = places[0].client
        with override_settings(ROOT_URLCONF="tests.bench.empty_urls", SECONDS_PAGES_ARE_KEPT=0):
            for place in places:
                waited(place, somebody)


@dataclass(frozen=True)
class Place:
    """A page, and the client of somebody who may see it."""

    name: str
    client: Any
    address: str


def places_waited_for():
    """The first is one that somebody is signed in to."""
    from django.test import Client

    usual, large, old = a_committee("Nämnd 40", **shape(10)), a_committee("Nämnd 400", **LARGE), an_old_committee()
    reporter = a_client("reporter", usual.committee, a_unit(usual))
    usual_controller, large_controller = (a_client("controller", plan.committee) for plan in (usual, large))
    return [
        Place("entry page of a unit, 40 goals", reporter, entry_of_a_unit(usual)),
        Place("entry of one goal among 40", reporter, entry_of_a_goal(usual)),
        Place("round's matrix, 40 goals", usual_controller, f"/oversikt/{a_round(usual).pk}/"),
        Place("plan's tree, 400 goals", large_controller, a_plan_address(large)),
        Place("list of indicators, 4 000", large_controller, a_plan_address(large, "indikatorer/")),
        Place(f"overview of a committee, {YEARS} years", Client(), f"/{old.slug}/"),
        Place("public start page", Client(), "/"),
    ]


def waited(place, somebody):
    def ask():
        answer = place.client.get(place.address)
        assert answer.status_code == 200, place.address
        return answer

    def empty():
        assert somebody.get("/tom/").status_code == 200

    content = ask().content
    found = compared(ask, empty, clock=time.perf_counter, rounds=ROUNDS)
    compressed = len(gzip.compress(content, LEVEL))
    told = f"{queries_of(ask)} queries; {found}; {len(content)} bytes, {compressed} compressed"
    tell(Row("wait", place.name, "an empty page, signed in", "", told))


def an_old_committee():
    """Three reports a year of twelve goals and eight indicators, a plan for each four years."""
    from tests import builders

    committee = builders.a_committee(name="Gammal nämnd")
    for year in range(2026 - YEARS, 2026):
        if (year - 2026) % 4 == 0:
            plan = builders.a_plan(committee, year_from=year, year_through=year + 3)
        for tertial in range(REPORTS_A_YEAR):
            a_version_of(plan, date(year, 4 * tertial + 4, 30), tertial)
    return committee


if __name__ == "__main__":
    main()
