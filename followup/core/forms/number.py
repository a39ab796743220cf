"""A form field for a number as Swedes write it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from followup.core.numbers import NumberFault, format_number, parse_number


class NumberField(forms.Field):
    """Its cleaned value is a `Decimal`, or None for an empty field."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        return format_number(value.normalize(), None) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if value in self.empty_values:
            return None
        try:
            return parse_number(str(value))
        except NumberFault as fault:
            raise ValidationError(str(fault), code="number") from fault

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True
