"""Rich text in the smallest useful measure: paragraphs, lists of one level, emphasis, links, small headings.
A report's sections take in simple tables too; elsewhere a table becomes paragraphs.

HTML comes in through `clean`, the long texts of a workbook through `text`; both make the same `blocks`, and `writing`
alone makes HTML of them. So there is one canonical form, and what is stored is always in it.
"""

from followup.core.richtext.clean import clean_html
from followup.core.richtext.fault import RichTextFault
from followup.core.richtext.plain import is_blank, plain_lines, plain_text
from followup.core.richtext.text import from_text, to_text

__all__ = ["RichTextFault", "clean_html", "from_text", "is_blank", "plain_lines", "plain_text", "to_text"]
