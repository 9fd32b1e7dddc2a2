# Everything that people and the gate do here. Every target installs what a fresh machine lacks.

PACKAGES := libopenblas-dev liblapack-dev zlib1g-dev libsqlite3-dev libxlsxwriter-dev pkg-config
BUILD := swift build -c release
STUDY ?= chicago
RUN ?= runs/$(STUDY)

.DEFAULT_GOAL := help
.PHONY: help system build run test test-slow test-address test-thread notebooks notebooks-html \
  release try-release lint format completions man docs bench bench-lp fuzz golden clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

system: ## install the system packages that are missing (Debian and Ubuntu)
	@bash .ci/install-system-packages $(PACKAGES)

build: system ## build the library and the command
	$(BUILD) --product rollcall

run: build ## run the main job: the bundled Chicago study, to runs/chicago
	@mkdir -p $(dir $(RUN))
	.build/release/rollcall run $(STUDY) -o $(RUN) --progress plain

test: system ## run the tests and the notebooks
	$(BUILD) --build-tests
	swift test -c release --skip-build
	@$(MAKE) --no-print-directory notebooks

test-slow: system ## run the slow tests as well: large standard problems, whole runs
	ROLLCALL_SLOW=1 swift test -c release

# In debug mode, where the kernels check their indices. Real programs would take too long there, so
# that their folder is said to be nowhere.
NUMERIC := --filter '^Linear(Algebra|Programming)Tests' --skip 'in linear time'

test-address: system ## run the numeric tests under the address sanitizer
	ROLLCALL_SHARED=/nowhere ASAN_OPTIONS=detect_leaks=0 \
	  swift test --sanitize=address --scratch-path .build/address $(NUMERIC)

test-thread: system ## run the numeric tests under the thread sanitizer
	ROLLCALL_SHARED=/nowhere TSAN_OPTIONS=suppressions=$(CURDIR)/.ci/thread-sanitizer.txt \
	  swift test --sanitize=thread --scratch-path .build/thread $(NUMERIC)

NOTEBOOKS := $(notdir $(wildcard Notebooks-as-scripts/[0-9]*))

notebooks: system ## run every notebook; each ends in a check
	$(BUILD)
	@for notebook in $(NOTEBOOKS); do \
	  .build/release/notebook-$$notebook > /dev/null && echo "$$notebook: checked" || exit 1; \
	done

notebooks-html: system ## run every notebook to a page of its own: .build/notebooks/index.html
	$(BUILD)
	@for notebook in $(NOTEBOOKS); do \
	  .build/release/notebook-$$notebook --html .build/notebooks || exit 1; \
	done; echo "written: .build/notebooks/index.html"

release: system ## pack the command for machines without Swift: .build/release-archive
	@bash .ci/install-system-packages binutils
	bash .ci/make-release

try-release: ## try that archive in a fresh minimal Debian (takes root and debootstrap)
	bash .ci/try-release

lint: ## check the format and the rules of the language
	swift format lint --strict -r Sources Tests Data Notebooks-as-scripts Benchmarks Package.swift

format: ## format every source file in place
	swift format -i -r Sources Tests Data Notebooks-as-scripts Benchmarks Package.swift

completions: build ## write the completions of bash, zsh and fish to .build/completions
	@mkdir -p .build/completions
	@for shell in bash zsh fish; do \
	  .build/release/rollcall --generate-completion-script $$shell > .build/completions/rollcall.$$shell \
	    && echo ".build/completions/rollcall.$$shell" || exit 1; \
	done

man: build ## write the manual pages to .build/man/man1 (read one: man -l .build/man/man1/rollcall.1)
	@.build/release/rollcall manual -o .build/man/man1

docs: build ## build the documentation of every library to .build/docs
	@headers=$$(find .build/checkouts \( -type d -name include -o -type d -name GRDBSQLite \) -exec printf -- '-I %s ' {} +); \
	triple=$$(swift -print-target-info | sed -n 's/.*"triple": "\(.*\)",/\1/p' | head -n 1); \
	for target in PolicingDomain LinearAlgebra LinearProgramming QueueingModels DemandSynthesis \
	  WorkloadAnalysis StaffingRequirements StaffAllocation PlanningFiles Charts Reports Workbooks Rollcall; do \
	  graphs=.build/docs/graphs/$$target; rm -rf $$graphs; mkdir -p $$graphs; \
	  swift symbolgraph-extract -module-name $$target -I .build/release/Modules -I Sources/CLAPACK \
	    -I Sources/CZlib -I Sources/CXLSXWriter $$headers -target $$triple -minimum-access-level public \
	    -emit-extension-block-symbols -output-dir $$graphs || exit 1; \
	  docc convert Sources/$$target/Documentation.docc --additional-symbol-graph-dir $$graphs \
	    --fallback-display-name $$target --fallback-bundle-identifier rollcall.$$target \
	    --warnings-as-errors --output-path .build/docs/$$target || exit 1; \
	  echo "$$target: documented"; \
	done

bench: build ## measure against named peers (see Benchmarks/README.md)
	@bash .ci/install-system-packages hyperfine time python3-venv
	bash Benchmarks/run.sh

bench-lp: system ## compare with HiGHS, Clp and GLPK on linear programs (ARGUMENTS='--sets staffing')
	@bash .ci/install-system-packages python3-venv
	bash Benchmarks/LinearPrograms/run.sh $(ARGUMENTS)

fuzz: system ## fuzz the readers for a minute each
	@bash .ci/install-system-packages lld
	bash Benchmarks/Fuzz/run.sh 60

golden: system ## record golden files anew; fails on purpose, read the difference
	OPENBLAS_CORETYPE=Haswell RECORD_GOLDEN=1 swift test -c release --filter 'Golden'

clean: ## remove what was built
	rm -rf .build
