# pdmp-bench: targets for people and for CI. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
BENCH := .build/release/pdmpbench
SUITE := Suites/bench.yaml
OUT := Reports/bench
BASELINE := Reports/baselines/bench.jsonl
JOBS := $(shell nproc 2>/dev/null || echo 2)
FLAGS :=
PACKAGES := \
  fonts-dejavu-core \
  gnuplot-nox \
  libavcodec-dev \
  libavformat-dev \
  libboost-iostreams-dev \
  libgnuplot-iostream-dev \
  libsqlite3-dev \
  libssl-dev \
  libswscale-dev \
  libzip-dev \
  pkg-config \
  zlib1g-dev

.PHONY: help setup setup-neon setup-slurm build data tasks fuzz gate calibrate bench baseline test smoke survive figures study docs api format lint perf perf-peers clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

setup: ## install what is missing (Debian packages)
	@command -v swift >/dev/null || { echo "Swift 6.1 or later is needed: install a toolchain from swift.org and put it on PATH"; exit 2; }
	@missing=""; for p in $(PACKAGES); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q "ok installed" || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    export DEBIAN_FRONTEND=noninteractive; apt-get update -qq; apt-get install -y -qq --no-install-recommends $$missing; \
	  else echo "missing packages; run: sudo apt-get install -y --no-install-recommends$$missing"; exit 2; fi; \
	fi

NEON_PACKAGES := libc6-dev-arm64-cross libgcc-12-dev-arm64-cross qemu-user

setup-neon: setup ## install what tests of the kernels on emulated aarch64 need (26 MB to fetch)
	$(MAKE) setup PACKAGES="$(NEON_PACKAGES)"

setup-slurm: setup ## install what tests of --executor slurm on a real Slurm need (they run as root)
	$(MAKE) setup PACKAGES="slurm-wlm munge"

build: setup ## build the program, optimized
	swift build -c release --product pdmpbench

DATA_PACKAGES := tuxpaint-stamps-default

data: build ## real pictures with written and spoken descriptions (Debian, 160 MB to fetch), for Suites/tuxpaint.yaml
	$(MAKE) setup PACKAGES="$(DATA_PACKAGES)"
	$(BENCH) data prepare tuxpaint

tasks: build ## the twelve cells: three tasks, two pairings, generated and loaded (Reports/tasks)
	$(BENCH) data prepare rendered
	$(BENCH) run Suites/tasks.yaml -j $(JOBS) -o Reports/tasks $(FLAGS)

fuzz: build ## a million mutated files for every parser of data
	$(BENCH) fuzz --inputs 1000000 -j $(JOBS)

bench: build ## run Suites/bench.yaml, render its report, check it against the baseline
	$(BENCH) run $(SUITE) -j $(JOBS) -o $(OUT) --baseline $(BASELINE) $(FLAGS)

baseline: build ## make the baseline of the bench suite anew, after results changed on purpose
	$(BENCH) run $(SUITE) -j $(JOBS) -o $(OUT) --save-baseline $(BASELINE) $(FLAGS)

test: setup ## run all tests, optimized
	swift test -c release --disable-testable-imports

smoke: build ## from YAML to a report in seconds, and the same bits every way
	$(BENCH) run Suites/smoke.yaml -j $(JOBS) -o Reports/smoke
	$(BENCH) verify-determinism Suites/smoke.yaml

survive: build ## kill and starve a suite in a hundred ways; writes Reports/survive/report.md
	$(BENCH) survive Suites/smoke.yaml --kills 60 -o Reports/survive

figures: build ## all figures and tables of the paper, from Suites/paper (Reports/paper)
	@code=0; for suite in Suites/paper/*.yaml; do \
	  folder=Reports/paper/$$(basename $$suite .yaml); \
	  echo "$$suite -> $$folder"; \
	  $(BENCH) run $$suite -j $(JOBS) -o $$folder --no-progress $(FLAGS) || code=$$?; \
	  $(BENCH) plot $$suite -o $$folder/print --preset single --format svg,pdf,eps,tex --quiet || code=$$?; \
	done; echo "which file shows what: Docs/figures.md"; exit $$code

study: build ## the study: all its suites, judged (Reports/study); real sets take part that lie in .pdmpbench/data
	$(BENCH) data prepare rendered
	$(BENCH) study Suites/study/study.yaml -j $(JOBS) -o Reports/study --no-progress $(FLAGS)

docs: api ## write Docs/catalog.md and Docs/commands.md from the program, and the API's website
	$(BENCH) list all --format md > Docs/catalog.md.new && mv Docs/catalog.md.new Docs/catalog.md
	$(BENCH) help-all > Docs/commands.md.new && mv Docs/commands.md.new Docs/commands.md

api: build ## a website of every public symbol, without a warning (.build/docs/site)
	Docs/api/build

gate: build ## is the working tree slower or worse than where it left BASE (main)?
	$(BENCH) gate --base $(or $(BASE),main) --profile $(or $(PROFILE),pr) $(FLAGS)

MINUTES := 20

calibrate: build ## how often does the gate cry wolf here, what does it find? adds sessions to Reports/calibration (MINUTES=20)
	$(BENCH) aa --inject 2,3,5,5,10 --sessions 100000 --minutes $(MINUTES) $(FLAGS)

format: ## lay the sources out
	swift format -i -r Sources Tests Package.swift

lint: setup ## layout of the sources, and no warning from them
	swift format lint -r --strict Sources Tests Package.swift
	@log=$$(mktemp); trap 'rm -f $$log' EXIT; touch Sources/*/*.swift; swift build -c release --build-tests 2>&1 | tee $$log; \
	if grep -E "(Sources|Tests)/.*warning:" $$log; then echo "warnings in our sources"; exit 1; fi

perf: build ## time the reference workloads W1 to W7; Reports/perf gets perf.json, perf.md and a figure
	$(BENCH) perf --output Reports/perf

# An environment of its own, outside the tracked tree; override PEERS to keep it elsewhere.
PEERS := .build/peers
ROUNDS := 3

perf-peers: build ## the same beside PyTorch and JAX, in turns: prints the ratios (fetches some 300 MB once)
	@test -x $(PEERS)/bin/python || python3 -m venv $(PEERS)
	@$(PEERS)/bin/python -c "import torch, jax" 2>/dev/null || $(PEERS)/bin/pip install --quiet -r Benchmarks/peers/requirements.txt
	$(PEERS)/bin/python Benchmarks/peers/compare.py --program $(BENCH) --rounds $(ROUNDS) --output Reports/perf/peers.json

clean: ## remove what was built; the ledger and reports stay
	rm -rf .build
