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
/* harmony export */   mB: () => (/* binding */ contentTag),
/* harmony export */   z: () => (/* binding */ cacheTag)
/* harmony export */ });
/* unused harmony exports imageTagSafe, platformTag */
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
// EXTERNAL MODULE: ./build/commands/plan.js + 12 modules
var plan = __webpack_require__(9117);
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
    const { manifest, base, head, registry } = options;
    const simulation = simulationOf(options);
    return {
        ...(manifest === undefined ? {} : { manifest }),
        ...(base === undefined ? {} : { base }),
        ...(head === undefined ? {} : { head }),
        ...(registry === undefined ? {} : { registry }),
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

/***/ 9117:
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
    const own = (0,context_tree/* treeOf */.g)([...overlay].flatMap(([path, entry]) => (entry === undefined ? [] : [[path, entry]])), links);
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

// EXTERNAL MODULE: ./build/graph/closure.js
var closure = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/load/dockerfiles.js
var dockerfiles = __webpack_require__(1858);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/load/snapshot.js + 2 modules
var snapshot = __webpack_require__(8844);
;// CONCATENATED MODULE: ./build/load/base-snapshot.js





/**
 * Reads the base commit beside a head that is read already. The two share nearly everything, so only images are read
 * again of which something that they could read differs; all others are the very same objects.
 */
async function readBaseSnapshot(git, base, head, manifestPath, memory) {
    const changes = await git.changes(base, head.tree);
    const tree = await treeBefore(git, head.reading.tree, changes);
    return (0,snapshot/* readTree */.Zc)(git, tree, manifestPath, memory, knownImages(head.reading, changes, manifestPath));
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
    const changed = new Set(changes.map(change => change.path));
    if (head.manifest === undefined || changed.has(manifestPath) || changed.has((0,read_manifest/* lockBeside */.KK)(manifestPath))) {
        return () => undefined;
    }
    const folders = foldersOf(changed);
    const touched = head.manifest.images
        .filter(spec => isTouched(spec, changed, folders))
        .map(spec => spec.name);
    // What an image hands on (ENV, ONBUILD) is read with its Dockerfile, and children read it.
    const again = new Set([...touched, ...(0,closure/* descendants */.D)(head.graph, touched)]);
    return name => {
        const image = again.has(name) ? undefined : head.images.get(name);
        if (image === undefined)
            return undefined;
        return { image, configs: configsOf(name, image.spec, head.configs), parents: head.graph.parents(name) };
    };
}
/** Whether anything differs that a build of the image could read. */
function isTouched(spec, changed, folders) {
    const files = [spec.dockerfile, ...(0,dockerfiles/* ignorePaths */.H9)(spec), ...(0,dockerfiles/* folderPaths */.n0)(spec)];
    if (spec.test?.kind === 'script')
        files.push(spec.test.path);
    if (spec.installed !== undefined)
        files.push(spec.installed);
    if (files.some(path => changed.has(path)) || folders.has(spec.context))
        return true;
    // Globs of extra inputs are few; whoever has one is read again.
    if (spec.inputs.length > 0)
        return true;
    return Object.values(spec.contexts).some(context => context.kind === 'path' && folders.has(context.path));
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
function configsOf(name, spec, configs) {
    const ids = spec.platforms.map(platform => `${name} ${platform}`);
    return new Map(ids.flatMap(id => {
        const config = configs.get(id);
        return config === undefined ? [] : [[id, config]];
    }));
}

// EXTERNAL MODULE: ./build/load/memory.js + 15 modules
var load_memory = __webpack_require__(1433);
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

// EXTERNAL MODULE: ./build/graph/order.js
var graph_order = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/keys/inputs.js
var keys_inputs = __webpack_require__(8704);
;// CONCATENATED MODULE: ./build/plan/keys.js


/**
 * Computes the keys of all images, parents first. `salt` says what to mix into an image's key (undefined: nothing);
 * children inherit it through their parents' keys.
 */
function keysOf(images, graph, salt, known = new Map()) {
    const order = (0,graph_order/* orderOf */.m)(graph);
    const keys = new Map();
    for (const name of order.kind === 'ordered' ? order.names : []) {
        const image = images.get(name);
        if (image === undefined)
            continue;
        const byPlatform = new Map();
        for (const [platform, inputs] of image.platforms) {
            const mixed = salt(image, platform);
            // A parent without a key (unreadable at the base) has a name no key can have: the child's key differs then.
            const parentKey = (parent) => keys.get(parent.image)?.get(parent.platform)?.key ?? `unreadable:${parent.image}`;
            const key = remembered(known, inputs, [mixed ?? '', ...inputs.parents.map(parentKey)].join(' '), () => (0,keys_inputs/* keyOf */.TN)(inputs, parentKey, mixed));
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

;// CONCATENATED MODULE: ./build/plan/plan.js






/**
 * Decides what a change does to every image: from two snapshots (no base: everything) to a plan without rows.
 * An image is affected when its key differs; the reasons say why.
 */
function makePlan(head, base, comparison, options, warnings) {
    const selected = selection(head, options);
    const known = new Map();
    const now = keysOf(head.images, head.graph, image => saltOf(image, options, selected), known);
    const before = base && keysOf(base.images, base.graph, image => (unfollowed(image) ? 'base' : undefined), known);
    const affected = affectedImages(head, now, before);
    const images = head.manifest.images.map(spec => {
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
        level: head.order.level.get(name) ?? 0,
        parents: head.graph.parents(name),
        children: head.graph.children(name),
        needs: image.spec.needs,
        externalBases: externalBases(image),
        inputs: countInputs(image),
        platforms
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

;// CONCATENATED MODULE: ./build/plan/rows.js

/** GitHub refuses a matrix of more rows (docs.github.com, "Usage limits"); the workflow has this many level jobs. */
const MAX_ROWS = 256;
const MAX_LEVELS = 8;
/**
 * Lays what must be built or tested into levels of rows: every parent of an image is in an earlier level or earlier in
 * its row. A child that is the only one of its only parent shares its row, which saves a job and loses no parallelism;
 * what is deeper than the workflow has levels, or wider than a matrix may be, shares rows too. Nothing is refused.
 */
function withRows(plan, manifest) {
    const work = plan.images.filter(image => image.action === 'build' || image.action === 'test');
    const chains = chainsOf(work);
    const levels = [];
    for (const chain of chains) {
        while (levels.length <= chain.level)
            levels.push([]);
        levels[chain.level]?.push(chain);
    }
    const folded = foldDeep(levels, work).map(foldWide);
    return { ...plan, levels: folded.map((level, depth) => level.map(chain => rowOf(chain, depth, manifest))) };
}
/** Images with the only child of an only parent joined to it, platform by platform. */
function chainsOf(work) {
    const steps = new Map(work.flatMap(image => Object.keys(image.platforms).map(platform => [idOf(image.name, platform), { image, platform }])));
    const above = (step) => stepsBefore(step).filter(id => steps.has(id));
    const below = new Map();
    for (const [id, step] of steps) {
        for (const parent of above(step))
            below.set(parent, [...(below.get(parent) ?? []), id]);
    }
    const joined = (step) => {
        const [id, ...others] = above(step);
        const parent = id === undefined ? undefined : steps.get(id);
        if (id === undefined || others.length > 0 || parent?.platform !== step.platform)
            return false;
        return below.get(id)?.length === 1;
    };
    const level = new Map();
    const chains = [];
    const ordered = [...steps].sort(([, a], [, b]) => a.image.level - b.image.level || (0,code_unit/* byCodeUnit */.X)(a.image.name, b.image.name));
    for (const [id, step] of ordered) {
        if (joined(step)) {
            level.set(id, level.get(above(step)[0] ?? '') ?? 0);
            continue;
        }
        const depth = Math.max(-1, ...above(step).map(parent => level.get(parent) ?? 0)) + 1;
        level.set(id, depth);
        const images = [step.image.name];
        for (let at = id;;) {
            const [child] = below.get(at) ?? [];
            const next = child === undefined ? undefined : steps.get(child);
            if (child === undefined || next === undefined || !joined(next))
                break;
            images.push(next.image.name);
            at = child;
        }
        chains.push({ platform: step.platform, images, level: depth });
    }
    return chains.sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.platform, b.platform));
}
/** Images and platforms that must be done before, those that are taken on another platform included. */
function stepsBefore({ image, platform }) {
    const crossing = image.platforms[platform]?.crossing ?? [];
    return [
        ...new Set([
            ...before(image).map(name => idOf(name, platform)),
            ...crossing.map(parent => idOf(parent.image, parent.platform))
        ])
    ];
}
function idOf(image, platform) {
    return `${image} ${platform}`;
}
/** What must be done before an image: its parents and what it needs. */
function before(image) {
    return [...new Set([...image.parents, ...image.needs])];
}
/** Everything below the last level that the workflow has becomes rows of that level, one for each connected piece. */
function foldDeep(levels, work) {
    if (levels.length <= MAX_LEVELS)
        return levels;
    const deep = levels.slice(MAX_LEVELS - 1).flat();
    const above = new Map(work.map(image => [image.name, before(image)]));
    const piece = new Map(deep.map(chain => [chain, chain]));
    const root = (chain) => {
        let at = chain;
        for (let up = piece.get(at); up !== undefined && up !== at; up = piece.get(at))
            at = up;
        return at;
    };
    const home = new Map(deep.flatMap(chain => chain.images.map(name => [`${chain.platform} ${name}`, chain])));
    for (const chain of deep) {
        for (const name of chain.images) {
            for (const parent of above.get(name) ?? []) {
                const other = home.get(`${chain.platform} ${parent}`);
                if (other !== undefined)
                    piece.set(root(chain), root(other));
            }
        }
    }
    const pieces = new Map();
    for (const chain of deep)
        pieces.set(root(chain), [...(pieces.get(root(chain)) ?? []), chain]);
    const last = [...pieces.values()].map(chains => merge(chains));
    return [...levels.slice(0, MAX_LEVELS - 1), last];
}
/** A level of more rows than a matrix may have: rows are dealt out in turn. */
function foldWide(level) {
    if (level.length <= MAX_ROWS)
        return level;
    const platforms = [...new Set(level.map(chain => chain.platform))];
    const share = Math.floor(MAX_ROWS / platforms.length);
    return platforms.flatMap(platform => {
        const here = level.filter(chain => chain.platform === platform);
        const hands = Array.from({ length: Math.min(share, here.length) }, () => []);
        here.forEach((chain, index) => hands[index % hands.length]?.push(chain));
        return hands.map(hand => merge(hand));
    });
}
function merge(chains) {
    const ordered = [...chains].sort((a, b) => a.level - b.level);
    const platform = ordered[0]?.platform ?? '';
    return { platform, images: ordered.flatMap(chain => chain.images), level: ordered[0]?.level ?? 0 };
}
function rowOf(chain, level, manifest) {
    const more = chain.images.length > 1 ? `+${chain.images.length - 1}` : '';
    return {
        id: `${level}-${chain.images[0] ?? ''}${more}-${chain.platform.replaceAll('/', '-')}`,
        images: chain.images,
        platform: chain.platform,
        runner: manifest.runners[chain.platform] ?? 'ubuntu-24.04'
    };
}

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
        const digests = await Promise.all(Object.keys(image.platforms).map(each => staged.digest(image.name, each)));
        there.set(image.name, digests.every(digest => digest !== undefined));
    });
    const wanted = wantedImages(plan, snapshot, wantsAll);
    const images = plan.images.map(image => settle(image, there.get(image.name) === true, wanted.has(image.name)));
    const pins = await pinsOf(images, snapshot, (0,external/* externalDigests */.H)(client, plan));
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
async function pinsOf(images, snapshot, digest) {
    const pins = {};
    for (const image of images.filter(each => each.action === 'build')) {
        for (const inputs of snapshot.images.get(image.name)?.platforms.values() ?? []) {
            for (const base of inputs.externals.filter(each => each.lock === null)) {
                pins[base.reference] ??= await digest(base);
            }
        }
    }
    return Object.fromEntries(Object.entries(pins).sort(([a], [b]) => (a < b ? -1 : 1)));
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
    const reading = await (0,snapshot/* readSnapshot */.RA)(git, treeish, manifest, memory);
    const now = (0,snapshot/* snapshotOf */.eY)(reading);
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
    const after = await (0,snapshot/* readSnapshot */.RA)(supposed, treeish, manifest, memory);
    const then = (0,snapshot/* snapshotOf */.eY)(after);
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
    const planned = await planWithSides(world, request);
    if (planned.kind === 'invalid')
        return planned;
    const { plan: value, sides } = planned.value;
    return { ...planned, value: withRows(value, sides.head.manifest) };
}
/** The same without rows, together with what was compared. */
async function planWithSides(world, request) {
    const git = await world.git();
    if (git === undefined)
        return invalid([opened/* NO_REPOSITORY */.NZ]);
    const manifest = request.manifest ?? read_manifest/* DEFAULT_MANIFEST */.mj;
    const sides = await readSides(git, request, manifest);
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
    const draft = makePlan(head, base, comparison, options, warnings);
    const asked = request.registry === undefined
        ? draft
        : await askStaging(world, git, draft, head, request.registry, wantsAll(request));
    return { kind: 'done', value: { plan: asked, sides }, warnings };
}
async function readSides(git, request, manifest) {
    const memory = (0,load_memory/* openMemory */.u)();
    if (request.simulation !== undefined)
        return simulatedSides(git, request, manifest, memory);
    const compared = await compare(git, request, manifest);
    if ('diagnostics' in compared)
        return compared.diagnostics;
    const { comparison } = compared;
    const reading = await (0,snapshot/* readSnapshot */.RA)(git, comparison.head.tree, manifest, memory);
    const head = (0,snapshot/* snapshotOf */.eY)(reading);
    if (head === undefined)
        return reading.diagnostics;
    const { commit } = comparison.base;
    const beside = { tree: comparison.head.tree, reading };
    const before = commit === null ? undefined : await readBaseSnapshot(git, commit, beside, manifest, memory);
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
        warnings: reading.diagnostics
    };
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
    const base = { images: sides.now.images, graph: sides.now.graph, unreadable: new Map() };
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
        return { images: new Map(), graph: head.graph, unreadable };
    }
    return { images: reading.images, graph: reading.graph, unreadable };
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
    return [file.contextPath, file.mode, file.pins === undefined ? file.blob : { pins: file.pins }];
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
/* harmony export */   nX: () => (/* binding */ comparisonSentence)
/* harmony export */ });
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4213);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1242);


const ACTIONS = ['build', 'test', 'retag', 'reuse'];
/** What was compared with what, in one sentence without markup. */
function comparisonSentence(plan) {
    const head = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .Ax)(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`;
    if (plan.simulation !== undefined)
        return `Simulation on ${head}: ${someOf(plan.simulation)}.`;
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
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
    const all = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(plan.images.length, 'image');
    if (parts.length === 0)
        return `nothing to do for ${all}`;
    return `${plan.images.length - withAction(plan, 'none')} of ${all} affected: ${parts.join(', ')}`;
}
/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
function resultsHeadline(results) {
    const counts = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_1__/* .countResults */ .a)(results);
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
    if (plan.simulation !== undefined)
        parts.push('Nothing was changed, and nothing is built.');
    else if (style.inJob !== true)
        parts.push('Next: base-images build');
    return `${parts.join('\n')}\n`;
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
