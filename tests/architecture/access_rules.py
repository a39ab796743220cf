"""Who is let in at every address that has a name."""

from dataclasses import dataclass

ROLES = (
    "anonymous", "outsider", "reader", "reporter", "other_reporter", "approver", "auditor", "controller",
    "administrator", "superuser",
)  # fmt: skip
EVERYONE = frozenset(ROLES)
SIGNED_IN = EVERYONE - {"anonymous"}
OWN_COMMITTEE = SIGNED_IN - {"outsider"}
CONTROLLERS = frozenset({"controller", "administrator", "superuser"})
APPROVERS = CONTROLLERS | {"approver"}
FOLLOWERS = APPROVERS | {"auditor"}
AFI = CONTROLLERS | {"reporter"}
ADMINISTRATORS = frozenset({"administrator", "superuser"})


@dataclass(frozen=True)
class Rule:
    """Who is let in; the rest of the own committee get 403, others 404, and the anonymous are asked to sign in.

    `hidden_from` are those of the own committee who get 404, since it is another person's.
    """

    allowed: frozenset[str]
    method: str = "get"
    hidden_from: frozenset[str] = frozenset()


MATRIX = {
    "login": Rule(EVERYONE),
    "logout": Rule(SIGNED_IN, "post"),
    "core:appearance": Rule(EVERYONE),
    "core:appearance_sample": Rule(ADMINISTRATORS),
    "reading:start": Rule(EVERYONE),
    "reading:committee": Rule(EVERYONE),
    "reading:report": Rule(EVERYONE),
    "reading:version": Rule(EVERYONE),
    "reading:file": Rule(EVERYONE),
    "reading:package": Rule(EVERYONE),
    "reading:verification": Rule(EVERYONE),
    "reading:attachment": Rule(EVERYONE),
    "reports:entry_start": Rule(SIGNED_IN),
    "reports:entry": Rule(AFI),
    "reports:entry_subject": Rule(AFI, "post"),
    "reports:entry_presence": Rule(AFI, "post"),
    "reports:hand_in": Rule(AFI, "post"),
    "reports:entry_history": Rule(AFI),
    "reports:entry_restore": Rule(AFI, "post"),
    "reports:substitutes": Rule(SIGNED_IN),
    "reports:unit_substitutes": Rule(AFI),
    "reports:substitution_end": Rule(AFI, "post"),
    "reports:outcome_echo": Rule(AFI, "post"),
    "reports:rounds": Rule(FOLLOWERS | {"outsider"}),
    "reports:round": Rule(FOLLOWERS),
    "reports:round_subject": Rule(FOLLOWERS),
    "reports:open_round": Rule(CONTROLLERS, "post"),
    "reports:close_round": Rule(CONTROLLERS, "post"),
    "reports:round_results": Rule(FOLLOWERS),
    "reports:round_unit": Rule(FOLLOWERS),
    "reports:return_unit": Rule(APPROVERS, "post"),
    "reports:remind": Rule(CONTROLLERS),
    "reports:reminder": Rule(CONTROLLERS),
    "reports:committee_assessment": Rule(CONTROLLERS, "post"),
    "reports:subject_instruction": Rule(CONTROLLERS, "post"),
    "reports:approve_unit": Rule(APPROVERS, "post"),
    "reports:approve_answer": Rule(APPROVERS, "post"),
    "reports:return_answer": Rule(APPROVERS, "post"),
    "reports:answer_history": Rule(FOLLOWERS),
    "reports:answer_restore": Rule(CONTROLLERS, "post"),
    "reports:create_report": Rule(CONTROLLERS, "post"),
    "reports:plans": Rule(CONTROLLERS | {"outsider"}),
    "reports:plan_new": Rule(CONTROLLERS | {"outsider"}),
    "reports:plan_import": Rule(CONTROLLERS | {"outsider"}),
    "reports:plan_import_preview": Rule(frozenset({"controller"}), hidden_from=CONTROLLERS - {"controller"}),
    "reports:plan_template": Rule(CONTROLLERS | {"outsider"}),
    "reports:plan_export": Rule(CONTROLLERS),
    "reports:plan": Rule(CONTROLLERS),
    "reports:plan_edit": Rule(CONTROLLERS),
    "reports:levels": Rule(CONTROLLERS),
    "reports:goal_add": Rule(CONTROLLERS),
    "reports:goal_edit": Rule(CONTROLLERS),
    "reports:goal_move": Rule(CONTROLLERS, "post"),
    "reports:goal_place": Rule(CONTROLLERS, "post"),
    "reports:goal_close": Rule(CONTROLLERS, "post"),
    "reports:goal_delete": Rule(CONTROLLERS),
    "reports:indicators": Rule(CONTROLLERS),
    "reports:indicator_add": Rule(CONTROLLERS),
    "reports:indicator_order": Rule(CONTROLLERS),
    "reports:indicator_move": Rule(CONTROLLERS, "post"),
    "reports:indicator_series": Rule(CONTROLLERS),
    "reports:indicator_targets": Rule(CONTROLLERS),
    "reports:indicator_edit": Rule(CONTROLLERS),
    "reports:indicator_delete": Rule(CONTROLLERS),
    "reports:goal_targets": Rule(CONTROLLERS),
    "reports:grid": Rule(CONTROLLERS),
    "reports:grid_echo": Rule(CONTROLLERS, "post"),
    "reports:plan_rounds": Rule(CONTROLLERS),
    "reports:round_add": Rule(CONTROLLERS),
    "reports:round_edit": Rule(CONTROLLERS),
    "reports:round_delete": Rule(CONTROLLERS),
    "reports:assignments": Rule(CONTROLLERS),
    "reports:assignment_add": Rule(CONTROLLERS),
    "reports:assignment_move": Rule(CONTROLLERS, "post"),
    "reports:assignment_edit": Rule(CONTROLLERS),
    "reports:assignment_delete": Rule(CONTROLLERS),
    "reports:plan_copy": Rule(CONTROLLERS),
    "reports:composer_list": Rule(CONTROLLERS | {"outsider"}),
    "reports:report_new": Rule(CONTROLLERS | {"outsider"}),
    "reports:composer": Rule(CONTROLLERS),
    "reports:report_presence": Rule(CONTROLLERS, "post"),
    "reports:section_add": Rule(CONTROLLERS, "post"),
    "reports:section_edit": Rule(CONTROLLERS),
    "reports:section_presence": Rule(CONTROLLERS, "post"),
    "reports:section_move": Rule(CONTROLLERS, "post"),
    "reports:section_rename": Rule(CONTROLLERS, "post"),
    "reports:section_preview": Rule(CONTROLLERS),
    "reports:new_section_preview": Rule(CONTROLLERS, "post"),
    "reports:section_hide": Rule(CONTROLLERS, "post"),
    "reports:section_delete": Rule(CONTROLLERS),
    "reports:data_tables": Rule(CONTROLLERS),
    "reports:data_table_add": Rule(CONTROLLERS),
    "reports:data_table_echo": Rule(CONTROLLERS, "post"),
    "reports:data_table": Rule(CONTROLLERS),
    "reports:data_table_presence": Rule(CONTROLLERS, "post"),
    "reports:data_table_delete": Rule(CONTROLLERS),
    "reports:attachments": Rule(CONTROLLERS),
    "reports:attachment_add": Rule(CONTROLLERS),
    "reports:attachment_edit": Rule(CONTROLLERS),
    "reports:attachment_move": Rule(CONTROLLERS, "post"),
    "reports:attachment_delete": Rule(CONTROLLERS),
    "reports:draft_file": Rule(CONTROLLERS),
    "reports:preview": Rule(CONTROLLERS),
    "reports:preview_pdf": Rule(CONTROLLERS),
    "reports:rules": Rule(SIGNED_IN),
    "reports:checks": Rule(CONTROLLERS),
    "reports:check_again": Rule(CONTROLLERS, "post"),
    "reports:waive": Rule(CONTROLLERS, "post"),
    "reports:take_up": Rule(CONTROLLERS, "post"),
    "reports:publish": Rule(CONTROLLERS),
    "reports:official_memo": Rule(CONTROLLERS),
    "reports:official_memo_pdf": Rule(CONTROLLERS),
    "reports:jobs": Rule(CONTROLLERS | {"outsider"}),
    "reports:job": Rule(CONTROLLERS),
    **dict.fromkeys(("reports:draft_pdf", "reports:job_again", "reports:job_call_off"), Rule(CONTROLLERS, "post")),
    "reports:disclose": Rule(CONTROLLERS, "post"),
    "reports:decision": Rule(CONTROLLERS),
    "reports:withdraw": Rule(CONTROLLERS),
    "reports:events": Rule(FOLLOWERS | {"outsider"}),
    "reports:events_workbook": Rule(FOLLOWERS | {"outsider"}),
}
