"""What a municipality's logo may be: a PNG or a JPEG, drawn anew on white and small enough to stand in every report."""

from django.utils.translation import gettext as _

from followup.core.images import DrawnImage, ImageBounds, ImageFault, checked_image, image_type

MOST_BYTES_SENT = 5 * 1024 * 1024
LOGO_BOUNDS = ImageBounds(longest_side=2000, most_bytes=300_000)


def checked_logo(content: bytes) -> DrawnImage:
    """On white, since it stands on white paper and on dark screens alike. Raises ImageFault."""
    if len(content) > MOST_BYTES_SENT:
        raise ImageFault(_("Filen är större än 5 MB. Spara logotypen mindre och försök igen."))
    content_type = image_type(content)
    if not content_type:
        raise ImageFault(_("Logotypen är varken PNG eller JPEG. Spara den i något av de formaten."))
    return checked_image(content, content_type, LOGO_BOUNDS, on_white=True)
