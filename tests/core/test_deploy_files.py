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


def services():
    """What compose.yaml says of each service, by its name."""
    text = (ROOT / "compose.yaml").read_text().partition("\nservices:\n")[2].partition("\nnetworks:\n")[0]
    return {each.partition(":")[0]: each for each in re.split(r"^  (?=\w+:$)", text, flags=re.M) if each.strip()}


def commands_in(text):
    return re.findall(r"python manage\.py (.+)$", text, re.M)


def test_what_is_over_is_let_go_every_night_however_it_is_installed():
    unit = commands_in((ROOT / "deploy/systemd/uppfoljning-tidy.service").read_text())
    assert unit == ["prune_jobs --days 90", "prune_personal_data", "prune_files"]
    assert commands_in(services()["tidy"]) == unit
    known = {path.stem for path in (ROOT / "reports/management/commands").glob("prune_*.py")}
    assert {command.split()[0] for command in unit} == known


def test_database_and_files_are_copied_every_night_however_it_is_installed():
    unit = commands_in((ROOT / "deploy/systemd/uppfoljning-backup.service").read_text())
    assert unit == ["backup /var/backups/uppfoljning --keep 14"]
    assert commands_in(services()["backup"]) == unit


@pytest.mark.parametrize("name", ["backup", "tidy"])
def test_the_page_says_how_each_is_started(name):
    page = (ROOT / "docs/install.md").read_text()
    assert f"docker compose run --rm -T {name}\n" in page
    assert re.search(rf"systemctl enable --now .*uppfoljning-{name}\.timer", page)


def test_one_service_builds_the_image_and_no_registry_is_asked_for_it():
    shared = (ROOT / "compose.yaml").read_text().partition("\nservices:\n")[0]
    assert "build:" not in shared
    assert "pull_policy: never" in shared
    assert [name for name, each in services().items() if "build:" in each] == ["migrate"]


def test_no_certificates_key_gets_into_the_image_or_into_the_source():
    assert "deploy/tls" in (ROOT / ".dockerignore").read_text().splitlines()
    assert {"/deploy/tls/", "/.env"} <= set((ROOT / ".gitignore").read_text().splitlines())


def test_every_container_is_shut_in_and_none_but_the_proxy_has_a_port():
    by_name = services()
    assert by_name.keys() == {"postgres", "migrate", "web", "worker", "manage", "backup", "tidy", "proxy"}
    assert [
        name for name, each in by_name.items() if "<<: *hardened" not in each and "<<: *application" not in each
    ] == []
    assert [name for name, each in by_name.items() if "ports:" in each] == ["proxy"]


def test_whether_it_is_well_is_asked_only_of_what_answers():
    """A check in the image would be every worker's too, and `up --wait` fails where one is shut off."""
    assert "HEALTHCHECK" not in (ROOT / "Dockerfile").read_text()
    assert [name for name, each in services().items() if "healthcheck:" in each] == ["postgres", "web"]


def test_the_page_has_the_database_migrated_before_the_containers_are_replaced():
    upgrade = (ROOT / "docs/install.md").read_text().partition("\n## Upgrading\n")[2].partition("\nOn Debian:\n")[0]
    steps = re.findall(r"^    docker compose (.+?)(?: +#.*)?$", upgrade, re.M)
    migrate = steps.index("run --rm migrate")
    assert steps.index("build") < migrate < steps.index("up --detach --wait --no-deps web worker")


def test_the_server_is_set_alike_in_the_image_and_in_its_unit():
    image, unit = (ROOT / name for name in ("Dockerfile", "deploy/systemd/uppfoljning-web.service"))
    assert server_settings(image.read_text()) == server_settings(unit.read_text())


def test_whoever_ends_the_server_waits_longer_than_it_waits_itself():
    patience = int(server_settings((ROOT / "Dockerfile").read_text())["GRANIAN_WORKERS_KILL_TIMEOUT"])
    unit = (ROOT / "deploy/systemd/uppfoljning-web.service").read_text()
    web = (ROOT / "compose.yaml").read_text().partition("\n  web:\n")[2]
    assert int(re.search(r"TimeoutStopSec=(\d+)", unit)[1]) > patience
    assert int(re.search(r"stop_grace_period: (\d+)s", web)[1]) > patience


def nginx(name):
    return re.search(rf"^{name} (.+);$", (ROOT / "deploy/nginx/uppfoljning.conf").read_text(), re.M)[1]


def test_the_largest_file_that_a_page_takes_gets_through_the_proxy():
    taken = re.search(r"MOST_UPLOADED = (\d+) \*", (ROOT / "reports/forms/published_file.py").read_text())
    assert int(nginx("client_max_body_size").removesuffix("m")) > int(taken[1])


def test_a_slow_sender_waits_at_the_proxy_and_never_holds_the_application():
    assert nginx("proxy_request_buffering") == "on"
    assert 0 < int(nginx("client_body_timeout").removesuffix("s")) <= 60


def test_the_bounds_that_are_asked_of_a_proxy_are_those_of_the_one_that_is_shipped():
    asked = " ".join((ROOT / "SECURITY.md").read_text().split())
    assert f"headers ({nginx('large_client_header_buffers').split()[1].removesuffix('k')} kB a line)" in asked
    assert f"bodies ({nginx('client_max_body_size').removesuffix('m')} MB:" in asked
    assert f"how long headers may take ({nginx('client_header_timeout').removesuffix('s')} s)" in asked
    assert f"two pieces of a body ({nginx('client_body_timeout').removesuffix('s')} s)" in asked
