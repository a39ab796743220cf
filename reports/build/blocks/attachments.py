"""The section `bilagor`: the report's attachments."""

from urllib.parse import urlsplit

from reports.build.blocks.drafting import Draft
from reports.build.document import AttachedDocument, AttachmentList


def attachments_block(draft: Draft) -> AttachmentList | None:
    """Only web addresses are links; another address is words on where the attachment is found."""
    documents = tuple(
        AttachedDocument(each.title, each.description, each.address, is_web_address(each.address))
        for each in draft.material.facts.attachments
    )
    return AttachmentList(documents) if documents else None


def is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(char.isspace() for char in address)
