"""How far several rounds have come, in seven queries whatever their number."""

from collections.abc import Collection
from dataclasses import dataclass

from reports.asked import Key, asked_in
from reports.choices import AnswerState, SubjectKind
from reports.models import Assessment, Round


@dataclass(frozen=True, slots=True)
class Tally:
    """The units' answers in a round; `asked` are all that the plan asks for. A returned answer is none."""

    asked: int = 0
    answered: int = 0
    done: int = 0
    approved: int = 0


def tallies(rounds: Collection[Round]) -> dict[int, Tally]:
    """By round id."""
    answers = _answers(rounds)
    counted = {}
    for round_id, asked in asked_in(rounds).items():
        wanted = [(each.key, unit_id) for each in asked for unit_id in each.unit_ids]
        given = [answers[round_id, *each] for each in wanted if (round_id, *each) in answers]
        done = [state for state, _is_judged in given if AnswerState(state).is_done_by_unit]
        judged = [state for state, is_judged in given if is_judged and state == AnswerState.DRAFT]
        counted[round_id] = Tally(len(wanted), len(done) + len(judged), len(done), done.count(AnswerState.APPROVED))
    return counted


def _answers(rounds: Collection[Round]) -> dict[tuple[int, Key, int], tuple[str, bool]]:
    """The units' answers: state, and whether they are judged."""
    found: dict[tuple[int, Key, int], tuple[str, bool]] = {}
    rows = Assessment.objects.filter(round__in=rounds, unit__isnull=False, assignment__isnull=True).plain_first()
    fields = ("round", "goal", "indicator", "unit", "state", "status", "status_words")
    for round_id, goal, indicator, unit, state, status, words in rows.values_list(*fields):
        key = (SubjectKind.GOAL, goal) if goal is not None else (SubjectKind.INDICATOR, indicator)
        found.setdefault((round_id, key, unit), (state, bool(status or words)))
    return found
