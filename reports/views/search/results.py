"""What a search finds, report by report. As many queries however much there is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, IntegerField, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from followup.core.access import AnyUser
from followup.core.numbers import format_number
from followup.core.search import FoundIn, Piece, SearchQuery, excerpt, marked
from reports.choices import PassageKind
from reports.models import Publication, PublishedPassage
from reports.querysets import PassageQuerySet
from reports.views.search.asked import Asked
from reports.views.search.narrowing import Field, fields_for, known, of_kind, readable_for, tallies_of, within

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


@dataclass(frozen=True, slots=True)
class _Counted:
    publication_id: int
    hits: int


def results_for(user: AnyUser, asked: Asked) -> Results:
    """Six queries where something is found, one where nothing is looked for."""
    readable = readable_for(user)
    asked = known(asked, readable)
    query = asked.query
    if not query:
        return Results(asked, query, fields_for(asked, readable, ()))
    found = within(PublishedPassage.objects.readable_by(user).found_by(query), asked)
    fields = fields_for(asked, readable, tallies_of(found))
    found = of_kind(found, asked)
    counted = _by_report(found, query)
    page, wanted = _page(found, query, counted, asked)
    return Results(
        asked=asked,
        query=query,
        fields=fields,
        reports=_reports(wanted, counted, asked, query),
        page=page,
        hit_count=sum(each.hits for each in counted),
        report_count=len(counted),
    )


def _by_report(found: PassageQuerySet, query: SearchQuery) -> list[_Counted]:
    """Reports in whose titles all is found before the others, then the newest; one query."""
    rows = (
        found.order_by()
        .values("publication_id")
        .annotate(hits=Count("pk"), titles=Count("pk", filter=FoundIn(query, in_title=True)))
        .order_by(
            Case(When(titles__gt=0, then=Value(0)), default=Value(1), output_field=IntegerField()),
            F("publication__as_of").desc(nulls_last=True),
            "-publication_id",
        )
        .values_list("publication_id", "hits")
    )
    return [_Counted(*row) for row in rows]


def _page(
    found: PassageQuerySet, query: SearchQuery, counted: Sequence[_Counted], asked: Asked
) -> tuple[Page, dict[int, list[int]]]:
    """The page asked for, and the ids of what it shows by publication, in order; one query."""
    if asked.report:
        hits = list(found.with_title_first(query).values_list("pk", flat=True))
        page = Paginator(hits, HITS_A_PAGE).get_page(asked.page)
        return page, {each.publication_id: list(page.object_list) for each in counted}
    page = Paginator(counted, REPORTS_A_PAGE).get_page(asked.page)
    shown: dict[int, list[int]] = {each.publication_id: [] for each in page.object_list}
    rows = found.filter(publication__in=shown).with_title_first(query).values_list("publication_id", "pk")
    for publication_id, pk in rows:
        if len(shown[publication_id]) < HITS_OF_A_REPORT:
            shown[publication_id].append(pk)
    return page, shown


def _reports(
    wanted: dict[int, list[int]], counted: Sequence[_Counted], asked: Asked, query: SearchQuery
) -> tuple[FoundReport, ...]:
    """In the order of `wanted`; two queries."""
    publications = Publication.objects.select_related("committee__municipality", "disclosure").in_bulk(wanted)
    passages = PublishedPassage.objects.in_bulk([pk for pks in wanted.values() for pk in pks])
    counts = defaultdict(int, {each.publication_id: each.hits for each in counted})
    return tuple(
        _report(publications[each], [passages[pk] for pk in pks], counts[each], asked, query)
        for each, pks in wanted.items()
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
