export const id = 82;
export const ids = [82,182];
export const modules = {

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
// EXTERNAL MODULE: ./build/io/thrown.js
var thrown = __webpack_require__(1643);
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
            if ((0,thrown/* statusOf */.c2)(error) === 404)
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
                if ((0,thrown/* statusOf */.c2)(error) === 404)
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
function failure(repository, doing, error) {
    const action = { host: PACKAGES_HOST, repository, doing, access: 'delete' };
    const said = (0,thrown/* messageOf */.bD)(error).replace(/[^\x20-\x7e]+/g, ' ');
    const sentence = `GitHub's API for packages refuses (${said.slice(0, 200)})`;
    const status = (0,thrown/* statusOf */.c2)(error);
    return new registry_error/* RegistryError */.g(action, { sentence, ...(status === undefined ? {} : { status }) });
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


/**
 * Reads a repository: every tag and all manifests that tags lead to, and of `others` (digests that may lie there without a
 * tag, which no registry lists) those that are there. Failures of the registry are thrown.
 */
async function readInventory(registry, repository, others) {
    const names = await registry.tags(repository);
    const heads = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, names, tag => registry.head(repository, tag));
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
        const found = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, next, digest => registry.manifest(repository, digest));
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
        const heads = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, fresh, tag => registry.head(repository.repository, tag));
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
                    ports.signal?.throwIfAborted();
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
// EXTERNAL MODULE: ./build/keys/json.js
var json = __webpack_require__(8743);
// EXTERNAL MODULE: ./build/release/artifact.js
var artifact = __webpack_require__(7470);
;// CONCATENATED MODULE: ./build/release/clean-seen.js





/** Artifact and layer type of the note that cleaning keeps. */
const NOTE_TYPE = 'application/vnd.base-images.clean.v1+json';
const NO_NOTE = { seen: new Map(), images: {} };
/** The tag in staging of the note about one manifest: two manifests must not take each other's images for gone. */
function noteTag(manifest) {
    return `clean-${(0,canonical/* sha256 */.sc)(manifest).slice(0, 12)}`;
}
/** Reads the note; without a readable one nothing is remembered, which makes everything wait anew. */
async function readNote(registry, staging, manifest) {
    const found = await registry.manifest(staging, noteTag(manifest));
    const document = found && (await (0,artifact/* readArtifact */.R9)(registry, staging, found, NOTE_TYPE));
    if (document?.['manifest'] !== manifest ||
        !(0,json/* isObject */.Gv)(document['unneeded']) ||
        !(0,json/* isObject */.Gv)(document['images'])) {
        return NO_NOTE;
    }
    const seen = Object.entries(document['unneeded']).flatMap(([name, value]) => {
        const entry = seenUnneeded(value);
        return entry === undefined ? [] : [[name, entry]];
    });
    const images = Object.entries(document['images']).flatMap(([name, platforms]) => (0,json/* isTexts */.VP)(platforms) ? [[name, platforms]] : []);
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
    if (!(0,json/* isObject */.Gv)(value) || typeof value['since'] !== 'string' || !(0,json/* isTexts */.VP)(value['tags']))
        return undefined;
    const since = Date.parse(value['since']);
    return Number.isNaN(since) ? undefined : { since, tags: value['tags'] };
}

// EXTERNAL MODULE: ./build/manifest/reference.js
var manifest_reference = __webpack_require__(1193);
// EXTERNAL MODULE: ./build/build/staging.js
var staging = __webpack_require__(3422);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
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
    return `${(0,staging/* imageTagSafe */.jU)(image)}-${(0,names/* platformTag */.oq)(platform)}`;
}
function tagOfCache({ image, platform }) {
    return (0,staging/* cacheTag */.z)(image, platform);
}
function leftWords({ image, platform }, images) {
    const remains = images.some(each => each.present && each.image === image);
    return remains ? `${image} is not made for ${platform} any more` : `${image} left the manifest`;
}

// EXTERNAL MODULE: ./build/release/released.js
var released = __webpack_require__(8627);
;// CONCATENATED MODULE: ./build/release/clean-records.js



/** Reads the release records: the newest one has to be readable, of older ones only what is said for certain counts. */
async function readRecords(registry, repository) {
    const tags = [...(await registry.tags(repository))].sort(code_unit/* byCodeUnit */.X);
    const byDigest = new Map();
    const read = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, tags, async (tag) => {
        const manifest = await registry.manifest(repository, tag);
        if (manifest === undefined)
            return { tag, images: undefined };
        const { digest } = manifest.descriptor;
        const images = byDigest.get(digest) ?? (0,released/* releasedImages */.i)(registry, repository, manifest);
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

;// CONCATENATED MODULE: ./build/commands/clean-look.js






/** Reads record, note and every repository; what fails is gathered, so that all of it can be told at once. */
async function lookAtAll(registry, targets, manifest, wanted, untagged) {
    const problems = [];
    const records = await orTold(problems, () => readRecords(registry, targets.record));
    const note = await orTold(problems, () => readNote(registry, targets.staging, manifest));
    problems.push(...(records?.problems ?? []));
    const known = { note: note ?? { seen: new Map(), images: {} }, records: records ?? NO_RECORDS };
    const images = imagesOf(wanted.snapshots, known.records, known.note);
    const repositories = [];
    for (const repository of new Set([...targets.public, targets.staging, targets.cache])) {
        const pinned = pinnedIn(repository, wanted);
        const read = await orTold(problems, async () => {
            const lost = await untagged(repository);
            const released = releasedIn(repository, targets, known.records.all);
            return readInventory(registry, repository, [
                ...released,
                ...pinned,
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
            needed: new Set([...releasedIn(repository, targets, known.records.latest ?? []), ...pinned])
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
/** The digests of a repository that Dockerfiles pin: those of images of this manifest too, which are external then. */
function pinnedIn(repository, { pinned }) {
    const parsed = (0,manifest_reference/* parseReference */.F2)(repository);
    const meant = parsed && (0,manifest_reference/* repositoryMeant */.q4)(parsed);
    return pinned.filter(each => each.repository === meant).map(({ digest }) => digest);
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
function imagesOf(snapshots, records, note) {
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

// EXTERNAL MODULE: ./build/load/snapshot.js + 3 modules
var load_snapshot = __webpack_require__(369);
// EXTERNAL MODULE: ./build/plan/keys.js
var plan_keys = __webpack_require__(2796);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var opened = __webpack_require__(7280);
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
            return [(0,opened/* noCommit */.lN)(revision === first ? '--head' : '--also', revision)];
        if (commits.some(each => each.commit === found.id))
            continue;
        const reading = await (0,load_snapshot/* readSnapshot */.RA)(git, found.id, manifest);
        const snapshot = (0,load_snapshot/* snapshotOf */.eY)(reading);
        const isMissing = reading.diagnostics.some(each => each.code === 'M001');
        if (snapshot === undefined && (revision === first || !isMissing)) {
            return (0,diagnostic/* errorsIn */.R4)(reading.diagnostics).map(each => ofCommit(each, revision));
        }
        commits.push({ revision, commit: found.id });
        if (snapshot !== undefined)
            snapshots.push(snapshot);
    }
    return { commits, snapshots, keys: snapshots.flatMap(neededKeys), pinned: snapshots.flatMap(pinnedImages) };
}
function pinnedImages({ images }) {
    const inputs = [...images.values()].flatMap(({ platforms }) => [...platforms.values()]);
    return inputs.flatMap(({ externals }) => externals.flatMap(({ reference }) => {
        const parsed = (0,manifest_reference/* parseReference */.F2)(reference);
        return parsed?.digest === undefined
            ? []
            : [{ repository: (0,manifest_reference/* repositoryMeant */.q4)(parsed), digest: parsed.digest }];
    }));
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
    const looked = await lookAtAll(untilCancelled(registry, world.signal), targets, manifest, wanted, untagged);
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
/** A view of a registry that ends a long look at its next question. */
function untilCancelled(registry, signal) {
    return {
        ...registry,
        tags: repository => {
            signal.throwIfAborted();
            return registry.tags(repository);
        },
        manifest: (repository, reference) => {
            signal.throwIfAborted();
            return registry.manifest(repository, reference);
        }
    };
}
/** Deletes what is planned and notes what is unneeded and still there, also after a failure. */
async function deleteAll(world, registry, targets, manifest, looked, planned) {
    const outcome = await applyClean(looked.repositories, planned.deletions, { ...world, registry });
    const { deleted } = outcome;
    const spared = new Map(outcome.spared.map(({ item, why }) => [item, why]));
    const undone = planned.deletions.filter(item => !deleted.includes(item) && !spared.has(item));
    const diagnostics = outcome.unsupported.map(each => deletesNothing(manifest, each));
    const isCancelled = outcome.failure !== undefined && (0,trouble/* isCancellation */.iB)(outcome.failure, world.signal);
    if (!isCancelled)
        diagnostics.push(...failureOf(outcome.failure, manifest));
    try {
        const seen = seenOf([...planned.waiting, ...undone]);
        await writeNote(registry, targets.staging, manifest, { seen, images: notedImages(looked.images) });
    }
    catch (error) {
        if (!(0,trouble/* isCancellation */.iB)(error, world.signal))
            diagnostics.push(...failureOf(error, manifest));
    }
    const end = (0,diagnostic/* hasErrors */.Cs)(diagnostics) ? 'stopped' : 'cleaned';
    return {
        state: isCancelled ? 'cancelled' : end,
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
    if (!(0,trouble/* isTrouble */.KM)(error))
        throw error;
    return [(0,trouble/* troubleOf */.LH)(error, 'clean', manifest)];
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
// EXTERNAL MODULE: ./build/diagnostics/suggested.js
var suggested = __webpack_require__(40);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/clean.js





const HOUR = 3_600_000;
const ROWS_SHOWN = 200;
/** What may be deleted, or was, for a person at a terminal; `given` are the options of the command line. */
function renderCleanText(report, given = {}) {
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
    if (report.state === 'dry run' && report.rows.length > 0) {
        const hours = report.keep / HOUR;
        const keep = ['--keep', hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`];
        parts.push(`Next: ${(0,diagnostics_escape/* visible */.RK)((0,suggested/* suggestedCommand */.j)('clean', given, [...keep, '--apply']))}`);
    }
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
    const undone = report.state === 'cancelled'
        ? 'stayed, since it was cancelled; the next one goes on'
        : 'could not be deleted';
    const rest = [
        ...(of('kept') === 0 ? [] : [`${(0,amounts/* counted */.hS)(of('kept'), 'manifest')} stayed, being in use again.`]),
        ...(of('not deleted') === 0 ? [] : [`${(0,amounts/* counted */.hS)(of('not deleted'), 'manifest')} ${undone}.`])
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
async function cleanFace({ world, options, given, terminal, tell }) {
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
    terminal.out(options.format === 'json' ? `${jsonOf(report)}\n` : renderCleanText(report, given));
    return report.state === 'cleaned' || report.state === 'dry run' ? commands_outcome/* EXIT */.d.done : commands_outcome/* EXIT */.d.failed;
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
    const scheme = isLocalHost(domain) ? 'http' : 'https';
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


/***/ })

};
