"""Full text search that finds the same in PostgreSQL and SQLite.

The databases only compare words. What a word is, its stem, and what a person has asked for is decided here, so no
database's own language rules come in, and what was found can be marked in a text without asking the database again.
"""

from followup.core.search.asked import SearchQuery, Term, parse
from followup.core.search.excerpts import Piece, excerpt, marked
from followup.core.search.index import FoundIn, TextIndex
from followup.core.search.words import Word, normal_text, words_of

__all__ = [
    "FoundIn",
    "Piece",
    "SearchQuery",
    "Term",
    "TextIndex",
    "Word",
    "excerpt",
    "marked",
    "normal_text",
    "parse",
    "words_of",
]
