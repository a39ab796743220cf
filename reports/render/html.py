"""The report as one web page that carries its own style and reads the same ten years on."""

import re
from base64 import b64encode
from hashlib import sha256

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import override

from reports.build.document import ReportDocument
from reports.render.pages import LANGUAGE, document_context
from reports.render.stylesheets import screen_style

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def render_html(document: ReportDocument) -> bytes:
    """A complete page without script, its style in one `<style>` element in the head.

    After the skip link stands the comment `<!--frame-->`. Whoever serves the page may put the site's bar there; the
    page's own style knows these classes and no others:

        <aside class="frame" aria-label="Om den här sidan">
          <p class="frame__notice">Det finns en nyare version. <a href="…">Läs version 2</a></p>
          <p class="frame__state">Fastställd av Socialnämnden den 12 oktober 2017, § 87.</p>
          <ul class="frame__links"><li><a href="…">Alla rapporter</a></li></ul>
          <ul class="frame__links"><li><a href="…">Ladda ner som PDF</a></li></ul>
        </aside>

    The second list is put at the far end of the bar where there is room.
    """
    return _rendered(document, "reports/document/page.html")


def render_section_page(document: ReportDocument) -> bytes:
    """The document's sections alone on a page, as they look in the report: for a section that is being written."""
    return _rendered(document, "reports/document/section_page.html")


def _rendered(document: ReportDocument, template: str) -> bytes:
    with override(LANGUAGE):
        context = document_context(document, on_paper=False) | {
            "status_template": "core/_status.html",
            "trend_template": "reports/document/_trend.html",
            "note_template": "reports/document/_note_marks.html",
            "notes_list": "reports/document/_notes_list.html",
            "style": mark_safe(screen_style(document)),  # noqa: S308 (our own style sheets)
        }
        return render_to_string(template, context).encode()


def stylesheet_source(html: bytes) -> str:
    """The Content-Security-Policy source (`'sha256-…'`) that lets this page's embedded style through."""
    found = _STYLE.search(html)
    if found is None:
        raise ValueError("the page holds no embedded style")
    return f"'sha256-{b64encode(sha256(found[1]).digest()).decode()}'"
