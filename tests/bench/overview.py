"""The readers' overview, measured: `python -m tests.bench.overview` tells rows of the environment's database.

Queries and milliseconds of a municipality's page and of a committee's, with the published reports of that municipality
alone in the database, and with those of a hundred. Each municipality has four committees with six reports of twelve
goals and eight indicators.
"""

import time
from datetime import date

from tests.bench.installation import installation
from tests.bench.loading import analyse
from tests.bench.rows import Row, tell

OTHERS, COMMITTEES, REPORTS, GOALS, INDICATORS, TIMES = 99, 4, 6, 12, 8, 30
MARKS = ("achieved", "partly_achieved", "not_achieved")


def main():
    with installation():
        first = a_municipality_with_reports()
        pages = {"a municipality": f"/kommun/{first.pk}/", "a committee": f"/{first.committees.first().slug}/"}
        alone = {name: page(address) for name, address in pages.items()}
        for _number in range(OTHERS):
            a_municipality_with_reports()
        analyse()
        for name, address in pages.items():
            (few, before), (many, after) = alone[name], page(address)
            told = f"{few} and {many} queries; {before:.1f} and {after:.1f} ms, × {after / before:.2f}"
            job = f"overview of {name}, among {OTHERS} other municipalities"
            tell(
                Row(
                    "9",
                    job,
                    "alone in the database",
                    "queries equal; ≤ 1.2",
                    told,
                    few == many and after / before <= 1.2,
                )
            )


def a_municipality_with_reports():
    from tests import builders  # noqa: PLC0415

    municipality = builders.a_municipality()
    for _number in range(COMMITTEES):
        plan = builders.a_plan(builders.a_committee(municipality=municipality))
        for report in range(REPORTS):
            a_version_of(plan, date(2016 + report // 3, 4 * (report % 3) + 4, 30), report)
    return municipality


def a_version_of(plan, as_of, number):
    """A published version; `number` decides how its goals are judged."""
    from tests.versions import a_version, figure, told_goal, told_indicator  # noqa: PLC0415

    goals = [
        told_goal(f"m{goal}", own=MARKS[(goal + number) % 3], units=[("AFI", "achieved")]) for goal in range(GOALS)
    ]
    indicators = [
        told_indicator(f"i{each}", *(figure(str(2010 + year), 50 + year + each) for year in range(REPORTS)))
        for each in range(INDICATORS)
    ]
    a_version(plan, as_of, *goals, *indicators)


def page(address):
    """Queries, and the milliseconds of the quickest of thirty: the two sizes cannot be measured in turn, and what
    disturbs a measurement only ever adds to it."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client()
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    number = len(queries)
    times = []
    for _number in range(TIMES):
        start = time.perf_counter()
        client.get(address)
        times.append(1000 * (time.perf_counter() - start))
    return number, min(times)


if __name__ == "__main__":
    main()
