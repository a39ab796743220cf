"""A file that was sent in, read to the end and found to be what its first bytes say: a PDF, a PNG or a JPEG."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath

from django.utils.translation import gettext as _

from followup.core.images import JPEG, PNG, ImageBounds, ImageFault, checked_image, image_type
from followup.core.slugs import slug_of
from reports.attached.fault import AttachedFileFault
from reports.attached.pdf import check_pdf

MOST_BYTES = 20 * 1024 * 1024
PDF = "application/pdf"
ENDINGS = {PDF: "pdf", PNG: "png", JPEG: "jpg"}
IMAGES = frozenset({PNG, JPEG})
IMAGE_BOUNDS = ImageBounds(longest_side=2400, most_bytes=1_400_000)
"""A page carries its images in itself."""

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """`name` is a safe one with the ending of its contents. `width` and `height` are an image's pixels, else 0.

    An image is drawn anew: nothing but its pixels is left of what was sent.
    """

    name: str
    content_type: str
    content: bytes
    width: int = 0
    height: int = 0

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()

    @property
    def is_image(self) -> bool:
        return self.content_type in IMAGES


def checked_file(name: str, content: bytes) -> CheckedFile:
    """Raises AttachedFileFault."""
    if not content:
        raise AttachedFileFault(_("Filen är tom. Välj en annan fil."))
    if len(content) > MOST_BYTES:
        raise AttachedFileFault(_("Filen är större än 20 MB. Välj en mindre, eller dela upp den."))
    if content.startswith(b"%PDF-"):
        check_pdf(content)
        return CheckedFile(_safe_name(name, PDF), PDF, content)
    kind = image_type(content)
    if not kind:
        raise AttachedFileFault(_("Filen är varken PDF, PNG eller JPEG. Spara den i något av de formaten."))
    try:
        image = checked_image(content, kind, IMAGE_BOUNDS)
    except ImageFault as fault:
        raise AttachedFileFault(str(fault)) from fault
    return CheckedFile(_safe_name(name, kind), kind, image.content, image.width, image.height)


def _safe_name(name: str, content_type: str) -> str:
    """What the file is called among ours, whatever system its name came from: a-z, digits, hyphens and its ending."""
    stem = PurePosixPath(PureWindowsPath(name).name).stem
    return f"{slug_of(stem, _LONGEST_NAME)}.{ENDINGS[content_type]}"
