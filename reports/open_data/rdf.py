"""A small graph, written as RDF/XML (which Sveriges dataportal harvests) and as Turtle. Pure.

Every resource has an address; there are no blank nodes, so the same graph gives the same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Xml

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Iri:
    """An absolute address."""

    value: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a language, or in none (`language` empty)."""

    value: str
    language: str = "sv"


Value = Iri | Words | date


@dataclass(frozen=True, slots=True)
class Resource:
    """`kind` and the names of properties are prefixed: `dcat:Dataset`, `dcterms:title`."""

    iri: str
    kind: str
    properties: tuple[tuple[str, Value], ...]


def write_rdf_xml(resources: Iterable[Resource]) -> bytes:
    """UTF-8 with a declaration."""
    for prefix, namespace in PREFIXES.items():
        Xml.register_namespace(prefix, namespace)
    root = Xml.Element(_tag("rdf:RDF"))
    for resource in resources:
        node = Xml.SubElement(root, _tag(resource.kind), {_tag("rdf:about"): resource.iri})
        for name, value in resource.properties:
            element = Xml.SubElement(node, _tag(name))
            if isinstance(value, Iri):
                element.set(_tag("rdf:resource"), value.value)
            elif isinstance(value, Words):
                element.text = value.value
                if value.language:
                    element.set(f"{{{_XML}}}lang", value.language)
            else:
                element.text = value.isoformat()
                element.set(_tag("rdf:datatype"), f"{PREFIXES['xsd']}date")
    Xml.indent(root)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def write_turtle(resources: Iterable[Resource]) -> bytes:
    lines = [f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items()]
    for resource in resources:
        told = [f"a {resource.kind}", *(f"{name} {_in_turtle(value)}" for name, value in resource.properties)]
        lines += ["", f"<{resource.iri}>", " ;\n".join(f"    {each}" for each in told) + " ."]
    return ("\n".join(lines) + "\n").encode()


def _in_turtle(value: Value) -> str:
    if isinstance(value, Iri):
        return f"<{value.value}>"
    if isinstance(value, Words):
        escaped = value.value.translate(_ESCAPES)
        return f'"{escaped}"@{value.language}' if value.language else f'"{escaped}"'
    return f'"{value.isoformat()}"^^xsd:date'


_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def _tag(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{PREFIXES[prefix]}}}{local}"
