"""Pages of one's own are sent compressed, by a length that tells nothing; files and what others share are not."""

import gzip

import pytest
from django.urls import reverse

from tests.builders import a_goal

GZIP = {"Accept-Encoding": "gzip"}


@pytest.fixture
def plan_page(client, world, cast):
    for _number in range(20):
        a_goal(world.plan)
    client.force_login(cast.controller)
    return reverse("reports:plan", args=[world.committee.slug, world.plan.slug])


def test_a_page_of_ones_own_is_compressed(client, plan_page):
    plain, sent = client.get(plan_page), client.get(plan_page, headers=GZIP)
    assert "Content-Encoding" not in plain
    assert sent["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in sent["Vary"]
    assert len(sent.content) < len(plain.content) / 4
    assert b"<h1" in gzip.decompress(sent.content)


def test_its_length_differs_from_time_to_time(client, plan_page):
    assert len({len(client.get(plan_page, headers=GZIP).content) for _time in range(12)}) > 2


def test_a_file_is_sent_as_it_is(client, world, cast):
    client.force_login(cast.controller)
    answer = client.get(reverse("reports:plan_template"), headers=GZIP)
    assert "Content-Encoding" not in answer
    assert answer.getvalue().startswith(b"PK")


def test_what_nobody_has_signed_in_for_is_not_compressed_for_each(client, world):
    assert "Content-Encoding" not in client.get("/logga-in/", headers=GZIP)
