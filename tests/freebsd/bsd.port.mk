# The little of FreeBSD's ports framework that the ports of this suite use: has bmake evaluate and stage them in tests.
# The caller says WRKSRC, STAGEDIR, CARGO_TARGET_DIR and, where it is not the default, WITH: the options that are on.

.for needed in PORTNAME DISTVERSION CATEGORIES MAINTAINER COMMENT
.if !defined(${needed}) || empty(${needed})
.error ${.CURDIR}: ${needed} is not said
.endif
.endfor

KNOWN_USES=	cargo desktop-file-utils metaport pkgconfig shared-mime-info xorg
.for use in ${USES}
.if empty(KNOWN_USES:M${use})
.error ${.CURDIR}: no USES=${use}
.endif
.endfor

WITH?=	${OPTIONS_DEFAULT}
.for option in ${OPTIONS_DEFINE}
.if !empty(WITH:M${option})
LIB_DEPENDS+=	${${option}_LIB_DEPENDS}
RUN_DEPENDS+=	${${option}_RUN_DEPENDS}
SUB_LIST+=	${${option}_SUB_LIST}
.else
MAKE_ENV+=	${${option}_MAKE_ENV_OFF}
SUB_LIST+=	${${option}_SUB_LIST_OFF}
.endif
.endfor

.if !empty(USES:Mcargo)
.include "${.CURDIR}/Makefile.crates"
.endif

PKGNAME=	${PORTNAME}-${DISTVERSION}
PREFIX=		/usr/local
WRKDIR=		${STAGEDIR}/../work
CARGO_BUILD_TARGET=	x86_64-unknown-freebsd
SETENV=		env
SH=		/bin/sh
MKDIR=		mkdir -p
INSTALL_DATA=	install -m 0644

stage: do-install post-install

do-install: substitute

substitute:
	@mkdir -p ${WRKDIR}
.for file in ${SUB_FILES}
	@sed -e 's|%%PREFIX%%|${PREFIX}|g' ${SUB_LIST:S/$/|g'/:S/^/-e 's|%%/:S/=/%%|/} ${.CURDIR}/files/${file}.in >${WRKDIR}/${file}
.endfor

.if !target(post-install)
post-install: do-install
.endif

.PHONY: stage do-install post-install substitute
