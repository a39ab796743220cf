"""Statements whose SQL is made once: for small answers, making it anew takes longer than the database does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, DateField, Expression, Field, IntegerField, Model, QuerySet, Value
from django.db.models.sql import UpdateQuery

Row = tuple[Any, ...]


class Given(Value):
    """Stands in a statement for a value that is told when it is asked: a key, or of the field that is named."""

    def __init__(self, name: str, field: Field[Any, Any] | None = None) -> None:
        super().__init__(name, output_field=field or BigIntegerField())

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Itself as the parameter, for `rows` to change for what is told."""
        return "%s", [self]

    def of(self, told: dict[str, Any]) -> Any:
        return self.output_field.get_db_prep_value(told[self.value], connection)


class GivenDay(Given):
    """A date; as of a date, its year may be asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name, DateField())

    @property
    def year(self) -> Given:
        return _GivenYear(self.value, IntegerField())


class _GivenYear(Given):
    def of(self, told: dict[str, Any]) -> Any:
        return told[self.value].year


@dataclass(frozen=True)
class _Made:
    """`columns` are those that the database gives otherwise than Python has them: dates, decimals, lists."""

    sql: str
    parameters: tuple[Any, ...]
    columns: tuple["_Column", ...]


@dataclass(frozen=True)
class _Column:
    at: int
    expression: Expression
    converters: tuple[Callable[..., Any], ...]


class Statement:
    """A flat queryset (`values_list`) that `make` gives, with a `Given` in place of each value that may be another.

    `make` is called once in a process, so nothing else in it may depend on when, or for whom, it is asked.
    """

    def __init__(self, make: Callable[[], QuerySet[Any, Any]]) -> None:
        self._make = make

    def rows(self, **told: Any) -> list[Row]:
        """All rows. What is equal in a column is one and the same object, lists too: change none. One query."""
        made = self._made
        with connection.cursor() as cursor:
            cursor.execute(made.sql, _told(made.parameters, told))
            found = cursor.fetchall()
        return _converted(found, made.columns) if found and made.columns else found

    @cached_property
    def _made(self) -> _Made:
        asked = connections[DEFAULT_DB_ALIAS]
        compiler = self._make().query.get_compiler(connection=asked)
        sql, parameters = compiler.as_sql()
        columns = [_column(at, expression, asked) for at, (expression, _sql, _alias) in enumerate(compiler.select)]
        return _Made(sql, tuple(parameters), tuple(column for column in columns if column.converters))


class Instances:
    """As `Statement`, for a queryset of instances.

    `related` are paths of references that are never empty, each after its owner's; they are read along.
    """

    def __init__(self, make: Callable[[], QuerySet[Any]], *related: str) -> None:
        self._make = make
        self._related = related

    def answers(self, **told: Any) -> list[Any]:
        """In the queryset's order. One query."""
        return [self._instance(row) for row in self._statement.rows(**told)]

    @cached_property
    def _parts(self) -> list[tuple[str, Any, list[str]]]:
        """Of each instance that a row holds: its path, its model and its columns."""
        model = self._make().model
        models = [(path, _model_at(model, path)) for path in ("", *self._related)]
        return [(path, each, [field.attname for field in each._meta.concrete_fields]) for path, each in models]

    @cached_property
    def _statement(self) -> Statement:
        names = [f"{path}__{name}" if path else name for path, _model, columns in self._parts for name in columns]
        return Statement(lambda: self._make().values_list(*names))

    def _instance(self, row: Row) -> Any:
        first, place = None, 0
        for path, model, columns in self._parts:
            found = model.from_db(DEFAULT_DB_ALIAS, columns, row[place : place + len(columns)])
            place += len(columns)
            if first is None:
                first = found
                continue
            owner = first
            *above, name = path.split("__")
            for step in above:
                owner = getattr(owner, step)
            setattr(owner, name, found)
        return first


class Change:
    """An UPDATE of the rows of the queryset that `make` gives, which sets the fields of these names."""

    def __init__(self, make: Callable[[], QuerySet[Any]], fields: Sequence[str]) -> None:
        self._make = make
        self._fields = fields

    def write(self, row: Model, /, **told: Any) -> int:
        """How many rows were set to what `row` holds. One query."""
        sql, parameters, attnames = self._made
        new = {_new(attname): getattr(row, attname) for attname in attnames}
        with connection.cursor() as cursor:
            cursor.execute(sql, _told(parameters, told | new))
            return cursor.rowcount

    @cached_property
    def _made(self) -> tuple[str, Sequence[Any], list[str]]:
        rows = self._make()
        query: Any = rows.query.chain(UpdateQuery)
        fields: list[Any] = [rows.model._meta.get_field(name) for name in self._fields]
        query.add_update_values({field.name: Given(_new(field.attname), field) for field in fields})
        sql, parameters = query.get_compiler(connection=connection).as_sql()
        return sql, parameters, [field.attname for field in fields]


def _new(attname: str) -> str:
    return f"new_{attname}"


def _model_at(model: Any, path: str) -> Any:
    for name in path.split("__") if path else ():
        model = model._meta.get_field(name).related_model
    return model


def _told(parameters: Sequence[Any], told: dict[str, Any]) -> list[Any]:
    return [each.of(told) if isinstance(each, Given) else each for each in parameters]


def _column(at: int, expression: Expression, asked: BaseDatabaseWrapper) -> _Column:
    return _Column(at, expression, (*asked.ops.get_db_converters(expression), *expression.get_db_converters(asked)))


def _converted(rows: list[Row], columns: tuple[_Column, ...]) -> list[Row]:
    """Column by column, each value that occurs once."""
    asked = connections[DEFAULT_DB_ALIAS]
    found: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for column in columns:
        known = {}
        for value in set(found[column.at]):
            read = value
            for convert in column.converters:
                read = convert(read, column.expression, asked)
            known[value] = read
        found[column.at] = [known[value] for value in found[column.at]]
    return list(zip(*found, strict=True))
