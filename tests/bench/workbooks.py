"""Twenty thousand outcomes in and out as a workbook, measured: rows 11 and 12. Wall time."""

import time
from io import BytesIO

from tests.bench.installation import installation
from tests.bench.made import a_committee
from tests.bench.rows import Row, cleared, compared, of_pairs, tell, timed

INDICATORS, PERIODS, UNITS = 40, 100, 5
OUTCOMES = INDICATORS * PERIODS * UNITS
ROUNDS = 3


def main():
    with installation():
        plan, book = a_plan_with_outcomes()
        exporting(plan, book)
        importing(plan, book)


def a_plan_with_outcomes():
    """A plan without figures, and the workbook that has them."""
    from followup.core.periods import parse_period
    from indicators.models import Measurement
    from reports.plan_book.stored import stored_book
    from reports.plan_book.writing import write_workbook

    plan = a_committee(areas=1, council_goals=1, goals=INDICATORS // 2, indicators=2, units=UNITS, rounds=1)
    Measurement.objects.filter(plan=plan).delete()
    units = list(plan.committee.units.all())
    months = [parse_period(f"{2000 + number // 12}-{1 + number % 12:02}") for number in range(PERIODS)]
    Measurement.objects.bulk_create(
        Measurement(
            plan=plan,
            committee=plan.committee,
            indicator=indicator,
            unit=unit,
            period=month.code,
            period_from=month.first,
            period_through=month.last,
            value=f"{50 + number % 40}.{number % 10}",
        )
        for indicator in plan.indicators.all()
        for unit in units
        for number, month in enumerate(months)
    )
    assert Measurement.objects.filter(plan=plan).count() == OUTCOMES
    book = write_workbook(stored_book(plan))
    return plan, book


def exporting(plan, book):
    from openpyxl import Workbook, load_workbook

    from reports.plan_book.stored import stored_book
    from reports.plan_book.writing import write_workbook

    read = load_workbook(BytesIO(book), read_only=True)
    cells = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in read}

    def floor():
        made = Workbook(write_only=True)
        for name, rows in cells.items():
            sheet = made.create_sheet(name)
            for row in rows:
                sheet.append(row)
        made.save(BytesIO())

    found = compared(cleared(lambda: write_workbook(stored_book(plan))), cleared(floor), clock=time.perf_counter)
    job = f"export of {OUTCOMES} outcomes"
    tell(Row("12", job, "openpyxl write-only, same cells", "≤ 1.2", str(found), found.ratio <= 1.2))


def importing(plan, book):
    """Preview and import: read once, tried, then written; the outcomes are deleted in between, outside the clock."""
    from django.db import connection, transaction
    from openpyxl import load_workbook

    from followup.core.access import COMMAND_LINE
    from indicators.models import Measurement
    from reports.commands.plan_import import BookFile, changes_of, import_plan, known_ids
    from reports.plan_book.reading import read_workbook

    fields = [field for field in Measurement._meta.concrete_fields if not field.primary_key]
    names = [field.column for field in fields]
    rows = [
        tuple(field.get_db_prep_save(value, connection) for field, value in zip(fields, values, strict=True))
        for values in Measurement.objects.filter(plan=plan).values_list(*(field.attname for field in fields))
    ]

    def ours():
        read = read_workbook(BytesIO(book), known_ids)
        changes = changes_of(read)
        import_plan(book=read, by=COMMAND_LINE, file=BookFile("bench", ""), expected_fingerprint=changes.fingerprint)

    def floor():
        for sheet in load_workbook(BytesIO(book), read_only=True):
            for _row in sheet.iter_rows(values_only=True):
                pass
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY indicators_measurement ({', '.join(names)}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                places = ", ".join(["%s"] * len(names))
                statement = f"INSERT INTO indicators_measurement ({', '.join(names)}) VALUES ({places})"
                cursor.executemany(statement, rows)

    def emptied(act):
        Measurement.objects.filter(plan=plan).delete()
        Measurement.history.filter(plan_id=plan.pk).delete()
        return timed(cleared(act))

    found = of_pairs([(emptied(ours), emptied(floor)) for _round in range(ROUNDS + 1)][1:])
    job = f"import of {OUTCOMES} outcomes, checked and previewed"
    floor_words = "openpyxl read-only + executemany or COPY"
    tell(Row("11", job, floor_words, "≤ 1.5", str(found), found.ratio <= 1.5))


if __name__ == "__main__":
    main()
