# Two commands do all: `make run` (the main job on seeds/) and `make test`.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test check packs fix docs train train-appeals train-titles bench bench-quality bench-clean bench-validate lock clean bench-sections torture torture-peers coverage mutants fuzz sbom audit

run: .venv/installed ## process seeds/ into out/corpus.jsonl
	$(BIN)/parkdocs run seeds/ -o out/corpus.jsonl

test: .venv/installed-dev ## all tests
	$(BIN)/pytest -n auto

check: .venv/installed-dev ## format, lint, types, packs, the gate on seeds/, layers, docs in step
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/parkdocs rules check --strict src/parkdocs/packs/*.toml
	$(BIN)/parkdocs validate seeds/ --fail-on warning --baseline .ci/accepted.json
	$(BIN)/python tools/make_docs.py --check
	$(BIN)/pytest tests/test_layers.py tests/test_packs.py

packs: .venv/installed ## src/parkdocs/packs/compiled.json anew, after a change of the built-in packs
	$(BIN)/python tools/compile_packs.py

fix: .venv/installed-dev ## what a tool can repair: format, lint, docs
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python tools/make_docs.py

docs: .venv/installed-dev ## write docs/cli.md and the outputs in README.md anew
	$(BIN)/python tools/make_docs.py

train: .venv/installed-train ## the labeller's weights anew: make train DATA=DIR [MORE=DIR]
	$(BIN)/python tools/train_labeller.py --data $(DATA) $(if $(MORE),--more $(MORE)) -o src/parkdocs/weights/labeller.json
	$(BIN)/python tools/train_html.py --data $(DATA) -o src/parkdocs/weights/html.json

train-appeals: .venv/installed-train ## the weights of notices anew, from the lines in tools/appeal_lines.txt
	$(BIN)/python tools/train_appeals.py
	$(BIN)/python tools/train_appeals.py -o src/parkdocs/weights/appeals.json

train-titles: .venv/installed-train ## the weights of titles anew, from the documents in tools/labeller_documents
	$(BIN)/python tools/train_titles.py
	$(BIN)/python tools/train_titles.py -o src/parkdocs/weights/titles.json

bench-quality: .venv/installed-train .venv-bench/installed ## parkdocs and its peers: make bench-quality DATA=DIR [INDOMAIN=DIR] [TASKS=flatb,html] [IDS=core.txt]
	$(BIN)/python bench/quality.py $(DATA) $(if $(INDOMAIN),--indomain $(INDOMAIN)) $(if $(TASKS),--tasks $(TASKS)) $(if $(IDS),--ids $(IDS)) $(if $(FOLDS),--folds $(FOLDS)) $(if $(FAVOR),--favor $(FAVOR)) $(if $(ONLY),--only $(ONLY))

bench-clean: .venv/installed ## speed of clean and run against an orjson round trip: make bench-clean DATA=DIR
	$(BIN)/python bench/speed.py $(DATA)

bench-sections: .venv/installed ## headings found without their marks: make bench-sections DATA=DIR
	$(BIN)/python bench/sections.py $(DATA)

bench-validate: .venv/installed ## rate of validate against an orjson read, and its memory
	$(BIN)/python bench/validate.py

torture: .venv/installed-dev ## hostile input and faults, also the slow part; every step on doubled inputs; 200 kills
	$(BIN)/pytest tests/test_torture.py tests/test_linear_time.py -m "torture or not torture" -n 2
	$(BIN)/python tools/torture.py
	cd tests && ../$(BIN)/python -m torture.kill 200

torture-peers: .venv/installed-dev .venv-bench/installed ## the same documents given to other tools
	$(BIN)/python tools/torture.py --peers

# Coverage in a child process loads modules, writes files and patches os._exit: what asks for none of that is left out.
UNMEASURED = not loads_nothing_slow and not limit-on-file-size and not kills_its_worker_is_named
coverage: .venv/installed-dev ## branches covered by the tests
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -p no:cacheprovider -n auto -k "$(UNMEASURED)"
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered

mutants: .venv/installed-dev ## small faults put in, one by one, and tests that must notice: make mutants [MODULE=marks] [SAMPLE=60]
	$(BIN)/python tools/mutants.py $(or $(MODULE),all) --sample $(or $(SAMPLE),0) --least 85

fuzz: .venv/installed-fuzz ## every fuzz target: make fuzz [SECONDS=600]
	$(BIN)/python fuzz/run.py all $(or $(SECONDS),600)

sbom: .venv/installed ## out/sbom.json (CycloneDX) and the licences of all packages
	$(BIN)/python tools/sbom.py -o out/sbom.json
	$(BIN)/python tools/sbom.py --licences

audit: ## known vulnerabilities of the locked packages; needs pip-audit and its advisory service
	pip-audit --no-deps --disable-pip --require-hashes -r requirements.lock

bench: .venv/installed .venv-bench/installed ## throughput and memory, parkdocs and its peers in one run: make bench DATA=DIR
	$(BIN)/python bench/throughput.py $(DATA) $(if $(MEGABYTES),--megabytes $(MEGABYTES))

# The build tools come first, so that nothing is built with unpinned ones.
.venv/installed: pyproject.toml requirements-build.lock requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) -r requirements-build.lock
	$(INSTALL) --no-build-isolation -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src/parkdocs
	touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(INSTALL) --no-build-isolation -r requirements-dev.lock
	touch $@

.venv/installed-train: .venv/installed requirements-train.lock
	$(INSTALL) --no-build-isolation -r requirements-train.lock
	touch $@

.venv/installed-fuzz: .venv/installed requirements-fuzz.lock
	$(INSTALL) --no-build-isolation -r requirements-fuzz.lock
	touch $@

.venv-bench/installed: requirements-build.lock bench/requirements.lock
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.lock
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation -r bench/requirements.lock
	touch $@

lock: ## resolve anew (needs uv); the lock files carry hashes and name no registry
	uv lock
	uv export --quiet --no-header --format requirements-txt --only-group build -o requirements-build.lock
	uv export --quiet --no-header --format requirements-txt --no-emit-project --no-default-groups -o requirements.lock
	uv export --quiet --no-header --format requirements-txt --only-group dev -o requirements-dev.lock
	uv export --quiet --no-header --format requirements-txt --only-group fuzz -o requirements-fuzz.lock
	uv export --quiet --no-header --format requirements-txt --only-group train -o requirements-train.lock
	uv pip compile bench/requirements.in --quiet --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -o bench/requirements.lock
	rm uv.lock

clean: ## what can be made again
	rm -rf .venv .venv-bench out back .pytest_cache .mypy_cache .ruff_cache .hypothesis
