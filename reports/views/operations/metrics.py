"""What Prometheus reads: the requests that the processes here have answered, and how it is with the work.

Shut until `METRICS_TOKEN` is set. No label holds an address or a name of anybody; routes and methods are all there is.
"""

import os
from collections.abc import Iterator
from hmac import compare_digest

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from reports.models import Publication, PublicationLetter
from reports.views.operations.work import work_now


@login_not_required
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """In Prometheus' text format, to whoever shows the token: `Authorization: Bearer …`. Four queries."""
    if not settings.METRICS_TOKEN:
        return HttpResponse(status=404)
    shown = request.META.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
    if not compare_digest(shown.encode(), settings.METRICS_TOKEN.encode()):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    content = generate_latest(_of_the_processes()) + generate_latest(_of_the_database())
    return HttpResponse(content, content_type=CONTENT_TYPE_LATEST)


def _of_the_processes() -> CollectorRegistry:
    """All that share the folder, or this one alone where there is none."""
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return registry


def _of_the_database() -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(Standing())
    return registry


class Standing:
    """What the database says, asked when it is read: the same whichever process answers."""

    def collect(self) -> Iterator[Metric]:
        try:
            work = work_now(timezone.now())
            publications = Publication.objects.count()
            letters = PublicationLetter.objects.waiting().count()
        except Error:
            yield _gauge("uppfoljning_database_up", "Whether the database answers.", 0)
            return
        yield _gauge("uppfoljning_database_up", "Whether the database answers.", 1)
        yield _gauge("uppfoljning_workers", "Workers seen within half a minute.", work.workers)
        jobs = GaugeMetricFamily("uppfoljning_jobs", "Long work; failed is of the last day.", labels=["state"])
        for state in ("waiting", "running", "scheduled", "failed"):
            jobs.add_metric([state], getattr(work, state))
        yield jobs
        yield _gauge("uppfoljning_job_wait_seconds", "How long the oldest due job has waited.", work.seconds_waited)
        yield _gauge("uppfoljning_publications", "Published versions.", publications)
        yield _gauge("uppfoljning_letters_waiting", "Letters to subscribers that are not sent.", letters)


def _gauge(name: str, words: str, value: int) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, words, value=value)
