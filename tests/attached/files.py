"""Files as people might send them, made on the spot."""

from io import BytesIO

import pikepdf
from PIL import Image


def a_png(size=(40, 30), mode="RGB", **saving):
    out = BytesIO()
    Image.new(mode, size, 128 if mode == "L" else None).save(out, "PNG", **saving)
    return out.getvalue()


def a_jpeg(size=(40, 30), **saving):
    out = BytesIO()
    Image.new("RGB", size, (120, 30, 30)).save(out, "JPEG", **saving)
    return out.getvalue()


def a_pdf(change=None, **saving):
    """One empty page; `change` is given the file to put something into it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if change:
            change(pdf)
        out = BytesIO()
        pdf.save(out, **saving)
    return out.getvalue()
