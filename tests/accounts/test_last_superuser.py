"""Two superusers at once: of those who end each other one stays."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection

from followup.accounts.commands import leaving
from followup.accounts.commands.leaving import end_account
from followup.core.faults import CommandRefused
from followup.core.models import User
from tests.builders import a_user


@pytest.mark.django_db(transaction=True)
def test_two_who_end_each_other_leave_one(monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    one, other = (a_user(name, is_superuser=True) for name in ("one", "other"))
    both, locked = Barrier(2, timeout=2), leaving.lock_with_superusers

    def then_waits_for_the_other(user):
        """Who does not come, unless both could lock."""
        current = locked(user)
        with suppress(BrokenBarrierError):
            both.wait()
        return current

    monkeypatch.setattr(leaving, "lock_with_superusers", then_waits_for_the_other)

    def end(user, by):
        try:
            return end_account(user=user, by=by)
        except CommandRefused:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor() as people:
        ended = list(people.map(end, (one, other), (other, one)))
    assert sorted(ended) == [False, True]
    assert User.objects.filter(is_superuser=True, is_active=True).count() == 1


@pytest.mark.django_db
def test_the_last_one_is_not_unticked_in_the_admin_by_one_who_was_ended_meanwhile(client, cast, monkeypatch):
    """As when two untick each other: the second finds that nobody else is left."""
    last = a_user("last", is_superuser=True, is_staff=True)
    client.force_login(cast.superuser)
    locked = leaving.lock_with_superusers

    def after_the_other(user):
        User.objects.filter(pk=cast.superuser.pk).update(is_superuser=False)
        return locked(user)

    monkeypatch.setattr("followup.accounts.admin.lock_with_superusers", after_the_other)
    address = f"/admin/core/user/{last.pk}/change/"
    inlines = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    data = {"username": "last", "first_name": "Last", "is_active": "on", "is_staff": "on"}
    assert "enda systemförvaltaren" in client.post(address, data | inlines).content.decode()
    last.refresh_from_db()
    assert last.is_superuser
