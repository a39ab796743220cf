"""The rich text field: with the editor, without it, and what happens to links."""

from django import forms

from followup.core.forms.rich_text import RichTextField


class Letter(forms.Form):
    body = RichTextField(label="Text", required=False)


def cleaned(**data):
    form = Letter(data)
    assert form.is_valid(), form.errors
    return form.cleaned_data["body"]


LINKED = '<p>Se <a href="https://example.org" rel="noopener">planen</a>.</p>'


def test_without_the_editor_the_text_markup_is_read():
    assert cleaned(body="Först\r\n\r\n- ett\r\n- två") == "<p>Först</p>\n<ul><li>ett</li><li>två</li></ul>"


def test_the_editors_html_is_sanitised():
    assert cleaned(body="<p onclick='x()'>Bra<script>x()</script></p>", body_markup="html") == "<p>Bra</p>"


def test_what_word_pastes_is_cleaned():
    pasted = '<p class="MsoNormal" style="margin:0"><b>Viktigt</b><o:p></o:p></p>'
    assert cleaned(body=pasted, body_markup="html") == "<p><em>Viktigt</em></p>"


def test_an_unchanged_text_keeps_its_links():
    shown = Letter(initial={"body": LINKED})["body"].as_widget()
    assert "Se planen (https://example.org)." in shown
    assert cleaned(body="Se planen (https://example.org).", body_source=LINKED) == LINKED


def test_a_changed_text_is_what_was_typed():
    assert cleaned(body="Se budgeten.", body_source=LINKED) == "<p>Se budgeten.</p>"


def test_an_empty_field_and_an_empty_editor_are_empty():
    assert cleaned(body="") == cleaned(body="<p></p>", body_markup="html") == cleaned() == ""


def test_a_text_that_is_refused_stays_in_the_field():
    form = Letter({"body": "Hej\x07då"})
    assert not form.is_valid()
    assert "styrtecknet" in str(form.errors)
    assert "Hej\x07då" in form["body"].as_widget()


def test_html_shown_again_keeps_its_links():
    form = Letter({"body": LINKED, "body_markup": "html"})
    assert "Se planen (https://example.org)." in form["body"].as_widget()
    assert "&lt;a href=&quot;https://example.org&quot;" in form["body"].as_widget()


def test_a_too_long_text_stays_in_the_field():
    form = Letter({"body": "ord " * 40_000})
    assert not form.is_valid()
    assert form["body"].as_widget().count("ord ") > 39_000
