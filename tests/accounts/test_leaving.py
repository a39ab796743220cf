"""Those who have left."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from followup.accounts.commands.group_roles import follow_groups
from followup.accounts.commands.leaving import away_since, end_account
from followup.accounts.models import BrowserSession, GroupRole
from followup.core.faults import CommandRefused, NotAllowed
from followup.core.models import AuditEvent, User
from tests.accounts.signing_in import a_totp, is_signed_in, kinds_of, sign_in
from tests.builders import a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(client, cast):
    client.force_login(cast.superuser)
    return client


def long_ago(months=13):
    return timezone.now() - timedelta(days=30 * months)


def test_an_ended_account_is_out_at_once_and_does_not_come_in(cast):
    browser = Client()
    sign_in(browser, "reporter")
    end_account(user=cast.reporter, by=cast.superuser)
    assert not is_signed_in(browser)
    assert not BrowserSession.objects.exists()
    sign_in(browser, "reporter")
    assert not is_signed_in(browser)
    assert AuditEvent.objects.filter(action="ended", object_id=str(cast.reporter.pk)).count() == 2


def test_opened_again_the_old_sessions_stay_ended(cast):
    browser = Client()
    sign_in(browser, "reporter")
    end_account(user=cast.reporter, by=cast.superuser)
    User.objects.filter(pk=cast.reporter.pk).update(is_active=True)
    assert not is_signed_in(browser)


def test_only_a_superuser_ends_accounts_and_never_the_last_one_nor_their_own(cast):
    with pytest.raises(NotAllowed):
        end_account(user=cast.reporter, by=cast.administrator)
    with pytest.raises(CommandRefused):
        end_account(user=cast.superuser, by=cast.superuser)
    other = a_user("other", is_superuser=True)
    end_account(user=cast.superuser, by=other)
    assert User.objects.filter(is_superuser=True, is_active=True).get() == other


def test_who_has_been_away(cast):
    User.objects.update(last_login=timezone.now())
    User.objects.filter(pk=cast.reader.pk).update(last_login=long_ago())
    User.objects.filter(pk=cast.approver.pk).update(last_login=None, date_joined=long_ago())
    User.objects.filter(pk=cast.auditor.pk).update(last_login=None)
    User.objects.filter(pk=cast.outsider.pk).update(last_login=long_ago(), is_active=False)
    assert set(away_since(long_ago(12))) == {cast.reader, cast.approver}


def test_the_admin_lists_them_and_ends_their_accounts(site, cast):
    User.objects.update(last_login=timezone.now())
    User.objects.filter(pk=cast.reader.pk).update(last_login=long_ago(4))
    address = "/admin/core/user/?borta=3"
    assert list(site.get(address).context["cl"].queryset) == [cast.reader]
    assert list(site.get("/admin/core/user/?borta=6").context["cl"].queryset) == []
    data = {"action": "end_accounts", "_selected_action": [cast.reader.pk]}
    assert "loggas ut med en gång" in site.post(address, data).content.decode()
    cast.reader.refresh_from_db()
    assert cast.reader.is_active
    assert "Ett konto är avslutat." in site.post(address, data | {"confirmed": "yes"}, follow=True).content.decode()
    cast.reader.refresh_from_db()
    assert not cast.reader.is_active


def test_only_those_that_were_open_are_counted_as_ended(site, cast):
    end_account(user=cast.reader, by=cast.superuser)
    chosen = [cast.reader.pk, cast.reporter.pk, cast.superuser.pk]
    data = {"action": "end_accounts", "_selected_action": chosen}
    asked = site.post("/admin/core/user/", data).content.decode()
    assert "Kontot är redan avslutat." in asked
    assert "Du kan inte avsluta ditt eget konto." in asked
    assert f'name="_selected_action" value="{cast.reporter.pk}"' in asked
    assert f'name="_selected_action" value="{cast.reader.pk}"' not in asked
    done = site.post("/admin/core/user/", data | {"confirmed": "yes"}, follow=True).content.decode()
    assert "Ett konto är avslutat." in done


def test_only_those_who_had_a_second_factor_are_counted(site, cast):
    for user in (cast.reader, cast.reporter):
        a_totp(user)
    data = {"action": "remove_second_factors", "_selected_action": [cast.reader.pk, cast.reporter.pk, cast.auditor.pk]}
    assert "2 personer får lägga till en ny" in site.post("/admin/core/user/", data, follow=True).content.decode()
    assert "0 personer får lägga till en ny" in site.post("/admin/core/user/", data, follow=True).content.decode()


def test_unticking_active_in_the_admin_ends_the_sessions(site, cast):
    browser = Client()
    sign_in(browser, "reader")
    address = f"/admin/core/user/{cast.reader.pk}/change/"
    form = site.get(address).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value and name not in ("is_active", "password")}
    inlines = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    assert site.post(address, data | inlines).status_code == 302
    cast.reader.refresh_from_db()
    assert not cast.reader.is_active
    assert not BrowserSession.objects.exists()


def test_the_command_line_ends_them(cast):
    User.objects.update(last_login=timezone.now())
    User.objects.filter(pk__in=[cast.reader.pk, cast.superuser.pk]).update(last_login=long_ago())
    said, complained = StringIO(), StringIO()
    call_command("end_accounts", months=12, dry_run=True, stdout=said)
    assert set(said.getvalue().split()) == {"reader", "superuser"}
    assert User.objects.filter(is_active=False).count() == 0
    call_command("end_accounts", months=12, stdout=said, stderr=complained)
    assert list(User.objects.filter(is_active=False)) == [cast.reader]
    for months in (0, -3):
        with pytest.raises(CommandError):
            call_command("end_accounts", months=months)
    assert list(User.objects.filter(is_active=False)) == [cast.reader]
    assert "enda systemförvaltaren" in complained.getvalue()
    assert AuditEvent.objects.filter(action="ended", actor_name="kommandoraden").exists()


def test_the_command_line_removes_a_lost_second_factor(cast):
    a_totp(cast.superuser)
    call_command("remove_second_factor", "superuser", stdout=StringIO())
    assert not kinds_of(cast.superuser)


# roles of groups


def roles_of(user):
    return sorted(user.memberships.values_list("unit__code", "role", "origin"), key=str)


def test_roles_follow_the_groups_and_those_by_hand_stay(cast, world):
    GroupRole.objects.create(group="a", committee=world.committee, unit=world.afi, role="reporter")
    GroupRole.objects.create(group="a", committee=world.committee, role="reader")
    GroupRole.objects.create(group="b", committee=world.committee, role="controller")
    user = a_user("anna")
    user.memberships.create(committee=world.committee, role="auditor")
    follow_groups(user=user, groups=frozenset({"a"}))
    follow_groups(user=user, groups=frozenset({"a"}))
    mine = [(None, "auditor", "by_hand"), (None, "reader", "group"), ("AFI", "reporter", "group")]
    assert roles_of(user) == sorted(mine, key=str)
    follow_groups(user=user, groups=frozenset({"b", "unknown"}))
    assert roles_of(user) == [(None, "auditor", "by_hand"), (None, "controller", "group")]
    follow_groups(user=user, groups=frozenset())
    assert roles_of(user) == [(None, "auditor", "by_hand")]


def test_a_role_by_hand_is_not_given_twice_and_is_not_taken(cast, world):
    GroupRole.objects.create(group="a", committee=world.committee, role="reader")
    follow_groups(user=cast.reader, groups=frozenset({"a"}))
    follow_groups(user=cast.reader, groups=frozenset())
    assert roles_of(cast.reader) == [(None, "reader", "by_hand")]


def test_a_role_by_hand_that_has_ended_makes_way(cast, world):
    GroupRole.objects.create(group="a", committee=world.committee, role="reader")
    cast.reader.memberships.update(valid_from="2017-01-01", valid_through="2017-02-01")
    follow_groups(user=cast.reader, groups=frozenset({"a"}))
    item = cast.reader.memberships.get()
    assert (item.origin, item.valid_from, item.valid_through) == ("group", None, None)


def test_what_a_group_gives_is_not_changed_in_the_admin(client, cast, world):
    GroupRole.objects.create(group="a", committee=world.committee, role="approver")
    follow_groups(user=cast.reader, groups=frozenset({"a"}))
    item = cast.reader.memberships.get(origin="group")
    client.force_login(cast.administrator)
    address = f"/admin/core/membership/{item.pk}"
    assert client.post(f"{address}/change/", {"role": "reader"}).status_code == 403
    assert client.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert "från inloggningstjänstens grupper" in client.get("/admin/core/membership/").content.decode()


def test_groups_are_a_superusers(client, cast, site, world):
    data = {"group": "a", "committee": world.committee.pk, "role": "reader"}
    assert site.post("/admin/accounts/grouprole/add/", data).status_code == 302
    assert GroupRole.objects.get().group == "a"
    client.force_login(cast.administrator)
    assert client.get("/admin/accounts/grouprole/").status_code == 200
    assert client.post("/admin/accounts/grouprole/add/", data).status_code == 403
