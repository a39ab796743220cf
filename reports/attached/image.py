"""An image drawn anew from its pixels: no position of the camera, no other file hidden in it, and small enough."""

from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps, UnidentifiedImageError

from reports.attached.fault import AttachedFileFault

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2400
MOST_BYTES = 1_400_000
"""A page carries its images in itself; larger ones are drawn smaller until they fit."""

_LAST_BYTES = {"PNG": b"IEND", "JPEG": b"\xff\xd9"}
_SHRINK = 0.8
_QUALITY = 88
_DAMAGED = gettext_lazy("Bilden går inte att läsa: filen är skadad eller ofullständig.")


@dataclass(frozen=True, slots=True)
class DrawnImage:
    format: str
    content: bytes
    width: int
    height: int


def checked_image(content: bytes, kind: str) -> DrawnImage:
    """`kind` is PNG or JPEG, and no other reader is tried. Raises AttachedFileFault."""
    if _LAST_BYTES[kind] not in content:  # the reader may be set to fill up what is missing
        raise AttachedFileFault(_DAMAGED)
    try:
        with Image.open(BytesIO(content), formats=[kind]) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise AttachedFileFault(
                    _("Bilden har fler än 50 miljoner bildpunkter. Spara den mindre och försök igen.")
                )
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            return _drawn(_plain(upright, kind), kind)
    except AttachedFileFault:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as fault:
        raise AttachedFileFault(_DAMAGED) from fault


def _plain(image: Image.Image, kind: str) -> Image.Image:
    """In colours that every reader knows; only PNG keeps what can be seen through."""
    if kind == "JPEG":
        return image.convert("L" if image.mode in ("1", "L") else "RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _drawn(image: Image.Image, kind: str) -> DrawnImage:
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    bare.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    content = _written(bare, kind)
    while len(content) > MOST_BYTES:
        size = (max(1, round(bare.width * _SHRINK)), max(1, round(bare.height * _SHRINK)))
        bare = bare.resize(size, Image.Resampling.LANCZOS)
        content = _written(bare, kind)
    return DrawnImage(kind, content, bare.width, bare.height)


def _written(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    if kind == "PNG":
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
