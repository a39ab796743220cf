"""What a search finds, report by report. As many queries however much there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import AnyUser
from followup.core.numbers import format_number
from followup.core.search import Piece, SearchQuery, excerpt, marked
from reports.choices import PassageKind
from reports.models import Publication, PublishedPassage
from reports.views.search.asked import Asked
from reports.views.search.narrowing import Field, Tally, fields_for, known, tally_of
from reports.views.search.readable import Readable, readable_for

REPORTS_A_PAGE = 10
HITS_OF_A_REPORT = 4
HITS_A_PAGE = 50
"""Where one report is looked in."""


def _number(count: int) -> str:
    return format_number(Decimal(count), 0)


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
    """A report with the first of its hits; `all_hits` leads to the others, and is empty where there are none."""

    publication: Publication
    address: str
    hits: tuple[Hit, ...]
    count: int
    all_hits: str

    @property
    def count_words(self) -> str:
        return ngettext("%(count)s träff", "%(count)s träffar", self.count) % {"count": _number(self.count)}


@dataclass(frozen=True, slots=True)
class Results:
    """`page` is of reports, or of hits where one report is looked in; the counts are of all pages."""

    asked: Asked
    query: SearchQuery
    fields: tuple[Field, ...]
    reports: tuple[FoundReport, ...] = ()
    page: Page | None = None
    hit_count: int = 0
    report_count: int = 0

    @property
    def everywhere(self) -> str:
        """The same search in all reports."""
        return self.asked.but(report="")

    @property
    def count_words(self) -> str:
        hits = ngettext("%(count)s träff", "%(count)s träffar", self.hit_count) % {"count": _number(self.hit_count)}
        reports = ngettext("%(count)s rapport", "%(count)s rapporter", self.report_count)
        return _("%(hits)s i %(reports)s") % {
            "hits": hits,
            "reports": reports % {"count": _number(self.report_count)},
        }


def results_for(user: AnyUser, asked: Asked) -> Results:
    """Six queries where something is found, one where nothing is looked for."""
    readable = readable_for(user)
    asked = known(asked, readable)
    query = asked.query
    if not query:
        return Results(asked, query, fields_for(asked, readable, {}))
    tally = tally_of(query, asked, readable)
    counts = _in_order(tally, readable)
    page, shown = _page(query, counts, asked)
    return Results(
        asked=asked,
        query=query,
        fields=fields_for(asked, readable, tally.traits),
        reports=_reports(shown, counts, asked, query),
        page=page,
        hit_count=sum(counts.values()),
        report_count=len(counts),
    )


def _in_order(tally: Tally, readable: Readable) -> dict[int, int]:
    """Version → hits: those in whose titles all is found before the others, then the newest report."""

    def order(version: int) -> tuple[bool, date, int]:
        return version in tally.in_titles, readable.reports[version].as_of or date.min, version

    return {version: tally.versions[version] for version in sorted(tally.versions, key=order, reverse=True)}


def _page(query: SearchQuery, counts: Mapping[int, int], asked: Asked) -> tuple[Page, dict[int, list[int]]]:
    """The page asked for, and the ids of what it shows by version, in order; one query."""
    passages = PublishedPassage.objects.found_by(query).of(kind=asked.kind, status=asked.status, unit=asked.unit)
    if asked.report:
        of_one = passages.of_versions(counts).with_title_first(query)
        page = Paginator(list(of_one.values_list("pk", flat=True)), HITS_A_PAGE).get_page(asked.page)
        return page, {version: list(page.object_list) for version in counts}
    page = Paginator(list(counts), REPORTS_A_PAGE).get_page(asked.page)
    shown: dict[int, list[int]] = {version: [] for version in page.object_list}
    rows = passages.of_versions(shown).with_title_first(query).values_list("publication_id", "pk")
    for version, pk in rows:
        if len(shown[version]) < HITS_OF_A_REPORT:
            shown[version].append(pk)
    return page, shown


def _reports(
    shown: Mapping[int, Sequence[int]], counts: Mapping[int, int], asked: Asked, query: SearchQuery
) -> tuple[FoundReport, ...]:
    """In the order of `shown`; two queries."""
    publications = Publication.objects.select_related("committee__municipality", "disclosure").in_bulk(shown)
    passages = PublishedPassage.objects.in_bulk([pk for pks in shown.values() for pk in pks])
    return tuple(
        _report(publications[version], [passages[pk] for pk in pks], counts[version], asked, query)
        for version, pks in shown.items()
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
