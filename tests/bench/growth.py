"""Growth: `python -m tests.bench.growth` tells rows of the database that the environment names.

What people wait for, with 0, 9 and 99 municipalities more in the database than their own. Each has a committee with
a plan of three years and five published reports. `python -m tests.bench.growth there` measures the first municipality
of a database that `manage.py make_bench_data` has filled, once.

Of each the queries, and the sizes in turn: a copy of the database is kept at each. CPU time on SQLite, wall time where
a server works along. What is kept for readers is made anew each time. The slope is that of the straight line through
the three medians in a logarithmic chart: 0 is no growth at all, 1 is twice the time for twice the data.
"""

import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tests.bench.copies import copies
from tests.bench.installation import installation
from tests.bench.loading import analyse
from tests.bench.made import a_client, a_typist, queries_of
from tests.bench.rows import Row, in_turn, median_of, of_pairs, seconds, tell

SIZES = (1, 10, 100)
YEARS, SEED = 3, 1
ROUNDS, FEW_ROUNDS = 15, 3
BOUND = 1.2
"""As row 9: the time at the largest size against that alone."""
WORD = "sjukfrånvaron"


@dataclass(frozen=True)
class Waited:
    """One thing that people wait for. `grows`: it shows or reads through what belongs to others, by its nature."""

    name: str
    act: Callable[[], object]
    grows: bool = False
    rounds: int = ROUNDS


def main():
    if sys.argv[1:] == ["there"]:
        there()
        return
    with installation(), copies() as sizes:
        from django.test import override_settings

        things = grown(sizes)
        with override_settings(SECONDS_PAGES_ARE_KEPT=0):
            for each in things:
                tell(row(sizes, *each))


def there():
    """Rows of one size."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")
    os.environ.setdefault("ALLOWED_HOSTS", "testserver")
    django.setup()
    from goals.models import Plan

    for each in waited_for(Plan.objects.filter(rounds__state="open").order_by("pk").first()):
        took = median_of(each.act, clock=clock_of_the_database(), rounds=each.rounds)
        tell(Row("", each.name, "", "", f"{queries_of(each.act)} queries; {seconds(took)}", figures=(took,)))


def grown(sizes):
    """A copy at each size, and of each thing what it is at the sizes, in their order."""
    from goals.models import Plan
    from reports.bench_data.amounts import NAMES
    from reports.bench_data.book import Shape
    from reports.bench_data.cloning import clone, marks
    from reports.bench_data.municipality import Extent, make_municipality

    since = marks()
    extent = Extent(committees=1, years=YEARS, seed=SEED, shape=Shape())
    for _made in make_municipality(NAMES.name, NAMES.code, extent):
        pass
    until = marks()
    plan = Plan.objects.get()
    things = []
    for before, size in zip((1, *SIZES), SIZES, strict=False):
        for _made in clone(since, until=until, first=before, copies=size - before, names=NAMES):
            pass
        analyse()
        sizes.keep(size)
        with sizes.at(size):
            things.append(waited_for(plan))
    return list(zip(*things, strict=True))


def waited_for(plan):
    """Of the plan's committee, in its round that is open and its newest published report."""
    from reports.build.gather import gather
    from reports.models import Publication, Report

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
        Waited("preview of a section", previewed(controller, report)),
        Waited("publish a report", published(newest.report), rounds=FEW_ROUNDS),
        Waited("overview of a committee", page(reader, f"/{committee.slug}/")),
        Waited("goals of a committee", page(reader, f"/{committee.slug}/mal/")),
        Waited("indicators of a committee", page(reader, f"/{committee.slug}/indikatorer/")),
        Waited("a published report", page(reader, f"/{committee.slug}/{newest.slug}/")),
        Waited("public start page", page(signed_out(), "/"), grows=True),
        Waited(f"search for {WORD}", page(signed_out(), f"/sok/?q={WORD}"), grows=True),
    ]


def signed_out():
    from django.test import Client

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


def previewed(client, report):
    """Of the goals with their answers: each time another word stands before them."""
    section = report.sections.filter(kind="goal_follow_up").first()
    address, words = f"/rapporter/{report.pk}/avsnitt/{section.pk}/forhandsvisa/", count(1)
    fields = {"title": section.title, "level": section.level, "kind": section.kind}

    def show():
        text = f"Text {next(words)}."
        answer = client.post(address, fields | {"content": text}).content.decode()
        assert text in answer, answer

    return show


def published(report):
    from followup.core.access import COMMAND_LINE
    from reports.choices import Audience
    from reports.commands.publishing import publish

    return lambda: publish(
        report=report, audience=Audience.PUBLIC, change_note="Rättad.", accept_warnings=True, by=COMMAND_LINE
    )


def clock_of_the_database():
    from django.db import connection

    return time.process_time if connection.vendor == "sqlite" else time.perf_counter


def row(sizes, *at_sizes):
    """Of one thing, as it is at each size."""
    acts = [sizes.inside(size, each.act) for size, each in zip(SIZES, at_sizes, strict=True)]
    rounds = in_turn(acts, clock=clock_of_the_database(), rounds=at_sizes[0].rounds)
    ratio = of_pairs([(times[-1], times[0]) for times in rounds]).ratio
    medians = [statistics.median(times) for times in zip(*rounds, strict=True)]
    queries = []
    for size, each in zip(SIZES, at_sizes, strict=True):
        with sizes.at(size):
            queries.append(queries_of(each.act))
    told = (
        f"{', '.join(map(str, queries))} queries; {', '.join(map(seconds, medians))}; × {ratio:.2f}, "
        f"slope {slope(SIZES, medians):.2f}"
    )
    name, grows = at_sizes[0].name, at_sizes[0].grows
    is_met = len(set(queries)) == 1 and (grows or ratio <= BOUND)
    target = "queries equal" if grows else f"queries equal; ≤ {BOUND}"
    floor = "itself alone (1 ×), then among 10 × and 100 × as much"
    return Row("growth", name, floor, target, told, is_met, figures=medians)


def slope(sizes, times):
    """Of the line of least squares through the logarithms."""
    across, up = [math.log(size) for size in sizes], [math.log(time) for time in times]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    paired = zip(across, up, strict=True)
    return sum((x - middle) * (y - height) for x, y in paired) / sum((x - middle) ** 2 for x in across)


if __name__ == "__main__":
    main()
