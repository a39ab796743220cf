"""A goal of the plan, chosen among the others by number and name."""

from typing import Any

from django import forms
from django.utils.text import Truncator

from goals.models import Goal

_LONGEST = 90


class GoalChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return words_of(obj)


def words_of(goal: Goal) -> str:
    """Number and name; a long name is cut."""
    return Truncator(str(goal)).chars(_LONGEST)
