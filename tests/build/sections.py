"""One section of a small report, and its tables as plain words."""

from reports.build.assemble import assemble
from reports.choices import SectionKind
from tests.reports.facts import a_section_fact, some_facts


def document_of(*sections, **facts):
    return assemble(some_facts(sections=sections, **facts), None)


def block_of(kind, title="", options=None, **facts):
    """`options` by their Swedish keys; the rest replaces facts of the report."""
    section = a_section_fact(SectionKind(kind), title, **(options or {}))
    return document_of(section, **facts).sections[0].block


def headings(table):
    return [cell.text for cell in table.head[-1].cells]


def words(table):
    """The body's rows as lists of texts: a status by its word, a text by its HTML."""
    return [[_words(cell) for cell in row.cells] for row in table.body]


def _words(cell):
    status = cell.status.word if cell.status else ""
    found = [cell.text, *cell.lines, *(f"{part.label}: {part.html}".removeprefix(": ") for part in cell.parts), status]
    return " | ".join(each for each in found if each)
