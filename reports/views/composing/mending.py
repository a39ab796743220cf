"""Where a finding is mended."""

from django.urls import reverse

from reports.checks import About, Finding, Place
from reports.choices import SubjectKind
from reports.models import Report

_PLAN_PAGES = {
    (About.TARGET, SubjectKind.GOAL): "goal_targets",
    (About.TARGET, SubjectKind.INDICATOR): "indicator_targets",
    (About.PLAN, SubjectKind.GOAL): "goal_edit",
    (About.PLAN, SubjectKind.INDICATOR): "indicator_edit",
    (About.PLAN, SubjectKind.ASSIGNMENT): "assignment_edit",
}


def mending_url(report: Report, finding: Finding) -> str:
    """The page where the finding is mended, empty where no page does."""
    place = finding.place
    name: str
    keys: list[int | str]
    match place:
        case Place(about=About.SECTION | About.TABLE, section_id=int(section)):
            name, keys = "section_edit", [report.pk, section]
        case Place(about=About.SECTION):
            name, keys = "section_add", [report.pk]
        case Place(about=About.REPORT):
            name, keys = "composer", [report.pk]
        case Place(about=About.ANSWER, subject=(kind, key)) if report.round_id is not None:
            name, keys = "round_subject", [report.round_id, kind, key]
        case Place(about=About.OUTCOME, subject=(SubjectKind.INDICATOR, key)):
            name, keys = "indicator_series", [*_plan_keys(report), key]
        case Place(about=About.TARGET | About.PLAN, subject=(kind, key)) if (place.about, kind) in _PLAN_PAGES:
            name, keys = _PLAN_PAGES[place.about, kind], [*_plan_keys(report), key]
        case _:
            return ""
    return reverse(f"reports:{name}", args=keys)


def _plan_keys(report: Report) -> list[int | str]:
    """What a page of the plan is addressed by. The plan and its committee are read once."""
    return [report.plan.committee.slug, report.plan.slug]
