"""`icontains` and `iexact` that know å, ä and ö on SQLite too, whose own LIKE tells `Å` from `å`.

On PostgreSQL both are Django's own. On SQLite the text is looked for with the regular expressions that Django gives to
every connection, in which upper and lower case are the same in all alphabets. Whatever searches uses it, the admin too.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, TextField
from django.db.models.lookups import BuiltinLookup, IContains, IExact


class _Folded(BuiltinLookup):
    around = "{}"

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Sequence[Any]]:
        if not self.rhs_is_direct_value():
            return self.as_sql(compiler, connection)
        left, parameters = self.process_lhs(compiler, connection)
        pattern = "(?i)" + self.around.format(re.escape(str(self.rhs)))
        return f"{left} REGEXP %s", [*parameters, pattern]


class FoldedContains(_Folded, IContains):
    pass


class FoldedExact(_Folded, IExact):
    around = r"\A{}\Z"


def register() -> None:
    for field in (CharField, TextField):
        field.register_lookup(FoldedContains)
        field.register_lookup(FoldedExact)
