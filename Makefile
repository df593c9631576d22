# `make demo` and `make test` need Python 3.11 or later with pip, and make; they set up $(VENV) and change nothing else.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
EXTRAS := calendars,frames,plots,plots-zh,records,report,statistics

.PHONY: demo test everything lint types docs bench clean

demo: $(VENV)/.demo  ## write the report of a simulated car dealer's book, in English and Chinese
	$(BIN)/servicemodel demo --out demo

test: $(VENV)/.test  ## run the tests with the core and the light extras
	$(BIN)/python -m pytest -q -n auto -m "not slow"

everything: $(VENV)/.everything  ## run every test on every engine, with full branch coverage
	HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest -q -n auto --cov --cov-report=term

lint: $(VENV)/.everything
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.everything
	$(BIN)/mypy

docs: $(VENV)/.docs  ## build the documentation; every lesson is executed
	$(BIN)/python -m sphinx -n -W --keep-going -b html docs docs/_build/html

bench: $(VENV)/.everything  ## compare speed with what one would write instead, side by side
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -m pytest -q -p no:randomly -o addopts= -o python_files="bench_*.py" tests/benchmarks --benchmark-columns=min,median --benchmark-sort=min --benchmark-group-by=group

clean:
	rm -rf $(VENV) demo docs/_build docs/jupyter_execute build dist

$(VENV)/.pip:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "servicemodel needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	touch $@

$(VENV)/.demo: $(VENV)/.pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[report]"
	touch $@

$(VENV)/.test: $(VENV)/.pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[$(EXTRAS)]" --group test
	touch $@

$(VENV)/.everything: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group engines --group lint
	touch $@

$(VENV)/.docs: $(VENV)/.everything
	$(BIN)/python -m pip install --quiet --group docs
	touch $@
