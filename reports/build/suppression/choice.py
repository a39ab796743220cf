"""Which figures are hidden: the small ones, and as few others as keep anybody from computing them. Pure."""

from collections.abc import Collection, Sequence

from reports.build.suppression.attack import equations, range_of
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
    guarded = sorted({*sensitive, *unknown})
    for key in guarded:
        while range_of(key, equations(amounts, relations, hidden, key)).is_narrower_than(smallest_count):
            further = _further(amounts, relations, hidden, key)
            if further is None:
                break
            hidden.add(further)
    if any(
        range_of(key, equations(amounts, relations, hidden, key)).is_narrower_than(smallest_count) for key in guarded
    ):
        hidden.update(amounts)
    return frozenset(hidden - set(absent))


def _further(amounts: Amounts, relations: Sequence[Relation], hidden: Collection[Key], about: Key) -> Key | None:
    """Of what is shown beside it, or else beside what it hangs together with: the smallest part that somebody is in."""
    near = [relation for relation in relations if about in relation.keys]
    reached = {about}
    while near:
        shown = {key: key == relation.total for relation in near for key in relation.keys if key not in hidden}
        if shown:
            return min(shown, key=lambda key: (shown[key], not amounts[key], amounts[key] or 0, key))
        beside = {key for relation in near for key in relation.keys} - reached
        reached |= beside
        near = [relation for relation in relations if not beside.isdisjoint(relation.keys)]
    return None
