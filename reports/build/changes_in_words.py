"""What has changed since the report before, as short sentences. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.build.changes import Changes
from reports.build.news import News
from reports.build.since_last import GOALS, MEASURES, OVERDUE, STATUSES, TARGETS


def changes_in_brief(news: News) -> Iterator[tuple[str, str]]:
    """A short sentence for each kind of change, with the anchor of its table."""
    changes = news.changes
    if changes is not None and changes.statuses:
        yield _statuses_in_brief(changes), STATUSES
    if changes is not None and (changes.new_goals or changes.removed_goals):
        yield _goals_in_brief(changes), GOALS
    if changes is not None and changes.targets:
        count = len(changes.targets)
        yield (
            ngettext("%(count)d målvärde är flyttat.", "%(count)d målvärden är flyttade.", count) % {"count": count},
            TARGETS,
        )
    if changes is not None and changes.unkept:
        total = changes.kept + len(changes.unkept)
        words = _("%(count)d av %(total)d åtgärder som lovades förra gången är inte redovisade som genomförda.")
        yield words % {"count": len(changes.unkept), "total": total}, MEASURES
    if news.overdue:
        count = len(news.overdue)
        yield (
            ngettext(
                "%(count)d uppdrag eller aktivitet skulle ha varit klart men är det inte.",
                "%(count)d uppdrag eller aktiviteter skulle ha varit klara men är det inte.",
                count,
            )
            % {"count": count},
            OVERDUE,
        )


def _statuses_in_brief(changes: Changes) -> str:
    count = len(changes.statuses)
    words = {
        "count": count,
        "better": sum(each.steps > 0 for each in changes.statuses),
        "worse": sum(each.steps < 0 for each in changes.statuses),
    }
    return (
        ngettext(
            "%(count)d bedömning är ändrad: %(better)d till det bättre och %(worse)d till det sämre.",
            "%(count)d bedömningar är ändrade: %(better)d till det bättre och %(worse)d till det sämre.",
            count,
        )
        % words
    )


def _goals_in_brief(changes: Changes) -> str:
    new, removed = len(changes.new_goals), len(changes.removed_goals)
    parts = []
    if new:
        parts.append(ngettext("%(count)d mål är nytt", "%(count)d mål är nya", new) % {"count": new})
    if removed:
        parts.append(ngettext("%(count)d mål har utgått", "%(count)d mål har utgått", removed) % {"count": removed})
    return _("%(changes)s.") % {"changes": _(" och ").join(parts)}
