export const id = 952;
export const ids = [952];
export const modules = {

/***/ 5952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildAction: () => (/* binding */ buildAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/build/results.js
var build_results = __webpack_require__(4213);
;// CONCATENATED MODULE: ./build/build/scheduler.js
/**
 * Runs tasks as soon as what they need is done: a child starts when its own parents are done, a failure blocks its
 * descendants only. Of several that could start, the one with the longest chain of waiting tasks below it goes first,
 * then by id. Resolves when nothing runs any more; `run` must not reject.
 */
async function runSchedule(schedule) {
    const known = new Set(schedule.tasks);
    const ends = new Map();
    const running = new Map();
    const waiting = new Set(schedule.tasks);
    const height = heights(schedule);
    const order = [...schedule.tasks].sort((a, b) => (height.get(b) ?? 0) - (height.get(a) ?? 0) || (a < b ? -1 : 1));
    const needs = (id) => schedule.needs(id).filter(need => known.has(need));
    for (;;) {
        blockAndCancel();
        for (const id of order) {
            if (running.size >= schedule.slots)
                break;
            if (waiting.has(id) && needs(id).every(isDone))
                start(id);
        }
        if (running.size === 0)
            return ends;
        await Promise.race(running.values());
    }
    function start(id) {
        waiting.delete(id);
        const done = schedule.run(id).then(value => {
            ends.set(id, { kind: 'ended', value });
            running.delete(id);
        });
        running.set(id, done);
    }
    function isDone(id) {
        const end = ends.get(id);
        return end?.kind === 'ended' && schedule.succeeded(end.value);
    }
    /** Blocking goes down the whole tree: `order` has parents before children, since they are higher. */
    function blockAndCancel() {
        for (const id of order) {
            if (!waiting.has(id))
                continue;
            const by = blocker(id);
            if (by !== undefined)
                ends.set(id, { kind: 'blocked', by });
            else if (schedule.cancelled())
                ends.set(id, { kind: 'cancelled' });
            else
                continue;
            waiting.delete(id);
        }
    }
    function blocker(id) {
        for (const need of needs(id)) {
            const end = ends.get(need);
            if (end?.kind === 'blocked')
                return end.by;
            if (end?.kind === 'ended' && !schedule.succeeded(end.value))
                return need;
        }
        return undefined;
    }
}
/** Length of the longest chain of tasks that wait for each task, itself included. */
function heights(schedule) {
    const below = new Map();
    for (const id of schedule.tasks) {
        for (const need of schedule.needs(id))
            below.set(need, [...(below.get(need) ?? []), id]);
    }
    const height = new Map();
    for (const first of schedule.tasks) {
        const open = [first];
        for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
            const missing = (below.get(id) ?? []).filter(child => !height.has(child));
            if (missing.length > 0)
                open.push(...missing);
            else {
                height.set(id, 1 + Math.max(0, ...(below.get(id) ?? []).map(child => height.get(child) ?? 0)));
                open.pop();
            }
        }
    }
    return height;
}

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostics_diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/build/staging.js
var staging = __webpack_require__(3422);
// EXTERNAL MODULE: ./build/build/smoke.js
var smoke = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
;// CONCATENATED MODULE: ./build/keys/content-id.js

/**
 * The content id of a built image: SHA-256 (64 hex) over its configuration, layer diff ids included, without `created`
 * and `history`, which say when and how but not what. The configuration is the OCI image configuration as JSON.
 * Throws a SyntaxError when the bytes are no JSON object.
 */
function contentId(config) {
    const value = JSON.parse(Buffer.from(config).toString('utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new SyntaxError('an image configuration must be a JSON object');
    }
    const what = Object.entries(value).filter(([name]) => name !== 'created' && name !== 'history');
    return (0,canonical/* sha256 */.s)((0,canonical/* canonicalJson */.d)(Object.fromEntries(what)));
}

// EXTERNAL MODULE: ./build/manifest/reference.js
var reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/build/handover.js

/** A parent from staging, by the digest of its platform manifest. */
function handParent(contextName, staging, digest) {
    return { contextName, reference: `${normaliseRepository(staging)}@${digest}` };
}
/** An external base under its own name, at the digest it is pinned to; a name that has its digest stays as it is. */
function handExternal(contextName, reference, digest) {
    return { contextName, reference: reference.includes('@') ? reference : `${reference}@${digest}` };
}
/** The arguments that hand the images over. */
function contextArguments(handed) {
    return handed.flatMap(each => ['--build-context', `${each.contextName}=docker-image://${each.reference}`]);
}
/** A repository with its domain written out, as BuildKit writes it: without the `:latest` that a reference would get. */
function normaliseRepository(repository) {
    return ((0,reference/* normaliseReference */.Ox)(repository) ?? repository).replace(/:latest$/, '');
}

;// CONCATENATED MODULE: ./build/build/arguments.js

/** Times in the configuration and of the files of the build context: equal inputs give equal bytes. */
const SOURCE_EPOCH = 946_684_800;
/**
 * By digest and without a tag; the codec of the cache, so that a layer is compressed once and shared; layers of the base
 * stay as they are, so that parent and child share them (no force-compression).
 */
const OUTPUT = 'push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,compression=zstd';
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
        ...contextArguments(order.handed),
        ...Object.entries(order.folders).flatMap(([name, path]) => ['--build-context', `${name}=${path}`]),
        ...cacheArguments(order),
        ...(order.noCache ? ['--no-cache'] : []),
        `--metadata-file=${order.metadata}`,
        `--output=type=image,name=${order.repository},${OUTPUT}`,
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

;// CONCATENATED MODULE: ./build/build/materials.js
/**
 * Reads the metadata file: the pushed digest and the images among the materials of the provenance, which is there even
 * without attestations (BUILDX_METADATA_PROVENANCE). Undefined when it is not what buildx writes.
 */
function readMetadata(text) {
    const value = parseObject(text);
    const digest = value?.['containerimage.digest'];
    const provenance = value?.['buildx.build.provenance'];
    if (typeof digest !== 'string' || !isRecord(provenance))
        return undefined;
    const materials = provenance['materials'];
    // A build FROM scratch without files has no materials at all.
    if (materials === undefined || materials === null)
        return { digest, images: [] };
    if (!Array.isArray(materials))
        return undefined;
    const images = [];
    for (const material of materials) {
        if (!isRecord(material) || typeof material['uri'] !== 'string')
            return undefined;
        if (!material['uri'].startsWith('pkg:docker/') && !material['uri'].startsWith('pkg:oci/'))
            continue;
        const digests = material['digest'];
        const sha256 = isRecord(digests) ? digests['sha256'] : undefined;
        if (typeof sha256 !== 'string')
            return undefined;
        images.push({ uri: material['uri'], digest: `sha256:${sha256}` });
    }
    return { digest, images };
}
/** Compares the digests of the materials with those of the images that were handed over. */
function compareMaterials(images, handed) {
    const expected = new Map(handed.map(each => [digestOf(each.reference), each.reference]));
    const taken = new Set(images.map(image => image.digest));
    return {
        foreign: images
            .filter(image => !expected.has(image.digest))
            .map(image => `${image.uri} (${image.digest})`),
        missing: [...expected].filter(([digest]) => !taken.has(digest)).map(([, reference]) => reference)
    };
}
function digestOf(reference) {
    return reference.slice(reference.indexOf('@') + 1);
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/build/policy.js
/**
 * The source policy of one build as JSON: no image may be taken but these. `allowed` are normalised references with
 * digest, `docker.io/library/python:3.11@sha256:…`. The last rule that matches wins, so the refusal comes first.
 * Format: github.com/moby/buildkit, sourcepolicy/pb/policy.proto.
 */
function sourcePolicy(allowed) {
    const deny = {
        action: 'DENY',
        selector: { identifier: 'docker-image://*', matchType: 'WILDCARD' }
    };
    const allow = allowed.map((reference) => ({
        action: 'ALLOW',
        selector: { identifier: `docker-image://${reference}`, matchType: 'EXACT' }
    }));
    return JSON.stringify({ rules: [deny, ...allow] });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/io/paths.js
var paths = __webpack_require__(3617);
;// CONCATENATED MODULE: ./build/io/materialise.js



/** A file whose content is in Git LFS and not in the repository. */
class materialise_LfsPointerError extends Error {
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
 * Writes exactly the listed files and empty folders into an empty folder, from git objects: what is not in the key cannot be in the image.
 * Modes are normalised. The time of a file follows from its content, so equal inputs give equal layers and a changed
 * source never meets compiled code that claims to fit it.
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
            await (0,promises_.symlink)(Buffer.from(content), path);
            await (0,promises_.lutimes)(path, time, time);
            continue;
        }
        if (Buffer.from(content.subarray(0, LFS_POINTER.length)).toString('latin1') === LFS_POINTER) {
            throw new materialise_LfsPointerError(file.path);
        }
        await (0,promises_.writeFile)(path, content);
        await (0,promises_.chmod)(path, file.mode === '100755' ? MODES.executable : MODES.file);
        await (0,promises_.utimes)(path, time, time);
    }
    // Last, since writing into a folder moves its time.
    for (const each of folders)
        await (0,promises_.utimes)(pathIn(folder, each), SOURCE_EPOCH, SOURCE_EPOCH);
}
/** A submodule is a commit of another repository: there is nothing to write. */
function isContent(file) {
    return file.mode !== '160000';
}
async function makeFolder(path) {
    await (0,promises_.mkdir)(path, { recursive: true });
    await (0,promises_.chmod)(path, MODES.folder);
}
function pathIn(folder, path) {
    return path === '' ? Buffer.from(folder) : Buffer.concat([Buffer.from(`${folder}/`), (0,paths/* encodePath */.O)(path)]);
}
function parentsOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** Seconds since the epoch, in the eight years after SOURCE_EPOCH. */
function timeOf(blob) {
    return SOURCE_EPOCH + Number.parseInt(blob.slice(0, 7), 16);
}

// EXTERNAL MODULE: ./build/load/arguments.js
var load_arguments = __webpack_require__(1773);
// EXTERNAL MODULE: ./build/build/retry.js
var retry = __webpack_require__(6625);
;// CONCATENATED MODULE: ./build/build/failure.js

const NO_BUILDER = /^no builder ".*" found$/;
/** Finds the cause in the output of `buildx build --progress=plain`. */
function findFailure(title, result, timeoutMs) {
    const { stderr } = result;
    if (result.timedOut) {
        const minutes = Math.round(timeoutMs / 60_000);
        return {
            code: 'B001',
            place: {},
            message: `${title}: ended after ${minutes} minutes without an end`,
            remedy: 'look at the last step of the log for what it waits for'
        };
    }
    const said = lastError(stderr);
    if (/no space left on device/i.test(stderr)) {
        return {
            code: 'W003',
            place: {},
            message: `${title}: no space left on the device of the builder: ${said}`,
            remedy: 'free space (`docker buildx prune`), or give the image a runner with a larger disk; finished images are kept'
        };
    }
    const line = dockerfileLine(stderr);
    const place = line === undefined ? {} : { line };
    if (retry/* DENIED_BY_POLICY */.rH.test(stderr)) {
        return {
            code: 'B003',
            place,
            message: `${title} takes an image that the plan does not name: ${said}`,
            remedy: 'write the reference in the Dockerfile so that it can be followed; `base-images graph` shows what was found'
        };
    }
    if (NO_BUILDER.test(said) || (0,retry/* classifyBuildxError */.bw)(stderr) !== 'final') {
        return {
            code: 'W002',
            place: {},
            message: `${title}: the registry or the builder does not answer as it should: ${said}`,
            remedy: 'check the login and the rights to the staging repository and that the builder runs, then run again'
        };
    }
    return {
        code: 'B001',
        place,
        message: `${title}: ${said}`,
        remedy: 'read the log of the step above; images that are finished stay finished'
    };
}
/** BuildKit prints `Dockerfile:12` above the lines of the instruction that failed. */
function dockerfileLine(stderr) {
    const match = /^Dockerfile:(\d+)$/m.exec(stderr) ?? /dockerfile parse error on line (\d+)/i.exec(stderr);
    return match?.[1] === undefined ? undefined : Number(match[1]);
}
function lastError(stderr) {
    const lines = stderr.split('\n').map(line => line.trim());
    const error = lines.filter(line => /^ERROR: /.test(line)).at(-1) ?? lines.filter(line => line !== '').at(-1);
    return (error ?? 'no output').replace(/^ERROR: (failed to build: )?(failed to solve: )?/, '').slice(0, 600);
}

;// CONCATENATED MODULE: ./build/commands/run-buildx.js


/** One build may take this long: a hang ends, and a job of six hours does not end with nothing. */
const BUILD_TIMEOUT_MS = 3 * 60 * 60 * 1000;
/**
 * Runs buildx and repeats it where the registry or the builder failed, not the Dockerfile: layers stay warm in the
 * builder, so another try costs seconds. The log is printed as one group when the run has ended.
 */
async function runBuildx(around, title, args, environment, timeoutMs = BUILD_TIMEOUT_MS) {
    const { world, buildx, signal } = around;
    for (let attempt = 1;; attempt += 1) {
        const result = await buildx.build(args, { environment, timeoutMs, signal });
        world.log.group(`${title}${attempt === 1 ? '' : ` (try ${attempt})`}`, result.stderr);
        if (result.code === 0)
            return { kind: 'done' };
        const kind = (0,retry/* classifyBuildxError */.bw)(result.stderr);
        const last = attempt === retry/* MOST_TRIES */.ao || (kind === 'suspect' && attempt === 2);
        if (kind === 'final' || last || result.timedOut || signal.aborted) {
            return { kind: 'failed', ...findFailure(title, result, timeoutMs) };
        }
        const delay = (0,retry/* delayBefore */.Lw)(attempt + 1, kind, world.random());
        world.log.warn(`${title}: the registry or the builder failed; try ${attempt + 1} in ${Math.round(delay / 1000)} s`);
        await world.clock.sleep(delay);
    }
}

;// CONCATENATED MODULE: ./build/commands/build-image.js










/**
 * Builds one image for one platform and pushes it to staging by digest. The build context is materialised from git
 * objects; parents and external bases are handed over by digest; a source policy refuses every other image; afterwards
 * the materials must be exactly those that were handed over.
 */
async function buildImage(around, image, inputs, parents, externals) {
    const { world, git, targets } = around;
    const { spec } = image;
    const handed = handOver(inputs, targets, parents, externals);
    const scratch = await world.files.scratch(spec.name);
    try {
        const folders = {};
        for (const [index, [name, files]] of [...inputs.files].entries()) {
            const folder = name === '' ? `${scratch.path}/context` : `${scratch.path}/named-${index}`;
            await materialise(git, files, inputs.folders.get(name) ?? [], folder);
            if (name !== '')
                folders[name] = folder;
        }
        const dockerfile = `${scratch.path}/Dockerfile`;
        const text = await git.blobs([image.dockerfileBlob]);
        await world.files.write(dockerfile, text.get(image.dockerfileBlob) ?? '');
        // The listed files are already what the ignore file leaves; one among them must not be applied again.
        await world.files.write(`${dockerfile}.dockerignore`, '# the build context holds exactly what may be read\n');
        const policy = `${scratch.path}/policy.json`;
        await world.files.write(policy, sourcePolicy(handed.map(each => each.reference)));
        const metadata = `${scratch.path}/metadata.json`;
        const order = {
            dockerfile,
            context: `${scratch.path}/context`,
            folders,
            ...(spec.target === undefined ? {} : { target: spec.target }),
            platform: inputs.platform,
            args: image.args,
            labels: labelsOf(inputs, handed),
            secrets: spec.secrets.map(secret => secret.file === undefined ? secret : { ...secret, file: `${git.root}/${secret.file}` }),
            handed,
            repository: targets.staging,
            cache: `${targets.cache}:${(0,staging/* cacheTag */.z)(spec.name, inputs.platform)}`,
            cacheWrite: around.cacheWrite,
            noCache: inputs.epoch !== null && !(load_arguments/* EPOCH_ARGUMENT */.cH in inputs.args),
            metadata
        };
        const ran = await runBuildx(around, `${spec.name} ${inputs.platform}`, buildArguments(order), buildEnvironment(policy));
        if (ran.kind === 'failed') {
            return failed((0,diagnostics_diagnostic/* errorAt */.Os)(ran.code, { file: spec.dockerfile, ...ran.place }, ran.message, ran.remedy));
        }
        return checked(image, inputs, handed, (await world.files.read(metadata)) ?? '');
    }
    finally {
        await scratch.dispose();
    }
}
/** Exactly the images that the build may take. */
function handOver(inputs, targets, parents, externals) {
    const own = inputs.parents.map(parent => {
        const digest = parents.get(`${parent.image} ${parent.platform}`);
        if (digest === undefined)
            throw new Error(`Internal error: no digest for parent ${parent.image}`);
        return handParent(parent.contextName, targets.staging, digest);
    });
    const external = inputs.externals.map(base => {
        const digest = externals.get(`${base.reference} ${inputs.platform}`);
        if (digest === undefined)
            throw new Error(`Internal error: no digest for ${base.reference}`);
        return handExternal(base.contextName, base.reference, digest);
    });
    return [...own, ...external];
}
/** Labels that follow from the inputs; with the base's digest, so that the image itself tells what it stands on. */
function labelsOf(inputs, handed) {
    const name = inputs.labels['org.opencontainers.image.base.name'];
    const base = name === undefined ? undefined : handed.find(each => each.contextName === (0,reference/* contextNameOf */.Gf)(name));
    if (base === undefined)
        return inputs.labels;
    const digest = base.reference.slice(base.reference.indexOf('@') + 1);
    return { ...inputs.labels, 'org.opencontainers.image.base.digest': digest };
}
/** The third guard: the materials of the build are exactly the images that were handed over. */
function checked(image, inputs, handed, text) {
    const metadata = readMetadata(text);
    const place = { file: image.spec.dockerfile };
    if (metadata === undefined) {
        const message = `${image.spec.name}: buildx did not tell what the image was built from`;
        return failed((0,diagnostics_diagnostic/* errorAt */.Os)('B003', place, message, 'update buildx and BuildKit: the materials must be in the metadata file'));
    }
    const frontends = new Set(inputs.externals.filter(base => base.frontend).map(base => base.contextName));
    const { foreign, missing } = compareMaterials(metadata.images, handed);
    const lost = missing.filter(reference => handed.some(each => each.reference === reference && !frontends.has(each.contextName)));
    if (foreign.length === 0 && lost.length === 0)
        return { kind: 'built', digest: metadata.digest };
    const found = foreign.length === 0 ? '' : ` was built on ${foreign.join(', ')}, which the plan does not name;`;
    const unused = lost.length === 0 ? '' : ` did not take ${lost.join(', ')}, which the plan hands over;`;
    const message = `${image.spec.name}:${found}${unused} nothing of it is kept`;
    const remedy = 'write the reference in the Dockerfile as the manifest publishes it; run `base-images why` for the edges';
    return failed((0,diagnostics_diagnostic/* errorAt */.Os)('B003', place, message, remedy));
}
function failed(diagnostic) {
    return { kind: 'failed', diagnostics: [diagnostic] };
}

;// CONCATENATED MODULE: ./build/commands/smoke-test.js







/** A smoke test may take this long. */
const TEST_TIMEOUT_MS = 10 * 60 * 1000;
/** Runs an image's smoke test inside BuildKit on exactly the staged digest; empty when it passed or there is none. */
async function smokeTest(around, image, platform, digest) {
    const { test, name, dockerfile } = image.spec;
    if (test === undefined)
        return [];
    const { world } = around;
    const scratch = await world.files.scratch(`test-${name}`);
    try {
        const context = `${scratch.path}/context`;
        const script = test.kind === 'script' ? scriptInput(image, test.path) : undefined;
        if (test.kind === 'script' && script === undefined) {
            const message = `${name}: the smoke test ${test.path} is not tracked as a regular file`;
            return [(0,diagnostics_diagnostic/* errorAt */.Os)('B002', { file: dockerfile }, message, 'add the script to git, or correct `test:`')];
        }
        await materialise(around.git, script === undefined ? [] : [script], [], context);
        const file = `${scratch.path}/Dockerfile`;
        await world.files.write(file, (0,smoke/* smokeDockerfile */.ET)(test));
        await world.files.write(`${file}.dockerignore`, '# nothing is left out\n');
        const handed = handParent('', around.targets.staging, digest);
        const policy = `${scratch.path}/policy.json`;
        await world.files.write(policy, sourcePolicy([handed.reference]));
        const args = (0,smoke/* smokeArguments */.gc)({ dockerfile: file, context, platform, reference: handed.reference });
        const title = `${name} ${platform} smoke test`;
        const ran = await runBuildx(around, title, args, buildEnvironment(policy), TEST_TIMEOUT_MS);
        if (ran.kind === 'done')
            return [];
        const place = { file: test.kind === 'script' ? test.path : dockerfile };
        const code = ran.code === 'B001' ? 'B002' : ran.code;
        const remedy = 'read the log of the test above; the image is not tagged, its children are not built';
        return [(0,diagnostics_diagnostic/* errorAt */.Os)(code, place, ran.message, code === 'B002' ? remedy : ran.remedy)];
    }
    finally {
        await scratch.dispose();
    }
}
/** The script as it is mounted: executable whatever its mode in git, since it is run and not read. */
function scriptInput(image, path) {
    const test = image.test;
    if (typeof test !== 'object' || test === null || !('blob' in test) || typeof test.blob !== 'string') {
        return undefined;
    }
    return { path, contextPath: (0,smoke/* scriptName */.vD)(path), mode: '100755', blob: test.blob };
}

// EXTERNAL MODULE: ./build/commands/platform-size.js
var platform_size = __webpack_require__(2916);
;// CONCATENATED MODULE: ./build/commands/build-one.js







/**
 * Brings one image into staging: adopts what is there by trace key, else builds, verifies and adopts what has the same
 * content; tests it; and only then tags it. A tag means built, verified and tested; the first writer wins.
 */
async function buildOne(around, task) {
    const { world, staged, registry, targets } = around;
    const { planned, image, platform } = task;
    const start = world.clock.now();
    const inputs = image.platforms.get(platform);
    const planPlatform = planned.platforms[platform];
    if (inputs === undefined || planPlatform === undefined) {
        throw new Error(`Internal error: ${planned.name} is not planned for ${platform}`);
    }
    const parents = new Map();
    const byName = {};
    for (const parent of inputs.parents) {
        const digest = await staged.digest(parent.image, parent.platform);
        if (digest === undefined)
            return ended('failed', undefined, [noParent(image, parent.image)]);
        parents.set(`${parent.image} ${parent.platform}`, digest);
        byName[parent.image] = digest;
    }
    const trace = (await staged.trace(planned.name, platform)) ?? '';
    const traceName = (0,staging/* traceTag */.Ek)(planned.name, platform, trace);
    const adopted = await registry.head(targets.staging, traceName);
    let digest = adopted?.digest;
    let state = 'reused';
    if (digest === undefined) {
        const externals = new Map();
        for (const base of inputs.externals) {
            externals.set(`${base.reference} ${platform}`, await around.external(base.reference, platform));
        }
        const built = await buildImage(around, image, inputs, parents, externals);
        if (built.kind === 'failed')
            return ended('failed', undefined, built.diagnostics);
        const same = await adoptContent(around, task, built.digest);
        digest = same ?? built.digest;
        state = same === undefined || same === built.digest ? 'built' : 'reused';
    }
    const testName = image.test === null ? undefined : (0,staging/* testTag */.f_)(planned.name, platform, (0,smoke/* testHash */.Jy)(digest, image.test));
    if (testName !== undefined && (await registry.head(targets.staging, testName)) === undefined) {
        const failures = await smokeTest(around, image, platform, digest);
        if (failures.length > 0)
            return ended('failed', undefined, failures);
        state = 'built';
    }
    const tooLarge = await overBudget(around, image, digest);
    if (tooLarge !== undefined)
        return ended('failed', undefined, [tooLarge]);
    // The test's record comes first and the key last: whoever finds the key finds everything else.
    const tags = [testName, traceName, (0,staging/* keyTag */.QR)(planned.name, platform, planPlatform.key)];
    for (const tag of tags)
        if (tag !== undefined)
            await tagAs(around, digest, tag);
    staged.remember(planned.name, platform, digest);
    return ended(state, digest, []);
    async function ended(end, finished, diagnostics) {
        const size = finished === undefined ? undefined : await (0,platform_size/* platformSize */.v)(registry, targets.staging, finished);
        return {
            image: planned.name,
            platform,
            state: end,
            ...(finished === undefined ? {} : { digest: finished }),
            ...(size === undefined ? {} : { size }),
            parents: byName,
            milliseconds: world.clock.now() - start,
            diagnostics
        };
    }
}
/** The finding that the compressed image is larger than the manifest allows. */
async function overBudget(around, image, digest) {
    const { name, sizeBudget, dockerfile } = image.spec;
    if (sizeBudget === undefined)
        return undefined;
    const size = await (0,platform_size/* platformSize */.v)(around.registry, around.targets.staging, digest);
    if (size === undefined || size <= sizeBudget)
        return undefined;
    const message = `${name} has ${megabytes(size)} compressed, and its size-budget is ${megabytes(sizeBudget)}`;
    const remedy = 'look at what the last change added (`docker history`), or raise `size-budget`; the image is not tagged';
    return (0,diagnostics_diagnostic/* errorAt */.Os)('B004', { file: dockerfile }, message, remedy);
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
/** The manifest in staging that has the same content as what was just built: a rebuild that changed nothing ends here. */
async function adoptContent(around, task, digest) {
    const { registry, targets } = around;
    const manifest = await registry.manifest(targets.staging, digest);
    const config = manifest && configDigest(manifest.bytes);
    const bytes = config === undefined ? undefined : await registry.blob(targets.staging, config);
    if (bytes === undefined)
        return undefined;
    const tag = (0,staging/* contentTag */.mB)(task.planned.name, task.platform, contentId(bytes));
    const there = await registry.head(targets.staging, tag);
    if (there !== undefined)
        return there.digest;
    await tagAs(around, digest, tag);
    return undefined;
}
function configDigest(manifest) {
    const value = JSON.parse(Buffer.from(manifest).toString('utf8'));
    return typeof value.config?.digest === 'string' ? value.config.digest : undefined;
}
/** Puts a tag on a digest of staging; nothing happens when it is there already. */
async function tagAs(around, digest, tag) {
    const { registry, targets } = around;
    if ((await registry.head(targets.staging, tag))?.digest === digest)
        return;
    const manifest = await registry.manifest(targets.staging, digest);
    if (manifest === undefined)
        throw new Error(`staging lost ${digest} while it was being tagged as ${tag}`);
    await registry.putManifest(targets.staging, tag, manifest.descriptor.mediaType, manifest.bytes);
}
function noParent(image, parent) {
    return (0,diagnostics_diagnostic/* errorAt */.Os)('B006', { file: image.spec.dockerfile }, `${image.spec.name} is built on ${parent}, which is not in staging with the plan's key`, `build ${parent} first, or plan again with --registry so that it joins the plan`);
}

// EXTERNAL MODULE: ./build/commands/external.js
var commands_external = __webpack_require__(9528);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var commands_opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/commands/staged.js
var commands_staged = __webpack_require__(4077);
// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
// EXTERNAL MODULE: ./build/io/buildx.js
var buildx = __webpack_require__(3561);
// EXTERNAL MODULE: ./build/io/git.js + 2 modules
var git = __webpack_require__(4665);
// EXTERNAL MODULE: ./build/io/registry-error.js
var registry_error = __webpack_require__(6269);
;// CONCATENATED MODULE: ./build/commands/trouble.js






/** The finding for something that was thrown while working on an image (or the whole run, by the manifest's name). */
function troubleOf(error, name, file) {
    if (error instanceof user_error/* UserError */.y)
        return error.diagnostic;
    const message = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    if (error instanceof buildx/* BuildxError */.zb)
        return (0,diagnostics_diagnostic/* errorAt */.Os)('W001', { file }, message, 'install or update buildx, then run again');
    if (error instanceof registry_error/* RegistryError */.g) {
        return (0,diagnostics_diagnostic/* errorAt */.Os)('W002', { file }, message, 'what is finished stays finished; run again when the registry answers');
    }
    if (error instanceof materialise_LfsPointerError) {
        return (0,diagnostics_diagnostic/* errorAt */.Os)('C004', { file: error.path }, message, 'commit the file itself, or take it out of the build context');
    }
    if (error instanceof git/* GitError */.X) {
        return (0,diagnostics_diagnostic/* errorAt */.Os)('E002', { file }, message, 'check the clone with `git fsck`, or clone again');
    }
    if (isFullDisk(error)) {
        return (0,diagnostics_diagnostic/* errorAt */.Os)('W003', { file }, message, 'free space in the temporary folder and run again; finished images are kept');
    }
    if (isMissingProgram(error))
        return (0,diagnostics_diagnostic/* errorAt */.Os)('W004', { file }, message, 'install the program and run again');
    throw error;
}
/** Whether {@link troubleOf} knows what to say about it; anything else is our own fault. */
function isTrouble(error) {
    return (error instanceof UserError ||
        error instanceof BuildxError ||
        error instanceof RegistryError ||
        error instanceof LfsPointerError ||
        error instanceof GitError ||
        isFullDisk(error) ||
        isMissingProgram(error));
}
function codeOf(error) {
    return error instanceof Error && 'code' in error ? error.code : undefined;
}
function isFullDisk(error) {
    return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
}
function isMissingProgram(error) {
    return (codeOf(error) === 'ENOENT' &&
        error instanceof Error &&
        'syscall' in error &&
        String(error.syscall).startsWith('spawn'));
}

;// CONCATENATED MODULE: ./build/commands/build.js







/** Builds what a plan says, parents before children, as much at once as there are slots; failures stay with their descendants. */
async function build(world, request) {
    const { plan } = request;
    const opened = await (0,commands_opened/* openPlan */.uD)(world, plan, request.registry);
    if (!('git' in opened))
        return { kind: 'invalid', diagnostics: opened };
    const { git, snapshot, targets } = opened;
    const tasks = tasksOf(request, snapshot.images);
    if (tasks.size === 0)
        return { kind: 'done', value: [], warnings: [] };
    const registry = await world.registry();
    const buildx = await world.buildx();
    const staged = (0,commands_staged/* openStaged */.X)(registry, targets.staging, plan, snapshot);
    const signal = request.signal ?? new AbortController().signal;
    const external = (0,commands_external/* externalDigests */.H)(registry, plan, snapshot);
    const around = {
        world,
        git,
        buildx,
        targets,
        cacheWrite: request.publish,
        signal,
        registry,
        staged,
        external
    };
    const ends = await runSchedule({
        tasks: [...tasks.keys()],
        needs: id => {
            const task = tasks.get(id);
            if (task === undefined)
                return [];
            const parents = task.image.platforms.get(task.platform)?.parents ?? [];
            const needs = task.planned.needs.map(name => `${name} ${task.platform}`);
            return [...parents.map(parent => `${parent.image} ${parent.platform}`), ...needs];
        },
        slots: request.jobs ?? world.parallelism,
        run: async (id) => {
            const task = tasks.get(id);
            world.log.info(`${id}: started`);
            const result = await attempt(around, task, plan);
            world.log.info(`${id}: ${result.state} in ${(result.milliseconds / 1000).toFixed(1)} s`);
            return result;
        },
        succeeded: result => result.state === 'built' || result.state === 'reused',
        cancelled: () => signal.aborted
    });
    const results = [...tasks].map(([id, task]) => {
        const end = ends.get(id);
        if (end?.kind === 'ended')
            return end.value;
        if (end?.kind === 'blocked')
            return blocked(task, end.by.split(' ')[0] ?? '');
        return unstarted(task, 'cancelled');
    });
    return { kind: 'done', value: results, warnings: [] };
}
function tasksOf(request, images) {
    const tasks = new Map();
    const wanted = request.images === undefined ? undefined : new Set(request.images);
    for (const planned of request.plan.images) {
        const image = images.get(planned.name);
        const work = planned.action === 'build' || planned.action === 'test';
        if (image === undefined || !work || wanted?.has(planned.name) === false)
            continue;
        for (const platform of image.platforms.keys()) {
            if (request.platform !== undefined && request.platform !== platform)
                continue;
            tasks.set(`${planned.name} ${platform}`, { planned, image, platform });
        }
    }
    return tasks;
}
/** One image; what goes wrong around it is its failure and nobody else's. */
async function attempt(around, task, plan) {
    const start = around.world.clock.now();
    try {
        const missing = await failedAncestor(around, task, plan);
        if (missing !== undefined)
            return blocked(task, missing);
        const result = await buildOne(around, task);
        return around.signal.aborted && result.state === 'failed' ? { ...result, state: 'cancelled' } : result;
    }
    catch (error) {
        const { spec } = task.image;
        const diagnostics = [troubleOf(error, spec.name, spec.dockerfile)];
        return { ...unstarted(task, 'failed'), milliseconds: around.world.clock.now() - start, diagnostics };
    }
}
/**
 * The first planned ancestor that another job should have brought into staging and did not. An ancestor that is not
 * planned is no job's failure: that is told as B006.
 */
async function failedAncestor(around, task, plan) {
    const planned = new Map(plan.images.map(image => [image.name, image]));
    const missing = async (image, platform) => {
        for (const parent of image.platforms.get(platform)?.parents ?? []) {
            const above = planned.get(parent.image);
            if (!isWork(above) || (await around.staged.digest(parent.image, parent.platform)) !== undefined)
                continue;
            return parent.image;
        }
        return undefined;
    };
    return missing(task.image, task.platform);
}
function isWork(image) {
    return image?.action === 'build' || image?.action === 'test';
}
function blocked(task, by) {
    const { name, dockerfile } = task.image.spec;
    const remedy = `repair ${by}; ${name} is built as soon as it is there`;
    const diagnostic = (0,diagnostics_diagnostic/* errorAt */.Os)('B005', { file: dockerfile }, `${name} is not built: ${by} failed`, remedy);
    return { ...unstarted(task, 'blocked'), diagnostics: [diagnostic], blockedBy: by };
}
function unstarted(task, state) {
    return {
        image: task.planned.name,
        platform: task.platform,
        state,
        parents: {},
        milliseconds: 0,
        diagnostics: []
    };
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(4632);
// EXTERNAL MODULE: ./build/report/text.js
var report_text = __webpack_require__(3920);
// EXTERNAL MODULE: ./build/action/ending.js
var ending = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/transport.js + 1 modules
var transport = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/action/row.js

/** Reads the row that a level job was started with: the JSON of one entry of `levels`. */
function readRow(json) {
    const row = parsed(json);
    if (typeof row !== 'object' || row === null)
        throw notARow(json);
    const { images, platform } = row;
    if (typeof platform !== 'string' || !Array.isArray(images) || images.length === 0)
        throw notARow(json);
    if (!images.every(name => typeof name === 'string'))
        throw notARow(json);
    return { images, platform };
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        throw notARow(json);
    }
}
function notARow(json) {
    return new inputs/* InputError */.dz(`input row: expected one row of the output levels as JSON, such as {"id":"a","images":["a"],` +
        `"platform":"linux/amd64"}, found ${JSON.stringify(json.slice(0, 80))}`);
}

;// CONCATENATED MODULE: ./build/action/build.js










/** The action that builds one row of the plan, or all of it when no row is given; red when anything failed or is blocked. */
async function buildAction(host, world) {
    const plan = (0,transport/* unpackPlan */.Qp)(host.input('plan'));
    const row = (0,inputs/* optionalText */.mR)(host.input, 'row');
    const registry = (0,inputs/* optionalText */.mR)(host.input, 'registry');
    const outcome = await build(world, {
        plan,
        publish: (0,inputs/* strictBoolean */.c9)(host.input, 'publish'),
        signal: host.cancellation(),
        ...(row === undefined ? {} : readRow(row)),
        ...(registry === undefined ? {} : { registry })
    });
    if (outcome.kind === 'invalid')
        return (0,ending/* invalidEnding */.r)(host, outcome.diagnostics);
    const results = outcome.value;
    host.annotate(outcome.warnings);
    host.annotate(results.flatMap(result => result.diagnostics));
    host.log.info((0,report_text/* renderResultsText */.Qe)(results, { plan }));
    host.output('digests', JSON.stringify(digestsOf(results)));
    host.output('built-on', JSON.stringify(build_parentsOf(results)));
    host.output('counts', JSON.stringify((0,build_results/* countResults */.a)(results)));
    host.output('results-file', await writeResults(world, results));
    const done = results.every(result => result.state === 'built' || result.state === 'reused');
    if (!done)
        host.log.error((0,headline/* resultsHeadline */.D1)(results));
    return done ? commands_outcome/* EXIT */.d.done : commands_outcome/* EXIT */.d.failed;
}
/** Digests by image and platform; images that have none are left out. */
function digestsOf(results) {
    return byPlatform(results, result => result.digest);
}
/** Digests of the parents by image and platform, of the images that have a digest themselves. */
function build_parentsOf(results) {
    return byPlatform(results, result => (result.digest === undefined ? undefined : result.parents));
}
function byPlatform(results, valueOf) {
    const values = {};
    for (const result of results) {
        const value = valueOf(result);
        if (value !== undefined)
            values[result.image] = { ...values[result.image], [result.platform]: value };
    }
    return values;
}
/** For a report in the same job: results of many images are too long for an input. */
async function writeResults(world, results) {
    const folder = world.environment['RUNNER_TEMP'] ?? '';
    if (folder === '')
        return '';
    const path = (0,external_node_path_.join)(folder, 'base-images', 'results.json');
    await world.files.write(path, JSON.stringify(results));
    return path;
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

/***/ 6625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   Lw: () => (/* binding */ delayBefore),
/* harmony export */   TN: () => (/* binding */ triesFor),
/* harmony export */   ao: () => (/* binding */ MOST_TRIES),
/* harmony export */   bw: () => (/* binding */ classifyBuildxError),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   rH: () => (/* binding */ DENIED_BY_POLICY)
/* harmony export */ });
/** Tries of one operation, the first one included. */
const MOST_TRIES = 5;
const FIRST_DELAY = 2_000;
const LONGEST_DELAY = 60_000;
const MOMENT = 1_000;
/** A registry that asks for more patience than a job has is not waited for. */
const LONGEST_OBEYED = 300_000;
const BROKEN_CONNECTION = new Set([
    ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH'],
    ...['ENETUNREACH', 'ENETDOWN', 'ENETRESET', 'EPROTO', 'SILENCE', 'CONNECT_SILENCE', 'TRUNCATED', 'DIGEST']
]);
const RATE_LIMIT = /rate.?limit|too.?many.?requests|abuse detection|quota.{0,20}exceeded/i;
/** The class of a failed request. */
function classify(failure) {
    if ((failure.retryAfter ?? 0) > LONGEST_OBEYED)
        return 'final';
    if (failure.status === undefined)
        return isBroken(failure.code) ? 'back-off' : 'final';
    if (failure.status === 429)
        return isMoment(failure.retryAfter) ? 'now' : 'back-off';
    if (failure.status === 403)
        return 'suspect';
    if (failure.status === 404)
        return isLostUpload(failure.body) ? 'back-off' : 'final';
    // A body that broke off or does not match its digest came with a good status.
    if (failure.status < 400)
        return isBroken(failure.code) ? 'back-off' : 'final';
    return isServerTrouble(failure.status) ? 'back-off' : 'final';
}
/**
 * How many tries a failure of this class gets. A refusal is tried to the end only when it speaks of a rate limit or when
 * the same credentials were accepted before in this run; otherwise it is very likely meant.
 */
function triesFor(kind, failure, acceptedBefore) {
    if (kind === 'final')
        return 1;
    if (kind !== 'suspect')
        return MOST_TRIES;
    return acceptedBefore || RATE_LIMIT.test(failure.body ?? '') ? MOST_TRIES : 2;
}
/**
 * Milliseconds to wait before try `attempt` (2 is the first repetition): 2 s doubling up to 60 s with full jitter,
 * `random` in [0, 1); never less than the registry asked for.
 */
function delayBefore(attempt, kind, random, retryAfter = 0) {
    const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 2));
    const own = kind === 'now' ? 0 : Math.round(ceiling * random);
    return Math.max(own, retryAfter);
}
/**
 * Milliseconds of a `Retry-After` header, which holds seconds or a date (RFC 9110, 10.2.3); undefined when it holds
 * neither. `now` is in milliseconds since the epoch.
 */
function parseRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    const seconds = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(header)?.[1];
    if (seconds !== undefined)
        return Math.round(Number(seconds) * 1000);
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
const FAILED_STEP = /process ".*" did not complete successfully/;
/** What BuildKit says when our own source policy stops a build: no refusal of a registry. */
const DENIED_BY_POLICY = /source denied by policy/;
const REFUSED = /\b403 Forbidden|\bdenied\b|insufficient_scope|authorization failed/i;
const LIMITED = /\b429\b|toomanyrequests/i;
const TROUBLED = new RegExp([
    'connection (?:reset|refused)|broken pipe|unexpected EOF|: EOF\\b|i/o timeout|TLS handshake timeout',
    'context deadline exceeded|no route to host|network is unreachable|temporary failure in name resolution',
    'server misbehaving|use of closed network connection|http2: |unexpected status.{0,200}: 5\\d\\d|\\b50[0-4] ',
    'code = Unavailable|transport is closing|error reading from server|closing transport|listing workers',
    'blob upload unknown|BLOB_UPLOAD_UNKNOWN|failed to dial|no active session|client connection (?:is closing|lost)',
    'could not connect to .{0,200}buildkit|failed to receive status'
].join('|'), 'i');
/**
 * The class of a failed `buildx build` by the last lines of its progress. A failing RUN is final whatever its output
 * says; a network, registry or builder that went away is tried again; anything unknown is final.
 */
function classifyBuildxError(stderrTail) {
    if (FAILED_STEP.test(stderrTail) || DENIED_BY_POLICY.test(stderrTail))
        return 'final';
    const errors = stderrTail.split('\n').filter(line => /^\s*ERROR:|^error:|failed to solve/i.test(line));
    const said = errors.length === 0 ? stderrTail : errors.join('\n');
    if (RATE_LIMIT.test(said) || LIMITED.test(said))
        return 'back-off';
    if (REFUSED.test(said))
        return 'suspect';
    return TROUBLED.test(said) ? 'back-off' : 'final';
}
function isBroken(code) {
    // HPE_ codes are Node's for an answer that is no HTTP, as a dying proxy sends.
    return code !== undefined && (BROKEN_CONNECTION.has(code) || code.startsWith('HPE_'));
}
function isMoment(retryAfter) {
    return retryAfter !== undefined && retryAfter <= MOMENT;
}
function isLostUpload(body) {
    return /BLOB_UPLOAD_UNKNOWN/i.test(body ?? '');
}
function isServerTrouble(status) {
    if (status === 501 || status === 505)
        return false;
    return status === 408 || status === 499 || (status >= 500 && status <= 599);
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
function externalDigests(registry, plan, snapshot) {
    const asked = new Map();
    return async (reference, platform) => {
        const written = (0,_manifest_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference)?.digest;
        const known = written ?? lockedDigest(snapshot, reference, platform) ?? plan.pins[reference];
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
function lockedDigest(snapshot, reference, platform) {
    for (const image of snapshot.images.values()) {
        for (const external of image.platforms.get(platform)?.externals ?? []) {
            if (external.reference === reference)
                return digestIn(external.lock);
        }
    }
    return undefined;
}
function digestIn(lock) {
    if (typeof lock !== 'object' || lock === null || Array.isArray(lock))
        return undefined;
    const { digest } = lock;
    return typeof digest === 'string' ? digest : undefined;
}


/***/ }),

/***/ 2916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ platformSize)
/* harmony export */ });
/** Compressed bytes of a platform manifest: its configuration and its layers; undefined when it is not there. */
async function platformSize(registry, repository, digest) {
    const manifest = await registry.manifest(repository, digest);
    if (manifest === undefined)
        return undefined;
    const value = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'));
    const sizes = [value.config, ...(value.layers ?? [])].map(part => part?.size ?? 0);
    return sizes.reduce((sum, size) => sum + size, 0);
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

/***/ 6269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ RegistryError)
/* harmony export */ });
/**
 * A request to a registry that failed for good. `message` is for a person: what was refused, which right or setting is
 * missing. It never holds credentials.
 */
class RegistryError extends Error {
    action;
    host;
    repository;
    status;
    /** The registry's own error code such as `DENIED`, or the system's such as `ECONNRESET`. */
    code;
    answer;
    constructor(action, answer, tries = 1) {
        super(messageOf(action, answer, tries));
        this.action = action;
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
        const right = access === 'push' ? 'packages: write' : 'packages: read';
        return ` The job needs \`permissions: ${right}\`, and the package must give this repository access to it.`;
    }
    if (status === 403)
        return ` The account or token needs the right to ${access} there.`;
    if (status === 404 && access === 'push')
        return ' The repository may have to be created first.';
    if (status === 429)
        return ' Run fewer jobs at a time, or log in for a higher limit.';
    if (code === 'ENOTFOUND')
        return ' Check the name in the manifest.';
    if (code?.includes('CERT') === true || code?.includes('SIGNED') === true) {
        return ' Trust its certificate with NODE_EXTRA_CA_CERTS.';
    }
    return '';
}
/** The first error of the OCI distribution specification's error document, fit for a line of a log. */
function ownError(body) {
    const first = firstError(body);
    if (typeof first !== 'object' || first === null)
        return {};
    const { code, message } = first;
    return {
        ...(typeof code === 'string' ? { code: oneLine(code) } : {}),
        ...(typeof message === 'string' && message !== '' ? { message: oneLine(message) } : {})
    };
}
function firstError(body) {
    try {
        const document = JSON.parse(body ?? '');
        if (typeof document !== 'object' || document === null || !('errors' in document))
            return undefined;
        return Array.isArray(document.errors) ? document.errors[0] : undefined;
    }
    catch {
        return undefined;
    }
}
function oneLine(text) {
    return text.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').slice(0, 200);
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
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
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
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4979);

/** The affected images of a plan in parent order, one line a platform. */
function affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .sort(_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(_graph_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
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
/* harmony import */ var _graph_graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4979);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1242);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4632);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6812);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1799);






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
        parts.push('', 'No input of any image changed, so there is nothing to build.');
        return `${parts.join('\n')}\n`;
    }
    const images = plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_graph_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X)(a.name, b.name));
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
    if (style.inJob !== true)
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
            tags === undefined ? '' : [...tags.moved, ...tags.unchanged].sort(_graph_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X).map(_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK),
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
