# `make chat` serves the assistant, `make test` runs the whole suite; both set up what they need.
PYTHON ?= python3
VENV   := .venv
RUN    := $(VENV)/bin/python
STAMP  := $(VENV)/.installed
HOST   ?= 127.0.0.1
PORT   ?= 7860
# The address of a package index with CPU builds of torch (README, "Without a GPU").
TORCH_INDEX_URL ?=

.PHONY: setup index chat ask test eval gate bench lint format clean
.DELETE_ON_ERROR:

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --constraint constraints.txt \
	    $(if $(TORCH_INDEX_URL),--index-url $(TORCH_INDEX_URL)) torch
	$(RUN) -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

index: setup
	$(RUN) -m index build plans --if-stale

chat: index
	$(RUN) -m app serve --host $(HOST) --port $(PORT)

ask: override export Q := $(value Q)
ask: setup
	@$(RUN) -m index build plans --if-stale >/dev/null
	@$(RUN) -m app ask -- "$$Q"

test: setup
	$(RUN) -m pytest

eval: index
	$(RUN) -m eval run $(if $(QA),--qa $(QA)) $(if $(OUT),--out $(OUT))

# The whole set against the committed baseline (eval/baseline).
gate: index
	$(RUN) -m eval gate

# Also beside other libraries, which it installs into an environment of their own; with DATA (a
# folder of the two public benchmarks) on those too. Writes the README's tables and plots.
bench: index
	TORCH_INDEX_URL="$(TORCH_INDEX_URL)" $(RUN) -m eval bench --peers --publish README.md \
	    $(if $(DATA),--data $(DATA)) $(if $(OUT),--out $(OUT))

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

format: setup
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

clean:
	rm -rf $(VENV) var build *.egg-info
