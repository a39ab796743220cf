"""The texts that are compared, and the words in which a finding tells of them. Pure."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from reports.build.facts import IndicatorFact
from reports.checks.repetition.likeness import Likeness
from reports.checks.scope import Scope, subject_words
from reports.checks.texts import Text

Said = Sequence[tuple[Text, Likeness]]

NEARLY = 0.7
BEGINNING = 6
"""With how many words a text is shown."""

_MOST_NAMED = 5


def percent(share: float) -> int:
    """Rounded down: what differs at all is never the whole."""
    return int(100 * share)


def beginning(text: Text) -> str:
    words = text.plain.split()
    return " ".join(words[:BEGINNING]) + (" …" if len(words) > BEGINNING else "")


def listed(scope: Scope, text: Text, others: Sequence[Text]) -> str:
    """Where the others stand. One that is called the same as `text` is told from it by its goal."""
    words = list(dict.fromkeys(_place_words(scope, text, other) for other in others))
    named = _("; ").join(words[:_MOST_NAMED])
    more = len(words) - _MOST_NAMED
    return _("%(named)s; och %(more)d till") % {"named": named, "more": more} if more > 0 else named


def _place_words(scope: Scope, text: Text, other: Text) -> str:
    words = other.place.words
    goal = scope.material.goals.get(other.subject.goal_id or 0) if isinstance(other.subject, IndicatorFact) else None
    if words != text.place.words or goal is None:
        return words
    return _("%(place)s (%(goal)s)") % {"place": words, "goal": subject_words(goal)}
