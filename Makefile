# From a fresh checkout: `make run` or `make test`. Plain `make` lists everything.
PORT ?= 8501
PYTEST ?=

PY := .venv/bin/python
# A stamp carries the hash of what was installed, so changed requirements install again and others don't.
RUNTIME := .venv/runtime-$(shell cat requirements.txt | sha256sum | cut -c1-16)
TOOLS := .venv/tools-$(shell cat requirements.txt requirements-dev.txt | sha256sum | cut -c1-16)

.PHONY: help run test check format soak bench screenshots docs browser office clean
.DEFAULT_GOAL := help

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: $(RUNTIME) ## Everything from a fresh checkout to the open dashboard (PORT=8501)
	@[ -e "$${KEYPROJECTS_SNAPSHOTS:-data/snapshots}/CURRENT" ] || [ "$$KEYPROJECTS_DEMO" = 0 ] || $(PY) -m data demo
	@mkdir -p static
	@exec $(PY) -m streamlit run app.py --server.address=127.0.0.1 --server.port=$(PORT)

test: check browser office ## Everything from a fresh checkout to all tests passed
	$(PY) -m pytest $(PYTEST)

check: $(TOOLS) ## Format, lint, types, layers and SQL lint
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	.venv/bin/lint-imports --no-logo
	$(PY) -m sqlfluff lint --nocolor --disable-progress-bar queries
	$(PY) -m mypy

format: $(TOOLS) ## Put the code into its form
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

soak: browser office ## The large counts of faults, of addresses taken away and of page views; results go to docs/soak.md
	$(PY) -m pytest --soak tests/faults tests/exports tests/browser/test_views.py $(PYTEST)

bench: browser ## Measure beside a floor; results go to docs/bench.md
	$(PY) -m benchmarks

screenshots: browser ## Picture every page at three widths in two languages into docs/screenshots
	$(PY) -m docs.screenshots

docs: $(TOOLS) ## Write the generated pages of docs/ again
	$(PY) -m docs.columns

browser: $(TOOLS)
	@.ci/setup browser

office: $(TOOLS)
	@.ci/setup office

clean: ## Remove what was installed and cached; published snapshots stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME):
	@.ci/setup venv requirements.txt
	@rm -f .venv/runtime-* && touch $@

$(TOOLS):
	@.ci/setup venv requirements-dev.txt
	@rm -f .venv/tools-* .venv/runtime-* && touch $@ $(RUNTIME)
