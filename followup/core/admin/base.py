"""The base of all pages of the admin: rows are read within scope, and saved and deleted by the commands."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from followup.core.admin.scope import Scoped
from followup.core.admin_groups import AdminGroup
from followup.core.commands.records import delete_record, save_record
from followup.core.faults import CommandRefused

Refusal = ValidationError | CommandRefused


def words_of(refusal: Refusal) -> dict[str, list[str]]:
    """What a command said, by field; what is about no field under NON_FIELD_ERRORS."""
    if isinstance(refusal, CommandRefused):
        return {NON_FIELD_ERRORS: [str(refusal)]}
    if hasattr(refusal, "error_dict"):
        return refusal.message_dict
    return {NON_FIELD_ERRORS: refusal.messages}


class RecordForm(forms.ModelForm):
    """A form that shows what the command refused at the last attempt to save it, beside all that was typed."""

    refusal: ClassVar[Refusal | None] = None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refusal is not None:
            for name, words in words_of(self.refusal).items():
                self.add_error(name if name in self.fields else None, ValidationError(words))
        return cleaned


class RecordAdmin(Scoped, admin.ModelAdmin):
    """`fixed` fields are chosen when a row is made and stay; `stamp` is the field that names who made the row.

    `group` is the part of the first page where it stands, `explains` a sentence about what it holds, and `opens` what
    the link to the row's own page in the application says (see `view_on_site`).
    """

    form = RecordForm
    group: ClassVar[AdminGroup]
    explains: ClassVar[str | Promise] = ""
    opens: ClassVar[str | Promise] = ""
    fixed: ClassVar[tuple[str, ...]] = ()
    stamp: ClassVar[str] = ""
    list_per_page = 50
    show_full_result_count = False
    save_on_top = False

    class Media:
        css = {"all": ["css/rich_text.css"]}
        js = [Script("js/rich_text.js", type="module"), Script("js/admin_select.js", type="module")]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        readonly = tuple(super().get_readonly_fields(request, obj))
        return (*readonly, *self.fixed) if obj is not None else readonly

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (ValidationError, CommandRefused) as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]  # carried to the form
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and not form.changed_data:
            return
        if self.stamp and not change:
            setattr(obj, self.stamp, request.user)
        save_record(row=obj, by=request.user, changed=form.changed_data if change else None)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        for row in formset.deleted_objects:
            delete_record(row=row, by=request.user)
        for row, changed in formset.changed_objects:
            self.save_inner(request, row, changed)
        for row in formset.new_objects:
            self.save_inner(request, row, None)

    def save_inner(self, request: HttpRequest, row: models.Model, changed: list[str] | None) -> None:
        """Save a row inside the page's own. What the command says against it names the row."""
        try:
            save_record(row=row, by=request.user, changed=changed)
        except ValidationError as refusal:
            said = " ".join(refusal.messages)
            raise ValidationError(f"{row._meta.verbose_name}: {said}") from refusal

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, set[str], Any]:
        """What would go along. Rows that protect the row are the reason to give, not that nobody may delete them."""
        going, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return going, counts, set() if protected else lacking, protected

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        delete_record(row=obj, by=request.user)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except CommandRefused as refusal:
            return self._told(request, refusal)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        try:
            return super().changelist_view(request, extra_context)
        except CommandRefused as refusal:
            return self._told(request, refusal)

    def _told(self, request: HttpRequest, refusal: CommandRefused) -> HttpResponse:
        self.message_user(request, str(refusal), messages.ERROR)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        for row in queryset:
            delete_record(row=row, by=request.user)


class ReadOnlyAdmin(RecordAdmin):
    """What is shown and never changed here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RecordInline(Scoped, admin.StackedInline):
    """Rows inside another row's page, saved by that page. Stacked: Django's tables leave their fields unnamed."""

    extra = 0
    adds_choices = False
