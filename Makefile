# Everything this project is asked to do, one command each.  `make` alone lists them.
# `make site` and `make test` set up all they need, in .venv; Python 3.11 or later, make and a network are enough.

VENV := .venv
BIN := $(VENV)/bin
CHECKERS := node_modules/.package-lock.json
DOCS := -f mkdocs.yml -d site
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-config --custom-compile-command "make lock"

# The newest suitable Python; name another with `make site PYTHON=/path/to/python`.
PYTHON = $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

# Material's farewell to MkDocs is not news on every build.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve test lint audit screenshots lock messages benchmark clean

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

site: $(VENV)/site-installed  ## check every file and build the site into site/
	$(BIN)/briefing check
	$(BIN)/briefing build $(DOCS)
	@echo "The site is built. Open it in a browser: file://$(CURDIR)/site/index.html"

serve: $(VENV)/site-installed  ## show the site on http://127.0.0.1:8000 and follow every edit
	$(BIN)/mkdocs serve

test: lint $(CHECKERS)  ## run every check there is: lint, types, tests, and real browsers
	CHROMIUM=$$(tools/program chromium) && FIREFOX=$$(tools/program firefox) && JAVA=$$(tools/program java) && \
		export CHROMIUM FIREFOX JAVA && $(BIN)/pytest -n auto --dist loadfile

lint: $(VENV)/test-installed  ## check style, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

audit: $(VENV)/test-installed $(CHECKERS)  ## look at every single page of the site with axe, which takes minutes
	CHROMIUM=$$(tools/program chromium) && export CHROMIUM && $(BIN)/pytest -n auto tests/site/audit/every_page.py

screenshots: site $(VENV)/test-installed  ## picture each kind of page into screenshots/, for a person to look at
	CHROMIUM=$$(tools/program chromium) && export CHROMIUM && $(BIN)/python -m tests.site.screenshots site screenshots

lock: $(VENV)/test-installed  ## pin the newest versions of everything we stand on
	$(LOCK) --group build -o requirements.lock pyproject.toml
	$(LOCK) --group build --group dev --all-extras -c requirements.lock -o requirements-dev.lock pyproject.toml
	$$(tools/program npm) update

messages: $(VENV)/test-installed  ## bring the catalogues of translations up to date with what pages say
	$(BIN)/python -m tools.messages

benchmark: $(VENV)/site-installed  ## time a build beside plain MkDocs with Material
	$(BIN)/python -m benchmarks.build_time

clean:  ## remove what was built and installed
	rm -rf $(VENV) node_modules site screenshots build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A lock file is installed by hash; ours is then linked in from here, fetching nothing.
$(VENV)/site-installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test-installed: requirements-dev.lock $(VENV)/site-installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The checkers that the tests use are npm's; the browsers and Java are the machine's.
$(CHECKERS): package-lock.json
	$$(tools/program npm) ci
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and none was found." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) cannot make environments: install its venv package (on Debian: apt-get install python3-venv)." >&2; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)
