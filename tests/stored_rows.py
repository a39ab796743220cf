"""Every row that is stored, so that a test can say that nothing at all was written."""

from django.apps import apps

PASSING = {"sessions.Session"}
"""What a visit alone may write."""


def stored_rows():
    """The values of all rows of all models, by model."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.managed and model._meta.label not in PASSING
    }


def what_differs(before):
    """The models whose rows are no longer as they were, each with its rows that were and its rows that are."""
    after = stored_rows()
    return {
        label: (
            [row for row in rows if row not in after[label]],
            [row for row in after[label] if row not in rows],
        )
        for label, rows in before.items()
        if rows != after[label]
    }
