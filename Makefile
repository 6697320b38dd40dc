# Two commands matter: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
READY = @$(PYTHON) tools/bootstrap.py
BIN = .venv/bin
TESTS ?=
# Each worker has a PostgreSQL of its own; WORKERS=0 runs all tests in one process. The seed of hashes
# is fixed because workers must name and order the tests alike, also where cases come from a set.
WORKERS ?= auto
PYTEST = env PYTHONHASHSEED=$${PYTHONHASHSEED:-0} $(BIN)/python -m pytest --numprocesses=$(WORKERS) --maxprocesses=8

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-db check bench soak demo-reset lock assets messages reference

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: ## start the office: database, demo, web and worker (PORT, DATABASE_URL are honoured)
	$(READY) run && exec $(BIN)/throughcare run --with-parent

test: ## run every test: kernel, database, pages, browser journeys, laws
	$(READY) test && $(BIN)/python tools/find_chromium.py && exec $(PYTEST) $(TESTS)

test-fast: ## run every test that needs no browser
	$(READY) test && exec $(PYTEST) -m "not journey" $(TESTS)

test-db: ## run the tests of the database on another server: THROUGHCARE_TEST_PG_BIN=…/bin
	$(READY) test && exec $(PYTEST) -m "database and not journey" $(TESTS)

check: ## format, lint, types, contracts, translations, drift of built assets
	$(READY) check && exec $(BIN)/python tools/check.py

bench: ## measure speed on a generated province
	$(READY) test && exec $(BIN)/throughcare bench

soak: ## work for long under load, kill a thousand times, look for leaks and losses
	$(READY) test && $(BIN)/throughcare bench soak && exec $(BIN)/python -m bench.killing --kills 1000

demo-reset: ## throw the demo office away and load it afresh
	$(READY) run && exec $(BIN)/throughcare demo reset

lock: ## resolve requirements/*.in again, with hashes
	$(READY) check && exec $(BIN)/python tools/lock.py

assets: ## build CSS, JavaScript and fonts
	$(READY) check && exec $(BIN)/python tools/build_assets.py

reference: ## write the reference pages: of the packs, and who may see which page
	$(READY) check && $(BIN)/throughcare pack reference docs/reference && PYTHONPATH=. $(BIN)/throughcare manage \
	shell --no-imports -c "from tests.matrix import table; print(table(), end='')" > docs/reference/who-may-see.md

messages: ## collect messages for translation and compile them
	$(READY) check && $(BIN)/python tools/messages.py extract && exec $(BIN)/python tools/messages.py compile
