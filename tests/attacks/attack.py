"""What the suite tries: every test here has a number, says what is tried, and what holds against it.

`python -m tests.attacks` writes the table of them all, which `test_table.py` holds equal to `docs/security/attacks.md`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

TABLE = Path("docs/security/attacks.md")
HERE = Path(__file__).parent


@dataclass(frozen=True, order=True)
class Attack:
    number: int
    tried: str
    holds: str


def attack(number: int, tried: str, holds: str) -> Callable:
    def numbered(test: Callable) -> Callable:
        test.attack = Attack(number, tried, holds)
        return test

    return numbered


def all_attacks() -> Iterator[tuple[str, str, list[Attack]]]:
    """Of each file its name, what it says of itself, and what it tries, in the order of numbers."""
    found = []
    for file in HERE.glob("test_*.py"):
        module = import_module(f"tests.attacks.{file.stem}")
        tried = sorted(test.attack for test in vars(module).values() if hasattr(test, "attack"))
        if tried:
            found.append((tried[0].number, file.name, (module.__doc__ or "").splitlines()[0], tried))
    yield from ((name, about, tried) for _number, name, about, tried in sorted(found))


def table() -> str:
    lines = [
        "# What has been tried",
        "",
        "The suite `tests/attacks/` tries all of this each time the tests run. The table is written from it by",
        "`python -m tests.attacks`, and a test fails when they differ. What each boundary is threatened by stands in",
        "[threat-model.md](threat-model.md).",
    ]
    for name, about, tried in all_attacks():
        lines += [
            "",
            f"## {about.rstrip('.')}",
            "",
            f"`tests/attacks/{name}`",
            "",
            "| | tried | what holds |",
            "| --- | --- | --- |",
        ]
        lines += [f"| {each.number} | {each.tried} | {each.holds} |" for each in tried]
    return "\n".join(lines) + "\n"
