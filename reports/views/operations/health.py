"""Whether the process is alive, and whether it can answer people. Without a cookie, a session or a secret."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reports.views.operations.work import work_now

_migrated_in: set[str] = set()
"""The databases that were found migrated. Never asked again: a process is of one version for as long as it lives."""


@login_not_required
@never_cache
@require_safe
def alive(_request: HttpRequest) -> JsonResponse:
    """Whether the process answers at all. Asks nothing of the database: restarting us would not mend that."""
    return JsonResponse({"status": "ok"})


@login_not_required
@never_cache
@require_safe
def ready(_request: HttpRequest) -> JsonResponse:
    """Whether people can be sent here: the database answers and is migrated. 503 where it is not.

    How it is with the work is told, and changes nothing: pages are read and answers saved without a worker, too.
    Queries: two, and those of the migrations until they have been found applied once.
    """
    told: dict[str, Any] = {"status": "ok", "database": "ok", "migrations": "ok"}
    try:
        if not _is_migrated():
            return JsonResponse(told | {"status": "waits", "migrations": "missing"}, status=503)
        work = work_now(timezone.now())
    except Error:
        return JsonResponse({"status": "waits", "database": "unreachable"}, status=503)
    told["work"] = {
        "status": "late" if work.is_late else "ok",
        "workers": work.workers,
        "waiting": work.waiting,
        "seconds_waited": work.seconds_waited,
    }
    return JsonResponse(told)


def _is_migrated() -> bool:
    name = str(connection.settings_dict["NAME"])
    if name not in _migrated_in:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated_in.add(name)
    return True
