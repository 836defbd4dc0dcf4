export const id = 676;
export const ids = [676];
export const modules = {

/***/ 3676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  releaseFace: () => (/* binding */ releaseFace)
});

// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var commands_opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/diagnostics/shown.js
var shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/keys/inputs.js
var keys_inputs = __webpack_require__(8704);
// EXTERNAL MODULE: ./build/graph/graph.js
var graph = __webpack_require__(4979);
// EXTERNAL MODULE: ./build/graph/order.js
var graph_order = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/release/image-index.js
var image_index = __webpack_require__(3678);
;// CONCATENATED MODULE: ./build/release/forward.js


/**
 * The rule of public tags: a tag moves only to a commit that descends from the one it carries. Returns nothing when the
 * move is fine, a warning when the tag carries no commit or rewinding is allowed, otherwise an error.
 */
async function checkForward(request, ports, move) {
    const place = { file: request.manifest };
    if (move.current === undefined)
        return [];
    const carried = (0,image_index/* commitOf */.D3)(move.current)?.revision;
    if (carried === undefined) {
        const message = `${move.reference} carries no commit, so nobody can tell whether it moves forward`;
        return [(0,diagnostic/* warningAt */.MK)('R002', place, message, 'None needed: from now on it carries one')];
    }
    const forward = await ports.isAncestor(carried, move.revision);
    if (forward === true)
        return [];
    const relation = forward === undefined
        ? 'a commit that is not known here'
        : `which ${forward_short(move.revision)} does not descend from`;
    const message = `${move.reference} carries ${forward_short(carried)}, ${relation}`;
    if (request.allowRewind)
        return [(0,diagnostic/* warningAt */.MK)('R002', place, message, 'None: rewinding was allowed for this run')];
    return [(0,diagnostic/* errorAt */.Os)('R002', place, `${message}; nothing was moved`, remedyFor(forward))];
}
function remedyFor(forward) {
    return forward === undefined
        ? 'Fetch the full history (fetch-depth: 0), or allow the rewind with --allow-rewind if history was rewritten'
        : 'Release the newer commit, or go back on purpose with --allow-rewind';
}
function forward_short(commit) {
    return commit.slice(0, 12);
}

// EXTERNAL MODULE: ./build/release/unsettled.js
var unsettled = __webpack_require__(2398);
;// CONCATENATED MODULE: ./build/release/move.js



const MOST_PUTS = 5;
/**
 * Moves one tag and reads it back. Registries have no compare-and-swap, so it looks right before it writes, and writes
 * again when an older release wrote in between; when a newer one did, it leaves the tag alone.
 */
async function moveTag(request, ports, move) {
    const { registry } = ports;
    const wanted = move.target.descriptor.digest;
    let seen = move.seen;
    for (let puts = 0; puts < MOST_PUTS; puts += 1) {
        const now = (await registry.head(move.repository, move.tag))?.digest;
        if (now === wanted)
            return { kind: 'moved' };
        if (now !== seen && now !== undefined && !(await isOlder(ports, move, request.allowRewind))) {
            return { kind: 'overtaken', finding: overtaken(request, move) };
        }
        seen = now;
        // Between two tries minutes may go by: what somebody wrote meanwhile is looked at first.
        const again = async () => (await registry.head(move.repository, move.tag))?.digest === now;
        const { descriptor, bytes } = move.target;
        await registry.putManifest(move.repository, move.tag, descriptor.mediaType, bytes, again);
        if ((await registry.head(move.repository, move.tag))?.digest === wanted)
            return { kind: 'moved' };
    }
    throw new unsettled/* UnsettledError */.v(`${move.repository}:${move.tag} was written ${String(MOST_PUTS)} times as ${wanted} and never read back as that`);
}
/** Whether what the tag points to now carries a commit that the target's descends from. */
async function isOlder(ports, move, allowRewind) {
    const current = await ports.registry.manifest(move.repository, move.tag);
    const carried = current === undefined ? undefined : (0,image_index/* commitOf */.D3)(current)?.revision;
    const revision = (0,image_index/* commitOf */.D3)(move.target)?.revision;
    if (carried === undefined || revision === undefined || allowRewind)
        return true;
    return (await ports.isAncestor(carried, revision)) === true;
}
function overtaken(request, move) {
    const message = `${move.repository}:${move.tag} was moved by another release while this one ran, and not backwards`;
    const remedy = 'Let the other release finish; then run this one again if it is still wanted';
    return (0,diagnostic/* errorAt */.Os)('R002', { file: request.manifest }, message, remedy);
}

// EXTERNAL MODULE: ./build/release/parallel.js
var parallel = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/diagnostics/suggested.js
var suggested = __webpack_require__(40);
// EXTERNAL MODULE: ./build/release/contents.js
var contents = __webpack_require__(7070);
;// CONCATENATED MODULE: ./build/release/platforms.js




/**
 * Holds the configs of what is about to be published against the platforms it is published for: an index that lies about
 * a platform fails on the machines of its users. Errors name image, planned and found platform.
 */
async function checkPlatforms(request, ports, targets) {
    const all = targets.flatMap(({ image, staged }) => staged.map(one => ({ image, ...one })));
    const checked = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, all, async ({ image, platform, manifest }) => {
        const config = (0,contents/* blobsOf */.OR)(manifest)[0];
        const bytes = config && (await ports.registry.blob(request.staging, config.digest));
        const found = bytes === undefined ? 'an image without config' : platformOf(bytes);
        if (agrees(platform, found))
            return [];
        const message = `${image.name} for ${platform} is in staging as ${found}; nothing was released`;
        const remedy = `Build it again: ${(0,suggested/* suggestedCommand */.j)('build', { ...request.given, images: [image.name] })}`;
        return [(0,diagnostic/* errorAt */.Os)('R003', { file: request.manifest }, message, remedy)];
    });
    return checked.flat();
}
/** Configs may leave the variant out, or name one where the manifest does not (`linux/arm64/v8`). */
function agrees(planned, found) {
    const [os, architecture, variant] = planned.split('/');
    const [foundOs, foundArchitecture, foundVariant] = found.split('/');
    if (os !== foundOs || architecture !== foundArchitecture)
        return false;
    return variant === undefined || foundVariant === undefined || variant === foundVariant;
}
function platformOf(config) {
    const { os, architecture, variant } = (0,contents/* documentOf */.lM)(config);
    return [os, architecture, variant].filter(part => typeof part === 'string' && part !== '').join('/');
}

// EXTERNAL MODULE: ./build/release/publish.js
var publish = __webpack_require__(5413);
// EXTERNAL MODULE: ./build/release/artifact.js
var artifact = __webpack_require__(7470);
// EXTERNAL MODULE: ./build/release/record.js
var release_record = __webpack_require__(9253);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/manifest/tags.js
var tags = __webpack_require__(7979);
;// CONCATENATED MODULE: ./build/release/target.js



/**
 * Decides which index an image's tags are to point to, after a look at what is public. An index that is public already
 * and differs only in the commit it carries is kept, so that a commit that changes nothing moves nothing, and a run that
 * was interrupted is finished with the index it began with.
 */
async function targetOf(request, ports, image, staged) {
    const ours = (0,image_index/* carriedCommit */.AL)(request.commit);
    const own = (0,image_index/* indexOf */.qh)(image, staged, ours);
    const steady = await readTags(ports, image, image.tags.filter(tag => !(0,names/* hasPlaceholder */.Kc)(tag)), true);
    const kept = await keptIndex(ports, own, steady);
    const index = kept?.index ?? own;
    const commit = kept?.commit ?? ours;
    const named = (0,tags/* expandTags */.C)(image.tags.filter(names/* hasPlaceholder */.Kc), {
        date: (0,image_index/* dayOf */.kb)(commit),
        commit: commit.revision
    });
    const fixed = named.filter(tag => !steady.some(state => state.tag === tag));
    return {
        image,
        staged,
        index,
        revision: commit.revision,
        tags: [...(await readTags(ports, image, fixed, false)), ...steady]
    };
}
/** The tags of a target that do not point to it yet. */
function tagsToMove(target) {
    return target.tags.filter(({ current }) => current?.descriptor.digest !== target.index.descriptor.digest);
}
/** The public index to keep; none when keeping it would move another tag of the image backwards, as after a revert. */
async function keptIndex(ports, own, tags) {
    const kept = await newestEqual(ports, own, tags);
    if (kept === undefined)
        return undefined;
    for (const { current } of tags) {
        if (current === undefined || current.descriptor.digest === kept.index.descriptor.digest)
            continue;
        const carried = (0,image_index/* commitOf */.D3)(current)?.revision;
        if (carried !== undefined && (await ports.isAncestor(carried, kept.commit.revision)) !== true)
            return undefined;
    }
    return kept;
}
/** Of the public indexes that are equal to ours, the one whose commit descends from the others'. */
async function newestEqual(ports, own, tags) {
    let newest;
    for (const { current } of tags) {
        const commit = current === undefined ? undefined : (0,image_index/* commitOf */.D3)(current);
        if (current === undefined ||
            commit === undefined ||
            commit.created === '' ||
            !(0,image_index/* sameButCommit */.RN)(current, own))
            continue;
        const newer = newest === undefined || (await ports.isAncestor(newest.commit.revision, commit.revision)) === true;
        if (newer)
            newest = { index: current, commit };
    }
    return newest;
}
async function readTags(ports, image, tags, moving) {
    return Promise.all(tags.map(async (tag) => {
        const current = await ports.registry.manifest(image.repository, tag);
        return { tag, moving, ...(current === undefined ? {} : { current }) };
    }));
}

;// CONCATENATED MODULE: ./build/release/record-plan.js





/**
 * Looks at the records that are there and decides what to write. `latest` moves by the same rule as images, except that
 * the release of an older commit that has nothing to move leaves it to the newer one instead of failing. (With something
 * to move it fails: a newer release may have kept an index of an even older commit, which the tag alone cannot tell.)
 * `before` are the record's tags when the release began.
 */
async function planRecord(request, ports, targets, before) {
    const { registry } = ports;
    const record = (0,release_record/* recordOf */.zv)(request, targets);
    const { digest } = record.manifest.descriptor;
    const own = await registry.head(request.record, record.tag);
    const current = await registry.manifest(request.record, 'latest');
    const isThere = current?.descriptor.digest === digest;
    const { findings, newer } = isThere ? FREE : await checkLatest(request, ports, current, before);
    const idle = targets.every(target => tagsToMove(target).length === 0);
    const late = idle && (0,diagnostic/* hasErrors */.Cs)(findings) && newer !== undefined;
    const isLatest = late || isThere;
    const isOwn = own?.digest === digest;
    return {
        record,
        ...(isOwn ? {} : { own: record.tag }),
        ...(isLatest
            ? {}
            : {
                latest: {
                    repository: request.record,
                    tag: 'latest',
                    target: record.manifest,
                    ...(current === undefined ? {} : { seen: current.descriptor.digest })
                }
            }),
        result: {
            repository: request.record,
            digest,
            tags: late ? [record.tag] : [record.tag, 'latest'],
            state: isOwn && isLatest ? 'unchanged' : 'written'
        },
        diagnostics: late ? [leftAlone(request, newer)] : findings
    };
}
const FREE = { findings: [] };
/**
 * `latest` may not move when it carries a newer commit, and not either when it carries an older one and a newer commit has
 * a record of its own: that is written after `latest`, so somebody wrote `latest` back, on purpose or in a race.
 */
async function checkLatest(request, ports, current, before) {
    const { id } = request.commit;
    const reference = `${request.record}:latest`;
    const move = { reference, revision: id, ...(current === undefined ? {} : { current }) };
    const findings = await checkForward(request, ports, move);
    if ((0,diagnostic/* hasErrors */.Cs)(findings)) {
        const carried = current && (0,image_index/* commitOf */.D3)(current)?.revision;
        const isNewer = carried !== undefined && (await ports.isAncestor(id, carried)) === true;
        return { findings, ...(isNewer ? { newer: carried.slice(0, 12) } : {}) };
    }
    const tags = [...before].filter(tag => release_record/* RECORD_TAG */.Nj.test(tag) && !id.startsWith(tag));
    const [newer] = await ports.descendants(id, tags);
    return newer === undefined ? { findings } : { findings: [writtenBack(request, newer)], newer };
}
function writtenBack({ manifest, record, allowRewind }, newer) {
    const message = `${record}:${newer} is the record of a newer commit, and ${record}:latest of an older one`;
    const place = { file: manifest };
    if (allowRewind)
        return (0,diagnostic/* warningAt */.MK)('R002', place, message, 'None: rewinding was allowed for this run');
    const remedy = 'Release the newer commit, which puts `latest` right; after going back on purpose, allow it with --allow-rewind';
    return (0,diagnostic/* errorAt */.Os)('R002', place, `${message}; nothing was moved`, remedy);
}
function leftAlone(request, newer) {
    const message = `${request.record}:latest stays: there is a record of ${newer}, which is newer than this commit`;
    return (0,diagnostic/* warningAt */.MK)('R002', { file: request.manifest }, message, 'None needed');
}

;// CONCATENATED MODULE: ./build/release/results.js


/** What a release did, or in a dry run would do, with every image, in the order of `images`. */
function resultsOf(images, staged, targets) {
    return images.map(image => {
        const platforms = (staged.get(image.name) ?? []).map(platformResult);
        const target = targets.find(one => one.image.name === image.name);
        const { name, repository } = image;
        if (target === undefined)
            return { name, repository, state: 'handed on', moved: [], unchanged: [], platforms };
        const moved = tagsToMove(target).map(({ tag }) => tag);
        return {
            name,
            repository,
            state: moved.length > 0 ? 'moved' : 'unchanged',
            digest: target.index.descriptor.digest,
            revision: target.revision,
            moved,
            unchanged: target.tags.map(({ tag }) => tag).filter(tag => !moved.includes(tag)),
            platforms
        };
    });
}
/** The result of a release that began again: what both rounds moved was moved by it. */
function continued(first, second) {
    if (second.state !== 'released') {
        const state = second.state === 'cancelled' ? second.state : 'stopped';
        return { state, images: first.images, diagnostics: second.diagnostics };
    }
    const images = second.images.map(image => {
        const before = first.images.find(({ name }) => name === image.name)?.moved ?? [];
        const moved = [...new Set([...before, ...image.moved])];
        const unchanged = image.unchanged.filter(tag => !moved.includes(tag));
        const state = image.state === 'unchanged' && moved.length > 0 ? 'moved' : image.state;
        return { ...image, state, moved, unchanged };
    });
    const record = second.record && { ...second.record, state: 'written' };
    return { ...second, images, ...(record === undefined ? {} : { record }) };
}
function platformResult({ platform, key, manifest }) {
    return { platform, key, digest: manifest.descriptor.digest, size: (0,contents/* compressedSize */.n3)(manifest) };
}

// EXTERNAL MODULE: ./build/release/released.js
var released = __webpack_require__(8627);
;// CONCATENATED MODULE: ./build/release/settle.js





/** Each further round means that yet another release ended in between. */
const MOST_ROUNDS = 8;
/**
 * Settles a release that wrote something against others that ran at the same time. Every release puts its record before it
 * looks here, and looks again after whatever it wrote here, so of two releases at least one sees the last word of the
 * other: the newer one puts back what the older one overwrote after it, and the older one gives way to the newest record
 * that appeared since it began (`before` are the record's tags at that time).
 */
async function settle(request, ports, before, moves) {
    /** What this release has put under each tag; anything else there is of somebody else. */
    const written = moves.map(move => ({ move, digests: new Set([move.target.descriptor.digest]) }));
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
        const newer = await newerRecord(request, ports, before);
        let wrote = false;
        for (const { move, digests } of written) {
            const now = (await ports.registry.head(move.repository, move.tag))?.digest;
            const digest = newer === undefined ? move.target.descriptor.digest : newer.digestOf(move);
            const isOurs = now !== undefined && digests.has(now);
            if (digest === undefined || now === digest || (newer !== undefined && !isOurs))
                continue;
            const target = newer === undefined ? move.target : await ports.registry.manifest(move.repository, digest);
            if (target === undefined)
                continue;
            // What is ours is given away whatever it carries: the newer release may have gone back to an older index.
            const seen = isOurs ? now : move.target.descriptor.digest;
            digests.add(digest);
            const { allowRewind } = newer === undefined ? request : { allowRewind: false };
            const { kind } = await moveTag({ ...request, allowRewind }, ports, { ...move, target, seen });
            wrote ||= kind === 'moved';
        }
        if (!wrote)
            return;
    }
    throw new unsettled/* UnsettledError */.v(`other releases wrote to ${request.record} ${String(MOST_ROUNDS)} times while this one ended`);
}
/** Whether a tag that a release left alone, because it pointed to its target already, does so no more. */
async function isDisplaced({ registry }, targets) {
    const left = targets.flatMap(({ image: { repository }, index: { descriptor }, tags }) => tags
        .filter(({ current }) => current?.descriptor.digest === descriptor.digest)
        .map(({ tag }) => ({ repository, tag, digest: descriptor.digest })));
    const moved = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, left, async ({ repository, tag, digest }) => {
        const now = await registry.head(repository, tag);
        return now?.digest !== digest;
    });
    return moved.includes(true);
}
/** The newest record that appeared since `before` and whose commit descends from ours. */
async function newerRecord(request, ports, before) {
    let revision = request.commit.id;
    let newest;
    for (const tag of await ports.registry.tags(request.record)) {
        if (before.has(tag) || tag === 'latest' || revision.startsWith(tag))
            continue;
        const manifest = await ports.registry.manifest(request.record, tag);
        const carried = manifest === undefined ? undefined : (0,image_index/* commitOf */.D3)(manifest)?.revision;
        if (carried === undefined || (await ports.isAncestor(revision, carried)) !== true)
            continue;
        revision = carried;
        newest = manifest;
    }
    if (newest === undefined)
        return undefined;
    const { digest } = newest.descriptor;
    const images = (await (0,released/* releasedImages */.i)(ports.registry, request.record, newest)) ?? [];
    return {
        digestOf: ({ repository, tag }) => repository === request.record
            ? digest
            : images.find(image => image.repository === repository && image.tags.includes(tag))?.digest
    };
}

// EXTERNAL MODULE: ./build/build/staging.js
var build_staging = __webpack_require__(3422);
;// CONCATENATED MODULE: ./build/release/staged.js






/**
 * Finds every image and platform in staging by key, and proves that each was built on exactly the parents of this set.
 * All that is missing or does not fit is told at once; one such image refuses the whole set.
 */
async function stagedSet(request, ports) {
    const found = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, wantedOf(request.images), async (wanted) => ({
        ...wanted,
        manifest: await ports.registry.manifest(request.staging, (0,build_staging/* keyTag */.QR)(wanted.image.name, wanted.platform, wanted.key))
    }));
    const missing = found.filter(({ manifest }) => manifest === undefined || !(0,contents/* isPlatformManifest */.Rn)(manifest));
    if (missing.length > 0)
        return { kind: 'refused', diagnostics: notStaged(request, missing) };
    const digests = new Map(found.map(({ image, platform, manifest }) => [`${image.name} ${platform}`, manifest?.descriptor.digest]));
    const digestOf = (name, platform) => digests.get(`${name} ${platform}`);
    const images = new Map(request.images.map(image => [image.name, []]));
    for (const { image, platform, key, manifest } of found) {
        const trace = ports.traceKey(image.name, platform, digestOf);
        if (manifest !== undefined)
            images.get(image.name)?.push({ platform, key, trace, manifest });
    }
    const all = request.images.flatMap(image => (images.get(image.name) ?? []).map(staged => ({ image, staged })));
    const mixed = (await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, all, ({ image, staged }) => checkTrace(request, ports, image, staged, digestOf))).flat();
    return mixed.length > 0 ? { kind: 'refused', diagnostics: mixed } : { kind: 'complete', images };
}
function wantedOf(images) {
    return images.flatMap(image => Object.entries(image.platforms)
        .sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b))
        .map(([platform, key]) => ({ image, platform, key })));
}
/** Digests of the parents for the same platform, by name. */
function parentsOf(image, platform, digestOf) {
    return Object.fromEntries(image.parents.flatMap(name => {
        const digest = digestOf(name, platform);
        return digest === undefined ? [] : [[name, digest]];
    }));
}
async function checkTrace(request, { registry }, image, { platform, trace, manifest }, digestOf) {
    const built = await registry.head(request.staging, (0,build_staging/* traceTag */.Ek)(image.name, platform, trace));
    const own = manifest.descriptor.digest;
    if (built?.digest === own)
        return [];
    return [otherParent(request, image, platform, own, parentsOf(image, platform, digestOf), built)];
}
/** One remedy for all: a build that is asked for no image builds everything that staging lacks. */
function notStaged(request, missing) {
    const names = [...new Set(missing.map(({ image }) => image.name))];
    const what = names.length === 1 ? 'it' : 'them';
    const { isOtherRun } = request;
    const images = names.length === 1 && !isOtherRun ? names : [];
    // A plan builds what it works on unless more is asked for.
    const all = names.length > 1 && request.given.plan !== undefined;
    const build = (0,suggested/* suggestedCommand */.j)('build', { ...request.given, images, all });
    const remedy = isOtherRun
        ? `Build ${what} first, and then release with the plan of that build, which alone has its keys: ${build} says how`
        : `Build ${what} first: ${build}`;
    return missing.map(({ image, platform }) => {
        const message = `${image.name} for ${platform} is not in ${request.staging} under its key; nothing was released`;
        return (0,diagnostic/* errorAt */.Os)('R003', { file: request.manifest }, message, remedy);
    });
}
function otherParent(request, image, platform, own, parents, built) {
    const names = Object.entries(parents).map(([name, digest]) => `${name} ${digest}`);
    const on = names.length === 0 ? 'the inputs that it has' : names.join(' and ');
    const instead = built === undefined ? '' : `; what was built on that is ${built.digest}`;
    const message = `${image.name} ${own} for ${platform} was not built on ${on}, which is to be released with it${instead}; ` +
        'nothing was released';
    const remedy = `Build it again on its present parents: ${(0,suggested/* suggestedCommand */.j)('build', { ...request.given, images: [image.name] })}`;
    return (0,diagnostic/* errorAt */.Os)('R001', { file: request.manifest }, message, remedy);
}

;// CONCATENATED MODULE: ./build/release/release.js















const IMAGES_AT_ONCE = 4;
/** A release that has to begin again met others that were at work; so many of them in a row are something else. */
const release_MOST_ROUNDS = 5;
/**
 * Makes what is public equal to the keys at one commit, for every image of the manifest, whichever run built it. It looks
 * first and refuses the whole set when one image is missing, was built on another parent, or would move a tag backwards.
 * Then it writes: everything by digest, then tags with parents before children, then the release record. A tag that it
 * left alone, since it pointed to the right index, and that another release moved meanwhile makes it begin again. A
 * repetition is a no-op, and a repetition after any failure ends in the same state. One that is cancelled moves
 * no further tag, settles what it moved and leaves the record. Failures of the registry are thrown, and so is a cancellation
 * before the first move.
 */
async function release(request, ports) {
    const images = parentsFirst(request.images);
    const staged = await stagedSet(request, ports);
    if (staged.kind === 'refused')
        return refused(staged.diagnostics);
    // Before everything else is looked at: what appears from here on is of a release that may not have seen this one.
    const before = new Set(await ports.registry.tags(request.record));
    let result;
    for (let rounds = 0; rounds < release_MOST_ROUNDS; rounds += 1) {
        const round = await releaseRound(request, ports, images, staged.images, before);
        result = result === undefined ? round.result : continued(result, round.result);
        if (!round.displaced)
            return result;
    }
    throw new unsettled/* UnsettledError */.v(`other releases moved tags of ${request.record} ${String(release_MOST_ROUNDS)} times during this one`);
}
async function releaseRound(request, ports, images, staged, before) {
    const published = images.filter(image => image.publish);
    const targets = await (0,parallel/* inParallel */.H)(IMAGES_AT_ONCE, published, image => targetOf(request, ports, image, staged.get(image.name) ?? []));
    const record = await planRecord(request, ports, targets, before);
    const diagnostics = [...(await checkMoves(request, ports, targets)), ...record.diagnostics];
    const changed = targets.filter(target => tagsToMove(target).length > 0);
    diagnostics.push(...(await checkPlatforms(request, ports, changed)));
    if ((0,diagnostic/* hasErrors */.Cs)(diagnostics))
        return { result: refused(diagnostics), displaced: false };
    const result = { images: resultsOf(images, staged, targets), record: record.result, diagnostics };
    if (request.dryRun)
        return { result: { state: 'dry run', ...result }, displaced: false };
    const { done, finding, isCancelled } = await write(request, ports, targets, record, before);
    if (isCancelled === true) {
        return {
            result: { state: 'cancelled', images: onlyDone(result.images, done), diagnostics },
            displaced: false
        };
    }
    if (finding !== undefined) {
        const findings = [...diagnostics, finding];
        const stopped = { images: onlyDone(result.images, done), diagnostics: findings };
        return { result: { state: 'stopped', ...stopped }, displaced: false };
    }
    // Who writes nothing says nothing new: what others do at the same time is theirs.
    const displaced = record.result.state === 'written' && (await isDisplaced(ports, targets));
    return { result: { state: 'released', ...result }, displaced };
}
/** Everything that writes, in the order that never shows half a release. */
async function write(request, ports, targets, record, before) {
    for (const level of levelsOf(targets)) {
        await (0,parallel/* inParallel */.H)(IMAGES_AT_ONCE, level, target => {
            ports.signal?.throwIfAborted();
            return (0,publish/* publishByDigest */.pC)(request, ports, target);
        });
    }
    const written = await moveAll(request, ports, [...movesOf(targets, false), ...movesOf(targets, true)]);
    const complete = written.finding === undefined && written.isCancelled !== true
        ? await writeRecord(request, ports, record, written.done)
        : written;
    // Also after a stop: what was moved before it may have come too late.
    if (complete.done.length > 0)
        await settle(request, ports, before, complete.done);
    return complete;
}
async function moveAll(request, ports, moves) {
    const done = [];
    for (const move of moves) {
        if (ports.signal?.aborted === true)
            return { done, isCancelled: true };
        const outcome = await moveTag(request, ports, move);
        if (outcome.kind === 'overtaken')
            return { done, finding: outcome.finding };
        ports.log?.info(`${move.repository}:${move.tag} → ${move.target.descriptor.digest}`);
        done.push(move);
    }
    return { done };
}
/**
 * `latest` goes first: a release that looks in between must not take the record for one that was there all along, but find
 * `latest` newer than itself.
 */
async function writeRecord(request, ports, { record, own, latest }, before) {
    if (own !== undefined || latest !== undefined) {
        await (0,artifact/* putArtifactBlobs */.IN)(ports.registry, request.record, record.digests);
    }
    const { done, ...how } = await moveAll(request, ports, latest === undefined ? [] : [latest]);
    const all = [...before, ...done];
    if (how.finding !== undefined || how.isCancelled === true)
        return { ...how, done: all };
    if (own !== undefined)
        await (0,publish/* putReadBack */.fN)(ports, request.record, own, record.manifest);
    return { done: all };
}
function onlyDone(images, done) {
    const references = new Set(done.map(({ repository, tag }) => `${repository}:${tag}`));
    return images.map(image => {
        const moved = image.moved.filter(tag => references.has(`${image.repository}:${tag}`));
        return {
            ...image,
            state: image.state === 'moved' && moved.length === 0 ? 'unchanged' : image.state,
            moved
        };
    });
}
async function checkMoves(request, ports, targets) {
    const findings = [];
    for (const target of targets) {
        for (const { tag, current } of tagsToMove(target)) {
            const reference = `${target.image.repository}:${tag}`;
            const move = { reference, revision: target.revision, ...(current === undefined ? {} : { current }) };
            findings.push(...(await checkForward(request, ports, move)));
        }
    }
    return findings;
}
function movesOf(targets, moving) {
    return targets.flatMap(target => tagsToMove(target)
        .filter(state => state.moving === moving)
        .map(({ tag, current }) => ({
        repository: target.image.repository,
        tag,
        target: target.index,
        ...(current === undefined ? {} : { seen: current.descriptor.digest })
    })));
}
function parentsFirst(images) {
    const byName = new Map(images.map(image => [image.name, image]));
    const order = (0,graph_order/* orderOf */.m)((0,graph/* graphOf */.c)(new Map(images.map(image => [image.name, image.parents]))));
    if (order.kind === 'cyclic')
        throw new Error(`the images ${order.cycle.join(', ')} depend on one another`);
    return order.names.flatMap(name => byName.get(name) ?? []);
}
/** Targets by depth below one another, so that children find their parents' layers at the registry. */
function levelsOf(targets) {
    const order = (0,graph_order/* orderOf */.m)((0,graph/* graphOf */.c)(new Map(targets.map(({ image }) => [image.name, image.parents]))));
    if (order.kind === 'cyclic')
        return [targets];
    const levels = [];
    for (const target of targets)
        (levels[order.level.get(target.image.name) ?? 0] ??= []).push(target);
    return levels;
}
function refused(diagnostics) {
    return { state: 'refused', images: [], diagnostics };
}

// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/plan/platforms.js
var plan_platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/plan/run-keys.js
var run_keys = __webpack_require__(5412);
// EXTERNAL MODULE: ./build/commands/put-back.js
var put_back = __webpack_require__(6256);
// EXTERNAL MODULE: ./build/build/smoke.js
var smoke = __webpack_require__(6222);
;// CONCATENATED MODULE: ./build/commands/untested.js



/** The images of a plan that are in staging without a record that their present smoke test passed. */
async function untested(registry, staging, images, snapshot) {
    const failures = [];
    for (const { name, platforms } of images) {
        const image = snapshot.images.get(name);
        if (image === undefined || image.test === null)
            continue;
        for (const [platform, { key }] of Object.entries(platforms)) {
            const found = await registry.head(staging, (0,build_staging/* keyTag */.QR)(name, platform, key));
            if (found === undefined)
                continue;
            const tag = (0,smoke/* passedTag */.rI)(name, platform, found.digest, image.test);
            if ((await registry.head(staging, tag)) !== undefined)
                continue;
            const message = `${name} for ${platform} is built, but its smoke test has not passed`;
            const remedy = 'repair the image or the test and run again; nothing was released';
            failures.push((0,diagnostic/* errorAt */.Os)('B002', { file: image.spec.dockerfile }, message, remedy));
        }
    }
    return failures;
}

;// CONCATENATED MODULE: ./build/commands/release.js











/**
 * Makes what is public equal to the keys of the plan's commit, for every image of the manifest, all or nothing. What
 * staging has lost and is public is put back first.
 */
async function release_release(world, request) {
    const { plan } = request;
    const unfit = unfitPlatforms(plan, request.platforms);
    if (unfit.length > 0)
        return { kind: 'invalid', diagnostics: unfit };
    const images = request.platforms === undefined ? plan.images : (0,plan_platforms/* takenImages */.E8)(plan);
    if (plan.head.dirty)
        return { kind: 'invalid', diagnostics: [uncommitted(plan)] };
    const opened = await (0,commands_opened/* openPlan */.uD)(world, plan, request.registry, request.snapshot);
    if (!('git' in opened))
        return { kind: 'invalid', diagnostics: opened };
    const attempt = (registry) => releaseOnce(world, registry, request, opened, images);
    let result = await attempt(await world.registry());
    if (result.state === 'refused' && result.diagnostics.some(({ code }) => code !== 'R002')) {
        const { snapshot, targets } = opened;
        const whole = await (0,put_back/* putBackLost */.L)(world, { targets, plan, images, snapshot }, request.dryRun ?? false);
        if (whole !== undefined)
            result = await attempt(whole);
    }
    return { kind: 'done', value: result, warnings: partlyPublished(plan, opened.snapshot, request.platforms) };
}
/** Images that are published without a platform of the manifest: whoever pulls a moved tag there finds nothing. */
function partlyPublished(plan, { images }, platforms) {
    if (platforms === undefined)
        return [];
    const published = (0,plan_platforms/* takenImages */.E8)(plan).filter(({ name }) => images.get(name)?.spec.publish === true);
    const lacking = published.flatMap(({ name, platforms: taken }) => {
        const all = images.get(name)?.spec.platforms ?? [];
        const without = all.filter(each => taken[each] === undefined);
        return without.length === 0 ? [] : [`${name} without ${without.join(' and ')}`];
    });
    if (lacking.length === 0)
        return [];
    const message = `--platform publishes ${(0,shown/* someOf */.yU)(lacking, SHOWN)}: a tag that moves loses what it had there`;
    return [(0,diagnostic/* warningAt */.MK)('R003', diagnostic/* COMMAND_LINE */.rD, message, 'leave --platform out once all platforms are built')];
}
const SHOWN = 5;
async function releaseOnce(world, registry, request, { git, snapshot, targets }, images) {
    const { plan } = request;
    const failures = await untested(registry, targets.staging, images, snapshot);
    if ((0,diagnostic/* hasErrors */.Cs)(failures))
        return { state: 'refused', images: [], diagnostics: failures };
    const planned = new Map(images.map(image => [image.name, image]));
    return release({
        manifest: plan.manifest,
        commit: { id: plan.head.commit, time: plan.head.time },
        staging: targets.staging,
        record: targets.record,
        images: releaseImages(images, snapshot, targets.published),
        allowRewind: request.allowRewind ?? false,
        dryRun: request.dryRun ?? false,
        given: givenTo(request),
        isOtherRun: request.given !== undefined && request.given.plan === undefined && plan.images.some(run_keys/* isOfRun */.N)
    }, {
        registry,
        traceKey: (image, platform, digestOf) => {
            const inputs = snapshot.images.get(image)?.platforms.get(platform);
            if (inputs === undefined)
                throw new Error(`Internal error: ${image} is not planned for ${platform}`);
            const salt = planned.get(image)?.platforms[platform]?.salt;
            return (0,keys_inputs/* traceKeyOf */.AT)(inputs, parent => digestOf(parent.image, parent.platform) ?? '', salt);
        },
        isAncestor: (ancestor, commit) => git.isAncestor(ancestor, commit),
        descendants: (commit, some) => git.descendants(commit, some),
        log: world.log,
        signal: world.signal
    });
}
/**
 * What a suggested command has to repeat. A plan that was not made here may be of another commit than the one that is
 * checked out, and may lack what is missing, so its commit is planned anew; but a key of its run is found by it alone.
 */
function givenTo({ plan, registry, platforms, given }) {
    if (given !== undefined && (given.plan === undefined || plan.images.some(run_keys/* isOfRun */.N)))
        return given;
    const { manifest = plan.manifest } = given ?? {};
    return {
        ...(manifest === read_manifest/* DEFAULT_MANIFEST */.mj ? {} : { manifest }),
        head: plan.head.commit,
        ...(registry === undefined || registry === commands_opened/* OWN_REGISTRY */.fy ? {} : { registry }),
        ...(platforms === undefined ? {} : { platforms })
    };
}
/** What is public must be what a commit says: uncommitted work would carry the name of a commit that is something else. */
function uncommitted(plan) {
    return (0,diagnostic/* errorAt */.Os)('R004', { file: plan.manifest }, `the plan holds uncommitted changes on top of ${plan.head.commit.slice(0, 12)}; only commits are released`, 'commit them, or release the commit with --head HEAD');
}
/**
 * Platforms that are not those of the plan, or without which an image cannot be held against its parents: a mistyped list
 * must not publish an index that lacks a platform.
 */
function unfitPlatforms(plan, platforms) {
    if (platforms === undefined)
        return [];
    const given = [...new Set(platforms)].sort(code_unit/* byCodeUnit */.X).join(', ');
    const made = plan.platforms?.join(', ') ?? 'all platforms';
    if (given !== made) {
        const message = `the release is for ${given}, and the plan was made for ${made}`;
        return [
            (0,diagnostic/* errorAt */.Os)('E004', diagnostic/* COMMAND_LINE */.rD, message, 'give plan, build and release the same --platform, or none of them')
        ];
    }
    return (0,plan_platforms/* takenImages */.E8)(plan).flatMap(({ name, platforms: taken }) => Object.entries(taken).flatMap(([platform, { crossing = [] }]) => crossing
        .filter(parent => !(0,plan_platforms/* isTaken */.Ck)(plan, parent.platform))
        .map(parent => {
        const message = `${name} for ${platform} takes ${parent.image} for ${parent.platform}, which --platform leaves out`;
        return (0,diagnostic/* errorAt */.Os)('E004', diagnostic/* COMMAND_LINE */.rD, message, `add --platform ${parent.platform}`);
    })));
}
function releaseImages(images, snapshot, published) {
    return images.flatMap(planned => {
        const image = snapshot.images.get(planned.name);
        if (image === undefined)
            return [];
        const { spec, test } = image;
        const platforms = Object.entries(planned.platforms).map(([platform, { key }]) => [platform, key]);
        return {
            name: spec.name,
            repository: published(spec.repository),
            tags: spec.tags,
            texts: {
                title: spec.name,
                ...(spec.description === undefined ? {} : { description: spec.description }),
                ...(spec.licenses === undefined ? {} : { licenses: spec.licenses }),
                ...(spec.source === undefined ? {} : { source: spec.source }),
                ...(spec.deprecated === undefined ? {} : { deprecated: spec.deprecated })
            },
            publish: spec.publish,
            platforms: Object.fromEntries(platforms),
            parents: planned.parents,
            ...(test === null ? {} : { test })
        };
    });
}

// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/table.js
var report_table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/release.js


/** What became of a release for a person at a terminal. */
function renderReleaseText(result) {
    const rows = result.images.map(image => [
        image.name,
        result.state === 'dry run' && image.state === 'moved' ? 'would move' : image.state,
        [...image.moved, ...image.unchanged].join(', '),
        image.digest === undefined ? '' : (0,amounts/* shortDigest */.VK)(image.digest),
        (0,amounts/* humanSize */.Xe)(image.platforms.reduce((sum, platform) => sum + platform.size, 0))
    ]);
    const table = (0,report_table/* terminalTable */.R)([
        { title: 'image' },
        { title: 'result' },
        { title: 'tags' },
        { title: 'digest' },
        { title: 'size', align: 'right' }
    ], rows);
    const sentence = endingOf(result);
    return rows.length === 0 ? `${sentence}\n` : `${table}\n\n${recordLine(result)}${sentence}\n`;
}
function recordLine({ state, record }) {
    if (record === undefined)
        return '';
    const isToCome = state === 'dry run' && record.state === 'written';
    return `Release record${isToCome ? ' would be' : ''}: ${record.repository}@${record.digest}\n`;
}
/** How it ended; a release that found everything right says that it did nothing. */
function endingOf({ state, images, record }) {
    const isRight = record?.state === 'unchanged' && images.every(image => image.state !== 'moved');
    switch (state) {
        case 'released':
            return isRight ? `Nothing had to be released: ${ALL_RIGHT}.` : 'Released.';
        case 'dry run':
            return isRight
                ? `Nothing was written, and a release would write nothing: ${ALL_RIGHT}.`
                : 'Nothing was written: this is what a release would do.';
        case 'refused':
            return 'Refused: nothing was written.';
        case 'stopped':
            return 'Stopped: a newer release took over.';
        case 'cancelled':
            return 'Cancelled: tags that were moved stay; the same command again moves the others.';
    }
}
const ALL_RIGHT = 'what is public is what the commit says';

// EXTERNAL MODULE: ./build/cli/build.js + 25 modules
var build = __webpack_require__(2325);
;// CONCATENATED MODULE: ./build/cli/release.js





/** `base-images release`. */
async function releaseFace({ world, options, given, terminal, tell }) {
    const planned = await (0,build.plannedOrRead)(world, options);
    if (planned.kind === 'invalid') {
        tell(planned.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    const outcome = await release_release(world, {
        ...planned.value,
        registry: options.registry ?? commands_opened/* OWN_REGISTRY */.fy,
        dryRun: options.dryRun,
        allowRewind: options.allowRewind,
        given,
        ...(options.platforms === undefined ? {} : { platforms: options.platforms })
    });
    if (outcome.kind === 'invalid') {
        tell(outcome.diagnostics);
        return commands_outcome/* EXIT */.d.invalid;
    }
    const result = outcome.value;
    tell([...outcome.warnings, ...result.diagnostics]);
    terminal.out(options.format === 'json' ? `${JSON.stringify(result, undefined, 2)}\n` : renderReleaseText(result));
    return result.state === 'released' || result.state === 'dry run' ? commands_outcome/* EXIT */.d.done : commands_outcome/* EXIT */.d.failed;
}


/***/ }),

/***/ 4255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   PT: () => (/* binding */ wrongKey),
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Reports an error at the value of a field and returns undefined. */
function wrong(field, code, message, remedy) {
    field.report({ code, severity: 'error', path: field.path, at: 'value', message, remedy });
    return undefined;
}
/** Reports an error at the key of a field and returns undefined. */
function wrongKey(field, code, message, remedy) {
    field.report({ code, severity: 'error', path: field.path, at: 'key', message, remedy });
    return undefined;
}
/** Reports M004: what was found, what was expected. */
function wrongType(field, expected, example) {
    const message = `${labelOf(field.path)} is ${describe(field.value)}, expected ${expected}`;
    return wrong(field, 'M004', message, `Write ${example}`);
}
/** The child of a field. */
function childOf(field, step, value) {
    return { value, path: [...field.path, step], report: field.report };
}
/** The keys to a value as a person writes them: `images.python-base.tags[1]`. */
function labelOf(path) {
    if (path.length === 0)
        return 'The manifest';
    return path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${shown(step)}`))
        .join('');
}
/** Names a value in a sentence. */
function describe(value) {
    if (value === null)
        return 'empty';
    if (typeof value === 'string')
        return `the text ${quoted(value)}`;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(value))
        return 'a mapping';
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnquoted */ .IW)(value))
        return `the ${typeof value.value} ${shown(value.written)}`;
    return 'a list';
}
/** A text in quotes, control characters escaped, long ones cut. */
function quoted(text) {
    return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
const LONGEST_SHOWN = 60;
function shown(text) {
    return /^[\w./-]{1,60}$/.test(text) ? text : quoted(text);
}


/***/ }),

/***/ 616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   Au: () => (/* binding */ readAnyText),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   r1: () => (/* binding */ textLike),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4255);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);


/** Characters that no text of a manifest has: control characters other than tab and line feed, halves of pairs. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u;
/** Reads a text, which may be empty and have several lines; a number or boolean has to be quoted (M005). */
const readAnyText = field => {
    const { value } = field;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnquoted */ .IW)(value))
        return unquoted(field, value.written, typeof value.value);
    if (typeof value !== 'string')
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'a text', 'a text, in quotes when in doubt');
    if (!FORBIDDEN.test(value))
        return value;
    const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)}, expected a text without control characters`;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', message, 'Remove the control character');
};
/** Reads a text with at least one character. */
const readText = field => {
    const text = readAnyText(field);
    if (text !== '')
        return text;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is an empty text`, 'Write a text, or remove the key');
};
/** Reads `true` or `false`. */
const readBoolean = field => (0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnquoted */ .IW)(field.value) && typeof field.value.value === 'boolean'
    ? field.value.value
    : (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'true or false', 'true or false without quotes');
/** Makes a reader of texts of a form; `expected` ends the sentence "… is x, expected". */
function textLike(pattern, expected, remedy) {
    return field => {
        const text = readAnyText(field);
        if (text === undefined || pattern.test(text))
            return text;
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, expected ${expected}`, remedy);
    };
}
/** Makes a reader of lists; every item is read, so that every problem is told. */
function listOf(item, options = {}) {
    return field => {
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(field.value))
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'a list', 'a list such as [a, b]');
        const least = options.atLeast ?? 0;
        if (field.value.length < least)
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is an empty list`, 'Write at least one item, or remove the key');
        const items = field.value.map((value, index) => item((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(field, index, value)));
        return allOf(items);
    };
}
/** Makes a reader of lists in which no item may be repeated. */
function setOf(item, options = {}) {
    const read = listOf(item, options);
    return field => {
        const items = read(field);
        const seen = new Set();
        const repeated = items?.findIndex(text => seen.size === seen.add(text).size) ?? -1;
        if (items === undefined || repeated < 0)
            return items;
        const place = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(field, repeated, null);
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(place, 'M010', `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(items[repeated] ?? '')} is listed twice`, 'Remove one of the two');
    };
}
/** Makes a reader of mappings with free keys; `checkKey` reports what is wrong with a key. What can be read is returned. */
function mapOf(checkKey, item) {
    return field => {
        if (!(0,_values_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(field.value))
            return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongType */ .gQ)(field, 'a mapping', 'lines of the form key: value');
        const read = new Map();
        for (const [key, value] of field.value) {
            const child = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .childOf */ .GG)(field, key, value);
            const isAllowed = checkKey(key, child);
            const meaning = item(child);
            if (isAllowed && meaning !== undefined)
                read.set(key, meaning);
        }
        return read;
    };
}
function unquoted(field, written, type) {
    const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(field.value)}, expected a text: YAML reads ${written} as a ${type}`;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M005', message, `Write it in quotes: "${written}"`);
}
function allOf(items) {
    return items.every(item => item !== undefined) ? items : undefined;
}


/***/ }),

/***/ 7979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ expandTags),
/* harmony export */   z: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4255);
/* harmony import */ var _readers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(616);


/** Hex digits of a commit in a tag. */
const SHORT_COMMIT = 12;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const PLACEHOLDER = /\{([^{}]*)\}/g;
/** Fills `{date}` and `{commit}` (its first 12 digits) into tags; tags that become equal are listed once. */
function expandTags(tags, values) {
    return [...new Set(tags.map(tag => expandTag(tag, values)))];
}
/** Reads a tag; it has to be a tag of the registry grammar once its placeholders are filled. */
const readTag = field => {
    const text = (0,_readers_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnyText */ .Au)(field);
    if (text === undefined)
        return undefined;
    const unknown = [...text.matchAll(PLACEHOLDER)]
        .map(([, name]) => name)
        .find(name => !PLACEHOLDERS.has(name ?? ''));
    if (unknown !== undefined) {
        const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} has the placeholder ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(`{${unknown}}`)}, expected {date} or {commit}`;
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', message, 'Use {date} or {commit}, or remove the braces');
    }
    if (TAG.test(expandTag(text, EXAMPLE)))
        return text;
    const message = `${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelOf */ .Wy)(field.path)} is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}, expected a tag: up to 128 of A-Z a-z 0-9 _ . -`;
    return (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(field, 'M010', message, 'Write a tag that starts with a letter, a digit or _');
};
const PLACEHOLDERS = new Set(['date', 'commit']);
const EXAMPLE = { date: '2026-11-22', commit: '0'.repeat(40) };
function expandTag(tag, values) {
    return tag.replaceAll('{date}', values.date).replaceAll('{commit}', values.commit.slice(0, SHORT_COMMIT));
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ isUnquoted),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/** Whether a value is a number or boolean. */
function isUnquoted(value) {
    return typeof value === 'object' && value !== null && 'written' in value;
}
/** Whether a value is a mapping. */
function isMapping(value) {
    return value instanceof Map;
}
/** Whether a value is a list. */
function isList(value) {
    return Array.isArray(value);
}


/***/ })

};
