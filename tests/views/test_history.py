"""The history of an answer: every version with who, when and what it changed, and the way back to one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from reports.choices import SubjectKind
from reports.commands.assessments import Answer, save_assessment
from reports.commands.decisions import approve, return_to_unit
from reports.models import Assessment
from tests.builders import a_round, an_assessment


def text_of(response):
    return " ".join(response.content.decode().split())


def save(world, by, comment, *, unit="afi", **overrides):
    whose = getattr(world, unit) if unit else None
    stored = Assessment.objects.filter(goal=world.goals[0], unit=whose).first()
    answer = {"status": "achieved", "comment": f"<p>{comment}</p>"} | overrides.pop("answer", {})
    return save_assessment(
        round=world.round,
        subject=world.goals[0],
        unit=whose,
        answer=Answer(**answer),
        version=stored.version if stored else 0,
        is_ready=overrides.pop("is_ready", False),
        by=by,
        **overrides,
    )


def entry(world, name="entry_history"):
    return reverse(f"reports:{name}", args=[world.round.pk, world.afi.pk, SubjectKind.GOAL, world.goals[0].pk])


def answer_page(answer, name="answer_history"):
    return reverse(f"reports:{name}", args=[answer.round_id, answer.pk])


@pytest.fixture
def reporter(client, cast):
    client.force_login(cast.reporter)
    return client


def test_before_any_answer_the_page_says_so(reporter, world):
    assert "Inget svar är sparat än" in text_of(reporter.get(entry(world)))


def test_every_version_has_who_when_and_what_changed(reporter, world, cast, time_machine):
    time_machine.move_to("2017-09-01 14:02:00+02:00", tick=False)
    reporter.force_login(cast.reporter)
    save(world, cast.reporter, "Vi har nått målet.")
    time_machine.shift(timedelta(minutes=30))
    save(world, cast.controller, "Vi har inte nått målet.", answer={"status": "not_achieved", "cause": "<p>Brist.</p>"})
    world.plan.word_not_achieved, world.plan.word_cause = "Nås inte", "Analys"
    world.plan.save()
    response = reporter.get(entry(world))
    newest, first = response.context["versions"]
    assert (newest.number, newest.who, newest.when) == (2, "Controller", "1 september 2017 kl. 14.32")
    assert (first.deed, first.who, first.when) == ("Påbörjad", "Reporter", "1 september 2017 kl. 14.02")
    assert [(step.label, step.before, step.after) for step in newest.steps] == [("Bedömning", "Uppnått", "Nås inte")]
    assert [text.label for text in newest.texts] == ["Kommentar", "Analys"]
    page = text_of(response)
    assert 'Vi har <ins><span class="visually-hidden">tillagt: </span>inte' in page
    assert "tillagt: </span>Brist.</ins>" in page


def test_what_was_typed_for_a_while_says_since_when(reporter, world, cast, time_machine):
    time_machine.move_to("2017-09-01 14:02:00+02:00", tick=False)
    reporter.force_login(cast.reporter)
    save(world, cast.reporter, "Ett", is_autosave=True)
    time_machine.shift(timedelta(minutes=9))
    save(world, cast.reporter, "Ett, två", is_autosave=True)
    assert "1 september 2017 kl. 14.11 av Reporter" in text_of(reporter.get(entry(world)))
    assert "(skrivet sedan kl. 14.02)" in text_of(reporter.get(entry(world)))


def test_what_was_decided_stands_at_its_place_with_the_reason(reporter, world, cast):
    save(world, cast.reporter, "Ett")
    ready = save(world, cast.reporter, "Ett", is_ready=True)
    return_to_unit(assessment=ready, reason="Skriv orsaken.", by=cast.approver)
    again = save(world, cast.reporter, "Två", is_ready=True)
    approve(assessment=again, version=again.version, by=cast.approver)
    versions = reporter.get(entry(world)).context["versions"]
    assert [(version.deed, version.who, version.reason) for version in versions] == [
        ("Godkänd", "Approver", ""),
        ("Klarmarkerad", "Reporter", ""),
        ("Återsänd", "Approver", "Skriv orsaken."),
        ("Klarmarkerad", "Reporter", ""),
        ("Påbörjad", "Reporter", ""),
    ]
    assert [step.after for step in versions[2].steps] == ["Återsänd"]
    assert text_of(reporter.get(entry(world))).count("Skriv orsaken.") == 1


def test_a_reporter_goes_back_to_an_older_version(reporter, world, cast):
    save(world, cast.reporter, "Det gamla")
    current = save(world, cast.reporter, "Det nya", is_ready=True)
    oldest = current.history.last()
    posted = {"history": oldest.history_id, "version": current.version}
    response = reporter.post(entry(world, "entry_restore"), posted, follow=True)
    assert response.redirect_chain[-1][0] == entry(world)
    current.refresh_from_db()
    assert (current.comment, current.state, current.version) == ("<p>Det gamla</p>", "draft", 3)
    assert "Återställd från version 1" in text_of(response)
    assert [version.says_the_same for version in response.context["versions"]] == [True, False, True]


def test_two_at_once_are_told_and_nothing_is_restored(reporter, world, cast):
    first = save(world, cast.reporter, "Ett")
    seen = save(world, cast.reporter, "Två").version
    save(world, cast.controller, "Tre")
    posted = {"history": first.history.last().history_id, "version": seen}
    response = reporter.post(entry(world, "entry_restore"), posted)
    assert response.status_code == 409
    assert "Någon har ändrat svaret sedan du öppnade sidan" in text_of(response)
    assert Assessment.objects.get().comment == "<p>Tre</p>"
    assert response.context["answer"].version == 3


@pytest.mark.parametrize("shut", ["approved", "closed"])
def test_nothing_is_restored_in_what_is_shut(reporter, world, cast, shut):
    save(world, cast.reporter, "Ett")
    answer = save(world, cast.reporter, "Två", is_ready=True)
    if shut == "approved":
        answer = approve(assessment=answer, version=answer.version, by=cast.approver)
    else:
        world.round.state = "closed"
        world.round.save()
    assert "Återställ version" not in text_of(reporter.get(entry(world)))
    posted = {"history": answer.history.last().history_id, "version": answer.version}
    assert reporter.post(entry(world, "entry_restore"), posted).status_code == 423
    assert Assessment.objects.get().comment == "<p>Två</p>"


@pytest.mark.parametrize("history", ["", "x", "999999", "-1"])
def test_a_version_that_is_none_is_refused(reporter, world, cast, history):
    answer = save(world, cast.reporter, "Ett")
    response = reporter.post(entry(world, "entry_restore"), {"history": history, "version": answer.version})
    assert response.status_code == 422
    assert "Versionen finns inte" in text_of(response)


def test_a_version_of_another_answer_is_refused(reporter, world, cast):
    answer = save(world, cast.reporter, "Ett")
    other = an_assessment(world.round, world.goals[1], world.ifo, comment="<p>Hemligt</p>")
    posted = {"history": other.history.get().history_id, "version": answer.version}
    assert reporter.post(entry(world, "entry_restore"), posted).status_code == 422
    assert Assessment.objects.get(pk=answer.pk).comment == "<p>Ett</p>"


def test_the_committees_own_is_followed_and_restored_by_the_controller(client, world, cast):
    save(world, cast.controller, "Ett", unit=None)
    own = save(world, cast.controller, "Två", unit=None)
    client.force_login(cast.approver)
    assert "Återställ version" not in text_of(client.get(answer_page(own)))
    posted = {"history": own.history.last().history_id, "version": own.version}
    assert client.post(answer_page(own, "answer_restore"), posted).status_code == 403
    client.force_login(cast.controller)
    assert "Återställ version 1" in text_of(client.get(answer_page(own)))
    client.post(answer_page(own, "answer_restore"), posted)
    own.refresh_from_db()
    assert own.comment == "<p>Ett</p>"


def test_one_of_several_texts_is_read_but_not_restored(client, world, cast):
    save(world, cast.reporter, "Huvudsvaret")
    other = an_assessment(world.round, world.goals[0], world.afi, ref="1-2", comment="<p>Ett</p>")
    other.comment = "<p>Två</p>"
    other.save()
    client.force_login(cast.controller)
    assert "Återställ version" not in text_of(client.get(answer_page(other)))
    posted = {"history": other.history.last().history_id, "version": other.version}
    assert client.post(answer_page(other, "answer_restore"), posted).status_code == 422
    assert set(Assessment.objects.values_list("comment", flat=True)) == {"<p>Huvudsvaret</p>", "<p>Två</p>"}


def test_no_round_shows_an_answer_of_another(client, world, cast):
    answer = save(world, cast.reporter, "Ett")
    other = a_round(world.plan)
    client.force_login(cast.controller)
    address = reverse("reports:answer_history", args=[other.pk, answer.pk])
    assert client.get(address).status_code == 404


def test_the_answers_of_a_round_lead_to_their_history(client, world, cast):
    answer = save(world, cast.reporter, "Ett")
    own = save(world, cast.controller, "Nämndens", unit=None)
    client.force_login(cast.controller)
    page = text_of(client.get(reverse("reports:round_subject", args=[world.round.pk, "goal", world.goals[0].pk])))
    assert f'href="{answer_page(answer)}"' in page
    assert f'href="{answer_page(own)}"' in page


def test_twenty_versions_are_shown_at_a_time_each_against_the_one_before(reporter, world, cast):
    for number in range(25):
        save(world, cast.reporter, f"text {number}")
    pages = [reporter.get(entry(world), {"page": number}).context["versions"] for number in (1, 2)]
    assert [[version.number for version in page] for page in pages] == [
        [*range(25, 5, -1)],
        [5, 4, 3, 2, 1],
    ]
    assert all(len(version.texts) == 1 for version in (*pages[0], *pages[1][:-1]))


@pytest.mark.parametrize("count", [2, 20])
def test_the_number_of_queries_does_not_grow(reporter, world, cast, count, django_assert_num_queries):
    for number in range(count):
        save(world, cast.reporter if number % 2 else cast.controller, f"text {number}")
    reporter.get(entry(world))
    with django_assert_num_queries(10):
        reporter.get(entry(world))


def test_what_the_page_saves_by_itself_is_one_version_until_a_button_is_pressed(reporter, world):
    address = reverse("reports:entry_subject", args=[world.round.pk, world.afi.pk, "goal", world.goals[0].pk])
    for version, (text, *action) in enumerate([("ett",), ("ett, två",), ("ett, två", "save"), ("tre",)]):
        typed = {"status": "achieved", "comment": text, "version": min(version, 2)}
        assert reporter.post(address, typed | ({"action": action[0]} if action else {})).status_code == 302
    kept = Assessment.history.order_by("history_id").values_list("comment", flat=True)
    assert list(kept) == ["<p>ett, två</p>", "<p>tre</p>"]
