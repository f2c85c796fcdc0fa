SHELL := /bin/sh
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export TESTCONTAINERS_RYUK_DISABLED ?= true
export JEST := node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js
# npm writes this file last, so an installation that was interrupted is begun again.
PACKAGES := node_modules/.package-lock.json
# Two at once would measure each other.
BENCH_LOCK := /tmp/ory-session-echo-bench.lock

.PHONY: help run test test-unit fuzz vector soak bench openapi generate check lint format

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(PACKAGES) ## start Kratos, a demo identity and the service on :3000, and print curl lines that work
	@exec node --disable-warning=ExperimentalWarning test/demo/run.ts

test: $(PACKAGES) ## prove everything: types, lint, drift, unit, parity, and integration against a real Kratos
	@sh test/scripts/docker.sh
	@sh test/scripts/tools.sh curl=curl nginx=nginx chromium=chromium openssl=openssl || [ "$(CI)" != true ]
	@sh test/scripts/all.sh

test-unit: $(PACKAGES) ## the tests that need no Docker, in seconds
	@$(JEST) --testPathIgnorePatterns /integration/ /openapi/

fuzz: $(PACKAGES) ## hold random requests and answers of Ory against the Go example (CASES=10000, SEED=… to repeat a run)
	@exec node --disable-warning=ExperimentalWarning test/fuzz/run.ts

vector: $(PACKAGES) ## record what the Go example does with a case, for the parity tests (FILE=case.txt)
	@exec node --disable-warning=ExperimentalWarning test/parity/record.ts $(if $(FILE),'$(FILE)')

soak: $(PACKAGES) ## attack, load and restart the service for some minutes, and print the figures (ONLY=7 for one case)
	@sh test/scripts/tools.sh nginx=nginx || [ "$(CI)" != true ]
	@exec node --disable-warning=ExperimentalWarning test/soak/run.ts

bench: $(PACKAGES) ## measure side by side with the Go example, Express and Kratos (QUICK=1 for a short run, PROFILE=1 for where the time goes)
	@sh test/bench/tools.sh
	@$(if $(PROFILE),,sh test/scripts/docker.sh)
	@flock -n $(BENCH_LOCK) true || echo 'another benchmark runs on this machine; waiting for its end …' >&2
	@exec flock -F $(BENCH_LOCK) node --disable-warning=ExperimentalWarning test/bench/run.ts

openapi: $(PACKAGES) ## bring Ory's spec into openapi/ (ORY_SPEC_VERSION=v1.22.66 for another version)
	@node openapi/update.ts

generate: $(PACKAGES) ## write generated/ from openapi/
	@node openapi/generate.ts

check: $(PACKAGES) ## fail when openapi/ or generated/ differs from a fresh generation
	@node openapi/check.ts

lint: $(PACKAGES) ## check types, rules and format
	@tsc -p .
	@eslint --max-warnings 0 .
	@prettier --check --log-level warn .

format: $(PACKAGES) ## write every file in the one format
	@prettier --write --log-level warn .

$(PACKAGES): package.json package-lock.json
	@command -v npm >/dev/null || { echo 'installing packages: npm is not installed; install Node.js 20 or newer with npm' >&2; exit 1; }
	@ADVICE='is there a network?' sh test/scripts/progress.sh 'installing packages' npm ci --loglevel=error --fetch-retry-mintimeout=500 --fetch-retry-maxtimeout=2000
	@touch $@
