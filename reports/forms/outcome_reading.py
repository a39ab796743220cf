"""What a person typed in rows that belong together – women, men and total of one figure – read as outcomes. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Protocol, TypeVar

from followup.core.choices import Sex
from indicators.aims import Scale
from indicators.commands.outcomes import Outcome
from indicators.completion import follows_counts, follows_parts, with_share, with_total
from reports.forms.outcome_text import PRELIMINARY, OutcomeFault, Typed, read, refuse_unstorable, typed_of


class Row(Protocol):
    """What reading needs to know of a row."""

    @property
    def name(self) -> str: ...
    @property
    def series(self) -> tuple[int, str]: ...
    @property
    def sex(self) -> str: ...
    @property
    def scale(self) -> Scale: ...


@dataclass(slots=True)
class Reading:
    """Of rows, by their names: what each says now, what cannot be read, and what was computed.

    `touched` are those that differ from what the person had before them.
    """

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    computed: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)

    def add(self, other: "Reading") -> None:
        self.outcomes |= other.outcomes
        self.faults |= other.faults
        self.computed |= other.computed
        self.touched |= other.touched


_Row = TypeVar("_Row", bound=Row)


def groups_of(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Rows of the same indicator and submeasure, which stand beside each other."""
    return [list(group) for _series, group in groupby(rows, key=lambda row: row.series)]


def read_group(rows: Sequence[Row], typed: Mapping[str, Typed], seen: Mapping[str, Outcome]) -> Reading:
    """Read the rows of one group, and compute the shares and the total that are left to be computed."""
    reading = Reading()
    for row in rows:
        stood = seen.get(row.name, Outcome())
        _read_row(row, typed[row.name], stood, reading)
    of_sex = {row.sex: row.name for row in rows}
    if reading.touched and {Sex.WOMEN, Sex.MEN, Sex.TOTAL} <= set(of_sex):
        whole, women, men = of_sex[Sex.TOTAL], of_sex[Sex.WOMEN], of_sex[Sex.MEN]
        if women in reading.outcomes and men in reading.outcomes:
            before = {name: seen.get(name, Outcome()) for name in (whole, women, men)}
            follows = follows_parts(
                before[whole], before[women], before[men], rows[0].scale.measure, rows[0].scale.decimals
            )
            _complete(rows[0].scale, typed[whole], (whole, women, men), reading, follows=follows)
    return reading


def _read_row(row: Row, typed: Typed, stood: Outcome, reading: Reading) -> None:
    as_stood = typed_of(stood)
    if typed == as_stood:
        reading.outcomes[row.name] = stood
        return
    reading.touched.add(row.name)
    counts_changed = (typed.numerator, typed.denominator) != (as_stood.numerator, as_stood.denominator)
    if typed.text == as_stood.text and counts_changed and follows_counts(stood, row.scale.decimals):
        typed = replace(typed, text="")
    try:
        outcome = read(typed, row.scale.unit_of_measure)
    except OutcomeFault as fault:
        reading.faults[row.name] = str(fault)
        return
    completed = with_share(outcome, row.scale.decimals)
    if completed != outcome:
        reading.computed.add(row.name)
    reading.outcomes[row.name] = completed


def _complete(scale: Scale, typed: Typed, names: tuple[str, str, str], reading: Reading, *, follows: bool) -> None:
    """Let the total be what women and men give, where it is left empty or was that already and is not touched."""
    whole, women, men = names
    parts = (reading.outcomes[women], reading.outcomes[men], scale.measure, scale.decimals)
    follows = follows and whole not in reading.touched
    is_open = typed.says_no_value and not typed.has_counts
    if not follows and not is_open:
        if whole in reading.outcomes:
            reading.outcomes[whole] = with_total(reading.outcomes[whole], *parts)
        return
    try:
        refuse_unstorable(typed)
    except OutcomeFault:
        return
    is_preliminary = is_open and typed.kind == PRELIMINARY
    completed = with_total(Outcome(is_preliminary=is_preliminary, remark=typed.remark), *parts)
    if completed.value is None:
        return
    reading.faults.pop(whole, None)
    reading.outcomes[whole] = completed
    reading.computed.add(whole)
