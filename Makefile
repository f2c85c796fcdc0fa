SHELL := /bin/sh
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export TESTCONTAINERS_RYUK_DISABLED ?= true
JEST := node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js
REMOTE := $(ORY_SDK_URL)$(ORY_PROJECT_SLUG)

.PHONY: help run test test-unit openapi generate check lint

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: node_modules ## start Kratos, a demo identity and the service on :3000, and print curl lines that work
	@$(if $(REMOTE),,sh test/docker.sh)
	@exec node --disable-warning=ExperimentalWarning test/demo/run.ts

test: node_modules ## prove everything: types, lint, drift, unit, parity, and integration against a real Kratos
	@sh test/docker.sh
	@sh test/all.sh

test-unit: node_modules ## the tests that need no Docker, in seconds
	@$(JEST) --testPathIgnorePatterns /integration/

openapi: node_modules ## bring Ory's spec into openapi/ (ORY_SPEC_VERSION=v1.22.66 for another version)
	@node openapi/update.ts

generate: node_modules ## write generated/ from openapi/
	@node openapi/generate.ts

check: node_modules ## fail when openapi/ or generated/ differs from a fresh generation
	@node openapi/check.ts

lint: node_modules ## type check and lint
	@tsc -p .
	@eslint --max-warnings 0 .

node_modules: package.json package-lock.json
	@command -v npm >/dev/null || { echo 'installing packages: npm is not installed; install Node.js 20 or newer with npm' >&2; exit 1; }
	@echo 'installing packages …' >&2
	@npm ci --loglevel=error >&2 || { echo 'installing packages: npm ci failed; is there a network?' >&2; exit 1; }
	@touch node_modules
