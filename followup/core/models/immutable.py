"""Rows that are written once and never changed or deleted."""

from typing import Any, Never

from django.db import models


class ImmutableError(Exception):
    """Somebody tried to change or delete a row that is kept as it was written."""


class ImmutableQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> Never:
        raise ImmutableError(f"{self.model.__name__} rows are never changed")

    def delete(self) -> Never:
        raise ImmutableError(f"{self.model.__name__} rows are never deleted")

    def bulk_update(self, *args: Any, **kwargs: Any) -> Never:
        raise ImmutableError(f"{self.model.__name__} rows are never changed")


class ImmutableModel(models.Model):
    """Base of models whose rows are only ever inserted. The database refuses changes too (see the migrations)."""

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ImmutableError(f"{type(self).__name__} {self.pk} is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:
        raise ImmutableError(f"{type(self).__name__} {self.pk} is never deleted")
