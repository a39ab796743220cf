"""What the commands refuse of a book's rows, told by sheet and cell."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from followup.core.commands.row_faults import RowsGone, RowsHeld, RowsLocked, RowsRefused
from followup.core.faults import CommandRefused
from reports.plan_book.book import BookFault, BookRow
from reports.plan_book.fields import FIELDS

Sources = Mapping[int, BookRow]
"""The rows of the book by the `id()` of the instance that each became."""

_ALSO = {"due_on": "Klart senast", "due_words": "Klart senast", "cells": "Etikett", "code": "Kommunkod"}


class Faults:
    """Collects lines `Sheet!Cell: what is wrong`; `stop` raises them."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}

    @property
    def count(self) -> int:
        return len(self._lines)

    def add(self, place: str, message: str) -> None:
        self._lines[f"{place}: {message}"] = None

    def stop(self) -> None:
        """Raise BookFault where there is any fault so far."""
        if self._lines:
            raise BookFault(tuple(self._lines))

    @contextmanager
    def of(self, sheet: str, sources: Sources) -> Iterator[None]:
        """Run a command inside: what it refuses is collected, a row that is not of the book by the sheet's name."""
        try:
            yield
        except (RowsRefused, RowsLocked, RowsHeld, RowsGone) as refusal:
            for fault in refusal.faults:
                row = sources.get(id(fault.row)) if fault.row is not None else None
                place = row.cell(_heading(sheet, fault.field)) if row is not None else sheet
                self.add(place, fault.message)
        except ValidationError as error:
            for message in error.messages:
                self.add(_sole_place(sheet, sources), message)
        except CommandRefused as refusal:
            self.add(_sole_place(sheet, sources), str(refusal))


def refused(row: BookRow, error: ValidationError) -> BookFault:
    """A row's faults by field."""
    fields = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return BookFault(
        tuple(
            f"{row.cell(_heading(row.sheet, field))}: {message}"
            for field, messages in fields.items()
            for message in messages
        )
    )


def _heading(sheet: str, field: str) -> str:
    named = (heading for heading, name in FIELDS[sheet].items() if name == field)
    return next(named, _ALSO.get(field, ""))


def _sole_place(sheet: str, sources: Sources) -> str:
    return next(iter(sources.values())).cell() if len(sources) == 1 else sheet
