"""The command line that other programs use: what it prints, where faults go, and how it exits."""

import json
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import call_command

from reports.models import Publication
from tests.builders import a_report, a_section, an_assessment


@pytest.fixture
def report(world):
    for goal, unit in ((0, world.afi), (0, world.ifo), (1, world.afi), (1, world.ifo), (2, world.afi)):
        an_assessment(world.round, world.goals[goal], unit, status="achieved", comment="<p>Bra.</p>", state="approved")
    report = a_report(world.round, slug="delar-2017", title="Delår 2017")
    a_section(report, kind="goal_table", title="Måluppföljning")
    return report


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


REPORT = ("socialnamnden", "delar-2017")


def test_reports_are_listed_with_their_state(report):
    assert run("list_reports") == (0, ["socialnamnden delar-2017 draft Delår 2017"], [])
    assert run("publish_report", *REPORT, "--internal", "--ignore-warnings")[0] == 0
    assert run("list_reports")[1] == ["socialnamnden delar-2017 members Delår 2017"]
    assert run("publish_report", *REPORT)[0] == 0
    assert run("list_reports")[1] == ["socialnamnden delar-2017 public Delår 2017"]


def test_publishing_stops_at_warnings_unless_they_are_ignored(report):
    report.round.assessments.first().delete()
    code, out, err = run("publish_report", *REPORT)
    assert (code, out, err) == (1, [], ["AFI har inte svarat på mål 1."])
    assert not Publication.objects.exists()
    assert run("publish_report", *REPORT, "--ignore-warnings")[0] == 0
    assert Publication.objects.get().published_by_name == "kommandoraden"


@pytest.mark.parametrize(
    ("format", "begins"), [("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")]
)
def test_a_draft_and_a_published_report_are_exported(report, tmp_path, format, begins):
    path = tmp_path / f"rapport.{format}"
    assert run("export_report", *REPORT, "--format", format, "-o", str(path)) == (0, [], [])
    assert path.read_bytes().startswith(begins)
    run("publish_report", *REPORT)
    run("export_report", *REPORT, "--format", format, "-o", str(path))
    assert path.read_bytes() == Publication.objects.get().files.get(format=format).read()


@pytest.mark.parametrize("command", ["export_report", "publish_report", "check_report"])
def test_an_unknown_report_is_one_line_and_exit_1(report, tmp_path, command):
    extra = ["--format", "html", "-o", str(tmp_path / "x")] if command == "export_report" else []
    code, out, err = run(command, "socialnamnden", "finns-inte", *extra)
    assert (code, out, len(err)) == (1, [], 1)
    assert "finns inte" in err[0]


def test_a_file_that_cannot_be_written_is_one_line_and_exit_1(report, tmp_path):
    code, _, err = run("export_report", *REPORT, "--format", "json", "-o", str(tmp_path / "finns" / "inte.json"))
    assert (code, len(err)) == (1, 1)


@pytest.mark.parametrize(
    "words",
    [
        ("export_report", *REPORT, "--format", "docx", "-o", "x"),
        ("export_report", *REPORT, "--format", "pdf"),
        ("publish_report", "socialnamnden"),
        ("check_report", *REPORT, "--okand"),
    ],
)
def test_a_command_line_that_cannot_be_read_is_one_line_and_exit_1(report, capsys, words):
    code, out, _ = run(*words)
    err = capsys.readouterr().err.splitlines()
    assert (code, out, len(err)) == (1, [], 1)
    assert err[0].startswith("Kommandoraden kan inte läsas")


def test_a_database_that_is_not_there_is_one_line_and_exit_1(tmp_path):
    surroundings = {"PATH": "/usr/bin", "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "list_reports"]
    found = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout, len(found.stderr.splitlines())) == (1, "", 1)
    assert "migrate" in found.stderr


def test_the_checks_are_told_as_text_and_as_json(report):
    report.round.assessments.first().delete()
    assert "warning: Mål 1, AFI: AFI har inte svarat på mål 1." in run("check_report", *REPORT)[1]
    code, out, _ = run("check_report", *REPORT, "--format", "json")
    findings = json.loads("\n".join(out))["findings"]
    assert code == 0
    assert {
        "rule": "missing_answer",
        "severity": "warning",
        "where": "Mål 1, AFI",
        "message": "AFI har inte svarat på mål 1.",
    } in findings


def test_a_fault_of_our_own_is_one_line_and_its_traceback_is_there_for_who_asks(report, monkeypatch):
    def broken(_report):
        raise KeyError("avsnitt")

    monkeypatch.setattr("reports.management.commands.check_report.findings_for", broken)
    assert run("check_report", *REPORT) == (
        1,
        [],
        ["Ett oväntat fel uppstod: KeyError('avsnitt'). Visa var med --traceback."],
    )
    with pytest.raises(KeyError):
        call_command("check_report", *REPORT, traceback=True)
