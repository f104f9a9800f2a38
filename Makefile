# What people type. The longer recipes are scripts in make/. The same under GNU make and BSD make.

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
DATADIR = $(PREFIX)/share
MANDIR = $(DATADIR)/man
LIBEXECDIR = $(PREFIX)/libexec
SYSCONFDIR = $(PREFIX)/etc
DESTDIR =
# What is installed: all, or for packagers a part by itself.
PARTS = core calculator files launcher open session shutdown
# `no` builds English alone.
NLS = yes

STEP = ./make/step.sh
# One set of features for lints and tests, so that nothing is built twice.
ALL = --workspace --features candela/gallery
EXAMPLES = packaging/share/examples/candela
SCRIPTS = make/*.sh tests/*.sh tests/real/*.sh $(EXAMPLES)/500.* $(EXAMPLES)/candela_updates.in .ci/run
SCRIPTS += packaging/session/start-candela-desktop
PLACES = DESTDIR='$(DESTDIR)' BINDIR='$(BINDIR)' LIBEXECDIR='$(LIBEXECDIR)' DATADIR='$(DATADIR)' MANDIR='$(MANDIR)'
PLACES += SYSCONFDIR='$(SYSCONFDIR)'

all:
	CANDELA_NLS='$(NLS)' cargo build --release -p candela -p candela-shutdown-core
	@./make/licences.sh

# Builds the launcher and opens it, here or on a display of its own.
run:
	@./make/run.sh

# Everything: checks, the check for FreeBSD, all tests in real windows too.
test: check check-freebsd
	@$(STEP) build cargo build $(ALL) --bins --tests
	@$(STEP) tests env RUST_BACKTRACE=0 cargo test -q $(ALL) --no-fail-fast

check: set-up
	@$(STEP) format cargo fmt --all --check
	@$(STEP) lints cargo clippy $(ALL) --all-targets -- -D warnings
	@$(STEP) borders cargo test -q $(ALL) --test arrows --test licences
	@$(STEP) scripts shellcheck $(SCRIPTS)
	@$(STEP) packaging ./make/check-packaging.sh $(SCRIPTS)
	@$(STEP) makefile ./make/check-makefile.sh

check-freebsd: set-up
	@$(STEP) freebsd ./make/check-freebsd.sh

# What starts, searches and expansions take; the launcher beside its peers.
bench:
	@./make/packages.sh run display bench
	cargo bench --workspace

set-up:
	@./make/packages.sh test

# Puts what `make` built in place.
install:
	@$(PLACES) ./make/install.sh install $(PARTS)

uninstall:
	@$(PLACES) ./make/install.sh uninstall $(PARTS)

# Debian's packages of what `make` built, and FreeBSD's ports of this version.
deb:
	@./make/deb.sh $(PARTS)

port:
	@./make/port.sh $${CARGO_TARGET_DIR:-target}/port

# The sources of this version and the crates they are built from, in archives that come out the same anywhere.
dist:
	@./make/dist.sh

clean:
	cargo clean

.PHONY: all run test check check-freebsd bench set-up install uninstall deb port dist clean
