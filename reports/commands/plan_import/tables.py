"""Writing the sheet Tabeller: tables, and the rows in them."""

from typing import Any

from reports.commands.plan_import.reports import by_owner
from reports.commands.plan_import.rows import Instances, Job, arrange, instances, places, referred
from reports.commands.report_rows import save_table_rows, save_tables
from reports.models import DataTable, DataTableRow
from reports.plan_book.book import BookRow
from reports.plan_book.compare.tables import TableName, said_of_tables, table_of
from reports.plan_book.sheets import BY_NAME, CELLS

Tables = dict[TableName, DataTable]


def write_tables(job: Job) -> None:
    rows = instances(job, "Tabeller")
    for source in rows.sources.values():
        referred(job, source, BY_NAME["Tabeller"].column("Rapport"))
    job.faults.stop()
    tables = tables_there(job)
    _write_tables(job, tables, rows)
    job.faults.stop()
    for row in rows.to_write:
        source = rows.sources[id(row)]
        row.table = tables[table_of(source)]
        row.cells = _cells(row, source)
    arrange(rows, job.of("Tabeller").order, group="table")
    for table, of_table in by_owner(rows.to_write, "table"):
        with job.faults.of("Tabeller", rows.sources):
            save_table_rows(table=table, rows=of_table, by=job.by)


def tables_there(job: Job) -> Tables:
    """The plan's stored tables by the Ids of report and table. One query."""
    keys = {report.pk: key for key, report in job.named["Rapporter"].items()}
    found = DataTable.objects.filter(report__plan=job.plan).order_by("report_id", "position", "pk")
    return {(keys[table.report_id], table.key): table for table in found}


def _write_tables(job: Job, tables: Tables, rows: Instances) -> None:
    """Make the tables that are new, set titles and units, and put the tables in the order of their rows."""
    sources: dict[int, BookRow] = {}
    to_write: dict[int, DataTable] = {}
    said = said_of_tables(row for row in job.book.of("Tabeller") if not row.removes)
    for row in rows.sources.values():
        name = table_of(row)
        table = tables.get(name) or DataTable(report=job.named["Rapporter"][name[0]], key=name[1])
        tables[name] = table
        sources.setdefault(id(table), row)
        to_write[id(table)] = table
        table.title = said[name].get("Titel", table.title)
        table.unit_of_measure = said[name].get("Enhet", table.unit_of_measure)
    to_write |= {id(table): table for table in _renumbered(job, tables)}
    for report, of_report in by_owner(to_write.values(), "report"):
        with job.faults.of("Tabeller", sources):
            save_tables(report=report, tables=of_report, by=job.by)


def _renumbered(job: Job, tables: Tables) -> list[DataTable]:
    """The tables that get another place among their report's, in the order of the rows; each has it set."""
    order = dict.fromkeys((str(name[0]), str(name[1])) for name in job.of("Tabeller").order)
    siblings: dict[str, list[DataTable]] = {}
    for name in order:
        siblings.setdefault(name[0], []).append(tables[name])
    renumbered = []
    for of_report in siblings.values():
        current = [None if table._state.adding else table.position for table in of_report]
        for table, position in zip(of_report, places(current), strict=True):
            if table.position != position:
                table.position = position
                renumbered.append(table)
    return renumbered


def _cells(row: DataTableRow, source: BookRow) -> list[str]:
    """As many cells as hold something; a column that the book does not have keeps what is there."""
    there = [*row.cells, *[""] * len(CELLS)]
    cells: list[Any] = [source.text(heading) if source.has(heading) else there[at] for at, heading in enumerate(CELLS)]
    while cells and not cells[-1]:
        cells.pop()
    return cells
