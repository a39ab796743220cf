"""Bytes that are asked for twice while a document is there: the PDF encloses what is published beside it."""

from collections.abc import Callable
from functools import wraps
from weakref import finalize

from reports.build.document import ReportDocument


def once_a_document(render: Callable[[ReportDocument], bytes]) -> Callable[[ReportDocument], bytes]:
    """`render`, which is not asked again for the very same document; what it gave goes when the document does."""
    kept: dict[int, bytes] = {}

    @wraps(render)
    def rendered(document: ReportDocument) -> bytes:
        key = id(document)
        if key not in kept:
            kept[key] = render(document)
            finalize(document, kept.pop, key, None)
        return kept[key]

    return rendered
