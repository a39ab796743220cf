"""What the committee's earlier reports said of the goals, as they were sealed."""

from datetime import date

from reports.build.facts import EarlierFact
from reports.build.loading.compared import published_before, sealed_facts
from reports.models import Report

MOST = 7
"""With the report itself, as many times as a reader can look over."""


def past_of(report: Report) -> tuple[EarlierFact, ...]:
    """The latest published reports that its goals can be followed back to, oldest first, one for each day.

    Two queries, and at most `MOST` files read.
    """
    if report.as_of is None:
        return ()
    files = published_before(report, report.as_of)
    chosen: dict[date | None, int] = {}
    for when, pk in files.values_list("publication__as_of", "pk"):
        chosen.setdefault(when, pk)
        if len(chosen) > MOST:
            break
    latest = list(chosen.values())[:MOST]
    found = sealed_facts(report, files.filter(pk__in=latest)) if latest else ()
    return tuple(sorted(found, key=lambda earlier: earlier.as_of))
