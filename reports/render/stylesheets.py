"""The style a document carries with it, put together from the project's own style sheets."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _

from followup.core.choices import ReportFont
from followup.core.colour import accent_variants
from reports.build.document import Chart, GoalFollowUp, GoalIndicators, Publisher, ReportDocument, Table
from reports.render.faults import RenderFault

_SCREEN = (
    "css/tokens.css",
    "css/base.css",
    "css/marks.css",
    "css/document.css",
    "css/document_brief.css",
    "css/document_contents.css",
    "css/document_frame.css",
    "css/document_tables.css",
    "css/document_blocks.css",
    "css/charts.css",
    "css/document_follow_up.css",
    "css/document_narrow.css",
    "css/document_folding.css",
    "css/document_rows.css",
)
_PAPER = (
    "css/print.css",
    "css/print_parts.css",
    "css/print_brief.css",
    "css/print_tables.css",
    "css/print_blocks.css",
    "css/print_follow_up.css",
)
_PAPER_NOTES = "css/print_notes.css"
_MEMO = ("css/print.css", "css/print_blocks.css", "css/print_memo.css")
_LOGO = ("css/document_logo.css", "css/print_logo.css")
_SERIF = ("css/fonts_serif.css", "css/print_serif.css")
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_FIRST_ROOT = re.compile(r":root[^{]*\{([^}]*)\}")
_TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
_BLANK_LINES = re.compile(r"\n\s*\n+")


def static_text(path: str) -> str:
    """A style sheet's source by its static path, line ends as `\\n`."""
    found = finders.find(path)
    if not found:
        raise RenderFault(_("Stilmallen %(path)s saknas i installationen.") % {"path": path})
    return Path(found).read_text(encoding="utf-8")


def screen_style(document: ReportDocument) -> str:
    """Everything the published page needs, so that it looks the same when the site around it has changed."""
    sources = [static_text(path) for path in (*_SCREEN, *_own_sheets(document.publisher, on_paper=False))]
    widths = {column.width for table in _tables(document) for column in table.columns}
    joined = "\n".join([*sources, _width_rules(widths), _accent_rules(document.publisher)])
    return _BLANK_LINES.sub("\n", _COMMENTS.sub("", joined)).strip()


def paper_style(document: ReportDocument) -> str:
    """What the PDF needs: the light tokens and the sheets for paper."""
    notes = [_PAPER_NOTES] if document.notes else []
    paths = [*_PAPER, *notes, *_own_sheets(document.publisher, on_paper=True)]
    return "\n".join([_root(document.publisher), *map(static_text, paths), _width_rules(range(1, 101))])


def memo_style(publisher: Publisher) -> str:
    """What the PDF of a memo needs: the same paper, with a head of its own."""
    return "\n".join([_root(publisher), *map(static_text, (*_MEMO, *_own_sheets(publisher, on_paper=True)))])


def _root(publisher: Publisher) -> str:
    tokens = "".join(f"{name}:{value};" for name, value in light_tokens(publisher).items())
    return f":root{{{tokens}}}"


def light_tokens(publisher: Publisher) -> dict[str, str]:
    """The tokens by name (`--ink`) as they are on paper: the light ones, with the publisher's accent."""
    source = _COMMENTS.sub("", static_text("css/tokens.css"))
    light = _FIRST_ROOT.search(source)
    tokens = {name: value.strip() for name, value in _TOKEN.findall(light[1])} if light else {}
    accent = accent_variants(publisher.accent)
    return tokens | {
        "--accent": accent.accent,
        "--accent-ink": accent.accent_ink,
        "--accent-soft": accent.accent_soft,
    }


def _own_sheets(publisher: Publisher, *, on_paper: bool) -> list[str]:
    """The sheets that only some municipalities' reports need."""
    chosen = [_LOGO] if publisher.logo else []
    chosen += [_SERIF] if publisher.font == ReportFont.SERIF else []
    return [sheets[on_paper] for sheets in chosen]


def _width_rules(widths: Iterable[int]) -> str:
    """A class for each width in percent that a column has: widths in the markup would break the policy."""
    return "".join(f".w{width}{{width:{width}%}}" for width in sorted(widths))


def _tables(document: ReportDocument) -> Iterator[Table]:
    if document.since_last:
        yield from (each.table for each in document.since_last.tables)
    for section in document.sections:
        match section.block:
            case Table() as table:
                yield table
            case Chart() as chart:
                yield chart.table
            case GoalFollowUp() as follow_up:
                for part in follow_up.parts:
                    if isinstance(part, GoalIndicators):
                        indicators = [each for group in part.groups for each in group.indicators]
                        yield from (each.figures for each in indicators if each.figures)


def _accent_rules(publisher: Publisher) -> str:
    accent = accent_variants(publisher.accent)
    font = "--font:var(--font-serif);" if publisher.font == ReportFont.SERIF else ""
    light = f"{font}--accent:{accent.accent};--accent-ink:{accent.accent_ink};--accent-soft:{accent.accent_soft}"
    dark = (
        f"--accent:{accent.dark_accent};--accent-ink:{accent.dark_accent_ink};--accent-soft:{accent.dark_accent_soft}"
    )
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
