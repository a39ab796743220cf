"""What stands in the form of an answer beside its texts, so that one who types in them alone is told from others. Pure.

A save that left nothing to say gives the form a mark, `rest_seen`: the fingerprint of all other fields as they were
sent, and what last time's texts said. While the fingerprint is the same nothing in those fields has been touched since.
"""

from collections.abc import Mapping

from django.http import QueryDict

from followup.core.fingerprints import fingerprint_of
from followup.core.richtext import plain_text
from reports.commands.assessments import TEXTS, Answer
from reports.forms.answer import AnswerForm
from reports.models import Assessment
from reports.views.entry.choosing import SEEN, mark_of, marks_from_text, marks_to_text

REST_SEEN = "rest_seen"
_REST = "rest"
_OF_THE_ANSWER = {
    "csrfmiddlewaretoken",
    "action",
    SEEN,
    REST_SEEN,
    *AnswerForm.base_fields,
    *(f"{name}_{part}" for name in TEXTS for part in ("markup", "source")),
}


def mark_of_rest(data: QueryDict, last_time: Assessment | None) -> str:
    """The mark to give the form after `data` was saved in full."""
    texts = {name: getattr(last_time, name) for name in TEXTS} if last_time else {}
    before = {name: mark_of(plain_text(html)) for name, html in texts.items() if html}
    return marks_to_text({_REST: _fingerprint(data), **before})


def is_rest_untouched(data: QueryDict) -> bool:
    """Whether nothing but the answer's own fields differs from what was saved when the form was given its mark."""
    return marks_from_text(data.get(REST_SEEN, "")).get(_REST) == _fingerprint(data)


def tells_the_same(before: Answer, now: Answer, data: QueryDict) -> bool:
    """Whether the page says the same of both: no text has come or gone, or become or ceased to be last time's."""
    last_time = marks_from_text(data.get(REST_SEEN, ""))
    return _told_of(before, last_time) == _told_of(now, last_time)


def _told_of(answer: Answer, last_time: Mapping[str, str]) -> list[tuple[bool, bool]]:
    texts = {name: getattr(answer, name) for name in TEXTS}
    return [
        (bool(html), name in last_time and mark_of(plain_text(html)) == last_time[name]) for name, html in texts.items()
    ]


def _fingerprint(data: QueryDict) -> str:
    fields = sorted((name, values) for name, values in data.lists() if name not in _OF_THE_ANSWER)
    return fingerprint_of(fields)[:16]
