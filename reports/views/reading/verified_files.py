"""The files of a version in words, each with what its verification gave."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.models import Publication
from reports.render.formats import Format
from reports.sealed.parts import ATTACHED, CHECKS, MANIFEST
from reports.sealed.verification import Verdict, Verification

_FORMATS: dict[str, Promise] = {
    Format.HTML: _("webbsida (HTML)"),
    Format.PDF: _("PDF"),
    Format.XLSX: _("kalkylblad (XLSX)"),
    Format.JSON: _("data (JSON)"),
    CHECKS: _("kontroller före publiceringen (JSON)"),
    MANIFEST: _("förteckning över filerna (JSON)"),
}
_ATTACHED = _("bilaga")
_VERDICTS: dict[Verdict, Promise] = {
    Verdict.INTACT: _("Oförändrad"),
    Verdict.CHANGED: _("Ändrad"),
    Verdict.MISSING: _("Saknas"),
    Verdict.ADDED: _("Hör inte hit"),
}
_ADDRESSES = {CHECKS: ("kontroller", "json"), MANIFEST: ("manifest", "json")}


@dataclass(frozen=True, slots=True)
class FileLine:
    """`computed` is the sum of the bytes now, where it is another; `url` is empty for what is gone."""

    words: str
    name: str
    size: int
    sha256: str
    computed: str
    verdict: str
    is_intact: bool
    url: str


def format_words(format: str) -> str:
    return str(_ATTACHED if format.startswith(ATTACHED) else _FORMATS.get(format, format))


def file_lines(publication: Publication, result: Verification) -> tuple[FileLine, ...]:
    return tuple(
        FileLine(
            words=format_words(item.recorded.format),
            name=item.recorded.name,
            size=item.recorded.size,
            sha256=item.recorded.sha256,
            computed=item.computed if item.computed != item.recorded.sha256 else "",
            verdict=str(_VERDICTS[item.verdict]),
            is_intact=item.verdict == Verdict.INTACT,
            url=_address(publication, item.recorded.format) if item.computed else "",
        )
        for item in result.files
    )


def _address(publication: Publication, format: str) -> str:
    if format.startswith(ATTACHED):
        name = format.removeprefix(ATTACHED)
        return reverse(
            "reading:attachment", args=[publication.committee.slug, publication.slug, publication.version, name]
        )
    if format not in _FORMATS:
        return ""
    name, suffix = _ADDRESSES.get(format, (publication.slug, format))
    arguments = [publication.committee.slug, publication.slug, publication.version, name, suffix]
    return reverse("reading:file", args=arguments)
