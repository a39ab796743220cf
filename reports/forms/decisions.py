"""Forms for decisions that need a reason: an answer goes back to its unit, a closed round opens again."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """A reason in plain words; spaces alone are none."""

    use_required_attribute = False

    reason = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class ReturnForm(ReasonForm):
    """Why an answer is sent back, or the committee's own assessment opened again (`is_own`).

    `answer_id` tells apart the forms of several answers on one page.
    """

    def __init__(self, data: dict[str, str] | None = None, *, answer_id: int, is_own: bool) -> None:
        super().__init__(data, auto_id=f"svar-{answer_id}-%s")
        reason = self.fields["reason"]
        if is_own:
            reason.label = _("Varför öppnas bedömningen för ändring?")
            reason.help_text = _("Skälet visas vid bedömningen och sparas bland händelserna.")
            reason.error_messages["required"] = _("Skriv varför bedömningen öppnas för ändring.")
            return
        reason.label = _("Varför återsänds svaret?")
        reason.help_text = _("Enheten läser skälet när den öppnar sitt svar.")
        reason.error_messages["required"] = _("Skriv varför svaret återsänds, så att enheten vet vad som ska ändras.")


class UnitReturnForm(ReasonForm):
    """Why all that a unit has handed in is sent back."""

    with_approved = forms.BooleanField(label=_("Även det som är godkänt"), required=False)

    def __init__(self, data: dict[str, str] | None = None) -> None:
        super().__init__(data, auto_id="enhet-%s")
        reason = self.fields["reason"]
        reason.label = _("Varför återsänds svaren?")
        reason.help_text = _("Enheten läser skälet vid vart och ett av svaren.")
        reason.error_messages["required"] = _("Skriv varför svaren återsänds, så att enheten vet vad som ska ändras.")


class ReopenForm(ReasonForm):
    """Why a closed round opens again."""

    def __init__(self, data: dict[str, str] | None = None) -> None:
        super().__init__(data, auto_id="oppna-%s")
        reason = self.fields["reason"]
        reason.label = _("Varför öppnas uppföljningen igen?")
        reason.help_text = _("Skälet visas på uppföljningens sida och sparas bland händelserna.")
        reason.error_messages["required"] = _("Skriv varför uppföljningen öppnas igen.")
