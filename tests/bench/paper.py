"""Publishing, the PDF and the preview, measured: rows 1 to 6.

The report is Kalmar's of the demo, 60 pages; the five-column table is Linköping's. CPU time of this process.
"""

import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from tests.bench.installation import installation
from tests.bench.rows import Row, cleared, compared, mebibytes, tell

KALMAR, LINKOPING = "kalmar-socialnamnden-2022", "linkoping-socialnamnden-2017.toml"
_COSTLY = (
    (re.compile(r"target-counter\((?:[^()]|\([^()]*\))*\)"), '""'),
    (re.compile(r"float:\s*footnote;?"), ""),
    (re.compile(r"position:\s*running\([^)]*\);?"), "display:none;"),
    (re.compile(r"element\([^)]*\)"), '""'),
    (re.compile(r"string\([^)]*\)"), '""'),
    (re.compile(r"string-set:[^;}]*;?"), ""),
    (re.compile(r"background-image:\s*url\([^)]*\);?"), ""),
)


def main():
    with installation():
        report = the_report(KALMAR)
        publishing(report)
        paper(report)
        previewing(report)
        table(the_report(LINKOPING))
        four_times_as_much()


def the_report(book):
    from django.conf import settings

    from reports.build import build_report
    from reports.demo.load import load_plan
    from reports.models import Report

    plan = load_plan(settings.BASE_DIR / "fixtures" / book)
    reports = Report.objects.filter(plan=plan).select_related("plan", "committee__municipality", "round")
    return max(reports, key=lambda report: len(parts_of(build_report(report))[0]))


def publishing(report):
    from followup.core.access import COMMAND_LINE
    from reports.build import build_report
    from reports.choices import Audience
    from reports.commands.publishing import publish

    source, style = parts_of(build_report(report))

    def ours():
        forget_texts()
        publish(
            report=report,
            audience=Audience.PUBLIC,
            change_note="Rättad.",
            accept_warnings=True,
            by=COMMAND_LINE,
        )

    pages = pages_of(bare(source, style))
    found = compared(cleared(ours), cleared(lambda: bare(source, style)))
    told = f"{found}, {pages} pages"
    floor = "bare WeasyPrint, same HTML and options"
    tell(Row("1", "publish a report", floor, "≤ 1.10", told, found.ratio <= 1.10))


def forget_texts():
    """What the process keeps of a text it has read: a report that is published for the first time has it not."""
    from followup.core.richtext.plain import plain_lines
    from followup.core.richtext.text import to_text

    plain_lines.cache_clear()
    to_text.cache_clear()


def paper(report):
    """Of the style sheet: both sides as we lay out, with room for frames and their own clearing away."""
    from followup.core.frames import with_room
    from reports.build import build_report
    from reports.render.pdf import print_html

    source, style = parts_of(build_report(report))
    plain = style
    for pattern, instead in _COSTLY:
        plain = pattern.sub(instead, plain)
    found = compared(*(cleared(with_room(partial(bare, source, each))) for each in (style, plain)))
    floor = "without page numbers in the contents, footnotes, running headers, icons"
    tell(Row("2", "our print stylesheet", floor, "≤ 1.20", str(found), found.ratio <= 1.20))

    found = compared(cleared(lambda: print_html(source, style)), cleared(lambda: untagged(source, style)))
    size = len(print_html(source, style)) / len(untagged(source, style))
    told = f"{found}; bytes × {size:.2f}"
    floor = "untagged PDF"
    tell(Row("3", "PDF/A-3a and PDF/UA-1", floor, "≤ 1.15; ≤ 1.6", told, found.ratio <= 1.15 and size <= 1.6))


def previewing(report):
    from reports.build import build_report, build_section
    from reports.build.part_facts import SectionFact
    from reports.commands.composing import text_of
    from reports.render import RENDERERS, Format, render_section_page, render_section_pdf

    text = text_of(next(section for section in report.sections.all() if section.kind == "text" and section.content))
    options = {key: tuple(items) for key, items in text.options.items()}
    fact = SectionFact(0, text.level, text.title, text.kind, text.content, options)
    found = compared(
        lambda: render_section_page(build_section(report, fact)),
        lambda: RENDERERS[Format.HTML](build_report(report)),
    )
    tell(Row("6", "preview after one edit", "the whole report", "≤ 0.20", str(found), found.ratio <= 0.20))

    words = count(1)

    def edited():
        return build_section(report, replace(fact, content=f"{fact.content}<p>{next(words)}</p>"))

    found = compared(
        lambda: render_section_pdf(edited()),
        lambda: RENDERERS[Format.PDF](build_report(report)),
    )
    floor = "the whole draft's"
    tell(Row("6", "changed pages as a PDF after one edit", floor, "≤ 0.20", str(found), found.ratio <= 0.20))


def table(report):
    from reports.build import build_report
    from reports.build.document import GoalTable

    document = build_report(report)
    wide = tuple(section for section in document.sections if isinstance(section.block, GoalTable))
    source, style = parts_of(replace(document, sections=wide, in_brief=None, since_last=None))
    automatic = re.sub(r"table-layout:\s*fixed", "table-layout:auto", style)
    assert automatic != style
    found = compared(lambda: bare(source, style), lambda: bare(source, automatic))
    tell(Row("5", "the five-column table", "automatic layout", "≤ 0.75", str(found), found.ratio <= 0.75))


def four_times_as_much():
    """Each size in a process of its own, which tells its CPU seconds, its highest memory and its pages."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("once", "four")]
        for path, areas in zip(paths, (3, 12), strict=True):
            a_report_of(areas, path)
        (cpu, memory, pages), (cpu4, memory4, pages4) = (alone(path) for path in paths)
    time, space, page = cpu4 / cpu, memory4 / memory, (memory4 - memory) / (pages4 - pages)
    told = (
        f"time × {time:.2f}, memory × {space:.2f}, {mebibytes(page)} for each page more "
        f"({pages} and {pages4} pages, {mebibytes(memory)} and {mebibytes(memory4)})"
    )
    is_met = time <= 4.0 and space <= 3.3 and page < 2 * 2**20
    tell(Row("4", "four times the content", "one time", "≤ 4.0; ≤ 3.3; < 2 MB a page", told, is_met))


def a_report_of(areas, path):
    """The HTML and the style of a made report, beside one another."""
    from random import Random

    from followup.core.access import COMMAND_LINE
    from reports.bench_data.book import PlanOf, Shape, plan_sheets
    from reports.build import build_report
    from reports.commands.plan_import import BookFile, import_plan
    from reports.models import Report
    from reports.plan_book.reading import read_sheets

    of = PlanOf("Kommun 3000", "3000", f"Nämnd {areas}", 2025, 2025)
    sheets = plan_sheets(of, Shape(areas=areas, rounds=1), Random(1))
    plan = import_plan(book=read_sheets([sheets]), by=COMMAND_LINE, file=BookFile("bench", "")).plan
    report = Report.objects.select_related("plan", "committee__municipality", "round").get(plan=plan)
    source, style = parts_of(build_report(report))
    path.with_suffix(".html").write_text(source)
    path.with_suffix(".css").write_text(style)


def alone(path):
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.paper_alone", path], check=True, capture_output=True, text=True
    )
    cpu, memory, pages = answer.stdout.split()
    return float(cpu), int(memory), int(pages)


def parts_of(document):
    """The HTML and the style sheet that the PDF is made of."""
    from django.utils.translation import override

    from reports.render.pdf import paper_rules, print_source

    with override("sv"):
        return print_source(document), paper_rules(document)


def bare(source, style):
    return _written(source, style, pdf_variant="pdf/a-3a")


def untagged(source, style):
    return _written(source, style)


def _written(source, style, **options):
    """WeasyPrint alone, with a fetcher because the fonts and pictures are ours."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from reports.render.pdf_fetcher import SCHEME, ClosedFetcher

    fonts, fetcher = FontConfiguration(), ClosedFetcher()
    sheet = CSS(string=style, base_url=SCHEME, url_fetcher=fetcher, font_config=fonts)
    page = HTML(string=source, base_url=SCHEME, url_fetcher=fetcher)
    return page.write_pdf(stylesheets=[sheet], font_config=fonts, **options)


def pages_of(pdf):
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


if __name__ == "__main__":
    main()
