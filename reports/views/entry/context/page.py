"""All that stands beside the form for one goal or indicator, read at once."""

from dataclasses import dataclass, field

from followup.core.models import Unit
from followup.core.richtext import clean_html, plain_text
from goals.models import Goal
from indicators.models import Indicator
from reports.commands.measure_follow_ups import PromisedMeasure, answered_measures
from reports.models import Assessment, MeasureFollowUp, Round, SubjectInstruction
from reports.subjects import kind_of
from reports.views.entry.context.answers import EarlierRound, earlier_rounds, others_judged, read_answers
from reports.views.entry.context.figures import Series, series_of
from reports.views.entry.context.promises import promised_measures, unanswered_words
from reports.views.entry.context.unchanged import unchanged_words
from reports.views.entry.judged import Judged, judged

LONG = 600
"""Characters from which a text is folded."""


@dataclass(frozen=True, slots=True)
class EntryContext:
    """Instructions are canonical HTML. `previous` is the unit's nearest earlier answer that says something.

    `unchanged` says which texts of the saved answer still are as they were then, for the badge.
    """

    subject_instruction: str = ""
    round_instruction: str = ""
    previous: Assessment | None = None
    history: tuple[EarlierRound, ...] = ()
    series: Series = field(default_factory=Series)
    others: tuple[Judged, ...] = ()
    measures: tuple[PromisedMeasure, ...] = ()
    unchanged: str = ""

    @property
    def last_time(self) -> Judged | None:
        """The answer before, to read, under its round's title."""
        return judged(self.previous, self.previous.plan, self.previous.round.title) if self.previous else None

    @property
    def is_last_time_long(self) -> bool:
        return sum(len(plain_text(text.html)) for text in self.last_time.texts) > LONG if self.last_time else False

    @property
    def is_round_instruction_folded(self) -> bool:
        return bool(self.subject_instruction) or len(plain_text(self.round_instruction)) > LONG

    @property
    def has_history(self) -> bool:
        """Whether there is more than what was said last time."""
        return len(self.history) > 1

    @property
    def has_texts_to_start_from(self) -> bool:
        return bool(self.last_time and self.last_time.texts)

    @property
    def measures_left(self) -> str:
        """How many promised measures are not answered, in words; empty where all are."""
        return unanswered_words(self.measures)


def context_of(
    round: Round, unit: Unit, subject: Goal | Indicator, assessment: Assessment | None = None
) -> EntryContext:
    """`assessment` is the unit's own in this round, as saved. Six queries, five while there is none."""
    answers = read_answers(round, unit, subject)
    previous = answers.previous
    answered = MeasureFollowUp.objects.filter(assessment=assessment) if assessment else ()
    of_subject = SubjectInstruction.objects.filter(round=round, **{kind_of(subject).value: subject.pk})
    return EntryContext(
        subject_instruction="".join(of_subject.values_list("text", flat=True)),
        round_instruction=clean_html(round.instruction),
        previous=previous,
        history=earlier_rounds(answers.earlier),
        series=series_of(round, unit, subject),
        others=others_judged(answers.others),
        measures=promised_measures(previous.measure if previous else "", answered_measures(answered)),
        unchanged=unchanged_words(previous, assessment, round.plan),
    )
