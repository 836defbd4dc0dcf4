export const id = 783;
export const ids = [783];
export const modules = {

/***/ 7094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pV: () => (/* binding */ packPlan),
  rP: () => (/* binding */ packRelease),
  gw: () => (/* binding */ packResults),
  Qp: () => (/* binding */ unpackPlan),
  OC: () => (/* binding */ unpackRelease),
  hh: () => (/* binding */ unpackResults)
});

// UNUSED EXPORTS: PLAN_CHARACTERS

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/plan/parse.js
const NAME = /^[a-z0-9][a-z0-9._-]{0,59}$/;
const COMMIT = /^[0-9a-f]{40,64}$/;
const KEY = /^[0-9a-f]{64}$/;
const ACTIONS = new Set(['build', 'test', 'retag', 'reuse', 'none']);
/**
 * Reads a plan that an earlier step wrote: checks everything that later becomes a name, a tag or an argument. Returns the
 * plan, or a sentence about what is wrong.
 */
function parsePlan(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return 'it is no JSON';
    }
    if (!isRecord(value))
        return 'it is no JSON object';
    if (value['version'] !== 1)
        return `it has version ${JSON.stringify(value['version'])}, expected 1`;
    const head = value['head'];
    if (!isRecord(head) || !matches(COMMIT, head['commit']) || !matches(COMMIT, head['tree'])) {
        return '`head` names no commit';
    }
    if (typeof head['time'] !== 'number' || typeof head['dirty'] !== 'boolean')
        return '`head` is not complete';
    if (typeof value['manifest'] !== 'string')
        return '`manifest` is no path';
    if (!isRecord(value['base']) || !isRecord(value['pins']))
        return '`base` or `pins` is missing';
    const { simulation = [] } = value;
    if (!Array.isArray(simulation) || !simulation.every(each => typeof each === 'string')) {
        return '`simulation` is no list of texts';
    }
    if (!Array.isArray(value['images']) || !value['images'].every(isImage))
        return '`images` is not complete';
    if (!Array.isArray(value['levels']) || !value['levels'].every(isLevel))
        return '`levels` is not complete';
    return value;
}
function isImage(value) {
    return (isRecord(value) &&
        matches(NAME, value['name']) &&
        typeof value['action'] === 'string' &&
        ACTIONS.has(value['action']) &&
        isRecord(value['platforms']) &&
        Object.values(value['platforms']).every(platform => isRecord(platform) && matches(KEY, platform['key'])) &&
        ['parents', 'children', 'needs'].every(key => isNames(value[key])) &&
        Array.isArray(value['reasons']));
}
function isLevel(value) {
    return (Array.isArray(value) &&
        value.every(row => isRecord(row) && isNames(row['images']) && typeof row['platform'] === 'string'));
}
function isNames(value) {
    return Array.isArray(value) && value.every(name => matches(NAME, name));
}
function matches(pattern, value) {
    return typeof value === 'string' && pattern.test(value);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
;// CONCATENATED MODULE: ./build/action/transport.js



/**
 * The longest plan, in characters, that travels as a job output. The next step gets it as one environment variable, and
 * Linux allows 128 KiB for one (`MAX_ARG_STRLEN`), of which names and other inputs take a part.
 */
const PLAN_CHARACTERS = 90 * 1024;
/** Nothing that travels is larger unpacked; stops a crafted input from filling the memory. */
const LARGEST = 256 * 1024 * 1024;
/** Packs a plan for a job output. Throws when it is too long to travel. */
function packPlan(plan) {
    const packed = packJson(plan);
    if (packed.length > PLAN_CHARACTERS) {
        throw new inputs/* InputError */.dz(`the plan has ${packed.length} characters compressed and a job output may have ${PLAN_CHARACTERS}: ` +
            `plan fewer images at once with the input images`);
    }
    return packed;
}
/** Unpacks what {@link packPlan} packed; a plan as plain JSON, as the command line prints it, is taken too. */
function unpackPlan(text) {
    const plan = parsePlan(JSON.stringify(unpackJson('plan', text)));
    if (typeof plan !== 'string')
        return plan;
    throw new inputs/* InputError */.dz(`input plan: no plan can be read: ${plan}; use one version of base-images for all steps of a workflow`);
}
/** Packs a release for the report in another job; one of too many images travels as its state and findings alone. */
function packRelease(release) {
    const packed = packJson(release);
    return packed.length > PLAN_CHARACTERS ? packJson({ ...release, images: [] }) : packed;
}
/** Unpacks what {@link packRelease} packed. */
function unpackRelease(text) {
    return unpackJson('release', text);
}
/** The longest results of one platform; those of all platforms are one input of the report. */
const RESULTS_CHARACTERS = 40 * 1024;
/** Packs results for the report in another job; of very many images digests, then findings are left out. */
function packResults(results) {
    const whole = packJson(results);
    if (whole.length <= RESULTS_CHARACTERS)
        return whole;
    const short = results.map(({ image, platform, state, milliseconds, blockedBy, diagnostics }) => ({
        image,
        platform,
        state,
        milliseconds,
        parents: {},
        diagnostics: state === 'failed' ? diagnostics.slice(0, 1) : [],
        ...(blockedBy === undefined ? {} : { blockedBy })
    }));
    const packed = packJson(short);
    return packed.length <= RESULTS_CHARACTERS
        ? packed
        : packJson(short.map(each => ({ ...each, diagnostics: [] })));
}
/** Unpacks what {@link packResults} packed: that of several jobs, separated by spaces; the word `none` stands for nothing. */
function unpackResults(text) {
    return text
        .split(/\s+/)
        .filter(part => part !== '' && part !== 'none')
        .flatMap(part => unpackJson('results', part));
}
/** One line of text: Base64 of Brotli of JSON. */
function packJson(value) {
    const json = Buffer.from(JSON.stringify(value));
    return (0,external_node_zlib_.brotliCompressSync)(json, {
        params: { [external_node_zlib_.constants.BROTLI_PARAM_QUALITY]: 6, [external_node_zlib_.constants.BROTLI_PARAM_SIZE_HINT]: json.length }
    }).toString('base64');
}
function unpackJson(input, text) {
    let value;
    try {
        const json = text.startsWith('{')
            ? text
            : (0,external_node_zlib_.brotliDecompressSync)(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST }).toString('utf8');
        value = JSON.parse(json);
    }
    catch {
        value = undefined;
    }
    if (typeof value === 'object' && value !== null)
        return value;
    throw new inputs/* InputError */.dz(`input ${input}: expected the output of that name of an earlier step, found something else`);
}


/***/ }),

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

/***/ 6812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ hasManyPlatforms),
/* harmony export */   I9: () => (/* binding */ affectedLines),
/* harmony export */   uf: () => (/* binding */ untouchedImages),
/* harmony export */   wX: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);

/** The affected images of a plan in parent order, one line a platform. */
function affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
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
function outcomeWords(line) {
    const { result } = line;
    if (result === undefined)
        return line.image.action === 'reuse' ? 'in staging already' : '';
    if (result.state === 'blocked' && result.blockedBy !== undefined)
        return `blocked by ${result.blockedBy}`;
    return result.state;
}


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markdownTable),
/* harmony export */   R: () => (/* binding */ terminalTable)
/* harmony export */ });
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

/***/ 3920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ renderPlanText),
/* harmony export */   Qe: () => (/* binding */ renderResultsText),
/* harmony export */   zB: () => (/* binding */ renderRunText)
/* harmony export */ });
/* harmony import */ var _diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5056);
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8313);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1242);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4632);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6812);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1799);






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
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .affectedLines */ .I9)(plan, []);
    const untouched = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .untouchedImages */ .uf)(plan);
    const parts = [(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonSentence */ .nX)(plan)), sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .planHeadline */ .MM)(plan))];
    if (lines.length === 0) {
        parts.push('', plan.simulation === undefined ? NOTHING_CHANGED : NOTHING_WOULD_CHANGE);
        return `${parts.join('\n')}\n`;
    }
    const images = plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X)(a.name, b.name));
    const columns = [
        { title: 'image' },
        { title: 'action' },
        { title: 'level', align: 'right' },
        { title: 'why' }
    ];
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, images.map(image => [image.name, image.action, String(image.level), reasonLines(image.reasons)]), (text, column, row) => column === 1 ? paint(text, ACTION_COLOURS[images[row]?.action ?? ''] ?? 'grey', style) : text);
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
    const many = plan !== undefined && (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .hasManyPlatforms */ .Cq)(plan);
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
            shortened(`${(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(why)}${more > 0 ? ` (+${more})` : ''}`),
            result.state === 'blocked' && result.blockedBy !== undefined
                ? `blocked by ${result.blockedBy}`
                : result.state,
            tags === undefined ? '' : [...tags.moved, ...tags.unchanged].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X).map(_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK),
            result.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(result.digest),
            result.size === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .humanSize */ .Xe)(result.size),
            result.milliseconds === 0 ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .humanTime */ .zK)(result.milliseconds)
        ];
    });
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, rows, (text, column, row) => column === 2 ? paint(text, STATE_COLOURS[results[row]?.state ?? 'cancelled'], context) : text);
    return rows.length === 0
        ? `${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .resultsHeadline */ .D1)(results))}\n`
        : `${table}\n\n${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .resultsHeadline */ .D1)(results))}\n`;
}
/** A plan and how it ended, for a job log. */
function renderRunText(plan, results, release) {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .affectedLines */ .I9)(plan, results, release);
    const rows = lines.map(line => [
        line.image.name,
        line.platform,
        line.image.action,
        (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomeWords */ .wX)(line),
        line.result?.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_5__/* .shortDigest */ .VK)(line.result.digest)
    ]);
    const columns = [
        { title: 'image' },
        { title: 'platform' },
        { title: 'action' },
        { title: 'result' },
        { title: 'digest' }
    ];
    return [
        (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonSentence */ .nX)(plan)),
        ...(rows.length === 0 ? ['Nothing to do.'] : [(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, rows)]),
        ''
    ].join('\n');
}
function someNames(names) {
    const rest = names.length - NAMES_SHOWN;
    return rest > 0 ? `${names.slice(0, NAMES_SHOWN).join(', ')} and ${rest} more` : names.join(', ');
}
function reasonLines(reasons) {
    const texts = reasons.slice(0, REASONS_SHOWN).map(reason => (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(reason.text));
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
