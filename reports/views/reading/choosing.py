"""What a reader picks to see of a version: the style sheet that hides the rest, and how much is shown."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reports.sealed.outline import Outline, outline_of
from reports.views.reading.kept_pages import kept_a_moment
from reports.views.reading.selection import Selection, counted, in_words, not_achieved, selection_in
from reports.views.reading.versions import the_version, visible_versions, withdrawn_page


@dataclass(frozen=True, slots=True)
class StatusLink:
    """One status alone, with the unit and the area that are picked, as a plain link."""

    title: str
    query: str
    is_current: bool


@login_not_required
@require_safe
@kept_a_moment
def selection_style(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """Empty where nothing is picked, and for what the version does not know."""
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    style = selection_in(request.GET, outline_of(shown)).style
    response = HttpResponse(style, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, no-cache"
    return response


@login_not_required
@require_safe
@kept_a_moment
def selection_result(request: HttpRequest, committee_slug: str, report_slug: str, version: int) -> HttpResponse:
    """How much is shown, as a part of the page, for its script."""
    versions = visible_versions(request, committee_slug, report_slug)
    shown = the_version(versions, version)
    if shown.is_withdrawn:
        return withdrawn_page(request, shown, versions)
    context = {"shown": shown, "committee": shown.committee} | selection_context(request, outline_of(shown))
    response = render(request, "reports/reading/_selection_result.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


def selection_context(request: HttpRequest, outline: Outline) -> dict[str, object]:
    """What the form and its result are told from."""
    selection = selection_in(request.GET, outline)
    return {
        "outline": outline,
        "selection": selection,
        "counted": counted(selection, outline),
        "selected_words": in_words(selection, outline),
        "unknown_words": _unknown(selection),
        "not_achieved": not_achieved(outline),
        "links": _links(selection, outline),
    }


def _unknown(selection: Selection) -> str:
    if not selection.unknown:
        return ""
    return _("Det här finns inte i versionen och räknas inte: %(values)s.") % {"values": ", ".join(selection.unknown)}


def _links(selection: Selection, outline: Outline) -> list[StatusLink]:
    found = []
    for choice in outline.statuses:
        alone = Selection(statuses=(choice.slug,), units=selection.units, areas=selection.areas)
        words = choice.title[:1].lower() + choice.title[1:]
        found.append(StatusLink(words, alone.query, alone.query == selection.query))
    return found
