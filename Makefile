# Two commands do all: `make run` (the main job on seeds/) and `make test`.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test check fix docs train lock clean

run: .venv/installed ## process seeds/ into out/corpus.jsonl
	$(BIN)/parkdocs run seeds/ -o out/corpus.jsonl

test: .venv/installed-dev ## all tests
	$(BIN)/pytest -n auto

check: .venv/installed-dev ## format, lint, types, packs, layers, docs in step
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/parkdocs rules check --strict src/parkdocs/packs/*.toml
	$(BIN)/python tools/make_docs.py --check
	$(BIN)/pytest tests/test_layers.py tests/test_packs.py

fix: .venv/installed-dev ## what a tool can repair: format, lint, docs
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python tools/make_docs.py

docs: .venv/installed-dev ## write docs/cli.md and the outputs in README.md anew
	$(BIN)/python tools/make_docs.py

train: .venv/installed-train ## the labeller's weights anew: make train DATA=DIR [MORE=DIR]
	$(BIN)/python tools/train_labeller.py --data $(DATA) $(if $(MORE),--more $(MORE)) -o src/parkdocs/weights/labeller.json

# The build tools come first, so that nothing is built with unpinned ones.
.venv/installed: pyproject.toml requirements-build.lock requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) -r requirements-build.lock
	$(INSTALL) --no-build-isolation -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(INSTALL) --no-build-isolation -r requirements-dev.lock
	touch $@

.venv/installed-train: .venv/installed requirements-train.lock
	$(INSTALL) --no-build-isolation -r requirements-train.lock
	touch $@

lock: ## resolve anew (needs uv); the lock files carry hashes and name no registry
	uv lock
	uv export --quiet --no-header --format requirements-txt --only-group build -o requirements-build.lock
	uv export --quiet --no-header --format requirements-txt --no-emit-project --no-default-groups -o requirements.lock
	uv export --quiet --no-header --format requirements-txt --only-group dev -o requirements-dev.lock
	uv export --quiet --no-header --format requirements-txt --only-group train -o requirements-train.lock
	rm uv.lock

clean: ## what can be made again
	rm -rf .venv out back .pytest_cache .mypy_cache .ruff_cache .hypothesis
