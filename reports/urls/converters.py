"""What is judged, as a part of an address."""

from django.urls import register_converter

from reports.choices import SubjectKind

_WORDS = {
    SubjectKind.GOAL: "mal",
    SubjectKind.INDICATOR: "indikator",
    SubjectKind.ASSIGNMENT: "uppdrag",
}
_KINDS = {word: kind for kind, word in _WORDS.items()}


class SubjectKindConverter:
    regex = "|".join(_KINDS)

    def to_python(self, value: str) -> SubjectKind:
        return _KINDS[value]

    def to_url(self, value: str) -> str:
        return _WORDS[SubjectKind(value)]


register_converter(SubjectKindConverter, "subject")
