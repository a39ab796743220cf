"""The last step of a PDF: what makes one file keep both standards, PDF/A-3a for the archive and PDF/UA-1 for readers.

WeasyPrint writes one standard a file. Its PDF/A-3a is tagged as PDF/UA-1 asks for, but does not say so, and asks
viewers to smooth pictures. All is packed here, objects too (the tags are most of them, and two thirds of the bytes),
but the metadata, which an archive must be able to read as it stands.
"""

from base64 import a85encode
from collections.abc import Iterable
from io import BytesIO
from zlib import adler32

import pikepdf

_END = b"</rdf:RDF>"
_RETURN = b"\r"
_LINE_END = b"\n"
_AMBIGUOUS = b"\r\nendstream"
_NONE = pikepdf.Object.parse(b"null")
_ACCESSIBLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def both_standards(pdf: bytes) -> bytes:
    """A PDF/A-3a of WeasyPrint's → one that is PDF/UA-1 as well. The same bytes in give the same bytes out."""
    outcome = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        told = file.Root.Metadata.read_bytes()
        metadata = file.make_stream(told.replace(_END, _ACCESSIBLE + _END, 1))
        metadata.Type = pikepdf.Name.Metadata
        metadata.Subtype = pikepdf.Name.XML
        file.Root.Metadata = metadata
        streams = _streams(file)
        for stream in streams:
            if stream.get("/Interpolate") is not None:
                stream.Interpolate = False
        for drawing in _drawings(file, streams):
            _end_apart(drawing)
        file.save(outcome, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        packed = outcome.getvalue()
        return packed if _AMBIGUOUS not in packed else _spelled_out(file)


def _streams(file: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [item for item in file.objects if isinstance(item, pikepdf.Stream)]


def _drawings(file: pikepdf.Pdf, streams: Iterable[pikepdf.Stream]) -> list[pikepdf.Object]:
    """What is drawn on the pages, and the tables from signs to letters: in such texts one more line end is nothing."""
    forms = [item for item in streams if item.get("/Subtype") == "/Form"]
    fonts = (font for page in file.pages for font in page.obj.Resources.get("/Font", {}).values())
    letters = {font.ToUnicode.objgen: font.ToUnicode for font in fonts if "/ToUnicode" in font}
    return [*(page.obj.Contents for page in file.pages), *forms, *letters.values()]


def _end_apart(stream: pikepdf.Object) -> None:
    """Let the stream not end in a carriage return when it is packed, as one in 256 does by chance.

    With the line feed that follows a stream it would be taken for one line end, and the stream for a byte shorter than
    its length says. What a packed stream ends in is the sum of what is packed, however tightly that is done.
    """
    drawn = stream.read_bytes()
    mended = drawn
    while adler32(mended) % 256 == _RETURN[0]:
        mended += _LINE_END
    if mended is not drawn:
        stream.write(mended)


def _spelled_out(file: pikepdf.Pdf) -> bytes:
    """The file where a font, a picture, an enclosed file or the list of objects ends so.

    Streams in letters and objects unpacked: about twice the size, and as valid.
    """
    for stream in _streams(file):
        raw = stream.read_raw_bytes()
        if raw.endswith(_RETURN):
            filters, options = _listed(stream.get("/Filter")), _listed(stream.get("/DecodeParms"))
            stream.write(
                a85encode(raw) + b"~>",
                filter=pikepdf.Array([pikepdf.Name.ASCII85Decode, *filters]),
                decode_parms=pikepdf.Array([_NONE, *options]) if options else None,
            )
    outcome = BytesIO()
    file.save(
        outcome,
        deterministic_id=True,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return outcome.getvalue()


def _listed(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
