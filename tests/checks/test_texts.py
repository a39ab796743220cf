"""The texts that the checks read are worked out once, however many checks ask."""

from reports.checks.claims.passages import read_texts
from reports.checks.texts import plan_texts_of, texts_of
from tests.checks.scopes import a_scope
from tests.reports.facts import a_goal_fact, an_answer


def a_scope_with_a_comment(comment):
    return a_scope(goals=(a_goal_fact(1),), assessments=(an_answer(1, 1, comment=f"<p>{comment}</p>"),))


def test_every_check_of_a_report_is_given_the_same_texts():
    scope = a_scope_with_a_comment("Två nya. Tre gamla.")
    assert [text.plain for text in texts_of(scope) if text.answer] == ["Två nya. Tre gamla."]
    assert texts_of(scope) is texts_of(scope)
    assert plan_texts_of(scope) is plan_texts_of(scope)
    ((_text, passages),) = [each for each in read_texts(scope) if each[0].answer]
    assert [passage.text for passage in passages] == ["Två nya.", "Tre gamla."]


def test_another_report_has_its_own():
    one, other = a_scope_with_a_comment("Ett."), a_scope_with_a_comment("Annat.")
    assert "Ett." in [text.plain for text in texts_of(one)]
    assert "Ett." not in [text.plain for text in texts_of(other)]
