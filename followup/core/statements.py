"""Statements whose SQL is made once: for small answers, making it anew takes longer than the database does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Expression, Field, QuerySet, Value

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


@dataclass(frozen=True)
class _Made:
    """`columns` are those that the database gives otherwise than Python has them: dates, decimals, lists."""

    sql: str
    parameters: tuple[Any, ...]
    columns: tuple[tuple[int, Expression], ...]


class Statement:
    """A flat queryset (`values_list`) that `make` gives, with a `Given` in place of each value that may be another.

    `make` is called once in a process, so nothing else in it may depend on when, or for whom, it is asked.
    """

    def __init__(self, make: Callable[[], QuerySet[Any, Any]]) -> None:
        self._make = make

    def rows(self, **told: Any) -> list[Row]:
        """All rows. What is equal in a column is one and the same object, lists too: change none. One query."""
        made = self._made
        parameters = [each.of(told) if isinstance(each, Given) else each for each in made.parameters]
        with connection.cursor() as cursor:
            cursor.execute(made.sql, parameters)
            found = cursor.fetchall()
        return _converted(found, made.columns) if found and made.columns else found

    @cached_property
    def _made(self) -> _Made:
        compiler = self._make().query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        columns = enumerate(expression for expression, _sql, _alias in compiler.select)
        return _Made(sql, tuple(parameters), tuple((at, each) for at, each in columns if _converters(each)))


def _converters(column: Expression) -> Sequence[Callable[..., Any]]:
    return [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]


def _converted(rows: list[Row], columns: tuple[tuple[int, Expression], ...]) -> list[Row]:
    """Column by column, each value that occurs once."""
    found: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for at, column in columns:
        converters = _converters(column)
        known = {}
        for value in set(found[at]):
            read = value
            for convert in converters:
                read = convert(read, column, connection)
            known[value] = read
        found[at] = [known[value] for value in found[at]]
    return list(zip(*found, strict=True))
