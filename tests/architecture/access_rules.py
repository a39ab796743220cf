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

    `hidden_from` are those who get 404 whatever their role, since it is another person's, or no person's.
    """

    allowed: frozenset[str]
    method: str = "get"
    hidden_from: frozenset[str] = frozenset()


def expected(role: str, rule: Rule) -> str:
    """What somebody of the cast meets at the address."""
    if role in rule.allowed:
        return "in"
    if role in rule.hidden_from:
        return "404"
    return {"anonymous": "sign in", "outsider": "404"}.get(role, "403")


ELSEWHERE = ("reader", "reporter", "approver", "auditor", "controller", "administrator")


def expected_elsewhere(name: str, role: str, rule: Rule) -> str:
    """What somebody with the role in another committee meets: lists of their own, and nothing of this committee's."""
    if name in OF_NO_COMMITTEE or (name == "invitations" and role in rule.allowed):
        return expected(role, rule)
    if rule.hidden_from and role not in rule.allowed | rule.hidden_from:
        return "403"  # it is of a person and no committee, so the role alone is asked for
    return "in" if rule.allowed >= SIGNED_IN else "404"


MATRIX = {
    "operations:alive": Rule(EVERYONE),
    "operations:ready": Rule(EVERYONE),
    "operations:metrics": Rule(frozenset(), hidden_from=EVERYONE),  # shut for all until there is a token
    **dict.fromkeys(
        (
            "login",
            "account_login",
            "account_inactive",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key",
            "account_reset_password_from_key_done",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "socialaccount_login_cancelled",
            "openid_connect_login",
            "openid_connect_callback",
            "invitation",
        ),
        Rule(EVERYONE),
    ),
    **dict.fromkeys(("logout", "account_logout"), Rule(EVERYONE, "post")),
    **dict.fromkeys(
        (
            "account",
            "account_change_password",
            "account_reauthenticate",
            "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn",
            "mfa_index",
            "mfa_activate_totp",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "mfa_generate_recovery_codes",
            "sessions",
            "socialaccount_connections",
        ),
        Rule(SIGNED_IN),
    ),
    "sessions_end": Rule(SIGNED_IN, "post"),
    "session_end": Rule(frozenset({"reader"}), "post", hidden_from=OWN_COMMITTEE - {"reader"}),
    **dict.fromkeys(
        (
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_download_recovery_codes",
            "mfa_edit_webauthn",
            "mfa_remove_webauthn",
        ),
        Rule(frozenset({"reader"}), hidden_from=OWN_COMMITTEE - {"reader"}),
    ),
    "invitations": Rule(ADMINISTRATORS, hidden_from=OWN_COMMITTEE - ADMINISTRATORS),
    "invitation_revoke": Rule(ADMINISTRATORS, "post", hidden_from=OWN_COMMITTEE - ADMINISTRATORS),
    "core:appearance": Rule(EVERYONE),
    "core:appearance_sample": Rule(ADMINISTRATORS),
    "reading:start": Rule(EVERYONE),
    "reading:search": Rule(EVERYONE),
    "reading:committee": Rule(EVERYONE),
    "reading:municipality": Rule(EVERYONE),
    "reading:municipality_goals": Rule(EVERYONE),
    "reading:municipality_indicators": Rule(EVERYONE),
    "reading:municipality_reports": Rule(EVERYONE),
    "reading:shared_indicator": Rule(EVERYONE),
    "reading:committee_goals": Rule(EVERYONE),
    "reading:committee_indicators": Rule(EVERYONE),
    "reading:committee_reports": Rule(EVERYONE),
    "reading:goal_over_time": Rule(EVERYONE),
    "reading:indicator_over_time": Rule(EVERYONE),
    "reading:report": Rule(EVERYONE),
    "reading:version": Rule(EVERYONE),
    "reading:file": Rule(EVERYONE),
    "reading:package": Rule(EVERYONE),
    "reading:verification": Rule(EVERYONE),
    "reading:attachment": Rule(EVERYONE),
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
        ),
        Rule(EVERYONE),
    ),
    "reports:own_data": Rule(SIGNED_IN),
    "reports:own_data_file": Rule(SIGNED_IN, "post"),
    "reports:own_subscriptions": Rule(SIGNED_IN),
    "reports:calendar_address": Rule(SIGNED_IN, "post"),
    "reports:calendar_address_removed": Rule(SIGNED_IN, "post"),
    "reading:extract": Rule(EVERYONE),
    "reading:selection_style": Rule(EVERYONE),
    "reading:selection_result": Rule(EVERYONE),
    "reports:reader_notes": Rule(OWN_COMMITTEE),
    "reports:reader_note": Rule(OWN_COMMITTEE),
    "reports:reader_questions": Rule(OWN_COMMITTEE),
    "reports:reader_question": Rule(OWN_COMMITTEE),
    "reports:unanswered_questions": Rule(CONTROLLERS | {"outsider"}),
    "reports:questions": Rule(CONTROLLERS),
    "reports:question": Rule(CONTROLLERS),
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
    "reports:section_pages": Rule(CONTROLLERS, "post"),
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
    "reports:memo_versions": Rule(CONTROLLERS),
    "reports:jobs": Rule(CONTROLLERS | {"outsider"}),
    "reports:job": Rule(CONTROLLERS),
    **dict.fromkeys(("reports:draft_pdf", "reports:job_again", "reports:job_call_off"), Rule(CONTROLLERS, "post")),
    "reports:disclose": Rule(CONTROLLERS, "post"),
    "reports:decision": Rule(CONTROLLERS),
    "reports:withdraw": Rule(CONTROLLERS),
    "reports:events": Rule(FOLLOWERS | {"outsider"}),
}

OF_NO_COMMITTEE = frozenset(
    name for name, rule in MATRIX.items() if "outsider" in rule.allowed and not rule.allowed >= SIGNED_IN
)
"""Lists of what is one's own, whichever committee that is of."""
