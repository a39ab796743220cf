"""The page with the grid of outcomes: put together, and saved."""

from collections.abc import Mapping, Sequence

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from followup.core.access import AnyUser
from followup.core.dates import format_moment
from followup.core.models import Unit, User
from goals.models import Plan
from indicators.commands.outcome_grid import OutcomesChanged, OutcomesRefused, record_outcomes
from indicators.commands.outcomes import Outcome
from indicators.models import Indicator, Measurement
from reports.forms.grid import Series, series_from_json, series_to_json
from reports.forms.grid_sheet import ROWS, GridCell, GridSheet
from reports.forms.grid_text import echo
from reports.views.planning.grid_choice import GridChoice
from reports.views.planning.grid_rows import GridGoal, cells_of, grid_goals, known_series

PER_PAGE = 50


class GridPage:
    """`title` and `problems` say what hinders saving. What was sent keeps its rows, whatever others do meanwhile.

    Its queries do not grow with rows or columns.
    """

    def __init__(self, plan: Plan, choice: GridChoice, number: str | None, data: QueryDict | None = None) -> None:
        self.plan = plan
        self.choice = choice
        self.title = ""
        self.problems: list[str] = []
        self.page: Page[Indicator] = Paginator(choice.filter.qs, PER_PAGE).get_page(number)
        self._series, self._indicators = _sent(plan, data) if data else _asked(self.page, choice)
        self._cells = cells_of(self._series, choice.columns, self._indicators, choice.unit)
        self.sheet = GridSheet(list(self._cells.values()), data)

    @property
    def rows(self) -> str:
        """The rows, for the hidden field."""
        return series_to_json(self._series)

    @property
    def goals(self) -> tuple[GridGoal, ...]:
        return grid_goals(self._series, self.choice.columns, self._indicators, self._cells, self.sheet)

    def save(self, by: AnyUser) -> int:
        """Record what was typed; how many figures. Raises NotAllowed, OutcomesChanged, OutcomesRefused."""
        if self.sheet.homeless:
            raise OutcomesRefused({}, [_homeless(self.sheet.homeless)])
        if not self.choice.is_valid or self.sheet.errors:
            raise OutcomesRefused({}, [])
        return record_outcomes(plan=self.plan, unit=self.choice.unit, edits=self.sheet.edits, by=by)

    def refused(self, refusal: OutcomesRefused) -> None:
        self.title = _("Inget är sparat. Något behöver rättas.")
        self.problems = list(refusal.rest)
        self.sheet.tell(refusal.faults)

    def changed(self, refusal: OutcomesChanged) -> None:
        """Put what others saved beside what was typed; saving again then replaces it knowingly."""
        self.title = _("Någon annan har ändrat värden under tiden. Inget är sparat.")
        self.problems = [_("Det du skrev står kvar i rutorna. När du sparar igen gäller det som står där.")]
        cells = [cell for cell in self._cells.values() if cell.name in refusal.current]
        self.sheet.saw(refusal.current, _saved_meanwhile(cells, refusal.current, self.choice.unit))


def _asked(page: Page[Indicator], choice: GridChoice) -> tuple[Sequence[Series], dict[int, Indicator]]:
    indicators = list(page.object_list)
    return known_series(indicators, choice.unit, by_sex=choice.is_by_sex), {each.pk: each for each in indicators}


def _sent(plan: Plan, data: QueryDict) -> tuple[Sequence[Series], dict[int, Indicator]]:
    """The rows that the person had before them, but for indicators that are not there any more."""
    series = series_from_json(data.get(ROWS, ""))
    found = Indicator.objects.filter(plan=plan, pk__in={each.indicator_id for each in series})
    indicators = {each.pk: each for each in found.select_related("goal__level")}
    return [each for each in series if each.indicator_id in indicators], indicators


def _homeless(texts: Sequence[str]) -> str:
    listed = ", ".join(f"”{text}”" for text in texts)
    return _("Det här skrev du för en indikator som har tagits bort av någon annan under tiden: %(texts)s.") % {
        "texts": listed
    }


def _saved_meanwhile(cells: Sequence[GridCell], current: Mapping[str, Outcome], unit: Unit | None) -> dict[str, str]:
    """What stands in each cell now, who saved it and when. One query."""
    history = (
        Measurement.history.filter(
            indicator_id__in={cell.indicator.pk for cell in cells},
            period__in={cell.period.code for cell in cells},
            unit_id=unit.pk if unit else None,
        )
        .select_related("history_user")
        .order_by("history_date", "history_id")
    )
    last = {(entry.indicator_id, entry.period, entry.sex, entry.submeasure): entry for entry in history}
    said = {}
    for cell in cells:
        value = echo(current[cell.name], cell.indicator.unit_of_measure, cell.indicator.decimals)
        entry = last.get((cell.indicator.pk, cell.period.code, cell.sex, cell.submeasure))
        if entry is None:
            said[cell.name] = value
            continue
        who = entry.history_user if isinstance(entry.history_user, User) else _("någon annan")
        said[cell.name] = _("%(value)s, sparat av %(who)s %(when)s") % {
            "value": value,
            "who": who,
            "when": format_moment(entry.history_date),
        }
    return said
