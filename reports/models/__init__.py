from reports.models.assessment import Assessment, AssessmentReference
from reports.models.plan_upload import PlanUpload
from reports.models.presence import Presence
from reports.models.publication import Disclosure, Publication, PublicationFile
from reports.models.reminder import Reminder, ReminderLetter
from reports.models.report import Attachment, DataTable, DataTableRow, FindingWaiver, Report, Section
from reports.models.round import Round

__all__ = [
    "Assessment",
    "AssessmentReference",
    "Attachment",
    "DataTable",
    "DataTableRow",
    "Disclosure",
    "FindingWaiver",
    "PlanUpload",
    "Presence",
    "Publication",
    "PublicationFile",
    "Reminder",
    "ReminderLetter",
    "Report",
    "Round",
    "Section",
]
