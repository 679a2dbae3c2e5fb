# Everything a person does with this checkout, by name. `make help` lists it; the work is done by scripts/.

SWIFT ?= swift
export SWIFT
# The linter, which scripts/install.sh puts there where pip is.
ASSAY_RUFF ?= $(CURDIR)/.build/tools/ruff/bin/ruff
export ASSAY_RUFF

SWIFT_FILES := Package.swift Sources Tests Examples/Consumer/Package.swift Examples/Consumer/Sources

.DEFAULT_GOAL := help
.PHONY: help demo test install build bench fuzz soak format lint docs man release wheel clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

demo: ## install what is missing, build, verify Examples/quickstart.jsonl, say where the page lies
	@scripts/demo.sh

# Tests see what is package or public, so that they share the modules of the build instead of making their own.
test: install ## install what is missing, build, run all tests
	$(SWIFT) test -c release --disable-testable-imports

install: ## install what is missing (as root on Debian and Ubuntu), or say what to install
	@scripts/install.sh

build: install ## build the release binary
	$(SWIFT) build -c release --product assay

bench: install ## measure speed and memory, against the Python checker where it is set up
	@scripts/bench.sh

fuzz: install ## feed random input to every parser and scanner, ten minutes each (ASSAY_FUZZ_SECONDS=600)
	@scripts/fuzz.sh

soak: install ## run 10,000 programs in sandboxes and look for what they leave behind (ASSAY_SOAK_RUNS=10000)
	@scripts/soak.sh

format: ## format all Swift files in place
	$(SWIFT) format -i -r $(SWIFT_FILES)

lint: ## check the format; no line of output means clean
	$(SWIFT) format lint --strict -r $(SWIFT_FILES)

docs: install ## build the libraries' pages into out/docs, and say how to read them
	@scripts/docs.sh

man: install ## write the man page to dist/assay.1
	@scripts/man.sh

release: install ## pack a tar.gz with binary, completions, man page, docs and examples into dist/
	@scripts/release.sh

wheel: install ## pack a pip wheel with the same into dist/
	@scripts/wheel.sh

clean: ## remove what was built
	rm -rf .build .build-static out dist
