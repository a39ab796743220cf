"""An autosave that changes texts alone takes a short way, and what comes of it is what the long way gives."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.forms.models import model_to_dict
from django.urls import reverse

from followup.core.choices import Role
from followup.core.models import PeriodLock
from indicators.models import Measurement
from reports.models import Assessment, MeasureFollowUp
from reports.views.entry import subject as view
from tests.builders import a_member, a_round, an_assessment, an_indicator
from tests.sent_fields import fields_in, hidden_fields_in

HTMX = {"HX-Request": "true"}
QUERIES = 6


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to("2017-09-01 08:00:00+02:00", tick=False)
    return time_machine


class Form:
    """The form of an answer in somebody's browser."""

    def __init__(self, client, user, address):
        self.client, self.user, self.address = client, user, address
        client.force_login(user)
        self.fields = fields_in(client.get(address).content.decode())

    def save(self, **typed):
        """Autosave; `action` makes it on purpose."""
        self.client.force_login(self.user)
        self.fields |= typed
        answer = self.client.post(self.address, self.fields, headers=HTMX)
        self.fields.pop("action", None)
        if answer.status_code == 200:
            self.fields |= hidden_fields_in(answer.content.decode())
        return answer


@pytest.fixture
def opened(client, cast, world):
    def opened(user=None, *, subject=None):
        kind = "goal" if subject is None else "indicator"
        key = (subject or world.goals[0]).pk
        address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, kind, key])
        return Form(client, user or cast.reporter, address)

    return opened


@pytest.fixture
def form(opened):
    """A form in which somebody is typing, so that nothing but the next text is new."""
    form = opened()
    for text in ("Ett", "Två"):
        assert form.save(comment=text).status_code == 200
    return form


def is_short(answer):
    return answer.status_code == 200 and "framsteg" not in answer.content.decode()


def stored():
    rows = [model_to_dict(row) | {"updated_at": row.updated_at, "version": row.version} for row in _answers()]
    names = [field.attname for field in Assessment.history.model._meta.concrete_fields if field.name != "history_id"]
    history = list(Assessment.history.order_by("history_date", "history_id").values_list(*names))
    figures = list(Measurement.objects.order_by("pk").values_list("pk", "value", "updated_by"))
    return rows, history, figures, list(MeasureFollowUp.objects.values_list("promise", "outcome"))


def _answers():
    return Assessment.objects.order_by("pk")


def test_typing_on_takes_six_queries_and_tells_what_changed(form, clock, django_assert_num_queries):
    clock.shift(timedelta(minutes=3))
    form.client.get(form.address)
    with django_assert_num_queries(QUERIES + len(("SAVEPOINT", "RELEASE"))):
        answer = form.client.post(form.address, form.fields | {"comment": "Tre"}, headers=HTMX)
    assert is_short(answer)
    assert hidden_fields_in(answer.content.decode())["version"] == "3"
    assert "Sparat 08.03 av Reporter" in answer.content.decode()
    saved = Assessment.objects.get()
    assert (saved.comment, saved.version) == ("<p>Tre</p>", 3)
    assert [row.comment for row in saved.history.all()] == ["<p>Tre</p>"]
