"""Published versions by what their data holds, without the report being built: for pages that read the index alone."""

import json
from datetime import UTC, date, datetime

from reports.commands.indexing import index_publication
from reports.models import Publication, Report

_WORDS = {
    "achieved": "Uppnått",
    "partly_achieved": "Delvis uppnått",
    "not_achieved": "Ej uppnått",
    "not_assessable": "Kan ej bedömas",
    "": "Bedömt i ord",
}


def a_version(plan, as_of, *items, report=None, **overrides):
    """A version of a report of the plan as of a date, with its goals and indicators in the index; the next one of
    `report` where that is given.
    """
    number = Report.objects.count() + 1
    slug = f"uppfoljning-{number}"
    report = report or Report.objects.create(
        plan=plan, key=slug, slug=slug, template="interim", title=f"Uppföljning {number}", as_of=as_of
    )
    version = report.publications.count() + 1
    values = {
        "slug": report.slug,
        "version": version,
        "audience": "public",
        "change_note": "Rättad." if version > 1 else "",
        "municipality_name": plan.committee.municipality.name,
        "committee_name": plan.committee.name,
        "title": report.title,
        "as_of": as_of,
        "plan_from": plan.year_from,
        "published_at": datetime(2026, 1, 1, 8, version, tzinfo=UTC),
        "published_by_name": "Cecilia",
    }
    publication = Publication.objects.create(report=report, committee=plan.committee, **values | overrides)
    content = json.dumps({"schema_version": "5", "standing": items}).encode()
    index_publication(publication=publication, data=content)
    return publication


def told_goal(key, own="", units=(), **overrides):
    """`own` is the committee's mark; `units` are pairs of unit and mark."""
    given = [("", own)] if own else []
    item = {
        "kind": "goal",
        "key": key,
        "continues": "",
        "number": "",
        "name": f"Mål {key}",
        "statuses": [{"by": by, "status": {"mark": mark, "word": _WORDS[mark]}} for by, mark in (*given, *units)],
        "targets": [],
        "promises": [],
        "periods": [],
        "anchor": f"mal-{key}",
        "outcomes": [],
    }
    return item | overrides


def told_indicator(key, *figures, targets=(), **overrides):
    """`figures` are made by `figure`; `targets` are pairs of year and value."""
    item = told_goal(key, name=f"Indikator {key}", kind="indicator", anchor=f"indikator-{key}")
    wanted = [
        {"year": year, "series": "", "words": f"{value}\u00a0%", "value": value, "sex": "total",
         "measured_against": "value"}
        for year, value in targets
    ]  # fmt: skip
    return item | {"unit_of_measure": "%", "outcomes": list(figures), "targets": wanted} | overrides


def figure(period, value, *, through=None, unit="", sex="total", words=None):
    """A figure of a whole year, or of a period whose last day is `through`."""
    return {
        "period": period,
        "period_through": (through or date(int(period[:4]), 12, 31)).isoformat(),
        "series": "",
        "unit": unit,
        "submeasure": "",
        "sex": sex,
        "value": value,
        "words": words or f"{value}\u00a0%",
        "is_preliminary": False,
    }
