# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

BIN := .venv/bin
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet
AT_ONCE := --numprocesses auto --maxprocesses 4 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check format types imports licences reuse bench lock clean

help: ## tell what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | awk -F '\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

setup: ## make .venv from the locked requirements; does nothing when it is up to date
	@sh tools/python tools/prepare.py

setup-dev: ## the same, with the tools that test and check
	@sh tools/python tools/prepare.py dev

run: setup ## make the example country, plan it and serve it on this machine
	@$(BIN)/luwte demo $(ARGS)

test: setup-dev ## run the whole test suite, on SQLite always, on PostgreSQL and in Chromium where they are
	@$(BIN)/python tools/postgresql.py $(BIN)/python -m pytest $(AT_ONCE) $(ARGS)

check: format types imports licences reuse test ## everything that must be green before a change lands

format: setup-dev ## form and common mistakes
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: setup-dev ## types, strictly
	@$(BIN)/mypy

imports: setup-dev ## the direction of imports
	@$(BIN)/lint-imports --no-logo --no-cache

licences: setup-dev ## licences of everything that Luwte runs on
	@$(BIN)/pip-licenses --packages $$(sed -n 's/^\([a-zA-Z0-9._-]*\)==.*/\1/p' requirements/run.txt) > /dev/null

reuse: setup-dev ## licence and copyright of every file
	@REUSE_ENCODING_MODULE=charset_normalizer $(BIN)/reuse lint --lines

bench: setup-dev .venv/peers ## measure, paired with the peers, and write benchmarks/RESULTS.md
	@$(BIN)/python -m benchmarks $(ARGS)

.venv/peers: requirements/bench.txt
	@$(BIN)/python -m venv --clear $@
	@$@/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

lock: setup-dev ## lock the newest versions that pyproject.toml allows
	@$(LOCK) --upgrade pyproject.toml --group build -o requirements/run.txt
	@$(LOCK) --upgrade pyproject.toml --group build --group dev -c requirements/run.txt -o requirements/dev.txt
	@$(LOCK) --upgrade --group bench -o requirements/bench.txt
	@$(LOCK) --upgrade --group node -o requirements/node.txt

clean: ## remove what was made; data in var/ stays
	@rm -rf .venv node_modules build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@rm -rf src/luwte/words/locale
