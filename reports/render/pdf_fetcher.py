"""What a PDF may fetch while it is made: our own static files and small images held in the document. Nothing else."""

import mimetypes
import re
from pathlib import Path, PurePosixPath

from django.contrib.staticfiles import finders
from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "asset:"
FOLDERS = frozenset({"css", "fonts", "img"})
LARGEST_IMAGE = 2 * 1024 * 1024

_PATH = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*\.[A-Za-z0-9]+")
_DATA_IMAGE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml)[;,]", re.IGNORECASE)


class ClosedFetcher(URLFetcher):
    """Serves `asset:<static path>` from a few folders and bounded `data:` images; every other address is refused.

    A refusal stops the whole rendering: a report with a hole in it must not be published in silence.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("asset", "data"), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith(SCHEME):
            path = url.removeprefix(SCHEME)
            content_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, asset_file(path).read_bytes(), {"Content-Type": content_type})
        if _DATA_IMAGE.match(url) and len(url) <= LARGEST_IMAGE:
            return super().fetch(url, headers)
        raise ValueError(f"refused: {url[:80]}")


def asset_file(path: str) -> Path:
    """The static file at `path`, if it lies in an allowed folder and is reached without dots or symbolic links."""
    parts = PurePosixPath(path).parts
    if not _PATH.fullmatch(path) or len(parts) < 2 or parts[0] not in FOLDERS:
        raise ValueError(f"refused: {path[:80]}")
    found = finders.find(path)
    if not found:
        raise ValueError(f"no such file: {path[:80]}")
    file = Path(found)
    if any(step.is_symlink() for step in [file, *file.parents][: len(parts)]):
        raise ValueError(f"refused: {path[:80]}")
    return file
