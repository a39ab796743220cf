"""A report's own parts as they are read: sections, tables, attachments. Frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SectionFact:
    """`options` are as stored: key (`mål`, `perioder` …) → its texts in order. See `options.parsed`.

    `anchor` is the one that it was first published with, and empty before.
    """

    id: int
    level: int
    title: str
    kind: str
    content: str
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TableRowFact:
    """`cells` are texts: words, or a number with decimal comma as it was given (`-12,70`)."""

    kind: str
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableFact:
    key: str
    title: str
    unit_of_measure: str
    rows: tuple[TableRowFact, ...]


@dataclass(frozen=True, slots=True)
class LogoFact:
    content_type: str
    width: int
    height: int
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FileFact:
    """An attached file; `content` are the bytes of an image, and empty for others."""

    name: str
    content_type: str
    size: int
    sha256: str
    alternative_text: str
    width: int
    height: int
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class AttachmentFact:
    title: str
    description: str
    address: str
    file: FileFact | None = None
