"""The staircase of docs/architecture.md: a module imports only from its own step and those above it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

STEPS = [
    ("followup.core",),
    ("followup.accounts",),
    ("goals",),
    ("indicators",),
    (
        "reports.apps",
        "reports.asked",
        "reports.choices",
        "reports.querysets",
        "reports.models",
        "reports.migrations",
        "reports.subjects",
    ),
    ("reports.attached", "reports.plan_book"),
    ("reports.build",),
    ("reports.checks",),
    ("reports.render",),
    ("reports.published", "reports.sealed", "reports.standby"),
    ("reports.open_data",),
    ("reports.commands",),
    (
        "reports.access",
        "reports.admin",
        "reports.bench_data",
        "reports.demo",
        "reports.forms",
        "reports.management",
        "reports.round_periods",
        "reports.urls",
        "reports.views",
    ),
]
ABOVE_ALL = ("followup.settings", "followup.urls", "followup.wsgi", "followup.environment")
OWN = ("followup", "goals", "indicators", "reports")


def modules():
    for package in OWN:
        for path in sorted((ROOT / package).rglob("*.py")):
            dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield dotted.removesuffix(".__init__"), path


def step_of(module):
    """The step with the longest name that the module is, or lies in; None for packages that are only folders."""
    found = [
        (len(name), number)
        for number, names in enumerate(STEPS)
        for name in names
        if module == name or module.startswith(f"{name}.")
    ]
    return max(found)[1] if found else None


def imports_of(module, path):
    """Every module that the file imports, inside functions too; `from a import b` counts as `a.b` where that is one."""
    known = {name for name, _ in modules()}
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base


def upward_imports(module, path):
    here = step_of(module)
    for imported in imports_of(module, path):
        if imported.split(".")[0] not in OWN:
            continue
        if imported.startswith(ABOVE_ALL):
            if not module.startswith(ABOVE_ALL):
                yield imported
            continue
        there = step_of(imported)
        if here is not None and there is not None and there > here:
            yield imported


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=[name for name, _ in modules()])
def test_no_module_imports_from_a_step_below_it(module, path):
    if module.startswith(ABOVE_ALL) or step_of(module) is None:
        assert module.startswith(ABOVE_ALL) or path.name == "__init__.py", f"{module} stands on no step"
        return
    assert list(upward_imports(module, path)) == []


def test_nothing_stands_on_two_steps():
    names = [name for step in STEPS for name in step]
    assert sorted(names) == sorted(set(names))


def test_the_documentation_tells_the_same_steps_in_the_same_order():
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", (ROOT / "docs/architecture.md").read_text(), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, len(STEPS) + 1))
    told = [re.sub(r"`\.", "`reports.", modules) for _, modules in rows]
    assert [set(re.findall(r"`([\w.]+)`", modules)) for modules in told] == [set(step) for step in STEPS]


def test_an_upward_import_inside_a_function_is_found(tmp_path):
    path = tmp_path / "sinner.py"
    path.write_text("def f():\n    from reports.commands.publishing import publish\n    return publish\n")
    assert list(upward_imports("goals.sinner", path)) == ["reports.commands.publishing"]


def test_importing_settings_is_found(tmp_path):
    path = tmp_path / "sinner.py"
    path.write_text("from followup import settings\n")
    assert list(upward_imports("goals.sinner", path)) == ["followup.settings"]


def test_the_renderers_know_no_database():
    for module, path in modules():
        if module.startswith("reports.render"):
            imported = list(imports_of(module, path))
            assert not [name for name in imported if ".models" in name or name.startswith("django.db")], module
