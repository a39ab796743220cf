"""An image drawn anew from its pixels: no position of the camera, no other file hidden in it, and small enough."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 50_000_000
PNG, JPEG = "image/png", "image/jpeg"

_FIRST_BYTES = {b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}
_READERS = {PNG: "PNG", JPEG: "JPEG"}
_LAST_BYTES = {PNG: b"IEND", JPEG: b"\xff\xd9"}
_SHRINK = 0.8
_QUALITY = 88
_DAMAGED = gettext_lazy("Bilden går inte att läsa: filen är skadad eller ofullständig.")


class ImageFault(ValueError):
    """An image that is not taken; the message is for the person who sent it."""


@dataclass(frozen=True, slots=True)
class ImageBounds:
    """What an image is drawn smaller to fit: a side in pixels, and the bytes of its file."""

    longest_side: int
    most_bytes: int


@dataclass(frozen=True, slots=True)
class DrawnImage:
    content_type: str
    content: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


def image_type(content: bytes) -> str:
    """PNG or JPEG by the first bytes; empty for everything else."""
    return next((kind for first, kind in _FIRST_BYTES.items() if content.startswith(first)), "")


def checked_image(content: bytes, content_type: str, bounds: ImageBounds, *, on_white: bool = False) -> DrawnImage:
    """`content_type` is PNG or JPEG, and no other reader is tried. `on_white`: nothing of it can be seen through.

    Raises ImageFault.
    """
    if _LAST_BYTES[content_type] not in content:  # the reader may be set to fill up what is missing
        raise ImageFault(_DAMAGED)
    try:
        with Image.open(BytesIO(content), formats=[_READERS[content_type]]) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise ImageFault(_("Bilden har fler än 50 miljoner bildpunkter. Spara den mindre och försök igen."))
            opened.load()
            plain = _plain(ImageOps.exif_transpose(opened), content_type)
            return _drawn(_laid_on_white(plain) if on_white else plain, content_type, bounds)
    except ImageFault:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as fault:
        raise ImageFault(_DAMAGED) from fault


def _plain(image: Image.Image, content_type: str) -> Image.Image:
    """In colours that every reader knows; only PNG keeps what can be seen through."""
    if content_type == JPEG:
        return image.convert("L" if image.mode in ("1", "L") else "RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _laid_on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def _drawn(image: Image.Image, content_type: str, bounds: ImageBounds) -> DrawnImage:
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    bare.thumbnail((bounds.longest_side, bounds.longest_side), Image.Resampling.LANCZOS)
    content = _written(bare, content_type)
    while len(content) > bounds.most_bytes:
        size = (max(1, round(bare.width * _SHRINK)), max(1, round(bare.height * _SHRINK)))
        bare = bare.resize(size, Image.Resampling.LANCZOS)
        content = _written(bare, content_type)
    return DrawnImage(content_type, content, bare.width, bare.height)


def _written(image: Image.Image, content_type: str) -> bytes:
    out = BytesIO()
    if content_type == PNG:
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
