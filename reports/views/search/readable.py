"""The reports that a search may look in: the newest version of each that the reader may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from followup.core.access import AnyUser
from reports.models import Publication
from reports.models.publication import listed_year
from reports.views.search.asked import Asked


class ReadableReport(NamedTuple):
    """By its version's id, with what it can be chosen by. `municipality` is the code, `committee` the slug."""

    publication_id: int
    report_id: int
    as_of: date | None
    municipality: str
    municipality_name: str
    committee: str
    committee_name: str
    plan_from: int | None
    published_at: datetime

    @property
    def year(self) -> int:
        return listed_year(self.as_of, self.plan_from, self.published_at)

    def is_within(self, asked: Asked) -> bool:
        """Whether it is of the municipality, committee, year and report that are asked for."""
        return (
            asked.municipality in {"", self.municipality}
            and asked.committee in {"", self.committee}
            and asked.year in {"", str(self.year)}
            and asked.report in {"", str(self.report_id)}
        )


@dataclass(frozen=True, slots=True)
class Readable:
    """`reports` by version; `municipalities` and `committees` are named by what chooses them, in the order of names."""

    reports: Mapping[int, ReadableReport]
    municipalities: Mapping[str, str]
    committees: Mapping[str, str]
    years: tuple[int, ...]


def readable_for(user: AnyUser) -> Readable:
    """One query. A committee is named with its municipality where there are several."""
    rows = (
        Publication.objects.newest_readable_by(user)
        .order_by("committee__municipality__name", "committee__name", "committee_id", "pk")
        .values_list(
            "pk",
            "report_id",
            "as_of",
            "committee__municipality__code",
            "committee__municipality__name",
            "committee__slug",
            "committee__name",
            "plan_from",
            "published_at",
        )
    )
    reports = {row[0]: ReadableReport(*row) for row in rows}
    municipalities = {each.municipality: each.municipality_name for each in reports.values()}
    several = len(municipalities) > 1
    committees = {
        each.committee: f"{each.committee_name}, {each.municipality_name}" if several else each.committee_name
        for each in reports.values()
    }
    years = sorted({each.year for each in reports.values()}, reverse=True)
    return Readable(reports, municipalities, committees, tuple(years))
