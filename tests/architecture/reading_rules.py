"""Who reads a report in each of its states, at every address that names one, and which lists tell of it."""

from dataclasses import dataclass
from enum import StrEnum

OWN_ROLES = ("reader", "reporter", "approver", "auditor", "controller", "administrator")
"""Each is played by two people: one of the report's own committee, and one of another."""

OF_A_VERSION = (
    "reading:report",
    "reading:version",
    "reading:file",
    "reading:attachment",
    "reading:extract",
    "reading:selection_style",
    "reading:selection_result",
    "reading:package",
    "reading:verification",
)
OF_PUBLIC_VERSIONS = (
    "reading:data_report",
    "reading:data_document",
    "reading:data_table",
    "reading:data_table_metadata",
    "reading:data_municipality_table",
    "reading:catalogue",
    "reading:picture",
)


class State(StrEnum):
    """Of a report, by its only version: `DISCLOSED` was the members' and is public, `TAKEN_BACK` was theirs alone."""

    DRAFT = "draft"
    MEMBERS = "members"
    DISCLOSED = "disclosed"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken back"


class Reader(StrEnum):
    OWN = "own"
    OTHER = "other"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True)
class Reading:
    """What each kind of reader meets at an address: `in`, `sign in`, or the status that kept the door shut."""

    own: str
    other: str
    anonymous: str

    def of(self, reader: Reader) -> str:
        return {Reader.OWN: self.own, Reader.OTHER: self.other, Reader.ANONYMOUS: self.anonymous}[reader]


_HIDDEN = Reading("404", "404", "404")
_OPEN = Reading("in", "in", "in")
_GONE = Reading("410", "410", "410")

PAGES = {
    State.DRAFT: _HIDDEN,
    State.MEMBERS: Reading("in", "404", "404"),
    State.DISCLOSED: _OPEN,
    State.PUBLIC: _OPEN,
    State.WITHDRAWN: _GONE,
    State.TAKEN_BACK: Reading("410", "404", "404"),
}
"""The page, its versions, and every file of one."""

OPEN_DATA = {
    State.DRAFT: _HIDDEN,
    State.MEMBERS: _HIDDEN,
    State.DISCLOSED: _OPEN,
    State.PUBLIC: _OPEN,
    State.WITHDRAWN: _GONE,
    State.TAKEN_BACK: _HIDDEN,
}
"""The same for all, whoever is signed in, since it is kept on the way."""

LIFE = OPEN_DATA | {State.WITHDRAWN: _OPEN}
"""Tells what became of each public version, withdrawn ones too."""

BESIDE = {
    State.DRAFT: Reading("404", "404", "sign in"),
    State.MEMBERS: Reading("in", "404", "sign in"),
    State.DISCLOSED: Reading("in", "in", "sign in"),
    State.PUBLIC: Reading("in", "in", "sign in"),
    State.WITHDRAWN: Reading("404", "404", "sign in"),
    State.TAKEN_BACK: Reading("404", "404", "sign in"),
}
"""One's own notes about what one reads."""

ASKING = BESIDE | dict.fromkeys((State.DISCLOSED, State.PUBLIC), Reading("in", "403", "sign in"))
"""Questions are between those of the committee."""

ADDRESSES = {
    **dict.fromkeys(
        (
            "reading:report",
            "reading:version",
            "reading:file",
            "reading:package",
            "reading:attachment",
            "reading:extract",
            "reading:verification",
            "reading:selection_result",
            "reading:selection_style",
        ),
        PAGES,
    ),
    **dict.fromkeys(
        ("reading:data_document", "reading:data_table", "reading:data_table_metadata", "reading:picture"), OPEN_DATA
    ),
    "reading:data_report": LIFE,
    **dict.fromkeys(("reports:reader_notes", "reports:reader_note"), BESIDE),
    **dict.fromkeys(("reports:reader_questions", "reports:reader_question"), ASKING),
}
"""Every address that names a published report or a version of one."""


class Telling(StrEnum):
    """Whom a list tells of a report: whoever may read it, everyone alike and so of public ones alone, or nobody."""

    READERS = "readers"
    READERS_AND_WITHDRAWN = "readers, and that it is withdrawn"
    ALIKE = "alike"
    ALIKE_AND_WITHDRAWN = "alike, and that it is withdrawn"
    NOBODY = "nobody"


def is_told(telling: Telling, state: State, reader: Reader) -> bool:
    if telling in {Telling.READERS, Telling.READERS_AND_WITHDRAWN}:
        told = {"in", "410"} if telling == Telling.READERS_AND_WITHDRAWN else {"in"}
        return PAGES[state].of(reader) in told
    if telling == Telling.ALIKE_AND_WITHDRAWN and state == State.WITHDRAWN:
        return True
    return telling != Telling.NOBODY and OPEN_DATA[state] == _OPEN


LISTS = {
    "reading:start": Telling.READERS_AND_WITHDRAWN,
    "reading:search": Telling.READERS,
    "reading:committee": Telling.READERS_AND_WITHDRAWN,
    "reading:committee_reports": Telling.READERS,
    "reading:committee_goals": Telling.READERS,
    "reading:committee_indicators": Telling.READERS,
    "reading:goal_over_time": Telling.READERS,
    "reading:indicator_over_time": Telling.READERS,
    "reading:shared_indicator": Telling.READERS,
    "reading:municipality": Telling.READERS,
    "reading:municipality_reports": Telling.READERS,
    "reading:municipality_goals": Telling.READERS,
    "reading:municipality_indicators": Telling.READERS,
    "reading:data_reports": Telling.ALIKE,
    "reading:data_municipality_table": Telling.ALIKE,
    "reading:sitemap": Telling.ALIKE,
    "reading:feed": Telling.ALIKE_AND_WITHDRAWN,
    "reading:municipality_feed": Telling.ALIKE_AND_WITHDRAWN,
    "reading:committee_feed": Telling.ALIKE_AND_WITHDRAWN,
    "reading:committee_decisions": Telling.ALIKE,
    **dict.fromkeys(
        (
            "reading:robots",
            "reading:catalogue",
            "reading:open_data",
            "reading:data_index",
            "reading:data_openapi",
            "reading:data_schema",
            "reading:data_municipalities",
            "reading:data_committees",
            "reading:own_calendar",
            "reading:subscribe",
            "reading:subscription_asked",
            "reading:subscription_confirm",
            "reading:subscription_end",
            "reading:accessibility",
            "reading:municipality_accessibility",
        ),
        Telling.NOBODY,
    ),
}
"""Every other address for readers. One that tells of no report is one whatever it says."""
