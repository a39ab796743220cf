"""Rich text in the smallest useful measure: paragraphs, line breaks, lists of one level, emphasis, links, small headings.

HTML comes in through `clean`, the long texts of a workbook through `text`; both make the same `blocks`, and `writing`
alone makes HTML of them. So there is one canonical form, and what is stored is always in it.
"""
