"""Reporters, each on a unit of their own, who save what they type against a server process."""

import http.client
import re
import time
from urllib.parse import urlencode

from tests.bench.installation import HOST
from tests.sent_fields import fields_in, hidden_fields_in

REPORTERS = 50
INDICATORS_PER_GOAL = 3


def a_unit_with(goals):
    """A round with so many goals, and a reporter of its unit: (address of the first goal, user)."""
    from followup.core.choices import Role
    from tests import builders

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


def reporters(place):
    """Fifty: for each the address of an answer and a session."""
    from django.test import Client

    from followup.core.choices import Role
    from reports.models import Round
    from tests import builders

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


class Form:
    """The page of an answer, open in somebody's browser."""

    def __init__(self, port, address, session):
        self.address = address
        self.connection = http.client.HTTPConnection(HOST, port, timeout=120)
        self.connection.request("GET", address, headers={"Cookie": f"sessionid={session}"})
        answer = self.connection.getresponse()
        body = answer.read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', body)[1]
        self.fields = fields_in(body) | {"csrfmiddlewaretoken": token}
        self.saves = 0
        cookie = re.search(r"csrftoken=(\w+)", answer.headers["Set-Cookie"])[1]
        self.headers = {
            "Cookie": f"sessionid={session}; csrftoken={cookie}",
            "Content-Type": "application/x-www-form-urlencoded",
            "HX-Request": "true",
        }

    def save(self):
        """Seconds, or None where it was not taken."""
        data = urlencode(self.fields | {"comment": f"Text {self.saves + 1}"})
        start = time.perf_counter()
        try:
            self.connection.request("POST", self.address, data, self.headers)
            answer = self.connection.getresponse()
            body = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return None
        if answer.status != 200:
            return None
        self.fields |= hidden_fields_in(body)
        self.saves += 1
        return time.perf_counter() - start
