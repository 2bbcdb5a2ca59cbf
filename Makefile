# Two commands are enough: `make run` and `make test`. Both set up what is missing, also on a fresh
# Debian or Ubuntu that has only Python 3.11 or newer; nothing is fetched again until pyproject.toml asks.

# The first Python that is new enough; otherwise scripts/bootstrap.py says what is missing.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; done; echo python3)
PY := .venv/bin/python
READY := @$(PYTHON) scripts/bootstrap.py
# A single test or folder: make test TESTS=tests/store
TESTS ?=
KILLS ?= 300

# A window needs a screen; macOS has one without saying so.
HAS_SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter-out Linux,$(shell uname -s))

.PHONY: run test lint format tour bench crash soak package clean

run:
	$(READY) run
ifneq ($(HAS_SCREEN),)
	@$(PY) -m trivselsdesk
else
	@$(PY) -m trivselsdesk tour --out out
	@echo 'Der er ingen skærm her, så eksemplets billeder og dokumenter ligger i mappen out.'
endif

test: lint
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 --dist loadfile $(TESTS)

lint:
	$(READY) test
	@$(PY) -m ruff check --quiet
	@$(PY) -m ruff format --quiet --check || { echo 'make format puts the layout right.'; exit 1; }
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-logo

format:
	$(READY) test
	@$(PY) -m ruff check --quiet --fix
	@$(PY) -m ruff format

# Every screen of the example at three sizes, and every document, as files.
tour:
	$(READY) run
	@QT_QPA_PLATFORM=offscreen $(PY) -m trivselsdesk tour --out out

# Ratios, printed and never asserted.
bench:
	$(READY) test
	@$(PY) -m tests.bench

# Ends the program mid-use by SIGKILL, again and again, and looks for what was lost.
crash:
	$(READY) test
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.crash --kills $(KILLS)

# A meeting of three hours in three minutes, with 500 events at its screens, clock and turns.
soak:
	$(READY) test
	@$(PY) -m tests.soak

# A folder in dist/ that runs without Python, and the proof that it does.
package:
	$(READY) package
	@$(PY) -m PyInstaller --noconfirm --clean --log-level WARN \
		--distpath dist --workpath build packaging/trivselsdesk.spec
	@$(PY) packaging/smoke_test.py dist/trivselsdesk

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
