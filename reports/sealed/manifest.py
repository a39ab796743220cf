"""The manifest of a version: what it says of itself, and its files with their check sums."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC
from typing import Any

from reports.models import Publication, PublicationAttachment
from reports.sealed.parts import ATTACHED, file_name

MANIFEST_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the row of the version says, in words and ISO 8601. A name of a field is a key of the manifest."""

    municipality: str
    committee: str
    report: str
    version: int
    title: str
    subtitle: str
    as_of: str
    registry_number: str
    change_note: str
    audience: str
    published_at: str
    published_by: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was recorded."""

    name: str
    format: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """As read: `told` are its facts by name, in the order of the file."""

    told: tuple[tuple[str, Any], ...]
    files: tuple[Entry, ...]


def facts_of(publication: Publication) -> Facts:
    """From the row alone: nothing that may change around it."""
    return Facts(
        municipality=publication.municipality_name,
        committee=publication.committee_name,
        report=publication.slug,
        version=publication.version,
        title=publication.title,
        subtitle=publication.subtitle,
        as_of=publication.as_of.isoformat() if publication.as_of else "",
        registry_number=publication.registry_number,
        change_note=publication.change_note,
        audience=publication.audience,
        published_at=publication.published_at.astimezone(UTC).isoformat(),
        published_by=publication.published_by_name,
    )


def entry(publication: Publication, format: str, content_type: str, size: int, sha256: str) -> Entry:
    return Entry(file_name(publication.slug, publication.version, format), format, content_type, size, sha256)


def attached_entry(publication: Publication, attached: PublicationAttachment) -> Entry:
    return entry(publication, ATTACHED + attached.name, attached.content_type, attached.size, attached.sha256)


def write_manifest(facts: Facts, files: Iterable[Entry]) -> bytes:
    """UTF-8 JSON with a line end last."""
    told = {"manifest_version": MANIFEST_VERSION, **asdict(facts), "files": [asdict(item) for item in files]}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """Raises ValueError where the file is no manifest that we know."""
    try:
        told = json.loads(content)
        if told.pop("manifest_version") != MANIFEST_VERSION:
            raise ValueError("a manifest of another kind")
        files = tuple(Entry(**item) for item in told.pop("files"))
    except (TypeError, KeyError, AttributeError) as fault:
        raise ValueError("not a manifest") from fault
    return Manifest(tuple(told.items()), files)
