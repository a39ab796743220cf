"""Who is there to do the long work."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy

from reports.querysets import WorkerQuerySet


class Worker(models.Model):
    """A worker process, from its first beat until it ends. `name` is what jobs call it, and new at every start."""

    name = models.CharField(gettext_lazy("namn"), max_length=64, unique=True)
    started_at = models.DateTimeField(gettext_lazy("började"))
    seen_at = models.DateTimeField(gettext_lazy("senast sedd"), db_index=True)

    objects: ClassVar[Any] = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("arbetare")
        verbose_name_plural = gettext_lazy("arbetare")
        ordering = ["started_at", "pk"]

    def __str__(self) -> str:
        return self.name
