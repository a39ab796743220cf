"""Which parts of the application the signed-in person has use for, and in which of them the page is.

One query a request, none for readers.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest

from followup.core.access import Capability, may_in_a_whole_committee, may_somewhere


class Area(StrEnum):
    """The places that the main menu leads to."""

    READING = "reading"
    ENTRY = "entry"
    OVERVIEW = "overview"
    PLANNING = "planning"
    COMPOSING = "composing"
    AUDITING = "auditing"


FRONT_PAGES: dict[str, Area] = {
    "reading:start": Area.READING,
    "reports:entry_start": Area.ENTRY,
    "reports:rounds": Area.OVERVIEW,
    "reports:plans": Area.PLANNING,
    "reports:composer_list": Area.COMPOSING,
    "reports:events": Area.AUDITING,
}

AREAS: dict[str, Area] = FRONT_PAGES | {
    "reading:search": Area.READING,
    "reading:committee": Area.READING,
    "reading:municipality": Area.READING,
    "reading:municipality_goals": Area.READING,
    "reading:municipality_indicators": Area.READING,
    "reading:municipality_reports": Area.READING,
    "reading:shared_indicator": Area.READING,
    "reading:committee_goals": Area.READING,
    "reading:committee_indicators": Area.READING,
    "reading:committee_reports": Area.READING,
    "reading:goal_over_time": Area.READING,
    "reading:indicator_over_time": Area.READING,
    "reading:report": Area.READING,
    "reading:version": Area.READING,
    "reading:file": Area.READING,
    "reading:package": Area.READING,
    "reading:verification": Area.READING,
    "reading:attachment": Area.READING,
    "reading:extract": Area.READING,
    **dict.fromkeys(
        (
            "reading:open_data",
            "reading:catalogue",
            "reading:data_index",
            "reading:data_openapi",
            "reading:data_schema",
            "reading:data_municipalities",
            "reading:data_municipality_table",
            "reading:data_committees",
            "reading:data_reports",
            "reading:data_report",
            "reading:data_document",
            "reading:data_table",
            "reading:data_table_metadata",
            "reading:feed",
            "reading:municipality_feed",
            "reading:committee_feed",
            "reading:committee_decisions",
            "reading:own_calendar",
            "reading:sitemap",
            "reading:robots",
            "reading:picture",
            "reading:subscribe",
            "reading:subscription_asked",
            "reading:subscription_confirm",
            "reading:subscription_end",
            "reading:accessibility",
            "reading:municipality_accessibility",
            "reports:own_subscriptions",
            "reports:calendar_address",
            "reports:calendar_address_removed",
        ),
        Area.READING,
    ),
    "reports:reader_notes": Area.READING,
    "reports:reader_note": Area.READING,
    "reports:reader_questions": Area.READING,
    "reports:reader_question": Area.READING,
    "reports:unanswered_questions": Area.COMPOSING,
    "reports:questions": Area.COMPOSING,
    "reports:question": Area.COMPOSING,
    "reading:selection_style": Area.READING,
    "reading:selection_result": Area.READING,
    "reports:entry": Area.ENTRY,
    "reports:entry_subject": Area.ENTRY,
    "reports:entry_presence": Area.ENTRY,
    "reports:outcome_echo": Area.ENTRY,
    "reports:hand_in": Area.ENTRY,
    "reports:entry_history": Area.ENTRY,
    "reports:entry_restore": Area.ENTRY,
    "reports:substitutes": Area.ENTRY,
    "reports:unit_substitutes": Area.ENTRY,
    "reports:substitution_end": Area.ENTRY,
    "reports:round": Area.OVERVIEW,
    "reports:round_subject": Area.OVERVIEW,
    "reports:subject_instruction": Area.OVERVIEW,
    "reports:open_round": Area.OVERVIEW,
    "reports:close_round": Area.OVERVIEW,
    "reports:round_results": Area.OVERVIEW,
    "reports:round_unit": Area.OVERVIEW,
    "reports:return_unit": Area.OVERVIEW,
    "reports:remind": Area.OVERVIEW,
    "reports:reminder": Area.OVERVIEW,
    "reports:committee_assessment": Area.OVERVIEW,
    "reports:approve_unit": Area.OVERVIEW,
    "reports:approve_answer": Area.OVERVIEW,
    "reports:return_answer": Area.OVERVIEW,
    "reports:answer_history": Area.OVERVIEW,
    "reports:answer_restore": Area.OVERVIEW,
    "reports:create_report": Area.OVERVIEW,
    "reports:plan_import": Area.PLANNING,
    "reports:plan_import_preview": Area.PLANNING,
    "reports:plan_template": Area.PLANNING,
    "reports:plan_export": Area.PLANNING,
    "reports:plan_new": Area.PLANNING,
    "reports:plan": Area.PLANNING,
    "reports:plan_edit": Area.PLANNING,
    "reports:levels": Area.PLANNING,
    "reports:goal_add": Area.PLANNING,
    "reports:goal_edit": Area.PLANNING,
    "reports:goal_move": Area.PLANNING,
    "reports:goal_place": Area.PLANNING,
    "reports:goal_close": Area.PLANNING,
    "reports:goal_delete": Area.PLANNING,
    "reports:indicators": Area.PLANNING,
    "reports:indicator_add": Area.PLANNING,
    "reports:indicator_order": Area.PLANNING,
    "reports:indicator_move": Area.PLANNING,
    "reports:indicator_series": Area.PLANNING,
    "reports:indicator_targets": Area.PLANNING,
    "reports:indicator_edit": Area.PLANNING,
    "reports:indicator_delete": Area.PLANNING,
    "reports:goal_targets": Area.PLANNING,
    "reports:grid": Area.PLANNING,
    "reports:grid_echo": Area.PLANNING,
    "reports:plan_rounds": Area.PLANNING,
    "reports:round_add": Area.PLANNING,
    "reports:round_edit": Area.PLANNING,
    "reports:round_delete": Area.PLANNING,
    "reports:assignments": Area.PLANNING,
    "reports:assignment_add": Area.PLANNING,
    "reports:assignment_move": Area.PLANNING,
    "reports:assignment_edit": Area.PLANNING,
    "reports:assignment_delete": Area.PLANNING,
    "reports:plan_copy": Area.PLANNING,
    "reports:report_new": Area.COMPOSING,
    "reports:composer": Area.COMPOSING,
    "reports:report_presence": Area.COMPOSING,
    "reports:section_add": Area.COMPOSING,
    "reports:section_edit": Area.COMPOSING,
    "reports:section_presence": Area.COMPOSING,
    "reports:section_move": Area.COMPOSING,
    "reports:section_rename": Area.COMPOSING,
    "reports:section_preview": Area.COMPOSING,
    "reports:new_section_preview": Area.COMPOSING,
    "reports:section_pages": Area.COMPOSING,
    "reports:section_hide": Area.COMPOSING,
    "reports:section_delete": Area.COMPOSING,
    "reports:data_tables": Area.COMPOSING,
    "reports:data_table_add": Area.COMPOSING,
    "reports:data_table_echo": Area.COMPOSING,
    "reports:data_table": Area.COMPOSING,
    "reports:data_table_presence": Area.COMPOSING,
    "reports:data_table_delete": Area.COMPOSING,
    "reports:attachments": Area.COMPOSING,
    "reports:attachment_add": Area.COMPOSING,
    "reports:attachment_edit": Area.COMPOSING,
    "reports:attachment_move": Area.COMPOSING,
    "reports:attachment_delete": Area.COMPOSING,
    "reports:draft_file": Area.COMPOSING,
    "reports:preview": Area.COMPOSING,
    "reports:preview_pdf": Area.COMPOSING,
    "reports:rules": Area.COMPOSING,
    "reports:checks": Area.COMPOSING,
    "reports:check_again": Area.COMPOSING,
    "reports:waive": Area.COMPOSING,
    "reports:take_up": Area.COMPOSING,
    "reports:draft_pdf": Area.COMPOSING,
    "reports:publish": Area.COMPOSING,
    "reports:official_memo": Area.COMPOSING,
    "reports:official_memo_pdf": Area.COMPOSING,
    "reports:memo_versions": Area.COMPOSING,
    "reports:jobs": Area.COMPOSING,
    "reports:job": Area.COMPOSING,
    "reports:job_again": Area.COMPOSING,
    "reports:job_call_off": Area.COMPOSING,
    "reports:disclose": Area.COMPOSING,
    "reports:decision": Area.COMPOSING,
    "reports:withdraw": Area.COMPOSING,
}


@dataclass(frozen=True, slots=True)
class Navigation:
    """`area` is empty outside them; `current` is what `aria-current` says there: `page`, or `true` below it."""

    area: str
    current: str
    reports_for_units: bool = False
    follows_rounds: bool = False
    edits_plans: bool = False
    edits_reports: bool = False
    reads_audit: bool = False
    administers: bool = False


def navigation(request: HttpRequest) -> dict[str, Navigation]:
    """Context processor: `navigation` for the templates. Error pages without a user get nothing to go to."""
    match = getattr(request, "resolver_match", None)
    page = match.view_name if match else ""
    area, current = AREAS.get(page, ""), "page" if page in FRONT_PAGES else "true"
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": Navigation(area, current)}
    return {
        "navigation": Navigation(
            area,
            current,
            reports_for_units=may_somewhere(user, Capability.REPORT),
            follows_rounds=may_somewhere(user, Capability.FOLLOW_ROUND),
            edits_plans=may_somewhere(user, Capability.EDIT_PLAN),
            edits_reports=may_somewhere(user, Capability.EDIT_REPORT),
            reads_audit=may_in_a_whole_committee(user, Capability.READ_AUDIT),
            administers=user.is_staff and may_somewhere(user, Capability.ADMINISTER),
        )
    }
