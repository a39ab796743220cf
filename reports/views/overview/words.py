"""What a page about a goal, an indicator or an assignment says of it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.choices import SubjectKind


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """`name` begins a heading; `not_reached` asks for cause and measure."""

    name: str | Promise
    about: str | Promise
    no_unit: str | Promise
    silent: str | Promise
    not_judged: str | Promise
    not_reached: str | Promise


WORDS = {
    SubjectKind.GOAL: SubjectWords(
        name=_("Mål"),
        about=_("Om målet"),
        no_unit=_("Ingen enhet svarar på målet."),
        silent=_("%(units)s svarar inte på målet."),
        not_judged=_("Nämnden har inte bedömt målet än."),
        not_reached=_("Målet nås inte helt: beskriv varför, och vad nämnden gör åt det."),
    ),
    SubjectKind.INDICATOR: SubjectWords(
        name=_("Indikator"),
        about=_("Om indikatorn"),
        no_unit=_("Ingen enhet bedömer indikatorn."),
        silent=_("%(units)s bedömer inte indikatorn."),
        not_judged=_("Nämnden har inte bedömt indikatorn än."),
        not_reached=_("Målvärdet nås inte helt: beskriv varför, och vad nämnden gör åt det."),
    ),
    SubjectKind.ASSIGNMENT: SubjectWords(
        name=_("Uppdrag"),
        about=_("Om uppdraget"),
        no_unit=_("Ingen enhet svarar för uppdraget."),
        silent=_("%(units)s svarar inte för uppdraget."),
        not_judged=_("Nämnden har inte bedömt uppdraget än."),
        not_reached="",
    ),
}
