export const id = 825;
export const ids = [825];
export const modules = {

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
/* harmony export */   jU: () => (/* binding */ imageTagSafe),
/* harmony export */   mB: () => (/* binding */ contentTag),
/* harmony export */   z: () => (/* binding */ cacheTag)
/* harmony export */ });
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

/***/ 8335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
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
/** The digest of bytes as registries write it: `sha256:` and 64 hex digits. */
function digestOf(bytes) {
    return `sha256:${sha256(bytes)}`;
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

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel),
/* harmony export */   a: () => (/* binding */ QUESTIONS_AT_ONCE)
/* harmony export */ });
/** How many questions a registry is asked at once. */
const QUESTIONS_AT_ONCE = 8;
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


/***/ })

};
