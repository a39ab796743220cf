"""Municipalities, with the file that is to be a municipality's logo."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from followup.core.access import AnyUser, Capability, committees_where
from followup.core.admin.base import RecordAdmin, RecordForm
from followup.core.admin.counts import count_column
from followup.core.admin_groups import AdminGroup
from followup.core.commands.logos import remove_logo, set_logo
from followup.core.commands.records import save_record
from followup.core.counting import count_of
from followup.core.images import DrawnImage, ImageFault
from followup.core.logos import checked_logo
from followup.core.models import Committee, Municipality, MunicipalityLogo

_FOR_READERS = ("contact_address", "conformance", "assessed_on", "assessed_how", "known_faults")


class MunicipalityForm(RecordForm):
    """`new_logo` cleans to the image as it is to be stored, None where none was sent."""

    new_logo = forms.FileField(
        label=_("Ny logotyp"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        help_text=_("PNG eller JPEG. Den ritas om på vit botten, högst 2 000 bildpunkter bred eller hög."),
    )
    removes_logo = forms.BooleanField(label=_("Ta bort logotypen"), required=False)

    def clean_new_logo(self) -> DrawnImage | None:
        sent: UploadedFile | None = self.cleaned_data.get("new_logo")
        if sent is None:
            return None
        sent.seek(0)  # a page that was refused is read once more
        try:
            return checked_logo(sent.read())
        except ImageFault as fault:
            raise forms.ValidationError(str(fault)) from fault


@admin.register(Municipality)
class MunicipalityAdmin(RecordAdmin):
    """Shared by its committees, so a superuser's to change; their administrators see it."""

    group = AdminGroup.ORGANISATION
    explains = _(
        "Kommunens namn, kommunkod, accentfärg, typsnitt, logotyp och tillgänglighetsredogörelse. De delas av dess "
        "nämnder."
    )
    opens = _("Se hur det ser ut")
    form = MunicipalityForm
    list_display = ("name", "code", count_column("committee_count", Committee, "municipality"), "appearance")
    search_fields = ("name", "=code")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        shown = ("code", "name", "accent", "font", *_FOR_READERS, *(["shown_logo"] if obj else []))
        if not request.user.is_superuser:
            return shown
        has_logo = obj is not None and MunicipalityLogo.objects.filter(municipality=obj).exists()
        return (*shown, "new_logo", "removes_logo") if has_logo else (*shown, "new_logo")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return (*super().get_readonly_fields(request, obj), "shown_logo")

    @admin.display(description=_("utseende"))
    def appearance(self, municipality: Municipality) -> str:
        seen = '<a href="{}">{}<span class="visually-hidden"> {}</span></a>'
        return format_html(seen, self.view_on_site(municipality), self.opens, municipality.name)

    @admin.display(description=_("logotyp"))
    def shown_logo(self, municipality: Municipality) -> str:
        logo = MunicipalityLogo.objects.filter(municipality=municipality).first()
        if logo is None:
            return gettext("Ingen. Rapporterna visar kommunens namn.")
        image = '<img class="shown-logo" src="{}" alt="{}" width="{}" height="{}">'
        return format_html(image, logo.source, municipality.name, logo.width, logo.height)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """What the person changed of the municipality, and then its logo, each by its own command."""
        changed = [name for name in form.changed_data if name not in MunicipalityForm.declared_fields]
        if changed or not change:
            save_record(row=obj, by=request.user, changed=changed if change else None)
        if form.cleaned_data.get("new_logo"):
            set_logo(municipality=obj, image=form.cleaned_data["new_logo"], by=request.user)
        elif form.cleaned_data.get("removes_logo"):
            remove_logo(municipality=obj, by=request.user)

    def in_scope(self, queryset: QuerySet[Any], user: AnyUser) -> QuerySet[Any]:
        if user.is_superuser:
            return queryset
        return queryset.filter(pk__in=committees_where(user, Capability.ADMINISTER).values("municipality"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(committee_count=count_of(Committee.objects.all(), "municipality"))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def view_on_site(self, obj: Municipality) -> str:
        return reverse("core:appearance_sample", args=[obj.pk])
