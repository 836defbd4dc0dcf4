export const id = 634;
export const ids = [634];
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
// EXTERNAL MODULE: ./build/keys/json.js
var json = __webpack_require__(8743);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/parse.js



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
    if (!(0,json/* isObject */.Gv)(value))
        return 'it is no JSON object';
    if (value['version'] !== 1)
        return `it has version ${JSON.stringify(value['version'])}, expected 1`;
    const head = value['head'];
    if (!(0,json/* isObject */.Gv)(head) || !matches(COMMIT, head['commit']) || !matches(COMMIT, head['tree'])) {
        return '`head` names no commit';
    }
    if (typeof head['time'] !== 'number' || typeof head['dirty'] !== 'boolean')
        return '`head` is not complete';
    if (typeof value['manifest'] !== 'string')
        return '`manifest` is no path';
    if (!(0,json/* isObject */.Gv)(value['base']) || !(0,json/* isObject */.Gv)(value['pins']))
        return '`base` or `pins` is missing';
    const { simulation = [] } = value;
    if (!Array.isArray(simulation) || !simulation.every(each => typeof each === 'string')) {
        return '`simulation` is no list of texts';
    }
    const { platforms = [] } = value;
    if (!Array.isArray(platforms) || !platforms.every(each => matches(names/* PLATFORM_NAME */.i2, each))) {
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
    return ((0,json/* isObject */.Gv)(value) &&
        matches(names/* IMAGE_NAME */.yc, value['name']) &&
        typeof value['action'] === 'string' &&
        ACTIONS.has(value['action']) &&
        (0,json/* isObject */.Gv)(value['platforms']) &&
        Object.values(value['platforms']).every(platform => (0,json/* isObject */.Gv)(platform) && matches(KEY, platform['key']) && isBytes(platform['bytes'])) &&
        ['parents', 'children', 'needs'].every(key => isNames(value[key])) &&
        Array.isArray(value['reasons']));
}
function isLevel(value) {
    return (Array.isArray(value) &&
        value.every(row => (0,json/* isObject */.Gv)(row) &&
            isNames(row['images']) &&
            typeof row['platform'] === 'string' &&
            isBytes(row['bytes'])));
}
function isBytes(value) {
    return value === undefined || (Number.isSafeInteger(value) && value >= 0);
}
function isNames(value) {
    return Array.isArray(value) && value.every(name => matches(names/* IMAGE_NAME */.yc, name));
}
function matches(pattern, value) {
    return typeof value === 'string' && pattern.test(value);
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
/**
 * Unpacks what {@link packResults} packed: that of several jobs, separated by spaces; the word `none` stands for
 * nothing.
 */
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
/* harmony export */   rI: () => (/* binding */ passedTag),
/* harmony export */   vD: () => (/* binding */ scriptName)
/* harmony export */ });
/* harmony import */ var _handover_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7028);
/* harmony import */ var _staging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3422);
/* harmony import */ var _keys_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8335);



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
/** The tag of staging that records that an image's test with these inputs has passed on a digest. */
function passedTag(image, platform, digest, inputs) {
    return (0,_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .testTag */ .f_)(image, platform, testHash(digest, inputs));
}
/** What a passed test is recorded under: SHA-256 (64 hex) over the tested digest and the inputs of the test. */
function testHash(digest, inputs) {
    return (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(['test', digest, inputs]));
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
/* unused harmony export imageTagSafe */
/* harmony import */ var _keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7176);


const LONGEST_NAME = 60;
const SAFE_NAME = /^[a-z0-9][a-z0-9._-]*$/;
/**
 * Tag under which a verified and tested platform manifest lies in staging by its key (64 hex digits):
 * `python-base-linux-amd64-in-<first 40 hex>`.
 */
function keyTag(image, platform, key) {
    return `${imageTagSafe(image)}-${(0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .platformTag */ .oq)(platform)}-in-${shortHash(key)}`;
}
/** Tag of the same manifest by its trace key: own inputs and the digests of the parents it was really built on. */
function traceTag(image, platform, trace) {
    return `${imageTagSafe(image)}-${(0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .platformTag */ .oq)(platform)}-by-${shortHash(trace)}`;
}
/** Tag that records a passed test; `hash` (64 hex digits) is over the digest and the inputs of the test. */
function testTag(image, platform, hash) {
    return `${imageTagSafe(image)}-${(0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .platformTag */ .oq)(platform)}-ok-${shortHash(hash)}`;
}
/** Tag by content id (64 hex digits): a rebuild that changed nothing finds the manifest that is there already. */
function contentTag(image, platform, content) {
    return `${imageTagSafe(image)}-${(0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .platformTag */ .oq)(platform)}-is-${shortHash(content)}`;
}
/** Tag of the layer cache of an image on a platform: one cache each, since a second writer replaces it. */
function cacheTag(image, platform) {
    return `${imageTagSafe(image)}-${(0,_manifest_names_js__WEBPACK_IMPORTED_MODULE_1__/* .platformTag */ .oq)(platform)}`;
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
    const hash = (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(name).slice(0, 16);
    return start === '' ? hash : `${start}-${hash}`;
}
function shortHash(hex) {
    return hex.slice(0, 40);
}


/***/ }),

/***/ 3025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ openNewest),
/* harmony export */   n: () => (/* binding */ openPublished)
/* harmony export */ });
/* harmony import */ var _release_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7070);
/* harmony import */ var _release_image_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3678);
/* harmony import */ var _release_released_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8627);
/* harmony import */ var _readable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(535);




/** Opens the newest release record of a repository; it is read once, when first asked for. */
function openNewest(registry, record, log) {
    let newest;
    return () => (newest ??= newestRelease((0,_readable_js__WEBPACK_IMPORTED_MODULE_3__/* .readingWhatItMay */ .j)(registry, log), record));
}
/**
 * Opens the view of what the newest release made public, for when staging has lost it. The release record says what the
 * tags of staging said, of a set that was checked as one; it names the index by digest, so where tags point now does not
 * matter. The index in the image's own repository has to carry the same key. Whatever cannot be read or does not agree
 * counts as not there.
 */
function openPublished(registry, targets, snapshot, log, newest = openNewest(registry, targets.record, log)) {
    const reader = (0,_readable_js__WEBPACK_IMPORTED_MODULE_3__/* .readingWhatItMay */ .j)(registry, log);
    return async (name, platform, key) => {
        const released = (await newest()).get(name);
        const spec = snapshot.images.get(name)?.spec;
        const said = released?.platforms[platform];
        if (released === undefined || spec === undefined || said?.trace === undefined || said.key !== key)
            return undefined;
        const repository = targets.published(spec.repository);
        if (released.repository !== repository)
            return undefined;
        const index = await reader.manifest(repository, released.digest);
        if (index === undefined || (0,_release_image_index_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOfKey */ .hj)(index, platform, key) !== said.digest)
            return undefined;
        const manifest = await reader.manifest(repository, said.digest);
        if (manifest === undefined || !(0,_release_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlatformManifest */ .Rn)(manifest))
            return undefined;
        const { trace, test } = said;
        return { repository, manifest, trace, ...(test === undefined ? {} : { test }) };
    };
}
async function newestRelease(registry, repository) {
    const record = await registry.manifest(repository, 'latest');
    const images = record && (await (0,_release_released_js__WEBPACK_IMPORTED_MODULE_2__/* .releasedImages */ .i)(registry, repository, record));
    return new Map((images ?? []).map(image => [image.name, image]));
}


/***/ }),

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readingWhatItMay)
/* harmony export */ });
/* harmony import */ var _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6269);

/**
 * A registry in which what may not be read, or cannot be reached, counts as not there, told once: for runs without rights
 * of their own, which then build more than they would have to. A repository that failed is not asked again.
 */
function readingWhatItMay(registry, log) {
    const failed = new Set();
    const orMissing = async (repository, ask) => {
        if (failed.has(repository))
            return undefined;
        try {
            return await ask();
        }
        catch (error) {
            if (!(error instanceof _io_registry_error_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g))
                throw error;
            if (failed.size === 0)
                log.warn(`${error.message} What cannot be read counts as not built yet.`);
            failed.add(repository);
            return undefined;
        }
    };
    return {
        ...registry,
        head: (repository, reference) => orMissing(repository, () => registry.head(repository, reference)),
        manifest: (repository, reference) => orMissing(repository, () => registry.manifest(repository, reference)),
        blob: (repository, digest) => orMissing(repository, () => registry.blob(repository, digest))
    };
}


/***/ }),

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openStaged)
/* harmony export */ });
/* harmony import */ var _build_smoke_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);
/* harmony import */ var _build_staging_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3422);
/* harmony import */ var _keys_content_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8352);
/* harmony import */ var _keys_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8704);
/* harmony import */ var _release_contents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7070);





/** Opens the view of a staging repository for a plan; what is missing there is looked for among what is public. */
function openStaged(registry, repository, plan, snapshot, fallback) {
    const builds = new Map();
    const planned = new Map(plan.images.map(image => [image.name, image]));
    const staged = {
        digest: async (image, platform) => {
            const found = await foundOf(image, platform);
            return found?.hasPassed === true ? found.digest : undefined;
        },
        trace: async (image, platform) => {
            const inputs = snapshot.images.get(image)?.platforms.get(platform);
            if (inputs === undefined)
                return undefined;
            const parents = new Map();
            for (const parent of inputs.parents) {
                const found = await foundOf(parent.image, parent.platform);
                if (found === undefined)
                    return undefined;
                parents.set(`${parent.image} ${parent.platform}`, found.digest);
            }
            const salt = planned.get(image)?.platforms[platform]?.salt;
            return (0,_keys_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .traceKeyOf */ .AT)(inputs, parent => parents.get(`${parent.image} ${parent.platform}`) ?? '', salt);
        },
        published: async (image, platform) => {
            const build = await publicBuild(image, platform);
            if (build !== undefined)
                await take(image, platform, build);
            return build?.manifest.descriptor.digest;
        },
        remember: (image, platform, digest) => {
            builds.set(`${image} ${platform}`, Promise.resolve({ digest, hasPassed: true }));
        }
    };
    function foundOf(image, platform) {
        const id = `${image} ${platform}`;
        const known = builds.get(id) ?? find(image, platform);
        builds.set(id, known);
        return known;
    }
    async function find(image, platform) {
        const key = keyOf(image, platform);
        if (key === undefined)
            return undefined;
        const byKey = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .keyTag */ .QR)(image, platform, key));
        if (byKey !== undefined) {
            const trace = await staged.trace(image, platform);
            if (trace === undefined)
                return undefined;
            const byTrace = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, trace));
            if (byTrace !== undefined) {
                const { digest } = byKey;
                return byTrace.digest === digest
                    ? { digest, hasPassed: await isTested(image, platform, digest) }
                    : undefined;
            }
        }
        const build = await publicBuild(image, platform);
        if (build === undefined || !hasPassed(image, build))
            return undefined;
        await take(image, platform, build);
        return { digest: build.manifest.descriptor.digest, hasPassed: true };
    }
    async function isTested(image, platform, digest) {
        const tag = testName(image, platform, digest);
        return tag === undefined || (await registry.head(repository, tag)) !== undefined;
    }
    /** The public build, if it stands on the parents that staging holds and staging knows of no other one. */
    async function publicBuild(image, platform) {
        const key = keyOf(image, platform);
        const build = key === undefined ? undefined : await fallback.find(image, platform, key);
        if (build === undefined)
            return undefined;
        const trace = await staged.trace(image, platform);
        if (trace !== build.trace)
            return undefined;
        const byTrace = await registry.head(repository, (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, trace));
        const isOther = byTrace !== undefined && byTrace.digest !== build.manifest.descriptor.digest;
        return isOther ? undefined : build;
    }
    /** Puts a public build back, with the tags that are true of it: the key only when nothing is left to do. */
    async function take(image, platform, build) {
        if (fallback.putBack === undefined)
            return;
        const content = await contentName(image, platform, build);
        const free = content !== undefined && (await registry.head(repository, content)) === undefined;
        const tested = testName(image, platform, build.manifest.descriptor.digest);
        const done = [
            ...(tested === undefined ? [] : [tested]),
            (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .traceTag */ .Ek)(image, platform, build.trace),
            (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .keyTag */ .QR)(image, platform, keyOf(image, platform) ?? '')
        ];
        await fallback.putBack(build, [...(free ? [content] : []), ...(hasPassed(image, build) ? done : [])]);
    }
    async function contentName(image, platform, { repository: from, manifest }) {
        const [config] = (0,_release_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .blobsOf */ .OR)(manifest);
        const bytes = config && (await registry.blob(from, config.digest));
        return bytes && (0,_build_staging_js__WEBPACK_IMPORTED_MODULE_1__/* .contentTag */ .mB)(image, platform, (0,_keys_content_id_js__WEBPACK_IMPORTED_MODULE_2__/* .contentId */ .f)(bytes));
    }
    function hasPassed(image, { manifest, test }) {
        const inputs = snapshot.images.get(image)?.test ?? null;
        return inputs === null || test === (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .testHash */ .Jy)(manifest.descriptor.digest, inputs);
    }
    /** The tag that records the image's present test on a digest; undefined without a test. */
    function testName(image, platform, digest) {
        const inputs = snapshot.images.get(image)?.test ?? null;
        return inputs === null ? undefined : (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .passedTag */ .rI)(image, platform, digest, inputs);
    }
    function keyOf(image, platform) {
        return planned.get(image)?.platforms[platform]?.key;
    }
    return staged;
}


/***/ }),

/***/ 8352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ contentId)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);


/**
 * The content id of a built image: SHA-256 (64 hex) over its configuration, layer diff ids included, without `created`
 * and `history`, which say when and how but not what. The configuration is the OCI image configuration as JSON.
 * Throws a SyntaxError when the bytes are no JSON object.
 */
function contentId(config) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(Buffer.from(config).toString('utf8'));
    if (value === undefined)
        throw new SyntaxError('an image configuration must be a JSON object');
    const what = Object.entries(value).filter(([name]) => name !== 'created' && name !== 'history');
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(Object.fromEntries(what)));
}


/***/ }),

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ traceKeyOf),
/* harmony export */   Nl: () => (/* binding */ lockedDigest),
/* harmony export */   TN: () => (/* binding */ keyOf)
/* harmony export */ });
/* unused harmony export KEY_FORMAT */
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8313);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);



/** Changed whenever the meaning of a key changes, so that no key of an older release is taken for one of this. */
const KEY_FORMAT = 1;
/** The digest that the lock has for a base; undefined when it has none. */
function lockedDigest({ lock }) {
    const digest = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(lock) ? lock['digest'] : undefined;
    return typeof digest === 'string' ? digest : undefined;
}
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
        ['externals', inputs.externals.map(base => [base.reference, (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(base.lock)])],
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
    return (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_2__/* .byCodeUnit */ .X)(a[0], b[0]);
}
/** The key: SHA-256 (64 hex) over all inputs with the parents' keys; known before anything is built. */
function keyOf(inputs, parentKey, salt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(keyDocument(inputs, parentKey, salt));
}
/** The trace key: as the key, with the actual platform manifest digests of the parents in place of their keys. */
function traceKeyOf(inputs, parentDigest, salt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(`trace ${keyDocument(inputs, parentDigest, salt)}`);
}


/***/ }),

/***/ 4557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isWork),
/* harmony export */   f: () => (/* binding */ isAffected)
/* harmony export */ });
/** Whether a run builds or tests an image: of what is reused, gets other tags or stays it does nothing. */
function isWork({ action }) {
    return action === 'build' || action === 'test';
}
/** Whether the key of an image differs from that at the base, on any platform. */
function isAffected({ platforms }) {
    return Object.values(platforms).some(({ affected }) => affected);
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
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);


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
    return { ...plan, platforms: [...new Set(platforms)].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X), levels };
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
    const known = [...new Set(plan.images.flatMap(platformsOf))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X);
    return platforms
        .filter(platform => !known.includes(platform))
        .map(platform => (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('E004', _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMAND_LINE */ .rD, `no image has the platform ${JSON.stringify(platform)}; there are ${known.join(', ')}`, 'name one of these, or add it to `platforms:` of an image'));
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

/***/ 2731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ bytesOfImages),
/* harmony export */   KK: () => (/* binding */ DISK),
/* harmony export */   Sh: () => (/* binding */ UNPACKED),
/* harmony export */   st: () => (/* binding */ fitsDisk)
/* harmony export */ });
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4979);
/* harmony import */ var _graph_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4495);


/** What GitHub promises of the disk of a hosted runner (docs.github.com, "GitHub-hosted runners reference"), in bytes. */
const DISK = 14e9;
/**
 * Bytes on the disk for each byte of a compressed image: its blobs as they were pulled or are pushed, and its layers
 * unpacked, which are about three times as large.
 */
const UNPACKED = 4;
/**
 * How large images are thought to be: as they were released last, and what was never released as large as the heaviest
 * image that it is built on. External bases count for nothing.
 */
function bytesOfImages(planned) {
    const isKnown = planned.some(({ platforms }) => Object.values(platforms).some(each => each.bytes !== undefined));
    if (!isKnown)
        return () => 0;
    const images = new Map(planned.map(image => [image.name, image]));
    const parents = planned.map(image => [image.name, image.parents.filter(parent => images.has(parent))]);
    const order = (0,_graph_order_js__WEBPACK_IMPORTED_MODULE_0__/* .orderOf */ .m)((0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .graphOf */ .c)(new Map(parents)));
    const found = new Map();
    const bytesOf = (image, platform) => found.get(`${platform} ${image}`) ?? 0;
    for (const name of order.kind === 'ordered' ? order.names : []) {
        const image = images.get(name);
        for (const [platform, { bytes, crossing = [] }] of Object.entries(image?.platforms ?? {})) {
            const below = (image?.parents ?? []).map(parent => bytesOf(parent, platform));
            const across = crossing.map(parent => bytesOf(parent.image, parent.platform));
            found.set(`${platform} ${name}`, bytes ?? Math.max(0, ...below, ...across));
        }
    }
    return bytesOf;
}
/** Whether images of so many compressed bytes together are thought to fit on the disk of a hosted runner. */
function fitsDisk(bytes) {
    return bytes * UNPACKED <= DISK;
}


/***/ }),

/***/ 7332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ isEstimate),
/* harmony export */   UK: () => (/* binding */ estimateOfSingle),
/* harmony export */   qn: () => (/* binding */ estimateOf)
/* harmony export */ });
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);
/* harmony import */ var _manifest_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7176);
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
/** Whether a value that was read is an estimate. */
function isEstimate(value) {
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return false;
    const { work, machines, timed } = value;
    if (!SECONDS.every(key => isSeconds(value[key])) || !isSeconds(machines) || machines < 1)
        return false;
    if (timed !== undefined && !isTimed(timed))
        return false;
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(work))
        return false;
    return Object.entries(work).every(([platform, own]) => _manifest_names_js__WEBPACK_IMPORTED_MODULE_2__/* .PLATFORM_NAME */ .i2.test(platform) && isSeconds(own));
}
function isTimed(value) {
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return false;
    const { builds, usual } = value;
    return isSeconds(builds) && isSeconds(usual);
}
function isSeconds(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}


/***/ }),

/***/ 7009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pE: () => (/* binding */ afterLevel),
  ie: () => (/* binding */ clockOf),
  So: () => (/* binding */ freeSeconds),
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


/** The clock before the first level. */
function clockOf({ machines }) {
    return { free: new Float64Array(machines), begins: 0, late: 0, ends: 0 };
}
/** Starts the next level: its rows go to machines lane by lane in their order, each as soon as one is free. */
function afterLevel(work, level, clock, fleet) {
    const free = Float64Array.from(clock.free);
    const begins = clock.begins;
    const next = place(work, level.level, begins, free, fleet);
    const late = place(work, level.late, begins, free, fleet);
    const leaf = place(work, level.leaf, begins, free, fleet);
    return { free, begins: Math.max(next, clock.late), late, ends: Math.max(clock.ends, next, late, leaf) };
}
/** Gives rows to machines and returns when the last of them ends. */
function place(work, rows, begins, free, fleet) {
    let ends = begins;
    for (const row of rows) {
        let first = 0;
        for (let at = 1; at < free.length; at += 1)
            if ((free[at] ?? 0) < (free[first] ?? 0))
                first = at;
        const end = Math.max(free[first] ?? 0, begins) + fleet.start + (0,rows_work/* secondsOfAll */._)(work, row);
        free[first] = end;
        ends = Math.max(ends, end);
    }
    return ends;
}
/** Seconds of a run of these levels. */
function runSeconds(work, levels, fleet) {
    return levels.reduce((clock, level) => afterLevel(work, level, clock, fleet), clockOf(fleet)).ends;
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
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4557);
/* harmony import */ var _rows_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2731);



/** No step takes less: a tail must grow with every step, so that parents stand before their children. */
const LEAST_SECONDS = 1;
/** Takes what is built or tested, on these platforms only when they are given, as a graph. */
function workOf(planned, only, secondsOf) {
    const steps = planned
        .filter(_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .isWork */ .c)
        .sort((a, b) => (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .filter(platform => only?.includes(platform) !== false)
        .sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)
        .map(platform => ({ image, platform })));
    const platforms = [...new Set(steps.map(step => step.platform))].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X);
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
    const bytesOf = (0,_rows_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOfImages */ .$k)(planned);
    const bytes = Float64Array.from(steps, ({ image, platform }) => bytesOf(image.name, platform));
    const platform = Int32Array.from(steps, step => platforms.indexOf(step.platform));
    const images = steps.map(step => step.image.name);
    const below = steps.map(() => []);
    above.forEach((parents, step) => parents.forEach(parent => below[parent]?.push(step)));
    return { images, platforms, platform, seconds, bytes, above, below, ...weighed(above, seconds, platform) };
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

/***/ 5412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isOfRun)
/* harmony export */ });
/**
 * Whether the key of an image was salted with the run that planned it, so that only the same plan finds what is built under
 * it and under the keys of its descendants.
 */
function isOfRun({ platforms }) {
    return Object.values(platforms).some(({ salt }) => salt !== undefined);
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ putArtifactBlobs),
/* harmony export */   R9: () => (/* binding */ readArtifact),
/* harmony export */   qB: () => (/* binding */ artifactOf)
/* harmony export */ });
/* harmony import */ var _keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8743);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7070);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3678);




const EMPTY = Buffer.from('{}');
/** Makes an artifact of a type, which is also that of its layer; equal documents give equal bytes. */
function artifactOf(type, document, texts) {
    const content = Buffer.from((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(document));
    const layer = { mediaType: type, digest: (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(content), size: content.length };
    const manifest = {
        schemaVersion: 2,
        mediaType: _contents_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_TYPE */ .b3,
        artifactType: type,
        config: {
            mediaType: 'application/vnd.oci.empty.v1+json',
            digest: (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(EMPTY),
            size: EMPTY.length
        }
    };
    if (texts === undefined)
        return { content, manifest: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestBytes */ .T8)({ ...manifest, layers: [layer] }) };
    const layers = [{ ...layer, annotations: texts.layer }];
    return { content, manifest: (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestBytes */ .T8)({ ...manifest, layers, annotations: texts.manifest }) };
}
/** Uploads what the manifest of an artifact names; the manifest is put under tags afterwards. */
async function putArtifactBlobs(registry, repository, content) {
    await registry.putBlob(repository, EMPTY);
    await registry.putBlob(repository, content);
}
/** The document of an artifact that lies in a registry; undefined when it is none of this type, empty when it is gone. */
async function readArtifact(registry, repository, manifest, type) {
    const { artifactType, layers } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)(manifest.bytes);
    const layer = Array.isArray(layers) ? layers[0] : undefined;
    if (artifactType !== type || !(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(layer) || typeof layer['digest'] !== 'string')
        return undefined;
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)((await registry.blob(repository, layer['digest'])) ?? new Uint8Array());
}


/***/ }),

/***/ 7070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Rn: () => (/* binding */ isPlatformManifest),
/* harmony export */   b3: () => (/* binding */ MANIFEST_TYPE),
/* harmony export */   cp: () => (/* binding */ INDEX_TYPE),
/* harmony export */   lM: () => (/* binding */ documentOf),
/* harmony export */   n3: () => (/* binding */ compressedSize),
/* harmony export */   ol: () => (/* binding */ isDescriptor)
/* harmony export */ });
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8743);

/** Media type of a multi-platform index (OCI image specification). */
const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';
/** Media type of a manifest (OCI image specification). */
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const PLATFORM_MANIFESTS = new Set([MANIFEST_TYPE, 'application/vnd.docker.distribution.manifest.v2+json']);
/** Whether it is the manifest of one platform and not an index. */
function isPlatformManifest(manifest) {
    return PLATFORM_MANIFESTS.has(manifest.descriptor.mediaType) && blobsOf(manifest).length > 0;
}
/** Config and layers of a platform manifest, config first, each blob once; empty when they cannot be read. */
function blobsOf(manifest) {
    const all = listedIn(manifest);
    if (!all.every(isDescriptor))
        return [];
    return [...new Map(all.map(blob => [blob.digest, blob])).values()];
}
/** Compressed bytes of a platform: its layers, as often as they are listed, and its config. */
function compressedSize(manifest) {
    return listedIn(manifest)
        .filter(isDescriptor)
        .reduce((sum, blob) => sum + blob.size, 0);
}
function listedIn({ bytes }) {
    const { config, layers } = documentOf(bytes);
    return [config, ...(Array.isArray(layers) ? layers : [])];
}
/** The JSON object of a manifest; empty when it is none. */
function documentOf(bytes) {
    return (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(Buffer.from(bytes).toString('utf8')) ?? {};
}
/** Whether a value is a digest: `sha256:` and 64 hex digits. */
function isDigest(value) {
    return typeof value === 'string' && /^sha256:[a-f0-9]{64}$/.test(value);
}
/** Whether a value is a descriptor (OCI image specification, "Content Descriptors"). */
function isDescriptor(value) {
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return false;
    const { digest, size, mediaType } = value;
    return isDigest(digest) && typeof mediaType === 'string' && Number.isSafeInteger(size);
}


/***/ }),

/***/ 3678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ carriedCommit),
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   DE: () => (/* binding */ CREATED),
/* harmony export */   RN: () => (/* binding */ sameButCommit),
/* harmony export */   T8: () => (/* binding */ manifestBytes),
/* harmony export */   hj: () => (/* binding */ digestOfKey),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   sP: () => (/* binding */ REVISION)
/* harmony export */ });
/* harmony import */ var _keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8743);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7070);



/** Annotation of an index and of a release record with the commit it was released from (OCI image specification). */
const REVISION = 'org.opencontainers.image.revision';
/** Annotation with that commit's time, ISO 8601 in UTC. */
const CREATED = 'org.opencontainers.image.created';
const VERSION = 'org.opencontainers.image.version';
const OF_COMMIT = new Set([REVISION, CREATED, VERSION]);
const KEY = 'dev.base-images.key';
const KEYS = 'dev.base-images.keys';
const DEPRECATED = 'dev.base-images.deprecated';
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/**
 * The index of an image: its platform manifests in order of platform, with the annotations that say what it is and which
 * commit it comes from. Equal arguments give equal bytes.
 */
function indexOf(image, staged, commit) {
    const keys = Object.fromEntries(staged.map(({ platform, key }) => [platform, key]));
    return manifestBytes({
        schemaVersion: 2,
        mediaType: _contents_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX_TYPE */ .cp,
        manifests: staged.map(({ platform, key, manifest }) => ({
            mediaType: manifest.descriptor.mediaType,
            digest: manifest.descriptor.digest,
            size: manifest.descriptor.size,
            platform: platformObject(platform),
            annotations: { [KEY]: key }
        })),
        annotations: {
            ...textAnnotations(image.texts),
            [KEYS]: (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(keys)),
            [REVISION]: commit.revision,
            [CREATED]: commit.created,
            [VERSION]: `${dayOf(commit)}-${commit.revision.slice(0, 12)}`
        }
    });
}
/** Digest of the platform manifest that an index lists for a platform with this key; undefined when it lists none. */
function digestOfKey(index, platform, key) {
    const { manifests } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)(index.bytes);
    const listed = Array.isArray(manifests) ? manifests.filter(_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isDescriptor */ .ol) : [];
    const wanted = platformObject(platform);
    return listed.find(({ annotations, platform: has }) => annotations?.[KEY] === key &&
        has?.os === wanted['os'] &&
        has?.architecture === wanted['architecture'] &&
        has?.variant === wanted['variant'])?.digest;
}
/** A commit as it is carried; `time` is in seconds since the epoch. */
function carriedCommit(commit) {
    return { revision: commit.id, created: new Date(commit.time * 1000).toISOString().replace(/\.\d+Z$/, 'Z') };
}
/** The commit that an index carries; undefined when it carries none or something that is no commit. */
function commitOf(manifest) {
    const { annotations } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)(manifest.bytes);
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(annotations))
        return undefined;
    const revision = annotations[REVISION];
    const created = annotations[CREATED];
    if (typeof revision !== 'string' || !COMMIT.test(revision))
        return undefined;
    return { revision, created: typeof created === 'string' && TIME.test(created) ? created : '' };
}
/** Whether two indexes differ in nothing but the commit they carry. */
function sameButCommit(a, b) {
    return a.descriptor.digest === b.descriptor.digest || withoutCommit(a) === withoutCommit(b);
}
/** Day of a commit in UTC, such as `2026-11-22`. */
function dayOf(commit) {
    return commit.created.slice(0, 10);
}
/** Canonical bytes of a manifest or index with their descriptor. */
function manifestBytes(document) {
    const bytes = Buffer.from((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(document));
    return {
        descriptor: { mediaType: document.mediaType, digest: (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes), size: bytes.length },
        bytes
    };
}
function withoutCommit(manifest) {
    const document = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)(manifest.bytes);
    const annotations = (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(document['annotations']) ? document['annotations'] : {};
    const lasting = Object.entries(annotations).filter(([name]) => !OF_COMMIT.has(name));
    return (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ ...document, annotations: Object.fromEntries(lasting) });
}
function textAnnotations(texts) {
    const { title, description, licenses, source, deprecated } = texts;
    const named = { title, description, licenses, source };
    return {
        ...Object.fromEntries(Object.entries(named).flatMap(([name, text]) => text === undefined ? [] : [[`org.opencontainers.image.${name}`, text]])),
        ...(deprecated === undefined ? {} : { [DEPRECATED]: deprecated })
    };
}
function platformObject(platform) {
    const [os = '', architecture = '', variant] = platform.split('/');
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}


/***/ }),

/***/ 9253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ RECORD_TYPE),
/* harmony export */   Nj: () => (/* binding */ RECORD_TAG),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _build_smoke_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6222);
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7470);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7070);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3678);




/** Artifact and layer type of a release record. */
const RECORD_TYPE = 'application/vnd.base-images.release.v1+json';
/** Makes the record of a release as an OCI artifact; equal releases give equal bytes. */
function recordOf(request, targets) {
    const commit = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .carriedCommit */ .AL)(request.commit);
    const images = Object.fromEntries(targets.map(target => [target.image.name, recordedImage(target)]));
    const { content, manifest } = (0,_artifact_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactOf */ .qB)(RECORD_TYPE, { version: 1, commit: commit.revision, time: commit.created, images }, {
        layer: { 'org.opencontainers.image.title': 'digests.json' },
        manifest: { [_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .REVISION */ .sP]: commit.revision, [_image_index_js__WEBPACK_IMPORTED_MODULE_3__/* .CREATED */ .DE]: commit.created }
    });
    return { digests: content, manifest, tag: commit.revision.slice(0, 12) };
}
/** What the tag of a record looks like: the first 12 digits of its commit. */
const RECORD_TAG = /^[a-f0-9]{12}$/;
function recordedImage(target) {
    return {
        repository: target.image.repository,
        tags: target.tags.map(({ tag }) => tag).sort(),
        digest: target.index.descriptor.digest,
        platforms: Object.fromEntries(target.staged.map(staged => [staged.platform, recordedPlatform(target, staged)]))
    };
}
/** What the tags of staging say of a build, so that it can be found when staging is gone. */
function recordedPlatform({ image }, { key, trace, manifest }) {
    const { digest } = manifest.descriptor;
    return {
        digest,
        key,
        trace,
        bytes: (0,_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .compressedSize */ .n3)(manifest),
        ...(image.test === undefined ? {} : { test: (0,_build_smoke_js__WEBPACK_IMPORTED_MODULE_0__/* .testHash */ .Jy)(digest, image.test) })
    };
}


/***/ }),

/***/ 8627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ releasedImages)
/* harmony export */ });
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8743);
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7470);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7070);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9253);




/** The images of a record; undefined when it is no record that can be read whole. */
async function releasedImages(registry, repository, manifest) {
    const images = (await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .readArtifact */ .R9)(registry, repository, manifest, _record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_TYPE */ .Bm))?.['images'];
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(images))
        return undefined;
    const read = Object.entries(images).map(([name, value]) => releasedImage(name, value));
    return read.includes(undefined) ? undefined : read.filter(image => image !== undefined);
}
function releasedImage(name, value) {
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return undefined;
    const { repository, tags, digest, platforms } = value;
    if (typeof repository !== 'string' || !(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isTexts */ .VP)(tags))
        return undefined;
    if (!(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) || !(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(platforms))
        return undefined;
    const read = {};
    for (const [platform, each] of Object.entries(platforms)) {
        if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(each) || !(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(each['digest']) || typeof each['key'] !== 'string')
            return undefined;
        const { trace, test, bytes } = each;
        read[platform] = {
            digest: each['digest'],
            key: each['key'],
            ...(typeof trace === 'string' ? { trace } : {}),
            ...(typeof test === 'string' ? { test } : {}),
            ...(typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? { bytes } : {})
        };
    }
    return { name, repository, tags, digest, platforms: read };
}


/***/ })

};
