"""What is wrong with rows that are written together: each fault with its row, so that a caller can point at it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from followup.core.faults import CommandRefused, Locked


@dataclass(frozen=True, slots=True)
class RowFault:
    """`row` is the instance that the caller gave, None where the database did not say which; `field` may be empty."""

    row: models.Model | None
    field: str
    message: str


class RowsRefused(ValidationError):
    """The rows do not hold; nothing was written. Also a ValidationError by field, as a form wants it."""

    def __init__(self, faults: Sequence[RowFault]) -> None:
        by_field: dict[str, list[str]] = {}
        for fault in faults:
            messages = by_field.setdefault(fault.field or NON_FIELD_ERRORS, [])
            if fault.message not in messages:
                messages.append(fault.message)
        super().__init__(by_field)
        self.faults = tuple(faults)


class _Sentences(CommandRefused):
    def __init__(self, faults: Sequence[RowFault]) -> None:
        super().__init__(" ".join(dict.fromkeys(fault.message for fault in faults)))
        self.faults = tuple(faults)


class RowsLocked(_Sentences, Locked):
    """Rows dated in a locked period."""


class RowsHeld(_Sentences):
    """Rows that other rows still hang on; each message names which."""


class RowsGone(CommandRefused):
    """Rows that somebody else deleted meanwhile."""

    def __init__(self, rows: Sequence[models.Model]) -> None:
        names = ", ".join(f"”{row}”" for row in rows[:3])
        super().__init__(_("%(rows)s har tagits bort av någon annan under tiden.") % {"rows": names})
        self.faults = tuple(RowFault(row, "", str(self)) for row in rows)


class RowChanged(CommandRefused):
    """Somebody else changed the row that the person had before them; `current` is what stands there now."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(_("Någon annan har ändrat uppgifterna under tiden. Inget av det du skrev är borta."))
        self.current: Any = current


def faults_of(row: models.Model, error: ValidationError) -> list[RowFault]:
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    return [
        RowFault(row, "" if field == NON_FIELD_ERRORS else field, message)
        for field, messages in by_field.items()
        for message in messages
    ]


@contextmanager
def constraints_in_words(rows: Sequence[models.Model]) -> Iterator[None]:
    """Write the rows (of one model) inside: what the database refuses becomes RowsRefused, in the constraint's words.

    Only when it refuses are the rows asked one by one, a query each, to find which.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise RowsRefused(_refused(rows, error)) from error


def _refused(rows: Sequence[models.Model], error: IntegrityError) -> list[RowFault]:
    constraint = _broken(type(rows[0]), error)
    if constraint is None:
        return [RowFault(None, "", _("Uppgifterna går inte att spara, för de strider mot varandra."))]
    faults = [fault for row in rows for fault in _violations(constraint, row)]
    if isinstance(constraint, models.UniqueConstraint):
        message = _unique_message(constraint, rows[0])
        faults += [RowFault(row, "", message) for row in _doubles(constraint, rows)]
    return faults or [RowFault(None, "", _unnamed(constraint))]


def _broken(model: type[models.Model], error: IntegrityError) -> models.BaseConstraint | None:
    """The constraint that the database named; SQLite names a uniqueness by its columns."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    if not name and (found := re.search(r"constraint failed: (?:index ')?(\w+)'?$", str(error))):
        name = found[1]
    columns = re.findall(r"\w+\.(\w+)", str(error)) if not name else []
    for constraint in model._meta.constraints:
        if constraint.name == name:
            return constraint
        if columns and isinstance(constraint, models.UniqueConstraint) and columns == _columns(model, constraint):
            return constraint
    return None


def _columns(model: type[models.Model], constraint: models.UniqueConstraint) -> list[str]:
    return [str(model._meta.get_field(name).column) for name in constraint.fields]  # type: ignore[union-attr]  # a real column


def _violations(constraint: models.BaseConstraint, row: models.Model) -> list[RowFault]:
    try:
        constraint.validate(type(row), row)
    except ValidationError as error:
        if isinstance(constraint, models.CheckConstraint):
            return [RowFault(row, "", _unnamed(constraint))]
        return faults_of(row, error)
    return []


def _doubles(constraint: models.UniqueConstraint, rows: Sequence[models.Model]) -> list[models.Model]:
    """The rows that say the same as an earlier one among them, in what the constraint keeps apart."""
    expressions: Sequence[Any] = constraint.expressions
    names = list(constraint.fields) or [
        part.name
        for expression in expressions
        for part in ([expression] if isinstance(expression, models.F) else expression.get_source_expressions())
        if hasattr(part, "name")
    ]
    seen: set[tuple[Any, ...]] = set()
    doubles = []
    for row in rows:
        key = tuple(row.serializable_value(name) for name in names)
        if key in seen:
            doubles.append(row)
        seen.add(key)
    return doubles


def _unique_message(constraint: models.UniqueConstraint, row: models.Model) -> str:
    if constraint.violation_error_message != constraint.default_violation_error_message:
        return str(constraint.get_violation_error_message())
    return " ".join(row.unique_error_message(type(row), constraint.fields).messages)


def _unnamed(constraint: models.BaseConstraint) -> str:
    if constraint.violation_error_message != constraint.default_violation_error_message:
        return str(constraint.get_violation_error_message())
    return _("Uppgifterna går inte att spara, för de strider mot varandra.")
