# The fast lanes. README has the two commands that need nothing but Python.
.DEFAULT_GOAL := help
.PHONY: help run test lint check bench faults mutants monkey screenshots

PYTHON ?= .venv/bin/python

.venv/bin/python: pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install --quiet -e '.[dev]'
	touch $@

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

run: .venv/bin/python ## open the program
	$(PYTHON) -m callbacktui

test: .venv/bin/python ## every test
	$(PYTHON) -m pytest

lint: .venv/bin/python ## format, lint, types, import contracts, spelling
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PYTHON) -m codespell_lib

check: lint test ## lint and test: what a commit has to pass

bench: .venv/bin/python ## speed, as ratios within one run
	$(PYTHON) -m pytest tests/bench -n 0 -s --override-ini=addopts=-q

# Five hundred kills, seven thousand spoiled files, a hundred thousand records, and what they lost.
faults: .venv/bin/python ## kills, spoiled files, full disks; takes long
	CALLBACKTUI_KILLS=500 CALLBACKTUI_SAVES=600 CALLBACKTUI_FILES=2500 CALLBACKTUI_RECORDS=100000 \
	CALLBACKTUI_EXAMPLES=1000 CALLBACKTUI_EVENINGS=1000 CALLBACKTUI_BYTES=400 CALLBACKTUI_SPOIL_EVERY=1 \
	CALLBACKTUI_TEST_SECONDS=7200 \
	$(PYTHON) -m pytest tests/faults tests/store/test_spoiled.py -n 0 -s --override-ini=addopts=-q

# Each guard of the store taken out by itself: which test sees it.
mutants: .venv/bin/python ## take out each guard of the store and see a test fail
	$(PYTHON) -m tests.faults.mutants

# Four hundred sequences of random keys; one that failed again: CALLBACKTUI_MONKEY=17 make monkey
monkey: .venv/bin/python ## four hundred sequences of random keys, and storms of sizes
	CALLBACKTUI_MONKEYS=400 CALLBACKTUI_SIZES=1 CALLBACKTUI_TEST_SECONDS=7200 \
	$(PYTHON) -m pytest tests/monkey tests/tui/test_sizes.py

screenshots: .venv/bin/python ## the pictures of the README
	$(PYTHON) -m tests.tui.screenshots
