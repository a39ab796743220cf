"""An outcome told back: how it was understood, and how it stands beside target and last figure. Pure."""

from django.utils.translation import gettext as _

from followup.core.numbers import format_number
from indicators.aims import Scale
from indicators.commands.outcomes import Outcome
from indicators.comparison import Standing, comparison
from reports.forms.grid_text import echo


def outcome_words(outcome: Outcome, standing: Standing, scale: Scale, *, is_computed: bool = False) -> str:
    """`81,2 %: når målet 80 %, 3,1 procentenheter upp sedan 2016`."""
    understood = echo(outcome, scale.unit_of_measure, scale.decimals)
    if is_computed and outcome.numerator is not None and outcome.denominator is not None:
        understood = _("%(figure)s, räknat ur %(numerator)s av %(denominator)s") % {
            "figure": understood,
            "numerator": format_number(outcome.numerator, None),
            "denominator": format_number(outcome.denominator, None),
        }
    elif is_computed:
        understood = _("%(figure)s, kvinnor och män tillsammans") % {"figure": understood}
    compared = compared_words(outcome, standing, scale)
    return f"{understood}: {compared}" if compared else understood


def compared_words(outcome: Outcome, standing: Standing, scale: Scale) -> str:
    """How the figure stands beside its target and the last one; empty for what is no number."""
    if outcome.value is None or outcome.words:
        return ""
    return comparison(outcome.value, standing, scale)
