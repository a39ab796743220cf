"""The part I korthet: what is not going well, what is done and what has changed, so much as fits on a page. Pure."""

from collections.abc import Iterable, Sequence

from reports.build.changes_in_words import changes_in_brief
from reports.build.document import BriefLine, DocumentSection, InBrief, StatusSummary
from reports.build.material import Material
from reports.build.news import News
from reports.build.places import Places, section_of_goals
from reports.build.room_of_page import fitting, room_for_troubles
from reports.build.since_last import compared_with
from reports.build.troubles import troubles_in

_ROOMS = (320, 200, 96)
"""Characters of each text: the longest at which everything fits, and the last where it does not."""


def in_brief_of(
    material: Material,
    news: News,
    places: Places,
    summaries: Sequence[StatusSummary],
    sections: Iterable[DocumentSection],
) -> InBrief | None:
    """None where nobody has judged anything, so that there is nothing to count."""
    if not summaries:
        return None
    changes = _changes(news, has_tables=material.facts.has_since_last)
    room = room_for_troubles(summaries, changes)
    for characters in _ROOMS:
        troubles = troubles_in(material, places, characters)
        kept = fitting(troubles, room)
        if kept == len(troubles):
            break
    left = troubles[kept:]
    place = next(
        (found for each in left if (found := places.section_of(each.anchor)).title), section_of_goals(sections)
    )
    return InBrief(troubles[:kept], len(left), place.anchor, place.title, changes)


def _changes(news: News, *, has_tables: bool) -> tuple[BriefLine, ...]:
    """What is compared with, then a line for each kind of change."""
    told = [BriefLine(text, anchor if has_tables else "") for text, anchor in changes_in_brief(news)]
    return (BriefLine(compared_with(news.earlier)), *told)
