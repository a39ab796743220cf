"""What the page of a report's checks shows: findings by rule, those let pass, those mended. Ready for the template."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from followup.core.dates import format_moment
from reports.checks import RULES, Finding, Rule, Severity
from reports.checks.review import Mended, Review, Waived
from reports.models import Report
from reports.views.composing.mending import mending_url

_TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}
_WORDS = {
    Severity.ERROR: gettext_lazy("Hindrar publicering"),
    Severity.WARNING: gettext_lazy("Varning"),
    Severity.NOTE: gettext_lazy("Att tänka på"),
}
_CHOICES = {
    "": gettext_lazy("Alla öppna"),
    "hindrar": gettext_lazy("Hindrar publicering"),
    "varningar": gettext_lazy("Varningar"),
    "tankvart": gettext_lazy("Att tänka på"),
    "godtagna": gettext_lazy("Godtagna"),
    "rattade": gettext_lazy("Rättade"),
}
_SEVERITIES = {"hindrar": Severity.ERROR, "varningar": Severity.WARNING, "tankvart": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """`url` leads to where it is mended and is empty where no page does. `key` is the finding's fingerprint."""

    key: str
    where: str
    message: str
    url: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule with the word and the tone of how much it matters."""

    code: str
    title: str
    why: str
    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The open findings of one rule. What is an error cannot be let pass."""

    rule: ToldRule
    lines: tuple[FindingLine, ...]
    may_be_waived: bool


@dataclass(frozen=True, slots=True)
class WaivedLine:
    id: int
    title: str
    message: str
    reason: str
    by: str
    when: str


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """What is shown of the review under the chosen heading; the rest is only counted."""

    choices: tuple[Choice, ...]
    groups: tuple[RuleGroup, ...]
    waived: tuple[WaivedLine, ...]
    mended: tuple[Mended, ...]
    checked: str
    new: str
    stops: str


def checks_page(report: Report, review: Review, wanted: str) -> ChecksPage:
    """`wanted` is a key of the choices; any other shows all that is open."""
    chosen = wanted if wanted in _CHOICES else ""
    severity = _SEVERITIES.get(chosen)
    shown = [each for each in review.open if severity is None or each.severity == severity]
    counts = {
        "": len(review.open),
        "godtagna": len(review.waived),
        "rattade": len(review.mended),
        **{key: sum(each.severity == level for each in review.open) for key, level in _SEVERITIES.items()},
    }
    is_open = chosen not in {"godtagna", "rattade"}
    return ChecksPage(
        choices=tuple(Choice(key, str(word), counts[key], key == chosen) for key, word in _CHOICES.items()),
        groups=rule_groups(report, shown, review.new) if is_open else (),
        waived=tuple(_waived(each) for each in review.waived) if chosen == "godtagna" else (),
        mended=review.mended if chosen == "rattade" else (),
        checked=format_moment(review.checked_at) if review.checked_at else "",
        new=_new_words(len(review.new)),
        stops=stops_words(review),
    )


def rule_groups(report: Report, findings: Iterable[Finding], new: Collection[str] = ()) -> tuple[RuleGroup, ...]:
    """In the order of the findings: the gravest first."""
    by_rule: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault((finding.severity, finding.rule), []).append(finding)
    return tuple(_group(report, found, new) for found in by_rule.values())


def told_rule(rule: Rule) -> ToldRule:
    return ToldRule(rule.code, str(rule.title), str(rule.why), _TONES[rule.severity], str(_WORDS[rule.severity]))


def _group(report: Report, findings: Sequence[Finding], new: Collection[str]) -> RuleGroup:
    return RuleGroup(
        rule=told_rule(RULES[findings[0].rule]),
        lines=tuple(
            FindingLine(each.fingerprint, each.where, each.message, mending_url(report, each), each.fingerprint in new)
            for each in findings
        ),
        may_be_waived=findings[0].severity != Severity.ERROR,
    )


def _waived(each: Waived) -> WaivedLine:
    title = str(RULES[each.finding.rule].title)
    return WaivedLine(each.waiver_id, title, each.finding.message, each.reason, each.by, format_moment(each.at))


def stops_words(review: Review) -> str:
    """What stands in the way of publishing, counted; empty where nothing does."""
    errors = sum(each.severity == Severity.ERROR for each in review.open)
    warnings = sum(each.severity == Severity.WARNING for each in review.open)
    parts = []
    if errors:
        parts.append(ngettext("%(count)d brist måste rättas", "%(count)d brister måste rättas", errors))
        parts[-1] %= {"count": errors}
    if warnings:
        words = ngettext(
            "%(count)d varning ska rättas eller godtas", "%(count)d varningar ska rättas eller godtas", warnings
        )
        parts.append(words % {"count": warnings})
    return _(" och ").join(parts)


def _new_words(count: int) -> str:
    if not count:
        return ""
    words = ngettext("%(count)d ny sedan förra kontrollen", "%(count)d nya sedan förra kontrollen", count)
    return words % {"count": count}
