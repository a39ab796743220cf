"""What a search finds, report by report. As many queries however much there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import AnyUser
from followup.core.numbers import format_count
from followup.core.search import Piece, SearchQuery, excerpt, marked
from reports.choices import PassageKind
from reports.models import Publication, PublishedPassage
from reports.views.search.asked import Asked
from reports.views.search.found import MOST_HITS, Found, FoundPassage, found_by
from reports.views.search.narrowing import Field, fields_for, known
from reports.views.search.readable import readable_for

REPORTS_A_PAGE = 10
HITS_OF_A_REPORT = 4
HITS_A_PAGE = 50
"""Where one report is looked in."""


def _hits(count: int) -> str:
    return ngettext("%(count)s träff", "%(count)s träffar", count) % {"count": format_count(count)}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found; `address` leads to it in the report's page."""

    address: str
    kind: str
    title: tuple[Piece, ...]
    place: str
    unit: tuple[Piece, ...]
    unit_name: tuple[Piece, ...]
    status_mark: str
    status_word: str
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report with the first of its hits; `all_hits` leads to the others, and is empty where there are none.

    `is_cut`: it has more than `count`.
    """

    publication: Publication
    address: str
    hits: tuple[Hit, ...]
    count: int
    all_hits: str
    is_cut: bool = False

    @property
    def count_words(self) -> str:
        if self.is_cut:
            return _("Fler än %(count)s träffar") % {"count": format_count(self.count)}
        return _hits(self.count)


@dataclass(frozen=True, slots=True)
class Results:
    """`page` is of reports, or of hits where one report is looked in; the counts are of all pages.

    `is_cut`: there is more in older reports, which neither the pages nor the counts know; `is_cut_within`: and in the
    only one that was read. `is_unready`: nothing was found, and there are reports that cannot be looked in yet.
    """

    asked: Asked
    query: SearchQuery
    fields: tuple[Field, ...]
    reports: tuple[FoundReport, ...] = ()
    page: Page | None = None
    hit_count: int = 0
    report_count: int = 0
    is_cut: bool = False
    is_cut_within: bool = False
    is_unready: bool = False

    @property
    def everywhere(self) -> str:
        """The same search in all reports."""
        return self.asked.but(report="")

    @property
    def count_words(self) -> str:
        if self.is_cut:
            return _("Fler än %(count)s träffar") % {"count": format_count(MOST_HITS)}
        reports = ngettext("%(count)s rapport", "%(count)s rapporter", self.report_count)
        return _("%(hits)s i %(reports)s") % {
            "hits": _hits(self.hit_count),
            "reports": reports % {"count": format_count(self.report_count)},
        }

    @property
    def cut_words(self) -> str:
        """What is shown of what is too much to count, and the way to the rest."""
        if self.is_cut_within:
            read = _("Här är de %(count)s första träffarna i den senaste rapporten.") % {
                "count": format_count(self.hit_count)
            }
            return f"{read} {_('Skriv fler ord, så hittas det som står längre ner eller i äldre rapporter.')}"
        read = ngettext(
            "Här är träffarna i den senaste rapporten.",
            "Här är träffarna i de %(count)s senaste rapporterna.",
            self.report_count,
        ) % {"count": format_count(self.report_count)}
        return f"{read} {_('Skriv fler ord, eller välj bland rapporterna, så hittas det äldre.')}"


def results_for(user: AnyUser, asked: Asked) -> Results:
    """Five queries where something is found, four where nothing is, one more where `found_by` takes two.

    Two where nothing is looked for.
    """
    readable = readable_for(user)
    asked = known(asked, readable)
    query = asked.query
    if not query:
        return Results(asked, query, fields_for(asked, readable, Found()))
    found = found_by(query, asked, readable)
    by_version = _in_order(found.passages)
    page, shown = _page(by_version, asked)
    return Results(
        asked=asked,
        query=query,
        fields=fields_for(asked, readable, found),
        reports=tuple(
            replace(each, is_cut=found.is_cut_within) for each in _reports(user, shown, by_version, asked, query)
        ),
        page=page,
        hit_count=len(found.passages),
        report_count=len(by_version),
        is_cut=found.is_cut,
        is_cut_within=found.is_cut_within,
        is_unready=not found.passages and Publication.objects.readable_by(user).without("passages").exists(),
    )


def _in_order(passages: Sequence[FoundPassage]) -> dict[int, list[int]]:
    """Version → its hits. Those whose titles alone are what is looked for come first, and so do reports with such.

    What is alike in that stays as it is: the newest report first, and the order of the report.
    """
    made: dict[int, list[int]] = {}
    for each in sorted(passages, key=lambda each: not each.in_title):
        made.setdefault(each.version, []).append(each.pk)
    return made


def _page(by_version: Mapping[int, list[int]], asked: Asked) -> tuple[Page, dict[int, list[int]]]:
    """The page asked for, and what it shows by version."""
    if asked.report:
        page = Paginator([pk for pks in by_version.values() for pk in pks], HITS_A_PAGE).get_page(asked.page)
        return page, {version: list(page.object_list) for version in by_version}
    page = Paginator(list(by_version), REPORTS_A_PAGE).get_page(asked.page)
    return page, {version: by_version[version][:HITS_OF_A_REPORT] for version in page.object_list}


def _reports(
    user: AnyUser,
    shown: Mapping[int, Sequence[int]],
    by_version: Mapping[int, Sequence[int]],
    asked: Asked,
    query: SearchQuery,
) -> tuple[FoundReport, ...]:
    """In the order of `shown`; two queries. Whether each may be read is asked once more, of the versions themselves."""
    readable = Publication.objects.readable_by(user).select_related("committee__municipality", "disclosure")
    publications = readable.in_bulk(shown)
    passages = PublishedPassage.objects.in_bulk([pk for pks in shown.values() for pk in pks])
    return tuple(
        _report(publications[version], [passages[pk] for pk in pks], len(by_version[version]), asked, query)
        for version, pks in shown.items()
        if version in publications
    )


def _report(
    publication: Publication, passages: Sequence[PublishedPassage], count: int, asked: Asked, query: SearchQuery
) -> FoundReport:
    address = reverse("reading:version", args=[publication.committee.slug, publication.slug, publication.version])
    return FoundReport(
        publication=publication,
        address=address,
        hits=tuple(_hit(each, address, query) for each in passages),
        count=count,
        all_hits="" if asked.report or count <= len(passages) else asked.but(report=str(publication.report_id)),
    )


def _hit(passage: PublishedPassage, address: str, query: SearchQuery) -> Hit:
    return Hit(
        address=f"{address}#{passage.anchor}",
        kind=str(PassageKind(passage.kind).label),
        title=marked(passage.title, query),
        place=passage.place,
        unit=marked(passage.unit, query),
        unit_name=() if passage.unit_name == passage.unit else marked(passage.unit_name, query),
        status_mark=passage.status_mark,
        status_word=passage.status_word,
        text=excerpt(passage.text, query),
    )
