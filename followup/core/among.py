"""Whether a number is one of very many, given to the database as one parameter: it takes no more than so many."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import BooleanField, Expression, F


class Among(Expression):
    """Whether the field, of the row itself, is one of the numbers. For `filter`."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, field: str, numbers: Iterable[int]) -> None:
        super().__init__()
        self.number: Any = F(field)
        self.among = sorted(numbers)

    def get_source_expressions(self) -> list[Any]:
        return [self.number]

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        (self.number,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, parameters = compiler.compile(self.number)
        if connection.vendor == "postgresql":
            return f"{column} = ANY(%s::bigint[])", (*parameters, self.among)
        found = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 (compiled by Django)
        return found, (*parameters, json.dumps(self.among))
