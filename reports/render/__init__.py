"""Document in, bytes out: one function per format, all alike, none of them knows the database.

The same document gives the same bytes each time, so that a published file can be checked against its hash.
"""

from collections.abc import Callable

from reports.build.document import ReportDocument
from reports.render.data import render_json
from reports.render.faults import RenderFault
from reports.render.formats import Format
from reports.render.html import render_html, render_section_page, stylesheet_source
from reports.render.pdf import render_pdf, render_section_pdf
from reports.render.xlsx import render_xlsx

Renderer = Callable[[ReportDocument], bytes]
RENDERERS: dict[Format, Renderer] = {
    Format.HTML: render_html,
    Format.PDF: render_pdf,
    Format.XLSX: render_xlsx,
    Format.JSON: render_json,
}

__all__ = [
    "RENDERERS",
    "Format",
    "RenderFault",
    "Renderer",
    "render_section_page",
    "render_section_pdf",
    "stylesheet_source",
]
