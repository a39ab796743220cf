"""What was left behind while the report was written is found, and ordinary Swedish is not complained of."""

import pytest

from reports.build.facts import UnitFact
from reports.build.part_facts import AttachmentFact, SectionFact, TableFact
from reports.checks import Severity
from reports.checks.leftovers import leftovers
from tests.checks.scopes import a_scope
from tests.reports.facts import a_goal_fact, an_answer


def a_text(html, title="", number=1, level=1):
    return SectionFact(number, level, title, "text", html)


def found(*html, **overrides):
    """The findings in a report of these texts, whose title says nothing."""
    sections = tuple(a_text(text if "<" in text[:1] else f"<p>{text}</p>", number=n) for n, text in enumerate(html, 1))
    return list(leftovers(a_scope(**{"sections": sections, "goals": (), "indicators": ()} | overrides)))


def rules(*html, **overrides):
    return [finding.rule for finding in found(*html, **overrides)]


@pytest.mark.parametrize(
    "text",
    [
        "Se Fel! Bokmärket är inte definierat. för mer.",
        "Antalet framgår av tabell Fel! Hittar inte referenskälla.",
        "Det framgår av Error! Reference source not found.",
        "Avvikelsen är #REFERENS! kronor.",
        "Andelen är #DIVISION/0! i år.",
        "Andelen är #N/A i år.",
    ],
)
def test_messages_of_word_and_excel_are_found(text):
    (finding,) = found(text)
    assert (finding.rule, finding.severity) == ("broken_field", Severity.WARNING)
    assert finding.place.section_id == 1


def test_the_message_shows_where_in_the_text_it_stands():
    (finding,) = found("Under året har kostnaden för placeringar blivit XX kronor, vilket är mer än vad som var tänkt.")
    assert finding.rule == "placeholder"
    assert finding.message == (
        "Text: ”XX” är inte ifyllt: ”… för placeringar blivit XX kronor, vilket är mer än vad …”."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Under 20XX ska det vara klart.",
        "Det kostar xx kr.",
        "Ansvarig: [namn]",
        "[Skriv om vad som har hänt]",
        "Kommentar: <text>",
        "Prognos: TBD",
        "Varför blev det så???",
        "Utfall: ____ procent",
        "Lorem ipsum dolor sit amet.",
        "Klicka här för att ange text.",
        "Klicka eller tryck här för att ange text.",
        "Skriv text här",
        "Fylls i senare.",
    ],
)
def test_places_to_fill_in_are_found(text):
    assert rules("&lt;text&gt;" if text.endswith("<text>") else text) == ["placeholder"]


@pytest.mark.parametrize(
    "text",
    [
        "Storlek XXL och kapitel XX § 3 i den gamla boken.",
        "Han sa: ”De [nämnden] har beslutat.” [sic]",
        "Som framgår av källan [1] och […] i rapporten.",
        "Är det så? Ja! Vad gör vi då?",
        "Felet! Det är rättat.",
        "Ärende #12 är klart och mejl gick till a_b@kommunen.se.",
        "Klicka inte på länkar i okända brev.",
        "Maxxtaxa och lexx är inga vanliga ord.",
    ],
)
def test_ordinary_texts_have_nothing_left(text):
    assert rules(text) == []


def test_each_mark_is_told_once_a_text():
    assert rules("XX av XX personer, och xx av [text]") == ["placeholder", "placeholder"]


def test_answers_and_tables_are_read_as_well():
    answer = an_answer(1, 1, cause="<p>TBD</p>")
    scope = a_scope(assessments=(answer,), goals=(a_goal_fact(1, unit_ids=(1,)),), indicators=())
    (finding,) = leftovers(scope)
    assert (finding.rule, finding.where) == ("placeholder", "Mål 1, AFI")


CHAPTERS = (a_text("", "1 Inledning", 1), a_text("", "2 Ekonomi", 2), a_text("", "2.1 Personal", 3, level=2))


@pytest.mark.parametrize("pointer", ["avsnitt 4.3", "avsnitt 3", "kapitel 5"])
def test_a_section_that_is_not_there(pointer):
    sections = (*CHAPTERS, a_text(f"<p>Mer om det i {pointer}.</p>", "3 Slut" if "3" not in pointer[-1:] else "", 9))
    (finding,) = found(sections=sections)
    assert (finding.rule, finding.severity, finding.place.section_id) == ("dead_pointer", Severity.WARNING, 9)
    assert finding.message == f"{finding.where}: ”{pointer}” finns inte i rapporten: ”Mer om det i {pointer}.”."


@pytest.mark.parametrize(
    "words",
    [
        "Mer står i avsnitt 2.1.",
        "Se avsnitt 4.3 i årsredovisningen.",
        "Se tabell 7.",
        "Enligt kapitel 7 § kommunallagen.",
        "Avsnittet 4 personer skrev är kort.",
    ],
)
def test_a_pointer_that_leads_somewhere_or_out_of_the_report(words):
    assert found(sections=(*CHAPTERS, a_text(f"<p>{words}</p>", "", 9))) == []


def test_a_pointer_says_nothing_where_nothing_is_numbered():
    assert rules("Se avsnitt 4.3, tabell 7 och bilaga 2.") == []


def test_tables_and_appendices_that_are_numbered():
    tables = (TableFact("t", "Tabell 1. Drift", "", ()),)
    attachments = (AttachmentFact("Bilaga 1", "", ""),)
    section = a_text("<p>Se tabell 1, tabell 7, bilaga 1 och bilaga 2.</p>")
    messages = [finding.message for finding in found(sections=(section,), tables=tables, attachments=attachments)]
    assert [message.split("”")[1] for message in messages] == ["tabell 7", "bilaga 2"]


def test_a_heading_that_skips_a_level():
    sections = (a_text("<p>a</p>", "Inledning", 1), a_text("<p>a</p>", "Personal", 2, level=3))
    (finding,) = found(sections=sections)
    assert (finding.rule, finding.severity, finding.place.section_id) == ("skipped_level", Severity.NOTE, 2)
    assert finding.message == "Avsnittet ”Personal” står på nivå 3, men avsnittet före på nivå 1."


def test_headings_may_rise_many_levels_at_once_and_sections_without_one_do_not_count():
    levels = [(1, "A"), (2, "B"), (3, "C"), (4, ""), (1, "D"), (2, "E")]
    sections = tuple(a_text("<p>a</p>", title, n, level) for n, (level, title) in enumerate(levels))
    assert found(sections=sections) == []


def test_a_report_begins_at_the_top():
    (finding,) = found(sections=(a_text("<p>a</p>", "Personal", 2, level=2),))
    assert finding.message == "Rapporten börjar med ”Personal” på nivå 2 i stället för nivå 1."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Det är viktigt att att alla är med.", "”att”"),
        ("Antalet placeringar placeringar ökar.", "”placeringar”"),
        ("Det är bättre sedan sedan 2016.", "”sedan”"),
        ("Först det,, sedan det.", "”,,”"),
        ("Det är klart.. Nu börjar nästa.", "”..”"),
    ],
)
def test_what_stands_twice(text, what):
    (finding,) = found(text)
    assert (finding.rule, finding.severity) == ("doubled", Severity.NOTE)
    assert what in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Det är mycket mycket bättre. De de möter är nöjda.",
        "<h3>Uppföljning</h3><p>Uppföljning sker varje år.</p>",
        "Det dröjde... Perioden 2022-01..2022-08 mäts. Uppgiften är ..",
        "Svårt att, att det tar tid. Kl. 12,5 m.m., osv.",
        "Det som är är som det är.",
    ],
)
def test_what_only_looks_doubled(text):
    assert rules(text) == []


@pytest.mark.parametrize("text", ["AvgÃ¶rande för mÃ¥let", "Nämnden â€“ som helhet", "Punkt \uf0b7 ett", "M\ufffdl"])
def test_broken_characters(text):
    assert rules(text) == ["broken_character"]


def test_letters_of_another_alphabet_inside_a_word_of_ours():
    (finding,) = found("Andelen är f\u043er h\u00f6g.")
    assert (finding.rule, finding.severity) == ("foreign_alphabet", Severity.NOTE)


@pytest.mark.parametrize("text", ["Halten är 5 μg och skillnaden Δ liten.", "Caféet i Århus, Łódź och Škofja Loka."])
def test_signs_and_names_are_not_another_alphabet(text):
    assert rules(text) == []


def test_abbreviations_are_told_together_the_most_used_first():
    (finding,) = found("HVB kostar mer. Fler HVB-hem och en SIP.", "Alla har HVB:s stöd.")
    assert (finding.rule, finding.severity) == ("abbreviation", Severity.NOTE)
    assert finding.message == ("Förkortningar som inte skrivs ut någonstans, med hur ofta de står: HVB (3), SIP (1).")


@pytest.mark.parametrize(
    "text",
    [
        "En samordnad individuell plan (SIP) görs. Varje SIP följs upp.",
        "Varje SIP (samordnad individuell plan) följs upp.",
        "Enligt LSS, SKR och EU ska IT fungera.",
        "SAMLAD BEDÖMNING FÖR VUXNA OCH BARN",
        "AFI svarar för det. Se kapitel IV och XII.",
        "Brev till X@YY.SE om b.v.c.",
    ],
)
def test_abbreviations_that_are_spelled_out_known_or_none(text):
    assert rules(text, units=(UnitFact(1, "AFI", "Försörjning"),)) == []


def test_a_long_text_is_read_in_one_go():
    text = "ordet ett " * 10000 + "( [ < Fel! avsnitt 1." * 500 + "A" * 20000 + "?" * 2 + "_" * 2
    assert rules(text) in ([], ["doubled"])
