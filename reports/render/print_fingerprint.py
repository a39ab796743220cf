"""A fingerprint of all that decides how a document is laid out on paper, beside the document itself."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import weasyprint
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from reports.build import document, extract_areas, extract_sections, extracts
from reports.render import pdf

_SHEETS = ("css/tokens.css", "css/print.css")


@cache
def print_fingerprint() -> str:
    """SHA-256 over the program that lays out, its templates, its style sheets and the version of WeasyPrint.

    Read once a process: what has changed on disk since then is not what runs.
    """
    found = sha256(weasyprint.__version__.encode())
    for path in sorted(_sources()):
        found.update(f"{path.name}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _sources() -> set[Path]:
    modules = [Path(str(each.__file__)) for each in (extract_areas, extract_sections, extracts)]
    programs = [*Path(str(document.__file__)).parent.glob("*.py"), *Path(str(pdf.__file__)).parent.rglob("*.py")]
    template = Path(get_template("reports/document/print.html").origin.name)  # type: ignore[attr-defined]
    sheets = {Path(found).parent for path in _SHEETS if (found := finders.find(path))}
    return {
        *modules,
        *programs,
        *template.parent.glob("*"),
        *(each for folder in sheets for each in folder.glob("*.css")),
    }
