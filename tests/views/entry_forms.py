"""The form of an answer in a browser, and what is stored of it, for the tests of the two ways of an autosave."""

import re

from indicators.models import Measurement
from reports.models import Assessment, MeasureFollowUp
from tests.sent_fields import fields_in, hidden_fields_in

HTMX = {"HX-Request": "true"}


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
        if answer.status_code in {200, 202}:
            self.fields |= hidden_fields_in(answer.content.decode())
        return answer


def is_short(answer):
    return answer.status_code == 200 and "framsteg" not in answer.content.decode()


def told(answer):
    """What the long way says of the page, without what every save and every request change."""
    html = re.sub(r'(csrfmiddlewaretoken" value="|nonce="|X-CSRFToken": ")[^"]*', "", answer.content.decode())
    for name in ("id_version", "svaret-delar", "svaret-ovrigt"):
        html = re.sub(rf'<input[^>]*id="{name}"[^>]*>', "", html)
    return re.sub(r'<p id="svaret-sparat".*?</p>', "", html)


def stored():
    """All that a save may write; keys are left out, since they differ from run to run."""
    answers, history = (
        manager.order_by(order, "pk").values_list(*_names(manager.model))
        for manager, order in ((Assessment.objects, "pk"), (Assessment.history, "history_date"))
    )
    figures = Measurement.objects.order_by("pk").values_list("value")
    measures = MeasureFollowUp.objects.order_by("position").values_list("promise", "outcome")
    return [list(rows) for rows in (answers, history, figures, measures)]


def _names(model):
    return [field.attname for field in model._meta.concrete_fields if field.attname not in {"id", "history_id"}]
