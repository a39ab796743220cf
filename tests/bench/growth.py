"""Growth: `python -m tests.bench.growth` tells rows of the database that the environment names.

What people wait for, with 0, 9 and 99 municipalities more in the database than their own. Each has a committee with
a plan of three years and five published reports. `python -m tests.bench.growth there` measures the first municipality
of a database that `manage.py make_bench_data` has filled, once.

Of each the queries and the quickest of some calls, as CPU time on SQLite and as wall time where a server works along:
the sizes cannot be measured in turn, and what disturbs a call only ever adds to it. The slope is that of the straight
line through the three in a logarithmic chart: 0 is no growth at all, 1 is twice the time for twice the data.
"""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.installation import installation
from tests.bench.loading import analyse
from tests.bench.made import a_client, a_typist, queries_of
from tests.bench.rows import Row, seconds, tell, timed

SIZES = (1, 10, 100)
YEARS, SEED = 3, 1
CALLS, AT_MOST = 20, 5.0
"""Calls of one thing, and the seconds after which no more are made."""
BOUND = 1.2
"""As row 9: the time at the largest size against that alone."""
WORD = "sjukfrånvaron"


@dataclass(frozen=True)
class Waited:
    """One thing that people wait for. `grows`: it shows or reads through what belongs to others, by its nature."""

    name: str
    act: Callable[[], object]
    grows: bool = False


def main():
    if sys.argv[1:] == ["there"]:
        there()
        return
    with installation():
        found = grown()
    for name, grows, seen in found:
        tell(row(name, grows, seen))


def there():
    """Rows of one size."""
    import os  # noqa: PLC0415

    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")
    os.environ.setdefault("ALLOWED_HOSTS", "testserver")
    django.setup()
    from goals.models import Plan  # noqa: PLC0415

    for each in waited_for(Plan.objects.filter(rounds__state="open").order_by("pk").first()):
        queries, best = seen_of(each)
        tell(Row("", each.name, "", "", f"{queries} queries; {seconds(best)}", figures=(best,)))


def grown():
    """Of each thing its name, whether it grows, and queries and seconds at each size."""
    from goals.models import Plan  # noqa: PLC0415
    from reports.bench_data.amounts import NAMES  # noqa: PLC0415
    from reports.bench_data.book import Shape  # noqa: PLC0415
    from reports.bench_data.cloning import clone, marks  # noqa: PLC0415
    from reports.bench_data.municipality import Extent, make_municipality  # noqa: PLC0415

    since = marks()
    extent = Extent(committees=1, years=YEARS, seed=SEED, shape=Shape())
    for _made in make_municipality(NAMES.name, NAMES.code, extent):
        pass
    until = marks()
    things = waited_for(Plan.objects.get())
    seen = [[] for _each in things]
    for before, size in zip((1, *SIZES), SIZES, strict=False):
        for _made in clone(since, until=until, first=before, copies=size - before, names=NAMES):
            pass
        analyse()
        for place, each in enumerate(things):
            seen[place].append(seen_of(each))
    return [(each.name, each.grows, found) for each, found in zip(things, seen, strict=True)]


def waited_for(plan):
    """Of the plan's committee, in its round that is open and its newest published report."""
    from reports.build.gather import gather  # noqa: PLC0415
    from reports.models import Publication, Report  # noqa: PLC0415

    committee, round = plan.committee, plan.rounds.get(state="open")
    unit = committee.units.order_by("position", "pk").first()
    goal = plan.goals.filter(children=None).order_by("pk").first()
    report = Report.objects.select_related("plan", "committee__municipality", "round").get(round=round)
    newest = Publication.objects.filter(committee=committee).order_by("-as_of", "-pk").first()
    reporter, controller = a_client("reporter", committee, unit), a_client("controller", committee)
    reader = a_client("reader", committee)
    answer = f"/rapportera/{round.pk}/{unit.pk}/mal/{goal.pk}/"
    of_plan = f"/planer/{committee.slug}/{plan.slug}/"
    return [
        Waited("entry page of a unit", page(reporter, f"/rapportera/{round.pk}/{unit.pk}/")),
        Waited("entry of one goal", page(reporter, answer)),
        Waited("autosave of one answer", typed(reporter, answer)),
        Waited("round's matrix", page(controller, f"/oversikt/{round.pk}/")),
        Waited("plan's tree", page(controller, of_plan)),
        Waited("list of indicators", page(controller, f"{of_plan}indikatorer/")),
        Waited("load a report's data", lambda: gather(report)),
        Waited("overview of a committee", page(reader, f"/{committee.slug}/")),
        Waited("a published report", page(reader, f"/{committee.slug}/{newest.slug}/")),
        Waited("public start page", page(signed_out(), "/"), grows=True),
        Waited(f"search for {WORD}", page(signed_out(), f"/sok/?q={WORD}"), grows=True),
    ]


def signed_out():
    from django.test import Client  # noqa: PLC0415

    return Client()


def page(client, address):
    def ask():
        answer = client.get(address)
        assert answer.status_code == 200, (answer.status_code, address)

    return ask


def typed(client, address):
    save = a_typist(client, address)
    for _until_nothing_else_is_new in range(3):
        save()
    return save


def seen_of(each):
    """Queries, and seconds of the quickest call after one that is not counted."""
    each.act()
    queries = queries_of(each.act)
    times = []
    clock = clock_of_the_database()
    while len(times) < CALLS and sum(times) < AT_MOST:
        times.append(timed(each.act, clock))
    return queries, min(times)


def clock_of_the_database():
    from django.db import connection  # noqa: PLC0415

    return time.process_time if connection.vendor == "sqlite" else time.perf_counter


def row(name, grows, seen):
    queries = [number for number, _best in seen]
    times = [best for _number, best in seen]
    ratio = times[-1] / times[0]
    told = (
        f"{', '.join(map(str, queries))} queries; {', '.join(map(seconds, times))}; × {ratio:.2f}, "
        f"slope {slope(SIZES, times):.2f}"
    )
    is_met = len(set(queries)) == 1 and (grows or ratio <= BOUND)
    target = "queries equal" if grows else f"queries equal; ≤ {BOUND}"
    floor = "itself alone (1 ×), then among 10 × and 100 × as much"
    return Row("growth", name, floor, target, told, is_met, figures=times)


def slope(sizes, times):
    """Of the line of least squares through the logarithms."""
    across, up = [math.log(size) for size in sizes], [math.log(time) for time in times]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    paired = zip(across, up, strict=True)
    return sum((x - middle) * (y - height) for x, y in paired) / sum((x - middle) ** 2 for x in across)


if __name__ == "__main__":
    main()
