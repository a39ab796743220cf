"""Forms look alike everywhere because one renderer draws them; needs `django.forms` among the installed apps."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
