"""The inverse of `data`: a published data file back as the document that it was made of."""

from collections.abc import Callable
from dataclasses import replace

from reports.build.document import AttachedFile, AttachmentList, DocumentSection, Logo, ReportDocument
from reports.build.document.data import Unreadable, read_as, sealed_data

READABLE = frozenset({"4", "5"})
"""Schema versions whose files hold all that a document has, or lack only what has a default."""

ImageSource = Callable[[str], str]
"""From the SHA-256 of an image's bytes to its `data:` address; empty where there is no such image."""


def read_json(content: bytes, image_source: ImageSource = lambda sha256: "") -> ReportDocument:
    """What `render_json` wrote, as it was; raises `Unreadable`.

    Images are not in the file: `image_source` finds them. A number that had more digits than a float holds has these.
    """
    try:
        data = sealed_data(content)
        if data["schema_version"] not in READABLE:
            raise Unreadable(f"schema version {data['schema_version']}")
        document = read_as(ReportDocument, data)
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError, ValueError) as fault:
        raise fault if isinstance(fault, Unreadable) else Unreadable(str(fault)) from fault
    return _with_images(document, image_source)


def _with_images(document: ReportDocument, image_source: ImageSource) -> ReportDocument:
    logo = document.publisher.logo
    publisher = replace(document.publisher, logo=logo and _logo(logo, image_source))
    return replace(
        document, publisher=publisher, sections=tuple(_section(each, image_source) for each in document.sections)
    )


def _logo(logo: Logo, image_source: ImageSource) -> Logo | None:
    """Without its bytes there is nothing to show."""
    source = image_source(logo.sha256)
    return replace(logo, image_source=source) if source else None


def _section(section: DocumentSection, image_source: ImageSource) -> DocumentSection:
    if not isinstance(section.block, AttachmentList):
        return section
    documents = tuple(
        replace(each, file=each.file and _file(each.file, image_source)) for each in section.block.documents
    )
    return replace(section, block=AttachmentList(documents))


def _file(file: AttachedFile, image_source: ImageSource) -> AttachedFile:
    """Only an image has a width."""
    return replace(file, image_source=image_source(file.sha256)) if file.width else file
