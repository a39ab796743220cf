"""What the tests of the two ways of an autosave share."""

import pytest
from django.db import transaction
from django.urls import reverse

from reports.views.entry import subject as view
from tests.views.entry_forms import Form, stored


@pytest.fixture
def clock(time_machine):
    time_machine.move_to("2017-09-01 08:00:00+02:00", tick=False)
    return time_machine


@pytest.fixture
def open_form(client, cast, world, clock):
    def open_form(user=None, *, subject=None):
        kind = "goal" if subject is None else "indicator"
        key = (subject or world.goals[0]).pk
        address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, kind, key])
        return Form(client, user or cast.reporter, address)

    return open_form


@pytest.fixture
def typed_form(open_form):
    """A form in which somebody is typing, so that nothing but the next text is new."""
    typed_form = open_form()
    for text in ("Ett", "Två"):
        assert typed_form.save(comment=text).status_code == 200
    return typed_form


@pytest.fixture
def both_ways(monkeypatch):
    """Does the same by the short way and by the long, from the same stored rows; (short answer, long answer)."""

    def done(typed_form, **typed):
        fields, results = dict(typed_form.fields), []
        for way in ("short", "long"):
            typed_form.fields = dict(fields)
            with monkeypatch.context() as patched, transaction.atomic():
                if way == "long":
                    patched.setattr(view, "save_texts_alone", lambda *_all: None)
                answer = typed_form.save(**typed)
                results.append((answer, stored()))
                transaction.set_rollback(True)
        typed_form.fields = fields
        (short, after_short), (long, after_long) = results
        assert short.status_code == long.status_code
        assert after_short == after_long
        return short, long

    return done
