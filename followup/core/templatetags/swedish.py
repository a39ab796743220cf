"""Dates in templates as everywhere else: `{{ report.published_at|moment }}`."""

from datetime import date, datetime

from django import template

from followup.core.dates import format_date, format_moment

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    return format_date(value) if value is not None else ""


@register.filter
def moment(value: datetime | None) -> str:
    return format_moment(value) if value is not None else ""
