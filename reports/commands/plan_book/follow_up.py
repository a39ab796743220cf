"""Sheets Uppföljningar, Bedömningar, Rapporter, Avsnitt: when it is asked, what is answered and reported."""

from django.utils.translation import gettext as _

from followup.core.slugs import slug_of
from reports.choices import AnswerState, RoundState
from reports.commands.plan_book.rows import Row, Sheets, rows_of
from reports.commands.plan_book.structure import Loaded
from reports.models import Assessment, Report, Round, Section
from reports.plan_book import words


def load_rounds(sheets: Sheets, loaded: Loaded) -> None:
    for row in rows_of(sheets, "Uppföljningar"):
        round = Round(
            plan=loaded.plan,
            key=row.required("Id"),
            title=row.required("Titel"),
            kind=row.choice("Typ", words.ROUND_KINDS),
            as_of=row.required_day("Avser"),
            opens_on=row.day("Öppnar"),
            deadline=row.day("Senast"),
            state=row.choice("Läge", words.ROUND_STATES, default=RoundState.PLANNED),
        )
        round.full_clean()
        round.save()
        loaded.rounds[round.key] = round


def _round(row: Row, loaded: Loaded) -> Round | None:
    key = row.text("Uppföljning")
    if key and key not in loaded.rounds:
        raise row.fault("Uppföljning", _("uppföljningen %(key)s finns inte i Uppföljningar.") % {"key": key})
    return loaded.rounds.get(key)


def load_assessments(sheets: Sheets, loaded: Loaded) -> None:
    for position, row in enumerate(rows_of(sheets, "Bedömningar"), start=1):
        row.required("Uppföljning")
        assignment_key = row.text("Uppdrag")
        if assignment_key and assignment_key not in loaded.assignments:
            raise row.fault("Uppdrag", _("uppdraget %(key)s finns inte i Uppdrag.") % {"key": assignment_key})
        statuses = words.ASSIGNMENT_STATUSES if assignment_key else words.GOAL_STATUSES
        assessment = Assessment(
            round=_round(row, loaded),
            goal=loaded.goal(row),
            indicator=loaded.indicator(row),
            assignment=loaded.assignments.get(assignment_key),
            unit=loaded.unit(row),
            unit_words=row.text("Enhetstext"),
            status=row.choice("Bedömning", statuses, default=""),
            status_words=row.text("Statustext"),
            ref=row.text("Ref"),
            trend=row.choice("Trend", words.TRENDS, default=""),
            comment=row.rich("Kommentar"),
            overall_view=row.rich("Samlad bedömning"),
            cause=row.rich("Orsak"),
            measure=row.rich("Åtgärd"),
            forecast=row.rich("Prognos"),
            state=row.choice("Läge", words.ANSWER_STATES, default=AnswerState.APPROVED),
            position=position,
        )
        assessment.full_clean()
        assessment.save()


def load_reports(sheets: Sheets, loaded: Loaded) -> list[Report]:
    reports: dict[str, Report] = {}
    for row in rows_of(sheets, "Rapporter"):
        report = Report(
            plan=loaded.plan,
            round=_round(row, loaded),
            template=row.choice("Mall", words.TEMPLATES),
            key=row.required("Id"),
            slug=slug_of(row.required("Id"), max_length=80),
            title=row.required("Titel"),
            subtitle=row.text("Underrubrik"),
            as_of=row.day("Avser"),
            dated=row.day("Daterad"),
            registry_number=row.text("Diarienummer"),
        )
        report.full_clean()
        report.save()
        reports[report.key] = report
    for position, row in enumerate(rows_of(sheets, "Avsnitt"), start=1):
        if row.required("Rapport") not in reports:
            raise row.fault("Rapport", _("rapporten finns inte i Rapporter."))
        section = Section(
            report=reports[row.required("Rapport")],
            position=position,
            level=row.integer("Nivå"),
            title=row.text("Titel"),
            kind=row.choice("Typ", words.SECTION_KINDS),
            content=row.rich("Innehåll"),
        )
        section.full_clean()
        section.save()
    return list(reports.values())
