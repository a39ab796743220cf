import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
SECTIONS = {
    "To run": PROJECT["dependencies"],
    "To keep files in S3": EXTRAS["s3"],
    "To build": EXTRAS["build"],
    "To test": EXTRAS["dev"],
}


def names_of(requirements):
    return {re.match(r"[\w-]+", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_dependency_has_a_reason_and_every_reason_a_dependency(heading):
    text = (ROOT / "docs/dependencies.md").read_text()
    section = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = dict(re.findall(r"^\| `([\w-]+)` \|[^|]+\| (.*?) *\|$", section, re.MULTILINE))
    assert rows.keys() == names_of(SECTIONS[heading])
    assert all(rows.values())


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements.lock", SECTIONS["To run"] + SECTIONS["To build"]),
        ("requirements-s3.lock", SECTIONS["To run"] + SECTIONS["To keep files in S3"] + SECTIONS["To build"]),
        ("requirements-dev.lock", [requirement for section in SECTIONS.values() for requirement in section]),
    ],
)
def test_the_lock_files_hold_every_dependency_with_hashes_and_no_address(lock, requirements):
    text = (ROOT / lock).read_text()
    entries = re.findall(r"^([\w-]+)==\S+.*?\\\n    --hash=sha256:", text, re.MULTILINE)
    assert set(entries) >= names_of(requirements)
    assert len(entries) == len(re.findall(r"^\S", text, re.MULTILINE))
    assert "://" not in text


def test_what_runs_is_tested_in_the_same_version():
    versions = [
        dict(re.findall(r"^([\w-]+)==(\S+)", (ROOT / f"{lock}.lock").read_text(), re.MULTILINE))
        for lock in ("requirements", "requirements-s3", "requirements-dev")
    ]
    assert versions[2].items() >= versions[1].items() >= versions[0].items()


def locked(lock):
    return set(re.findall(r"^([\w-]+)==", (ROOT / lock).read_text(), re.MULTILINE))


def listed(heading):
    text = (ROOT / "docs/dependencies.md").read_text().split(f"## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `([\w-]+)` \| ([^|]+) \|", text, re.MULTILINE))


def test_everything_that_is_installed_has_its_licence_listed():
    direct = listed("To run") | listed("To keep files in S3") | listed("To build")
    in_turn = listed("What those need in turn")
    assert direct.keys() | in_turn.keys() == locked("requirements-s3.lock")
    assert not direct.keys() & in_turn.keys()
    for name, licence in (direct | in_turn).items():
        try:
            said = metadata(name)
        except PackageNotFoundError:
            continue  # for another system than this
        words = " ".join([str(said["License-Expression"]), str(said["License"]), *(said.get_all("Classifier") or [])])
        family = re.match("[A-Z]+", licence.replace("Apache", "APACHE"))[0]
        assert family in words.upper().replace("SIL OPEN FONT", "OFL").replace("PYTHON SOFTWARE", "PSF"), (
            name,
            licence,
        )


def test_the_bill_of_materials_holds_every_package_with_its_version_and_licence(tmp_path):
    file = tmp_path / "bill.json"
    arguments = ("environment", "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "-o", str(file))
    subprocess.run(
        [Path(sys.executable).with_name("cyclonedx-py"), *arguments, sys.executable], check=True, cwd=tmp_path
    )
    found = {re.sub("[-_.]+", "-", part["name"]).lower(): part for part in json.loads(file.read_text())["components"]}
    versions = dict(re.findall(r"^([\w-]+)==(\S+) \\$", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    assert versions
    assert {name: found[name]["version"] for name in versions} == versions
    assert [name for name in versions if not found[name].get("licenses")] == []
