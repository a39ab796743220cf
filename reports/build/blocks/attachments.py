"""The section `bilagor`: the report's attachments."""

from base64 import b64encode
from urllib.parse import urlsplit

from reports.build.blocks.drafting import Draft
from reports.build.document import AttachedDocument, AttachedFile, AttachmentList, Edition
from reports.build.facts import ReportFacts
from reports.build.part_facts import FileFact


def attachments_block(draft: Draft) -> AttachmentList | None:
    """Only web addresses are links; another address is words on where the attachment is found."""
    documents = tuple(
        AttachedDocument(
            each.title, each.description, each.address, is_web_address(each.address), _file(draft, each.file)
        )
        for each in draft.material.facts.attachments
    )
    return AttachmentList(documents) if documents else None


def _file(draft: Draft, file: FileFact | None) -> AttachedFile | None:
    if file is None:
        return None
    source = f"data:{file.content_type};base64,{b64encode(file.content).decode()}" if file.content else ""
    return AttachedFile(
        name=file.name,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        address=file_address(draft.material.facts, draft.drafting.edition, file.name),
        alternative_text=file.alternative_text,
        width=file.width,
        height=file.height,
        image_source=source,
    )


def file_address(facts: ReportFacts, edition: Edition | None, name: str) -> str:
    """A version's file has its own address for ever; a draft's is found from the page that shows the draft."""
    if edition is None:
        return f"../bilagor/{name}"
    return f"/{facts.committee_slug}/{facts.slug}/v{edition.version}/bilagor/{name}"


def is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(char.isspace() for char in address)
