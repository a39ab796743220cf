"""A PDF that holds pages and nothing that runs, opens other programs or hides other files."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from django.utils.translation import gettext as _

from reports.attached.fault import AttachedFileFault

MOST_PAGES = 2000
MOST_OBJECTS = 300_000
_DEEPEST = 40

_RUNNING = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE", "/RichMediaExecute"}
_RUNNING_KEYS = {"/JS", "/XFA", "/RichMediaContent"}
_FILE_KEYS = {"/EmbeddedFiles", "/EF"}


def check_pdf(content: bytes) -> None:
    """Raises AttachedFileFault."""
    if b"%%EOF" not in content[-1024:] or content.rstrip(b"\0\r\n\t ")[-5:] != b"%%EOF":
        raise AttachedFileFault(_("PDF-filen är ofullständig, eller har något annat efter slutet."))
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
            _check(pdf)
    except pikepdf.PasswordError as fault:
        raise AttachedFileFault(
            _("PDF-filen är skyddad med lösenord eller kryptering. Spara den utan skydd.")
        ) from fault
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError) as fault:
        if isinstance(fault, AttachedFileFault):
            raise
        raise AttachedFileFault(_("PDF-filen går inte att läsa: den är skadad eller ofullständig.")) from fault


def _check(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise AttachedFileFault(_("PDF-filen är skyddad med lösenord eller kryptering. Spara den utan skydd."))
    if not 1 <= len(pdf.pages) <= MOST_PAGES:
        raise AttachedFileFault(_("PDF-filen har inga sidor, eller fler än 2 000."))
    if len(pdf.objects) > MOST_OBJECTS:
        raise AttachedFileFault(_("PDF-filen är för omfattande. Dela upp den."))
    for each in _dictionaries(pdf):
        keys = {str(key) for key in each.keys()}  # noqa: SIM118 (a PDF dictionary iterates over its values)
        if keys & _RUNNING_KEYS or ("/S" in keys and str(each["/S"]) in _RUNNING):
            raise AttachedFileFault(
                _("PDF-filen innehåller skript, formulärkod eller något som startar program. Spara den utan det.")
            )
        if keys & _FILE_KEYS:
            raise AttachedFileFault(_("PDF-filen har andra filer inbäddade. Spara den utan dem."))


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file once: those that are objects of their own, and those written inside them."""
    waiting: list[tuple[pikepdf.Object, int]] = [(each, 0) for each in pdf.objects]
    waiting.append((pdf.trailer, 0))
    while waiting:
        each, depth = waiting.pop()
        if depth > _DEEPEST:
            raise AttachedFileFault(_("PDF-filen är för omfattande. Dela upp den."))
        if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
            yield each
            inside = [each[key] for key in each.keys()]  # noqa: SIM118 (a PDF dictionary iterates over its values)
        elif isinstance(each, pikepdf.Array):
            inside = list(each)
        else:
            continue
        waiting += [
            (value, depth + 1)
            for value in inside
            if isinstance(value, (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)) and not value.is_indirect
        ]
