"""The readers' overview, measured: `python -m tests.bench.overview` tells rows of the environment's database.

Queries and wall time of a municipality's page and of a committee's, with the published reports of that municipality
alone in the database, in turn with the same among those of a hundred. Each municipality has four committees with six
reports of twelve goals and eight indicators. What is kept for readers is made anew each time.
"""

import time
from datetime import date

from tests.bench.copies import copies
from tests.bench.installation import installation
from tests.bench.loading import analyse
from tests.bench.made import queries_of
from tests.bench.rows import Row, compared, tell

OTHERS, COMMITTEES, REPORTS, GOALS, INDICATORS, ROUNDS = 99, 4, 6, 12, 8, 15
MARKS = ("achieved", "partly_achieved", "not_achieved")


def main():
    with installation(), copies() as sizes:
        from django.test import override_settings

        first = a_municipality_with_reports()
        analyse()
        sizes.keep("alone")
        for _number in range(OTHERS):
            a_municipality_with_reports()
        analyse()
        sizes.keep("among")
        with override_settings(SECONDS_PAGES_ARE_KEPT=0):
            among_and_alone(sizes, "a municipality", f"/kommun/{first.pk}/")
            among_and_alone(sizes, "a committee", f"/{first.committees.first().slug}/")


def among_and_alone(sizes, name, address):
    from django.test import Client

    client = Client()

    def ask():
        assert client.get(address).status_code == 200

    among, alone = (sizes.inside(size, ask) for size in ("among", "alone"))
    found = compared(among, alone, clock=time.perf_counter, rounds=ROUNDS)
    with sizes.at("alone"):
        few = queries_of(ask)
    with sizes.at("among"):
        many = queries_of(ask)
    job, told = f"overview of {name}, among {OTHERS} other municipalities", f"{few} and {many} queries; {found}"
    is_met = few == many and found.ratio <= 1.2
    tell(Row("9", job, "alone in the database", "queries equal; ≤ 1.2", told, is_met))


def a_municipality_with_reports():
    from tests import builders

    municipality = builders.a_municipality()
    for _number in range(COMMITTEES):
        plan = builders.a_plan(builders.a_committee(municipality=municipality))
        for report in range(REPORTS):
            a_version_of(plan, date(2016 + report // 3, 4 * (report % 3) + 4, 30), report)
    return municipality


def a_version_of(plan, as_of, number):
    """A published version; `number` decides how its goals are judged."""
    from tests.versions import a_version, figure, told_goal, told_indicator

    goals = [
        told_goal(f"m{goal}", own=MARKS[(goal + number) % 3], units=[("AFI", "achieved")]) for goal in range(GOALS)
    ]
    indicators = [
        told_indicator(f"i{each}", *(figure(str(2010 + year), 50 + year + each) for year in range(REPORTS)))
        for each in range(INDICATORS)
    ]
    a_version(plan, as_of, *goals, *indicators)


if __name__ == "__main__":
    main()
