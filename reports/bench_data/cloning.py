"""Copies of rows within their own tables: what stands there once stands there many times, under other names.

The rows that were added since a mark are copied whole, table by table, each copy with ids of its own and with every
reference among them moved along. Foreign keys are not looked at while it goes on, which is what takes a database its
time. SQLite checks all of them in the end; that PostgreSQL has none that leads nowhere is tested.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from followup.core.models import Committee, Municipality, User
from reports.models import Publication
from reports.models.published_passage import PASSAGE_WORDS, PublishedPassage, apart

APPS = ("core", "goals", "indicators", "reports")
AT_ONCE = 10
"""Copies in one statement."""


@dataclass(frozen=True, slots=True)
class Span:
    """The ids of a table's rows that are copied: after `after`, through `last`.

    The first copy's are `first` higher, above every id that is there; each later copy's `stride` higher than the last.
    """

    after: int
    last: int
    first: int
    stride: int

    def higher(self, copy: int) -> int:
        """How much higher the ids of a copy are; the copies are counted from 0."""
        return self.first + self.stride * copy


Marks = Mapping[type[models.Model], int]
Spans = Mapping[type[models.Model], Span]


def copied_models() -> list[type[models.Model]]:
    """All of ours, their history and what joins them: those whose rows have numbers."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in APPS
        and isinstance(model._meta.pk, models.AutoField | models.BigAutoField | models.OneToOneField)
        and model._meta.managed
    ]


def marks() -> Marks:
    """The highest id of each table now."""
    return {model: _highest(model) for model in copied_models()}


def clone(since: Marks, *, first: int, copies: int, names: "Names", until: Marks | None = None) -> Iterator[int]:
    """Copies numbered from `first` of the rows added after `since`; yields how many are made so far.

    Rows added after `until` are left out, so that the same rows can be copied again when there are copies already.
    """
    spans = _spans(since, until or marks())
    with _keys_unlooked_at():
        for start in range(0, copies, AT_ONCE):
            numbers = range(first + start, first + min(start + AT_ONCE, copies))
            with transaction.atomic(), connection.cursor() as cursor:
                for model in spans:
                    cursor.execute(_statement(model, spans, numbers, first, names))
                if PublishedPassage in spans:
                    which, span = _original(PublishedPassage, spans), spans[PublishedPassage]
                    for number in numbers:
                        PASSAGE_WORDS.copy(which, span.higher(number - first))
            yield start + len(numbers)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(spans)):
            cursor.execute(statement)
    connection.check_constraints()


@dataclass(frozen=True, slots=True)
class Names:
    """What must differ between copies: the municipality's name and code (its copies are numbered from `code`)."""

    name: str
    code: str

    def replaced(self, model: type[models.Model], field: str, column: str) -> str | None:
        """SQL for the value in copy `n.number`, where it is not the same."""
        match (model, field):
            case (_, "code") if model is Municipality:
                return f"CAST({int(self.code)} + n.number AS varchar(4))"
            case (_, "name") if model is Municipality:
                return self._renamed(column)
            case (_, "municipality_name") if model is Publication:
                return self._renamed(column)
            case (_, "slug") if model is Committee:
                return f"{column} || '-' || n.number"
            case (_, "username") if model is User:
                return f"{column} || '-' || n.number"
        return None

    def _renamed(self, column: str) -> str:
        return f"REPLACE({column}, '{self.code}', CAST({int(self.code)} + n.number AS varchar(4)))"


def _highest(model: type[models.Model]) -> int:
    highest: int | None = model._default_manager.aggregate(highest=models.Max("pk"))["highest"]
    return highest or 0


def _spans(since: Marks, until: Marks) -> Spans:
    spans = {
        model: Span(mark, until[model], _highest(model) - mark, until[model] - mark)
        for model, mark in since.items()
        if until[model] > mark
    }
    if PublishedPassage in spans:
        by = spans[Publication]
        spans[PublishedPassage] = replace(spans[PublishedPassage], first=apart(by.first), stride=apart(by.stride))
    return spans


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))


def _original(model: type[models.Model], spans: Spans) -> str:
    """The condition, in SQL, for the rows of `t` to copy. The ids of passages lie among those of their copies."""
    by, field = (Publication, "publication_id") if model is PublishedPassage else (model, model._meta.pk.column)
    column = f"t.{_quoted(field)}"
    return f"{column} > {spans[by].after} AND {column} <= {spans[by].last}"


def _statement(model: type[models.Model], spans: Spans, numbers: Iterable[int], first: int, names: Names) -> str:
    table = _quoted(model._meta.db_table)
    columns = [field.column for field in model._meta.concrete_fields]
    values = [_value(model, field, spans, first, names) for field in model._meta.concrete_fields]
    for column in _columns_of_the_database(model):
        columns.append(column)
        values.append(f"t.{_quoted(column)}")
    # As wide as the ids: what the passages' are apart, times two hundred copies, is more than an integer holds.
    copies = " UNION ALL ".join(f"SELECT CAST({number} AS bigint) AS number" for number in numbers)
    return (
        f"INSERT INTO {table} ({', '.join(map(_quoted, columns))}) SELECT {', '.join(values)} "  # noqa: S608 (names and numbers of ours)
        f"FROM {table} t CROSS JOIN ({copies}) n WHERE {_original(model, spans)}"
    )


def _value(
    model: type[models.Model], field: "models.Field[object, object]", spans: Spans, first: int, names: Names
) -> str:
    column = f"t.{_quoted(field.column)}"
    replaced = names.replaced(model, field.name, column)
    if replaced is not None:
        return replaced
    by = _numbered_by(model, field)
    span = spans.get(by) if by is not None else None
    if span is None:
        return column
    moved = f"{column} + {span.first} + {span.stride} * (n.number - {first})"
    return f"CASE WHEN {column} > {span.after} AND {column} <= {span.last} THEN {moved} ELSE {column} END"


def _numbered_by(model: type[models.Model], field: "models.Field[object, object]") -> type[models.Model] | None:
    """The model whose ids the field holds; the row of a history holds the id of what it is about."""
    if field.is_relation and field.related_model is not None:
        return field.related_model
    if field.primary_key:
        return model
    instance = getattr(model, "instance_type", None)
    return instance if instance is not None and field.name == instance._meta.pk.name else None


def _columns_of_the_database(model: type[models.Model]) -> list[str]:
    """Those of the table that are in no model."""
    with connection.cursor() as cursor:
        there = [column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)]
    known = {field.column for field in model._meta.concrete_fields}
    return [name for name in there if name not in known]


@contextmanager
def _keys_unlooked_at() -> Iterator[None]:
    """As far as the database lets us: on PostgreSQL only a superuser may leave out what it checks by row."""
    if connection.vendor == "sqlite":
        with connection.constraint_checks_disabled():
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
        (may,) = cursor.fetchone() or (False,)
        if may:
            cursor.execute("SET session_replication_role = replica")
    try:
        yield
    finally:
        if may:
            with connection.cursor() as cursor:
                cursor.execute("SET session_replication_role = origin")
