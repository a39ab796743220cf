"""The sections and tables that a new report of a template begins with."""

from collections.abc import Callable

from followup.core.access import AnyUser
from followup.core.commands.bulk import claim, save_rows
from goals.models import Plan
from reports.choices import ReportTemplate, RoundKind
from reports.commands.layouts.follow_ups import interim, plan_follow_up, tertial
from reports.commands.layouts.parts import Layout, PlanShape, SectionPlan, TablePlan, shape_of
from reports.commands.layouts.years import operational_plan, year_end
from reports.models import DataTable, DataTableRow, Report, Round, Section

__all__ = ["SectionPlan", "TablePlan", "lay_out", "layout_of", "template_of", "template_sections"]

_LAYOUTS: dict[str, Callable[[PlanShape], Layout]] = {
    ReportTemplate.INTERIM: interim,
    ReportTemplate.TERTIAL: tertial,
    ReportTemplate.YEAR_END: year_end,
    ReportTemplate.PLAN: operational_plan,
    ReportTemplate.PLAN_FOLLOW_UP: plan_follow_up,
}
_TEMPLATE_OF_KIND = {
    RoundKind.TERTIAL_1: ReportTemplate.TERTIAL,
    RoundKind.TERTIAL_2: ReportTemplate.TERTIAL,
    RoundKind.YEAR_END: ReportTemplate.YEAR_END,
}


def template_of(round: Round | None) -> ReportTemplate:
    """The template that a round's kind asks for; without a round that of the plan itself."""
    if round is None:
        return ReportTemplate.PLAN
    return _TEMPLATE_OF_KIND.get(RoundKind(round.kind), ReportTemplate.INTERIM)


def layout_of(template: str, plan: Plan, round: Round | None) -> Layout:
    """What a report of the plan, and of the round, begins with; nothing in the empty template. Three queries."""
    make = _LAYOUTS.get(template)
    return make(shape_of(plan, round)) if make else Layout(())


def template_sections(template: str, plan: Plan, round: Round | None) -> list[SectionPlan]:
    return list(layout_of(template, plan, round).sections)


def lay_out(*, report: Report, by: AnyUser) -> None:
    """Give a report without sections those of its template, and the tables that they show.

    A building block: the caller has asked for permission and writes the audit. Does not touch what is there.
    """
    layout = layout_of(report.template, report.plan, report.round)
    sections = [
        Section(position=position, level=each.level, title=each.title, kind=each.kind, options=_options(each))
        for position, each in enumerate(layout.sections, start=1)
    ]
    claim(sections, "report", report)
    save_rows(rows=sections, by=by)
    there = set(report.tables.values_list("key", flat=True))
    for position, plan in enumerate(layout.tables, start=1):
        if plan.key not in there:
            _add_table(report, plan, position, by)


def _options(plan: SectionPlan) -> dict[str, list[str]]:
    return {key: list(texts) for key, texts in plan.options.items()}


def _add_table(report: Report, plan: TablePlan, position: int, by: AnyUser) -> None:
    table = DataTable(key=plan.key, title=plan.title, unit_of_measure=plan.unit_of_measure, position=position)
    claim([table], "report", report)
    save_rows(rows=[table], by=by)
    rows = [
        DataTableRow(position=place, kind=row.kind, label=row.label, cells=list(row.cells))
        for place, row in enumerate(plan.rows, start=1)
    ]
    claim(rows, "table", table)
    save_rows(rows=rows, by=by)
