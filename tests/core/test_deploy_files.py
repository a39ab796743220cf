"""What holds for every way of installing, read out of the files that do it. Whether they work is tried elsewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVICES = sorted((ROOT / "deploy/systemd").glob("*.service"))
SHUT = {
    "NoNewPrivileges=true",
    "ProtectSystem=strict",
    "ProtectHome=true",
    "PrivateTmp=true",
    "PrivateDevices=true",
    "CapabilityBoundingSet=",
    "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
    "SystemCallFilter=@system-service",
    "User=uppfoljning",
}


def server_settings(text):
    """What the server is given, but for where it stands and whom it answers to, which is the container's own matter."""
    found = dict(re.findall(r"\b(GRANIAN_\w+)=(\S+)", text))
    return {name: value for name, value in found.items() if name not in {"GRANIAN_HOST", "GRANIAN_LOG_CONFIG"}}


@pytest.mark.parametrize("path", SERVICES, ids=[path.name for path in SERVICES])
def test_a_unit_may_write_only_where_it_must(path):
    assert set(path.read_text().splitlines()) >= SHUT


def test_personal_data_is_let_go_every_night_however_it_is_installed():
    unit, page = ROOT / "deploy/systemd/uppfoljning-tidy.service", ROOT / "docs/install.md"
    for command in ("prune_jobs --days 90", "prune_personal_data"):
        assert f"manage.py {command}\n" in unit.read_text()
        assert f"run --rm manage {command}\n" in page.read_text()


def test_every_container_is_shut_in_and_none_but_the_proxy_has_a_port():
    text = (ROOT / "compose.yaml").read_text()
    services = re.split(r"^  (?=\w+:$)", text.partition("\nservices:\n")[2].partition("\nnetworks:\n")[0], flags=re.M)
    by_name = {each.partition(":")[0]: each for each in services if each.strip()}
    assert by_name.keys() == {"postgres", "migrate", "web", "worker", "manage", "proxy"}
    assert [
        name for name, each in by_name.items() if "<<: *hardened" not in each and "<<: *application" not in each
    ] == []
    assert [name for name, each in by_name.items() if "ports:" in each] == ["proxy"]


def test_the_server_is_set_alike_in_the_image_and_in_its_unit():
    image, unit = (ROOT / name for name in ("Dockerfile", "deploy/systemd/uppfoljning-web.service"))
    assert server_settings(image.read_text()) == server_settings(unit.read_text())


def test_whoever_ends_the_server_waits_longer_than_it_waits_itself():
    patience = int(server_settings((ROOT / "Dockerfile").read_text())["GRANIAN_WORKERS_KILL_TIMEOUT"])
    unit = (ROOT / "deploy/systemd/uppfoljning-web.service").read_text()
    web = (ROOT / "compose.yaml").read_text().partition("\n  web:\n")[2]
    assert int(re.search(r"TimeoutStopSec=(\d+)", unit)[1]) > patience
    assert int(re.search(r"stop_grace_period: (\d+)s", web)[1]) > patience


def test_the_largest_file_that_a_page_takes_gets_through_the_proxy():
    megabytes = int(re.search(r"client_max_body_size (\d+)m;", (ROOT / "deploy/nginx/uppfoljning.conf").read_text())[1])
    taken = re.search(r"MOST_UPLOADED = (\d+) \*", (ROOT / "reports/forms/published_file.py").read_text())
    assert megabytes > int(taken[1])
