"""A database constraint that keeps both ends of a reference under one owner.

`SameOwner("plan", "goal")` on indicators lets the database refuse an indicator whose goal belongs to another plan: a
foreign key over two columns, (plan_id, goal_id) → goal(plan_id, id). The target model must declare `owned_by("plan")`
so that the pair is unique there. Checked at commit, like Django's own foreign keys, on SQLite and on PostgreSQL.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.utils.translation import gettext_lazy as _


def owned_by(owner: str, model: str) -> models.UniqueConstraint:
    """The uniqueness that `SameOwner` refers to: (`owner`, id) of `model` (its lower-case name)."""
    return models.UniqueConstraint(fields=[owner, "id"], name=f"{model}_owned_by_{owner}")


class SameOwner(models.BaseConstraint):
    """Foreign key (owner, reference) → reference's table (owner, id). A null reference is not checked."""

    default_violation_error_message = _("Båda måste höra till samma plan eller nämnd.")

    def __init__(self, owner: str, reference: str, *, name: str, owner_there: str = "") -> None:
        super().__init__(name=name)
        self.owner = owner
        self.reference = reference
        self.owner_there = owner_there or owner

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        kwargs |= {"owner": self.owner, "reference": self.reference}
        if self.owner_there != self.owner:
            kwargs["owner_there"] = self.owner_there
        return path, args, kwargs

    def __eq__(self, other: object) -> bool:
        if isinstance(other, SameOwner):
            return self.deconstruct() == other.deconstruct()
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.name)

    def _definition(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        there = _field(model, self.reference).remote_field.model
        here_columns = (_column(model, self.owner), _column(model, self.reference))
        there_columns = (_column(there, self.owner_there), _column(there, there._meta.pk.name))

        def quoted(names: tuple[str, ...]) -> str:
            return ", ".join(schema_editor.quote_name(name) for name in names)

        return (
            f"CONSTRAINT {schema_editor.quote_name(self.name)} FOREIGN KEY ({quoted(here_columns)}) "
            f"REFERENCES {schema_editor.quote_name(there._meta.db_table)} ({quoted(there_columns)}) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """In the table's definition on SQLite, which knows no other place; after everything else elsewhere."""
        if schema_editor.connection.vendor == "sqlite":
            return self._definition(model, schema_editor)
        self.create_sql(model, schema_editor)
        return ""

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Deferred to the end of the migration, when the uniqueness referred to stands in any case; returns nothing."""
        schema_editor.deferred_sql.append(
            Statement(
                "ALTER TABLE %(table)s ADD %(definition)s",
                table=Table(model._meta.db_table, schema_editor.quote_name),
                definition=self._definition(model, schema_editor),
            )
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        return Statement(
            "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s",
            table=Table(model._meta.db_table, schema_editor.quote_name),
            name=schema_editor.quote_name(self.name),
        )

    def validate(self, model: Any, instance: models.Model, exclude: Any = None, using: str | None = None) -> None:
        field = _field(type(instance), self.reference)
        if exclude and field.name in exclude:
            return
        there = getattr(instance, self.reference, None) if getattr(instance, field.attname) else None
        owner = getattr(instance, _field(type(instance), self.owner).attname)
        if there is None or owner is None:
            return
        if getattr(there, _field(type(there), self.owner_there).attname) != owner:
            raise ValidationError({self.reference: self.get_violation_error_message()}, code="same_owner")


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)


def _column(model: type[models.Model], name: str) -> str:
    return str(_field(model, name).column)
