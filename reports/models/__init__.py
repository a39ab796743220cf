from reports.models.assessment import Assessment, AssessmentReference
from reports.models.attachment_file import AttachmentFile, PublicationAttachment
from reports.models.calendar_address import CalendarAddress
from reports.models.committee_decision import CommitteeDecision
from reports.models.draft_pdf import DraftPdf
from reports.models.extract_pdf import ExtractPdf
from reports.models.finding import FindingWaiver, SeenFinding
from reports.models.job import Job
from reports.models.measure_follow_up import MeasureFollowUp
from reports.models.newest_version import NewestVersion
from reports.models.official_memo import OfficialMemo
from reports.models.plan_upload import PlanUpload
from reports.models.presence import Presence, ReportPresence
from reports.models.publication import Disclosure, Publication, PublicationFile
from reports.models.published_item import PublishedItem, PublishedOutcome, PublishedStatus, PublishedTarget
from reports.models.published_passage import PublishedPassage
from reports.models.reader_note import ReaderNote
from reports.models.reader_question import ReaderQuestion
from reports.models.reminder import Reminder, ReminderLetter
from reports.models.report import Attachment, DataTable, DataTableRow, Report, Section
from reports.models.round import Round
from reports.models.subject_instruction import SubjectInstruction
from reports.models.subscription import FormUse, PublicationLetter, Subscription
from reports.models.withdrawal import Withdrawal
from reports.models.worker import Worker

__all__ = [
    "Assessment",
    "AssessmentReference",
    "Attachment",
    "AttachmentFile",
    "CalendarAddress",
    "CommitteeDecision",
    "DataTable",
    "DataTableRow",
    "Disclosure",
    "DraftPdf",
    "ExtractPdf",
    "FindingWaiver",
    "FormUse",
    "Job",
    "MeasureFollowUp",
    "NewestVersion",
    "OfficialMemo",
    "PlanUpload",
    "Presence",
    "Publication",
    "PublicationAttachment",
    "PublicationFile",
    "PublicationLetter",
    "PublishedItem",
    "PublishedOutcome",
    "PublishedPassage",
    "PublishedStatus",
    "PublishedTarget",
    "ReaderNote",
    "ReaderQuestion",
    "Reminder",
    "ReminderLetter",
    "Report",
    "ReportPresence",
    "Round",
    "Section",
    "SeenFinding",
    "SubjectInstruction",
    "Subscription",
    "Withdrawal",
    "Worker",
]
