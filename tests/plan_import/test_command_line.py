"""The command line that other programs import, list and export plans with."""

import os
import subprocess
import sys
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from openpyxl import Workbook, load_workbook

from followup.core.models import AuditEvent
from goals.models import Goal, Plan

PLAN = [
    ("Kommun", "Testköping"),
    ("Nämnd", "Socialnämnden"),
    ("Plan", "Plan\n2022"),
    ("Startår", 2022),
    ("Slutår", 2022),
]
LEVELS = [("Nivå", "Ordning", "Bedöms av"), ("Mål", 1, "båda")]
GOALS = [("Id", "Nivå", "Namn"), ("m1", "Mål", "Trygghet"), ("m2", "Mål", "Kvalitet")]
SLUGS = ("testkoping-socialnamnden", "plan-2022")


def run(*words):
    """Exit code, lines on stdout, lines on stderr."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*words, stdout=out, stderr=err, no_color=True)
    except SystemExit as leaving:
        code = leaving.code
    else:
        code = 0
    return code, out.getvalue().splitlines(), err.getvalue().splitlines()


def a_workbook(path, **sheets):
    workbook = Workbook(write_only=True)
    for name, rows in ({"Plan": [("Fält", "Värde"), *PLAN], "Nivåer": LEVELS, "Mål": GOALS} | sheets).items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return str(path)


@pytest.fixture
def book(tmp_path):
    return a_workbook(tmp_path / "bok.xlsx")


IMPORTED = [
    "Plan: 1 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Enheter: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Nivåer: 1 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Mål: 2 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Indikatorer: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Målvärden: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Utfall: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Uppföljningar: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Uppdrag: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Bedömningar: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Rapporter: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Avsnitt: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Tabeller: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "Bilagor: 0 nya, 0 ändrade, 0 oförändrade, 0 borttagna",
    "plan: testkoping-socialnamnden plan-2022",
]


def test_an_import_says_what_each_sheet_came_to_and_last_which_plan(db, book):
    assert run("import_plan", book) == (0, IMPORTED, [])
    code, out, _ = run("import_plan", book)
    assert (code, out[3]) == (0, "Mål: 0 nya, 0 ändrade, 2 oförändrade, 0 borttagna")
    assert AuditEvent.objects.filter(action="imported").first().actor_name == "kommandoraden"


def test_a_dry_run_says_the_same_and_writes_nothing(db, book):
    assert run("import_plan", book, "--dry-run") == (0, IMPORTED, [])
    assert not Plan.objects.exists()


def test_warnings_stand_before_the_plan(db, tmp_path):
    book = a_workbook(tmp_path / "bok.xlsx", Anteckningar=[("Fritt", "Prat")])
    out = run("import_plan", book)[1]
    assert out[-2].startswith("Varning: ")
    assert "Anteckningar" in out[-2]
    assert out[-1].startswith("plan: ")


def test_plans_are_listed_one_line_each_whatever_stands_in_the_title(db, book):
    run("import_plan", book)
    Plan.objects.update(title="Plan\nför 2022")
    assert run("list_plans") == (0, ["testkoping-socialnamnden plan-2022 Plan för 2022"], [])


def test_every_fault_is_a_line_and_nothing_is_written(db, tmp_path):
    goals = [*GOALS, ("m3", "Finns inte", "Namn"), ("m4", "Mål", "")]
    code, out, err = run("import_plan", a_workbook(tmp_path / "bok.xlsx", Mål=goals))
    assert (code, out, len(err)) == (1, [], 2)
    assert sorted(line.split(":")[0] for line in err) == ["Mål!B4", "Mål!C5"]
    assert not Plan.objects.exists()


def test_a_row_that_cannot_be_removed_is_a_fault_with_its_cell(db, tmp_path, book):
    run("import_plan", book)
    levels = [("Nivå", "Ordning", "Bedöms av", "Ta bort"), ("Mål", 1, "båda", "ja")]
    code, _, err = run("import_plan", a_workbook(tmp_path / "bort.xlsx", Nivåer=levels, Mål=[("Id", "Namn")]))
    assert code == 1
    assert err == ["Nivåer!D2: ”Mål” kan inte tas bort, för det finns 2 mål som hör dit."]
    assert Goal.objects.count() == 2


@pytest.mark.parametrize("name", ["finns-inte.xlsx", "", "text.txt", "tom.xlsx"])
def test_a_file_that_is_no_workbook_is_one_line_and_exit_1(db, tmp_path, name):
    (tmp_path / "text.txt").write_text("Kommun;Nämnd")
    (tmp_path / "tom.xlsx").write_bytes(b"")
    code, out, err = run("import_plan", str(tmp_path / name))
    assert (code, out, len(err)) == (1, [], 1)


def test_an_unknown_plan_is_one_line_and_exit_1(db, tmp_path):
    code, out, err = run("export_plan", "finns", "inte", "-o", str(tmp_path / "x.xlsx"))
    assert (code, out, len(err)) == (1, [], 1)
    assert "finns inte" in err[0]


def test_a_plan_is_exported_and_read_in_again_without_a_change(db, tmp_path, book):
    run("import_plan", book)
    path = tmp_path / "ut.xlsx"
    assert run("export_plan", *SLUGS, "-o", str(path)) == (0, [], [])
    assert {"Plan", "Mål", "Bilagor"} <= set(load_workbook(path, read_only=True).sheetnames)
    code, out, err = run("import_plan", str(path))
    assert (code, err) == (0, [])
    assert all("0 nya, 0 ändrade" in line and line.endswith("0 borttagna") for line in out[:-1])


def test_a_place_that_cannot_be_written_is_one_line_and_exit_1(db, tmp_path, book):
    run("import_plan", book)
    code, out, err = run("export_plan", *SLUGS, "-o", str(tmp_path / "finns" / "inte.xlsx"))
    assert (code, out, len(err)) == (1, [], 1)
    assert err[0].endswith("kan inte skrivas: den finns inte, eller mappen finns inte.")
    assert run("export_plan", *SLUGS, "-o", str(tmp_path))[2][0].endswith("kan inte skrivas: det är en mapp.")


@pytest.mark.parametrize("words", [("import_plan",), ("export_plan", "a"), ("list_plans", "--okand")])
def test_a_command_line_that_cannot_be_read_is_one_line_and_exit_1(db, capsys, words):
    code, out, _ = run(*words)
    assert (code, out, len(capsys.readouterr().err.splitlines())) == (1, [], 1)


def test_a_database_that_is_not_there_is_one_line_and_exit_1(tmp_path, book):
    surroundings = os.environ | {"VAR_DIR": str(tmp_path), "DATABASE_URL": ""}
    found = subprocess.run(
        [sys.executable, "manage.py", "import_plan", book],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stdout, len(found.stderr.splitlines())) == (1, "", 1)
    assert "migrate" in found.stderr


def test_a_terminal_without_swedish_letters_gets_them_escaped():
    found = subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", "print('Mål')"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.splitlines()[-1] == r"M\xe5l"


def test_dates_and_numbers_of_the_workbook_are_kept(db, tmp_path):
    book = a_workbook(
        tmp_path / "bok.xlsx",
        Indikatorer=[("Id", "Namn", "Typ", "Måttenhet"), (1, "Andel", "indikator", "%")],
        Utfall=[("Indikator", "Period", "Värde"), ("1", 2022, "81,2 %"), (1, "2021", 79.5)],
        Uppföljningar=[("Id", "Titel", "Typ", "Avser"), ("u1", "Delår", "Delår", date(2022, 8, 31))],
    )
    assert run("import_plan", book)[0] == 0
    plan = Plan.objects.get()
    assert plan.rounds.get().as_of == date(2022, 8, 31)
    values = plan.measurements.in_series_order().values_list("period", "value")
    assert [(period, float(value)) for period, value in values] == [("2021", 79.5), ("2022", 81.2)]
