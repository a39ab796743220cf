"""Autosave of one answer, measured: row 13. Wall time, through the whole stack of middleware on both sides.

What is measured is the save that happens every few seconds: a text typed on in an answer that is stored. Beginning and
ending a transaction are no queries. The floor is an empty view behind the same sign-in, sent the same form, which
writes one row and one of its history through the driver.
"""

import time
from urllib.parse import urlencode

from tests.bench.installation import installation
from tests.bench.made import FORM, a_client, a_committee, a_typist, queries_of
from tests.bench.rows import Row, compared, tell
from tests.sent_fields import fields_in

TIMES = 60


def main():
    with installation():
        plan = a_committee(units=1)
        unit = plan.committee.units.get()
        round = plan.rounds.get(state="open")
        goal = plan.goals.filter(children=None).first()
        client = a_client("reporter", plan.committee, unit)
        address = f"/rapportera/{round.pk}/{unit.pk}/mal/{goal.pk}/"
        autosave(client, address, round, goal, unit)


def autosave(client, address, round, goal, unit):
    from django.test import override_settings

    from reports.models import Assessment

    Assessment.objects.filter(round=round, goal=goal, unit=unit).delete()
    ours = a_typist(client, address)
    for _until_nothing_else_is_new in range(3):
        ours()
    queries = queries_of(ours)
    sent = urlencode(fields_in(client.get(address).content.decode()))
    with override_settings(ROOT_URLCONF="tests.bench.floor_urls"):
        assert client.post("/golv/", sent, FORM).status_code == 204

    def floor():
        assert client.post("/golv/", sent, FORM).status_code == 204

    def behind_the_floor(act):
        def call():
            with override_settings(ROOT_URLCONF="tests.bench.floor_urls"):
                act()

        return call

    found = compared(ours, behind_the_floor(floor), clock=time.perf_counter, rounds=TIMES)
    told = f"{queries} queries; {found}"
    floor_words = "one UPDATE and one history INSERT through the driver, behind an empty view"
    tell(
        Row(
            "13", "autosave of one assessment", floor_words, "≤ 6 queries; ≤ 2", told, queries <= 6 and found.ratio <= 2
        )
    )


if __name__ == "__main__":
    main()
