"""What must hold for every PDF we make. Each function says what is wrong, so that it can be seen to find faults."""

from itertools import pairwise

import page as validation
from lxml import html as lxml_html

from tests.render.structure import HEADINGS, bare, spoken

PROFILES = ("3a", "ua1")
_BEGINNING = 24
_PIECES = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "th", "td", "dt", "dd", "caption", "figcaption")


def breaches_of_standards(pdf):
    """By an independent validator: PDF/A-3a and PDF/UA-1."""
    found = []
    for profile in PROFILES:
        outcome = validation.validate_pdf_bytes(pdf, profile=profile)
        found += [f"{profile}: {failure.rule_id} {failure.message}" for failure in outcome.failures]
    return found


def faults_of_headings(tree):
    """One title first, and no level skipped on the way down."""
    levels = [HEADINGS[element.role] for element in tree.of(*HEADINGS)]
    found = [] if levels[:1] == [1] and levels.count(1) == 1 else [f"titles: {levels.count(1)}, first {levels[:1]}"]
    return found + [f"H{above} is followed by H{below}" for above, below in pairwise(levels) if below > above + 1]


def faults_of_orphans(tree):
    """Headings last on a page, with what stands under them on the next.

    One that is followed by another as high or higher has nothing under it, and may stand last: it is a line of a list.
    """
    found, waiting = [], {}
    for page, heading in _pieces_in_order(tree, None):
        level = HEADINGS[heading.role] if heading else 7
        waiting = {above: last for above, last in waiting.items() if above < level}
        found += [f"a heading last on page {last + 1}" for last in waiting.values() if last != page]
        waiting = {level: page} if heading else {}
    return found


def _pieces_in_order(element, heading):
    """Every piece of the pages in the order of the tree, with the heading that it is part of."""
    heading = element if element.role in HEADINGS else heading
    for page, _number in element.marks:
        yield page, heading
    for child in element.children:
        yield from _pieces_in_order(child, heading)


def faults_of_tables(tree):
    """Every cell with something in it names headers, and each of them is a heading of the same table."""
    found = []
    for number, table in enumerate(tree.of("Table"), start=1):
        known = {element.id for element in table.of("TH")}
        found += [f"table {number}: a heading without identity" for element in table.of("TH") if not element.id]
        for cell in table.of("TD"):
            if not cell.headers:
                found.append(f"table {number}: a cell without headers")
            found += [f"table {number}: {name} is no heading of it" for name in cell.headers if name not in known]
    return found


def faults_of_pictures(tree):
    return [f"{figure.role} without words" for figure in tree.of("Figure", "Formula") if not figure.alt.strip()]


def faults_of_order(pdf, source):
    """The beginnings of the pieces of the page that it was made from, each after the one before it.

    A row that goes on over a page is read page by page: there, each cell's pieces follow each other from its start.
    """
    text = bare(spoken(pdf))
    start, found, row, reached = 0, [], None, {}
    for piece, of_row, of_cell in pieces_of(source):
        if of_row is None or of_row is not row:
            row, reached = of_row, {}
        at = text.find(piece, reached.get(of_cell, start))
        if at < 0:
            found.append(f"not in its place: {piece}")
            continue
        if not reached:
            start = at
        reached[of_cell] = at
    return found


def pieces_of(source):
    """Pieces with text of their own; not notes, which stand at the foot of pages, nor what paper hides."""
    body = lxml_html.fromstring(source).find("body")
    for element in body.iter(*_PIECES):
        own = bare(element.text or "")[:_BEGINNING]
        around = " ".join(each.get("class") or "" for each in (element, *element.iterancestors()))
        if own and "note" not in around and "visually-hidden" not in around:
            row, cell = (next(element.iterancestors(tag), None) for tag in ("tr", "td"))
            yield own, row, cell if element.tag not in {"td", "th"} else element
