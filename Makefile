# Two commands matter: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
READY = @$(PYTHON) tools/bootstrap.py
BIN = .venv/bin
TESTS ?=

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-db check bench soak demo-reset lock assets messages

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: ## start the office: database, demo, web and worker (PORT, DATABASE_URL are honoured)
	$(READY) run && exec $(BIN)/throughcare run --with-parent

test: ## run every test: kernel, database, pages, browser journeys, laws
	$(READY) test && $(BIN)/python tools/find_chromium.py && exec $(BIN)/python -m pytest $(TESTS)

test-fast: ## run every test that needs no browser
	$(READY) test && exec $(BIN)/python -m pytest -m "not journey" $(TESTS)

test-db: ## run the tests without a browser on another server: THROUGHCARE_TEST_PG_BIN=…/bin
	$(READY) test && exec $(BIN)/python -m pytest -m "not journey" $(TESTS)

check: ## format, lint, types, contracts, translations, drift of built assets
	$(READY) check && exec $(BIN)/python tools/check.py

bench: ## measure speed on a generated province
	$(READY) test && exec $(BIN)/throughcare bench

soak: ## work for long under load and look for leaks and losses
	$(READY) test && exec $(BIN)/throughcare bench soak

demo-reset: ## throw the demo office away and load it afresh
	$(READY) run && exec $(BIN)/throughcare demo reset

lock: ## resolve requirements/*.in again, with hashes
	$(READY) check && exec $(BIN)/python tools/lock.py

assets: ## build CSS, JavaScript and fonts
	$(READY) check && exec $(BIN)/python tools/build_assets.py

messages: ## collect messages for translation and compile them
	$(READY) check && $(BIN)/python tools/messages.py extract && exec $(BIN)/python tools/messages.py compile
