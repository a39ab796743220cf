"""The saved versions of a report's memo, and what each changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from followup.core.access import COMMAND_LINE
from followup.core.dates import format_moment
from followup.core.richtext.difference import difference
from reports.access import report_to_edit
from reports.commands.official_memo import LONG_TEXTS
from reports.models import OfficialMemo
from reports.render.pages import Fact
from reports.views.composing.memo_difference import SHORT_TEXTS, label_of, said
from reports.views.entry.judged import Text
from reports.views.history.versions import ChangedText, Step

PER_PAGE = 20

_NAMES = (*SHORT_TEXTS, *LONG_TEXTS)


@dataclass(frozen=True, slots=True)
class MemoVersion:
    """`steps` and `texts` are what changed since the version before; `head` and `whole` all that it said."""

    number: int
    when: str
    who: str
    is_newest: bool
    steps: tuple[Step, ...]
    texts: tuple[ChangedText, ...]
    head: tuple[Fact, ...]
    whole: tuple[Text, ...]


@require_safe
def memo_versions(request: HttpRequest, report_id: int) -> HttpResponse:
    """To the form where there is no memo."""
    report = report_to_edit(request.user, report_id)
    memo = OfficialMemo.objects.filter(report=report).first()
    if memo is None:
        return redirect("reports:official_memo", report.pk)
    page, versions = _versions(memo, request.GET.get("page"))
    context = {
        "report": report,
        "municipality": report.committee.municipality,
        "page": page,
        "versions": versions,
    }
    return render(request, "reports/memo/versions.html", context)


def _versions(memo: OfficialMemo, number: str | None) -> tuple[Page[int], list[MemoVersion]]:
    """The newest first. Two queries, whatever their number: all keys, and the rows of the page with the one behind."""
    keys = list(memo.history.order_by("-version", "-history_id").values_list("history_id", flat=True))
    page = Paginator(keys, PER_PAGE).get_page(number)
    wanted = keys[page.start_index() - 1 : page.end_index() + 1]
    rows = memo.history.filter(history_id__in=wanted).select_related("history_user")
    return page, _told(sorted(rows, key=lambda row: wanted.index(row.history_id)), memo.version)


def _told(records: Sequence[Any], newest: int) -> list[MemoVersion]:
    """The last record is told as the first version, or else serves for comparing only."""
    told = [_version(record, before, newest) for record, before in pairwise(records)]
    if records and records[-1].version == 1:
        told.append(_version(records[-1], None, newest))
    return told


def _version(record: Any, before: Any, newest: int) -> MemoVersion:
    changed = [] if before is None else [name for name in _NAMES if getattr(record, name) != getattr(before, name)]
    return MemoVersion(
        number=record.version,
        when=format_moment(record.history_date),
        who=str(record.history_user or COMMAND_LINE),
        is_newest=record.version == newest,
        steps=tuple(
            Step(label_of(name), said(getattr(before, name)), said(getattr(record, name)))
            for name in changed
            if name in SHORT_TEXTS
        ),
        texts=tuple(
            ChangedText(label_of(name), difference(getattr(before, name), getattr(record, name)))
            for name in changed
            if name in LONG_TEXTS
        ),
        head=tuple(Fact(label_of(name), said(getattr(record, name))) for name in SHORT_TEXTS),
        whole=tuple(Text(label_of(name), getattr(record, name)) for name in LONG_TEXTS if getattr(record, name)),
    )
