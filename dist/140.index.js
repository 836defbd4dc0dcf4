export const id = 140;
export const ids = [140];
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
// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/parse.js

const NAME = /^[a-z0-9][a-z0-9._-]{0,59}$/;
const COMMIT = /^[0-9a-f]{40,64}$/;
const PLATFORM = /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?$/;
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
    const { platforms = [] } = value;
    if (!Array.isArray(platforms) || !platforms.every(each => matches(PLATFORM, each))) {
        return '`platforms` is no list of platforms';
    }
    if (!Array.isArray(value['images']) || !value['images'].every(isImage))
        return '`images` is not complete';
    if (!Array.isArray(value['levels']) || !value['levels'].every(isLevel))
        return '`levels` is not complete';
    if (value['estimate'] !== undefined && !(0,rows_estimate/* isEstimate */.Bh)(value['estimate']))
        return '`estimate` is not complete';
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
/* harmony export */   UK: () => (/* binding */ estimateOfSingle),
/* harmony export */   qn: () => (/* binding */ estimateOf)
/* harmony export */ });
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


/***/ })

};
