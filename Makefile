# Everything a clone needs, with Python 3.11 or newer, git and make. `make` alone lists the targets.
#
# Settings, each as in `make test PYTHON=python3.12`:
#   PYTHON       the Python that the environment is made with (default: the first fit one below)
#   VENV         the folder of the environment
#   PYTEST_ARGS  more arguments for pytest, such as -x or a file
#   BENCH_ARGS   more arguments for the benchmark, such as --write docs/performance.md
#   CONTEXTS     the labelled contexts for `make bench-citations`, which are not in this repository
#   FUZZ_TIME    how many seconds each target of `make fuzz` is searched
#   FUZZ_TARGET  the one target to search

PYTHON ?=
# Not taken from the shell's environment: `clean` removes it.
VENV := .venv
PYTEST_ARGS ?=
BENCH_ARGS ?=
CONTEXTS ?= $(or $(LAWMAP_SHARED),../shared)/data/citations_in_context.jsonl
FUZZ_TIME ?= 60
FUZZ_TARGET ?=

PYTHONS := $(if $(PYTHON),$(PYTHON),python3.13 python3.12 python3.11 python3)
UV := $(shell command -v uv 2>/dev/null)
# What `python -m venv` needs and Debian ships apart from Python; uv does without.
NEEDS := $(if $(UV),sys,ensurepip)
BIN := $(VENV)/bin
BENCH := build/bench-env
FUZZ := build/fuzz-env

# An environment knows its own path. One that was copied along with the tree would run the code of
# the tree it came from, so its mark is only believed where it was made.
MADE := $(VENV)/.made
ifneq ($(shell cat $(MADE) 2>/dev/null),$(CURDIR))
$(MADE): FORCE
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help env dossiers test test-slow counts lint format types schemas rules schema-check validate law \
	check bench bench-citations bench-validate fuzz lock clean FORCE

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##
## Environment

env: $(VENV)/.installed ## Make the environment in .venv and install lawmap into it

$(MADE):
	@python=; \
	for candidate in $(PYTHONS); do \
	  if "$$candidate" -c 'import sys, $(NEEDS); sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "lawmap needs Python 3.11 or newer with venv and ensurepip; tried: $(PYTHONS)." >&2; \
	  echo "Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
	  exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	if [ -n "$(UV)" ]; then "$(UV)" venv --quiet --clear --python "$$python" "$(VENV)"; \
	else "$$python" -m venv --clear "$(VENV)"; fi
	@printf '%s' "$(CURDIR)" > $@

# First what is locked, then lawmap itself, which brings nothing more.
$(VENV)/.locked: requirements/dev.txt $(MADE)
	@echo "Installing what requirements/dev.txt names"
ifneq ($(UV),)
	@"$(UV)" pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
else
	@$(BIN)/python -m pip install -qq --disable-pip-version-check \
	  --require-hashes -r requirements/dev.txt
endif
	@touch $@

$(VENV)/.installed: pyproject.toml lawmap/__init__.py $(VENV)/.locked
ifneq ($(UV),)
	@"$(UV)" pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps -e .
else
	@$(BIN)/python -m pip install -qq --disable-pip-version-check \
	  --no-build-isolation --no-deps -e .
endif
	@touch $@

##
## Work

dossiers: env ## Write the dossiers of the shipped reports to build/dossiers
	@$(BIN)/lawmap dossier seeds -o build/dossiers
	@echo "Open build/dossiers/index.md"

test: env ## Run the test suite, but for the slow group
	@$(BIN)/python -m pytest -n auto -m "not slow" $(PYTEST_ARGS)

test-slow: env ## Run the slow group: the built wheel and the like
	@$(BIN)/python -m pytest -n auto -m "slow and not counted" $(PYTEST_ARGS)

counts: env ## Count what is tried against hostile input, leaks and kills, and what holds
	@$(BIN)/python -m tests.hostile
	@$(BIN)/python -m tests.masking
	@$(BIN)/python -m tests.faults

lint: env ## Check style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: env ## Bring the code into format and mend what can be mended
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: env ## Check the types
	@$(BIN)/mypy

schemas: env ## Write the JSON Schemas anew from the models
	@$(BIN)/lawmap schema -o schemas

rules: env ## Write the pages on codes of faults anew
	@$(BIN)/lawmap rule -o docs/rules

schema-check: env ## Fail if the JSON Schemas or the pages on codes are not up to date
	@$(BIN)/lawmap schema --check schemas
	@$(BIN)/lawmap rule --check docs/rules

validate: env ## Check the norm pack and the shipped reports
	@$(BIN)/lawmap validate norms seeds
	@$(BIN)/lawmap validate docs/examples/ukraine-criminal-code

law: env ## Run the cases that the norms bring along
	@$(BIN)/lawmap test norms

check: lint types schema-check validate law test test-slow counts ## Everything above that can fail

bench: $(BENCH)/.installed ## Measure lawmap beside others; writes build/benchmarks.json
	@$(BENCH)/bin/python -m benchmarks $(BENCH_ARGS)

bench-validate: $(BENCH)/.installed ## Measure lawmap validate beside other linters
	@$(BENCH)/bin/python -m benchmarks.validation $(BENCH_ARGS)

bench-citations: $(BENCH)/.installed ## Find citations beside other finders, in CONTEXTS
	@$(BENCH)/bin/python -m benchmarks.citations $(CONTEXTS) $(BENCH_ARGS)

# An environment of its own: rule-engine needs an older python-dateutil than the one that is locked
# for lawmap, and nothing that is only measured is to be where lawmap is made and tested.
$(BENCH)/.installed: requirements/bench.txt $(MADE)
	@echo "Installing what requirements/bench.txt names into $(BENCH)"
ifneq ($(UV),)
	@"$(UV)" venv --quiet --clear --python $(BIN)/python "$(BENCH)"
	@"$(UV)" pip install --quiet --python $(BENCH)/bin/python --require-hashes \
	  -r requirements/bench.txt
else
	@$(BIN)/python -m venv --clear "$(BENCH)"
	@$(BENCH)/bin/python -m pip install -qq --disable-pip-version-check \
	  --require-hashes -r requirements/bench.txt
endif
	@touch $@

fuzz: $(FUZZ)/.installed ## Search for inputs that break a promise, FUZZ_TIME seconds a target
	@$(FUZZ)/bin/python -m tests.fuzz --time $(FUZZ_TIME) $(FUZZ_TARGET)

# Where atheris cannot be installed for this Python, what tests need is enough for a blind search.
$(FUZZ)/.installed: requirements/fuzz.txt requirements/dev.txt $(MADE)
	@echo "Installing what requirements/fuzz.txt names into $(FUZZ)"
ifneq ($(UV),)
	@"$(UV)" venv --quiet --clear --python $(BIN)/python "$(FUZZ)"
	@"$(UV)" pip install --quiet --python $(FUZZ)/bin/python --require-hashes \
	  -r requirements/fuzz.txt \
	|| "$(UV)" pip install --quiet --python $(FUZZ)/bin/python --require-hashes \
	  -r requirements/dev.txt
else
	@$(BIN)/python -m venv --clear "$(FUZZ)"
	@$(FUZZ)/bin/python -m pip install -qq --disable-pip-version-check \
	  --require-hashes -r requirements/fuzz.txt \
	|| $(FUZZ)/bin/python -m pip install -qq --disable-pip-version-check \
	  --require-hashes -r requirements/dev.txt
endif
	@touch $@

lock: ## Choose the newest fitting versions and write requirements/ anew (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv on the PATH" >&2; exit 1; }
	@uv pip compile $(LOCK) pyproject.toml -o requirements/runtime.txt
	@uv pip compile $(LOCK) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt
	@uv pip compile $(LOCK) pyproject.toml --group bench -o requirements/bench.txt
	@uv pip compile $(LOCK) pyproject.toml --group fuzz -c requirements/dev.txt -o requirements/fuzz.txt

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean: ## Remove the environment, what was built, and the caches
	@rm -rf "$(VENV)" build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find lawmap tests -name __pycache__ -type d -prune -exec rm -rf {} +

FORCE:
