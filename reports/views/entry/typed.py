"""What a person typed: read, saved, and made ready to be shown again where it could not be."""

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.models import Unit
from followup.core.periods import parse_period
from reports.commands.assessments import answer_of
from reports.commands.entry import Figure, save_entry
from reports.forms.answer import AnswerForm
from reports.forms.measures import MeasuresForm
from reports.forms.outcome import OutcomeSheet
from reports.models import Round
from reports.views.entry.choosing import SEEN
from reports.views.entry.context.unchanged import answer_from_previous
from reports.views.entry.parts import Part


def bind(part: Part, data: QueryDict) -> None:
    """Put what was typed in the part's form and figures."""
    part.form = AnswerForm(plan=part.plan, data=data, assessment=part.assessment)
    part.sheet = OutcomeSheet(part.rows, data)
    part.measures_form = MeasuresForm(part.context.measures, data=data)
    part.answer_seen = data.get(SEEN, "")


def start_from_previous(part: Part) -> None:
    """Show last time's texts in the form; nothing is saved by it."""
    if part.form is None or part.context.previous is None:
        return
    answer = answer_from_previous(part.context.previous, answer_of(part.assessment))
    part.form = AnswerForm(plan=part.plan, assessment=part.assessment, answer=answer)
    part.has_started = True


def save(round: Round, unit: Unit, part: Part, *, is_ready: bool, is_autosave: bool, by: AnyUser) -> None:
    """Save a part that is valid, and let it show what is saved. Raises what `save_entry` raises."""
    if part.form is None or part.sheet is None or part.measures_form is None:
        return
    saved = save_entry(
        round=round,
        subject=part.subject,
        unit=unit,
        answer=part.form.answer(),
        version=part.form.seen_version,
        is_ready=is_ready,
        figures=_figures_of(part.sheet),
        measures=part.measures_form.answers(),
        measures_seen=part.measures_form.seen,
        is_autosave=is_autosave,
        by=by,
    )
    part.assessment = saved or part.assessment
    part.sheet.saved()
    part.saw_answer()
    part.saved_at = timezone.now()


def _figures_of(sheet: OutcomeSheet) -> list[Figure]:
    return [
        Figure(
            name=entry.row.name,
            indicator=entry.row.indicator,
            period=parse_period(entry.row.period),
            sex=entry.row.sex,
            submeasure=entry.row.submeasure,
            outcome=entry.outcome,
            seen=entry.seen,
        )
        for entry in sheet.entries
    ]


def show_errors(part: Part) -> None:
    """What must be mended, each with the id of its field."""
    form, sheet = part.form, part.sheet
    part.problem = _("Svaret är inte sparat. Något behöver rättas.")
    if sheet is not None and sheet.questions and not sheet.errors and (form is None or not form.errors):
        part.problem = _("Svaret är inte sparat än. Stämmer siffrorna?")
    if form is not None:
        for name, errors in form.errors.items():
            part.errors += [(f"id_{name}", f"{form.fields[name].label}: {error}") for error in errors]
    for row in part.rows:
        if sheet is not None and row.name in sheet.errors:
            part.errors.append((row.name, f"{row.indicator}: {sheet.errors[row.name]}"))
    if part.measures_form is not None:
        for name, errors in part.measures_form.errors.items():
            part.errors += [(f"id_{part.measures_form.prefix}-{name}", str(error)) for error in errors]
    for row in part.rows:
        if sheet is not None and row.name in sheet.questions:
            part.errors.append((f"{row.name}-sure", f"{row.spoken}: {sheet.questions[row.name]}"))
