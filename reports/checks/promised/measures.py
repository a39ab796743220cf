"""Measures that nobody can follow up: without a time, or without anybody to do them. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.richtext import is_blank, plain_text
from reports.checks.finding import Finding, Rule, Severity
from reports.checks.judgements.answers import Judged, judged_answers
from reports.checks.promised.deadlines import deadlines_in
from reports.checks.scope import Scope

NO_DATE = Rule(
    "measure_without_date",
    Severity.NOTE,
    gettext_lazy("En åtgärd säger inte när"),
    gettext_lazy("En åtgärd utan tid går inte att följa upp nästa gång."),
)
NOBODY = Rule(
    "measure_without_anybody",
    Severity.NOTE,
    gettext_lazy("En åtgärd säger inte vem"),
    gettext_lazy("Ingen enhet svarar, planen nämner ingen ansvarig och texten ingen roll. Då blir det lätt ingens."),
)
_SHOWN = 3
_SOME_TIME = re.compile(
    r"(?<!\w)(?:löpande|fortlöpande|kontinuerlig\w*|regelbund\w*|fortsätt\w*|årligen|dagligen|varannan|höstens|vårens|"
    r"sommarens|vinterns|(?:sommaren|semestrarna) är över|varje (?:år|tertial|kvartal|månad|vecka|dag|mätning|"
    r"uppföljning)|(?:nästa|kommande) (?:år|tertial|månad|vecka))(?!\w)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"chef(?:en|er|erna)?(?!\w)|ledning(?:en|ar)?(?!\w)|samordnare|strateg(?:en|er)?(?!\w)|ledare|controller|ansvarig|"
    r"grupp(?:en|er)?(?!\w)|team(?:et)?(?!\w)|enhet(?:en|er|erna)?(?!\w)|avdelning(?:en|ar|arna)?(?!\w)|förvaltning(?:en|"
    r"ar)?(?!\w)|kontor(?:et)?(?!\w)|nämnden|handläggar|sekreterar|utredar|utvecklar|ombud|specialist|ekonom(?:en|er)?(?!\w)|"
    r"medarbetar|personal(?:en)?(?!\w)|verksamhet(?:en|er|erna)?(?!\w)",
    re.IGNORECASE,
)


def measures(scope: Scope, as_of: date) -> Iterator[Finding]:
    """Of what is not fully reached and has both cause and measure: what is missing there is another rule's.

    Once for each who answers, however many measures it is.
    """
    timeless: dict[str, list[Judged]] = {}
    nobodys: list[Judged] = []
    for judged in judged_answers(scope):
        answer = judged.answer
        if not judged.status.asks_for_cause or is_blank(answer.cause) or is_blank(answer.measure):
            continue
        measure = plain_text(answer.measure)
        if not deadlines_in(measure, as_of) and not _SOME_TIME.search(measure):
            timeless.setdefault(judged.who, []).append(judged)
        if _is_nobodys(judged, measure):
            nobodys.append(judged)
    for who, found in timeless.items():
        yield NO_DATE.finding(replace(found[0].place, words=who), _timeless(who, found))
    if nobodys:
        yield NOBODY.finding(replace(nobodys[0].place, words=_("Nämnden")), _nobodys(nobodys))


def _timeless(who: str, found: list[Judged]) -> str:
    message = ngettext(
        "%(who)s skriver en åtgärd utan att säga när den ska vara gjord, för %(what)s.",
        "%(who)s skriver %(count)d åtgärder utan att säga när de ska vara gjorda, för %(what)s.",
        len(found),
    )
    return message % {"who": who, "count": len(found), "what": _listed(found)}


def _nobodys(found: list[Judged]) -> str:
    message = ngettext(
        "En åtgärd säger inte vem som ska göra den, för %(what)s.",
        "%(count)d åtgärder säger inte vem som ska göra dem, för %(what)s.",
        len(found),
    )
    return message % {"count": len(found), "what": _listed(found)}


def _listed(found: list[Judged]) -> str:
    shown = ", ".join(each.what for each in found[:_SHOWN])
    if rest := len(found) - _SHOWN:
        return shown if rest < 0 else _("%(what)s och %(count)d till") % {"what": shown, "count": rest}
    return shown


def _is_nobodys(judged: Judged, measure: str) -> bool:
    subject = judged.subject
    return (
        judged.answer.unit_id is None and not subject.responsible and not subject.unit_ids and not _ROLE.search(measure)
    )
