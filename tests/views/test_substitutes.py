"""`/rapportera/ersattare/`: letting a colleague report for one's unit."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from followup.core.models import Membership
from reports.views.substitutes.lent import own_substitutions
from tests.builders import a_member, a_substitution, a_unit

LIST = "/rapportera/ersattare/"


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2017-09-05 12:00:00+02:00")


@pytest.fixture
def own(world):
    return f"{LIST}{world.afi.pk}/"


def words(response):
    return " ".join(response.content.decode().split())


def test_who_has_one_unit_comes_to_its_page(client, cast, own):
    client.force_login(cast.reporter)
    response = client.get(LIST)
    assert (response.status_code, response["Location"]) == (302, own)


def test_a_controller_chooses_among_the_units_and_sees_who_stands_in(client, cast, world, own):
    a_substitution(world.afi, cast.reader, valid_through=date(2017, 9, 12))
    client.force_login(cast.controller)
    page = words(client.get(LIST))
    assert own in page
    assert "Reader till och med 12 september 2017" in page
    assert page.count("ingen ersättare") == 1


def test_who_may_not_appoint_is_told_why(client, cast):
    client.force_login(cast.reader)
    assert "Du rapporterar inte tills vidare för någon enhet" in words(client.get(LIST))


def test_a_colleague_is_appointed_and_ended(client, cast, own, world):
    client.force_login(cast.reporter)
    chosen = {"person": cast.reader.pk, "valid_from": "2017-09-06", "valid_through": "2017-09-12"}
    page = words(client.post(own, chosen, follow=True))
    assert "Reader kan svara för AFI till och med 12 september 2017." in page
    assert "från 6 september 2017 till och med 12 september 2017" in page
    row = Membership.objects.get(user=cast.reader, unit=world.afi)
    page = words(client.post(f"{own}{row.pk}/avsluta/", follow=True))
    assert "Reader är inte längre ersättare i AFI." in page
    assert "Ingen ersätter i enheten." in page


def test_only_colleagues_are_named(client, cast, own):
    client.force_login(cast.reporter)
    page = words(client.get(own))
    for user in (cast.reader, cast.other_reporter, cast.approver):
        assert f'<option value="{user.pk}">' in page
    for user in (cast.outsider, cast.superuser, cast.reporter, cast.controller):
        assert f'<option value="{user.pk}">' not in page
    assert client.post(own, {"person": cast.outsider.pk}).status_code == 422


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"person": ""}, "Välj en kollega."),
        ({"valid_through": ""}, "Ange en dag."),
        ({"valid_through": "2017-09-01"}, "Sista dagen kan inte vara före den första."),
    ],
)
def test_what_was_chosen_stays_when_it_is_refused(client, cast, own, changes, said):
    client.force_login(cast.reporter)
    chosen = {"person": cast.reader.pk, "valid_from": "2017-09-06", "valid_through": "2017-09-12"} | changes
    response = client.post(own, chosen)
    assert response.status_code == 422
    assert said in words(response)
    assert 'value="2017-09-06"' in words(response)


def test_another_units_substitute_is_not_found_at_ones_own(client, cast, own, world):
    row = a_substitution(world.ifo, cast.reader)
    lasting = cast.reporter.memberships.get()
    client.force_login(cast.reporter)
    for pk in (row.pk, lasting.pk):
        assert client.post(f"{own}{pk}/avsluta/").status_code == 404


def test_the_first_page_says_where_one_stands_in_while_it_lasts(cast, world):
    a_substitution(world.ifo, cast.reader, valid_through=date(2017, 9, 12))
    found = own_substitutions(cast.reader, date(2017, 9, 12))
    assert found.sentences == ("Du ersätter i IFO till och med 12 september 2017.",)
    assert not found.may_appoint
    assert found.sentences[0] in render_to_string("reports/substitutes/_own.html", {"own": found})
    assert own_substitutions(cast.reader, date(2017, 9, 13)).sentences == ()
    mine = own_substitutions(cast.reporter, date(2017, 9, 12))
    assert (mine.sentences, mine.may_appoint) == ((), True)
    assert LIST in render_to_string("reports/substitutes/_own.html", {"own": mine})


@pytest.mark.parametrize("units", [2, 12])
def test_the_list_costs_the_same_with_many_units(client, cast, world, units, django_assert_max_num_queries):
    for number in range(units):
        unit = a_unit(world.committee, f"E{number}")
        a_substitution(unit, a_member(f"kollega{number}", "reader", world.committee))
    client.force_login(cast.controller)
    with django_assert_max_num_queries(6):
        client.get(LIST)
