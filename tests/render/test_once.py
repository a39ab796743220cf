import gc
import weakref

import pytest

from followup.core.collecting import collected_afterwards
from reports.render.once import once_a_document
from tests.render.example import example_document


@pytest.fixture
def asked():
    return []


@pytest.fixture
def render(asked):
    def made(document):
        asked.append(document.title)
        return document.title.encode()

    return once_a_document(made)


def test_the_same_document_is_rendered_once(render, asked):
    document = example_document(title="Ett")
    assert [render(document), render(document)] == [b"Ett", b"Ett"]
    assert asked == ["Ett"]


def test_another_document_is_not_taken_for_the_same_even_when_it_is_equal(render, asked):
    one, other = example_document(title="Ett"), example_document(title="Ett")
    assert render(one) == render(other)
    assert asked == ["Ett", "Ett"]


def test_nothing_is_kept_of_a_document_that_is_gone(render, asked):
    document = example_document(title="Ett")
    render(document)
    gone = weakref.ref(document)
    del document
    assert gone() is None
    render(example_document(title="Två"))
    assert asked == ["Ett", "Två"]


def fail():
    assert not gc.isenabled()
    raise ValueError("x")


def test_unused_objects_are_looked_for_again_after_a_layout_even_one_that_fails():
    with pytest.raises(ValueError, match="x"):
        collected_afterwards()(fail)()
    assert gc.isenabled()
