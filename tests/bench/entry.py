"""Entry, measured: `python -m tests.bench.entry` tells rows of the database that the environment names.

Queries and milliseconds of one autosave and of the page of an answer at two sizes, bytes of that page, and fifty
reporters who write at once against a server process of its own: how many saves failed or got lost.
"""

import gzip
import http.client
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

from tests.bench.installation import HOST, installation, served
from tests.bench.rows import Row, tell

REPORTERS, SAVES, GOALS, FEW = 50, 10, 40, 4
INDICATORS_PER_GOAL = 3


def main():
    with installation():
        measured()


def measured():
    few, many = a_unit_with(FEW), a_unit_with(GOALS)
    lines = []
    for name, place in ((f"{FEW} goals", few), (f"{GOALS} goals", many)):
        lines += one_person(name, place)
    lines += together(many)
    for name, value in lines:
        tell(Row("", name, "", "", str(value)))


def a_unit_with(goals):
    """A round with so many goals, and a reporter of its unit: (address of the first goal, user)."""
    from followup.core.choices import Role  # noqa: PLC0415
    from tests import builders  # noqa: PLC0415

    committee = builders.a_committee()
    unit = builders.a_unit(committee, "AFI")
    plan = builders.a_plan(committee)
    builders.a_level(plan)
    made = [builders.a_goal(plan) for _number in range(goals)]
    for goal in made:
        for _number in range(INDICATORS_PER_GOAL):
            builders.a_measurement(builders.an_indicator(goal, unit_of_measure="%", units=[unit]), "2016", unit=unit)
    round = builders.a_round(plan)
    user = builders.a_member(f"anna-{goals}", Role.REPORTER, committee, unit)
    return f"/rapportera/{round.pk}/{unit.pk}/mal/{made[0].pk}/", user


def one_person(name, place):
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    address, user = place
    client = Client()
    client.force_login(user)

    def seen(act):
        act(0)
        with CaptureQueriesContext(connection) as queries:
            act(1)
        return len(queries), 1000 * statistics.median(timed(act, number) for number in range(2, 9))

    def save(number):
        data = {"comment": f"Text {number}", "version": str(number)}
        assert client.post(address, data, headers={"HX-Request": "true"}).status_code == 200

    body = client.get(address).content
    page_queries, page_time = seen(lambda _number: client.get(address))
    save_queries, save_time = seen(save)
    return [
        (f"page of an answer, {name}: queries", page_queries),
        (f"page of an answer, {name}: ms", f"{page_time:.1f}"),
        (f"page of an answer, {name}: bytes", f"{len(body)} ({len(gzip.compress(body))} compressed)"),
        (f"autosave, {name}: queries", save_queries),
        (f"autosave, {name}: ms", f"{save_time:.1f}"),
    ]


def timed(act, number):
    start = time.perf_counter()
    act(number)
    return time.perf_counter() - start


def together(place):
    """Fifty people, each on a unit of their own, save ten times as fast as they can."""
    from reports.models import Assessment  # noqa: PLC0415

    people = reporters(place)
    with served(port := 8987):
        start = time.perf_counter()
        with ThreadPoolExecutor(REPORTERS) as pool:
            times = [each for found in pool.map(lambda person: write(port, *person), people) for each in found]
        took = time.perf_counter() - start
    last = f"<p>Text {SAVES}</p>"
    kept = Assessment.objects.filter(comment=last, version=SAVES, unit__code__startswith="E").count()
    ok = [seconds for seconds in times if seconds is not None]
    return [
        (f"{REPORTERS} at once × {SAVES} saves: failed", len(times) - len(ok)),
        (f"{REPORTERS} at once: lost (of {REPORTERS} answers)", REPORTERS - kept),
        (f"{REPORTERS} at once: saves a second", f"{len(ok) / took:.0f}"),
        (
            f"{REPORTERS} at once: ms a save, median and 95th of 100",
            f"{1000 * statistics.median(ok):.0f}, {1000 * sorted(ok)[int(len(ok) * 0.95)]:.0f}",
        ),
    ]


def reporters(place):
    from django.test import Client  # noqa: PLC0415

    from followup.core.choices import Role  # noqa: PLC0415
    from reports.models import Round  # noqa: PLC0415
    from tests import builders  # noqa: PLC0415

    round_id, goal_id = re.findall(r"\d+", place[0])[0], re.findall(r"\d+", place[0])[2]
    committee = Round.objects.get(pk=round_id).committee
    people = []
    for number in range(REPORTERS):
        unit = builders.a_unit(committee, f"E{number}")
        client = Client()
        client.force_login(builders.a_member(f"person-{number}", Role.REPORTER, committee, unit))
        address = f"/rapportera/{round_id}/{unit.pk}/mal/{goal_id}/"
        people.append((address, client.cookies["sessionid"].value))
    return people


def write(port, address, session):
    """Seconds of each save, None for one that failed."""
    connection = http.client.HTTPConnection(HOST, port, timeout=120)
    connection.request("GET", address, headers={"Cookie": f"sessionid={session}"})
    answer = connection.getresponse()
    body = answer.read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', body)[1]
    cookie = re.search(r"csrftoken=(\w+)", answer.headers["Set-Cookie"])[1]
    headers = {
        "Cookie": f"sessionid={session}; csrftoken={cookie}",
        "Content-Type": "application/x-www-form-urlencoded",
        "HX-Request": "true",
    }
    found = []
    for number in range(SAVES):
        data = urlencode({"csrfmiddlewaretoken": token, "comment": f"Text {number + 1}", "version": number})
        start = time.perf_counter()
        connection.request("POST", address, data, headers)
        answer = connection.getresponse()
        answer.read()
        found.append(time.perf_counter() - start if answer.status == 200 else None)
    return found


if __name__ == "__main__":
    main()
