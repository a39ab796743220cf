import re
import tomllib
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
