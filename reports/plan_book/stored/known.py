"""The Ids of a stored plan, to which a book may refer without holding their rows."""

from collections.abc import Mapping

from followup.core.models import Committee, Unit
from goals.models import Assignment, Goal, Level, Plan
from indicators.models import Indicator
from reports.models import DataTable, Report, Round, Section
from reports.plan_book.book import KnownIds
from reports.plan_book.options import format_options


def stored_ids(committee: Committee, plan: Plan | None) -> KnownIds:
    """Those of the committee's units, and of the plan's rows if there is a plan. At most eight queries."""
    units = dict(Unit.objects.filter(committee=committee).values_list("code", "parent__code"))
    goals = dict(Goal.objects.filter(plan=plan).values_list("key", "parent__key")) if plan is not None else {}
    ids = {"Enheter": frozenset(units), "Mål": frozenset(goals)}
    tables: frozenset[tuple[str, str]] = frozenset()
    if plan is not None:
        ids["Nivåer"] = frozenset(Level.objects.filter(plan=plan).values_list("name", flat=True))
        ids["Indikatorer"] = frozenset(Indicator.objects.filter(plan=plan).values_list("key", flat=True))
        ids["Uppdrag"] = frozenset(Assignment.objects.filter(plan=plan).values_list("key", flat=True))
        ids["Uppföljningar"] = frozenset(Round.objects.filter(plan=plan).values_list("key", flat=True))
        ids["Rapporter"] = frozenset(Report.objects.filter(plan=plan).values_list("key", flat=True))
        tables = frozenset(DataTable.objects.filter(report__plan=plan).values_list("report__key", "key"))
    parents = {"Enheter": _above(units), "Mål": _above(goals)}
    return KnownIds(ids, parents, tables)


def stored_options(plan: Plan) -> frozenset[tuple[str, str]]:
    """Report and Alternativ of the plan's sections, as the book writes them. One query."""
    sections = Section.objects.filter(report__plan=plan).values_list("report__key", "options")
    return frozenset((report, format_options(options)) for report, options in sections)


def _above(parents: Mapping[str, str | None]) -> dict[str, str]:
    return {name: parent or "" for name, parent in parents.items()}
