"""HTML from the editor, or pasted from Word, Excel or a web page, as the canonical HTML that is stored."""

from followup.core.richtext.fault import MAX_CHARACTERS_PASTED, refuse_longer_than, refuse_too_deep
from followup.core.richtext.reading import read_blocks
from followup.core.richtext.writing import to_html


def clean_html(html: str, *, tables: bool = False) -> str:
    """Only p, br, ul, ol, li, em, h3 and a[href] to http, https or mailto; cleaning what is clean changes nothing.

    Bold is emphasis, every heading a small one, a list in a list lines of its item; Word's list paragraphs are lists. A
    table row is a paragraph, or with `tables` a table a simple one of rows and cells. Empty paragraphs vanish, and
    everything else but its words. Raises RichTextFault for a text that is too long or too deeply nested.
    """
    refuse_longer_than(MAX_CHARACTERS_PASTED, html)
    refuse_too_deep(html)
    return to_html(read_blocks(html, tables=tables))
