"""Loading a report's data and building its page, measured: rows 8 to 10. Wall time, since the database works too."""

import html
import time

from tests.bench.copies import copies
from tests.bench.installation import installation
from tests.bench.made import a_committee, is_query
from tests.bench.rows import Row, compared, tell

OTHERS, ROUNDS = 99, 51


def main():
    with installation(), copies() as sizes:
        from reports.bench_data.cloning import Names, clone, marks
        from reports.build.gather import gather
        from reports.models import Report

        since = marks()
        plan = a_committee(is_current=False)
        report = Report.objects.select_related("plan", "committee__municipality", "round").filter(plan=plan).last()
        page(report)
        loading(report)
        analyse()
        sizes.keep("alone")
        for _made in clone(since, first=1, copies=OTHERS, names=Names("Kommun 3000", "3000")):
            pass
        analyse()
        sizes.keep("among")
        among, alone = (sizes.inside(size, lambda: gather(report)) for size in ("among", "alone"))
        found = compared(among, alone, clock=time.perf_counter, rounds=ROUNDS)
        job = f"the same among {OTHERS} times as much of others"
        tell(Row("9", job, "alone", "≤ 1.2", str(found), found.ratio <= 1.2))


def loading(report):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from reports.build.gather import gather

    with CaptureQueriesContext(connection) as captured:
        gather(report)
    statements = [query["sql"] for query in captured if is_query(query["sql"])]

    def floor():
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.cursor.execute(statement)
                cursor.fetchall()

    bound = 1.7 if connection.vendor == "postgresql" else 3
    found = compared(lambda: gather(report), floor, clock=time.perf_counter, rounds=ROUNDS)
    told = f"{len(statements)} queries; {found}"
    is_met = len(statements) <= 7 and found.ratio <= bound
    tell(Row("8", "load a report's data", "the driver's cursor, same rows", f"≤ 7 queries; ≤ {bound}", told, is_met))


def page(report):
    from lxml import html as reader

    from reports.build import build_report
    from reports.render import RENDERERS, Format

    document = build_report(report)
    made = RENDERERS[Format.HTML](document)
    elements = [
        (event, element.tag, dict(element.attrib), element.text or "", element.tail or "")
        for event, element in walked(reader.fromstring(made))
    ]

    def floor():
        pieces = []
        for event, tag, attributes, text, tail in elements:
            if event == "start":
                told = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
                pieces.append(f"<{tag}{told}>{html.escape(text, quote=False)}")
            else:
                pieces.append(f"</{tag}>{html.escape(tail, quote=False)}")
        return "".join(pieces).encode()

    assert len(floor()) > 0.95 * len(made)
    found = compared(lambda: RENDERERS[Format.HTML](document), floor, rounds=ROUNDS)
    told = f"{found}, {len(made)} bytes"
    tell(Row("10", "build the report's HTML", "the same elements joined as strings", "≤ 20", told, found.ratio <= 20))


def walked(root):
    """Elements as they begin and end; comments are left out."""
    yield "start", root
    for child in root:
        if isinstance(child.tag, str):
            yield from walked(child)
    yield "end", root


def analyse():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
