"""The report as frozen data: what every renderer is given and the only thing it is given.

A `ReportDocument` holds its own words, labels and numbers. It refers to no row of the database, so it reads the same
after every plan, unit or template behind it has changed. Rich text in it is already sanitised HTML (the allowlist of
`followup.core.richtext`). Dates are dates, not words; renderers write them.
"""

from reports.build.document.goals import (
    AssignmentGroup,
    AssignmentPart,
    GoalFollowUp,
    GoalIndicators,
    GoalOverview,
    GoalPart,
    GoalRow,
    GoalTable,
    IndicatorGroup,
    IndicatorLine,
    IndicatorPart,
    OverviewGoal,
    StatusCount,
    StatusSummary,
)
from reports.build.document.marks import Detail, Result, StatusMark, TextPart, TrendMark
from reports.build.document.report import (
    SCHEMA_VERSION,
    Block,
    DocumentSection,
    Edition,
    PageBreak,
    Publisher,
    ReportDocument,
)
from reports.build.document.tables import (
    AttachedDocument,
    AttachmentList,
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    ChartShape,
    Column,
    Note,
    Row,
    RowRole,
    Table,
)

__all__ = [
    "SCHEMA_VERSION",
    "AssignmentGroup",
    "AssignmentPart",
    "AttachedDocument",
    "AttachmentList",
    "Block",
    "Cell",
    "Chart",
    "ChartPoint",
    "ChartSeries",
    "ChartShape",
    "Column",
    "Detail",
    "DocumentSection",
    "Edition",
    "GoalFollowUp",
    "GoalIndicators",
    "GoalOverview",
    "GoalPart",
    "GoalRow",
    "GoalTable",
    "IndicatorGroup",
    "IndicatorLine",
    "IndicatorPart",
    "Note",
    "OverviewGoal",
    "PageBreak",
    "Publisher",
    "ReportDocument",
    "Result",
    "Row",
    "RowRole",
    "StatusCount",
    "StatusMark",
    "StatusSummary",
    "Table",
    "TextPart",
    "TrendMark",
]
