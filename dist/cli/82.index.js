export const id = 82;
export const ids = [82,182];
export const modules = {

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

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanFace: () => (/* binding */ cleanFace)
});

// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/io/registry-error.js
var registry_error = __webpack_require__(6269);
;// CONCATENATED MODULE: ./build/io/package-versions.js

/** Registry whose manifests are versions of GitHub packages. */
const PACKAGES_HOST = 'ghcr.io';
/**
 * Opens GitHub's REST API for packages, since ghcr.io answers 405 to the deletion of the distribution specification.
 * Failures are a {@link RegistryError} with the words of the API.
 */
async function openPackages(options) {
    // Loaded here because few runs need it.
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(options.token, { baseUrl: options.apiUrl });
    const listed = new Map();
    async function placeOf(repository) {
        const [, owner = '', ...name] = repository.split('/');
        const { data } = await octokit.request('GET /users/{username}', { username: owner });
        const kind = data.type === 'Organization' ? 'orgs' : 'users';
        return { url: `/${kind}/{owner}/packages/container/{name}/versions`, owner, name: name.join('/') };
    }
    async function list(repository) {
        try {
            const { url, ...place } = await placeOf(repository);
            const versions = await octokit.paginate(`GET ${url}`, { ...place, per_page: 100 });
            return new Map(versions.map(version => [version.name, version]));
        }
        catch (error) {
            if (statusOf(error) === 404)
                return new Map();
            throw failure(repository, 'listing package versions', error);
        }
    }
    function versionsOf(repository) {
        const known = listed.get(repository);
        const versions = known ?? list(repository);
        if (known === undefined)
            listed.set(repository, versions);
        return versions;
    }
    return {
        untagged: async (repository) => [...(await versionsOf(repository)).values()]
            .filter(version => version.metadata?.container?.tags?.length === 0)
            .map(version => version.name),
        remove: async (repository, digest) => {
            const version = (await versionsOf(repository)).get(digest);
            if (version === undefined)
                return 'unsupported';
            try {
                const { url, ...place } = await placeOf(repository);
                await octokit.request(`DELETE ${url}/{id}`, { ...place, id: version.id });
                return 'deleted';
            }
            catch (error) {
                if (statusOf(error) === 404)
                    return 'gone';
                throw failure(repository, `deleting the package version ${digest}`, error);
            }
        }
    };
}
/** The registry with deletion by package versions for {@link PACKAGES_HOST}; a tag cannot be taken away alone there. */
function deletingVersions(registry, packages) {
    const isPackage = (repository) => repository.startsWith(`${PACKAGES_HOST}/`);
    return {
        ...registry,
        deleteTag: (repository, tag) => isPackage(repository) ? Promise.resolve('unsupported') : registry.deleteTag(repository, tag),
        deleteManifest: (repository, digest) => isPackage(repository)
            ? packages.remove(repository, digest)
            : registry.deleteManifest(repository, digest)
    };
}
function statusOf(error) {
    return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}
function failure(repository, doing, error) {
    const action = { host: PACKAGES_HOST, repository, doing, access: 'delete' };
    const said = (error instanceof Error ? error.message : String(error)).replace(/[^\x20-\x7e]+/g, ' ');
    const sentence = `GitHub's API for packages refuses (${said.slice(0, 200)})`;
    const status = statusOf(error);
    return new registry_error/* RegistryError */.g(action, { sentence, ...(typeof status === 'number' ? { status } : {}) });
}

// EXTERNAL MODULE: ./build/io/registry-endpoint.js
var registry_endpoint = __webpack_require__(182);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/release/contents.js
var release_contents = __webpack_require__(7070);
;// CONCATENATED MODULE: ./build/release/clean-reach.js

const MANIFESTS = /^application\/vnd\.(?:oci\.image\.(?:index|manifest)|docker\.distribution\.manifest)\b/;
/**
 * Everything that these digests need: what an index lists and an artifact's subject, and what is attached to them
 * (attestations, signatures), over any number of steps. Digests that are not among `manifests` are in it too.
 */
function reach(manifests, roots) {
    const known = new Map();
    const attached = new Map();
    for (const manifest of manifests) {
        known.set(manifest.digest, manifest);
        const { subject } = manifest;
        if (subject !== undefined)
            attached.set(subject, [...(attached.get(subject) ?? []), manifest.digest]);
    }
    const reached = new Set();
    const open = [...roots];
    for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
        if (reached.has(digest))
            continue;
        reached.add(digest);
        open.push(...(known.get(digest)?.names ?? []), ...(attached.get(digest) ?? []));
    }
    return reached;
}
/**
 * Reads what a manifest or index names; undefined when it cannot be read for certain, and then nobody can say what it
 * keeps. An index of BuildKit's layer cache lists layers: those count as blobs.
 */
function knownManifest({ descriptor, bytes }) {
    const document = (0,release_contents/* documentOf */.lM)(bytes);
    const { manifests = [], config, layers = [], blobs = [], subject } = document;
    const lists = [manifests, layers, blobs, config === undefined ? [] : [config]];
    const below = subject === undefined ? [] : [subject];
    if (Object.keys(document).length === 0 || ![...lists, below].every(isDescriptors))
        return undefined;
    const [listed = [], ...contents] = lists;
    const images = listed.filter(each => MANIFESTS.test(each.mediaType));
    const others = [...contents.flat(), ...listed.filter(each => !images.includes(each))];
    const own = below.filter(release_contents/* isDescriptor */.ol)[0]?.digest;
    return {
        digest: descriptor.digest,
        size: bytes.length,
        blobs: [...new Map(others.map(({ digest, size }) => [digest, { digest, size }])).values()],
        names: [...images.map(each => each.digest), ...(own === undefined ? [] : [own])],
        ...(own === undefined ? {} : { subject: own })
    };
}
function isDescriptors(value) {
    return Array.isArray(value) && value.every(release_contents/* isDescriptor */.ol);
}

// EXTERNAL MODULE: ./build/release/parallel.js
var parallel = __webpack_require__(2251);
;// CONCATENATED MODULE: ./build/release/clean-inventory.js


const AT_ONCE = 8;
/**
 * Reads a repository: every tag and all manifests that tags lead to, and of `others` (digests that may lie there without a
 * tag, which no registry lists) those that are there. Failures of the registry are thrown.
 */
async function readInventory(registry, repository, others) {
    const names = await registry.tags(repository);
    const heads = await (0,parallel/* inParallel */.H)(AT_ONCE, names, tag => registry.head(repository, tag));
    const tags = new Map(names.flatMap((tag, at) => [[tag, heads[at]?.digest]].filter(hasDigest)));
    const unseen = await stillListed(registry, repository, names.filter(tag => !tags.has(tag)));
    const problems = unseen.map(tag => `${repository}: the tag ${tag} is listed, and what it names is not there`);
    const manifests = new Map();
    const below = await readBelow(registry, repository, [...tags.values(), ...others], manifests);
    return { repository, tags, manifests, problems: [...problems, ...below] };
}
/**
 * Adds these manifests and all that they name to `manifests`; what is not there is left out. Returns what could not be
 * made out, each a sentence.
 */
async function readBelow(registry, repository, digests, manifests) {
    const problems = [];
    const asked = new Set(manifests.keys());
    let open = [...new Set(digests)];
    while (open.length > 0) {
        const next = open.filter(digest => !asked.has(digest));
        for (const digest of next)
            asked.add(digest);
        const found = await (0,parallel/* inParallel */.H)(AT_ONCE, next, digest => registry.manifest(repository, digest));
        const read = found.filter(manifest => manifest !== undefined).map(readOne);
        problems.push(...read.filter(each => typeof each === 'string'));
        const known = read.filter(each => typeof each !== 'string');
        for (const manifest of known)
            manifests.set(manifest.digest, manifest);
        open = [...new Set(known.flatMap(manifest => manifest.names))];
    }
    return problems;
    function readOne(manifest) {
        const { digest } = manifest.descriptor;
        return (knownManifest(manifest) ?? `${repository}@${digest} cannot be read, so nobody can say what it needs`);
    }
}
/** Of tags that lead nowhere those that are still there: others were deleted while we looked. */
async function stillListed(registry, repository, tags) {
    if (tags.length === 0)
        return [];
    const listed = new Set(await registry.tags(repository));
    return tags.filter(tag => listed.has(tag));
}
function hasDigest(entry) {
    return entry[1] !== undefined;
}

;// CONCATENATED MODULE: ./build/release/clean-guard.js



const clean_guard_AT_ONCE = 8;
/** Up to so many tags all of them are resolved at every look; above that, only those that are new. */
const FEW_TAGS = 100;
/**
 * Looks at all tags of a repository anew; every later question looks again, where there are many tags for new ones only. A
 * tag that still names what it named when the plan was made changes nothing: the plan knew it.
 */
async function openGuard(repository, registry) {
    const expected = new Map(repository.tags);
    const manifests = new Map(repository.manifests);
    const seen = new Set();
    const kept = new Map();
    await look();
    return {
        why: async (digest) => {
            await look();
            return kept.get(digest);
        },
        removed: tag => {
            expected.delete(tag);
            seen.delete(tag);
        }
    };
    async function look() {
        const tags = await registry.tags(repository.repository);
        if (tags.length <= FEW_TAGS)
            seen.clear();
        const fresh = tags.filter(tag => !seen.has(tag));
        const heads = await (0,parallel/* inParallel */.H)(clean_guard_AT_ONCE, fresh, tag => registry.head(repository.repository, tag));
        for (const [at, tag] of fresh.entries()) {
            const digest = heads[at]?.digest;
            seen.add(tag);
            if (digest === undefined || expected.get(tag) === digest)
                continue;
            const [problem] = await readBelow(registry, repository.repository, [digest], manifests);
            const below = problem === undefined ? reach(manifests.values(), [digest]) : manifests.keys();
            for (const each of below)
                kept.set(each, problem ?? `the tag ${tag} leads to it now`);
        }
    }
}

;// CONCATENATED MODULE: ./build/release/clean-apply.js

/** Items between two looks at all tags of a repository that has many; new ones are looked at before each deletion. */
const BATCH = 20;
/**
 * Deletes what a plan says, one after the other, parents first and tags before manifests. Right before each deletion it
 * looks at the repository again: what a tag leads to meanwhile is left.
 */
async function applyClean(repositories, items, ports) {
    const deleted = [];
    const spared = [];
    const unsupported = [];
    try {
        for (const repository of repositories) {
            const own = items.filter(item => item.repository === repository.repository);
            for (let at = 0; at < own.length && !unsupported.includes(repository.repository); at += BATCH) {
                const guard = await openGuard(repository, ports.registry);
                for (const item of own.slice(at, at + BATCH)) {
                    const end = await deleteOne(item, guard, ports);
                    if (end === 'unsupported') {
                        unsupported.push(repository.repository);
                        break;
                    }
                    if (end === 'deleted')
                        deleted.push(item);
                    else
                        spared.push({ item, why: end.why });
                }
            }
        }
    }
    catch (failure) {
        return { deleted, spared, unsupported, failure };
    }
    return { deleted, spared, unsupported };
}
async function deleteOne(item, guard, { registry, log }) {
    const { repository, digest } = item;
    const before = await guard.why(digest);
    if (before !== undefined)
        return { why: before };
    const taken = [];
    for (const tag of item.tags) {
        if ((await registry.head(repository, tag))?.digest !== digest) {
            // Somebody took the tag for something else meanwhile: where it leads now has to be looked at.
            guard.removed(tag);
            continue;
        }
        // A registry that takes no tags away takes them with the manifest.
        if ((await registry.deleteTag(repository, tag)) === 'unsupported')
            break;
        guard.removed(tag);
        taken.push(tag);
    }
    const after = await guard.why(digest);
    if (after !== undefined) {
        await putBack(item, taken, registry);
        return { why: after };
    }
    if ((await registry.deleteManifest(repository, digest)) === 'unsupported')
        return 'unsupported';
    log.info(`${repository}: deleted ${[digest, ...item.tags].join(' ')}`);
    return 'deleted';
}
/** Whoever needs the digest again may count on its other tags too, since it saw them. */
async function putBack({ repository, digest }, tags, registry) {
    const manifest = tags.length === 0 ? undefined : await registry.manifest(repository, digest);
    if (manifest === undefined)
        return;
    for (const tag of tags) {
        if ((await registry.head(repository, tag)) !== undefined)
            continue;
        await registry.putManifest(repository, tag, manifest.descriptor.mediaType, manifest.bytes);
    }
}

;// CONCATENATED MODULE: ./build/release/clean-plan.js


/** The name of a digest among what was seen unneeded. */
function seenName(repository, digest) {
    return `${repository}@${digest}`;
}
/**
 * Decides what may be deleted: what no kept tag and no record leads to, and has been so for `keep` milliseconds, with its
 * present tags. What still waits keeps all that it leads to. Equal arguments give equal lists, parents before what they
 * list.
 */
function cleanPlan(repositories, seen, now, keep) {
    const sorted = [...repositories].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.repository, b.repository));
    const decided = sorted.map(repository => decide(repository, seen, now, keep));
    const staying = decided.flatMap(each => each.staying);
    const deleted = new Set(staying.flatMap(digestsOf));
    const deletions = decided.flatMap(({ repository, going }) => itemsOf(repository, going, deleted));
    const later = new Set(decided.flatMap(each => each.needed).flatMap(digestsOf));
    const waiting = decided.flatMap(({ repository, waiting: items }) => itemsOf(repository, items, later));
    return { deletions, waiting };
    function itemsOf(repository, manifests, counted) {
        const tagsOf = tagsByDigest(repository);
        return manifests.map(manifest => {
            const tags = tagsOf.get(manifest.digest) ?? [];
            const since = sinceOf(repository, manifest.digest, tags, seen, now);
            const bytes = newBytes(manifest, counted);
            const { digest } = manifest;
            return { repository: repository.repository, digest, tags, why: whyOf(repository, tags), since, bytes };
        });
    }
}
function decide(repository, seen, now, keep) {
    const all = [...repository.manifests.values()].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.digest, b.digest));
    const roots = [...repository.tags]
        .filter(([tag]) => !repository.freeTags.has(tag))
        .map(([, digest]) => digest);
    const needed = reach(all, [...roots, ...repository.needed]);
    const tagsOf = tagsByDigest(repository);
    const young = all.filter(({ digest }) => {
        const since = sinceOf(repository, digest, tagsOf.get(digest) ?? [], seen, now);
        return !needed.has(digest) && now - since < keep;
    });
    const staying = reach(all, [...needed, ...young.map(each => each.digest)]);
    return {
        repository,
        going: parentsFirst(all.filter(each => !staying.has(each.digest))),
        waiting: all.filter(each => staying.has(each.digest) && !needed.has(each.digest)),
        needed: all.filter(each => needed.has(each.digest)),
        staying: all.filter(each => staying.has(each.digest))
    };
}
/** The tags of each digest, sorted. */
function tagsByDigest({ tags }) {
    const byDigest = new Map();
    for (const [tag, digest] of [...tags].sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b))) {
        const there = byDigest.get(digest);
        if (there === undefined)
            byDigest.set(digest, [tag]);
        else
            there.push(tag);
    }
    return byDigest;
}
/**
 * Since when a digest is unneeded: what was noted, unless it got a tag since, which means that somebody made use of it;
 * now when nothing was noted.
 */
function sinceOf({ repository }, digest, tags, seen, now) {
    const noted = seen.get(seenName(repository, digest));
    return noted !== undefined && tags.every(tag => noted.tags.includes(tag)) ? Math.min(noted.since, now) : now;
}
function whyOf(repository, tags) {
    const reasons = tags.flatMap(tag => repository.freeTags.get(tag) ?? []);
    return reasons[0] ?? 'no tag and no record leads to it';
}
/** Who lists or is attached to something goes before it: some registries refuse the other order. */
function parentsFirst(manifests) {
    const byDigest = new Map(manifests.map(manifest => [manifest.digest, manifest]));
    const ordered = new Set();
    const visit = (manifest, above) => {
        if (ordered.has(manifest) || above.has(manifest.digest))
            return;
        for (const name of manifest.names) {
            const child = byDigest.get(name);
            if (child !== undefined)
                visit(child, new Set([...above, manifest.digest]));
        }
        ordered.add(manifest);
    };
    for (const manifest of manifests)
        visit(manifest, new Set());
    return [...ordered].reverse();
}
/** Bytes of what was not counted yet; it is now. */
function newBytes(manifest, counted) {
    let bytes = 0;
    for (const blob of contentsOf(manifest)) {
        if (!counted.has(blob.digest))
            bytes += blob.size;
        counted.add(blob.digest);
    }
    return bytes;
}
function digestsOf(manifest) {
    return contentsOf(manifest).map(blob => blob.digest);
}
/** Its blobs and itself: repositories of one registry share the one as the other. */
function contentsOf(manifest) {
    const { digest, size, blobs } = manifest;
    return [{ digest, size }, ...blobs];
}

// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: ./build/release/artifact.js
var artifact = __webpack_require__(7470);
;// CONCATENATED MODULE: ./build/release/clean-seen.js





/** Artifact and layer type of the note that cleaning keeps. */
const NOTE_TYPE = 'application/vnd.base-images.clean.v1+json';
const NO_NOTE = { seen: new Map(), images: {} };
/** The tag in staging of the note about one manifest: two manifests must not take each other's images for gone. */
function noteTag(manifest) {
    return `clean-${(0,canonical/* sha256 */.s)(manifest).slice(0, 12)}`;
}
/** Reads the note; without a readable one nothing is remembered, which makes everything wait anew. */
async function readNote(registry, staging, manifest) {
    const found = await registry.manifest(staging, noteTag(manifest));
    const document = found && (await (0,artifact/* readArtifact */.R9)(registry, staging, found, NOTE_TYPE));
    if (document?.['manifest'] !== manifest ||
        !(0,release_contents/* isObject */.Gv)(document['unneeded']) ||
        !(0,release_contents/* isObject */.Gv)(document['images'])) {
        return NO_NOTE;
    }
    const seen = Object.entries(document['unneeded']).flatMap(([name, value]) => {
        const entry = seenUnneeded(value);
        return entry === undefined ? [] : [[name, entry]];
    });
    const images = Object.entries(document['images']).flatMap(([name, platforms]) => isTexts(platforms) ? [[name, platforms]] : []);
    return { seen: new Map(seen), images: Object.fromEntries(images) };
}
/** Writes the note when it differs from what is there. */
async function writeNote(registry, staging, manifest, note) {
    const unneeded = Object.fromEntries([...note.seen].map(([name, { since, tags }]) => [name, { since: new Date(since).toISOString(), tags }]));
    const written = (0,artifact/* artifactOf */.qB)(NOTE_TYPE, { version: 1, manifest, images: note.images, unneeded });
    const tag = noteTag(manifest);
    if ((await registry.head(staging, tag))?.digest === written.manifest.descriptor.digest)
        return;
    await (0,artifact/* putArtifactBlobs */.IN)(registry, staging, written.content);
    await registry.putManifest(staging, tag, written.manifest.descriptor.mediaType, written.manifest.bytes);
}
/** What is to be remembered of what is unneeded and still there. */
function seenOf(items) {
    return new Map(items
        .map(({ repository, digest, since, tags }) => [seenName(repository, digest), { since, tags }])
        .sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b)));
}
/** The digests of a repository that were seen unneeded before: they may lie there without a tag. */
function seenIn(seen, repository) {
    const start = seenName(repository, '');
    return [...seen.keys()].filter(name => name.startsWith(start)).map(name => name.slice(start.length));
}
function seenUnneeded(value) {
    if (!(0,release_contents/* isObject */.Gv)(value) || typeof value['since'] !== 'string' || !isTexts(value['tags']))
        return undefined;
    const since = Date.parse(value['since']);
    return Number.isNaN(since) ? undefined : { since, tags: value['tags'] };
}
function isTexts(value) {
    return Array.isArray(value) && value.every(each => typeof each === 'string');
}

// EXTERNAL MODULE: ./build/build/staging.js
var staging = __webpack_require__(3422);
;// CONCATENATED MODULE: ./build/release/clean-names.js

/** Tags of staging: `<image>-<platform>-<word>-<40 hex digits>`. */
const BUILD_TAG = /^(.+)-(?:in|by|is|ok)-[0-9a-f]{40}$/;
/**
 * The tags of staging that need not stay for their own sake, with the reason: builds of images that are known, under a key
 * that is not needed. A tag of any other form, or of an image that nobody here knows, stays.
 */
function freeBuildTags(tags, images, needed) {
    const keys = new Set(needed.map(({ image, platform, key }) => (0,staging/* keyTag */.QR)(image, platform, key)));
    const known = new Map(images.map(each => [prefixOf(each), each]));
    const free = new Map();
    for (const tag of tags) {
        const image = known.get(BUILD_TAG.exec(tag)?.[1] ?? '');
        if (image === undefined || keys.has(tag))
            continue;
        free.set(tag, image.present ? `an older build of ${image.image}` : leftWords(image, images));
    }
    return free;
}
/** The layer caches of images and platforms that left the manifest, with the reason; every other tag stays. */
function freeCacheTags(tags, images) {
    const present = new Set(images.filter(each => each.present).map(tagOfCache));
    const left = new Map(images
        .filter(each => !each.present && !present.has(tagOfCache(each)))
        .map(each => [tagOfCache(each), leftWords(each, images)]));
    return new Map([...tags].flatMap(tag => {
        const why = left.get(tag);
        return why === undefined ? [] : [[tag, why]];
    }));
}
function prefixOf({ image, platform }) {
    return `${(0,staging/* imageTagSafe */.jU)(image)}-${(0,staging/* platformTag */.oq)(platform)}`;
}
function tagOfCache({ image, platform }) {
    return (0,staging/* cacheTag */.z)(image, platform);
}
function leftWords({ image, platform }, images) {
    const remains = images.some(each => each.present && each.image === image);
    return remains ? `${image} is not made for ${platform} any more` : `${image} left the manifest`;
}

// EXTERNAL MODULE: ./build/release/record.js
var record = __webpack_require__(9253);
;// CONCATENATED MODULE: ./build/release/clean-records.js





const clean_records_AT_ONCE = 8;
/** Reads the release records: the newest one has to be readable, of older ones only what is said for certain counts. */
async function readRecords(registry, repository) {
    const tags = [...(await registry.tags(repository))].sort(code_unit/* byCodeUnit */.X);
    const byDigest = new Map();
    const read = await (0,parallel/* inParallel */.H)(clean_records_AT_ONCE, tags, async (tag) => {
        const manifest = await registry.manifest(repository, tag);
        if (manifest === undefined)
            return { tag, images: undefined };
        const { digest } = manifest.descriptor;
        const images = byDigest.get(digest) ?? imagesOf(registry, repository, manifest);
        byDigest.set(digest, images);
        return { tag, images: await images };
    });
    const latest = read.find(each => each.tag === 'latest');
    const unreadable = latest !== undefined && latest.images === undefined;
    return {
        ...(latest?.images === undefined ? {} : { latest: latest.images }),
        all: read.flatMap(each => each.images ?? []),
        problems: unreadable ? [`${repository}:latest is no release record that can be read`] : []
    };
}
async function imagesOf(registry, repository, manifest) {
    const images = (await (0,artifact/* readArtifact */.R9)(registry, repository, manifest, record/* RECORD_TYPE */.Bm))?.['images'];
    if (!(0,release_contents/* isObject */.Gv)(images))
        return undefined;
    const read = Object.entries(images).map(([name, value]) => releasedImage(name, value));
    return read.includes(undefined) ? undefined : read.filter(image => image !== undefined);
}
function releasedImage(name, value) {
    if (!(0,release_contents/* isObject */.Gv)(value))
        return undefined;
    const { repository, digest, platforms } = value;
    if (typeof repository !== 'string' || !(0,release_contents/* isDigest */.Bc)(digest) || !(0,release_contents/* isObject */.Gv)(platforms))
        return undefined;
    const read = {};
    for (const [platform, each] of Object.entries(platforms)) {
        if (!(0,release_contents/* isObject */.Gv)(each) || !(0,release_contents/* isDigest */.Bc)(each['digest']) || typeof each['key'] !== 'string')
            return undefined;
        read[platform] = { digest: each['digest'], key: each['key'] };
    }
    return { name, repository, digest, platforms: read };
}

;// CONCATENATED MODULE: ./build/commands/clean-look.js





/** Reads record, note and every repository; what fails is gathered, so that all of it can be told at once. */
async function lookAtAll(registry, targets, manifest, wanted, untagged) {
    const problems = [];
    const records = await orTold(problems, () => readRecords(registry, targets.record));
    const note = await orTold(problems, () => readNote(registry, targets.staging, manifest));
    problems.push(...(records?.problems ?? []));
    const known = { note: note ?? { seen: new Map(), images: {} }, records: records ?? NO_RECORDS };
    const images = clean_look_imagesOf(wanted.snapshots, known.records, known.note);
    const repositories = [];
    for (const repository of new Set([...targets.public, targets.staging, targets.cache])) {
        const read = await orTold(problems, async () => {
            const lost = await untagged(repository);
            const released = releasedIn(repository, targets, known.records.all);
            return readInventory(registry, repository, [
                ...released,
                ...lost,
                ...seenIn(known.note.seen, repository)
            ]);
        });
        if (read === undefined)
            continue;
        problems.push(...read.problems);
        repositories.push({
            ...read,
            freeTags: freeTagsOf(repository, read.tags.keys(), targets, images, wanted, known.records),
            needed: new Set(releasedIn(repository, targets, known.records.latest ?? []))
        });
    }
    if (problems.length > 0)
        return { kind: 'not listed', problems };
    const listed = new Set([...repositories.map(each => each.repository), targets.record]);
    repositories.push(...(await leftRepositories(registry, known.records, listed)));
    return { kind: 'seen', repositories, note: known.note, images };
}
/**
 * Repositories of images that left the manifest. Nothing there is ours to delete any more; what they hold is not freed
 * elsewhere. One that cannot be read changes nothing but the count of bytes.
 */
async function leftRepositories(registry, records, listed) {
    const left = [];
    for (const repository of new Set(records.all.map(image => image.repository))) {
        if (listed.has(repository))
            continue;
        const read = await orTold([], () => readInventory(registry, repository, []));
        if (read !== undefined)
            left.push({ ...read, freeTags: new Map(), needed: new Set() });
    }
    return left;
}
const NO_RECORDS = { all: [], problems: [] };
async function orTold(problems, ask) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(error instanceof registry_error/* RegistryError */.g))
            throw error;
        problems.push(error.message);
        return undefined;
    }
}
/** The digests that releases have in a repository. */
function releasedIn(repository, targets, released) {
    return released.flatMap(image => {
        const platforms = Object.values(image.platforms).map(each => each.digest);
        return [
            ...(image.repository === repository ? [image.digest, ...platforms] : []),
            ...(repository === targets.staging ? platforms : [])
        ];
    });
}
/** In a repository that images are published in no tag is ours to take away. */
function freeTagsOf(repository, tags, targets, images, wanted, records) {
    if (targets.public.includes(repository) || repository === targets.record)
        return new Map();
    const all = [...tags];
    const released = (records.latest ?? []).flatMap(({ name, platforms }) => Object.entries(platforms).map(([platform, { key }]) => ({ image: name, platform, key })));
    return new Map([
        ...(repository === targets.staging ? freeBuildTags(all, images, [...wanted.keys, ...released]) : []),
        ...(repository === targets.cache ? freeCacheTags(all, images) : [])
    ]);
}
/** Every image and platform that somebody here knows: of the commits, of the records, and of earlier cleanings. */
function clean_look_imagesOf(snapshots, records, note) {
    const present = snapshots.flatMap(snapshot => snapshot.manifest.images.flatMap(({ name, platforms }) => platforms.map(each => [name, each])));
    const released = records.all.flatMap(({ name, platforms }) => Object.keys(platforms).map(each => [name, each]));
    const noted = Object.entries(note.images).flatMap(([name, platforms]) => platforms.map(each => [name, each]));
    const all = new Map();
    const add = (pairs, isPresent) => {
        for (const [image, platform] of pairs) {
            const id = `${image} ${platform}`;
            if (!all.has(id))
                all.set(id, { image, platform, present: isPresent });
        }
    };
    add(present, true);
    add([...released, ...noted], false);
    return [...all.values()];
}

// EXTERNAL MODULE: ./build/load/snapshot.js + 2 modules
var load_snapshot = __webpack_require__(8844);
// EXTERNAL MODULE: ./build/plan/keys.js
var plan_keys = __webpack_require__(2796);
;// CONCATENATED MODULE: ./build/commands/clean-wanted.js



const DEFAULT_BRANCH = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master'];
/**
 * Reads the commits whose builds are needed: the given ones and the default branch of `origin` as this clone knows it. One
 * that cannot be read is an error, since nobody knows then what it needs; only one without the manifest needs nothing.
 */
async function wantedOf(git, manifest, revisions) {
    const [first = 'HEAD'] = revisions;
    const branch = await defaultBranch(git);
    const commits = [];
    const snapshots = [];
    for (const revision of [...revisions, ...(branch === undefined ? [] : [branch])]) {
        const found = await git.resolve(revision);
        if (found === undefined)
            return [noCommit(manifest, revision)];
        if (commits.some(each => each.commit === found.id))
            continue;
        const reading = await (0,load_snapshot/* readSnapshot */.RA)(git, found.id, manifest);
        const snapshot = (0,load_snapshot/* snapshotOf */.eY)(reading);
        const isMissing = reading.diagnostics.some(each => each.code === 'M001');
        if (snapshot === undefined && (revision === first || !isMissing)) {
            return reading.diagnostics.filter(each => (0,diagnostic/* hasErrors */.Cs)([each])).map(each => ofCommit(each, revision));
        }
        commits.push({ revision, commit: found.id });
        if (snapshot !== undefined)
            snapshots.push(snapshot);
    }
    return { commits, snapshots, keys: snapshots.flatMap(neededKeys) };
}
/** Keys without salt: what was built with one is never found again, and what is public of it stands in the record. */
function neededKeys(snapshot) {
    const keys = (0,plan_keys/* keysOf */.Y)(snapshot.images, snapshot.order.names, snapshot.standing, () => undefined);
    return [...keys].flatMap(([image, platforms]) => [...platforms].map(([platform, { key }]) => ({ image, platform, key })));
}
async function defaultBranch(git) {
    for (const revision of DEFAULT_BRANCH) {
        if ((await git.resolve(revision)) !== undefined)
            return revision;
    }
    return undefined;
}
function ofCommit(diagnostic, revision) {
    return { ...diagnostic, message: `at ${revision}: ${diagnostic.message}` };
}
function noCommit(file, revision) {
    const message = `${JSON.stringify(revision)} names no commit of this clone`;
    return (0,diagnostic/* errorAt */.Os)('E001', { file }, message, 'fetch it, or name another commit');
}

// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/commands/trouble.js
var trouble = __webpack_require__(5944);
;// CONCATENATED MODULE: ./build/commands/clean.js












/** Says what may be deleted of staging, cache and published repositories, and deletes it when asked to. */
async function clean(world, request) {
    const git = await world.git();
    if (git === undefined)
        return { kind: 'invalid', diagnostics: [opened/* NO_REPOSITORY */.NZ] };
    const manifest = request.manifest ?? read_manifest/* DEFAULT_MANIFEST */.mj;
    const wanted = await wantedOf(git, manifest, [request.head ?? 'HEAD', ...(request.also ?? [])]);
    if (!('commits' in wanted))
        return { kind: 'invalid', diagnostics: wanted };
    const targets = await cleanTargets(world, git, wanted, request.registry);
    const mirrored = mirroredHosts(world, manifest, targets);
    if (mirrored.length > 0)
        return { kind: 'invalid', diagnostics: mirrored };
    const { registry, untagged } = await openDeleting(world, targets);
    const looked = await lookAtAll(registry, targets, manifest, wanted, untagged);
    const now = world.clock.now();
    const { commits } = wanted;
    const head = { commits, now, keep: request.keep };
    if (looked.kind === 'not listed') {
        const diagnostics = looked.problems.map(problem => notListed(manifest, problem));
        return done({ state: 'refused', ...head, rows: [], bytes: 0, diagnostics });
    }
    const planned = cleanPlan(looked.repositories, looked.note.seen, now, request.keep);
    if (!request.apply) {
        const rows = [...rowsOf(planned.deletions, 'may go'), ...rowsOf(planned.waiting, 'waits')];
        return done({ state: 'dry run', ...head, rows, bytes: bytesOf(planned.deletions), diagnostics: [] });
    }
    return done({ ...head, ...(await deleteAll(world, registry, targets, manifest, looked, planned)) });
}
/** Deletes what is planned and notes what is unneeded and still there, also after a failure. */
async function deleteAll(world, registry, targets, manifest, looked, planned) {
    const outcome = await applyClean(looked.repositories, planned.deletions, { registry, log: world.log });
    const { deleted } = outcome;
    const spared = new Map(outcome.spared.map(({ item, why }) => [item, why]));
    const undone = planned.deletions.filter(item => !deleted.includes(item) && !spared.has(item));
    const diagnostics = outcome.unsupported.map(each => deletesNothing(manifest, each));
    diagnostics.push(...failureOf(outcome.failure, manifest));
    try {
        const seen = seenOf([...planned.waiting, ...undone]);
        await writeNote(registry, targets.staging, manifest, { seen, images: notedImages(looked.images) });
    }
    catch (error) {
        diagnostics.push(...failureOf(error, manifest));
    }
    return {
        state: diagnostics.some(each => each.severity === 'error') ? 'stopped' : 'cleaned',
        rows: [
            ...rowsOf(deleted, 'deleted'),
            ...rowsOf(undone, 'not deleted'),
            ...[...spared].map(([item, why]) => ({ ...item, why, state: 'kept' })),
            ...rowsOf(planned.waiting, 'waits')
        ],
        bytes: bytesOf(deleted),
        diagnostics
    };
}
function done(value) {
    return { kind: 'done', value, warnings: [] };
}
async function cleanTargets(world, git, { snapshots }, registry) {
    const all = await Promise.all(snapshots.map(async ({ manifest }) => ({
        manifest,
        targets: await (0,opened/* targetsFor */.Y$)(world, git, manifest, registry)
    })));
    const published = all.flatMap(({ manifest, targets }) => manifest.images.filter(image => image.publish).map(image => targets.published(image.repository)));
    const [first] = all;
    if (first === undefined)
        throw new Error('Internal error: cleaning without a commit');
    return { ...first.targets, public: [...new Set(published)].sort(code_unit/* byCodeUnit */.X) };
}
/** The registry, and beside it GitHub's packages where they are needed and a token for them is there. */
async function openDeleting(world, targets) {
    const registry = await world.registry();
    const token = world.environment['GITHUB_TOKEN'] ?? '';
    const all = [targets.staging, targets.cache, ...targets.public];
    const isPackage = (repository) => repository.startsWith(`${PACKAGES_HOST}/`);
    if (token === '' || !all.some(isPackage))
        return { registry, untagged: () => Promise.resolve([]) };
    const apiUrl = world.environment['GITHUB_API_URL'] ?? 'https://api.github.com';
    const packages = await openPackages({ apiUrl, token });
    const untagged = repository => isPackage(repository) ? packages.untagged(repository) : Promise.resolve([]);
    return { registry: deletingVersions(registry, packages), untagged };
}
/** A mirror may be behind: what it does not list yet would be taken for not needed. */
function mirroredHosts(world, manifest, targets) {
    const parsed = (0,registry_endpoint.parseMirrors)(world.environment['BASE_IMAGES_MIRRORS'] ?? '');
    if (parsed.kind !== 'mirrors')
        return [];
    const { staging, cache, record } = targets;
    const hosts = new Set([staging, cache, record, ...targets.public].map(each => each.split('/')[0] ?? ''));
    return [...hosts]
        .filter(host => parsed.mirrors.has(host))
        .map(host => {
        const message = `BASE_IMAGES_MIRRORS puts a mirror before ${host}, and a mirror may not know yet what is needed`;
        return (0,diagnostic/* errorAt */.Os)('E004', { file: manifest }, message, `take ${host} out of BASE_IMAGES_MIRRORS for this command`);
    });
}
function rowsOf(items, state) {
    return items.map(item => ({ ...item, state }));
}
function bytesOf(items) {
    return items.reduce((sum, item) => sum + item.bytes, 0);
}
function notedImages(images) {
    const noted = {};
    for (const { image, platform } of images)
        (noted[image] ??= []).push(platform);
    return Object.fromEntries(Object.entries(noted).map(([name, platforms]) => [name, platforms.sort(code_unit/* byCodeUnit */.X)]));
}
function failureOf(error, manifest) {
    if (error === undefined)
        return [];
    if (!(0,trouble/* isTrouble */.K)(error))
        throw error;
    return [(0,trouble/* troubleOf */.L)(error, 'clean', manifest)];
}
function notListed(file, problem) {
    const remedy = 'nothing was deleted; repair this and run again, since what cannot be listed may be needed';
    return (0,diagnostic/* errorAt */.Os)('R005', { file }, problem, remedy);
}
function deletesNothing(file, repository) {
    const message = `${repository}: the registry deletes nothing through its API`;
    const remedy = repository.startsWith(`${PACKAGES_HOST}/`)
        ? 'set GITHUB_TOKEN to a token that may read and delete packages, or delete the listed versions by hand'
        : 'switch deletion on in the registry, or delete what is listed by the means that it has';
    return (0,diagnostic/* errorAt */.Os)('R006', { file }, message, remedy);
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/clean.js




const HOUR = 3_600_000;
const ROWS_SHOWN = 200;
/** What may be deleted, or was, for a person at a terminal. */
function renderCleanText(report) {
    if (report.state === 'refused')
        return 'Refused: not everything could be listed; nothing was deleted.\n';
    const rows = report.rows.filter(row => row.state !== 'waits');
    const waiting = report.rows.filter(row => row.state === 'waits');
    const parts = [neededSentence(report)];
    if (rows.length > 0)
        parts.push('', tableOf(rows, report.now));
    if (rows.length > ROWS_SHOWN)
        parts.push(`and ${rows.length - ROWS_SHOWN} more; --format json lists all`);
    parts.push('', endSentence(report), ...waitingSentences(report, waiting));
    if (report.state === 'dry run' && report.rows.length > 0)
        parts.push('Next: base-images clean --apply');
    return `${parts.join('\n')}\n`;
}
function tableOf(rows, now) {
    return (0,table/* terminalTable */.R)([
        { title: 'repository' },
        { title: 'digest' },
        { title: 'tags' },
        { title: 'result' },
        { title: 'unneeded', align: 'right' },
        { title: 'bytes', align: 'right' },
        { title: 'why' }
    ], rows
        .slice(0, ROWS_SHOWN)
        .map(row => [
        row.repository,
        (0,amounts/* shortDigest */.VK)(row.digest),
        row.tags.map(diagnostics_escape/* visible */.RK),
        row.state,
        humanAge(now - row.since),
        (0,amounts/* humanSize */.Xe)(row.bytes),
        (0,diagnostics_escape/* visible */.RK)(row.why)
    ]));
}
/** Whose builds are needed, so that nobody deletes what an unnamed branch is made from. */
function neededSentence({ commits }) {
    const names = commits.map(({ revision, commit }) => `${(0,diagnostics_escape/* visible */.RK)(revision)} (${(0,amounts/* shortCommit */.Ax)(commit)})`);
    return `Needed: the builds of ${names.join(', ')}, the newest release, and what any other tag leads to.`;
}
function endSentence(report) {
    const of = (state) => report.rows.filter(row => row.state === state).length;
    const freed = (0,amounts/* humanSize */.Xe)(report.bytes);
    if (report.state === 'dry run') {
        const count = of('may go');
        return count === 0
            ? 'Nothing may be deleted now.'
            : `${(0,amounts/* counted */.hS)(count, 'manifest')} with ${freed} may be deleted. Nothing was written.`;
    }
    const done = of('deleted') === 0
        ? 'Nothing was deleted.'
        : `Deleted ${(0,amounts/* counted */.hS)(of('deleted'), 'manifest')} with ${freed}.`;
    const rest = [
        ...(of('kept') === 0 ? [] : [`${(0,amounts/* counted */.hS)(of('kept'), 'manifest')} stayed, being in use again.`]),
        ...(of('not deleted') === 0 ? [] : [`${(0,amounts/* counted */.hS)(of('not deleted'), 'manifest')} could not be deleted.`])
    ];
    return [done, ...rest].join(' ');
}
function waitingSentences({ now, keep, state }, rows) {
    if (rows.length === 0)
        return [];
    const first = new Date(Math.max(now, Math.min(...rows.map(row => row.since)) + keep))
        .toISOString()
        .slice(0, 10);
    const why = [...new Set(rows.map(row => row.why))].sort(code_unit/* byCodeUnit */.X).slice(0, 3).map(diagnostics_escape/* visible */.RK).join('; ');
    const count = rows.length === 1 ? '1 more manifest is' : `${rows.length} more manifests are`;
    const unnoted = state === 'dry run' && rows.some(row => row.since === now);
    const from = unnoted
        ? 'the time counts from the first `clean --apply` that sees them'
        : `the first may go on ${first}`;
    return [`${count} not needed (${why}) and kept for ${humanAge(keep)}: ${from}.`];
}
/** Days, or hours below two days. */
function humanAge(milliseconds) {
    const hours = Math.floor(milliseconds / HOUR);
    return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

;// CONCATENATED MODULE: ./build/cli/clean.js




/** `base-images clean`. */
async function cleanFace({ world, options, terminal, tell }) {
    const { manifest, head, also, keep, apply } = options;
    const outcome = await clean(world, {
        ...(manifest === undefined ? {} : { manifest }),
        ...(head === undefined ? {} : { head }),
        also,
        keep,
        apply,
        registry: options.registry ?? opened/* OWN_REGISTRY */.fy
    });
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    const report = outcome.value;
    tell(report.diagnostics);
    terminal.out(options.format === 'json' ? `${jsonOf(report)}\n` : renderCleanText(report));
    return report.state === 'refused' || report.state === 'stopped' ? commands_outcome/* EXIT */.d.failed : commands_outcome/* EXIT */.d.done;
}
/** Times as ISO 8601 in place of milliseconds. */
function jsonOf(report) {
    const { now, keep, rows, ...rest } = report;
    const document = {
        ...rest,
        now: new Date(now).toISOString(),
        keepHours: keep / 3_600_000,
        rows: rows.map(row => ({ ...row, since: new Date(row.since).toISOString() }))
    };
    return JSON.stringify(document, undefined, 2);
}


/***/ }),

/***/ 182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endpointsOf: () => (/* binding */ endpointsOf),
/* harmony export */   isLocalHost: () => (/* binding */ isLocalHost),
/* harmony export */   parseMirrors: () => (/* binding */ parseMirrors)
/* harmony export */ });
/* harmony import */ var _manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1193);

/** The registry of a repository and, for reading, its mirror; undefined when the name is no valid repository. */
function endpointsOf(repository, settings) {
    const reference = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(repository);
    if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
        return undefined;
    const { domain, path } = reference;
    const scheme = isLocalHost(domain) || settings.insecureHosts?.has(domain) === true ? 'http' : 'https';
    // Docker Hub's API is at another host than its references say; its credentials are kept under the known name.
    const address = domain === 'docker.io' ? 'registry-1.docker.io' : domain;
    const origin = { host: domain, root: `${scheme}://${address}/v2/`, path };
    const mirror = settings.mirrors?.get(domain);
    if (mirror === undefined)
        return { origin };
    const url = new URL(mirror);
    return { origin, mirror: { host: url.host, root: `${mirror.replace(/\/+$/, '')}/v2/`, path } };
}
/** Whether a registry is on this machine: those are spoken to over plain HTTP, as Docker and BuildKit do. */
function isLocalHost(host) {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
/**
 * Reads `BASE_IMAGES_MIRRORS`: pairs `host=URL` with blanks or commas between them, such as
 * `docker.io=http://127.0.0.1:5000`. Returns the sentence about the first pair that cannot be read.
 */
function parseMirrors(text) {
    const mirrors = new Map();
    for (const pair of text.split(/[\s,]+/).filter(part => part !== '')) {
        const equals = pair.indexOf('=');
        const host = pair.slice(0, Math.max(equals, 0));
        const url = pair.slice(equals + 1);
        if (host === '' || !/^https?:\/\/[^/@?#]+(?:\/[^@?#]*)?$/.test(url) || !URL.canParse(url)) {
            return {
                kind: 'invalid',
                message: `mirror "${pair}" is not of the form docker.io=http://127.0.0.1:5000`
            };
        }
        mirrors.set(host === 'index.docker.io' ? 'docker.io' : host, url);
    }
    return { kind: 'mirrors', mirrors };
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
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7070);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3678);



const EMPTY = Buffer.from('{}');
/** Makes an artifact of a type, which is also that of its layer; equal documents give equal bytes. */
function artifactOf(type, document, texts) {
    const content = Buffer.from((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(document));
    const layer = { mediaType: type, digest: digestOf(content), size: content.length };
    const manifest = {
        schemaVersion: 2,
        mediaType: _contents_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_TYPE */ .b3,
        artifactType: type,
        config: {
            mediaType: 'application/vnd.oci.empty.v1+json',
            digest: digestOf(EMPTY),
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
    if (artifactType !== type || !(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(layer) || typeof layer['digest'] !== 'string')
        return undefined;
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)((await registry.blob(repository, layer['digest'])) ?? new Uint8Array());
}
function digestOf(bytes) {
    return `sha256:${(0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes)}`;
}


/***/ }),

/***/ 7070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Rn: () => (/* binding */ isPlatformManifest),
/* harmony export */   b3: () => (/* binding */ MANIFEST_TYPE),
/* harmony export */   cp: () => (/* binding */ INDEX_TYPE),
/* harmony export */   lM: () => (/* binding */ documentOf),
/* harmony export */   n3: () => (/* binding */ compressedSize),
/* harmony export */   ol: () => (/* binding */ isDescriptor)
/* harmony export */ });
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
    const { config, layers } = documentOf(manifest.bytes);
    const all = [config, ...(Array.isArray(layers) ? layers : [])];
    if (!all.every(isDescriptor))
        return [];
    return [...new Map(all.map(blob => [blob.digest, blob])).values()];
}
/** Compressed bytes of a platform: its layers, as often as they are listed, and its config. */
function compressedSize(manifest) {
    const { config, layers } = documentOf(manifest.bytes);
    const all = [config, ...(Array.isArray(layers) ? layers : [])];
    return all.filter(isDescriptor).reduce((sum, blob) => sum + blob.size, 0);
}
/** The JSON object of a manifest; empty when it is none. */
function documentOf(bytes) {
    try {
        const value = JSON.parse(Buffer.from(bytes).toString('utf8'));
        return isObject(value) ? value : {};
    }
    catch {
        return {};
    }
}
/** Whether a value is a JSON object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a value is a digest: `sha256:` and 64 hex digits. */
function isDigest(value) {
    return typeof value === 'string' && /^sha256:[a-f0-9]{64}$/.test(value);
}
/** Whether a value is a descriptor (OCI image specification, "Content Descriptors"). */
function isDescriptor(value) {
    if (!isObject(value))
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
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   sP: () => (/* binding */ REVISION)
/* harmony export */ });
/* harmony import */ var _keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8335);
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
            [KEYS]: (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(keys)),
            [REVISION]: commit.revision,
            [CREATED]: commit.created,
            [VERSION]: `${dayOf(commit)}-${commit.revision.slice(0, 12)}`
        }
    });
}
/** A commit as it is carried; `time` is in seconds since the epoch. */
function carriedCommit(commit) {
    return { revision: commit.id, created: new Date(commit.time * 1000).toISOString().replace(/\.\d+Z$/, 'Z') };
}
/** The commit that an index carries; undefined when it carries none or something that is no commit. */
function commitOf(manifest) {
    const { annotations } = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)(manifest.bytes);
    if (!(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(annotations))
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
    const bytes = Buffer.from((0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(document));
    return {
        descriptor: { mediaType: document.mediaType, digest: `sha256:${(0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(bytes)}`, size: bytes.length },
        bytes
    };
}
function withoutCommit(manifest) {
    const document = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .lM)(manifest.bytes);
    const annotations = (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(document['annotations']) ? document['annotations'] : {};
    const lasting = Object.entries(annotations).filter(([name]) => !OF_COMMIT.has(name));
    return (0,_keys_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)({ ...document, annotations: Object.fromEntries(lasting) });
}
function textAnnotations(texts) {
    const { title, description, licenses, source, documentation, deprecated } = texts;
    const named = { title, description, licenses, source, documentation };
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

/***/ 9253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ RECORD_TYPE),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7470);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7070);
/* harmony import */ var _image_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3678);



/** Artifact and layer type of a release record. */
const RECORD_TYPE = 'application/vnd.base-images.release.v1+json';
/** Makes the record of a release as an OCI artifact; equal releases give equal bytes. */
function recordOf(request, targets) {
    const commit = (0,_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .carriedCommit */ .AL)(request.commit);
    const images = Object.fromEntries(targets.map(target => [target.image.name, recordedImage(target)]));
    const { content, manifest } = (0,_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactOf */ .qB)(RECORD_TYPE, { version: 1, commit: commit.revision, time: commit.created, images }, {
        layer: { 'org.opencontainers.image.title': 'digests.json' },
        manifest: { [_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .REVISION */ .sP]: commit.revision, [_image_index_js__WEBPACK_IMPORTED_MODULE_2__/* .CREATED */ .DE]: commit.created }
    });
    return { digests: content, manifest, tag: commit.revision.slice(0, 12) };
}
/** The images of a record that lies in a registry; empty when it is no record. */
async function readRecord(registry, repository, manifest) {
    const images = (await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_0__/* .readArtifact */ .R9)(registry, repository, manifest, RECORD_TYPE))?.['images'];
    return (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(images) ? Object.values(images).filter(isRecordedImage) : [];
}
function recordedImage(target) {
    return {
        repository: target.image.repository,
        tags: target.tags.map(({ tag }) => tag).sort(),
        digest: target.index.descriptor.digest,
        platforms: Object.fromEntries(target.staged.map(({ platform, key, manifest }) => [
            platform,
            { digest: manifest.descriptor.digest, key }
        ]))
    };
}
function isRecordedImage(value) {
    if (!(0,_contents_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return false;
    const { repository, tags, digest } = value;
    return (typeof repository === 'string' &&
        typeof digest === 'string' &&
        Array.isArray(tags) &&
        tags.every(tag => typeof tag === 'string'));
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
