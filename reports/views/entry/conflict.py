"""Somebody else saved the same meanwhile: both answers part by part, and what was chosen of them.

What was typed stays in the fields until a choice is saved. What is saved is what stands in the fields: the other's text
is put in them where that was chosen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from django.http import QueryDict
from django.utils.html import escape
from django.utils.translation import gettext as _

from followup.core.dates import format_moment
from followup.core.forms.rich_text import HTML
from followup.core.models import Unit, User
from indicators.choices import MissingReason
from indicators.commands.outcomes import Outcome
from indicators.models import Measurement
from reports.choices import AnswerState
from reports.commands.assessments import TEXTS
from reports.commands.entry import EntryChanged
from reports.commands.measure_follow_ups import PromisedMeasure, fingerprint_of_measures
from reports.forms.measures import MeasuresForm
from reports.forms.outcome import SEEN as FIGURES_SEEN
from reports.forms.outcome import OutcomeRow, kind_choices
from reports.forms.outcome_text import Typed, seen_from_json, typed_of
from reports.models import Assessment
from reports.views.entry.choosing import SEEN, THEIRS, chosen_in, mark_of, marks_from_text, part_choice
from reports.views.entry.context.promises import measure_differences
from reports.views.entry.judged import Difference, differences
from reports.views.entry.parts import Conflict, Part
from reports.views.entry.typed import bind

_ANSWER = ("status", "trend", *TEXTS)


@dataclass(frozen=True, slots=True)
class _Saved:
    """What somebody else has saved, as far as it was saved over: None and no names where it was not."""

    assessment: Assessment | None
    measures: tuple[PromisedMeasure, ...] | None
    outcomes: dict[str, Outcome]


@dataclass(frozen=True, slots=True)
class _Both:
    """A part that differs, with the marks of both texts and of what they began from; `fields` hold the saved one."""

    difference: Difference
    mine: str
    theirs: str
    base: str | None
    fields: dict[str, str]


def take_chosen(part: Part, data: QueryDict) -> bool:
    """Bind the part to what was chosen in a conflict that was shown; False where none was.

    Raises EntryChanged where something is still to be chosen, or what was chosen has been saved over since.
    """
    chosen = chosen_in(data)
    if not chosen:
        return False
    settled = data.copy()
    for both in _parts_in_conflict(part, data, _saved_again(part, data, EntryChanged(None, {}))):
        choice = chosen.get(both.difference.name)
        if choice is None:
            continue
        side = choice.decided(both.mine)
        if not side or (side == THEIRS and both.theirs != choice.theirs):
            raise EntryChanged(None, {})
        if side == THEIRS:
            _put(settled, both.fields)
    bind(part, settled)
    return True


def show_conflict(part: Part, unit: Unit, fault: EntryChanged, data: QueryDict) -> None:
    """Put what was saved meanwhile beside what was typed, to be chosen between, with all that was typed in the fields.

    What was to be chosen before is so again, whether or not that is what somebody saved over this time.
    """
    bind(part, data)
    if part.sheet is None or part.measures_form is None:
        return
    saved = _saved_again(part, data, fault)
    chosen = chosen_in(data)
    parts = [
        part_choice(
            each.difference,
            mine=each.mine,
            theirs=each.theirs,
            base=each.base,
            chosen=chosen.get(each.difference.name),
        )
        for each in _parts_in_conflict(part, data, saved)
    ]
    shown = data.copy()
    if saved.assessment is not None:
        part.assessment, shown["version"] = saved.assessment, str(saved.assessment.version)
    if saved.measures is not None:
        shown[part.measures_form.add_prefix("seen")] = fingerprint_of_measures(saved.measures)
    rows = [row for row in part.rows if row.name in saved.outcomes]
    for row in rows:
        if part.sheet.is_total_of_parts(row):
            typed = part.sheet.typed_in(row)
            _put(shown, _figure_fields(row.name, Typed(kind=typed.kind, remark=typed.remark)))
    bind(part, shown)
    part.sheet.saw(saved.outcomes, {row.name: _saved_figure(row, unit, saved.outcomes[row.name]) for row in rows})
    answer = saved.assessment
    part.conflict = Conflict(
        who=str(answer.updated_by or "") if answer else "",
        when=format_moment(answer.updated_at) if answer else "",
        parts=parts,
        state_word=str(AnswerState(answer.state).label).lower() if answer else "",
        action=str(data.get("action", "save")),
    )


def _saved_again(part: Part, data: QueryDict, fault: EntryChanged) -> _Saved:
    """What the fault tells, and what was shown to be chosen from before."""
    before = set(chosen_in(data))
    assessment, measures = fault.assessment, fault.measures
    if assessment is None and before & set(_ANSWER):
        assessment = part.assessment
    if measures is None and part.measures_form is not None and before & set(part.measures_form.stems.values()):
        measures = part.context.measures
    stood = seen_from_json(data.get(FIGURES_SEEN, ""))
    shown = {row.name: stood.get(row.name, Outcome()) for row in part.rows if row.name in before}
    return _Saved(assessment, measures, shown | fault.outcomes)


def _parts_in_conflict(part: Part, data: QueryDict, saved: _Saved) -> Iterator[_Both]:
    """The parts of answer, measures and figures that what was typed and what is saved say differently."""
    base = marks_from_text(data.get(SEEN, ""))
    if saved.assessment is not None and part.form is not None:
        part.form.is_valid()
        yield from _answer_parts(part, saved.assessment, part.form.cleaned_data, base)
    if saved.measures is not None and part.measures_form is not None:
        yield from _measure_parts(part.measures_form, saved.measures, base)
    yield from _figure_parts(part, data, saved.outcomes)


def _answer_parts(part: Part, saved: Assessment, cleaned: dict[str, str], base: dict[str, str]) -> Iterator[_Both]:
    """What cannot be read counts as typed since, and as nothing to show."""
    typed = {name: cleaned.get(name, "") for name in _ANSWER}
    for each in differences(saved, typed, part.plan):
        name, value = each.name, getattr(saved, each.name)
        markup = {f"{name}_markup": HTML, f"{name}_source": ""} if name in TEXTS else {}
        mine = mark_of(cleaned[name]) if name in cleaned else ""
        yield _Both(each, mine, mark_of(value), base.get(name), {name: value, **markup})


def _measure_parts(form: MeasuresForm, saved: Iterable[PromisedMeasure], base: dict[str, str]) -> Iterator[_Both]:
    stored = {form.stems.get(each.promise, ""): each for each in saved}
    mine = {form.stems[each.promise]: each for each in form.answers()}
    for each in measure_differences(stored.values(), mine.values(), form.stems):
        stem = each.name
        theirs = stored.get(stem, PromisedMeasure(each.label))
        fields = {f"{stem}-outcome": theirs.outcome, f"{stem}-comment": theirs.comment}
        yield _Both(each, _measure_mark(mine[stem]), _measure_mark(theirs), base.get(stem), fields)


def _measure_mark(measure: PromisedMeasure) -> str:
    return mark_of(measure.outcome, measure.comment)


def _figure_parts(part: Part, data: QueryDict, saved: dict[str, Outcome]) -> Iterator[_Both]:
    """A total that women and men give is not chosen: it follows what is chosen of them."""
    sheet, stood = part.sheet, seen_from_json(data.get(FIGURES_SEEN, ""))
    before = set(chosen_in(data))
    for row in part.rows if sheet is not None else []:
        if sheet is None or row.name not in saved or sheet.is_total_of_parts(row):
            continue
        mine, theirs = sheet.typed_in(row), typed_of(saved[row.name])
        if mine == theirs:
            continue
        base = None if row.name in before else _figure_mark(typed_of(stood.get(row.name, Outcome())))
        told = Difference(row.spoken, _figure_html(theirs), _figure_html(mine), row.name)
        yield _Both(told, _figure_mark(mine), _figure_mark(theirs), base, _figure_fields(row.name, theirs))


def _figure_mark(typed: Typed) -> str:
    return mark_of(*astuple(typed))


def _figure_fields(name: str, typed: Typed) -> dict[str, str]:
    return {
        name: typed.text,
        f"{name}-kind": typed.kind,
        f"{name}-remark": typed.remark,
        f"{name}-numerator": typed.numerator,
        f"{name}-denominator": typed.denominator,
    }


def _figure_html(typed: Typed) -> str:
    """A figure to read, with what stands in its other fields, each by itself."""
    kind = dict(kind_choices()).get(typed.kind, "") if typed.kind else ""
    counts = _("%(numerator)s av %(denominator)s") % {"numerator": typed.numerator, "denominator": typed.denominator}
    parts = [typed.text, kind, counts if typed.has_counts else "", typed.remark]
    return "".join(f"<p>{escape(each)}</p>" for each in parts if each)


def _put(data: QueryDict, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        data[name] = value


def _saved_figure(row: OutcomeRow, unit: Unit, outcome: Outcome) -> str:
    """What stands there now, who saved it and when. A query, for a row in conflict only."""
    typed = typed_of(outcome)
    words = typed.text or (_("inget värde") if outcome.is_empty else str(MissingReason(outcome.missing_reason).label))
    last = (
        Measurement.history.filter(
            indicator_id=row.indicator.pk, period=row.period, unit_id=unit.pk, sex=row.sex, submeasure=row.submeasure
        )
        .select_related("history_user")
        .order_by("-history_date", "-history_id")
        .first()
    )
    if last is None:
        return words
    who = last.history_user if isinstance(last.history_user, User) else _("någon annan")
    return _("%(value)s, sparat av %(who)s %(when)s") % {
        "value": words,
        "who": who,
        "when": format_moment(last.history_date),
    }
