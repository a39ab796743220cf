"""The catalogue, read as a harvester reads it and held against what DCAT-AP-SE 3 demands.

The mandatory properties are those of the specification, version 3.0.1 (https://docs.dataportal.se/dcat/3.0.1/sv/):
every one with a smallest cardinality of 1 in 3.0.1/bundle.json of https://github.com/diggsweden/DCAT-AP-SE.
"""

from datetime import date

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from reports.open_data.catalogue import CataloguedMunicipality, Places, catalogue
from reports.open_data.rdf import write_rdf_xml, write_turtle

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")

MANDATORY = {
    DCAT.Catalog: {DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset},
    DCAT.Dataset: {DCTERMS.title, DCTERMS.description, DCTERMS.publisher},
    DCAT.Distribution: {DCAT.accessURL, DCTERMS["format"]},
    DCAT.DataService: {DCTERMS.title, DCAT.endpointURL, DCTERMS["format"]},
    FOAF.Agent: {FOAF.name, DCTERMS.type},
    VCARD.Organization: {VCARD.fn, VCARD.hasEmail},
}
AT_MOST_ONE = {
    DCAT.Catalog: {DCTERMS.publisher, DCTERMS.license, DCTERMS.issued, DCTERMS.modified, FOAF.homepage},
    DCAT.Dataset: {DCTERMS.publisher, DCTERMS.issued, DCTERMS.modified, DCTERMS.accessRights},
    DCAT.Distribution: {DCAT.accessURL, DCTERMS["format"], DCTERMS.license, DCTERMS.modified},
    DCAT.DataService: {DCTERMS["format"], DCTERMS.license, DCTERMS.accessRights},
    FOAF.Agent: {DCTERMS.type},
}
RECOMMENDED = {
    DCAT.Catalog: {DCTERMS.issued, DCTERMS.modified, FOAF.homepage, DCAT.themeTaxonomy, DCTERMS.language},
    DCAT.Dataset: {DCAT.contactPoint, DCAT.keyword, DCAT.theme, DCTERMS.issued, DCTERMS.accessRights},
    DCAT.Distribution: {DCTERMS.description, DCTERMS.license},
    DCAT.DataService: {DCAT.endpointDescription, DCAT.contactPoint, DCAT.keyword, DCTERMS.accessRights},
}

SITE = "https://uppfoljning.example"
PLACES = Places(
    catalogue=f"{SITE}/katalog.rdf",
    page=f"{SITE}/oppna-data/",
    api=f"{SITE}/data/v1/",
    description=f"{SITE}/data/v1/openapi.json",
    schema=f"{SITE}/data/v1/schema/report-5.json",
    licence="http://creativecommons.org/publicdomain/zero/1.0/",
    publisher="",
)


def a_municipality(number=1, **overrides):
    values = {
        "id": number,
        "name": f'Kommun "{number}" & söner <x>',
        "email": "kommunen@kommun.example",
        "issued": date(2017, 10, 12),
        "modified": date(2018, 3, 1),
        "reports": f"{SITE}/data/v1/reports?municipality={number}",
        "judgements": f"{SITE}/data/v1/municipalities/{number}/judgements.csv",
        "outcomes": f"{SITE}/data/v1/municipalities/{number}/outcomes.csv",
        "feed": f"{SITE}/floden/kommun-{number}.atom",
    }
    return CataloguedMunicipality(**values | overrides)


def graph_of(*municipalities, notation="xml", write=write_rdf_xml):
    return Graph().parse(data=write(catalogue(PLACES, municipalities)), format=notation)


@pytest.mark.parametrize("municipalities", [(a_municipality(),), (a_municipality(1), a_municipality(2, email=""))])
def test_every_resource_has_what_the_specification_demands(municipalities):
    graph = graph_of(*municipalities)
    for kind, properties in MANDATORY.items():
        found = set(graph.subjects(RDF.type, kind))
        assert found, kind
        for subject in found:
            assert not [name for name in properties if graph.value(subject, name, any=True) is None], subject
            many = [name for name in AT_MOST_ONE.get(kind, ()) if len(set(graph.objects(subject, name))) > 1]
            assert not many, (subject, many)


def test_what_the_specification_recommends_is_there_when_it_is_known():
    graph = graph_of(a_municipality())
    for kind, properties in RECOMMENDED.items():
        for subject in graph.subjects(RDF.type, kind):
            assert not [name for name in properties if graph.value(subject, name, any=True) is None], subject


def test_everything_that_is_spoken_of_within_the_catalogue_is_described():
    graph = graph_of(a_municipality(1), a_municipality(2))
    own = {node for triple in graph for node in triple if str(node).startswith(f"{PLACES.catalogue}#")}
    assert not [node for node in own if (node, RDF.type, None) not in graph]


def test_every_address_is_absolute():
    graph = graph_of(a_municipality())
    addresses = [str(node) for triple in graph for node in triple if isinstance(node, URIRef)]
    assert not [each for each in addresses if not each.startswith(("https://", "http://", "mailto:"))]


def test_both_notations_say_the_same():
    municipalities = (a_municipality(1), a_municipality(2, name='Å\\"\n'))
    as_turtle = graph_of(*municipalities, notation="turtle", write=write_turtle)
    assert isomorphic(graph_of(*municipalities), as_turtle)
    assert len(as_turtle) > 80


def test_the_only_municipality_publishes_the_catalogue_itself():
    graph = graph_of(a_municipality())
    publisher = graph.value(URIRef(f"{PLACES.catalogue}#katalog"), DCTERMS.publisher)
    assert publisher == URIRef(f"{PLACES.catalogue}#utgivare-1")
    assert len(set(graph.subjects(RDF.type, FOAF.Agent))) == 1


def test_a_municipality_that_nobody_can_ask_has_no_contact():
    graph = graph_of(a_municipality(email=""))
    assert not list(graph.subjects(RDF.type, VCARD.Organization))
    assert not list(graph.subject_objects(DCAT.contactPoint))
