import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 5248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ invalidEnding)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(492);
/* harmony import */ var _commands_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3967);


/** Ends a step whose input is wrong: every finding at its line. */
function invalidEnding(host, diagnostics) {
    host.annotate(diagnostics);
    const count = (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsIn */ .R4)(diagnostics).length;
    host.log.error(`${count} ${count === 1 ? 'error' : 'errors'} in the input; nothing was done`);
    return _commands_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .d.invalid;
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OD: () => (/* binding */ nameList),
/* harmony export */   S3: () => (/* binding */ optionalMinutes),
/* harmony export */   c9: () => (/* binding */ strictBoolean),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   mR: () => (/* binding */ optionalText)
/* harmony export */ });
/** An input that cannot be read; the message says which one, what was found and what is expected. */
class InputError extends Error {
    name = 'InputError';
}
/** A text that may be left out. */
function optionalText(read, name) {
    const text = read(name);
    return text === '' ? undefined : text;
}
/** `true` or `false` and nothing else: `yes`, `1` or `True` are errors, so that a typing error never publishes. */
function strictBoolean(read, name) {
    const text = read(name);
    if (text === 'true')
        return true;
    if (text === 'false' || text === '')
        return false;
    throw new InputError(`input ${name}: expected true or false, found ${JSON.stringify(text.slice(0, 80))}`);
}
/** A number of minutes; undefined when none is given. */
function optionalMinutes(read, name) {
    const text = optionalText(read, name);
    if (text === undefined)
        return undefined;
    const minutes = Number(text);
    if (/^[0-9]+(?:\.[0-9]+)?$/.test(text) && minutes > 0)
        return minutes;
    throw new InputError(`input ${name}: expected minutes, found ${JSON.stringify(text.slice(0, 80))}`);
}
/** Names separated by commas, spaces or line breaks; undefined when none is given. */
function nameList(read, name) {
    const names = read(name)
        .split(/[\s,]+/)
        .filter(part => part !== '');
    return names.length === 0 ? undefined : names;
}


/***/ }),

/***/ 5127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ buildEnvironment),
/* harmony export */   U_: () => (/* binding */ SOURCE_EPOCH),
/* harmony export */   fb: () => (/* binding */ buildArguments)
/* harmony export */ });
/* harmony import */ var _handover_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7028);

/** Times in the configuration and of the files of the build context: equal inputs give equal bytes. */
const SOURCE_EPOCH = 946_684_800;
/**
 * By digest and without a tag; the codec of the cache, so that a layer is compressed once and shared; layers of the base
 * stay as they are, so that parent and child share them (no force-compression).
 */
const PUSHED = 'push-by-digest=true,name-canonical=true,push=true';
const LAYERS = 'oci-mediatypes=true,compression=zstd';
/**
 * The arguments of `buildx build` for an image: always arrays, values never in a shell.
 * Attestations are off: they hold times and an invocation id, so no two builds would have one digest
 * (moby/moby#48391); the metadata file tells the materials all the same.
 */
function buildArguments(order) {
    return [
        'build',
        '--progress=plain',
        '--provenance=false',
        '--sbom=false',
        `--platform=${order.platform}`,
        `--file=${order.dockerfile}`,
        ...(order.target === undefined ? [] : [`--target=${order.target}`]),
        ...pairs('--build-arg', order.args),
        ...pairs('--label', order.labels),
        ...order.secrets.map(secretArgument),
        ...(0,_handover_js__WEBPACK_IMPORTED_MODULE_0__/* .contextArguments */ .U$)(order.handed),
        ...Object.entries(order.folders).flatMap(([name, path]) => ['--build-context', `${name}=${path}`]),
        ...cacheArguments(order),
        ...(order.noCache ? ['--no-cache'] : []),
        `--metadata-file=${order.metadata}`,
        outputArgument(order),
        order.context
    ];
}
/** Environment of the build: the built-in frontend unless the Dockerfile pins one, materials in the metadata. */
function buildEnvironment(policyFile) {
    return {
        EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: policyFile,
        BUILDX_METADATA_PROVENANCE: 'max',
        BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
        SOURCE_DATE_EPOCH: String(SOURCE_EPOCH)
    };
}
function outputArgument({ repository, layout }) {
    return layout === undefined
        ? `--output=type=image,name=${repository},${PUSHED},${LAYERS}`
        : `--output=type=oci,dest=${layout},tar=false,${LAYERS}`;
}
function pairs(flag, values) {
    return Object.keys(values)
        .sort()
        .flatMap(name => [flag, `${name}=${values[name] ?? ''}`]);
}
function secretArgument(secret) {
    const source = secret.env === undefined ? `src=${secret.file ?? ''}` : `env=${secret.env}`;
    return `--secret=id=${secret.id},${source}`;
}
function cacheArguments(order) {
    if (order.cache === undefined)
        return [];
    const read = `--cache-from=type=registry,ref=${order.cache}`;
    // A cache that cannot be written must not fail an image that is built and pushed.
    const options = 'mode=max,compression=zstd,image-manifest=true,oci-mediatypes=true,ignore-error=true';
    return order.cacheWrite ? [read, `--cache-to=type=registry,ref=${order.cache},${options}`] : [read];
}


/***/ }),

/***/ 7028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ handExternal),
/* harmony export */   U$: () => (/* binding */ contextArguments),
/* harmony export */   Yy: () => (/* binding */ handLayout),
/* harmony export */   a4: () => (/* binding */ handParent),
/* harmony export */   s: () => (/* binding */ digestIn),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1193);

/** The tag in a reference to a layout: buildx 0.33.0 refuses one with a digest alone (docker/buildx#3793). */
const LAYOUT_TAG = 'build';
/** A parent from staging, by the digest of its platform manifest. */
function handParent(contextName, staging, digest) {
    return { contextName, reference: `${normaliseRepository(staging)}@${digest}` };
}
/**
 * A parent from a folder with an OCI layout, by the digest of its platform manifest. BuildKit names it after the context
 * (moby/buildkit, frontend/dockerui/namedcontext.go).
 */
function handLayout(contextName, folder, digest) {
    return { contextName, reference: `${normaliseRepository(contextName)}@${digest}`, layout: folder };
}
/** The source of a handed image as BuildKit and its source policy name it. */
function sourceOf(handed) {
    return `${handed.layout === undefined ? 'docker-image' : 'oci-layout'}://${handed.reference}`;
}
/** An external base under its own name, at the digest it is pinned to; a name that has its digest stays as it is. */
function handExternal(contextName, reference, digest) {
    return { contextName, reference: reference.includes('@') ? reference : `${reference}@${digest}` };
}
/** The digest that a handed image is pinned to: what stands behind the `@` of its reference. */
function digestIn(reference) {
    return reference.slice(reference.indexOf('@') + 1);
}
/** The arguments that hand the images over. */
function contextArguments(handed) {
    return handed.flatMap(each => ['--build-context', `${each.contextName}=${contextValue(each)}`]);
}
function contextValue(handed) {
    if (handed.layout === undefined)
        return sourceOf(handed);
    return `oci-layout://${handed.layout}:${LAYOUT_TAG}@${digestIn(handed.reference)}`;
}
/** A repository with its domain written out, as BuildKit writes it: without the `:latest` that a reference would get. */
function normaliseRepository(repository) {
    return ((0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .normaliseReference */ .Ox)(repository) ?? repository).replace(/:latest$/, '');
}


/***/ }),

/***/ 4213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isDone),
/* harmony export */   a: () => (/* binding */ countResults)
/* harmony export */ });
/** Whether an image is there in the end: built in this run, or found. */
function isDone({ state }) {
    return state === 'built' || state === 'reused';
}
/** Counts results by state. */
function countResults(results) {
    const count = (state) => results.filter(result => result.state === state).length;
    return {
        built: count('built'),
        reused: count('reused'),
        failed: count('failed'),
        blocked: count('blocked'),
        cancelled: count('cancelled')
    };
}


/***/ }),

/***/ 2686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   be: () => (/* binding */ isZero),
/* harmony export */   jh: () => (/* binding */ isCommitId)
/* harmony export */ });
const ZERO = /^0+$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Whether a text is a full object id (SHA-1 or SHA-256) and nothing else. */
function isCommitId(text) {
    return COMMIT.test(text);
}
/** Whether an id is the one that stands for "no commit" in push events. */
function isZero(id) {
    return ZERO.test(id);
}
/**
 * Reads the webhook payload of a workflow run. Everything in it is somebody else's text: a field that is no commit id
 * makes the event `unreadable`, never a guess. A called workflow (`workflow_call`) sees name and payload of its caller's
 * event. Fields: docs.github.com "Webhook events and payloads".
 */
function eventOf(name, payload) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment': {
            const base = commitAt(payload, ['pull_request', 'base', 'sha']);
            const head = commitAt(payload, ['pull_request', 'head', 'sha']);
            if (base === undefined || head === undefined)
                return unreadable('base commit');
            return { kind: 'pull-request', base, head };
        }
        case 'push':
            return pushEvent(payload);
        case 'merge_group': {
            const base = commitAt(payload, ['merge_group', 'base_sha']);
            return base === undefined ? unreadable('base commit') : { kind: 'merge-group', base };
        }
        case 'schedule':
            return { kind: 'schedule' };
        case 'workflow_dispatch':
        case 'repository_dispatch':
            return { kind: 'dispatch' };
        default:
            return { kind: 'other', name: /^[a-z_]{1,60}$/.test(name) ? name : '(unknown)' };
    }
}
function pushEvent(payload) {
    const ref = textAt(payload, ['ref']) ?? '';
    const after = textAt(payload, ['after']) ?? '';
    // Both must say so: one alone could make a run that has work look like one that has none.
    if (valueAt(payload, ['deleted']) === true && isCommitId(after) && isZero(after))
        return { kind: 'deleted' };
    if (ref.startsWith('refs/tags/'))
        return { kind: 'tag' };
    const before = commitAt(payload, ['before']);
    if (before === undefined)
        return unreadable('commit before the push');
    return { kind: 'push', before, ref, defaultBranch: branchAt(payload, ['repository', 'default_branch']) };
}
function unreadable(lacks) {
    return { kind: 'unreadable', lacks };
}
function valueAt(value, path) {
    let at = value;
    for (const key of path) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key))
            return undefined;
        at = at[key];
    }
    return at;
}
function textAt(value, path) {
    const found = valueAt(value, path);
    return typeof found === 'string' ? found : undefined;
}
function commitAt(value, path) {
    const text = textAt(value, path);
    return text !== undefined && isCommitId(text) ? text : undefined;
}
/** A branch name that can stand in a refspec without any other meaning; narrower than what git allows. */
function branchAt(value, path) {
    const text = textAt(value, path);
    return text !== undefined && /^[A-Za-z0-9._/-]{1,250}$/.test(text) && !text.includes('..')
        ? text
        : undefined;
}


/***/ }),

/***/ 3967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ exitOfBuild),
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4213);

/** The documented exit codes. */
const EXIT = { done: 0, failed: 1, invalid: 2, internal: 3 };
/** The exit code of a build: 1 when an image is not there in the end, 3 when a fault of our own kept one from it. */
function exitOfBuild(results) {
    const isFault = results.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'B008'));
    if (isFault)
        return EXIT.internal;
    return results.every(_build_results_js__WEBPACK_IMPORTED_MODULE_0__/* .isDone */ .$) ? EXIT.done : EXIT.failed;
}


/***/ }),

/***/ 5944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ anyTroubleOf),
/* harmony export */   KM: () => (/* binding */ isTrouble),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   iB: () => (/* binding */ isCancellation),
/* harmony export */   zy: () => (/* binding */ isCutShort)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(492);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2371);
/* harmony import */ var _io_buildx_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3561);
/* harmony import */ var _io_git_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5472);
/* harmony import */ var _io_materialise_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1693);
/* harmony import */ var _io_registry_error_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6269);
/* harmony import */ var _io_thrown_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1643);
/* harmony import */ var _release_unsettled_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2398);








/** The finding for something that was thrown while working on an image (or the whole run, by the manifest's name). */
function troubleOf(error, name, file) {
    if (error instanceof _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y)
        return error.diagnostic;
    const message = `${name}: ${(0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`;
    if (error instanceof _io_buildx_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildxError */ .zb)
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('W001', { file }, message, 'install or update buildx, then run again');
    if (error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .g || error instanceof _release_unsettled_js__WEBPACK_IMPORTED_MODULE_7__/* .UnsettledError */ .v) {
        const remedy = `${first(error)}; what is finished stays finished`;
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('W002', { file }, message, remedy);
    }
    if (error instanceof _io_materialise_js__WEBPACK_IMPORTED_MODULE_4__/* .LfsPointerError */ .V) {
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('C004', { file: error.path }, message, 'commit the file itself, or take it out of the build context');
    }
    if (error instanceof _io_git_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X) {
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('E002', { file }, message, 'check the clone with `git fsck`, or clone again');
    }
    if (isFullDisk(error)) {
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('W003', { file }, message, 'free space in the temporary folder and run again; finished images are kept');
    }
    if (isMissingProgram(error))
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('W004', { file }, message, 'install the program and run again');
    if (isRefused(error))
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('W005', { file }, message, refusedRemedy(String((0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error))));
    throw error;
}
/** What comes before another run of what a registry refused or did not answer. */
function first(error) {
    const { status, host } = error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .g ? error : {};
    if (status === 401)
        return `log in (\`docker login ${host}\`), then run again`;
    if (error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .g && isFixedTag(error))
        return 'let tags be overwritten there, since a release moves them and `latest` of its record, then run again';
    if (status === 403)
        return 'see to that right, then run again';
    return 'run again when the registry answers';
}
/** Whether a registry does not let a tag move, in the words of Amazon ECR or Harbor. */
function isFixedTag({ action, answer }) {
    return action.access === 'push' && /\bimmutable\b/i.test(answer.body ?? '');
}
/** As {@link troubleOf}, with a fault of our own as a finding too: it ends one image and not the run. */
function anyTroubleOf(error, name, file) {
    if (isTrouble(error))
        return troubleOf(error, name, file);
    const message = `${name}: internal error: ${(0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}`;
    return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('B008', { file }, message, 'this is a fault of base-images: please report it with the log');
}
/** Whether {@link troubleOf} knows what to say about it; anything else is our own fault. */
function isTrouble(error) {
    return (error instanceof _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y ||
        error instanceof _io_buildx_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildxError */ .zb ||
        error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .g ||
        error instanceof _release_unsettled_js__WEBPACK_IMPORTED_MODULE_7__/* .UnsettledError */ .v ||
        error instanceof _io_materialise_js__WEBPACK_IMPORTED_MODULE_4__/* .LfsPointerError */ .V ||
        error instanceof _io_git_js__WEBPACK_IMPORTED_MODULE_3__/* .GitError */ .X ||
        isFullDisk(error) ||
        isMissingProgram(error) ||
        isRefused(error));
}
/** Whether something was thrown since the run was cancelled: a wait was cut short, or what was under way broke. */
function isCancellation(error, signal) {
    if (!signal.aborted || error instanceof _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y)
        return false;
    return isTrouble(error) || isCutShort(error);
}
/**
 * Whether a wait, or a request that was under way, was ended because the run ended; its message says what was waited
 * for.
 */
function isCutShort(error) {
    return error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .g ? error.code === 'CANCELLED' : isAbort(error);
}
function isAbort(error) {
    // No `instanceof Error`: in a test runner timers throw errors of another realm.
    return error?.name === 'AbortError';
}
function isFullDisk(error) {
    return (0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error) === 'ENOSPC' || (0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error) === 'EDQUOT';
}
function isMissingProgram(error) {
    const isMissing = (0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error) === 'ENOENT' || (0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error) === 'EACCES';
    return isMissing && callOf(error)?.startsWith('spawn') === true;
}
/** An error of the operating system, which alone has both a code such as `EMFILE` and the call that failed. */
function isRefused(error) {
    return callOf(error) !== undefined && /^E[A-Z0-9]+$/.test(String((0,_io_thrown_js__WEBPACK_IMPORTED_MODULE_6__/* .codeOf */ .$N)(error)));
}
function callOf(error) {
    const isCall = error instanceof Error && 'syscall' in error && typeof error.syscall === 'string';
    return isCall ? String(error.syscall) : undefined;
}
const REFUSALS = [
    { codes: ['EMFILE', 'ENFILE'], remedy: 'raise the limit of open files (`ulimit -n`) or lower `--jobs`' },
    { codes: ['EAGAIN', 'ENOMEM'], remedy: 'allow more processes (`ulimit -u`) or memory, or lower `--jobs`' },
    { codes: ['ENOENT', 'ENOTDIR'], remedy: 'make that folder, or let TMPDIR name one that is there' },
    {
        codes: ['EACCES', 'EPERM', 'EROFS'],
        remedy: 'make that path writable, or let TMPDIR name a folder that is'
    }
];
function refusedRemedy(code) {
    const known = REFUSALS.find(({ codes }) => codes.includes(code));
    return `${known?.remedy ?? 'look at the disk and at what the system logs'}, and run again; finished images are kept`;
}


/***/ }),

/***/ 7522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   gp: () => (/* binding */ listedTree),
/* harmony export */   yz: () => (/* binding */ lowerBound)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8313);

/** Whether a path is a regular file: no link, no submodule, and there. */
function isRegularFile(entry) {
    return entry?.mode === '100644' || entry?.mode === '100755';
}
/** Makes a tree of files from path and entry pairs in any order; `links` gives the target text of a symbolic link. */
function treeOf(entries, links) {
    const files = [...new Map(entries)];
    const paths = files.map(([path]) => path);
    return listedTree(paths, index => files[index]?.[1], files.every(([, { mode }]) => mode !== '120000'), links);
}
/**
 * Makes a tree of paths that each stand once, in any order, and of what is at each; `plain` when nothing is a symbolic
 * link. Nothing is made for a file before somebody asks for it: a tree may have 200,000, of which a plan looks at few.
 */
function listedTree(listed, entryAt, plain, links) {
    const { paths, place } = inOrder(listed);
    let next = 0;
    // Who walks through a folder asks for one path after the other.
    const indexOf = (path) => {
        const index = paths[next] === path ? next : lowerBound(paths, path);
        if (paths[index] !== path)
            return undefined;
        next = index + 1;
        return index;
    };
    const get = (path) => {
        const index = indexOf(path);
        return index === undefined ? undefined : entryAt(place(index));
    };
    return {
        get,
        under: folder => {
            if (folder === '')
                return paths;
            const start = lowerBound(paths, `${folder}/`);
            return paths.slice(start, lowerBound(paths, `${folder}0`, start));
        },
        link: path => (!plain && get(path)?.mode === '120000' ? links(path) : undefined),
        plain
    };
}
/** Paths in order, and where each stood before. A sorted input, as git nearly always gives it, costs one pass. */
function inOrder(listed) {
    const isOrdered = listed.every((path, index) => index === 0 || (listed[index - 1] ?? '') < path);
    if (isOrdered)
        return { paths: listed, place: index => index };
    const places = listed.map((_, index) => index);
    places.sort((a, b) => (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(listed[a] ?? '', listed[b] ?? ''));
    return { paths: places.map(place => listed[place] ?? ''), place: index => places[index] ?? 0 };
}
/** Index of the first path that is not before `bound`; `0` is the character after `/`, so `a0` bounds all of `a/`. */
function lowerBound(paths, bound, from = 0) {
    let low = from;
    let high = paths.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((paths[middle] ?? '') < bound)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}


/***/ }),

/***/ 8313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ byCodeUnit)
/* harmony export */ });
/** Orders texts by code unit: the same on every machine and in every locale. */
function byCodeUnit(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ hasErrors),
/* harmony export */   Ds: () => (/* binding */ sortDiagnostics),
/* harmony export */   MK: () => (/* binding */ warningAt),
/* harmony export */   Os: () => (/* binding */ errorAt),
/* harmony export */   R4: () => (/* binding */ errorsIn),
/* harmony export */   rD: () => (/* binding */ COMMAND_LINE)
/* harmony export */ });
/* harmony import */ var _code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8313);

/** The place of what was asked for wrongly, by an option or the input of an action: in no file. */
const COMMAND_LINE = { file: 'command line' };
/** Makes an error with a place. */
function errorAt(code, place, message, remedy) {
    return { code, severity: 'error', message, ...place, remedy };
}
/** Makes a warning with a place. */
function warningAt(code, place, message, remedy) {
    return { code, severity: 'warning', message, ...place, remedy };
}
/** Orders findings by file, line, column and code, by code unit: the same list on every machine. */
function sortDiagnostics(diagnostics) {
    return [...diagnostics].sort((a, b) => (0,_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.file, b.file) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        (0,_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.code, b.code) ||
        (0,_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.message, b.message));
}
/** The findings that stop the run. */
function errorsIn(diagnostics) {
    return diagnostics.filter(({ severity }) => severity === 'error');
}
/** Whether any of the findings stops the run. */
function hasErrors(diagnostics) {
    return diagnostics.some(({ severity }) => severity === 'error');
}


/***/ }),

/***/ 5056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   b$: () => (/* binding */ commandMessage)
/* harmony export */ });
/**
 * Control characters, direction marks and halves of surrogate pairs: in a terminal they move the cursor, colour or
 * reorder what a person reads.
 */
const INVISIBLE = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/**
 * A text of one line in which every character can be seen: others are written as `\u{…}`, tab and line ends as `\t \n
 * \r`.
 */
function visible(text) {
    return text.replace(INVISIBLE, character => SHORT[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`);
}
const SHORT = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** The message of a GitHub workflow command, so that no text can end the command and start another. */
function commandMessage(text) {
    return visible(text).replaceAll('%', '%25');
}
/** A property of a GitHub workflow command. */
function commandProperty(text) {
    return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 2371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/** A mistake of the user's that is found deep inside; carries the finding. */
class UserError extends Error {
    diagnostic;
    constructor(diagnostic) {
        super(diagnostic.message);
        this.diagnostic = diagnostic;
    }
}


/***/ }),

/***/ 3561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ah: () => (/* binding */ findBuildx),
/* harmony export */   "do": () => (/* binding */ openBuildx),
/* harmony export */   zb: () => (/* binding */ BuildxError)
/* harmony export */ });
/* unused harmony export OLDEST_BUILDX */
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8324);

/** The oldest buildx with everything that is used: materials in the metadata file and source policies. */
const OLDEST_BUILDX = '0.16.0';
/** A daemon that takes longer to say how it is would not build anything either; buildx itself waits 20 s. */
const LOOK_MS = 10_000;
/** buildx is missing or too old; the message says which and what to do. */
class BuildxError extends Error {
}
/** Opens the buildx that {@link findBuildx} finds. */
async function openBuildx(environment) {
    const { version, command } = await findBuildx(environment);
    const [program = 'buildx', ...first] = command;
    return {
        version,
        build: (args, options) => (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(program, [...first, ...args], {
            ...(options.environment === undefined ? {} : { environment: options.environment }),
            ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
            ...(options.silence === undefined ? {} : { silence: options.silence }),
            ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
            ...(options.signal === undefined ? {} : { signal: options.signal })
        }),
        look: async (builder) => {
            const environment = { BUILDX_BUILDER: builder };
            const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(program, [...first, 'inspect'], { environment, timeoutMs: LOOK_MS });
            if (/no builder .* found/.test(result.stderr))
                return 'unknown';
            return /^Status:\s+running$/m.test(result.stdout) ? 'running' : 'silent';
        }
    };
}
/**
 * Finds buildx: the program that BASE_IMAGES_BUILDX names, else Docker's plugin, else `buildx` in PATH. `command` is the
 * program with its first arguments. Throws a BuildxError when there is none or it is too old.
 */
async function findBuildx(environment) {
    const named = environment['BASE_IMAGES_BUILDX'];
    const candidates = named === undefined || named === '' ? [['docker', 'buildx'], ['buildx']] : [[named]];
    for (const [program = 'buildx', ...first] of candidates) {
        const version = await versionOf(program, first);
        if (version === undefined)
            continue;
        if (isOlder(version, OLDEST_BUILDX)) {
            throw new BuildxError(`buildx ${version} is too old: ${OLDEST_BUILDX} or newer is needed; update Docker's buildx plugin`);
        }
        return { version, command: [program, ...first] };
    }
    const tried = candidates.map(words => words.join(' ')).join(', ');
    throw new BuildxError(`buildx was not found (tried ${tried}): install Docker with its buildx plugin, or name the program in BASE_IMAGES_BUILDX`);
}
async function versionOf(program, first) {
    try {
        const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(program, [...first, 'version']);
        if (result.code !== 0)
            return undefined;
        return /v?(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? '0.0.0';
    }
    catch {
        return undefined;
    }
}
function isOlder(version, floor) {
    const a = version.split('.').map(Number);
    const b = floor.split('.').map(Number);
    const index = [0, 1, 2].find(at => a[at] !== b[at]);
    return index !== undefined && (a[index] ?? 0) < (b[index] ?? 0);
}


/***/ }),

/***/ 3160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ credentialsFor)
/* harmony export */ });
const NONE = { environment: {}, secrets: [] };
/**
 * Gives a token to git as a header for exactly the server of the remote, by environment (`GIT_CONFIG_COUNT`, git 2.31).
 * Nothing when the remote is another server than the token's, or is not reached by HTTP. A header that a checkout with
 * `persist-credentials` left in the configuration is taken out first: GitHub refuses requests with two.
 */
function credentialsFor(remote, access, environment) {
    if (access === undefined || access.token === '')
        return NONE;
    const origin = originOf(remote);
    if (origin === undefined || origin !== originOf(access.server))
        return NONE;
    const basic = Buffer.from(`x-access-token:${access.token}`).toString('base64');
    const key = `http.${origin}/.extraheader`;
    // What is there already, such as safe.directory of the runner, stays.
    const before = Number(environment['GIT_CONFIG_COUNT'] ?? 0) || 0;
    return {
        environment: {
            GIT_CONFIG_COUNT: String(before + 2),
            [`GIT_CONFIG_KEY_${before}`]: key,
            [`GIT_CONFIG_VALUE_${before}`]: '',
            [`GIT_CONFIG_KEY_${before + 1}`]: key,
            [`GIT_CONFIG_VALUE_${before + 1}`]: `AUTHORIZATION: basic ${basic}`
        },
        secrets: [access.token, basic]
    };
}
/** Scheme, host and port of an HTTP address; undefined for any other (ssh, file, a path). */
function originOf(address) {
    if (address === undefined || !/^https?:\/\//i.test(address))
        return undefined;
    try {
        return new URL(address).origin;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XS: () => (/* binding */ GitError),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   is: () => (/* binding */ gitWords)
/* harmony export */ });
/** git could not do what it must; the message names the command and git's own words. */
class GitError extends Error {
    name = 'GitError';
}
/** Longest part of git's words that is repeated. */
const LONGEST = 300;
/**
 * The sentence of git's standard error that says what is wrong: one line, without credentials of addresses, without the
 * secrets given, without control characters. What a server says ("remote: …") stands in it too, so it is not trusted.
 */
function gitWords(stderr, secrets = []) {
    const lines = stderr.split(/[\r\n]+/).filter(line => line.trim() !== '');
    const told = lines.find(line => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? 'without a word';
    const plain = told.replace(/^(?:fatal|error): /, '').replace(/\p{Cc}/gu, ' ');
    return withoutSecrets(plain, secrets).trim().slice(0, LONGEST);
}
/** A text without user names and passwords of addresses (`https://user:password@host`) and without the secrets given. */
function withoutSecrets(text, secrets = []) {
    const open = text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^/@\s'"]*@/gi, '$1');
    return secrets
        .filter(secret => secret !== '')
        .reduce((rest, secret) => rest.replaceAll(secret, '***'), open);
}


/***/ }),

/***/ 5472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  X: () => (/* reexport */ git_error/* GitError */.XS),
  z: () => (/* binding */ openGit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/changes/event.js
var changes_event = __nccwpck_require__(2686);
// EXTERNAL MODULE: ./build/io/git-access.js
var git_access = __nccwpck_require__(3160);
// EXTERNAL MODULE: ./build/io/git-error.js
var git_error = __nccwpck_require__(6562);
;// CONCATENATED MODULE: ./build/io/git-fetch.js


const TRACKING = 'refs/remotes/origin/';
/**
 * Fetches commits by id and branches by their names under `refs/remotes/origin/` from `origin`. In a shallow clone the
 * history comes with so many commits; a complete clone stays complete, since a depth would cut it off.
 */
async function fetchFromOrigin(options, wanted, depth) {
    const { git, credentials, timeoutMs } = options;
    if ((await git(['remote', 'get-url', 'origin'])).code !== 0) {
        return { kind: 'failed', why: 'there is no remote `origin`' };
    }
    const refspecs = wanted.map(refspecOf);
    if (refspecs.includes(undefined))
        return { kind: 'failed', why: 'it has no name that git could fetch' };
    const shallow = (await git(['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';
    const result = await git([
        // No housekeeping of a large clone while a plan waits for one commit.
        ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
        ...['fetch', '--quiet', '--no-tags', '--no-recurse-submodules'],
        ...(shallow ? [`--depth=${depth}`] : []),
        ...['--end-of-options', 'origin'],
        ...refspecs.filter(refspec => refspec !== undefined)
    ], { environment: { ...options.environment, ...credentials.environment }, timeoutMs });
    if (result.code === 0)
        return { kind: 'fetched' };
    return { kind: 'failed', why: reasonOf(result, credentials, timeoutMs) };
}
function refspecOf(wanted) {
    if ((0,changes_event/* isCommitId */.jh)(wanted))
        return wanted;
    if (!wanted.startsWith(TRACKING))
        return undefined;
    return `+refs/heads/${wanted.slice(TRACKING.length)}:${wanted}`;
}
/** Why a fetch failed, in words a person can act on. */
function reasonOf(result, { secrets }, timeoutMs) {
    if (result.timedOut)
        return `git fetch took longer than ${timeoutMs / 1000} s`;
    const words = (0,git_error/* gitWords */.is)(result.stderr, secrets);
    if (/not our ref|unadvertised object|couldn't find remote ref/.test(words)) {
        return 'the server does not have it';
    }
    if (/could not read (?:Username|Password)|Authentication failed|returned error: 40[13]/.test(words)) {
        const given = secrets.length > 0 ? 'refuses the token' : 'asks for credentials, and there is no token for it';
        return `the server ${given}`;
    }
    return words;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./build/io/git-history.js



/**
 * The merge base of two commits, or that a shallow clone does not show it. A shallow clone can give a wrong one, not just
 * none: https://github.com/thesofproject/linux/issues/2556. It can be trusted when no commit whose parents are cut off is
 * reachable from the two without passing the merge base: any other common ancestor is then an ancestor of that one.
 */
async function mergeBaseOf(git, root, resolve, a, b) {
    const result = await git(['merge-base', '--all', '--end-of-options', a, b]);
    // 1: there is none.
    if (result.code !== 0 && result.code !== 1) {
        throw new git_error/* GitError */.XS(`git merge-base of ${a} and ${b} failed: ${(0,git_error/* gitWords */.is)(result.stderr)}`);
    }
    const bases = linesOf(result.stdout);
    const shallow = await shallowCommits(git, root);
    if (shallow.size > 0 && (await reachesCut(git, resolve, shallow, [a, b], bases)))
        return { kind: 'cut' };
    const [base] = bases;
    if (base === undefined)
        return { kind: 'none' };
    return bases.length > 1 ? { kind: 'several' } : { kind: 'found', commit: base };
}
/** Those of some commits, given by the first digits of their ids, that descend from a commit, in one look. */
async function descendantsOf(git, commit, some) {
    if (some.length === 0)
        return [];
    const stdin = [`^${commit}`, ...some].map(line => `${line}\n`).join('');
    const result = await git(['rev-list', '--ignore-missing', '--ancestry-path', '--stdin'], { stdin });
    if (result.code !== 0)
        return [];
    const descendants = linesOf(result.stdout);
    return some.filter(each => descendants.some(id => id.startsWith(each)));
}
async function reachesCut(git, resolve, shallow, tips, bases) {
    const listed = await git(['rev-list', '--end-of-options', ...tips, ...bases.map(base => `^${base}`)]);
    if (listed.code !== 0)
        throw new git_error/* GitError */.XS(`git rev-list failed: ${(0,git_error/* gitWords */.is)(listed.stderr)}`);
    for (const commit of linesOf(listed.stdout)) {
        // The object itself still names the parents; a first commit at the edge has none, and nothing is cut off there.
        if (shallow.has(commit) && ((await resolve(commit))?.parents.length ?? 1) > 0)
            return true;
    }
    return false;
}
/** The commits at the edge of a shallow clone; none in a complete one. */
async function shallowCommits(git, root) {
    const path = await git(['rev-parse', '--git-path', 'shallow']);
    const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(root, path.stdout.trimEnd()), 'utf8').catch(() => '');
    return new Set(linesOf(text));
}
function linesOf(text) {
    return text.split('\n').filter(line => line !== '');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: ./build/io/git-objects.js


/**
 * Opens one `git cat-file --batch` for all objects of a run: a process for each question costs more than the answers.
 * It does not keep our own process alive while nothing is asked.
 */
function openObjects(folder, environment) {
    const queue = [];
    let child;
    return revision => {
        // One question a line: a line break in a revision would be a second question.
        if (/[\n\0]/.test(revision))
            return Promise.resolve(undefined);
        const running = (child ??= start());
        return new Promise((resolve, reject) => {
            if (queue.length === 0)
                hold(running, true);
            const settle = () => {
                if (queue.length === 0)
                    hold(running, false);
            };
            queue.push({
                resolve: object => {
                    settle();
                    resolve(object);
                },
                reject: error => {
                    settle();
                    reject(error);
                }
            });
            running.stdin?.write(`${revision}\n`);
        });
    };
    function start() {
        const started = (0,external_node_child_process_.spawn)('git', ['cat-file', '--batch'], {
            cwd: folder,
            env: { ...process.env, ...environment },
            stdio: 'pipe'
        });
        // Of its own: what a process that died has half said must not be read as the next one's answer.
        const answers = answerReader(queue);
        let said = '';
        // A system without a file left gives a child that has no pipes; its error comes a moment later.
        started.stderr?.setEncoding('utf8').on('data', (text) => {
            said = (said + text).slice(-2000);
        });
        started.stdout?.on('data', (chunk) => answers(chunk));
        started.stdin?.on('error', () => undefined);
        const fail = (error) => {
            if (child !== started)
                return;
            child = undefined;
            for (const waiting of queue.splice(0))
                waiting.reject(error);
        };
        started.on('error', fail);
        started.on('close', () => fail(new git_error/* GitError */.XS(`git cannot read an object: ${(0,git_error/* gitWords */.is)(said)}`)));
        return started;
    }
}
/** Keeps our process alive while an answer is awaited, and only then. */
function hold(child, on) {
    for (const part of [child, child.stdin, child.stdout, child.stderr]) {
        const handle = part;
        if (on)
            handle?.ref?.();
        else
            handle?.unref?.();
    }
}
/** Takes the output apart: `<id> <type> <size> LF <content> LF`, or `<question> missing LF`. */
function answerReader(queue) {
    let parts = [];
    let have = 0;
    let need = 0;
    return chunk => {
        parts.push(chunk);
        have += chunk.length;
        // A large object comes in many chunks: they are joined once, when it is whole.
        if (have < need)
            return;
        let rest = parts.length === 1 ? chunk : Buffer.concat(parts);
        for (;;) {
            const end = rest.indexOf(10);
            if (end === -1)
                break;
            const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(rest.toString('latin1', 0, end));
            if (header === null) {
                rest = rest.subarray(end + 1);
                queue.shift()?.resolve(undefined);
                continue;
            }
            const [, id = '', type = '', size = '0'] = header;
            const total = end + 1 + Number(size) + 1;
            if (rest.length < total) {
                need = total;
                break;
            }
            queue.shift()?.resolve({ id, type, content: rest.subarray(end + 1, total - 1) });
            rest = rest.subarray(total);
            need = 0;
        }
        parts = rest.length === 0 ? [] : [rest];
        have = rest.length;
    };
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./build/context/tree.js
var tree = __nccwpck_require__(7522);
// EXTERNAL MODULE: ./build/io/paths.js
var paths = __nccwpck_require__(3617);
;// CONCATENATED MODULE: ./build/io/git-trees.js




/** All files of a commit or tree object, or those at and below the given paths, with the targets of links. */
async function readTree(raw, read, treeish, paths = []) {
    // `ls-tree` takes paths as they are, without globs.
    const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', treeish, '--', ...paths];
    const result = await raw(paths.length === 0 ? args.slice(0, -1) : args);
    if (result.code !== 0)
        throw new git_error/* GitError */.XS(`git ls-tree of ${treeish} failed: ${(0,git_error/* gitWords */.is)(result.stderr)}`);
    const listed = records(result.stdout);
    const links = listed.filter(record => record.startsWith('120000'));
    const targets = await readLinks(read, links.map(record => entryOf(record).blob));
    const targetOf = new Map(links.map(record => [pathOf(record), targets.get(entryOf(record).blob)]));
    return (0,tree/* listedTree */.gp)(listed.map(pathOf), index => entryOf(listed[index] ?? ''), links.length === 0, path => targetOf.get(path));
}
/** Of `mode type id TAB path`. */
function pathOf(record) {
    return record.slice(record.indexOf('\t') + 1);
}
function entryOf(record) {
    const tab = record.indexOf('\t');
    return { mode: record.slice(0, 6), blob: record.slice(record.indexOf(' ', 7) + 1, tab) };
}
/** Target texts of symbolic links by object id. */
async function readLinks(read, ids) {
    const blobs = await readBlobs(read, [...new Set(ids)]);
    return new Map([...blobs].map(([id, content]) => [id, (0,paths/* decodePath */.q)(content)]));
}
/** Every path of which mode or content differs between two commits or trees. */
async function readChanges(raw, before, after) {
    const args = [
        'diff-tree',
        '-r',
        '-z',
        '--raw',
        '--no-renames',
        '--no-abbrev',
        '--end-of-options',
        before,
        after
    ];
    const result = await raw(args);
    if (result.code !== 0)
        throw new git_error/* GitError */.XS(`git diff-tree of ${before} and ${after} failed: ${(0,git_error/* gitWords */.is)(result.stderr)}`);
    const changes = [];
    const parts = records(result.stdout);
    // `:mode mode id id status` and the path, each ended by NUL; zero modes stand for "not there".
    for (let at = 0; at + 1 < parts.length; at += 2) {
        const [oldMode = '', newMode = '', oldBlob = '', newBlob = ''] = (parts[at] ?? '').slice(1).split(' ');
        changes.push({
            path: parts[at + 1] ?? '',
            ...(oldMode === '000000' ? {} : { before: { mode: oldMode, blob: oldBlob } }),
            ...(newMode === '000000' ? {} : { after: { mode: newMode, blob: newBlob } })
        });
    }
    return changes;
}
/** Records that end with NUL; the whole output is decoded at once where it is valid UTF-8, as it nearly always is. */
function records(output) {
    if ((0,external_node_buffer_.isUtf8)(output))
        return output.toString('utf8').split('\0').slice(0, -1);
    const found = [];
    for (let start = 0; start < output.length;) {
        const end = output.indexOf(0, start);
        found.push((0,paths/* decodePath */.q)(output.subarray(start, end)));
        start = end + 1;
    }
    return found;
}
/** Contents of blobs by object id; throws a GitError that names one which is missing. */
async function readBlobs(read, ids) {
    const objects = await Promise.all(ids.map(async (id) => [id, await read(id)]));
    return new Map(objects.map(([id, object]) => {
        if (object === undefined)
            throw new git_error/* GitError */.XS(`git does not have the object ${id} that a tree names`);
        return [id, object.content];
    }));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./build/io/git-work-tree.js



/**
 * The tree object of the working tree, and whether it differs from the commit: by `git add` into a copy of the index,
 * with the same filters and ignore rules as a commit, the user's index untouched. `quiet` is the environment of every
 * git command.
 */
async function workTree(root, git, quiet) {
    const status = await git(['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames']);
    if (status.code !== 0)
        throw new git_error/* GitError */.XS(`git status failed: ${(0,git_error/* gitWords */.is)(status.stderr)}`);
    if (status.stdout === '') {
        const head = await git(['rev-parse', '--verify', '--quiet', 'HEAD^{tree}']);
        // Before the first commit the tree is written below, empty.
        if (head.code === 0)
            return { tree: head.stdout.trim(), dirty: false };
    }
    // Loaded only here: it costs 10 ms, and most plans are made of commits.
    const { mkdtemp, rm } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1455, 19));
    const scratch = await mkdtemp((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'base-images-index-'));
    try {
        const index = (await git(['rev-parse', '--git-path', 'index'])).stdout.trim();
        const copy = (0,external_node_path_.join)(scratch, 'index');
        await copyIndex((0,external_node_path_.resolve)(root, index), copy);
        const environment = { ...quiet, GIT_INDEX_FILE: copy };
        const added = await git(['add', '--all', '--', '.'], { environment });
        const written = await git(['write-tree'], { environment });
        if (added.code !== 0 || written.code !== 0) {
            throw new git_error/* GitError */.XS(`git cannot read the working tree: ${(0,git_error/* gitWords */.is)(added.stderr + written.stderr)}`);
        }
        return { tree: written.stdout.trim(), dirty: true };
    }
    finally {
        await rm(scratch, { recursive: true, force: true });
    }
}
/**
 * Copies the index with its time: git looks again into files that changed in the same moment as the index was written
 * ("racy git"), and must still do so with the copy. Without an index (nothing was ever added) there is nothing to copy.
 */
async function copyIndex(index, copy) {
    const { copyFile, stat, utimes } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1455, 19));
    const written = await stat(index).catch(() => undefined);
    if (written === undefined)
        return;
    await copyFile(index, copy);
    await utimes(copy, written.mtime, written.mtime);
}

// EXTERNAL MODULE: ./build/io/process.js
var io_process = __nccwpck_require__(8324);
;// CONCATENATED MODULE: ./build/io/git.js











/** Longest time of one fetch when nobody says otherwise: enough for a thousand commits of a large repository. */
const FETCH_TIMEOUT_MS = 120_000;
/**
 * Opens the repository that a folder belongs to; undefined when there is none. Rejects with a {@link GitError} when git
 * refuses to read it.
 * Every call is an argument array; user text stands behind `--end-of-options`; output is read NUL-separated.
 */
async function openGit(folder, options = {}) {
    const early = readEarly(folder, options.access);
    const asked = await askFolders(folder);
    if (asked === undefined)
        return undefined;
    const { root, common } = asked;
    const git = (args, more = {}) => (0,io_process/* run */.e)('git', args, { cwd: root, environment: QUIET, ...more });
    // A clone without all blobs or trees (`filter` of actions/checkout) fetches them when they are read.
    const credentials = await credentialsOf(git, options.access);
    const reading = { ...QUIET, ...credentials.environment };
    const read = early ?? openObjects(root, reading);
    const raw = args => (0,io_process/* runRaw */.i)('git', args, { cwd: root, environment: reading });
    return {
        root,
        resolve: revision => resolveOrRefuse(git, read, revision),
        changes: (before, after) => readChanges(raw, before, after),
        ownFolder: (0,external_node_path_.join)(common, 'base-images'),
        tree: (treeish, paths) => readTree(raw, read, treeish, paths),
        workTree: () => workTree(root, git, QUIET),
        links: ids => readLinks(read, ids),
        blobs: ids => readBlobs(read, ids),
        mergeBase: (a, b) => mergeBaseOf(git, root, revision => resolveCommit(read, revision), a, b),
        isAncestor: async (ancestor, commit) => {
            const result = await git(['merge-base', '--is-ancestor', ancestor, commit]);
            return result.code === 0 ? true : result.code === 1 ? false : undefined;
        },
        descendants: (commit, some) => descendantsOf(git, commit, some),
        fetch: (wanted, depth) => {
            const timeoutMs = options.fetchTimeoutMs ?? FETCH_TIMEOUT_MS;
            return fetchFromOrigin({ git, credentials, environment: QUIET, timeoutMs }, wanted, depth);
        },
        originUrl: async () => {
            const result = await git(['config', '--get', 'remote.origin.url']);
            return result.code === 0 ? (0,git_error/* withoutSecrets */.cT)(result.stdout.trim()) : undefined;
        },
        mainFolder: common.endsWith('/.git') ? (0,external_node_path_.dirname)(common) : root
    };
}
/** Optional locks off: looking must not disturb a git command of the user's that runs beside. No prompt, ever. */
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
async function askFolders(folder) {
    const ask = async (...what) => {
        const args = ['rev-parse', '--path-format=absolute', ...what];
        const result = await (0,io_process/* run */.e)('git', args, { cwd: folder, environment: QUIET });
        if (result.code === 0)
            return result.stdout.replace(/\n$/, '');
        if (/not a git repository/.test(result.stderr))
            return undefined;
        throw new git_error/* GitError */.XS(`git refuses to read the repository: ${(0,git_error/* gitWords */.is)(result.stderr)}`);
    };
    const both = await ask('--show-toplevel', '--git-common-dir');
    if (both === undefined)
        return undefined;
    const [root = '', common = '', ...more] = both.split('\n');
    if (more.length === 0)
        return { root, common };
    // A line break in the path itself: one question each.
    const [top, shared] = [await ask('--show-toplevel'), await ask('--git-common-dir')];
    return top === undefined || shared === undefined ? undefined : { root: top, common: shared };
}
/** Without a token nothing has to be known before git can be asked for objects: it starts beside the first question. */
function readEarly(folder, access) {
    if (access !== undefined && access.token !== '')
        return undefined;
    const read = openObjects(folder, QUIET);
    // Whoever asks in earnest hears of a failure.
    read('HEAD').catch(() => undefined);
    return read;
}
async function credentialsOf(git, access) {
    // A question to git costs more than all the rest of opening, and the command line has no token.
    if (access === undefined || access.token === '')
        return (0,git_access/* credentialsFor */.O)(undefined, undefined, {});
    const remote = await git(['remote', 'get-url', 'origin']);
    return (0,git_access/* credentialsFor */.O)(remote.stdout.trim(), access, process.env);
}
/** A name that leads to a commit which is not there is a broken repository, not a name that does not exist. */
async function resolveOrRefuse(git, read, revision) {
    const commit = await resolveCommit(read, revision);
    // Ids are missing in the normal course of things, and branches of the remote are only asked for.
    if (commit !== undefined || (0,changes_event/* isCommitId */.jh)(revision) || revision.startsWith('refs/remotes/'))
        return commit;
    if (/[\n\0]/.test(revision))
        return undefined;
    const named = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    const id = named.stdout.trim();
    if (named.code !== 0 || !(0,changes_event/* isCommitId */.jh)(id) || (await read(id)) !== undefined)
        return undefined;
    throw new git_error/* GitError */.XS(`git does not have the commit ${id} that ${revision} names`);
}
/** Reads the commit object itself: `git log` hides the parents of a shallow commit, and these are what we are after. */
async function resolveCommit(read, revision) {
    const commit = await read(`${revision}^{commit}`);
    if (commit?.type !== 'commit')
        return undefined;
    const fields = (commit.content.toString('utf8').split('\n\n', 1)[0] ?? '').split('\n');
    const committer = fields.find(line => line.startsWith('committer ')) ?? '';
    return {
        id: commit.id,
        parents: fields.filter(line => line.startsWith('parent ')).map(line => line.slice('parent '.length)),
        time: Number(/ (\d+) [+-]\d{4}$/.exec(committer)?.[1] ?? 0)
    };
}


/***/ }),

/***/ 1693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ LfsPointerError),
/* harmony export */   f: () => (/* binding */ materialise)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _build_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5127);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3617);



/** A file whose content is in Git LFS and not in the repository. */
class LfsPointerError extends Error {
    path;
    constructor(path) {
        super(`${path} is a Git LFS pointer: its content is not in the repository`);
        this.path = path;
    }
}
const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';
/** Modes that no umask changes. */
const MODES = { folder: 0o755, file: 0o644, executable: 0o755 };
/**
 * Writes exactly the listed files and empty folders into an empty folder, from git objects: what is not in the key
 * cannot be in the image. Modes are normalised. The time of a file follows from its content, so equal inputs give equal
 * layers and a changed source never meets compiled code that claims to fit it.
 */
async function materialise(git, files, emptyFolders, folder) {
    const blobs = await git.blobs([...new Set(files.filter(isContent).map(file => file.blob))]);
    const folders = new Set();
    const ensure = async (path) => {
        for (const each of ['', ...parentsOf(path), path]) {
            if (folders.has(each))
                continue;
            folders.add(each);
            await makeFolder(pathIn(folder, each));
        }
    };
    await ensure('');
    for (const empty of emptyFolders)
        await ensure(empty);
    for (const file of files.filter(isContent)) {
        const content = blobs.get(file.blob) ?? Buffer.alloc(0);
        const path = pathIn(folder, file.contextPath);
        await ensure(file.contextPath.slice(0, Math.max(0, file.contextPath.lastIndexOf('/'))));
        const time = timeOf(file.blob);
        if (file.mode === '120000') {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(Buffer.from(content), path);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lutimes)(path, time, time);
            continue;
        }
        if (Buffer.from(content.subarray(0, LFS_POINTER.length)).toString('latin1') === LFS_POINTER) {
            throw new LfsPointerError(file.path);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, file.mode === '100755' ? MODES.executable : MODES.file);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(path, time, time);
    }
    // Last, since writing into a folder moves its time.
    for (const each of folders)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(pathIn(folder, each), _build_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .SOURCE_EPOCH */ .U_, _build_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .SOURCE_EPOCH */ .U_);
}
/** A submodule is a commit of another repository: there is nothing to write. */
function isContent(file) {
    return file.mode !== '160000';
}
async function makeFolder(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, MODES.folder);
}
function pathIn(folder, path) {
    return path === '' ? Buffer.from(folder) : Buffer.concat([Buffer.from(`${folder}/`), (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .encodePath */ .O)(path)]);
}
function parentsOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Seconds since the epoch, in the eight years after SOURCE_EPOCH. */
function timeOf(blob) {
    return _build_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .SOURCE_EPOCH */ .U_ + Number.parseInt(blob.slice(0, 7), 16);
}


/***/ }),

/***/ 3617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ encodePath),
/* harmony export */   q: () => (/* binding */ decodePath)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);

/**
 * Decodes a file name as git gives it: UTF-8, and every byte that is no UTF-8 as the lone surrogate U+DC00 + byte, so that
 * no two names become one (the rule of Python's `surrogateescape`, PEP 383).
 */
function decodePath(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(buffer))
        return buffer.toString('utf8');
    let text = '';
    for (let at = 0; at < buffer.length;) {
        const length = sequenceLength(buffer, at);
        if (length === 0) {
            text += String.fromCharCode(0xdc00 + (buffer[at] ?? 0));
            at += 1;
        }
        else {
            text += buffer.toString('utf8', at, at + length);
            at += length;
        }
    }
    return text;
}
/** The bytes of a decoded file name: the inverse of {@link decodePath}. */
function encodePath(path) {
    if (!/[\udc80-\udcff]/.test(path))
        return Buffer.from(path, 'utf8');
    const parts = [];
    for (const character of path) {
        const code = character.codePointAt(0) ?? 0;
        parts.push(code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character, 'utf8'));
    }
    return Buffer.concat(parts);
}
/** Length in bytes of the valid UTF-8 sequence at an offset; 0 when there is none. */
function sequenceLength(buffer, at) {
    for (let length = 1; length <= 4 && at + length <= buffer.length; length += 1) {
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(buffer.subarray(at, at + length)))
            return length;
    }
    return 0;
}


/***/ }),

/***/ 8324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   i: () => (/* binding */ runRaw)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);

/** Kept of standard error: enough for any message, bounded against a tool that never stops talking. */
const STDERR_LIMIT = 4 * 1024 * 1024;
/** How long a process may take to end after SIGTERM before SIGKILL. */
const GRACE_MS = 10_000;
/**
 * Runs a program with an argument array (never a shell) and waits for its end.
 * Rejects only when it cannot be started; a missing program rejects with `code` `ENOENT`.
 */
async function run(program, args, options = {}) {
    const result = await runRaw(program, args, options);
    return { ...result, stdout: result.stdout.toString('utf8') };
}
/** As {@link run}, with standard output as bytes. */
function runRaw(program, args, options = {}) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, [...args], {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...process.env, ...options.environment },
            stdio: [options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
            // Its own process group, so that a cancelled build ends with everything it started.
            detached: options.timeoutMs !== undefined || options.silence !== undefined || options.signal !== undefined
        });
        const stdout = [];
        let stderr = '';
        let timedOut = false;
        let wentSilent = false;
        let kill;
        const end = () => {
            signalGroup(child.pid, 'SIGTERM');
            kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS);
            kill.unref();
        };
        const timer = options.timeoutMs === undefined
            ? undefined
            : setTimeout(() => {
                timedOut = true;
                end();
            }, options.timeoutMs);
        const silence = options.silence;
        const quiet = silence === undefined
            ? undefined
            : setTimeout(() => {
                // Whoever works is asked again later.
                wentSilent = !silence.works();
                if (wentSilent)
                    end();
                else
                    quiet?.refresh();
            }, silence.ms);
        options.signal?.addEventListener('abort', end, { once: true });
        if (options.signal?.aborted === true)
            end();
        const lines = lineSplitter(options.onLine);
        child.stdout?.on('data', (chunk) => stdout.push(chunk));
        child.stderr?.setEncoding('utf8');
        child.stderr?.on('data', (chunk) => {
            stderr = (stderr + chunk).slice(-STDERR_LIMIT);
            if (!wentSilent)
                quiet?.refresh();
            lines.push(chunk);
        });
        child.on('error', error => {
            settle();
            reject(error);
        });
        child.on('close', code => {
            settle();
            lines.end();
            resolve({
                code,
                stdout: Buffer.concat(stdout),
                stderr,
                timedOut,
                ...(wentSilent ? { wentSilent } : {})
            });
        });
        // A program that ends without reading its input is judged by its exit code, not by EPIPE.
        child.stdin?.on('error', () => undefined);
        if (options.stdin !== undefined)
            child.stdin?.end(options.stdin);
        function settle() {
            clearTimeout(timer);
            clearTimeout(quiet);
            clearTimeout(kill);
            options.signal?.removeEventListener('abort', end);
        }
    });
}
function signalGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // Already gone.
    }
}
function lineSplitter(onLine) {
    let rest = '';
    return {
        push: text => {
            if (onLine === undefined)
                return;
            const lines = (rest + text).split(/\r?\n/);
            rest = lines.pop() ?? '';
            for (const line of lines)
                onLine(line);
        },
        end: () => {
            if (onLine !== undefined && rest !== '')
                onLine(rest);
        }
    };
}


/***/ }),

/***/ 6269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ RegistryError)
/* harmony export */ });
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8743);

/**
 * A request to a registry that failed for good. `message` is for a person: what was refused, which right or setting is
 * missing. It never holds credentials.
 */
class RegistryError extends Error {
    action;
    tries;
    host;
    repository;
    status;
    /** The registry's own error code such as `DENIED`, or the system's such as `ECONNRESET`. */
    code;
    answer;
    constructor(action, answer, tries = 1) {
        super(messageOf(action, answer, tries));
        this.action = action;
        this.tries = tries;
        this.name = 'RegistryError';
        this.host = action.host;
        this.repository = action.repository;
        this.status = answer.status;
        this.code = answer.code ?? ownError(answer.body).code;
        this.answer = answer;
    }
}
function messageOf(action, answer, tries) {
    const { message } = ownError(answer.body);
    const said = message === undefined ? '' : ` It says: "${message}".`;
    const tried = tries > 1 ? ` (${String(tries)} tries)` : '';
    const what = answer.sentence ?? sentenceOf(action, answer);
    return `${action.repository}: ${what} while ${action.doing}${tried}.${said}${remedyOf(action, answer)}`;
}
function sentenceOf({ host, access }, { status, code }) {
    if (code === 'TRUNCATED')
        return `${host} broke off in the middle of its answer`;
    if (code === 'DIGEST')
        return `${host} sent bytes that do not have their digest`;
    if (status === undefined)
        return connectionSentence(host, code);
    if (status === 401)
        return `${host} does not accept the credentials, or has none (401)`;
    if (status === 403)
        return `${host} refuses the right to ${access} (403)`;
    if (status === 404)
        return `${host} does not know it (404)`;
    if (status === 413)
        return `${host} refuses it as too large (413)`;
    if (status === 429)
        return `${host} limits the rate of requests (429)`;
    if (status >= 500)
        return `${host} has an error of its own (${String(status)})`;
    return `${host} answers with status ${String(status)}`;
}
function connectionSentence(host, code) {
    const sentences = {
        ECONNREFUSED: `nothing listens at ${host}`,
        ENOTFOUND: `the name of ${host} is not known to DNS`,
        EAI_AGAIN: `the name of ${host} cannot be looked up`,
        ECONNRESET: `${host} broke the connection`,
        EPIPE: `${host} broke the connection`,
        CANCELLED: `the run ended before ${host} answered`,
        SILENCE: `${host} stopped answering for 60 s`,
        CONNECT_SILENCE: `${host} cannot be reached within 10 s`
    };
    return sentences[code ?? ''] ?? `the connection to ${host} failed (${code ?? 'no code'})`;
}
function remedyOf({ host, access }, { status, code, sentence }) {
    if (sentence !== undefined)
        return '';
    if (status === 401)
        return ` Log in first: docker login ${host}.`;
    if (status === 403 && host === 'ghcr.io') {
        const right = access === 'pull' ? 'packages: read' : 'packages: write';
        return ` The job needs \`permissions: ${right}\`, and the package must give this repository access to it.`;
    }
    if (status === 403)
        return ` The account or token needs the right to ${access} there.`;
    if (status === 404 && access === 'push')
        return ' The repository may have to be created first.';
    if (status === 429)
        return ' Run fewer jobs at a time, or log in for a higher limit.';
    if (code === 'ENOTFOUND')
        return ' Check the name of the registry.';
    if (code?.includes('CERT') === true || code?.includes('SIGNED') === true) {
        return ' Trust its certificate with NODE_EXTRA_CA_CERTS.';
    }
    return '';
}
/** The first error of the OCI distribution specification's error document, fit for a line of a log. */
function ownError(body) {
    const errors = (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(body ?? '')?.['errors'];
    const first = Array.isArray(errors) ? errors[0] : undefined;
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(first))
        return {};
    const { code, message } = first;
    return {
        ...(typeof code === 'string' ? { code: oneLine(code) } : {}),
        ...(typeof message === 'string' && message !== '' ? { message: oneLine(message) } : {})
    };
}
function oneLine(text) {
    return text.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').slice(0, 200);
}


/***/ }),

/***/ 1643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   c2: () => (/* binding */ statusOf)
/* harmony export */ });
/** What was thrown says of itself, in words. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** The system's code of what was thrown, such as `ENOENT`; undefined when it has none. */
function codeOf(error) {
    // No `instanceof Error`: in a test runner the file system throws errors of another realm.
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
/** The HTTP status of what a client of GitHub's API threw; undefined when there was no answer. */
function statusOf(error) {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    return typeof status === 'number' ? status : undefined;
}


/***/ }),

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   VP: () => (/* binding */ isTexts)
/* harmony export */ });
/** Whether a value that was read is a JSON object: not null and no list. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a value that was read is a list of texts. */
function isTexts(value) {
    return Array.isArray(value) && value.every(each => typeof each === 'string');
}
/** The JSON object that a text is; undefined when it is no JSON, or another value than an object. */
function objectIn(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   Gf: () => (/* binding */ contextNameOf),
/* harmony export */   Of: () => (/* binding */ contextNameFor),
/* harmony export */   Ox: () => (/* binding */ normaliseReference),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   q4: () => (/* binding */ repositoryMeant)
/* harmony export */ });
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const COMPONENT = new RegExp(`^${component}$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;
const LONGEST_PATH = 255;
/**
 * Reads an image reference by the grammar of distribution/reference (`ParseNormalizedNamed`). Undefined when it is
 * invalid: upper case in the repository, a repository longer than 255 characters, a bare image id, a broken tag or digest.
 */
function parseReference(text) {
    if (IMAGE_ID.test(text))
        return undefined;
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !DIGEST.test(digest))
        return undefined;
    const named = at < 0 ? text : text.slice(0, at);
    const { domain, remainder } = splitDomain(named);
    const colon = remainder.indexOf(':');
    const tag = colon < 0 ? undefined : remainder.slice(colon + 1);
    if (tag !== undefined && !TAG.test(tag))
        return undefined;
    const name = colon < 0 ? remainder : remainder.slice(0, colon);
    const path = domain === 'docker.io' && !name.includes('/') ? `library/${name}` : name;
    if (path.length > LONGEST_PATH || !DOMAIN.test(domain))
        return undefined;
    if (!path.split('/').every(part => COMPONENT.test(part)))
        return undefined;
    return { domain, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
/** Writes a reference in full: `docker.io/library/python:3.11@sha256:…`. */
function formatReference(reference) {
    return `${reference.domain}/${reference.path}${suffix(reference)}`;
}
/**
 * Full form of a reference as people write it, with `:latest` when it has neither tag nor digest; undefined when it is
 * invalid.
 */
function normaliseReference(text) {
    const reference = parseReference(text);
    if (reference === undefined)
        return undefined;
    return formatReference(withTag(reference));
}
/**
 * The name of the build context that replaces a reference: its familiar form without a trailing `:latest`, so `python`
 * for `docker.io/library/python:latest` (BuildKit, `dockerui.Client.NamedContext`). Undefined when it is invalid.
 */
function contextNameOf(text) {
    const reference = parseReference(text);
    return reference === undefined ? undefined : contextNameFor(reference);
}
/** The same of a reference that is taken apart already. */
function contextNameFor(reference) {
    const name = `${familiarName(reference)}${suffix(reference)}`;
    return name.endsWith(':latest') ? name.slice(0, -':latest'.length) : name;
}
/** Repository without tag and digest in the full form, such as `docker.io/library/python`. */
function repositoryOf(reference) {
    return `${reference.domain}/${reference.path}`;
}
/**
 * The repository that is meant, however its host is spelt: hosts know no case, 443 is the port that nobody writes, and
 * Docker Hub is served by `registry-1.docker.io`. For comparing only: BuildKit takes each spelling for a name of its own.
 */
function repositoryMeant(reference) {
    const host = reference.domain.toLowerCase().replace(/:443$/, '');
    const domain = host === 'registry-1.docker.io' || host === 'index.docker.io' ? 'docker.io' : host;
    return `${domain}/${reference.path}`;
}
/** The reference with `:latest` when it has neither tag nor digest. */
function withTag(reference) {
    const complete = reference.tag !== undefined || reference.digest !== undefined;
    return complete ? reference : { ...reference, tag: 'latest' };
}
function suffix(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    return reference.digest === undefined ? tag : `${tag}@${reference.digest}`;
}
function familiarName(reference) {
    if (reference.domain !== 'docker.io')
        return repositoryOf(reference);
    const official = /^library\/([^/]+)$/.exec(reference.path);
    return official?.[1] ?? reference.path;
}
/** The part before the first slash is a registry only when it looks like a host; anything else is on Docker Hub. */
function splitDomain(named) {
    const slash = named.indexOf('/');
    const first = named.slice(0, Math.max(slash, 0));
    const isHost = slash >= 0 && (first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first);
    if (!isHost)
        return { domain: 'docker.io', remainder: named };
    const remainder = named.slice(slash + 1);
    return { domain: first === 'index.docker.io' ? 'docker.io' : first, remainder };
}


/***/ }),

/***/ 2398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ UnsettledError)
/* harmony export */ });
/**
 * A registry that does not keep what it took, or others that write what we write all the time: no fault of ours and none
 * of the input, and a repetition may end it.
 */
class UnsettledError extends Error {
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ withoutWorkflowCommands),
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5056);

const MARKDOWN = /[&<>|`*_~[\]!\\{}#]/g;
/**
 * Text from a repository for one cell or sentence of GitHub Markdown: one line in which nothing is a table border, a code
 * span, a link, an image, HTML, a mention or a reference to an issue.
 */
function markdownText(text) {
    return (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(MARKDOWN, character => `&#${character.charCodeAt(0)};`)
        .replace(/@/g, '@&#8203;')
        .replace(/&#35;/g, '&#35;&#8203;')
        .replace(/:\/\//g, '&#58;//')
        .replace(/\bwww\./gi, found => `${found.slice(0, 3)}&#46;`);
}
/** Text in the look of code. Text of harmless characters is a plain code span, all else is escaped within `<code>`. */
function markdownCode(text) {
    return /^[A-Za-z0-9._/:@+ -]+$/.test(text) && text.trim() === text && text !== ''
        ? `\`${text}\``
        : `<code>${markdownText(text)}</code>`;
}
/**
 * Text from a repository for a job log, line by line: no line can be read as a workflow command. The runner takes a line
 * whose first word starts with `::`, and `##[` anywhere in it, and ends lines at `\r` too
 * (actions/runner, `ActionCommand.TryParseV2` and `TryParse`).
 */
function withoutWorkflowCommands(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map(line => line.replace(/^(\s*):(?=:)/, '$1\\:').replace(/##\[/g, '## ['))
        .join('\n');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var outcome = __nccwpck_require__(3967);
// EXTERNAL MODULE: ./build/action/ending.js
var ending = __nccwpck_require__(5248);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __nccwpck_require__(7126);
// EXTERNAL MODULE: ./build/commands/trouble.js
var trouble = __nccwpck_require__(5944);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __nccwpck_require__(2371);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __nccwpck_require__(5056);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __nccwpck_require__(492);
;// CONCATENATED MODULE: ./build/diagnostics/excerpt.js

/** Characters of a source line that are shown around the column. */
const WIDTH = 100;
/** A source line with its number and, on the next line, a mark below the column (from 1). */
function excerpt(text, line, column) {
    const at = Math.min((column ?? 1) - 1, text.length);
    const start = at < WIDTH ? 0 : at - WIDTH / 2;
    const before = `${start > 0 ? '…' : ''}${(0,diagnostics_escape/* visible */.RK)(text.slice(start, at))}`;
    const after = `${(0,diagnostics_escape/* visible */.RK)(text.slice(at, start + WIDTH))}${text.length > start + WIDTH ? '…' : ''}`;
    const number = String(line);
    const shown = `  ${number} | ${before}${after}\n`;
    if (column === undefined)
        return shown;
    return `${shown}  ${' '.repeat(number.length)} | ${' '.repeat(before.length)}^\n`;
}

;// CONCATENATED MODULE: ./build/diagnostics/rules.js
/**
 * Every rule code with its title: the only list of codes. Each has a page `docs/rules/<code>.md`. M: manifest, D:
 * Dockerfile, C: build context, G: graph, E: event and git, B: build, R: release, L: requirements, W: the world around
 * us.
 */
const rules_RULES = {
    M001: 'The manifest does not exist',
    M002: 'The manifest is not readable YAML',
    M003: 'Unknown key',
    M004: 'Wrong type',
    M005: 'A value that YAML would change is not quoted',
    M006: 'Duplicate key',
    M007: 'Path leaves the repository',
    M008: 'Invalid name',
    M009: 'Required key is missing',
    M010: 'Invalid value',
    M011: 'Two images publish one tag',
    M012: 'Image name is used twice',
    M013: 'Unknown image',
    M014: 'The manifest is too large or too deep',
    M015: 'Alias belongs to several images',
    M016: 'Build argument looks like a secret',
    D001: 'The Dockerfile does not exist',
    D003: 'Value cannot be expanded',
    D004: 'Target stage does not exist',
    D005: 'Input cannot be followed',
    D006: 'Invalid image reference',
    D007: 'The Dockerfile takes no such argument or context',
    C003: 'Extra input matches no file',
    C004: 'Git LFS content is not available',
    C005: 'The smoke test is not tracked',
    G001: 'Images depend on one another in a cycle',
    G002: 'Own repository with a tag that nobody publishes',
    G003: 'Declared parents differ from the Dockerfile',
    G004: 'Parent does not have the platform of its child',
    G005: 'One name for two platforms of a parent',
    G006: 'Built on a deprecated image',
    G007: 'Reads like an own image or stage and is none',
    E001: 'Commit does not exist',
    E002: 'Not a git repository',
    E003: 'Unknown image was asked for',
    E004: 'Invalid option',
    E005: 'The plan cannot be read',
    B001: 'The build failed',
    B002: 'The smoke test failed',
    B003: 'Built on something the plan does not name',
    B004: 'The image exceeds its size budget',
    B005: 'Blocked by a parent',
    B006: 'The parent is not in staging',
    B007: 'The base has triggers that the plan does not know',
    B008: 'A fault of base-images ended the build of the image',
    R001: 'A child was built on another parent than the one to be released',
    R002: 'The tag carries a commit that ours does not descend from',
    R003: 'An image to be released is not in staging',
    R004: 'Uncommitted changes cannot be released',
    R005: 'What a registry holds cannot be listed',
    R006: 'The registry deletes nothing',
    L001: 'The image below has the package already',
    L002: 'A package of the image below is replaced',
    L003: 'Requirements that cannot both hold',
    L004: 'Constraint with an extra',
    L005: 'Several package indexes, of which the highest version wins',
    L006: 'Package index over an unchecked connection',
    L007: 'Requirements cannot be read',
    W001: 'buildx is missing or too old',
    W002: 'The registry refuses or does not answer',
    W003: 'No space left on the device',
    W004: 'A tool is missing',
    W005: 'The system refuses a file or a process',
    W006: 'More than the disk of a runner holds',
    W007: 'The time of the run is over'
};

;// CONCATENATED MODULE: ./build/diagnostics/render.js




/**
 * Findings for a terminal: `file:line:column: error M003: message`, the line with a mark below the column when the
 * source is at hand, and the remedy, once for findings about the same whole file that follow one another and have the
 * same. Ends with a line feed; no findings give an empty text.
 */
function renderText(diagnostics, options) {
    const linesOf = lineReader(options.source ?? (() => undefined));
    return diagnostics
        .map((diagnostic, index) => {
        const next = diagnostics[index + 1];
        const isTold = next !== undefined && isOfSameFile(next, diagnostic) && next.remedy === diagnostic.remedy;
        return `${textOf(diagnostic, linesOf(diagnostic.file), options.colour)}${isTold ? '' : remedyOf(diagnostic)}`;
    })
        .join('');
}
/** Findings as a JSON document `{"diagnostics":[{code, severity, title, message, remedy, file, line, column}]}`. */
function renderJson(diagnostics) {
    const list = diagnostics.map(({ code, severity, message, remedy, file, line, column }) => ({
        ...{ code, severity, title: RULES[code], message, remedy, file },
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column })
    }));
    return `${JSON.stringify({ diagnostics: list }, null, 2)}\n`;
}
/**
 * Findings as GitHub workflow commands, one a line. GitHub shows ten of each severity for a step, so the tenth says how
 * many more there are.
 */
function renderAnnotations(diagnostics) {
    return ['error', 'warning']
        .flatMap(severity => annotationsOf(severity, diagnostics.filter(diagnostic => diagnostic.severity === severity)))
        .map(line => `${line}\n`)
        .join('');
}
/** Annotations of a severity that GitHub shows for one step. */
const MOST_ANNOTATIONS = 10;
const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';
function textOf(diagnostic, lines, colour) {
    const { code, severity, message, file, line, column } = diagnostic;
    const place = [(0,diagnostics_escape/* visible */.RK)(file), line, column].filter(part => part !== undefined).join(':');
    const kind = painted(`${severity} ${code}`, severity === 'error' ? RED : YELLOW, colour);
    const shown = line === undefined ? undefined : lines?.[line - 1];
    const mark = shown === undefined || line === undefined ? '' : excerpt(shown, line, column);
    return `${painted(place, BOLD, colour)}: ${kind}: ${(0,diagnostics_escape/* visible */.RK)(message)}\n${mark}`;
}
function isOfSameFile(a, b) {
    return a.line === undefined && b.line === undefined && a.code === b.code && a.file === b.file;
}
function remedyOf({ remedy }) {
    return `  remedy: ${(0,diagnostics_escape/* visible */.RK)(remedy)}\n`;
}
function painted(text, code, colour) {
    return colour ? `${code}${text}${PLAIN}` : text;
}
/** Splits each file once, however many findings it has. */
function lineReader(source) {
    const read = new Map();
    return file => {
        if (!read.has(file))
            read.set(file, source(file)?.split(/\r?\n/));
        return read.get(file);
    };
}
function annotationsOf(severity, diagnostics) {
    if (diagnostics.length <= MOST_ANNOTATIONS)
        return diagnostics.map(annotation);
    const more = diagnostics.length - MOST_ANNOTATIONS + 1;
    const told = diagnostics.slice(0, MOST_ANNOTATIONS - 1).map(annotation);
    return [
        ...told,
        `::${severity} title=${more} more::${more} more of this kind, all of them are in the log of this step`
    ];
}
function annotation({ code, severity, message, file, line, column, remedy }) {
    const properties = [
        ...(file === diagnostic/* COMMAND_LINE */.rD.file ? [] : [`file=${(0,diagnostics_escape/* commandProperty */.N1)(file)}`]),
        ...(line === undefined ? [] : [`line=${line}`]),
        ...(column === undefined ? [] : [`col=${column}`]),
        `title=${(0,diagnostics_escape/* commandProperty */.N1)(`${code}: ${rules_RULES[code]}`)}`
    ];
    return `::${severity} ${properties.join(',')}::${(0,diagnostics_escape/* commandMessage */.b$)(`${message}. ${remedy}`)}`;
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __nccwpck_require__(9924);
;// CONCATENATED MODULE: ./build/io/actions-host.js



/** Opens the runner that this process was started by. */
async function openActionsHost(environment) {
    // Loaded here because it takes 60 ms, which a command line must not pay.
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(838)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3838));
    const safe = report_escape/* withoutWorkflowCommands */.CA;
    const log = {
        info: text => {
            core.info(safe(text));
        },
        warn: text => {
            core.info(`Warning: ${safe(text)}`);
        },
        error: text => {
            core.info(`Error: ${safe(text)}`);
        },
        group: (title, text) => {
            core.startGroup(safe(title).replace(/\n/g, ' '));
            core.info(safe(text));
            core.endGroup();
        }
    };
    return {
        log,
        input: name => core.getInput(name),
        output: (name, value) => {
            core.setOutput(name, value);
        },
        mask: value => {
            core.setSecret(value);
        },
        setEnvironment: values => {
            Object.assign(process.env, values);
        },
        summary: async (markdown) => {
            // Elsewhere than on a runner there is no file for it, and the report is in the log.
            if ((environment['GITHUB_STEP_SUMMARY'] ?? '') === '')
                return;
            await core.summary.addRaw(markdown, true).write();
        },
        annotate: diagnostics => {
            if (diagnostics.length === 0)
                return;
            process.stdout.write(renderAnnotations(diagnostics));
            log.group(`All findings: ${diagnostics.length}`, renderText(diagnostics, { colour: false }));
        },
        fail: text => {
            core.error(text);
        },
        event: async () => {
            const name = environment['GITHUB_EVENT_NAME'] ?? '';
            const path = environment['GITHUB_EVENT_PATH'] ?? '';
            if (name === '' || path === '')
                return undefined;
            return { name, payload: await readPayload(path) };
        }
    };
}
/** The payload of the event; undefined when it cannot be read, so that nothing is compared and everything is planned. */
async function readPayload(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/io/cancellation.js
const SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * Aborts at the first SIGINT or SIGTERM (a runner of GitHub sends both, 7.5 s apart, and kills 2.5 s later), so that a
 * command can end what it does in order. The next one of either ends the process as it would without us. Only for commands
 * that write to a registry or start builds: all others may simply end.
 */
function cancellation() {
    const cancel = new AbortController();
    const stop = () => {
        for (const signal of SIGNALS)
            process.off(signal, stop);
        cancel.abort();
    };
    for (const signal of SIGNALS)
        process.on(signal, stop);
    return cancel.signal;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/io/build-id.js
/** Replaced by a hash of the whole bundle when it is made (scripts/bundle.mjs). */
const WRITTEN = '8ad8d2c406444198667ed91fb154b3fedd7454bc05f665936ced1016644c1787';
/** Identifies the bundle that runs; undefined when the program runs from its sources. */
const BUILD = WRITTEN.startsWith('@@') ? undefined : WRITTEN;

// EXTERNAL MODULE: ./build/io/buildx.js
var io_buildx = __nccwpck_require__(3561);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/io/thrown.js
var thrown = __nccwpck_require__(1643);
;// CONCATENATED MODULE: ./build/io/files.js



/** The real file system behind the port; loaded when it is first used, since it costs 10 ms and a plan does without. */
function openFiles() {
    const fs = async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3024, 19))).promises;
    return {
        scratch: async (name) => {
            const { mkdtemp, rm } = await fs();
            const path = await mkdtemp((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `base-images-${name.slice(0, 40)}-`));
            return { path, dispose: () => rm(path, { recursive: true, force: true }) };
        },
        read: async (path) => {
            try {
                return await (await fs()).readFile(path, 'utf8');
            }
            catch (error) {
                if (isMissing(error))
                    return undefined;
                throw error;
            }
        },
        write: async (path, text) => {
            const { mkdir, rename, writeFile } = await fs();
            await mkdir((0,external_node_path_.dirname)(path), { recursive: true });
            const temporary = `${path}.${process.pid}.tmp`;
            await writeFile(temporary, text);
            await rename(temporary, path);
        },
        keepNewest: async (folder, count) => {
            const { readdir, rm, stat } = await fs();
            const paths = (await readdir(folder)).map(name => (0,external_node_path_.join)(folder, name));
            // Another process may remove the same at the same time.
            const times = await Promise.all(paths.map(path => stat(path)
                .then(each => each.mtimeMs)
                .catch(() => 0)));
            const newest = paths.map((path, at) => ({ path, time: times[at] ?? 0 })).sort((a, b) => b.time - a.time);
            await Promise.all(newest.slice(count).map(({ path }) => rm(path, { force: true })));
        }
    };
}
/** The folder at a path with all links on the way followed; undefined when there is none. */
async function realFolder(path) {
    const { realpath, stat } = (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3024, 19))).promises;
    const found = await stat(path).catch(() => undefined);
    return found?.isDirectory() === true ? realpath(path) : undefined;
}
function isMissing(error) {
    const code = (0,thrown/* codeOf */.$N)(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}

// EXTERNAL MODULE: ./build/io/git.js + 5 modules
var io_git = __nccwpck_require__(5472);
;// CONCATENATED MODULE: ./build/io/parallelism.js

/** Memory that one build is thought to take at most of the time: compilers, package resolvers and compression of layers. */
const BUILD_BYTES = 2 * 1024 ** 3;
/** A build waits for downloads, registries and disks for much of its time, so two share a processor. */
const BUILDS_PER_PROCESSOR = 2;
/** How many builds a machine with these processors and bytes of memory runs at once. */
function buildsAtOnce(processors, memory) {
    return Math.max(1, Math.min(BUILDS_PER_PROCESSOR * processors, Math.floor(memory / BUILD_BYTES)));
}
/** {@link buildsAtOnce} for what this process may use: with the limits of its container, where it has any. */
function buildsHere() {
    // Node says 0 or an enormous number where nothing limits it.
    const limit = process.constrainedMemory();
    return buildsAtOnce((0,external_node_os_.availableParallelism)(), Math.min((0,external_node_os_.totalmem)(), limit > 0 ? limit : Infinity));
}

;// CONCATENATED MODULE: ./build/io/world.js









/** Opens the real world for a command that was started in a folder. What is slow to load waits until it is asked for. */
function openWorld(options) {
    const environment = process.env;
    const folder = options.folder ?? process.cwd();
    const server = environment['GITHUB_SERVER_URL'] ?? '';
    const signal = options.signal ?? new AbortController().signal;
    let git;
    let buildx;
    return {
        folder,
        environment,
        log: options.log,
        signal,
        files: openFiles(),
        random: Math.random,
        ...(BUILD === undefined ? {} : { build: BUILD }),
        parallelism: buildsHere(),
        git: () => (git ??= (0,io_git/* openGit */.z)(folder, { access: { token: options.gitToken ?? '', server } })),
        buildx: () => (buildx ??= (0,io_buildx/* openBuildx */["do"])(environment)),
        ...waitingUntil(signal, environment, options.log),
        limited: ms => {
            const over = AbortSignal.timeout(Math.ceil(ms));
            return { over, ...waitingUntil(AbortSignal.any([signal, over]), environment, options.log) };
        }
    };
}
/** The clock and the registries of a run that ends when the signal aborts. */
function waitingUntil(signal, environment, log) {
    // Every request and wait listens; Node 20 warns of more than ten.
    (0,external_node_events_.setMaxListeners)(0, signal);
    const clock = {
        now: () => Date.now(),
        sleep: (ms) => (0,external_node_timers_promises_namespaceObject.setTimeout)(ms, undefined, { signal })
    };
    let registry;
    return { clock, registry: () => (registry ??= loadRegistry(environment, clock, signal, log)) };
}
async function loadRegistry(environment, clock, signal, log) {
    const [{ openRegistry }, { dockerCredentials }, { parseMirrors }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 430).then(__nccwpck_require__.bind(__nccwpck_require__, 7430)),
        __nccwpck_require__.e(/* import() */ 560).then(__nccwpck_require__.bind(__nccwpck_require__, 6560)),
        __nccwpck_require__.e(/* import() */ 182).then(__nccwpck_require__.bind(__nccwpck_require__, 182))
    ]);
    const parsed = parseMirrors(environment['BASE_IMAGES_MIRRORS'] ?? '');
    if (parsed.kind !== 'mirrors') {
        const remedy = 'write host=URL pairs, such as docker.io=http://127.0.0.1:5000';
        throw new user_error/* UserError */.y((0,diagnostic/* errorAt */.Os)('E004', { file: '.' }, `BASE_IMAGES_MIRRORS: ${parsed.message}`, remedy));
    }
    return openRegistry({
        clock,
        signal,
        log,
        credentials: dockerCredentials({ environment, log }),
        mirrors: parsed.mirrors
    });
}

;// CONCATENATED MODULE: ./build/action.js








/** The actions; each is loaded when it is started. */
const FACES = {
    plan: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(765), __nccwpck_require__.e(634), __nccwpck_require__.e(767), __nccwpck_require__.e(425)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7425))).planAction,
    build: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(765), __nccwpck_require__.e(634), __nccwpck_require__.e(767), __nccwpck_require__.e(43)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2043))).buildAction,
    release: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(765), __nccwpck_require__.e(634), __nccwpck_require__.e(674)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9674))).releaseAction,
    report: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(765), __nccwpck_require__.e(634), __nccwpck_require__.e(767), __nccwpck_require__.e(303)]).then(__nccwpck_require__.bind(__nccwpck_require__, 303))).reportAction,
    lock: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(765), __nccwpck_require__.e(531)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2531))).lockAction
};
/** Runs one action and sets the exit code of the process: what `actions/<face>/index.js` calls. */
async function run(face) {
    const host = await openActionsHost(process.env);
    // The others write nothing that has to be ended in order.
    const signal = face === 'build' || face === 'release' ? cancellation() : undefined;
    try {
        const gitToken = host.input('token');
        const world = openWorld({ log: host.log, gitToken, ...(signal === undefined ? {} : { signal }) });
        const action = await FACES[face]();
        process.exitCode = await action(host, world);
    }
    catch (error) {
        process.exitCode = failure(host, error, signal);
    }
}
function failure(host, error, signal) {
    if (signal !== undefined && (0,trouble/* isCancellation */.iB)(error, signal)) {
        host.fail('Cancelled: a later run goes on, what is finished stays finished.');
        return outcome/* EXIT */.d.failed;
    }
    if (error instanceof user_error/* UserError */.y)
        return (0,ending/* invalidEnding */.r)(host, [error.diagnostic]);
    if (error instanceof inputs/* InputError */.dz) {
        host.fail(error.message);
        return outcome/* EXIT */.d.invalid;
    }
    if ((0,trouble/* isTrouble */.KM)(error)) {
        host.annotate([(0,trouble/* troubleOf */.LH)(error, 'base-images', '.')]);
        return outcome/* EXIT */.d.failed;
    }
    host.fail(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return outcome/* EXIT */.d.internal;
}

var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__run as run };
