"""Women and men beside all. Pure."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from followup.core.choices import Sex
from indicators.measures import Measure
from reports.checks.figures.series import Series
from reports.checks.finding import Finding, Rule, Severity

SEXES_SUM = Rule(
    "sexes_sum",
    Severity.WARNING,
    gettext_lazy("Kvinnor och män blir inte totalen"),
    gettext_lazy("Ett antal ska vara summan av kvinnor och män. Annars är ett av talen fel, eller så saknas någon."),
)
SEXES_OUTSIDE = Rule(
    "total_outside_sexes",
    Severity.WARNING,
    gettext_lazy("Totalen ligger inte mellan kvinnor och män"),
    gettext_lazy("En andel eller ett medelvärde för alla kan inte vara större eller mindre än både kvinnors och mäns."),
)


def women_and_men(series: Series) -> Iterator[Finding]:
    """What may be either a sum or a mean, such as days and money, is told only where it is neither."""
    for (period, unit_id, submeasure, sex), figure in series.figures.items():
        if sex != Sex.TOTAL or figure.value is None:
            continue
        women = series.value(period, unit_id, submeasure, Sex.WOMEN)
        men = series.value(period, unit_id, submeasure, Sex.MEN)
        if women is None or men is None:
            continue
        adds_up = series.adds_up_to(figure.value, (women, men))
        if series.measure is Measure.COUNT and not adds_up:
            message = _("totalt %(total)s, men kvinnor %(women)s + män %(men)s = %(sum)s.")
            words = {
                "total": series.bare(figure.value),
                "women": series.bare(women),
                "men": series.bare(men),
                "sum": series.bare(women + men),
            }
            yield series.finding(SEXES_SUM, figure, message % words)
        elif series.measure is not Measure.COUNT and not series.lies_between(figure.value, (women, men)):
            if series.measure is Measure.OTHER and adds_up:
                continue
            message = _("totalt %(total)s, men kvinnor %(women)s och män %(men)s.")
            words = {
                "total": series.words(figure.value),
                "women": series.words(women),
                "men": series.words(men),
            }
            yield series.finding(SEXES_OUTSIDE, figure, message % words)
