"""The index of words beside a table: a column on PostgreSQL, a table of FTS5 on SQLite. Written by commands.

Both are given words that are made beforehand (`words`), and take them as they are. Every word stands as it was written
and as its stem, in a title or in a text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BooleanField, Expression, F

from followup.core.search.asked import SearchQuery, Term
from followup.core.search.words import Word, words_of

MOST_WORDS = 8_000
"""Words of a title, and of a text, that are looked in. PostgreSQL numbers no more than 16 383."""
_STEM = "="
"""Tells stems from words, where PostgreSQL has both in one column."""
_SQLITE = """
CREATE VIRTUAL TABLE {table}_words USING fts5(
    title, text, title_stems, text_stems, tokenize = 'unicode61 remove_diacritics 0', columnsize = 0
);
CREATE TRIGGER {table}_words_gone AFTER DELETE ON {table}
BEGIN DELETE FROM {table}_words WHERE rowid = old.id; END
"""
_POSTGRESQL = """
ALTER TABLE {table} ADD COLUMN words tsvector;
CREATE INDEX {table}_words ON {table} USING gin (words)
"""

Step = Callable[[Any, BaseDatabaseSchemaEditor], None]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A row of the table by its id, with what can be found in it."""

    id: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TextIndex:
    """The index beside `table`. A deleted row takes its words along.

    A migration that makes SQLite build the table anew must make the index anew, too: its trigger goes with the table.
    """

    table: str

    def create(self) -> Step:
        """A migration step."""

        def forwards(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
            if schema_editor.connection.vendor == "postgresql":
                schema_editor.execute(_POSTGRESQL.format(table=self.table))
                return
            table, trigger = _SQLITE.format(table=self.table).split(";", 1)
            schema_editor.execute(table)
            schema_editor.execute(trigger)

        return forwards

    def drop(self) -> Step:
        """The step back."""

        def backwards(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
            if schema_editor.connection.vendor == "postgresql":
                schema_editor.execute(f"ALTER TABLE {self.table} DROP COLUMN words")
                return
            schema_editor.execute(f"DROP TRIGGER {self.table}_words_gone")
            schema_editor.execute(f"DROP TABLE {self.table}_words")

        return backwards

    def add(self, rows: Iterable[Indexed]) -> None:
        """The words of rows that are stored and have none in the index yet."""
        made = [(row.id, _counted(row.title), _counted(row.text)) for row in rows]
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.executemany(
                    f"UPDATE {self.table} SET words = %s::tsvector WHERE id = %s",  # noqa: S608 (our own name)
                    [(tsvector(title, text), pk) for pk, title, text in made],
                )
            else:
                cursor.executemany(
                    f"INSERT INTO {self.table}_words "  # noqa: S608 (our own name)
                    "(rowid, title, text, title_stems, text_stems)"
                    " VALUES (%s, %s, %s, %s, %s)",
                    [(pk, _words(title), _words(text), _stems(title), _stems(text)) for pk, title, text in made],
                )

    def copy(self, which: str, shift: int) -> None:
        """The words of the rows that `which`, a condition in SQL, holds for, for those whose ids are `shift` higher.

        On PostgreSQL they are in a column, which is copied with its row.
        """
        if connection.vendor == "postgresql":
            return
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {self.table}_words (rowid, title, text, title_stems, text_stems) "  # noqa: S608 (our own names)
                f"SELECT rowid + {shift:d}, title, text, title_stems, text_stems FROM {self.table}_words "
                f"WHERE rowid IN (SELECT id FROM {self.table} t WHERE {which})"
            )


class FoundIn(Expression):
    """Whether the query finds the row whose id `pk` is; with `in_title` in the title alone. For `filter`."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, query: SearchQuery, *, pk: str = "pk", in_title: bool = False) -> None:
        super().__init__()
        self.query = query
        self.pk: Any = F(pk)
        self.in_title = in_title

    def get_source_expressions(self) -> list[Any]:
        return [self.pk]

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        (self.pk,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        if connection.vendor == "postgresql":
            column = f"{compiler.quote_name_unless_alias(self.pk.alias)}.words"
            return f"{column} @@ %s::tsquery", (tsquery(self.query, in_title=self.in_title),)
        column, parameters = compiler.compile(self.pk)
        index = f"{self.pk.target.model._meta.db_table}_words"
        return (
            f"{column} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)",  # noqa: S608 (our own name)
            (*parameters, fts5_query(self.query, in_title=self.in_title)),
        )


def tsvector(title: Sequence[Word], text: Sequence[Word]) -> str:
    """Words and stems with their places, as PostgreSQL writes them. A gap keeps the title apart from the text."""
    places: dict[str, list[str]] = {}
    position = count(1)
    for words, weight in ((title, "A"), (text, "")):
        for word, place in zip(words, position, strict=False):
            places.setdefault(word.text, []).append(f"{place}{weight}")
            places.setdefault(_STEM + word.stem, []).append(f"{place}{weight}")
        next(position)
    return " ".join(f"'{lexeme}':{','.join(found)}" for lexeme, found in places.items())


def tsquery(query: SearchQuery, *, in_title: bool = False) -> str:
    """Weights are asked for where they matter alone: they stand in the rows, not in the index."""
    weight = "A" if in_title else ""

    def term(each: Term) -> str:
        written = _after_one_another([word.text for word in each.words], weight, "*" if each.is_beginning else "")
        if each.is_exact:
            return f"({written})"
        return f"(({written})|({_after_one_another([_STEM + word.stem for word in each.words], weight)}))"

    return "&".join([*map(term, query.wanted), *(f"!{term(each)}" for each in query.unwanted)])


def _after_one_another(lexemes: Sequence[str], weight: str, beginning: str = "") -> str:
    *first, last = lexemes
    marks = [weight] * len(first) + [beginning + weight]
    return "<->".join(f"'{each}'{':' + mark if mark else ''}" for each, mark in zip([*first, last], marks, strict=True))


def fts5_query(query: SearchQuery, *, in_title: bool = False) -> str:
    words, stems = ("title", "title_stems") if in_title else ("title text", "title_stems text_stems")

    def term(each: Term) -> str:
        written = f'{{{words}}} : "{_words(each.words)}"{" *" if each.is_beginning else ""}'
        if each.is_exact:
            return f"({written})"
        return f'({written} OR {{{stems}}} : "{_stems(each.words)}")'

    wanted = " AND ".join(map(term, query.wanted))
    if not query.unwanted:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(map(term, query.unwanted))})"


def _counted(text: str) -> list[Word]:
    return words_of(text)[:MOST_WORDS]


def _words(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _stems(words: Sequence[Word]) -> str:
    return " ".join(word.stem for word in words)
