"""Rows that repeat their owners' keys, so that the database can hold both ends of a reference to one owner."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models


class InheritsOwner(models.Model):
    """Copies keys from the row above before validating and saving: `inherits = {"committee": "plan"}`.

    `committee` is then taken from `self.plan`. The copied fields are not editable; `SameOwner` constraints make them
    worth their place.
    """

    inherits: ClassVar[dict[str, str]] = {}

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if self._state.adding:
            self.inherit_owner()
        super().save(*args, update_fields=update_fields, **kwargs)

    def clean_fields(self, exclude: Any = None) -> None:
        self.inherit_owner()
        super().clean_fields(exclude=exclude)

    def inherit_owner(self) -> None:
        for field, source in self.inherits.items():
            above = getattr(self, source, None) if getattr(self, f"{source}_id") else None
            if above is not None:
                setattr(self, f"{field}_id", getattr(above, f"{field}_id"))
