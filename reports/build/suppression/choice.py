"""Which figures are hidden: the small ones, and as few others as keep anybody from computing them. Pure."""

from collections.abc import Collection, Sequence, Set

from reports.build.suppression.attack import Attack
from reports.build.suppression.relations import Amounts, Key, Relation


def hidden_keys(
    amounts: Amounts,
    relations: Sequence[Relation],
    sensitive: Collection[Key],
    absent: Collection[Key],
    smallest_count: int,
) -> frozenset[Key]:
    """`sensitive` and those whose amount is unknown, and others until no sensitive one is within `smallest_count`.

    `absent` stand nowhere and are not known to a reader, sensitive or not. It ends, since with every figure of a
    relation hidden nothing holds them back: any multiple of them would do as well.
    """
    unknown = {key for key, amount in amounts.items() if amount is None}
    hidden = {*sensitive, *unknown, *absent}
    guarded = {*sensitive, *unknown}
    _hide_in_each_sum(amounts, relations, hidden, guarded, smallest_count)
    left = sorted(guarded)
    while left:
        attack = Attack(amounts, relations, hidden)
        left = [key for key in left if attack.range_of(key, smallest_count).is_narrower_than(smallest_count)]
        if not left or hidden >= amounts.keys():
            break
        for key in left:
            hidden.update(_further(amounts, relations, hidden, key) or amounts)
        _hide_in_each_sum(amounts, relations, hidden, guarded, smallest_count)
    return frozenset(hidden - set(absent))


def _hide_in_each_sum(
    amounts: Amounts, relations: Sequence[Relation], hidden: set[Key], guarded: Set[Key], smallest_count: int
) -> None:
    """What any reader sees at once: a sum with one hidden figure, or whose hidden parts are together too few."""
    is_settled = False
    while not is_settled:
        is_settled = True
        for relation in relations:
            while _gives_away(amounts, relation, hidden, guarded, smallest_count):
                hidden.add(_smallest(amounts, [relation], hidden))
                is_settled = False


def _gives_away(
    amounts: Amounts, relation: Relation, hidden: Collection[Key], guarded: Set[Key], smallest_count: int
) -> bool:
    gone = [key for key in relation.keys if key in hidden]
    if not gone or len(gone) == len(relation.keys):
        return False
    if len(gone) == 1 and not relation.has_rest:
        return True
    if relation.total in hidden or guarded.isdisjoint(gone):
        return False
    shown = sum(amounts[key] or 0 for key in relation.parts if key not in hidden)
    return (amounts[relation.total] or 0) - shown < smallest_count


def _smallest(amounts: Amounts, relations: Sequence[Relation], hidden: Collection[Key]) -> Key:
    """Of what the sums show: the smallest part that somebody is in, a part of none before the total."""
    shown = {key: key == relation.total for relation in relations for key in relation.keys if key not in hidden}
    return min(shown, key=lambda key: (shown[key], not amounts[key], amounts[key] or 0, key))


def _further(amounts: Amounts, relations: Sequence[Relation], hidden: Collection[Key], about: Key) -> list[Key]:
    """One of those shown beside it, or else beside what it hangs together with; none where nothing is shown."""
    near = [relation for relation in relations if about in relation.keys]
    reached = {about}
    while near:
        if any(key not in hidden for relation in near for key in relation.keys):
            return [_smallest(amounts, near, hidden)]
        beside = {key for relation in near for key in relation.keys} - reached
        reached |= beside
        near = [relation for relation in relations if not beside.isdisjoint(relation.keys)]
    return []
