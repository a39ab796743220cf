"""What a report tells of, for those who pick what they want to see of it."""

from dataclasses import dataclass

from reports.build.document.since import StandingStatus


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """A goal, indicator or assignment (`kind` is a value of `SubjectKind`) that the report may show in several places.

    `anchor` is its own and the same in every version. `area` is the anchor of the topmost goal above it, or its own;
    `above` that of the goal that it belongs to; either is empty where there is none. `units` are those that are asked
    or have answered, as they are printed. `answers` are the judgements that the report shows.
    """

    anchor: str
    kind: str
    title: str
    area: str
    above: str
    units: tuple[str, ...] = ()
    answers: tuple[StandingStatus, ...] = ()
