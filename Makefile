SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint format bench crash lock audit bom clean

# Only from make's own command line: a PORT or PYTHON that the shell happens to have is not meant for us.
PORT = 8000
PYTHON =
UPGRADE =
export PORT PYTHON UPGRADE

help: ## this list
	@grep -E '^[a-z]+: .*##' Makefile | sed -E 's/^([a-z]+):[^#]*## */  make \1\t/' | expand -t 16

demo: ## set up, load and serve the demo on http://127.0.0.1:8000 (PORT=… for another port)
	@exec .ci/demo

test: ## everything that must hold: lint, types, migrations, deploy check, SQLite, PostgreSQL, browser, installation, kills
	@exec .ci/test

lint: ## ruff check, ruff format --check, mypy
	@exec .ci/lint

format: ## format the code and sort its imports
	@.ci/venv dev
	@.venv/bin/ruff check --quiet --select I --fix .
	@.venv/bin/ruff format .

bench: ## measure every promise of docs/performance.md, and write down what was found
	@exec .ci/bench

crash: ## kill web, worker and database, fill the disk, take the database away: what is lost
	@exec .ci/crash

lock: ## resolve the locked versions anew (UPGRADE=1 for the newest)
	@exec .ci/lock

audit: ## ask about known faults in the locked packages (needs the network)
	@exec .ci/audit

bom: ## write the bill of materials of what runs, build/uppfoljning.cdx.json
	@exec .ci/bill-of-materials

clean: ## remove caches and test output; .venv and what was entered in var/ stay
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis build ./*.egg-info var/test var/lock-venv
	@find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
