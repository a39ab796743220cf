"""Reading all that the checks look at: at most fifteen flat queries, however large the plan is."""

from datetime import date

from reports.build.gather import gather
from reports.build.inspection import Inspection
from reports.build.loading.earlier import earlier_answers, promises_of, target_changes_of
from reports.models import Report


def inspect(report: Report, today: date) -> Inspection:
    earlier = earlier_answers(report.plan, report.round)
    return Inspection(
        report=gather(report, everything=True),
        today=today,
        earlier=earlier.answers,
        earlier_as_of=earlier.as_of,
        promises=promises_of(report.round, earlier),
        target_changes=target_changes_of(report.plan),
    )
