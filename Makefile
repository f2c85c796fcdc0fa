SHELL := /bin/sh
.DEFAULT_GOAL := help
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
export TESTCONTAINERS_RYUK_DISABLED ?= true
# npm writes this file last, so an installation that was interrupted is begun again.
PACKAGES := node_modules/.package-lock.json
NPM_CI := npm ci --loglevel=error --fetch-retry-mintimeout=500 --fetch-retry-maxtimeout=2000
# Two at once would measure each other.
BENCH_LOCK := /tmp/ory-session-echo-bench.lock
WITHOUT_DOCKER := --testPathIgnorePatterns /integration/ /openapi/ /test/image/ /distributed/distributed

# Another name for the image than ory-session-echo:VERSION, and other images to build it on.
export IMAGE BASE BUILDER

.PHONY: help run dev up down build image image-test release package-test test test-unit coverage fuzz vector soak bench
.PHONY: distributed openapi generate reference check lint format ready

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ready ## start Kratos, a demo identity and the service on :3000, and print curl lines that work
	@exec node test/demo/run.ts

dev: ready ## the same, and start the service again whenever its code changes; Kratos stays
	@exec node test/demo/run.ts --watch

up: ready ## start compose.yaml: Kratos, a login page, the service, and a demo application behind a gateway
	@exec node test/demo/up.ts

down: ## end what make up started; the accounts stay, unless ACCOUNTS=remove
	@sh test/scripts/compose.sh down --remove-orphans $(if $(filter remove,$(ACCOUNTS)),--volumes)

build: ready ## make the package in dist/: JavaScript, declarations, source maps, and the service as one file
	@tsdown --logLevel error

image: ready ## build the image of the service (IMAGE=name:tag; BASE=… and BUILDER=… to build it on)
	@sh test/scripts/docker.sh
	@sh deploy/image/build.sh

image-test: image ## run that image in front of a real Kratos, hardened, under load, and through its whole life
	@jest test/image

release: ready ## check, build and pack a release with SBOM and notes, publishing nothing (VERSION=1.2.3, TESTED=1)
	@exec node release/run.ts

package-test: ready ## install the package from its tarball, and use it as others do, on Node 22 and 24 (ONLY=express)
	@sh test/scripts/docker.sh
	@exec node test/package/run.ts

test: ready ## prove everything: types, lint, drift, unit, parity, and integration against a real Kratos
	@sh test/scripts/docker.sh
	@sh test/scripts/tools.sh curl=curl jq=jq nginx=nginx chromium=chromium openssl=openssl \
	  prometheus=prometheus || [ "$(CI)" != true ]
	@sh test/scripts/python.sh || [ "$(CI)" != true ]
	@sh deploy/image/build.sh || [ "$(CI)" != true ]
	@sh test/scripts/compose.sh version >/dev/null || [ "$(CI)" != true ]
	@sh test/scripts/kubernetes.sh >/dev/null || [ "$(CI)" != true ]
	@sh test/scripts/all.sh

test-unit: ready ## the tests that need no Docker, in seconds
	@jest $(WITHOUT_DOCKER)

coverage: ready ## which lines of src/ those tests run, as a table
	@jest $(WITHOUT_DOCKER) --coverage
	@echo 'not counted: what runs in a process of its own, such as src/main.ts and the cluster' >&2

fuzz: ready ## hold random requests and answers of Ory against the Go example (CASES=10000, SEED=… to repeat a run)
	@exec node test/fuzz/run.ts

vector: ready ## record what the Go example does with a case, for the parity tests (FILE=case.txt)
	@exec node test/parity/record.ts $(if $(FILE),'$(FILE)')

soak: ready ## attack, load and restart the service for some minutes, and print the figures (ONLY=7 for one case)
	@sh test/scripts/tools.sh nginx=nginx || [ "$(CI)" != true ]
	@exec node test/soak/run.ts

distributed: ready ## break instances, Kratos and PostgreSQL in turn under load, and print what is lost (QUICK=1)
	@sh test/scripts/docker.sh
	@sh test/scripts/tools.sh nginx=nginx
	@exec node test/distributed/run.ts

bench: build ## measure beside Node's floors, Go and Express (QUICK=1: short; PROFILE=1: where; AGAINST=HEAD~1: gain)
	@sh test/bench/tools.sh
	@$(if $(PROFILE)$(AGAINST),,sh test/scripts/docker.sh)
	@flock -n $(BENCH_LOCK) true || echo 'another benchmark runs on this machine; waiting for its end …' >&2
	@exec flock -F $(BENCH_LOCK) node test/bench/run.ts

openapi: ready ## bring Ory's spec into openapi/ (ORY_SPEC_VERSION=v1.22.66 for another version)
	@node openapi/update.ts

generate: ready ## write generated/ from openapi/
	@node openapi/generate.ts

reference: ready ## write docs/reference/, variables and metrics, from the code
	@node test/docs/generate.ts

check: ready ## fail when openapi/ or generated/ differs from a fresh generation
	@node openapi/check.ts

lint: ready ## check types, rules and format
	@tsc -p .
	@eslint --max-warnings 0 .
	@prettier --check --log-level warn .
	@sh test/scripts/lines.sh

format: ready ## write every file in the one format
	@prettier --write --log-level warn .

# The packages bring a Node of their own, unless scripts of packages are switched off.
ready: $(PACKAGES)
	@node src/node-version.js

$(PACKAGES): package.json package-lock.json
	@command -v npm >/dev/null || { echo 'installing packages: npm is missing; install Node.js 20 or newer' >&2; exit 1; }
	@ADVICE='is there a network?' sh test/scripts/progress.sh 'installing packages' $(NPM_CI)
	@touch $@
