"""The catalogue of open data as DCAT-AP-SE 3 has it: a dataset for each municipality. Pure.

The specification: https://docs.dataportal.se/dcat/3.0.1/sv/ (Myndigheten för digital förvaltning, 2024).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from reports.open_data.rdf import Iri, Resource, Value, Words

_THEMES = "http://publications.europa.eu/resource/authority/data-theme"
_PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_SWEDISH = "http://publications.europa.eu/resource/authority/language/SWE"
_LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
_KEYWORDS = ("måluppfyllelse", "indikatorer", "uppföljning", "nämnder", "årsredovisning")


@dataclass(frozen=True, slots=True)
class CataloguedMunicipality:
    """A municipality with something public. `email` is empty where nobody can be asked."""

    id: int
    name: str
    email: str
    issued: date
    modified: date
    reports: str
    judgements: str
    outcomes: str
    feed: str


@dataclass(frozen=True, slots=True)
class Places:
    """Absolute addresses of what the catalogue speaks of; `publisher` is a name, empty for the only municipality's."""

    catalogue: str
    page: str
    api: str
    description: str
    schema: str
    licence: str
    publisher: str


def catalogue(places: Places, municipalities: tuple[CataloguedMunicipality, ...]) -> tuple[Resource, ...]:
    """At least one municipality is needed: a catalogue without a dataset is none."""
    modified = max(each.modified for each in municipalities)
    owner = _owner(places, municipalities)
    own: tuple[tuple[str, Value], ...] = (
        ("dcterms:title", Words(_("Nämndernas uppföljningar"))),
        ("dcterms:description", Words(_("Nämndernas publicerade uppföljningar av mål och indikatorer."))),
        ("dcterms:publisher", Iri(owner.iri)),
        ("dcterms:license", Iri(places.licence)),
        ("dcterms:issued", min(each.issued for each in municipalities)),
        ("dcterms:modified", modified),
        ("dcterms:language", Iri(_SWEDISH)),
        ("foaf:homepage", Iri(places.page)),
        ("dcat:themeTaxonomy", Iri(_THEMES)),
        *(("dcat:dataset", Iri(_dataset_iri(places, each))) for each in municipalities),
        ("dcat:service", Iri(_service_iri(places))),
    )
    parts = (part for each in municipalities for part in _municipality(places, each))
    service = _service(places, municipalities, owner)
    agents = {each.iri: each for each in (owner, *(_agent(places, each) for each in municipalities))}
    return (Resource(f"{places.catalogue}#katalog", "dcat:Catalog", own), *agents.values(), *parts, service)


def _owner(places: Places, municipalities: tuple[CataloguedMunicipality, ...]) -> Resource:
    if not places.publisher and len(municipalities) == 1:
        return _agent(places, municipalities[0])
    name = places.publisher or ", ".join(each.name for each in municipalities)
    return Resource(f"{places.catalogue}#utgivare", "foaf:Agent", _agent_properties(name))


def _agent(places: Places, of: CataloguedMunicipality) -> Resource:
    return Resource(_agent_iri(places, of), "foaf:Agent", _agent_properties(of.name))


def _agent_properties(name: str) -> tuple[tuple[str, Value], ...]:
    return (("foaf:name", Words(name)), ("dcterms:type", Iri(_LOCAL_AUTHORITY)))


def _municipality(places: Places, of: CataloguedMunicipality) -> Iterator[Resource]:
    distributions = tuple(_distributions(places, of))
    contact = ((("dcat:contactPoint", Iri(_contact_iri(places, of))),)) if of.email else ()
    yield Resource(
        _dataset_iri(places, of),
        "dcat:Dataset",
        (
            ("dcterms:title", Words(_("Nämndernas uppföljningar i %(name)s") % {"name": of.name})),
            (
                "dcterms:description",
                Words(
                    _(
                        "Mål, indikatorer och uppdrag med enheternas och nämndernas bedömningar, målvärden och utfall, "
                        "som de står i nämndernas publicerade rapporter."
                    )
                ),
            ),
            ("dcterms:publisher", Iri(_agent_iri(places, of))),
            *contact,
            *(("dcat:keyword", Words(word)) for word in _KEYWORDS),
            ("dcat:theme", Iri(f"{_THEMES}/GOVE")),
            ("dcterms:accessRights", Iri(_PUBLIC)),
            ("dcterms:language", Iri(_SWEDISH)),
            ("dcterms:issued", of.issued),
            ("dcterms:modified", of.modified),
            ("dcat:landingPage", Iri(places.page)),
            ("dcterms:conformsTo", Iri(places.schema)),
            *(("dcat:distribution", Iri(each.iri)) for each in distributions),
        ),
    )
    yield from distributions
    if of.email:
        yield Resource(
            _contact_iri(places, of),
            "vcard:Organization",
            (("vcard:fn", Words(of.name, "")), ("vcard:hasEmail", Iri(f"mailto:{of.email}"))),
        )


def _distributions(places: Places, of: CataloguedMunicipality) -> Iterable[Resource]:
    service = ("dcat:accessService", Iri(_service_iri(places)))
    files = (
        ("json", "application/json", of.reports, _("Rapporterna med adresser till allt de innehåller"), (service,)),
        ("bedomningar", "text/csv", of.judgements, _("Alla bedömningar som tabell"), ()),
        ("utfall", "text/csv", of.outcomes, _("Alla utfall och målvärden som tabell"), ()),
        ("flode", "application/atom+xml", of.feed, _("Flöde med det som publiceras, rättas och avpubliceras"), ()),
    )
    for name, media_type, address, title, more in files:
        download = () if more else (("dcat:downloadURL", Iri(address)),)
        yield Resource(
            f"{_dataset_iri(places, of)}-{name}",
            "dcat:Distribution",
            (
                ("dcterms:title", Words(title)),
                ("dcterms:description", Words(title)),
                ("dcat:accessURL", Iri(address)),
                *download,
                ("dcterms:format", Words(media_type, "")),
                ("dcterms:license", Iri(places.licence)),
                ("dcterms:modified", of.modified),
                *more,
            ),
        )


def _service(places: Places, municipalities: tuple[CataloguedMunicipality, ...], owner: Resource) -> Resource:
    contacts = [each for each in municipalities if each.email]
    return Resource(
        _service_iri(places),
        "dcat:DataService",
        (
            ("dcterms:title", Words(_("Nämndernas uppföljningar, läsande API"))),
            ("dcterms:publisher", Iri(owner.iri)),
            *(("dcat:contactPoint", Iri(_contact_iri(places, each))) for each in contacts),
            ("dcat:endpointURL", Iri(places.api)),
            ("dcat:endpointDescription", Iri(places.description)),
            ("dcterms:format", Words("application/json", "")),
            ("dcterms:license", Iri(places.licence)),
            ("dcterms:accessRights", Iri(_PUBLIC)),
            ("dcat:landingPage", Iri(places.page)),
            *(("dcat:keyword", Words(word)) for word in _KEYWORDS),
            *(("dcat:servesDataset", Iri(_dataset_iri(places, each))) for each in municipalities),
        ),
    )


def _dataset_iri(places: Places, of: CataloguedMunicipality) -> str:
    return f"{places.catalogue}#kommun-{of.id}"


def _agent_iri(places: Places, of: CataloguedMunicipality) -> str:
    return f"{places.catalogue}#utgivare-{of.id}"


def _contact_iri(places: Places, of: CataloguedMunicipality) -> str:
    return f"{places.catalogue}#kontakt-{of.id}"


def _service_iri(places: Places) -> str:
    return f"{places.catalogue}#api"
