export const id = 567;
export const ids = [567];
export const modules = {

/***/ 4213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ countResults)
/* harmony export */ });
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

/***/ 6222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ smokeDockerfile),
/* harmony export */   Jy: () => (/* binding */ testHash),
/* harmony export */   gR: () => (/* binding */ IMAGE_UNDER_TEST),
/* harmony export */   gc: () => (/* binding */ smokeArguments),
/* harmony export */   vD: () => (/* binding */ scriptName)
/* harmony export */ });
/* harmony import */ var _handover_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7028);
/* harmony import */ var _keys_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8335);


/** Folder in the container under which the test script is mounted. */
const MOUNT = '/run/base-images';
/** The name under which the image under test is handed over. */
const IMAGE_UNDER_TEST = 'image-under-test';
/**
 * The Dockerfile that runs a smoke test inside BuildKit: one RUN on top of the image, nothing kept. A script is mounted
 * read-only from the build context, so it needs an interpreter in the image and nothing else; a command runs in exec
 * form, which needs no shell.
 */
function smokeDockerfile(test) {
    const from = `FROM ${IMAGE_UNDER_TEST}\n`;
    if (test.kind === 'exec')
        return `${from}RUN ${JSON.stringify(test.command)}\n`;
    const script = `${MOUNT}/${scriptName(test.path)}`;
    const mount = `--mount=type=bind,target=${MOUNT}`;
    return `${from}RUN ${mount} ${JSON.stringify([script])}\n`;
}
/** The name of the test script in its build context. */
function scriptName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** The arguments of `buildx build` for a test: nothing cached, nothing exported. Paths are absolute. */
function smokeArguments(order) {
    return [
        'build',
        '--progress=plain',
        '--no-cache',
        '--provenance=false',
        `--platform=${order.platform}`,
        `--file=${order.dockerfile}`,
        ...(0,_handover_js__WEBPACK_IMPORTED_MODULE_0__/* .contextArguments */ .U$)([order.handed]),
        '--output=type=cacheonly',
        order.context
    ];
}
/** What a passed test is recorded under: SHA-256 (64 hex) over the tested digest and the inputs of the test. */
function testHash(digest, inputs) {
    return (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(['test', digest, inputs]));
}


/***/ }),

/***/ 3422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ traceTag),
/* harmony export */   QR: () => (/* binding */ keyTag),
/* harmony export */   f_: () => (/* binding */ testTag),
/* harmony export */   jU: () => (/* binding */ imageTagSafe),
/* harmony export */   mB: () => (/* binding */ contentTag),
/* harmony export */   oq: () => (/* binding */ platformTag),
/* harmony export */   z: () => (/* binding */ cacheTag)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const LONGEST_NAME = 60;
const SAFE_NAME = /^[a-z0-9][a-z0-9._-]*$/;
/**
 * Tag under which a verified and tested platform manifest lies in staging by its key (64 hex digits):
 * `python-base-linux-amd64-in-<first 40 hex>`.
 */
function keyTag(image, platform, key) {
    return `${imageTagSafe(image)}-${platformTag(platform)}-in-${shortHash(key)}`;
}
/** Tag of the same manifest by its trace key: own inputs and the digests of the parents it was really built on. */
function traceTag(image, platform, trace) {
    return `${imageTagSafe(image)}-${platformTag(platform)}-by-${shortHash(trace)}`;
}
/** Tag that records a passed test; `hash` (64 hex digits) is over the digest and the inputs of the test. */
function testTag(image, platform, hash) {
    return `${imageTagSafe(image)}-${platformTag(platform)}-ok-${shortHash(hash)}`;
}
/** Tag by content id (64 hex digits): a rebuild that changed nothing finds the manifest that is there already. */
function contentTag(image, platform, content) {
    return `${imageTagSafe(image)}-${platformTag(platform)}-is-${shortHash(content)}`;
}
/** Tag of the layer cache of an image on a platform: one cache each, since a second writer replaces it. */
function cacheTag(image, platform) {
    return `${imageTagSafe(image)}-${platformTag(platform)}`;
}
/**
 * An image name as the first part of a tag. Names of the manifest stay as they are; a longer or foreign one is cut and
 * made unique by its hash, so that the whole tag stays below the 128 characters of the OCI distribution specification.
 */
function imageTagSafe(name) {
    if (name.length <= LONGEST_NAME && SAFE_NAME.test(name))
        return name;
    const readable = name.toLowerCase().replace(/[^a-z0-9._-]/g, '-');
    const start = readable.replace(/^[._-]+/, '').slice(0, LONGEST_NAME - 17);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 16);
    return start === '' ? hash : `${start}-${hash}`;
}
/** A platform as part of a tag: `linux/arm/v7` is `linux-arm-v7`. */
function platformTag(platform) {
    return platform.replaceAll('/', '-');
}
function shortHash(hex) {
    return hex.slice(0, 40);
}


/***/ }),

/***/ 2567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planFace: () => (/* binding */ planFace),
  planRequest: () => (/* binding */ planRequest)
});

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/commands/plan.js + 13 modules
var plan = __webpack_require__(2380);
// EXTERNAL MODULE: ./build/report/text.js + 1 modules
var report_text = __webpack_require__(1893);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
;// CONCATENATED MODULE: ./build/cli/simulation.js



/** What `--simulate` and `--simulate-base` suppose; undefined without them. Throws a UserError that names what is wrong. */
function simulationOf(options) {
    if (options.simulate.length + options.simulateBase.length === 0)
        return undefined;
    const besides = ['base', 'registry', 'rebuild'];
    const other = besides.find(name => options[name] !== undefined && options[name] !== false);
    if (other !== undefined) {
        throw invalid(`--${other} means nothing in a simulation, which compares what is there with what would be`, `leave out --${other}, or --simulate and --simulate-base`);
    }
    return { paths: [...new Set(options.simulate.map(pathOf))], bases: [...new Set(options.simulateBase)] };
}
function pathOf(text) {
    const path = external_node_path_.posix.normalize(text).replace(/\/$/, '');
    if (!path.startsWith('/') && path !== '..' && !path.startsWith('../'))
        return path === '.' ? '' : path;
    throw invalid(`--simulate ${JSON.stringify(text)} is outside of the repository`, 'give a path from the root of the repository, such as images/app/Dockerfile');
}
function invalid(message, remedy) {
    return new user_error/* UserError */.y((0,diagnostic/* errorAt */.Os)('E004', { file: 'command line' }, message, remedy));
}

;// CONCATENATED MODULE: ./build/cli/plan.js




/** `base-images plan`. */
async function planFace({ world, options, terminal, tell }) {
    const outcome = await (0,plan/* plan */.e)(world, planRequest(options));
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    if (outcome.warnings.length > 0)
        tell(outcome.warnings);
    const { value } = outcome;
    terminal.out(options.format === 'json'
        ? `${JSON.stringify(value, undefined, 2)}\n`
        : (0,report_text/* renderPlanText */.$D)(value, { colour: terminal.colour }));
    return commands_outcome/* EXIT */.d.done;
}
/** The request that the options of the command line make. */
function planRequest(options) {
    const { manifest, base, head, registry, platforms } = options;
    const simulation = simulationOf(options);
    return {
        ...(manifest === undefined ? {} : { manifest }),
        ...(base === undefined ? {} : { base }),
        ...(head === undefined ? {} : { head }),
        ...(registry === undefined ? {} : { registry }),
        ...(platforms === undefined ? {} : { platforms }),
        ...(simulation === undefined ? {} : { simulation }),
        images: options.images,
        all: options.all,
        rebuild: options.rebuild
    };
}


/***/ }),

/***/ 9528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ externalDigests)
/* harmony export */ });
/* unused harmony export currentDigest */
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1193);
/* harmony import */ var _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2371);
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(492);



/**
 * The digests of external bases in this run, each asked for once: the one in the reference itself, else the lock's, else
 * the plan's pin, else what the registry has now.
 */
function externalDigests(registry, plan) {
    const asked = new Map();
    return async ({ reference, lock }) => {
        const written = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference)?.digest;
        const known = written ?? digestIn(lock) ?? plan.pins[reference];
        if (known !== undefined)
            return known;
        const current = asked.get(reference) ?? currentDigest(registry, reference);
        asked.set(reference, current);
        return current;
    };
}
/** What a reference means in its registry now. */
async function currentDigest(registry, reference) {
    const parsed = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference);
    const found = parsed && (await registry.head((0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(parsed), parsed.tag ?? 'latest'));
    if (found !== undefined)
        return found.digest;
    const message = `the base ${reference} does not exist in its registry`;
    throw new _diagnostics_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y((0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_2__/* .errorAt */ .Os)('W002', { file: '.' }, message, 'correct the FROM, or check that the registry lets you read it'));
}
function digestIn(lock) {
    if (typeof lock !== 'object' || lock === null || Array.isArray(lock))
        return undefined;
    const { digest } = lock;
    return typeof digest === 'string' ? digest : undefined;
}


/***/ }),

/***/ 2380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ plan),
  A: () => (/* binding */ planWithSides)
});

// EXTERNAL MODULE: ./build/changes/event.js
var changes_event = __webpack_require__(2686);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/changes/situations.js

const EVERYTHING = 'everything';
/** The event table: from what started a run to the commit it is compared with. Order matters. */
const SITUATIONS = [
    {
        id: 'given',
        event: 'any',
        when: '`--base`, or the input `base` (a dispatch may pass it)',
        find: 'commit',
        base: 'that commit',
        how: 'given by --base',
        otherwise: 'error [E001](rules/E001.md)',
        needs: event => (event.kind === 'given' ? [event.base] : undefined)
    },
    {
        id: 'pull-request-merge',
        event: '`pull_request`, `pull_request_review`, `pull_request_review_comment`',
        when: 'the merge commit is checked out, as by default; from forks too, and when the base branch has moved',
        find: 'commit',
        base: 'its first parent',
        how: 'first parent of the pull request merge commit',
        otherwise: EVERYTHING,
        needs: (event, head) => {
            const [first, second] = head.parents;
            const isMerge = event.kind === 'pull-request' && second === event.head && head.parents.length === 2;
            return isMerge && first !== undefined ? [first] : undefined;
        }
    },
    {
        id: 'pull-request-head',
        event: 'the same',
        when: 'another commit is checked out, such as the head of the pull request',
        find: 'merge-base',
        base: 'merge base with `pull_request.base.sha`',
        how: 'where the pull request left its base branch',
        otherwise: EVERYTHING,
        needs: event => (event.kind === 'pull-request' ? [event.base] : undefined)
    },
    {
        id: 'merge-group',
        event: '`merge_group`',
        when: '',
        find: 'commit',
        base: '`merge_group.base_sha`',
        how: 'base of the merge group',
        otherwise: EVERYTHING,
        needs: event => (event.kind === 'merge-group' ? [event.base] : undefined)
    },
    {
        id: 'deleted',
        event: '`push`',
        when: 'a branch or tag was deleted',
        find: 'nothing',
        base: 'the head itself: nothing to do',
        how: 'a branch or tag was deleted, so there is nothing to do',
        otherwise: '',
        needs: event => (event.kind === 'deleted' ? [] : undefined)
    },
    {
        id: 'tag',
        event: '`push`',
        when: 'a tag',
        find: 'none',
        base: EVERYTHING,
        how: 'a tag was pushed',
        otherwise: '',
        needs: event => (event.kind === 'tag' ? [] : undefined)
    },
    {
        id: 'push',
        event: '`push`',
        when: 'a branch that was there before: one commit or many, a merge, a forced push, a rewritten history',
        find: 'commit',
        base: '`before`',
        how: 'the commit before the push',
        otherwise: EVERYTHING,
        needs: event => (event.kind === 'push' && !(0,changes_event/* isZero */.be)(event.before) ? [event.before] : undefined)
    },
    {
        id: 'push-first',
        event: '`push`',
        when: 'the default branch, for the first time (`before` is zero)',
        find: 'none',
        base: EVERYTHING,
        how: 'the default branch was pushed for the first time',
        otherwise: '',
        // Its merge base with itself would be the head, and nothing affected.
        needs: event => event.kind === 'push' && event.ref === `refs/heads/${event.defaultBranch ?? ''}` ? [] : undefined
    },
    {
        id: 'push-new-branch',
        event: '`push`',
        when: 'a new branch (`before` is zero)',
        find: 'merge-base',
        base: 'merge base with the default branch',
        how: 'where the new branch left the default branch',
        otherwise: EVERYTHING,
        needs: event => event.kind === 'push' && event.defaultBranch !== undefined
            ? [`refs/remotes/origin/${event.defaultBranch}`]
            : undefined
    },
    {
        id: 'push-unknown-default',
        event: '`push`',
        when: 'a new branch, and the event names no usable default branch',
        find: 'none',
        base: EVERYTHING,
        how: 'a new branch, and the default branch is not known',
        otherwise: '',
        needs: event => (event.kind === 'push' ? [] : undefined)
    },
    {
        id: 'schedule',
        event: '`schedule`',
        when: '',
        find: 'none',
        base: EVERYTHING,
        how: 'event schedule compares with no commit',
        otherwise: '',
        needs: event => (event.kind === 'schedule' ? [] : undefined)
    },
    {
        id: 'dispatch',
        event: '`workflow_dispatch`, `repository_dispatch`',
        when: 'without the input `base`; the input `images` selects',
        find: 'none',
        base: EVERYTHING,
        how: 'a dispatch compares with no commit',
        otherwise: '',
        needs: event => (event.kind === 'dispatch' ? [] : undefined)
    },
    {
        id: 'unreadable',
        event: '`pull_request`, `push`, `merge_group`',
        when: 'the event lacks a commit id, or has something else in its place',
        find: 'none',
        base: EVERYTHING,
        how: 'the event names no {lacks}',
        otherwise: '',
        needs: event => (event.kind === 'unreadable' ? [] : undefined)
    },
    {
        id: 'other',
        event: 'any other',
        when: 'such as `release`, `workflow_run`, `pull_request_target`',
        find: 'none',
        base: EVERYTHING,
        how: 'event {name} compares with no commit',
        otherwise: '',
        needs: event => (event.kind === 'other' ? [] : undefined)
    },
    {
        id: 'local-branch',
        event: 'command line',
        when: 'commits that the default branch of `origin` does not have',
        find: 'merge-base',
        base: 'merge base with `origin/HEAD`, `origin/main` or `origin/master`',
        how: "where the branch left the remote's default branch",
        otherwise: EVERYTHING,
        needs: event => event.kind === 'local'
            ? ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master']
            : undefined
    },
    {
        id: 'local-changes',
        event: 'command line',
        when: 'none of these (or no remote), and files are changed',
        find: 'commit',
        base: 'the last commit',
        how: 'the last commit',
        otherwise: '',
        needs: afterLocalBranch
    },
    {
        id: 'local-clean',
        event: 'command line',
        when: 'none of these (or no remote), and no file is changed',
        find: 'commit',
        base: 'the first parent of the last commit',
        how: 'the commit before',
        otherwise: EVERYTHING,
        needs: afterLocalBranch
    },
    {
        id: 'local-first',
        event: 'command line',
        when: 'the first commit, and no file is changed',
        find: 'none',
        base: EVERYTHING,
        how: 'this is the first commit',
        otherwise: '',
        needs: afterLocalBranch
    }
];
/** The base commit's rule for an event at a head commit: the first row of the table that applies. */
function baseRule(event, head) {
    for (const situation of SITUATIONS) {
        const needs = situation.needs(event, head);
        if (needs === undefined)
            continue;
        const how = filled(situation.how, event);
        if (situation.find === 'merge-base')
            return { kind: 'merge-base', with: needs, how };
        const [revision] = needs;
        if (situation.find === 'commit' && revision !== undefined)
            return { kind: 'commit', revision, how };
        return { kind: situation.find === 'nothing' ? 'nothing' : 'none', how };
    }
    return { kind: 'none', how: 'the event is in no row of the table' };
}
/** What the plan says about a row that has nothing to fill in. */
function howOf(id) {
    return SITUATIONS.find(situation => situation.id === id)?.how ?? id;
}
/** The rows of a local run below the first: which of them it is shows only in the clone, so `load/base` decides. */
function afterLocalBranch() {
    return undefined;
}
function filled(how, event) {
    if (event.kind === 'other')
        return how.replace('{name}', event.name);
    return event.kind === 'unreadable' ? how.replace('{lacks}', event.lacks) : how;
}

;// CONCATENATED MODULE: ./build/changes/untrusted.js
/** Commits of history that are fetched, one after the other, while a shallow clone does not show a merge base. */
const DEPTHS = [50, 200, 1000];
/** Every reason for planning everything that shows only in the clone; `docs/events.md` is held against the same rows. */
const UNTRUSTED = [
    {
        id: 'missing',
        how: '{what} is not in this clone and cannot be fetched: {why}',
        when: 'A force push whose old commit the server has dropped; no remote; no right to fetch; the network.',
        remedy: '`fetch-depth: 0`, and the input `token`; after a force push nothing: the next run compares again'
    },
    {
        id: 'unrelated',
        how: '{what} and the head have no common history',
        when: 'A branch that was started anew, such as `gh-pages`.',
        remedy: 'name a commit with `--base`'
    },
    {
        id: 'several',
        how: '{what} and the head have several best common commits, so none of them can be trusted',
        when: 'Two branches that were merged into one another crosswise.',
        remedy: 'merge the base branch, or name a commit with `--base`'
    },
    {
        id: 'too-shallow',
        how: 'the clone is shallow, so a merge base cannot be trusted, even with {depth} commits fetched',
        when: 'A branch that left longer ago than that.',
        remedy: '`fetch-depth: 0`'
    },
    {
        id: 'not-deepened',
        how: 'the clone is shallow, so a merge base cannot be trusted, and more history cannot be fetched: {why}',
        when: 'A shallow clone that may not fetch, or a head that the server does not have.',
        remedy: '`fetch-depth: 0`, or the input `token`'
    },
    {
        id: 'shallow',
        how: 'the clone is shallow, so a merge base cannot be trusted',
        when: 'The command line, which does not fetch by itself.',
        remedy: '`git fetch --unshallow`'
    },
    {
        id: 'parent-missing',
        how: 'the commit before is not in this clone',
        when: 'The command line on the default branch of a clone of depth 1.',
        remedy: '`git fetch --unshallow`'
    }
];
/** What the plan says about a reason. */
function untrusted(id, values = {}) {
    const how = UNTRUSTED.find(each => each.id === id)?.how ?? id;
    return how.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

;// CONCATENATED MODULE: ./build/load/base.js



/** Commits that are fetched where one is enough. */
const ONE = 1;
/**
 * Finds the base commit of a run. Where no trustworthy one is to be had the answer is none, with the reason: everything
 * is planned then. Never a guess.
 */
async function findBase(git, event, head, dirty) {
    const rule = baseRule(event, head);
    switch (rule.kind) {
        case 'none':
            return { commit: null, how: rule.how };
        case 'nothing':
            return { commit: head.id, how: rule.how };
        case 'commit':
            return findCommit(git, event, rule);
        case 'merge-base':
            return event.kind === 'local' ? findLocal(git, rule, head, dirty) : findMergeBase(git, rule, head);
    }
}
async function findCommit(git, event, rule) {
    const known = await resolveOrFetch(git, rule.revision);
    if ('id' in known)
        return { commit: known.id, how: rule.how };
    if (event.kind === 'given')
        return { missing: rule.revision };
    const what = `${rule.how} (${base_short(rule.revision)})`;
    return { commit: null, how: untrusted('missing', { what, why: known.why }) };
}
/** Only what the event or the user names by a full id, or a branch of the remote, can be fetched. */
async function resolveOrFetch(git, revision) {
    const known = await git.resolve(revision);
    if (known !== undefined)
        return known;
    if (!(0,changes_event/* isCommitId */.jh)(revision) && !revision.startsWith('refs/remotes/origin/'))
        return { why: 'no such commit' };
    const fetched = await git.fetch([revision], ONE);
    if (fetched.kind === 'failed')
        return fetched;
    return (await git.resolve(revision)) ?? { why: 'it is no commit' };
}
/** Deepens a shallow clone step by step until the merge base is certain; then nothing is certain, and that is said. */
async function findMergeBase(git, rule, head) {
    const [revision = ''] = rule.with;
    const what = (0,changes_event/* isCommitId */.jh)(revision)
        ? `the base commit (${base_short(revision)})`
        : `the branch ${branchOf(revision)}`;
    const other = await resolveOrFetch(git, revision);
    if (!('id' in other))
        return { commit: null, how: untrusted('missing', { what, why: other.why }) };
    for (const depth of [0, ...DEPTHS]) {
        if (depth > 0) {
            const fetched = await git.fetch([other.id, head.id], depth);
            if (fetched.kind === 'failed') {
                return { commit: null, how: untrusted('not-deepened', { why: fetched.why }) };
            }
        }
        const base = await git.mergeBase(other.id, head.id);
        if (base.kind === 'found')
            return { commit: base.commit, how: rule.how };
        if (base.kind === 'none')
            return { commit: null, how: untrusted('unrelated', { what }) };
        if (base.kind === 'several')
            return { commit: null, how: untrusted('several', { what }) };
    }
    return { commit: null, how: untrusted('too-shallow', { depth: String(DEPTHS.at(-1)) }) };
}
/** On a branch: since it left the default branch. On the default branch itself: what is not committed, else the last commit. */
async function findLocal(git, rule, head, dirty) {
    // A branch that is where we are, as on the default branch itself, tells nothing.
    const looked = new Set([head.id]);
    for (const branch of rule.with) {
        const other = (await git.resolve(branch))?.id;
        if (other === undefined || looked.has(other))
            continue;
        looked.add(other);
        const base = await git.mergeBase(other, head.id);
        if (base.kind === 'cut')
            return { commit: null, how: untrusted('shallow') };
        if (base.kind === 'several') {
            return { commit: null, how: untrusted('several', { what: `the branch ${branchOf(branch)}` }) };
        }
        if (base.kind === 'found' && base.commit !== head.id)
            return { commit: base.commit, how: rule.how };
    }
    if (dirty)
        return { commit: head.id, how: howOf('local-changes') };
    const [parent] = head.parents;
    if (parent === undefined)
        return { commit: null, how: howOf('local-first') };
    if ((await git.resolve(parent)) === undefined)
        return { commit: null, how: untrusted('parent-missing') };
    return { commit: parent, how: howOf('local-clean') };
}
function branchOf(reference) {
    return reference.replace('refs/remotes/', '');
}
function base_short(commit) {
    return commit.slice(0, 12);
}

// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/context/tree.js
var context_tree = __webpack_require__(7522);
;// CONCATENATED MODULE: ./build/context/overlay.js


/**
 * A tree that is like another but for some paths: two commits share nearly everything, so the second one costs what
 * differs. `links` gives the targets of symbolic links among the paths that differ.
 */
function overlayTree(tree, overlay, links) {
    const own = (0,context_tree/* treeOf */.g7)([...overlay].flatMap(([path, entry]) => (entry === undefined ? [] : [[path, entry]])), links);
    return {
        get: path => (overlay.has(path) ? overlay.get(path) : tree.get(path)),
        under: folder => {
            const below = tree.under(folder);
            const start = folder === '' ? '' : `${folder}/`;
            const touched = [...overlay.keys()].filter(path => path.startsWith(start));
            if (touched.length === 0)
                return below;
            return [...below.filter(path => !overlay.has(path)), ...own.under(folder)].sort(code_unit/* byCodeUnit */.X);
        },
        link: path => (overlay.has(path) ? own.link(path) : tree.link(path)),
        plain: tree.plain === true && own.plain === true
    };
}

// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/load/snapshot.js + 2 modules
var load_snapshot = __webpack_require__(8844);
// EXTERNAL MODULE: ./build/load/standing.js
var load_standing = __webpack_require__(5581);
// EXTERNAL MODULE: ./build/graph/closure.js
var closure = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/load/dockerfiles.js
var dockerfiles = __webpack_require__(1858);
;// CONCATENATED MODULE: ./build/load/touched.js


/** Finds the images of which a build could read one of the paths, and all that are built on them. */
function touchedImages(specs, graph, paths) {
    const changed = new Set(paths);
    if (changed.size === 0)
        return changed;
    const folders = foldersOf(changed);
    const touched = specs.filter(spec => isTouched(spec, changed, folders)).map(spec => spec.name);
    // What an image hands on (ENV, ONBUILD) is read with its Dockerfile, and children read it.
    return new Set([...touched, ...(0,closure/* descendants */.D)(graph, touched)]);
}
/** Files, beside those of folders, that an image is read from: some may not exist. */
function filesRead(spec) {
    const files = [spec.dockerfile, ...(0,dockerfiles/* ignorePaths */.H9)(spec), ...(0,dockerfiles/* folderPaths */.n0)(spec)];
    if (spec.test?.kind === 'script')
        files.push(spec.test.path);
    if (spec.installed !== undefined)
        files.push(spec.installed);
    return files;
}
/** Folders that a build of the image can read; `''` is the root of the repository. */
function foldersRead(spec) {
    const named = Object.values(spec.contexts);
    return [spec.context, ...named.flatMap(context => (context.kind === 'path' ? [context.path] : []))];
}
function isTouched(spec, changed, folders) {
    // Globs of extra inputs are few; whoever has one is read again.
    if (spec.inputs.length > 0)
        return true;
    return (foldersRead(spec).some(folder => folders.has(folder)) || filesRead(spec).some(path => changed.has(path)));
}
/** All folders that something changed in, at any depth; `''` is the root. */
function foldersOf(paths) {
    const folders = new Set();
    for (const path of paths) {
        folders.add('');
        for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.slice(0, slash));
        }
        // A folder that became a file, or the other way round.
        folders.add(path);
    }
    return folders;
}

;// CONCATENATED MODULE: ./build/load/base-snapshot.js





/**
 * Reads the base commit beside a head that is read already. The two share nearly everything, so only images are read
 * again of which something that they could read differs; all others are the very same objects. `changes` lead from the
 * base to the head; what stands at the head stands at the base.
 */
async function readBaseSnapshot(git, changes, head, manifestPath, memory, standing = load_standing/* NOTHING_STANDS */.A) {
    const tree = await treeBefore(git, head.tree, changes);
    return (0,load_snapshot/* readTree */.Zc)(git, tree, manifestPath, memory, {
        known: knownImages(head, changes, manifestPath),
        standing
    });
}
async function treeBefore(git, tree, changes) {
    const overlay = new Map(changes.map(change => [change.path, change.before]));
    const links = changes.filter(change => change.before?.mode === '120000');
    const targets = await git.links(links.map(change => change.before?.blob ?? ''));
    const targetOf = new Map(links.map(change => [change.path, targets.get(change.before?.blob ?? '')]));
    return overlayTree(tree, overlay, path => targetOf.get(path));
}
/** None when the manifest or the lock differs: anything may be different then. */
function knownImages(head, changes, manifestPath) {
    const changed = changes.map(change => change.path);
    if (head.manifest === undefined || changesManifest(changed, manifestPath))
        return () => undefined;
    const again = touchedImages(head.manifest.images, head.graph, changed);
    return name => {
        const image = again.has(name) ? undefined : head.images.get(name);
        if (image === undefined)
            return undefined;
        return { image, configs: configsOf(name, image.spec, head.configs), parents: head.graph.parents(name) };
    };
}
/** Whether the manifest or the lock beside it is among the paths. */
function changesManifest(paths, manifestPath) {
    return paths.includes(manifestPath) || paths.includes((0,read_manifest/* lockBeside */.KK)(manifestPath));
}
/** What an image hands on, by `image platform`. */
function configsOf(name, spec, configs) {
    const ids = spec.platforms.map(platform => `${name} ${platform}`);
    return new Map(ids.flatMap(id => {
        const config = configs.get(id);
        return config === undefined ? [] : [[id, config]];
    }));
}

;// CONCATENATED MODULE: ./build/load/last-plan.js





/** What is worth keeping of a plan and the reading it was made from. */
function lastPlanOf(build, plan, reading, since) {
    const { given, configs } = reading;
    const specs = new Map(given.manifest?.images.map(spec => [spec.name, spec]));
    const noted = new Set(reading.diagnostics.map(diagnostic => diagnostic.file));
    const images = plan.images.map((planned) => {
        const spec = specs.get(planned.name);
        const kept = { planned: atRest(planned) };
        const stands = since?.standing.images.get(planned.name);
        if (stands !== undefined)
            return { ...kept, configs: stands.configs };
        if (spec === undefined || !isFollowed(planned))
            return kept;
        // Globs and lists of packages are looked at in every plan: what is said of them names the manifest.
        if (noted.has(spec.dockerfile) || spec.inputs.length > 0 || spec.installed !== undefined)
            return kept;
        return { ...kept, configs: Object.fromEntries(configsOf(spec.name, spec, configs)) };
    });
    return { build, manifestPath: plan.manifest, tree: plan.head.tree, given, images };
}
/** A salt says that inputs could not be followed. */
function isFollowed({ platforms }) {
    return Object.values(platforms).every(platform => platform.salt === undefined);
}
function atRest(planned) {
    if (planned.action === 'none' && Object.values(planned.platforms).every(each => !each.affected))
        return planned;
    const platforms = {};
    for (const [name, each] of Object.entries(planned.platforms))
        platforms[name] = { ...each, affected: false };
    return { ...planned, action: 'none', reasons: [], platforms };
}
/**
 * Finds what still stands when these paths changed since the last plan, or lie between the two commits that are compared.
 * Undefined when nothing of it is of use: the manifest is another, or most images have to be read anyway.
 */
function standingSince(last, changed) {
    const { manifest } = last.given;
    if (manifest === undefined || changesManifest(changed, last.manifestPath))
        return undefined;
    const planned = new Map(last.images.map(image => [image.planned.name, image.planned]));
    const again = readAgain(manifest, last.images, planned, changed);
    if (again.size * 2 > manifest.images.length)
        return undefined;
    const images = new Map();
    for (const { planned: image, configs } of last.images) {
        if (configs !== undefined && !again.has(image.name))
            images.set(image.name, { configs });
    }
    return {
        standing: { given: last.given, images },
        planned,
        paths: pathsOf(manifest.images.filter(spec => again.has(spec.name)))
    };
}
/** Images that something touched or that were not kept, and all below them. */
function readAgain(manifest, kept, planned, changed) {
    const graph = graphAsPlanned(planned);
    const lost = kept.filter(image => image.configs === undefined).map(image => image.planned.name);
    return new Set([...touchedImages(manifest.images, graph, changed), ...lost, ...(0,closure/* descendants */.D)(graph, lost)]);
}
function graphAsPlanned(planned) {
    return {
        names: [...planned.keys()],
        parents: name => planned.get(name)?.parents ?? [],
        children: name => planned.get(name)?.children ?? []
    };
}
const MOST_PATHS = 200;
function pathsOf(specs) {
    // A glob may be anywhere.
    if (specs.some(spec => spec.inputs.length > 0))
        return undefined;
    const paths = [...new Set(specs.flatMap(spec => [...filesRead(spec), ...foldersRead(spec)]))];
    // Only plain names are sure to be the same as an argument and in the tree; the empty path is the root.
    const arePlain = paths.every(path => /^[\x21-\x7e]+$/.test(path));
    return arePlain && paths.length > 0 && paths.length <= MOST_PATHS ? paths : undefined;
}
/**
 * The snapshot of what was read and what stands; undefined when an image is built on others than before: then everything
 * about the graph may be different.
 */
function snapshotSince(reading, { standing, planned }) {
    const snapshot = (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (snapshot === undefined)
        return undefined;
    for (const [name, parents] of reading.parents) {
        const now = [...new Set(parents)].sort(code_unit/* byCodeUnit */.X);
        if (now.join('\n') !== planned.get(name)?.parents.join('\n'))
            return undefined;
    }
    const stands = [...planned].filter(([name]) => standing.images.has(name));
    const level = new Map([...planned].map(([name, image]) => [name, image.level]));
    return {
        ...snapshot,
        standing: new Map(stands),
        graph: graphAsPlanned(planned),
        order: { names: snapshot.order.names, level }
    };
}

// EXTERNAL MODULE: ./build/load/memory.js
var load_memory = __webpack_require__(8598);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/keys/pin-changes.js
var pin_changes = __webpack_require__(2914);
// EXTERNAL MODULE: ./build/plan/simulate.js
var simulate = __webpack_require__(9510);
;// CONCATENATED MODULE: ./build/plan/compare.js




/**
 * The direct causes why two sets of inputs of one image differ, files first; parents are told by the caller.
 * Files explain, they do not judge: whether an image is affected is decided by its key.
 */
function directReasons(dockerfile, before, after) {
    return [
        ...fileReasons(before, after),
        ...instructionReasons(dockerfile, before.instructions, after.instructions),
        ...argumentReasons(before.args, after.args),
        ...externalReasons(before, after),
        ...parentReasons(before, after),
        ...valueReasons('label', 'label', before.labels, after.labels),
        ...epochReasons(before, after)
    ];
}
function fileReasons(before, after) {
    const old = allFiles(before);
    const now = allFiles(after);
    const reasons = new Map();
    for (const [path, file] of now) {
        const was = old.get(path);
        const supposed = (0,simulate/* supposition */.IZ)(file.blob);
        if (supposed !== undefined)
            reasons.set(path, supposed);
        else if (was === undefined)
            reasons.set(path, 'added');
        else if (!sameContent(was, file))
            reasons.set(path, contentWords(was, file));
        else if (was.mode !== file.mode)
            reasons.set(path, `mode changed from ${was.mode} to ${file.mode}`);
        else if (was.contextPath !== file.contextPath)
            reasons.set(path, 'has another place in the build context');
    }
    for (const path of old.keys())
        if (!now.has(path))
            reasons.set(path, 'deleted, or no longer read');
    return [...reasons]
        .sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b))
        .map(([path, what]) => ({ kind: 'file', text: `${path} ${what}` }));
}
function sameContent(was, file) {
    if (was.pins === undefined || file.pins === undefined)
        return was.blob === file.blob && was.pins === file.pins;
    return was.pins.join('\n') === file.pins.join('\n');
}
const PINS_SHOWN = 5;
/** `modified`, and of a requirements file that counts by its pins, by which. */
function contentWords(was, file) {
    if (was.pins === undefined || file.pins === undefined) {
        if (was.blob !== file.blob)
            return 'modified';
        return file.pins === undefined ? 'counts whole now' : 'counts by the pins of what is installed now';
    }
    const changes = (0,pin_changes/* pinChanges */.j)(was.pins.join('\n'), file.pins.join('\n')).map(({ text }) => text);
    const rest = changes.length - PINS_SHOWN;
    const word = was.blob === file.blob ? 'counts otherwise' : 'modified';
    if (changes.length === 0)
        return `${word}: its lines are in another order`;
    return `${word}: ${changes.slice(0, PINS_SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
function allFiles(inputs) {
    const files = new Map();
    for (const list of inputs.files.values())
        for (const file of list)
            files.set(file.path, file);
    for (const file of inputs.extra)
        files.set(file.path, file);
    return files;
}
function instructionReasons(dockerfile, before, after) {
    const old = new Set(before);
    const now = new Set(after);
    const changed = after.some(line => !old.has(line)) || before.some(line => !now.has(line));
    const moved = !changed && (0,canonical/* canonicalJson */.d)(before) !== (0,canonical/* canonicalJson */.d)(after);
    if (changed)
        return [{ kind: 'instruction', text: `${dockerfile}: instructions changed` }];
    if (moved)
        return [{ kind: 'instruction', text: `${dockerfile}: instructions are in another order` }];
    return [];
}
function argumentReasons(before, after) {
    return valueReasons('argument', 'argument', before, after);
}
function valueReasons(kind, word, before, after) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(code_unit/* byCodeUnit */.X);
    return names
        .filter(name => before[name] !== after[name])
        .map(name => ({ kind, text: `${word} ${name} changed` }));
}
function externalReasons(before, after) {
    const old = new Map(before.externals.map(external => [external.reference, (0,canonical/* canonicalJson */.d)(external.lock)]));
    return after.externals
        .filter(external => old.get(external.reference) !== (0,canonical/* canonicalJson */.d)(external.lock))
        .map(external => ({
        kind: 'base',
        text: `base ${external.contextName} ${baseMove(external, old.has(external.reference))}`
    }));
}
function baseMove(external, known) {
    if ((0,simulate/* isSupposedMove */.tn)(external.lock))
        return 'would move';
    return known ? 'moved in the lock' : 'is new';
}
function parentReasons(before, after) {
    const old = new Map(before.parents.map(parent => [parent.contextName, parent.image]));
    return after.parents
        .filter(parent => old.get(parent.contextName) !== parent.image)
        .map(parent => ({ kind: 'parent', text: `parent ${parent.image} is new` }));
}
function epochReasons(before, after) {
    if ((0,canonical/* canonicalJson */.d)(before.epoch) === (0,canonical/* canonicalJson */.d)(after.epoch))
        return [];
    const epoch = after.epoch;
    const text = typeof epoch === 'string' ? `patch epoch ${epoch}` : 'patch epoch changed';
    return [{ kind: 'epoch', text }];
}

// EXTERNAL MODULE: ./build/plan/keys.js
var keys = __webpack_require__(2796);
;// CONCATENATED MODULE: ./build/plan/plan.js






/**
 * Decides what a change does to every image: from two snapshots (no base: everything) to a plan without rows.
 * An image is affected when its key differs; the reasons say why.
 */
function makePlan(head, base, comparison, options, warnings) {
    const selected = selection(head, options);
    const known = new Map();
    const { standing } = head;
    const salt = (image) => saltOf(image, options, selected);
    const baseSalt = (image) => (unfollowed(image) ? 'base' : undefined);
    const now = (0,keys/* keysOf */.Y)(head.images, head.order.names, standing, salt, known);
    const before = base && (0,keys/* keysOf */.Y)(base.images, base.order, standing, baseSalt, known);
    const affected = affectedImages(head, now, before);
    const images = head.manifest.images.map(spec => {
        const stands = standing.get(spec.name);
        if (stands !== undefined)
            return { ...stands, ...placeOf(spec.name, head) };
        const image = head.images.get(spec.name);
        if (image === undefined)
            throw new Error(`Internal error: ${spec.name} has no inputs`);
        const reasons = [
            ...askedReasons(image, options, selected),
            ...reasonsOf(image, base, comparison, affected, head)
        ];
        const planned = planImage(image, head, now, before, reasons);
        return { ...planned, action: actionOf(image, base, options, selected, affected) };
    });
    return {
        version: 1,
        manifest: head.manifest.path,
        ...comparison,
        images: images.map(image => (image.action === 'none' ? { ...image, reasons: [] } : image)),
        levels: [],
        pins: {},
        warnings
    };
}
/** Images that `--image` names, and what is built on them when they are rebuilt. */
function selection(head, options) {
    if (options.images.length === 0)
        return options.all || options.rebuild ? new Set(head.images.keys()) : undefined;
    if (!options.rebuild)
        return new Set(options.images);
    return new Set([...options.images, ...(0,closure/* descendants */.D)(head.graph, options.images)]);
}
function saltOf(image, options, selected) {
    const name = image.spec.name;
    const rebuilt = options.rebuild && (options.images.length === 0 || options.images.includes(name));
    return unfollowed(image) || (rebuilt && selected?.has(name) === true) ? `run ${options.run}` : undefined;
}
function unfollowed(image) {
    for (const inputs of image.platforms.values())
        if (inputs.unfollowed.length > 0)
            return true;
    return false;
}
function affectedImages(head, now, before) {
    const affected = new Set();
    for (const name of head.images.keys()) {
        for (const [platform, { key }] of now.get(name) ?? []) {
            if (before?.get(name)?.get(platform)?.key !== key)
                affected.add(name);
        }
    }
    return affected;
}
function planImage(image, head, now, before, reasons) {
    const { name } = image.spec;
    const platforms = {};
    for (const [platform, { key, salt }] of now.get(name) ?? []) {
        const affected = before?.get(name)?.get(platform)?.key !== key;
        platforms[platform] = {
            key,
            ...(salt === undefined ? {} : { salt }),
            affected,
            ...crossingOf(image, platform)
        };
    }
    return {
        name,
        action: 'none',
        reasons,
        ...placeOf(name, head),
        needs: image.spec.needs,
        externalBases: externalBases(image),
        inputs: countInputs(image),
        platforms
    };
}
function placeOf(name, head) {
    return {
        level: head.order.level.get(name) ?? 0,
        parents: head.graph.parents(name),
        children: head.graph.children(name)
    };
}
function crossingOf(image, platform) {
    const parents = image.platforms.get(platform)?.parents ?? [];
    const crossing = parents
        .filter(parent => parent.platform !== platform)
        .map(parent => ({ image: parent.image, platform: parent.platform }));
    return crossing.length === 0 ? {} : { crossing };
}
function externalBases(image) {
    const references = [...image.platforms.values()].flatMap(inputs => inputs.externals.map(e => e.reference));
    return [...new Set(references)].sort(code_unit/* byCodeUnit */.X);
}
function countInputs(image) {
    const paths = new Set();
    for (const inputs of image.platforms.values()) {
        for (const files of inputs.files.values())
            for (const file of files)
                paths.add(file.path);
        for (const file of inputs.extra)
            paths.add(file.path);
    }
    return paths.size;
}
function actionOf(image, base, options, selected, affected) {
    const { name } = image.spec;
    if (selected !== undefined && (options.images.length > 0 || selected.has(name))) {
        return selected.has(name) ? 'build' : 'none';
    }
    if (affected.has(name))
        return 'build';
    const was = base?.images.get(name);
    if (was === undefined || was === image)
        return 'none';
    if ((0,canonical/* canonicalJson */.d)(was.test) !== (0,canonical/* canonicalJson */.d)(image.test))
        return 'test';
    if ((0,canonical/* canonicalJson */.d)(was.publication) !== (0,canonical/* canonicalJson */.d)(image.publication))
        return 'retag';
    return 'none';
}
function askedReasons(image, options, selected) {
    const { name } = image.spec;
    if (options.images.includes(name)) {
        return [
            { kind: 'asked', text: options.rebuild ? 'a rebuild was asked for by --image' : 'asked for by --image' }
        ];
    }
    if (options.images.length > 0 || selected?.has(name) !== true)
        return [];
    return options.rebuild
        ? [{ kind: 'rebuild', text: 'asked for by --rebuild' }]
        : [{ kind: 'asked', text: 'asked for by --all' }];
}
function reasonsOf(image, base, comparison, affected, head) {
    const { name, dockerfile } = image.spec;
    const followed = unfollowedReasons(image);
    if (base === undefined) {
        return [...followed, { kind: 'no-base', text: `no trustworthy base commit: ${comparison.base.how}` }];
    }
    const why = base.unreadable.get(name);
    if (why !== undefined)
        return [...followed, { kind: 'no-base', text: `cannot be read at the base commit: ${why}` }];
    const was = base.images.get(name);
    if (was === undefined)
        return [...followed, { kind: 'new', text: 'new in the manifest' }];
    const direct = new Map();
    for (const [platform, inputs] of image.platforms) {
        const old = was.platforms.get(platform);
        if (old === inputs)
            continue;
        if (old === undefined)
            direct.set(platform, { kind: 'platform', text: `platform ${platform} is new` });
        else
            for (const reason of directReasons(dockerfile, old, inputs))
                direct.set(reason.text, reason);
    }
    const inherited = head.graph
        .parents(name)
        .filter(parent => affected.has(parent))
        .map((parent) => ({ kind: 'parent', text: `parent ${parent} affected` }));
    return [...followed, ...direct.values(), ...inherited, ...quietReasons(was, image)];
}
function unfollowedReasons(image) {
    const reasons = new Map();
    for (const inputs of image.platforms.values()) {
        for (const place of inputs.unfollowed) {
            const text = `${place.file}:${place.line}: ${place.message}; ${place.remedy}`;
            reasons.set(text, { kind: 'unfollowed', text });
        }
    }
    return [...reasons.values()];
}
/** Changes that build nothing. */
function quietReasons(was, now) {
    if (was === now)
        return [];
    const reasons = [];
    if ((0,canonical/* canonicalJson */.d)(was.test) !== (0,canonical/* canonicalJson */.d)(now.test)) {
        reasons.push({ kind: 'test', text: `smoke test ${isSupposed(now.test) ? 'would change' : 'changed'}` });
    }
    if ((0,canonical/* canonicalJson */.d)(was.publication) !== (0,canonical/* canonicalJson */.d)(now.publication)) {
        reasons.push({ kind: 'tags', text: 'tags or descriptions changed' });
    }
    return reasons;
}
function isSupposed(test) {
    const script = test;
    return typeof script?.blob === 'string' && (0,simulate/* supposition */.IZ)(script.blob) !== undefined;
}

// EXTERNAL MODULE: ./build/plan/platforms.js
var plan_platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/plan/rows.js + 3 modules
var rows = __webpack_require__(5401);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/release/parallel.js
var parallel = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/commands/external.js
var external = __webpack_require__(9528);
// EXTERNAL MODULE: ./build/commands/staged.js
var commands_staged = __webpack_require__(4077);
;// CONCATENATED MODULE: ./build/commands/ask-staging.js






/** How many images are looked up at once. */
const LOOK_UPS = 8;
/**
 * The second step of a plan: what staging has already is reused, what is wanted and missing joins, and external bases
 * are pinned to what they are now for the whole run.
 */
async function askStaging(world, git, plan, snapshot, registry, wantsAll) {
    const targets = await (0,opened/* targetsFor */.Y$)(world, git, snapshot.manifest, registry);
    const client = await world.registry();
    const staged = (0,commands_staged/* openStaged */.X)(client, targets.staging, plan, snapshot);
    const there = new Map();
    await (0,parallel/* inParallel */.H)(LOOK_UPS, plan.images, async (image) => {
        const platforms = Object.keys(image.platforms).filter(each => (0,plan_platforms/* isTaken */.Ck)(plan, each));
        // Of an image that this run leaves out nothing is asked, and nothing follows for it.
        if (platforms.length === 0)
            return;
        const digests = await Promise.all(platforms.map(each => staged.digest(image.name, each)));
        there.set(image.name, digests.every(digest => digest !== undefined));
    });
    const wanted = wantedImages(plan, snapshot, wantsAll);
    const images = plan.images.map(image => settle(image, there.get(image.name), wanted.has(image.name)));
    const pins = await pinsOf(plan, images, snapshot, (0,external/* externalDigests */.H)(client, plan));
    return { ...plan, images, pins };
}
/** Everything, or what is worked on with all that it is built on. */
function wantedImages(plan, snapshot, wantsAll) {
    if (wantsAll)
        return new Set(plan.images.map(image => image.name));
    const work = plan.images.filter(image => image.action !== 'none').map(image => image.name);
    return new Set([...work, ...(0,closure/* ancestors */.T)(snapshot.graph, work)]);
}
function settle(image, there, wanted) {
    if (there === undefined)
        return image;
    if (there) {
        const reused = image.action === 'build' || image.action === 'test';
        return reused ? { ...image, action: 'reuse' } : image;
    }
    if (image.action === 'build' || image.action === 'test' || !wanted)
        return image;
    return {
        ...image,
        action: 'build',
        reasons: [...image.reasons, { kind: 'missing', text: 'not built yet' }]
    };
}
async function pinsOf(plan, images, snapshot, digest) {
    const pins = {};
    for (const image of images.filter(each => each.action === 'build')) {
        for (const [platform, inputs] of snapshot.images.get(image.name)?.platforms ?? []) {
            if (!(0,plan_platforms/* isTaken */.Ck)(plan, platform))
                continue;
            for (const base of inputs.externals.filter(each => each.lock === null)) {
                pins[base.reference] ??= await digest(base);
            }
        }
    }
    return Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./build/commands/recall.js

/**
 * Looks for a plan of this clone that most of the new one follows from, and says what of it still holds. Undefined without one, and whenever anything about
 * it is in doubt: the whole tree is read then. `changes` is what differs between the two commits that are compared.
 */
async function recall(world, git, manifestPath, { base, head }, changes) {
    if (world.build === undefined || base.commit === null)
        return undefined;
    try {
        const last = await readLastPlan(world, git);
        if (last?.build !== world.build || last.manifestPath !== manifestPath)
            return undefined;
        const after = last.tree === head.tree ? [] : await git.changes(last.tree, head.tree);
        return standingSince(last, [...after, ...(await changes)].map(change => change.path));
    }
    catch {
        // The tree of the last plan may be gone, as after `git gc`.
        return undefined;
    }
}
/** Keeps a plan for the next one; that this fails, as on a clone that may only be read, costs time and nothing else. */
async function keepPlan(world, git, plan, reading, since) {
    if (world.build === undefined || (since !== undefined && !isFarFrom(since)))
        return;
    const last = lastPlanOf(world.build, plan, reading, since);
    await world.files.write(fileOf(git), JSON.stringify(last)).catch(() => undefined);
}
/** One image in this many may have to be read again before a newer plan is worth writing. */
const WORTH_WRITING = 20;
function isFarFrom({ planned, standing }) {
    return (planned.size - standing.images.size) * WORTH_WRITING >= planned.size;
}
async function readLastPlan(world, git) {
    try {
        const text = await world.files.read(fileOf(git));
        // Written by this program inside of the clone's own folder: whoever can write there owns the clone.
        return text === undefined ? undefined : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function fileOf(git) {
    return `${git.ownFolder}/last-plan.json`;
}

;// CONCATENATED MODULE: ./build/load/simulated.js



/**
 * A repository in which files would change: their object ids differ, while their texts are those of now, since what would
 * stand in them is not known.
 */
function simulatedGit(git, files) {
    return {
        ...git,
        tree: async (treeish) => (0,simulate/* simulatedTree */.jl)(await git.tree(treeish), files),
        blobs: async (ids) => {
            const objects = await git.blobs([...new Set(ids.map(simulate/* objectBehind */._v))].filter(id => id !== ''));
            return new Map(ids.map(id => [id, objects.get((0,simulate/* objectBehind */._v)(id)) ?? new Uint8Array()]));
        }
    };
}
/** Files that say how an image is built and would change, by image; where there are none the image is left out. */
function supposedRecipes(images, manifest, tree, files) {
    const changed = new Set(files.changed);
    const added = new Set(files.added);
    const recipes = new Map();
    for (const spec of images) {
        const paths = new Set([manifest, (0,read_manifest/* lockBeside */.KK)(manifest)]);
        for (const candidates of recipeCandidates(spec)) {
            const inForce = candidates.findIndex(path => tree.get(path) !== undefined);
            // A file before the one in force would take its place; one after it says nothing.
            for (const path of inForce < 0 ? candidates : candidates.slice(0, inForce + 1))
                paths.add(path);
        }
        const recipe = {
            changed: [...paths].filter(path => changed.has(path)),
            added: [...paths].filter(path => added.has(path))
        };
        if (recipe.changed.length + recipe.added.length > 0)
            recipes.set(spec.name, recipe);
    }
    return recipes;
}
/** For each file that says how an image is built the paths where it may be, of which the first that is there is in force. */
function recipeCandidates(spec) {
    const installed = spec.installed === undefined ? [] : [[spec.installed]];
    return [[spec.dockerfile], (0,dockerfiles/* ignorePaths */.H9)(spec), ...(0,dockerfiles/* folderPaths */.n0)(spec).map(path => [path]), ...installed];
}

// EXTERNAL MODULE: ./build/manifest/reference.js
var reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/commands/simulate.js






/** Names shown of what there is to choose from. */
const KNOWN_SHOWN = 20;
/** Reads a tree and supposes changes to it; nothing is written anywhere. */
async function simulate_simulate(git, treeish, manifest, memory, simulation) {
    const reading = await (0,load_snapshot/* readSnapshot */.RA)(git, treeish, manifest, memory);
    const now = (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (now === undefined)
        return reading.diagnostics;
    const wrong = unknownBases(simulation.bases, now);
    if (wrong.length > 0)
        return wrong;
    const tree = await git.tree(treeish);
    const files = (0,simulate/* supposedFiles */.Rm)(tree, simulation.paths);
    const recipes = supposedRecipes(now.manifest.images, manifest, tree, files);
    const recipePaths = new Set([...recipes.values()].flatMap(recipe => recipe.added));
    const supposed = simulatedGit(git, {
        ...files,
        // An empty ignore file in place of one that nobody knows would tell of changes that need not be.
        added: files.added.filter(path => !recipePaths.has(path))
    });
    const after = await (0,load_snapshot/* readSnapshot */.RA)(supposed, treeish, manifest, memory);
    const then = (0,load_snapshot/* snapshotOf */.eY)(after);
    if (then === undefined)
        return after.diagnostics;
    const references = simulation.bases.flatMap(base => (0,reference/* normaliseReference */.Ox)(base) ?? []);
    return {
        now,
        then: (0,simulate/* withMovedBases */.Kn)((0,simulate/* withSupposedRecipes */.Jm)(then, recipes), references),
        git: supposed,
        configs: { head: after.configs, base: reading.configs },
        sentences: sentencesOf(simulation, files),
        warnings: reading.diagnostics
    };
}
function sentencesOf(simulation, files) {
    const added = new Set(files.added);
    return [
        ...simulation.paths.map(path => `${path} would ${added.has(path) ? 'be added' : 'change'}`),
        ...simulation.bases.map(base => `base ${(0,reference/* contextNameOf */.Gf)(base) ?? base} would move`)
    ];
}
function unknownBases(bases, snapshot) {
    const known = new Map();
    for (const image of snapshot.images.values()) {
        for (const inputs of image.platforms.values()) {
            for (const { reference, contextName } of inputs.externals)
                known.set(reference, contextName);
        }
    }
    const names = [...known.values()].sort(code_unit/* byCodeUnit */.X);
    const shown = names.slice(0, KNOWN_SHOWN).join(', ');
    const rest = names.length > KNOWN_SHOWN ? ` and ${names.length - KNOWN_SHOWN} more` : '';
    return bases
        .filter(base => !known.has((0,reference/* normaliseReference */.Ox)(base) ?? ''))
        .map(base => (0,diagnostic/* errorAt */.Os)('E003', { file: snapshot.manifest.path }, `no image is built on the base ${JSON.stringify(base)}; the bases are ${shown === '' ? 'none' : shown}${rest}`, 'name one of these with --simulate-base; for an image of the manifest name a file of it with --simulate'));
}

;// CONCATENATED MODULE: ./build/commands/plan.js















/** Compares two commits and says what has to be built and why. Without `registry`: git only, no network. */
async function plan(world, request) {
    const planned = await planOf(world, request, isPlain(request) ? 'what changed' : 'all');
    if (planned.kind === 'invalid')
        return planned;
    const { plan: value, sides } = planned.value;
    return { ...planned, value: (0,rows/* withRows */.Qx)(value, sides.head.manifest) };
}
/** The same without rows, together with what was compared; every image is read. */
function planWithSides(world, request) {
    return planOf(world, request, 'all');
}
/** A comparison at a person's own machine, where the last plan of the clone may help. */
function isPlain(request) {
    const asksForMore = request.all === true || request.rebuild === true || (request.images ?? []).length > 0;
    const { registry, simulation, event } = request;
    return !asksForMore && registry === undefined && simulation === undefined && event === undefined;
}
async function planOf(world, request, extent) {
    const git = await world.git();
    if (git === undefined)
        return invalid([opened/* NO_REPOSITORY */.NZ]);
    const manifest = request.manifest ?? read_manifest/* DEFAULT_MANIFEST */.mj;
    const sides = await readSides(world, git, request, manifest, extent);
    if (!('head' in sides))
        return invalid(sides);
    const unknown = unknownImages(request.images ?? [], sides.head);
    if (unknown.length > 0)
        return invalid(unknown);
    const options = {
        images: request.images ?? [],
        all: request.all ?? false,
        rebuild: request.rebuild ?? false,
        run: request.run ?? `local ${world.clock.now()}`
    };
    const { head, base, comparison } = sides;
    const warnings = (0,diagnostic/* sortDiagnostics */.Ds)(sides.warnings);
    const made = makePlan(head, base, comparison, options, warnings);
    const strange = (0,plan_platforms/* unknownPlatforms */.pj)(made, request.platforms ?? []);
    if (strange.length > 0)
        return invalid(strange);
    if (sides.kept !== undefined)
        await keepPlan(world, git, made, sides.kept.reading, sides.kept.since);
    const draft = (0,plan_platforms/* onlyPlatforms */.fT)(made, request.platforms);
    const asked = request.registry === undefined
        ? draft
        : await askStaging(world, git, draft, head, request.registry, wantsAll(request));
    return { kind: 'done', value: { plan: asked, sides }, warnings };
}
async function readSides(world, git, request, manifest, extent) {
    const memory = (0,load_memory/* openMemory */.u)();
    if (request.simulation !== undefined)
        return simulatedSides(git, request, manifest, memory);
    const compared = await compare(git, request, manifest);
    if ('diagnostics' in compared)
        return compared.diagnostics;
    const { comparison } = compared;
    const { commit } = comparison.base;
    const changes = commit === null ? Promise.resolve([]) : git.changes(commit, comparison.head.tree);
    // It is waited for further down; that it fails must not end the process before.
    changes.catch(() => undefined);
    const recalled = extent === 'all' ? undefined : await recall(world, git, manifest, comparison, changes);
    const short = recalled && (await readSince(git, recalled, comparison, manifest, memory));
    const reading = short?.reading ?? (await (0,load_snapshot/* readSnapshot */.RA)(git, comparison.head.tree, manifest, memory));
    const head = short?.head ?? (0,load_snapshot/* snapshotOf */.eY)(reading);
    if (head === undefined)
        return reading.diagnostics;
    const since = short && recalled;
    const before = commit === null
        ? undefined
        : await readBaseSnapshot(git, await changes, reading, manifest, memory, since?.standing);
    const base = before && baseOf(before, head);
    const configs = { head: reading.configs, base: before?.configs ?? new Map() };
    return {
        comparison,
        head,
        base,
        headGit: git,
        baseGit: git,
        configs,
        memory,
        warnings: reading.diagnostics,
        ...(extent === 'all' ? {} : { kept: { reading, since } })
    };
}
/** Reads what changed since the last plan; undefined when that is not enough to know everything. */
async function readSince(git, since, { head }, manifest, memory) {
    const tree = await git.tree(head.tree, since.paths);
    const reading = await (0,load_snapshot/* readTree */.Zc)(git, tree, manifest, memory, { standing: since.standing });
    const snapshot = snapshotSince(reading, since);
    return snapshot && { reading, head: snapshot };
}
/** What is there now, compared with what is supposed. */
async function simulatedSides(git, request, manifest, memory) {
    const found = await findHead(git, request, manifest);
    if ('diagnostics' in found)
        return found.diagnostics;
    const supposed = request.simulation ?? { paths: [], bases: [] };
    const sides = await simulate_simulate(git, found.head.tree, manifest, memory, supposed);
    if (!('now' in sides))
        return sides;
    const { head } = found;
    const comparison = {
        base: { commit: head.commit, how: 'a simulation' },
        head,
        simulation: sides.sentences
    };
    const { images, order } = sides.now;
    const base = { images, order: order.names, unreadable: new Map() };
    const { then, git: headGit, configs, warnings } = sides;
    return { comparison, head: then, base, headGit, baseGit: git, configs, memory, warnings };
}
/** A run that publishes wants every image of the manifest in staging; a pull request only what it builds on. */
function wantsAll(request) {
    const selecting = (request.images ?? []).length > 0;
    return !selecting && request.event?.name !== 'pull_request' && request.event?.name !== 'merge_group';
}
async function compare(git, request, manifest) {
    const found = await findHead(git, request, manifest);
    if ('diagnostics' in found)
        return found;
    const { head, tip } = found;
    const base = await findBase(git, eventFor(request), tip, head.dirty);
    if ('missing' in base)
        return { diagnostics: [noCommit(manifest, base.missing)] };
    return { comparison: { base, head } };
}
/** The commit or working tree to plan, and the commit that it is or stands on. */
async function findHead(git, request, manifest) {
    const tip = await git.resolve(request.head ?? 'HEAD');
    if (tip === undefined)
        return { diagnostics: [noCommit(manifest, request.head ?? 'HEAD')] };
    const local = request.head === undefined && request.event === undefined;
    const { tree, dirty } = local ? await git.workTree() : { tree: tip.id, dirty: false };
    return { head: { commit: tip.id, tree: dirty ? tree : tip.id, time: tip.time, dirty }, tip };
}
function eventFor(request) {
    if (request.base !== undefined)
        return { kind: 'given', base: request.base };
    if (request.event === undefined)
        return { kind: 'local' };
    return (0,changes_event/* eventOf */.A6)(request.event.name, request.event.payload);
}
function noCommit(file, revision) {
    const message = `${JSON.stringify(revision)} names no commit of this clone`;
    const remedy = revision === 'HEAD'
        ? 'make a first commit'
        : 'fetch it (`git fetch --unshallow` for a shallow clone), or name another commit';
    return (0,diagnostic/* errorAt */.Os)('E001', { file }, message, remedy);
}
/** What cannot be read at the base makes its images affected, never an error. */
function baseOf(reading, head) {
    const unreadable = new Map(reading.unreadable);
    if (reading.manifest === undefined || reading.order === undefined || hasManifestErrors(reading)) {
        const why = reading.diagnostics.find(each => each.severity === 'error')?.message ?? 'the manifest';
        for (const name of head.images.keys())
            unreadable.set(name, why);
        return { images: new Map(), order: [], unreadable };
    }
    return { images: reading.images, order: reading.order.names, unreadable };
}
function hasManifestErrors(reading) {
    return (0,diagnostic/* hasErrors */.Cs)(reading.diagnostics.filter(each => each.code.startsWith('M')));
}
function unknownImages(names, snapshot) {
    const known = [...snapshot.images.keys()];
    return names
        .filter(name => !snapshot.images.has(name))
        .map(name => (0,diagnostic/* errorAt */.Os)('E003', { file: snapshot.manifest.path }, `the manifest has no image ${JSON.stringify(name)}; it has ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}`, 'name one of these with --image'));
}
function invalid(diagnostics) {
    return { kind: 'invalid', diagnostics: (0,diagnostic/* sortDiagnostics */.Ds)(diagnostics) };
}


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openStaged)
/* harmony export */ });
/* harmony import */ var _build_smoke_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);
/* harmony import */ var _build_staging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3422);
/* harmony import */ var _keys_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8704);



/** Opens the view of a staging repository for a plan. */
function openStaged(registry, repository, plan, snapshot) {
    const digests = new Map();
    const planned = new Map(plan.images.map(image => [image.name, image]));
    const staged = {
        digest: (image, platform) => {
            const id = `${image} ${platform}`;
            const known = digests.get(id);
            if (known !== undefined)
                return known;
            const found = find(image, platform);
            digests.set(id, found);
            return found;
        },
        trace: async (image, platform) => {
            const inputs = snapshot.images.get(image)?.platforms.get(platform);
            if (inputs === undefined)
                return undefined;
            const parents = new Map();
            for (const parent of inputs.parents) {
                const digest = await staged.digest(parent.image, parent.platform);
                if (digest === undefined)
                    return undefined;
                parents.set(`${parent.image} ${parent.platform}`, digest);
            }
            const salt = planned.get(image)?.platforms[platform]?.salt;
            return (0,_keys_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .traceKeyOf */ .AT)(inputs, parent => parents.get(`${parent.image} ${parent.platform}`) ?? '', salt);
        },
        remember: (image, platform, digest) => {
            digests.set(`${image} ${platform}`, Promise.resolve(digest));
        }
    };
    async function find(image, platform) {
        const key = planned.get(image)?.platforms[platform]?.key;
        if (key === undefined)
            return undefined;
        const byKey = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .keyTag */ .QR)(image, platform, key));
        if (byKey === undefined)
            return undefined;
        const trace = await staged.trace(image, platform);
        if (trace === undefined)
            return undefined;
        const byTrace = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, trace));
        if (byTrace?.digest !== byKey.digest)
            return undefined;
        return (await isTested(image, platform, byKey.digest)) ? byKey.digest : undefined;
    }
    async function isTested(image, platform, digest) {
        const inputs = snapshot.images.get(image);
        if (inputs === undefined || inputs.test === null)
            return true;
        const tag = (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .testTag */ .f_)(image, platform, (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .testHash */ .Jy)(digest, inputs.test));
        return (await registry.head(repository, tag)) !== undefined;
    }
    return staged;
}


/***/ }),

/***/ 2486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ descendants),
/* harmony export */   T: () => (/* binding */ ancestors)
/* harmony export */ });
/** All images below the given ones, without themselves unless one is below another. */
function descendants(graph, names) {
    return reach(graph.children, names);
}
/** All images above the given ones, without themselves unless one is above another. */
function ancestors(graph, names) {
    return reach(graph.parents, names);
}
function reach(next, names) {
    const found = new Set();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        for (const neighbour of next(name)) {
            if (!found.has(neighbour)) {
                found.add(neighbour);
                open.push(neighbour);
            }
        }
    }
    return found;
}


/***/ }),

/***/ 8335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * JSON without blanks and with keys in code-unit order (the idea of RFC 8785): equal values give equal bytes on every
 * machine. Lone surrogates are escaped by `JSON.stringify`, so file names that are no UTF-8 stay distinct.
 */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value === 'object' && value !== null) {
        const object = value;
        const members = Object.keys(object)
            .sort()
            .map(key => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`);
        return `{${members.join(',')}}`;
    }
    return JSON.stringify(value);
}
/** SHA-256 of a text or bytes, 64 hex digits. */
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');
}


/***/ }),

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ traceKeyOf),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* unused harmony export KEY_FORMAT */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);

/** Changed whenever the meaning of a key changes, so that no key of an older release is taken for one of this. */
const KEY_FORMAT = 1;
/**
 * The document that is hashed, with one value for each parent: a key before anything is built, a digest once the
 * parents are there. Lists in a fixed order instead of maps: canonical as they stand, and written in one go.
 */
function keyDocument(inputs, parents, salt) {
    const document = [
        ['format', KEY_FORMAT],
        ['platform', inputs.platform],
        ['instructions', inputs.instructions],
        ['args', sortedEntries(inputs.args)],
        ['files', [...inputs.files].sort(byName).map(([context, files]) => [context, files.map(fileInput)])],
        ['folders', [...inputs.folders].sort(byName).filter(([, folders]) => folders.length > 0)],
        ['extra', inputs.extra.map(file => [file.path, file.mode, file.blob])],
        ['parents', inputs.parents.map(parent => [parent.contextName, parents(parent)])],
        ['externals', inputs.externals.map(base => [base.reference, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(base.lock)])],
        ['labels', sortedEntries(inputs.labels)],
        ['epoch', inputs.epoch],
        // A salt keeps what cannot be followed, or was asked to be rebuilt, from ever being taken for another run's image.
        ['salt', salt ?? null]
    ];
    return JSON.stringify(document);
}
function fileInput(file) {
    const content = file.pins === undefined ? file.blob : { pins: file.pins };
    return [file.contextPath, file.mode, content, ...(file.hidden === true ? ['hidden'] : [])];
}
function sortedEntries(values) {
    return Object.entries(values).sort(byName);
}
function byName(a, b) {
    return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
/** The key: SHA-256 (64 hex) over all inputs with the parents' keys; known before anything is built. */
function keyOf(inputs, parentKey, salt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(keyDocument(inputs, parentKey, salt));
}
/** The trace key: as the key, with the actual platform manifest digests of the parents in place of their keys. */
function traceKeyOf(inputs, parentDigest, salt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(`trace ${keyDocument(inputs, parentDigest, salt)}`);
}


/***/ }),

/***/ 2914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ pinChanges)
/* harmony export */ });
/* harmony import */ var _requirements_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7513);

/** What differs between two requirements files, packages by name first; nothing when only order or comments differ. */
function pinChanges(before, after) {
    const [was, now] = [(0,_requirements_js__WEBPACK_IMPORTED_MODULE_0__/* .readRequirements */ .F2)(before), (0,_requirements_js__WEBPACK_IMPORTED_MODULE_0__/* .readRequirements */ .F2)(after)];
    const [old, fresh] = [byName(was), byName(now)];
    const names = [...new Set([...old.keys(), ...fresh.keys()])].sort();
    const changes = names.flatMap((name) => {
        const [gone, come] = [old.get(name) ?? [], fresh.get(name) ?? []];
        return sameTexts(gone, come) ? [] : [{ name, text: words(name, gone, come) }];
    });
    const others = lineTexts(was.filter(line => line.name === undefined));
    const othersNow = lineTexts(now.filter(line => line.name === undefined));
    return [
        ...changes,
        ...others.filter(text => !othersNow.includes(text)).map(text => ({ text: `\`${text}\` removed` })),
        ...othersNow.filter(text => !others.includes(text)).map(text => ({ text: `\`${text}\` added` }))
    ];
}
function byName(lines) {
    const named = new Map();
    for (const line of lines) {
        if (line.name === undefined)
            continue;
        const list = named.get(line.name);
        if (list === undefined)
            named.set(line.name, [line]);
        else
            list.push(line);
    }
    return named;
}
function words(name, gone, come) {
    if (gone.length === 0)
        return `${name} ${versionsOf(come)} added`;
    if (come.length === 0)
        return `${name} ${versionsOf(gone)} removed`;
    const [was, now] = [versionsOf(gone), versionsOf(come)];
    return was === now ? `${name} ${now} (marker, extras or hashes changed)` : `${name} ${was} → ${now}`;
}
/** `2.1.3` for an exact pin, other versions as written. */
function versionsOf(lines) {
    return lines.map(({ versions = '' }) => versions.replace(/^===?([^,]*)$/, '$1')).join(' or ');
}
function sameTexts(a, b) {
    return lineTexts(a).join('\n') === lineTexts(b).join('\n');
}
function lineTexts(lines) {
    return lines.map(({ text }) => text);
}


/***/ }),

/***/ 2796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ keysOf)
/* harmony export */ });
/* harmony import */ var _keys_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8704);

/**
 * Computes the keys of images, in an order that has parents first; a parent may stand as an earlier plan found it. `salt`
 * says what to mix into an image's key (undefined: nothing); children inherit it through their parents' keys.
 */
function keysOf(images, order, standing, salt, known = new Map()) {
    const keys = new Map();
    for (const name of order) {
        const image = images.get(name);
        if (image === undefined)
            continue;
        const byPlatform = new Map();
        for (const [platform, inputs] of image.platforms) {
            const mixed = salt(image, platform);
            // A parent without a key (unreadable at the base) has a name no key can have: the child's key differs then.
            const parentKey = (parent) => keys.get(parent.image)?.get(parent.platform)?.key ??
                standing.get(parent.image)?.platforms[parent.platform]?.key ??
                `unreadable:${parent.image}`;
            const key = remembered(known, inputs, [mixed ?? '', ...inputs.parents.map(parentKey)].join(' '), () => (0,_keys_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOf */ .TN)(inputs, parentKey, mixed));
            byPlatform.set(platform, mixed === undefined ? { key } : { key, salt: mixed });
        }
        keys.set(name, byPlatform);
    }
    return keys;
}
function remembered(known, inputs, beside, make) {
    const before = known.get(inputs);
    if (before?.beside === beside)
        return before.key;
    const key = make();
    known.set(inputs, { beside, key });
    return key;
}


/***/ }),

/***/ 5690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ isTaken),
/* harmony export */   E8: () => (/* binding */ takenImages),
/* harmony export */   fT: () => (/* binding */ onlyPlatforms),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   pj: () => (/* binding */ unknownPlatforms)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(492);


/**
 * The plan of a run that builds these platforms only, all when undefined: rows of others go. What the images are does not
 * depend on it, so keys, actions and reasons stay.
 */
function onlyPlatforms(plan, platforms) {
    if (platforms === undefined)
        return plan;
    const levels = plan.levels
        .map(rows => rows.filter(row => platforms.includes(row.platform)))
        .filter(rows => rows.length > 0);
    return { ...plan, platforms: [...new Set(platforms)].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X), levels };
}
/** Whether a run of this plan builds for a platform. */
function isTaken(plan, platform) {
    return plan.platforms?.includes(platform) !== false;
}
/** Images with something to do that this run leaves out, since they have none of its platforms. */
function leftOut(plan) {
    return plan.images
        .filter(image => image.action !== 'none' && !platformsOf(image).some(each => isTaken(plan, each)))
        .map(image => image.name);
}
/** The findings about platforms that no image of the plan has. */
function unknownPlatforms(plan, platforms) {
    const known = [...new Set(plan.images.flatMap(platformsOf))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
    return platforms
        .filter(platform => !known.includes(platform))
        .map(platform => (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_1__/* .errorAt */ .Os)('E004', { file: plan.manifest }, `no image has the platform ${JSON.stringify(platform)}; there are ${known.join(', ')}`, 'name one of these, or add it to `platforms:` of an image'));
}
/** The images of a plan with the platforms that this run builds, without images that have none of them. */
function takenImages(plan) {
    if (plan.platforms === undefined)
        return plan.images;
    return plan.images.flatMap(image => {
        const platforms = Object.entries(image.platforms).filter(([platform]) => isTaken(plan, platform));
        return platforms.length === 0 ? [] : [{ ...image, platforms: Object.fromEntries(platforms) }];
    });
}
function platformsOf(image) {
    return Object.keys(image.platforms);
}


/***/ }),

/***/ 7332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ isEstimate),
/* harmony export */   qn: () => (/* binding */ estimateOf)
/* harmony export */ });
/* unused harmony export estimateOfSingle */
/* harmony import */ var _rows_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7009);

/** What a run of these rows is thought to take, in whole seconds. */
function estimateOf(work, levels, fleet) {
    const seconds = Math.round((0,_rows_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runSeconds */ .Rl)(work, levels, fleet));
    const byPlatform = new Map();
    work.seconds.forEach((own, step) => {
        const platform = work.platforms[work.platform[step] ?? 0] ?? '';
        byPlatform.set(platform, (byPlatform.get(platform) ?? 0) + own);
    });
    return {
        seconds,
        criticalPath: Math.round(fleet.start + (work.tail[work.order[0] ?? -1] ?? 0)),
        barriers: Math.max(0, seconds - Math.round((0,_rows_run_js__WEBPACK_IMPORTED_MODULE_0__/* .freeSeconds */ .So)(work, fleet))),
        work: Object.fromEntries([...byPlatform].map(([platform, own]) => [platform, Math.round(own)])),
        machines: fleet.machines,
        start: fleet.start
    };
}
/** The same for one job a platform: nothing waits for a level, and everything of a platform for its machine. */
function estimateOfSingle(estimate) {
    const seconds = estimate.start + Math.max(0, ...Object.values(estimate.work));
    return { ...estimate, seconds, barriers: 0 };
}
const SECONDS = ['seconds', 'criticalPath', 'barriers', 'start'];
const PLATFORM = /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?$/;
/** Whether a value that was read is an estimate. */
function isEstimate(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const read = value;
    const { work, machines } = read;
    if (!SECONDS.every(key => isSeconds(read[key])) || !isSeconds(machines) || machines < 1)
        return false;
    if (typeof work !== 'object' || work === null || Array.isArray(work))
        return false;
    return Object.entries(work).every(([platform, own]) => PLATFORM.test(platform) && isSeconds(own));
}
function isSeconds(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}


/***/ }),

/***/ 7009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  So: () => (/* binding */ freeSeconds),
  i9: () => (/* binding */ levelSeconds),
  Rl: () => (/* binding */ runSeconds),
  u4: () => (/* binding */ shortestPossible)
});

;// CONCATENATED MODULE: ./build/plan/heap.js
/** An empty binary heap; `compare` is negative when its first number comes before the second. */
function openHeap(compare) {
    const items = [];
    const at = (index) => items[index] ?? 0;
    const swap = (a, b) => {
        const item = at(a);
        items[a] = at(b);
        items[b] = item;
    };
    return {
        push: item => {
            items.push(item);
            for (let index = items.length - 1; index > 0;) {
                const parent = (index - 1) >> 1;
                if (compare(at(index), at(parent)) >= 0)
                    return;
                swap(index, parent);
                index = parent;
            }
        },
        pop: () => {
            const first = items[0];
            const last = items.pop();
            if (first === undefined || last === undefined || items.length === 0)
                return first;
            items[0] = last;
            for (let index = 0;;) {
                let least = index;
                for (const child of [2 * index + 1, 2 * index + 2]) {
                    if (child < items.length && compare(at(child), at(least)) < 0)
                        least = child;
                }
                if (least === index)
                    return first;
                swap(least, index);
                index = least;
            }
        }
    };
}

// EXTERNAL MODULE: ./build/plan/rows-work.js
var rows_work = __webpack_require__(7847);
;// CONCATENATED MODULE: ./build/plan/rows-run.js


/** Seconds of a level: its rows go to machines in their order, each as soon as one is free. */
function levelSeconds(work, rows, { machines, start }) {
    const lengths = rows.map(row => start + (0,rows_work/* secondsOfAll */._)(work, row));
    if (lengths.length <= machines)
        return Math.max(0, ...lengths);
    const free = new Array(machines).fill(0);
    for (const length of lengths) {
        const first = free.indexOf(Math.min(...free));
        free[first] = (free[first] ?? 0) + length;
    }
    return Math.max(...free);
}
/** Seconds of a run whose levels follow each other: a level begins when all of the one before has ended. */
function runSeconds(work, levels, fleet) {
    return levels.reduce((total, rows) => total + levelSeconds(work, rows, fleet), 0);
}
/** No layout can end earlier: one runner has to start, then there is the longest chain, and the work of all machines. */
function shortestPossible(work, { machines, start }) {
    const chain = work.tail[work.order[0] ?? -1] ?? 0;
    return start + Math.max(chain, (0,rows_work/* secondsOfAll */._)(work, work.order) / machines);
}
/**
 * Seconds of a run without rows and levels: each image goes to the first free machine as soon as its parents are done,
 * longest tail first, and each machine starts once. Nothing that runs on GitHub can do this; it is what levels cost.
 */
function freeSeconds(work, { machines, start }) {
    const open = Int32Array.from(work.above, parents => parents.length);
    const ready = openHeap((a, b) => (work.tail[b] ?? 0) - (work.tail[a] ?? 0) || a - b);
    const end = new Float64Array(open.length);
    const running = openHeap((a, b) => (end[a] ?? 0) - (end[b] ?? 0) || a - b);
    open.forEach((parents, step) => parents === 0 && ready.push(step));
    let now = start;
    let busy = 0;
    for (;;) {
        for (let step = busy < machines ? ready.pop() : undefined; step !== undefined;) {
            end[step] = now + (work.seconds[step] ?? 0);
            running.push(step);
            busy += 1;
            step = busy < machines ? ready.pop() : undefined;
        }
        const done = running.pop();
        if (done === undefined)
            return now;
        now = end[done] ?? 0;
        busy -= 1;
        for (const child of work.below[done] ?? []) {
            open[child] = (open[child] ?? 0) - 1;
            if (open[child] === 0)
                ready.push(child);
        }
    }
}


/***/ }),

/***/ 7847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf),
/* harmony export */   _: () => (/* binding */ secondsOfAll)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);

/** No step takes less: a tail must grow with every step, so that parents stand before their children. */
const LEAST_SECONDS = 1;
/** Takes what is built or tested, on these platforms only when they are given, as a graph. */
function workOf(planned, only, secondsOf) {
    const steps = planned
        .filter(image => image.action === 'build' || image.action === 'test')
        .sort((a, b) => (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .filter(platform => only?.includes(platform) !== false)
        .sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)
        .map(platform => ({ image, platform })));
    const platforms = [...new Set(steps.map(step => step.platform))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
    const index = new Map(platforms.map(platform => [platform, new Map()]));
    steps.forEach(({ image, platform }, at) => index.get(platform)?.set(image.name, at));
    const above = steps.map(({ image, platform }) => {
        const own = index.get(platform);
        const found = new Set([...image.parents, ...image.needs].map(name => own?.get(name)));
        for (const taken of image.platforms[platform]?.crossing ?? []) {
            found.add(index.get(taken.platform)?.get(taken.image));
        }
        return [...found].filter(step => step !== undefined);
    });
    const seconds = Float64Array.from(steps, ({ image, platform }) => Math.max(LEAST_SECONDS, secondsOf(image.name, platform)));
    const platform = Int32Array.from(steps, step => platforms.indexOf(step.platform));
    const images = steps.map(step => step.image.name);
    const below = steps.map(() => []);
    above.forEach((parents, step) => parents.forEach(parent => below[parent]?.push(step)));
    return { images, platforms, platform, seconds, above, below, ...weighed(above, seconds, platform) };
}
/** Longest chains, from the last children upwards. */
function weighed(above, seconds, platform) {
    const count = above.length;
    const tail = Float64Array.from(seconds);
    const crossings = new Int32Array(count);
    const open = new Int32Array(count);
    for (const parents of above)
        for (const parent of parents)
            open[parent] = (open[parent] ?? 0) + 1;
    const ready = [...above.keys()].filter(step => open[step] === 0);
    for (let step = ready.pop(); step !== undefined; step = ready.pop()) {
        for (const parent of above[step] ?? []) {
            tail[parent] = Math.max(tail[parent] ?? 0, (seconds[parent] ?? 0) + (tail[step] ?? 0));
            const crosses = platform[parent] === platform[step] ? 0 : 1;
            crossings[parent] = Math.max(crossings[parent] ?? 0, (crossings[step] ?? 0) + crosses);
            open[parent] = (open[parent] ?? 0) - 1;
            if (open[parent] === 0)
                ready.push(parent);
        }
    }
    const order = Int32Array.from(above.keys()).sort((a, b) => (tail[b] ?? 0) - (tail[a] ?? 0) || a - b);
    return { tail, crossings, order };
}
/** Seconds of all these steps together. */
function secondsOfAll(work, steps) {
    let total = 0;
    for (const step of steps)
        total += work.seconds[step] ?? 0;
    return total;
}


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hf: () => (/* binding */ USUAL_SECONDS),
  Qx: () => (/* binding */ withRows)
});

// UNUSED EXPORTS: MAX_LEVELS, MAX_ROWS, USUAL_FLEET

;// CONCATENATED MODULE: ./build/plan/rows-layout.js
const DONE = -1;
const LATER = -2;
/**
 * Fills one level: takes steps, longest tail first, as long as no row gets longer than `capacity` seconds (a row may
 * always have the first step). A step whose parents are in the level can only go where all of them are; others go to the
 * shortest row of their platform. At most `machines` rows, shared out among platforms by what is left of each.
 */
function fillLevel(work, left, capacity, machines) {
    const { seconds, above, platform } = work;
    const place = new Int16Array(seconds.length).fill(DONE);
    for (const step of left)
        place[step] = LATER;
    const room = machinesByPlatform(work, left, machines);
    const rowsOf = work.platforms.map(() => []);
    const rows = [];
    const loads = [];
    const rest = new Int32Array(left.length);
    let deferred = 0;
    for (const step of left) {
        const own = platform[step] ?? 0;
        let row = DONE;
        for (const parent of above[step] ?? []) {
            const at = place[parent] ?? DONE;
            if (at === DONE)
                continue;
            row = at === LATER || (row !== DONE && row !== at) || platform[parent] !== own ? LATER : at;
            if (row === LATER)
                break;
        }
        const takes = seconds[step] ?? 0;
        // The first step is always taken, so that every level brings the work forward.
        if (row === LATER || (takes > capacity && deferred + rows.length > 0)) {
            rest[deferred] = step;
            deferred += 1;
            continue;
        }
        if (row === DONE) {
            const mine = rowsOf[own] ?? [];
            if (mine.length < (room[own] ?? 1)) {
                row = rows.length;
                mine.push(row);
                rows.push([]);
                loads.push(0);
            }
            else {
                row = shortest(mine, loads);
            }
        }
        const load = loads[row] ?? 0;
        if (load > 0 && load + takes > capacity) {
            rest[deferred] = step;
            deferred += 1;
            continue;
        }
        place[step] = row;
        loads[row] = load + takes;
        rows[row]?.push(step);
    }
    return { rows, left: rest.slice(0, deferred), longest: Math.max(0, ...loads) };
}
function shortest(rows, loads) {
    let found = rows[0] ?? 0;
    for (const row of rows)
        if ((loads[row] ?? 0) < (loads[found] ?? 0))
            found = row;
    return found;
}
/** How many rows each platform gets: one at least, the others by its share of the seconds. */
function machinesByPlatform(work, left, machines) {
    const shares = new Array(work.platforms.length).fill(0);
    if (shares.length === 1)
        return [machines];
    let total = 0;
    for (const step of left) {
        const own = work.platform[step] ?? 0;
        shares[own] = (shares[own] ?? 0) + (work.seconds[step] ?? 0);
        total += work.seconds[step] ?? 0;
    }
    return shares.map(share => Math.max(1, Math.floor((machines * share) / Math.max(total, 1))));
}
/**
 * What belongs together when nothing may wait for another row: steps that hang together through parents of their own
 * platform, in the order of the work. Heaviest first.
 */
function pieces(work, steps) {
    const up = new Int32Array(work.seconds.length).fill(DONE);
    for (const step of steps)
        up[step] = step;
    const rootOf = (step) => {
        let at = step;
        for (let next = up[at] ?? at; next !== at; next = up[at] ?? at) {
            up[at] = up[next] ?? next;
            at = next;
        }
        return at;
    };
    for (const step of steps) {
        for (const parent of work.above[step] ?? []) {
            if (up[parent] === DONE || work.platform[parent] !== work.platform[step])
                continue;
            const [a, b] = [rootOf(step), rootOf(parent)];
            if (a !== b)
                up[Math.max(a, b)] = Math.min(a, b);
        }
    }
    const found = new Map();
    for (const step of steps) {
        const root = rootOf(step);
        const piece = found.get(root) ?? { steps: [], seconds: 0 };
        piece.steps.push(step);
        piece.seconds += work.seconds[step] ?? 0;
        found.set(root, piece);
    }
    const heaviestFirst = (a, b) => b.seconds - a.seconds || (a.steps[0] ?? 0) - (b.steps[0] ?? 0);
    return [...found.values()].sort(heaviestFirst).map(piece => piece.steps);
}
/** Deals pieces, heaviest first, to the shortest of at most `count` rows (one a platform at least). */
function dealPieces(work, all, count) {
    const room = machinesByPlatform(work, Int32Array.from(all.flat()), count);
    const rowsOf = work.platforms.map(() => []);
    const rows = [];
    const loads = [];
    for (const piece of all) {
        const own = work.platform[piece[0] ?? 0] ?? 0;
        const mine = rowsOf[own] ?? [];
        let row = rows.length;
        if (mine.length < (room[own] ?? 1)) {
            mine.push(row);
            rows.push([]);
            loads.push(0);
        }
        else {
            row = shortest(mine, loads);
        }
        for (const step of piece) {
            rows[row]?.push(step);
            loads[row] = (loads[row] ?? 0) + (work.seconds[step] ?? 0);
        }
    }
    return rows;
}
/**
 * Everything that is left as the last levels: one, or as many as platforms follow on each other. Steps of a piece of a
 * later level wait for those of an earlier one.
 */
function finish(work, left, machines) {
    const turn = new Int32Array(work.seconds.length).fill(DONE);
    for (const step of left) {
        let own = 0;
        for (const parent of work.above[step] ?? []) {
            const before = turn[parent] ?? DONE;
            if (before === DONE)
                continue;
            own = Math.max(own, before + (work.platform[parent] === work.platform[step] ? 0 : 1));
        }
        turn[step] = own;
    }
    const levels = [];
    for (let at = 0, taken = 0; taken < left.length; at += 1) {
        const here = left.filter(step => turn[step] === at);
        taken += here.length;
        levels.push(dealPieces(work, pieces(work, here), machines));
    }
    return levels;
}

// EXTERNAL MODULE: ./build/plan/rows-run.js + 1 modules
var rows_run = __webpack_require__(7009);
// EXTERNAL MODULE: ./build/plan/rows-work.js
var rows_work = __webpack_require__(7847);
;// CONCATENATED MODULE: ./build/plan/rows-loose.js



/** How much longer a level may be thought to take for the sake of more rows. */
const SLACK = 0.03;
/** A row of more seconds is too near to the time limit of a job (two hours in the shipped workflows). */
const LONG_ROW = 3600;
/**
 * Deals each level out to more rows where that costs next to nothing: durations are guesses, there may be more machines
 * than were thought, a job that failed has less to repeat, and many images fill the disk of a runner.
 */
function loosen(work, levels, fleet, maxRows) {
    return levels.map(rows => {
        const seconds = (0,rows_run/* levelSeconds */.i9)(work, rows, fleet);
        const all = pieces(work, ordered(work, rows));
        for (const count of countsBetween(rows.length, Math.min(maxRows, all.length))) {
            const more = longestFirst(work, dealPieces(work, all, count));
            const isLong = longestRow(work, rows) > LONG_ROW && longestRow(work, more) < longestRow(work, rows);
            if (more.length > maxRows || more.length <= rows.length)
                continue;
            if (isLong || (0,rows_run/* levelSeconds */.i9)(work, more, fleet) <= seconds * (1 + SLACK))
                return more;
        }
        return longestFirst(work, rows);
    });
}
/** The steps of a level in the order of the work. */
function ordered(work, rows) {
    const here = new Set(rows.flat());
    return work.order.filter(step => here.has(step));
}
/** From the highest number of rows downwards, each a fifth less than the one before. */
function countsBetween(least, most) {
    const counts = [];
    for (let count = most; count > least; count = Math.min(count - 1, Math.floor(count * 0.8)))
        counts.push(count);
    return counts;
}
function longestRow(work, rows) {
    return Math.max(0, ...rows.map(row => (0,rows_work/* secondsOfAll */._)(work, row)));
}
/** GitHub starts the jobs of a matrix in its order; with the longest first, none is still running when all others are done. */
function longestFirst(work, rows) {
    return rows
        .map(row => ({ row, seconds: (0,rows_work/* secondsOfAll */._)(work, row) }))
        .sort((a, b) => b.seconds - a.seconds || (a.row[0] ?? 0) - (b.row[0] ?? 0))
        .map(each => each.row);
}

;// CONCATENATED MODULE: ./build/plan/rows-pack.js



/** A layout this near to the shortest possible is good enough. */
const CLOSE = 0.001;
/**
 * Lays steps into at most `maxLevels` levels whose run is as short as can be found: level by level, several lengths of the
 * next level are tried for the most promising beginnings, and each beginning is also ended at once. What one level takes
 * need not wait for another runner; what it leaves runs on more machines, one barrier and one start later.
 */
function packLevels(work, fleet, maxLevels) {
    const steps = work.order.length;
    if (steps === 0)
        return [];
    const all = (0,rows_work/* secondsOfAll */._)(work, work.order);
    const goal = (0,rows_run/* shortestPossible */.u4)(work, fleet);
    let best;
    const end = (beginning, left) => {
        const last = finish(work, left, fleet.machines);
        const levels = [...levelsOf(beginning), ...last];
        if (levels.length > maxLevels && best !== undefined)
            return Infinity;
        const seconds = last.reduce((total, level) => total + (0,rows_run/* levelSeconds */.i9)(work, level, fleet), beginning?.elapsed ?? 0);
        if (best === undefined || seconds < best.seconds - 1e-6)
            best = { seconds, levels };
        return seconds;
    };
    const ends = end(undefined, work.order);
    const effort = effortFor(steps);
    const root = { before: undefined, rows: [], depth: 0, elapsed: 0, left: work.order, leftSeconds: all, ends };
    let open = [{ ...root, atLeast: goal }];
    // Nothing is looked for once no layout could be shorter.
    while (open.length > 0 && (best?.seconds ?? Infinity) > goal * (1 + CLOSE)) {
        const next = [];
        const seen = new Set();
        for (const beginning of open) {
            for (const capacity of capacities(work, beginning, fleet, effort.lengths)) {
                const longer = extended(work, beginning, capacity, fleet);
                const alike = `${longer.elapsed} ${longer.left.length}`;
                if (seen.has(alike))
                    continue;
                seen.add(alike);
                const levelsNeeded = longer.depth + 1 + crossingsIn(work, longer.left);
                if (longer.left.length === 0 || levelsNeeded > maxLevels)
                    continue;
                if (best === undefined || longer.atLeast < best.seconds - 1e-6)
                    next.push({ ...longer, ends: end(longer, longer.left) });
            }
        }
        open = mostPromising(next, effort.width, goal);
    }
    return best?.levels ?? [];
}
/** Large graphs get less search: their rows are long, so that a barrier weighs less. */
function effortFor(steps) {
    if (steps <= 300)
        return { width: 16, lengths: 8 };
    if (steps <= 1_000)
        return { width: 8, lengths: 6 };
    if (steps <= 3_000)
        return { width: 3, lengths: 4 };
    return { width: 2, lengths: 3 };
}
function extended(work, before, capacity, fleet) {
    const filled = fillLevel(work, before.left, capacity, fleet.machines);
    const elapsed = before.elapsed + (0,rows_run/* levelSeconds */.i9)(work, filled.rows, fleet);
    const leftSeconds = (0,rows_work/* secondsOfAll */._)(work, filled.left);
    const tail = work.tail[filled.left[0] ?? -1] ?? 0;
    return {
        before,
        rows: filled.rows,
        depth: before.depth + 1,
        elapsed,
        left: filled.left,
        leftSeconds,
        ends: Infinity,
        atLeast: elapsed + fleet.start + Math.max(tail, leftSeconds / fleet.machines)
    };
}
/** Lengths for the next level: where rows could be cut if it took all it can, those of the longest chain first of all. */
function capacities(work, { left, leftSeconds }, fleet, count) {
    const longest = work.tail[left[0] ?? -1] ?? 0;
    const whole = Math.max(longest, leftSeconds / fleet.machines);
    const cuts = (row) => {
        let reached = 0;
        return (row ?? []).map(step => (reached += work.seconds[step] ?? 0));
    };
    const { rows } = fillLevel(work, left, whole, fleet.machines);
    const byLength = rows.flatMap(cuts).sort((a, b) => a - b);
    const chain = [];
    for (let at = left[0]; at !== undefined; at = longestBelow(work, at))
        chain.push(at);
    const shares = Array.from({ length: count }, (_, index) => (whole * (index + 1)) / (count + 1));
    return [...new Set([...spread(cuts(chain), count), ...spread(byLength, count), ...shares])];
}
/** The child with the longest chain; none of what is left has children that are done. */
function longestBelow(work, step) {
    let found;
    for (const child of work.below[step] ?? []) {
        if (found === undefined || (work.tail[child] ?? 0) > (work.tail[found] ?? 0))
            found = child;
    }
    return found;
}
/** At most `count` of the numbers, evenly spread, the first among them. */
function spread(numbers, count) {
    const every = Math.max(1, numbers.length / count);
    return numbers.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every));
}
/**
 * The best of those that have come equally far: one that has taken little so far always looks good, because its barriers
 * are still to come.
 */
function mostPromising(beginnings, width, goal) {
    const best = new Map();
    for (const beginning of beginnings) {
        const stretch = Math.floor((beginning.elapsed / goal) * width);
        const other = best.get(stretch);
        if (other === undefined || rank(beginning) < rank(other))
            best.set(stretch, beginning);
    }
    return [...best.values()].sort((a, b) => rank(a) - rank(b)).slice(0, width);
}
function rank({ atLeast, ends }) {
    return atLeast + Math.min(ends, 2 * atLeast);
}
function levelsOf(beginning) {
    const levels = [];
    for (let at = beginning; at?.before !== undefined; at = at.before)
        levels.unshift(at.rows);
    return levels;
}
function crossingsIn(work, steps) {
    let most = 0;
    for (const step of steps)
        most = Math.max(most, work.crossings[step] ?? 0);
    return most;
}

// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/rows.js




/** GitHub refuses a matrix of more rows (docs.github.com, "Usage limits"); the workflow has this many level jobs. */
const MAX_ROWS = 256;
const MAX_LEVELS = 8;
/** Jobs that GitHub runs at once on its free plan (docs.github.com, "Usage limits"), and a start as it usually is. */
const USUAL_FLEET = { machines: 20, start: 30 };
/** Seconds of an image that was not timed before. */
const USUAL_SECONDS = 120;
/**
 * Lays what must be built or tested into levels of rows so that the run is as short as can be found: every parent of an
 * image is in an earlier level or earlier in its row. Nothing is refused, however deep or wide. A plan for some platforms
 * gets rows of these only. With the rows comes an estimate of the time.
 */
function withRows(plan, manifest, pace = {}) {
    const secondsOf = (image, platform) => pace.past?.(image, platform) ?? USUAL_SECONDS;
    const work = (0,rows_work/* workOf */.L)(plan.images, plan.platforms, secondsOf);
    // Every platform may get one row more than its share.
    const { machines, start } = pace.fleet ?? USUAL_FLEET;
    const fleet = { machines: Math.max(1, Math.min(machines, MAX_ROWS - work.platforms.length + 1)), start };
    const levels = loosen(work, packLevels(work, fleet, MAX_LEVELS), fleet, MAX_ROWS);
    const rows = levels.map((level, depth) => level.map(row => rowOf(work, row, depth, manifest)));
    if (rows.length === 0)
        return { ...plan, levels: rows };
    return { ...plan, levels: rows, estimate: (0,rows_estimate/* estimateOf */.qn)(work, levels, fleet) };
}
function rowOf(work, row, level, manifest) {
    const images = row.map(step => work.images[step] ?? '');
    const platform = work.platforms[work.platform[row[0] ?? 0] ?? 0] ?? '';
    const more = images.length > 1 ? `+${images.length - 1}` : '';
    return {
        id: `${level}-${images[0] ?? ''}${more}-${platform.replaceAll('/', '-')}`,
        images,
        platform,
        runner: manifest.runners[platform] ?? 'ubuntu-24.04'
    };
}


/***/ }),

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Runs `work` for every item, at most `limit` at a time, and returns the results in the order of the items. After a
 * failure nothing new is started, what runs is waited for, and the first failure is thrown: no work outlives the call.
 */
async function inParallel(limit, items, work) {
    const results = new Map();
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && failures.length === 0) {
            const index = next;
            next += 1;
            try {
                results.set(index, await work(items[index]));
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return items.map((_, index) => results.get(index));
}


/***/ }),

/***/ 1242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   Xe: () => (/* binding */ humanSize),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   zK: () => (/* binding */ humanTime)
/* harmony export */ });
const SIZE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Bytes for a person, in steps of 1000 as registries show them: `91.4 MB`. */
function humanSize(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 999.95 && unit < SIZE_UNITS.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? String(value) : value.toFixed(1)} ${SIZE_UNITS[unit] ?? 'B'}`;
}
/** Milliseconds for a person: `0.4 s`, `12 s`, `3 min 20 s`. */
function humanTime(milliseconds) {
    if (milliseconds < 9_950)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** The first 12 hex digits of a digest, as `docker images` shows them. */
function shortDigest(digest) {
    return digest.replace(/^sha256:/, '').slice(0, 12);
}
/** The first 7 digits of a commit id. */
function shortCommit(commit) {
    return commit.slice(0, 7);
}
/** A number with its noun: `1 image`, `3 images`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 4632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ resultsHeadline),
/* harmony export */   MM: () => (/* binding */ planHeadline),
/* harmony export */   S9: () => (/* binding */ estimateSentence),
/* harmony export */   nX: () => (/* binding */ comparisonSentence)
/* harmony export */ });
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4213);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);



const ACTIONS = ['build', 'test', 'retag', 'reuse'];
/** What was compared with what, in one sentence without markup. */
function comparisonSentence(plan) {
    const head = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`;
    if (plan.simulation !== undefined)
        return `Simulation on ${head}: ${someOf(plan.simulation)}.`;
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
}
const SUPPOSED_SHOWN = 5;
function someOf(sentences) {
    const rest = sentences.length - SUPPOSED_SHOWN;
    return `${sentences.slice(0, SUPPOSED_SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
/** What the plan does, in a few words: `3 of 4 images affected: 2 to build, 1 to reuse`. */
function planHeadline(plan) {
    const parts = ACTIONS.map(action => ({ action, count: withAction(plan, action) }))
        .filter(part => part.count > 0)
        .map(part => `${part.count} to ${part.action}`);
    const all = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(plan.images.length, 'image');
    if (parts.length === 0)
        return `nothing to do for ${all}`;
    return `${plan.images.length - withAction(plan, 'none')} of ${all} affected: ${parts.join(', ')}`;
}
/**
 * What the rows are thought to take, in one sentence: `Estimated 9 min 30 s, at 2 min 0 s an image, …`. Undefined where it
 * would tell nothing: for a single row, and without an estimate.
 */
function estimateSentence(plan) {
    const { estimate, levels } = plan;
    const rows = levels.flat().length;
    if (estimate === undefined || rows <= 1)
        return undefined;
    const time = (seconds) => (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(seconds * 1000);
    const barriers = estimate.barriers === 0 ? 'nothing' : time(estimate.barriers);
    return (
    // No build was timed for it: that is said, so that nobody takes it for a promise.
    `Estimated ${time(estimate.seconds)}, at ${time(_plan_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_SECONDS */ .hf)} an image, for ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rows, 'row')} ` +
        `in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(levels.length, 'level')} on up to ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(estimate.machines, 'machine')}; the longest chain takes ${time(estimate.criticalPath)}, ` +
        `waiting for levels costs ${barriers}.`);
}
/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
function resultsHeadline(results) {
    const counts = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_2__/* .countResults */ .a)(results);
    const parts = ['built', 'reused', 'failed', 'blocked', 'cancelled']
        .filter(state => counts[state] > 0)
        .map(state => `${counts[state]} ${state}`);
    return parts.length === 0 ? 'nothing was built' : parts.join(', ');
}
function withAction(plan, action) {
    return plan.images.filter(image => image.action === action).length;
}


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ terminalTable)
/* harmony export */ });
/* unused harmony export markdownTable */
/** A table of GitHub Markdown. Cells must be escaped already; an empty cell shows a dash. */
function markdownTable(columns, rows) {
    const line = (cells) => `| ${cells.map(cell => (cell === '' ? '–' : cell)).join(' | ')} |`;
    return [
        line(columns.map(column => column.title)),
        `|${columns.map(column => (column.align === 'right' ? ' --: ' : ' --- ')).join('|')}|`,
        ...rows.map(line)
    ].join('\n');
}
/**
 * An aligned table for a terminal. A cell may have several lines, given as a list: its other cells stay empty below the
 * first line. Widths are counted in code points.
 */
function terminalTable(columns, rows, paint = text => text) {
    const lists = rows.map(row => row.map(cell => (typeof cell === 'string' ? [cell] : cell)));
    const widths = columns.map((column, at) => Math.max(width(column.title), ...lists.flatMap(row => (row[at] ?? []).map(width))));
    const lines = [join(columns.map((column, at) => pad(column.title.toUpperCase(), widths[at] ?? 0, column)))];
    lists.forEach((row, index) => {
        const height = Math.max(1, ...row.map(cell => cell.length));
        for (let line = 0; line < height; line += 1) {
            lines.push(join(columns.map((column, at) => {
                const text = row[at]?.[line] ?? '';
                const padded = pad(text, widths[at] ?? 0, column);
                return text === '' ? padded : padded.replace(text, () => paint(text, at, index));
            })));
        }
    });
    return lines.join('\n');
}
function join(cells) {
    return cells.join('  ').trimEnd();
}
function pad(text, to, column) {
    const space = ' '.repeat(Math.max(0, to - width(text)));
    return column.align === 'right' ? `${space}${text}` : `${text}${space}`;
}
function width(text) {
    return [...text].length;
}


/***/ }),

/***/ 1893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $D: () => (/* binding */ renderPlanText),
  Qe: () => (/* binding */ renderResultsText)
});

// UNUSED EXPORTS: renderRunText

// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/plan/platforms.js
var platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(4632);
;// CONCATENATED MODULE: ./build/report/lines.js

/** The affected images of a plan in parent order, one line a platform. */
function lines_affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,code_unit/* byCodeUnit */.X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .sort(code_unit/* byCodeUnit */.X)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(code_unit/* byCodeUnit */.X);
        return { image, platform, ...(result === undefined ? {} : { result }), tags };
    }));
}
/** Names of the images that nothing happens to. */
function untouchedImages(plan) {
    return plan.images.filter(image => image.action === 'none').map(image => image.name);
}
/** Whether platforms must be told apart. */
function hasManyPlatforms(plan) {
    return new Set(plan.images.flatMap(image => Object.keys(image.platforms))).size > 1;
}
/** How a line ended, in words; the planned action while nothing is known. */
function lines_outcomeWords(line) {
    const { result } = line;
    if (result === undefined)
        return line.image.action === 'reuse' ? 'in staging already' : '';
    if (result.state === 'blocked' && result.blockedBy !== undefined)
        return `blocked by ${result.blockedBy}`;
    return result.state;
}

// EXTERNAL MODULE: ./build/report/table.js
var report_table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/text.js







const NOTHING_CHANGED = 'No input of any image changed, so there is nothing to build.';
const NOTHING_WOULD_CHANGE = 'No input of any image would change, so nothing would be built.';
const NAMES_SHOWN = 20;
const REASONS_SHOWN = 5;
const COLOURS = { green: 32, yellow: 33, red: 31, blue: 34, grey: 90 };
const ACTION_COLOURS = {
    build: 'yellow',
    test: 'blue',
    retag: 'blue',
    reuse: 'green'
};
const STATE_COLOURS = {
    built: 'green',
    reused: 'green',
    failed: 'red',
    blocked: 'red',
    cancelled: 'grey'
};
/** A plan for a person at a terminal: what is compared, what is done to which image and why, and what to do next. */
function renderPlanText(plan, style = {}) {
    const lines = lines_affectedLines(plan, []);
    const untouched = untouchedImages(plan);
    const parts = [(0,diagnostics_escape/* visible */.RK)((0,headline/* comparisonSentence */.nX)(plan)), sentence((0,headline/* planHeadline */.MM)(plan))];
    if (lines.length === 0) {
        parts.push('', plan.simulation === undefined ? NOTHING_CHANGED : NOTHING_WOULD_CHANGE);
        return `${parts.join('\n')}\n`;
    }
    const images = plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,code_unit/* byCodeUnit */.X)(a.name, b.name));
    const columns = [
        { title: 'image' },
        { title: 'action' },
        { title: 'level', align: 'right' },
        { title: 'why' }
    ];
    const table = (0,report_table/* terminalTable */.R)(columns, images.map(image => [image.name, image.action, String(image.level), reasonLines(image.reasons)]), (text, column, row) => column === 1 ? paint(text, ACTION_COLOURS[images[row]?.action ?? ''] ?? 'grey', style) : text);
    parts.push('', table, '');
    if (untouched.length > 0)
        parts.push(`Not affected: ${someNames(untouched)}.`);
    parts.push(...platformLines(plan));
    const estimate = (0,headline/* estimateSentence */.S9)(plan);
    if (estimate !== undefined)
        parts.push(estimate);
    if (plan.simulation !== undefined)
        parts.push('Nothing was changed, and nothing is built.');
    else if (style.inJob !== true)
        parts.push('Next: base-images build');
    return `${parts.join('\n')}\n`;
}
/** What a run for some platforms does not build, said so that nobody takes it for done. */
function platformLines(plan) {
    if (plan.platforms === undefined)
        return [];
    const without = (0,platforms/* leftOut */.ig)(plan);
    const rest = without.length === 0 ? '' : `; left out, having none of them: ${someNames(without)}`;
    return [`Only for ${plan.platforms.join(', ')}${rest}.`];
}
/** The results of a build for a person at a terminal: image, why, result, tag, digest, compressed size and time. */
function renderResultsText(results, context = {}) {
    const { plan, release } = context;
    const planned = new Map(plan?.images.map(image => [image.name, image]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    const many = plan !== undefined && hasManyPlatforms(plan);
    const columns = [
        { title: 'image' },
        { title: 'why' },
        { title: 'result' },
        { title: 'tag' },
        { title: 'digest' },
        { title: 'size', align: 'right' },
        { title: 'time', align: 'right' }
    ];
    const rows = results.map(result => {
        const image = planned.get(result.image);
        const tags = published.get(result.image);
        const why = image?.reasons[0]?.text ?? '';
        const more = (image?.reasons.length ?? 0) - 1;
        return [
            many ? `${result.image} (${result.platform})` : result.image,
            shortened(`${(0,diagnostics_escape/* visible */.RK)(why)}${more > 0 ? ` (+${more})` : ''}`),
            result.state === 'blocked' && result.blockedBy !== undefined
                ? `blocked by ${result.blockedBy}`
                : result.state,
            tags === undefined ? '' : [...tags.moved, ...tags.unchanged].sort(code_unit/* byCodeUnit */.X).map(diagnostics_escape/* visible */.RK),
            result.digest === undefined ? '' : (0,amounts/* shortDigest */.VK)(result.digest),
            result.size === undefined ? '' : (0,amounts/* humanSize */.Xe)(result.size),
            result.milliseconds === 0 ? '' : (0,amounts/* humanTime */.zK)(result.milliseconds)
        ];
    });
    const table = (0,report_table/* terminalTable */.R)(columns, rows, (text, column, row) => column === 2 ? paint(text, STATE_COLOURS[results[row]?.state ?? 'cancelled'], context) : text);
    return rows.length === 0
        ? `${sentence((0,headline/* resultsHeadline */.D1)(results))}\n`
        : `${table}\n\n${sentence((0,headline/* resultsHeadline */.D1)(results))}\n`;
}
/** A plan and how it ended, for a job log. */
function renderRunText(plan, results, release) {
    const lines = affectedLines(plan, results, release);
    const rows = lines.map(line => [
        line.image.name,
        line.platform,
        line.image.action,
        outcomeWords(line),
        line.result?.digest === undefined ? '' : shortDigest(line.result.digest)
    ]);
    const columns = [
        { title: 'image' },
        { title: 'platform' },
        { title: 'action' },
        { title: 'result' },
        { title: 'digest' }
    ];
    return [
        visible(comparisonSentence(plan)),
        ...(rows.length === 0 ? ['Nothing to do.'] : [terminalTable(columns, rows)]),
        ''
    ].join('\n');
}
function someNames(names) {
    const rest = names.length - NAMES_SHOWN;
    return rest > 0 ? `${names.slice(0, NAMES_SHOWN).join(', ')} and ${rest} more` : names.join(', ');
}
function reasonLines(reasons) {
    const texts = reasons.slice(0, REASONS_SHOWN).map(reason => (0,diagnostics_escape/* visible */.RK)(reason.text));
    const rest = reasons.length - texts.length;
    return rest > 0 ? [...texts, `and ${rest} more`] : texts;
}
function shortened(text) {
    const characters = [...text];
    return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function paint(text, colour, style) {
    return style.colour === true ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}


/***/ })

};
