# make help lists what there is. Every target installs what it needs first.

SWIFT_FLAGS := -Xswiftc -use-ld=lld
RELEASE := .build/release/luban
PREFIX ?= /usr/local
DEMO_HOME ?= $(CURDIR)/.build/demo

.DEFAULT_GOAL := help
.PHONY: help setup build release demo test check bench fuzz accept embed docs messages install uninstall deb clean

help: ## List the targets.
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing: libpq, zlib, expat, libqrencode, pkg-config, the PostgreSQL server (apt).
	@.ci/setup

build: setup ## Build for debugging.
	swift build $(SWIFT_FLAGS)

release: setup ## Build the self-contained release binary.
	swift build -c release --static-swift-stdlib --product luban $(SWIFT_FLAGS) $(if $(SCRATCH),--scratch-path $(SCRATCH))

demo: release ## Set all up and show the main job on real input.
	@docs/demo $(RELEASE)

test: setup ## Run all tests on a PostgreSQL of their own.
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build $(SWIFT_FLAGS)

check: setup ## Format, generated files, warnings.
	@.ci/check

bench: release ## Measure against psql on the same server (an hour); writes docs/benchmarks.md.
	swift build --product Benchmarks $(SWIFT_FLAGS)
	.build/debug/Benchmarks --page docs/benchmarks.md

fuzz: setup ## Throw bytes at the readers of files, a minute each (libFuzzer), from the corpus in Fuzz.
	@.ci/fuzz

accept: setup ## Rewrite the transcripts with what the program prints now, for review.
	swift build --build-tests $(SWIFT_FLAGS)
	LUBAN_ACCEPT=1 swift test --skip-build $(SWIFT_FLAGS) --filter LubanCLITests

embed: ## Rewrite the list of embedded files after adding one to sql/, seed/ or po/.
	@.ci/embed

docs: setup ## Rewrite the pages of docs/reference that follow from program and database.
	@.ci/docs

# What `make release` built is installed as it is, so that root needs no toolchain.
install: $(RELEASE) ## Install binary, man pages and completions under PREFIX.
	@.ci/install $(RELEASE) $(DESTDIR)$(PREFIX)

uninstall: ## Remove what install put there; databases stay.
	@.ci/install --remove $(DESTDIR)$(PREFIX)

$(RELEASE):
	@$(MAKE) release

deb: release ## Make a Debian package of the release binary in .build.
	@.ci/deb $(RELEASE)

messages: docs ## Bring the translations in po/ up to date with what Luban says in English.
	@.ci/messages

clean: ## Remove what was built.
	rm -rf .build
