"""What must hold of a book's rows together. Pure: each rule reads rows and names every fault with its cell."""

from collections.abc import Mapping

from reports.plan_book.book import BookRow, KnownIds
from reports.plan_book.faults import Faults
from reports.plan_book.rules.figures import check_outcomes, check_targets
from reports.plan_book.rules.identity import check_identity
from reports.plan_book.rules.names import Names
from reports.plan_book.rules.references import check_references
from reports.plan_book.rules.sections import check_sections
from reports.plan_book.rules.spans import check_spans
from reports.plan_book.rules.subjects import check_subjects
from reports.plan_book.rules.tables import check_tables
from reports.plan_book.rules.trees import check_trees

Rows = Mapping[str, tuple[BookRow, ...]]


def check_rows(rows: Rows, known: KnownIds, faults: Faults, warnings: list[str]) -> None:
    """Every rule, sheet by sheet in the order that a person would mend them."""
    names = Names(rows, known)
    check_spans(rows, faults)
    check_identity(rows, faults)
    check_references(rows, names, faults)
    check_trees(rows, known, faults)
    check_subjects(rows, faults)
    check_targets(rows.get("Målvärden", ()), known, faults)
    check_outcomes(rows.get("Utfall", ()), known, faults)
    check_sections(rows.get("Avsnitt", ()), names, known, faults, warnings)
    check_tables(rows.get("Tabeller", ()), faults, warnings)
