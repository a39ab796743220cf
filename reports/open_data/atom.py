"""Happenings as an Atom 1.0 feed (RFC 4287). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from followup.core.dates import day_of
from reports.choices import Happening
from reports.open_data.happenings import Happened

ATOM_TYPE = "application/atom+xml; charset=utf-8"

_SINCE = date(2026, 1, 1)
"""The day in the feeds' own ids, which stays the same for ever."""
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedHead:
    """`page` and `own` are absolute addresses: of the page that shows the same, and of the feed itself."""

    title: str
    subtitle: str
    page: str
    own: str


@dataclass(frozen=True, slots=True)
class Entry:
    """`address` is the absolute address of the version."""

    happened: Happened
    address: str


class _Feed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """An empty feed is the same each time that it is read."""
        return super().latest_post_date() if self.items else _NOTHING_YET


def write_atom(head: FeedHead, entries: Iterable[Entry]) -> bytes:
    """UTF-8; the entries in the order that they come. Summaries are HTML, so what people wrote is escaped."""
    feed = _Feed(
        title=head.title,
        subtitle=head.subtitle,
        link=head.page,
        description=head.subtitle,
        feed_url=head.own,
        feed_guid=tag(head.own, _SINCE),
        language="sv",
    )
    for entry in entries:
        happened = entry.happened
        what = "#avpublicerad" if happened.what == Happening.WITHDRAWN else ""
        feed.add_item(
            title=happened.heading,
            link=entry.address,
            description=escape(f"{happened.sentence} {happened.note}".strip()),
            unique_id=tag(entry.address, day_of(happened.moment)) + what,
            pubdate=happened.moment,
            updateddate=happened.moment,
            author_name=f"{happened.committee}, {happened.municipality}",
            categories=[str(happened.what.value)],
        )
    return feed.writeString("utf-8").encode()


def tag(address: str, day: date) -> str:
    """`tag:uppfoljning.example,2017-10-12:/socialnamnden/delar-2017/v1/` (RFC 4151): an id that is no address."""
    parts = urlsplit(address)
    return f"tag:{parts.hostname},{day.isoformat()}:{parts.path}"
