# `make` alone lists the targets. Each installs the system packages that it needs and that are missing.

TOOL := .build/release/fairlead
FAIRLEAD_SHARED ?= ../shared
REPORT_CHECKS ?= $(FAIRLEAD_SHARED)/design/report/checks
BAD_INPUT ?= $(FAIRLEAD_SHARED)/bad-input
GALLERY ?= .build/gallery
REPORTS ?= .build/reports
WORLDS ?= 100
POINTS ?= 60
SECONDS ?= 120
FUZZ_SEEDS ?= $(FAIRLEAD_SHARED)/exports $(BAD_INPUT)

export FAIRLEAD_SHARED

.DEFAULT_GOAL := help
.PHONY: help tool report sample-data test lint check-report gallery check-gallery torture torture-input torture-lab torture-kill fuzz bench clean

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | awk -F'\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

# The Swift library is linked in, so that the binary alone works on a machine without Swift.
tool: ## the release binary, .build/release/fairlead
	@scripts/install-packages build
	swift build -c release --product fairlead --static-swift-stdlib

report: tool ## the example report: SampleData/ → Reports/index.html
	@scripts/install-packages report
	@scripts/build-report $(TOOL)

sample-data: tool ## SampleData/ again, byte for byte
	@scripts/sample-data $(TOOL)

test: ## all tests, and how many were skipped
	@scripts/install-packages test
	@scripts/run-tests

lint: ## the formatter's findings, none expected
	swift format lint --strict -r -p Sources Tests Templates Package.swift Benchmarks/Package.swift Benchmarks/Sources/ModelBench Benchmarks/Sources/ChartBench

check-report: tool gallery ## every gate over the example, nearly empty, stress and branded reports and the gallery; pictures
	@scripts/install-packages report-checks
	@scripts/unusual-reports $(TOOL) $(REPORTS)
	@diff -rq -x report.html Reports $(REPORTS)/example
	@scripts/check-report "$(REPORT_CHECKS)/check_report.py" $(REPORTS)/* --gallery "$(abspath $(GALLERY))"
	@.venv/bin/python scripts/report-checks/pictures.py $(REPORTS)/example docs/pictures

gallery: ## every kind of chart at every edge, as pages in GALLERY=.build/gallery
	@scripts/install-packages test
	FAIRLEAD_GALLERY="$(abspath $(GALLERY))" swift test --filter GalleryTests

check-gallery: gallery ## the pages of the gallery in a browser, as check-report
	@scripts/install-packages report-checks
	@scripts/check-report "$(REPORT_CHECKS)/check_report.py" --gallery "$(abspath $(GALLERY))"

torture: ## long: the simulated worlds, WORLDS=100
	@scripts/install-packages test
	FAIRLEAD_WORLDS=$(WORLDS) scripts/run-tests -c release --scratch-path .build-torture --filter WorldTests

torture-input: tool ## every damaged file: no crash, no hang, every row accounted for
	@scripts/install-packages torture
	@scripts/torture-input $(TOOL) "$(BAD_INPUT)"

torture-lab: tool ## every lab command on wrong tables and options: no crash, no figure that is not finite, a sentence each
	@scripts/install-packages torture
	@scripts/torture-lab $(TOOL)

torture-kill: tool ## killed at POINTS=60 points of an ingest and a build: nothing half-done
	@scripts/install-packages torture
	@scripts/crashpoints $(TOOL) $(POINTS)

fuzz: ## long: mutated files for every reader under the address sanitizer, SECONDS=120 for each of nine kinds
	@scripts/install-packages build torture
	@scripts/fuzz $(SECONDS) $(FUZZ_SEEDS)

bench: tool ## Fairlead against its peers, into the README; half an hour on a quiet machine
	@scripts/install-packages bench
	@scripts/bench $(TOOL)

clean: ## removes what was built; SampleData/ and Reports/ stay
	rm -rf .build .build-* .venv
