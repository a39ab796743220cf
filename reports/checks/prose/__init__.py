"""Swedish prose as the checks read it: lines, sentences, and the quantities in them with unit and position. Pure."""

from reports.checks.prose.quantities import Quantity, quantities_in
from reports.checks.prose.sentences import Sentence, lines_of, sentences_in

__all__ = ["Quantity", "Sentence", "lines_of", "quantities_in", "sentences_in"]
