"""Names in Swedish order."""

from followup.core.alphabet import in_swedish_order


def test_the_last_letters_come_last():
    names = ["Östersund", "Ale", "Älmhult", "åmål", "Ånge", "Zinkgruvan", "Upplands-Bro", "Upplands Väsby"]
    found = sorted(names, key=in_swedish_order)
    assert found == ["Ale", "Upplands-Bro", "Upplands Väsby", "Zinkgruvan", "åmål", "Ånge", "Älmhult", "Östersund"]
