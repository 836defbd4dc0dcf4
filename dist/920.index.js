export const id = 920;
export const ids = [920];
export const modules = {

/***/ 9920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LOCK_BRANCH: () => (/* binding */ LOCK_BRANCH),
  lockAction: () => (/* binding */ lockAction)
});

// EXTERNAL MODULE: ./build/diagnostics/diagnostic.js
var diagnostic = __webpack_require__(492);
// EXTERNAL MODULE: ./build/graph/closure.js
var closure = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/manifest/reference.js
var manifest_reference = __webpack_require__(1193);
;// CONCATENATED MODULE: ./build/freshness/bases.js



/** All external bases of a commit that the lock can hold, by reference and platform; not those pinned by digest. */
function bases_wantedBases(snapshot) {
    const found = new Map();
    for (const image of snapshot.manifest.images) {
        for (const inputs of snapshot.images.get(image.name)?.platforms.values() ?? []) {
            for (const { reference, platform, whole, frontend } of inputs.externals) {
                if (platform === undefined || (0,manifest_reference/* parseReference */.F2)(reference)?.digest !== undefined)
                    continue;
                const key = `${reference} ${platform}`;
                const base = found.get(key) ?? { reference, platform, whole: false, frontend: true, takers: [] };
                base.whole ||= whole === true;
                base.frontend &&= frontend;
                if (!base.takers.includes(image.name))
                    base.takers.push(image.name);
                found.set(key, base);
            }
        }
    }
    return [...found.values()]
        .sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.reference, b.reference) || (0,code_unit/* byCodeUnit */.X)(a.platform, b.platform))
        .map(base => ({ ...base, affected: affectedBy(base.takers, snapshot) }));
}
function affectedBy(takers, snapshot) {
    const all = new Set([...takers, ...(0,closure/* descendants */.D)(snapshot.graph, takers)]);
    return snapshot.order.names.filter(name => all.has(name));
}
/** Images whose Dockerfile declares the argument that carries the patch epoch, in the order of the manifest. */
function bases_declaring(argument, snapshot) {
    const declares = (name) => name === argument || name.startsWith(`${argument}#`);
    return snapshot.manifest.images
        .map(image => image.name)
        .filter(name => [...(snapshot.images.get(name)?.platforms.values() ?? [])].some(inputs => Object.keys(inputs.args).some(declares)));
}

// EXTERNAL MODULE: ./build/freshness/lock.js
var freshness_lock = __webpack_require__(7813);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
;// CONCATENATED MODULE: ./build/freshness/epoch.js
const DAY_MS = 24 * 60 * 60 * 1000;
/** The ISO 8601 week of a time in UTC, such as `2026-W47`; `time` in milliseconds since the epoch. */
function isoWeek(time) {
    const date = new Date(time);
    // A week belongs to the year of its Thursday.
    const fromMonday = (date.getUTCDay() + 6) % 7;
    const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - fromMonday + 3);
    const year = new Date(thursday).getUTCFullYear();
    const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
    return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}
/**
 * The epoch of a week, or the one that is there when it is as new: `2026-W47.2`, written by hand within the week, must not
 * fall back to `2026-W47`, whose images are built already.
 */
function laterEpoch(present, week) {
    const isWeek = present !== undefined && /^\d{4}-W\d{2}(?![0-9])/.test(present);
    return isWeek && present >= week ? present : week;
}
/** Weeks from an epoch that begins with an ISO week until a time; undefined when it begins with something else. */
function epoch_epochAge(epoch, now) {
    const found = /^(\d{4})-W(\d{2})(?![0-9])/.exec(epoch);
    if (found === null)
        return undefined;
    const begin = mondayOf(Number(found[1]), Number(found[2]));
    return Math.floor((now - begin) / (7 * DAY_MS));
}
/** What `--epoch` may be: it becomes a build argument and a line of the lock. */
function isEpoch(text) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text);
}
/** The Monday of an ISO week; week 1 is the one with January 4th. */
function mondayOf(year, week) {
    const fourth = Date.UTC(year, 0, 4);
    const fromMonday = (new Date(fourth).getUTCDay() + 6) % 7;
    return fourth - fromMonday * DAY_MS + (week - 1) * 7 * DAY_MS;
}

;// CONCATENATED MODULE: ./build/freshness/refresh.js




/** Why an epoch that follows from the calendar was set. */
const WEEKLY_REASON = 'weekly security updates';
/** Why an epoch that somebody named was set. */
const ASKED_REASON = 'security updates asked for by --epoch';
/** Makes the lock anew from what the registries answer. A base without an answer keeps its entry. */
function refreshLock(old, wanted, upstream, order) {
    const bases = [];
    const entries = [];
    for (const base of wanted) {
        const before = (0,freshness_lock/* lockedBase */.mT)(old, base.reference, base.platform);
        const answer = upstream(base);
        const now = answer.kind === 'found' ? answer.base : before;
        if (now !== undefined)
            entries.push([base.reference, base.platform, now]);
        bases.push({
            reference: base.reference,
            platform: base.platform,
            state: answer.kind === 'failed' ? 'failed' : stateOf(before, answer.base),
            before: before?.digest ?? null,
            now: now?.digest ?? null,
            images: base.affected,
            ...(answer.kind === 'failed' ? { reason: answer.reason } : {})
        });
    }
    const { epochs, changes } = refreshEpochs(old, order);
    const lock = { bases: byReference(entries), epochs };
    return {
        lock,
        changed: !same(old, lock),
        bases: [...bases, ...refresh_gone(old, wanted)].sort((a, b) => (0,code_unit/* byCodeUnit */.X)(a.reference, b.reference) || (0,code_unit/* byCodeUnit */.X)(a.platform, b.platform)),
        epochs: changes
    };
}
function stateOf(before, now) {
    if (before === undefined)
        return 'new';
    return same(before, now) ? 'unchanged' : 'moved';
}
/** Entries of the lock that no image takes. */
function refresh_gone(old, wanted) {
    const used = new Set(wanted.map(base => `${base.reference} ${base.platform}`));
    return Object.entries(old.bases).flatMap(([reference, platforms]) => Object.entries(platforms)
        .filter(([platform]) => !used.has(`${reference} ${platform}`))
        .map(([platform, { digest }]) => {
        return { reference, platform, state: 'gone', before: digest, now: null, images: [] };
    }));
}
function refreshEpochs(old, order) {
    const present = new Map(Object.entries(old.epochs));
    const epochs = new Map([...present].filter(([image]) => order.images.includes(image)));
    for (const image of order.declaring) {
        const before = present.get(image);
        const epoch = order.asked ?? laterEpoch(before?.epoch, order.week);
        if (before?.epoch === epoch)
            continue;
        epochs.set(image, { epoch, reason: order.asked === undefined ? WEEKLY_REASON : ASKED_REASON });
    }
    const changes = [...new Set([...present.keys(), ...epochs.keys()])]
        .sort(code_unit/* byCodeUnit */.X)
        .map(image => ({
        image,
        before: present.get(image)?.epoch ?? null,
        now: epochs.get(image)?.epoch ?? null
    }))
        .filter(({ before, now }) => before !== now);
    return { epochs: Object.fromEntries(epochs), changes };
}
function byReference(entries) {
    const bases = new Map();
    for (const [reference, platform, base] of entries) {
        bases.set(reference, [...(bases.get(reference) ?? []), [platform, base]]);
    }
    return Object.fromEntries([...bases].map(([reference, platforms]) => [reference, Object.fromEntries(platforms)]));
}
function same(a, b) {
    return (0,canonical/* canonicalJson */.d)(a) === (0,canonical/* canonicalJson */.d)(b);
}

;// CONCATENATED MODULE: ./build/freshness/check.js




/** Holds a lock against the images of a commit or working tree. */
function check_checkLock(given) {
    const { file, exists, lock, wanted, snapshot, declaring, now } = given;
    const bases = wanted.map(({ reference, platform, takers }) => {
        const digest = lockedBase(lock, reference, platform)?.digest ?? null;
        return { reference, platform, digest, images: takers };
    });
    return {
        file,
        exists,
        locked: bases.filter(base => base.digest !== null),
        missing: bases.filter(base => base.digest === null),
        unused: gone(lock, wanted).map(({ reference, platform, before }) => {
            return { reference, platform, digest: before ?? '' };
        }),
        pinned: pinnedBases(snapshot),
        epochs: Object.entries(lock.epochs).map(([image, { epoch, reason }]) => {
            return { image, epoch, reason, weeks: epochAge(epoch, now) ?? null };
        }),
        withoutEpoch: declaring.filter(image => !Object.hasOwn(lock.epochs, image))
    };
}
function pinnedBases(snapshot) {
    const externals = [...snapshot.images.values()].flatMap(image => [...image.platforms.values()].flatMap(inputs => inputs.externals));
    const pinned = externals.filter(({ reference }) => parseReference(reference)?.digest !== undefined);
    return [...new Set(pinned.map(({ reference }) => reference))].sort();
}

// EXTERNAL MODULE: ./build/freshness/read-lock.js
var read_lock = __webpack_require__(7372);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/freshness/write-lock.js


const HEADER = `# Digests of external bases and patch epochs of images. Both are inputs: a change of this file is planned, built,
# tested and released like any other, and reverting its commit goes back. \`base-images lock --refresh\` writes it.
`;
/** The text of the lock: everything in code-unit order, so that equal locks have equal bytes on every machine. */
function renderLock(lock) {
    const bases = sorted(lock.bases).map(([reference, platforms]) => [
        reference,
        Object.fromEntries(sorted(platforms).map(([platform, { digest, index, onbuild, env }]) => [
            platform,
            { digest, ...(index === true ? { index } : {}), onbuild, env }
        ]))
    ]);
    const epochs = sorted(lock.epochs).map(([image, { epoch, reason }]) => [image, { epoch, reason }]);
    const document = { version: 1, bases: Object.fromEntries(bases), epochs: Object.fromEntries(epochs) };
    return (HEADER +
        (0,dist/* stringify */.As)(document, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false }));
}
function sorted(record) {
    return Object.entries(record).sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b));
}

// EXTERNAL MODULE: ./build/load/arguments.js
var load_arguments = __webpack_require__(1773);
// EXTERNAL MODULE: ./build/load/read-manifest.js
var read_manifest = __webpack_require__(5019);
// EXTERNAL MODULE: ./build/load/snapshot.js + 29 modules
var snapshot = __webpack_require__(9471);
// EXTERNAL MODULE: ./build/release/parallel.js
var parallel = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/dockerfile/platform.js
var dockerfile_platform = __webpack_require__(5876);
;// CONCATENATED MODULE: ./build/freshness/upstream.js

/** Reads the JSON of an index or manifest (OCI image specification, Docker manifest v2); undefined when it is neither. */
function readBaseManifest(bytes) {
    const value = parsed(bytes);
    if (value === undefined)
        return undefined;
    const manifests = value['manifests'];
    if (Array.isArray(manifests))
        return { kind: 'index', digestFor: platform => digestIn(manifests, platform) };
    const config = value['config'];
    if (!isRecord(config))
        return undefined;
    const digest = config['digest'];
    return { kind: 'manifest', config: typeof digest === 'string' ? digest : undefined };
}
/** Reads an image configuration; undefined when it is none. Fields: OCI image specification, "config". */
function readBaseConfig(bytes) {
    const value = parsed(bytes);
    if (value === undefined)
        return undefined;
    const config = isRecord(value['config']) ? value['config'] : {};
    return { onbuild: texts(config['OnBuild']), env: texts(config['Env']), platform: platformOf(value) };
}
function digestIn(manifests, platform) {
    for (const each of manifests) {
        if (!isRecord(each) || !isRecord(each['platform']))
            continue;
        const { digest } = each;
        if (platformOf(each['platform']) === (0,dockerfile_platform/* normalisePlatform */.W)(platform) && typeof digest === 'string')
            return digest;
    }
    return undefined;
}
function platformOf(value) {
    const parts = ['os', 'architecture', 'variant'].map(name => value[name]);
    const [os, architecture, variant] = parts.map(part => (typeof part === 'string' ? part : ''));
    if (os === undefined || os === '' || architecture === undefined || architecture === '')
        return undefined;
    return (0,dockerfile_platform/* normalisePlatform */.W)([os, architecture, ...(variant === '' ? [] : [variant])].join('/'));
}
function parsed(bytes) {
    try {
        const value = JSON.parse(new TextDecoder().decode(bytes));
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function texts(value) {
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/io/registry-error.js
var registry_error = __webpack_require__(6269);
;// CONCATENATED MODULE: ./build/commands/upstream.js



/**
 * Asks registries what external bases are now: tag → index → manifest of the platform → configuration. Each tag is asked
 * once, so that all platforms of a base are of one moment. A registry that fails makes its bases `failed`, nothing else.
 */
function openUpstream(registry) {
    const asked = new Map();
    return async (base) => {
        const parsed = (0,manifest_reference/* parseReference */.F2)(base.reference);
        if (parsed === undefined)
            return failed(`${base.reference} is no image reference`);
        const repository = (0,manifest_reference/* repositoryOf */._M)(parsed);
        const tag = parsed.tag ?? 'latest';
        const tagged = asked.get(base.reference) ?? registry.manifest(repository, tag);
        asked.set(base.reference, tagged);
        try {
            return await follow(registry, repository, await tagged, base);
        }
        catch (error) {
            if (error instanceof registry_error/* RegistryError */.g)
                return failed(error.message);
            throw error;
        }
    };
}
async function follow(registry, repository, tagged, base) {
    if (tagged === undefined)
        return failed(`${base.reference} does not exist in its registry`);
    const top = readBaseManifest(tagged.bytes);
    if (top === undefined)
        return failed(`${base.reference} is neither an index nor an image`);
    const whole = { digest: tagged.descriptor.digest, index: true };
    if (base.frontend)
        return { kind: 'found', base: { ...whole, onbuild: [], env: [] } };
    const digest = top.kind === 'index' ? top.digestFor(base.platform) : tagged.descriptor.digest;
    if (digest === undefined)
        return failed(`${base.reference} has no image for ${base.platform}`);
    const below = top.kind === 'index' ? await registry.manifest(repository, digest) : tagged;
    const manifest = below && readBaseManifest(below.bytes);
    const configDigest = manifest?.kind === 'manifest' ? manifest.config : undefined;
    const blob = configDigest === undefined ? undefined : await registry.blob(repository, configDigest);
    const config = blob && readBaseConfig(blob);
    if (config === undefined)
        return failed(`${base.reference} has no configuration for ${base.platform}`);
    if (config.platform !== undefined && config.platform !== base.platform) {
        return failed(`${base.reference} is an image for ${config.platform}, not for ${base.platform}`);
    }
    const { onbuild, env } = config;
    return { kind: 'found', base: { ...(base.whole ? whole : { digest }), onbuild, env } };
}
function failed(reason) {
    return { kind: 'failed', reason };
}

;// CONCATENATED MODULE: ./build/commands/lock.js













/** How many bases are asked for at once. */
const LOOK_UPS = 8;
/**
 * Asks registries what all external bases of the working tree are now, and writes that and a new patch epoch into the
 * lock. A base whose registry fails keeps its entry, with a warning. Where nothing moved, no byte changes.
 */
async function refresh(world, request) {
    const { epoch } = request;
    if (epoch !== undefined && !isEpoch(epoch))
        return invalid([notAnEpoch(epoch)]);
    const opened = await lock_open(world, request.manifest);
    if ('diagnostics' in opened)
        return invalid(opened.diagnostics);
    const { snapshot, file, lock, text, path } = opened;
    const wanted = bases_wantedBases(snapshot);
    const answers = await askAll(world, wanted);
    const { lock: next, ...changes } = refreshLock(lock, wanted, base => answers.get(base) ?? { kind: 'failed', reason: 'not asked' }, {
        images: [...snapshot.images.keys()],
        declaring: bases_declaring(load_arguments/* EPOCH_ARGUMENT */.cH, snapshot),
        week: isoWeek(world.clock.now()),
        ...(epoch === undefined ? {} : { asked: epoch })
    });
    const failures = changes.bases.filter(base => base.state === 'failed');
    const warnings = [
        ...opened.warnings,
        ...opened.faults.slice(0, 1).map(writtenAnew),
        ...failures.map(base => notRefreshed(file, base.reason ?? ''))
    ];
    const report = { ...changes, file, text: text ?? '' };
    if (wanted.length > 0 && failures.length === wanted.length) {
        return { kind: 'done', value: { ...report, changed: false, state: 'failed' }, warnings };
    }
    // A lock that cannot be read is written again even when nothing else changed.
    if (!changes.changed && opened.faults.length === 0) {
        return { kind: 'done', value: { ...report, state: 'unchanged' }, warnings };
    }
    const written = { ...report, changed: true, text: renderLock(next) };
    if (request.dryRun === true)
        return { kind: 'done', value: { ...written, state: 'dry run' }, warnings };
    await world.files.write(path, written.text);
    return { kind: 'done', value: { ...written, state: 'written' }, warnings };
}
/** What the lock of the working tree holds beside what the manifest needs. Asks no registry. */
async function check(world, request) {
    const opened = await lock_open(world, request.manifest);
    if ('diagnostics' in opened)
        return invalid(opened.diagnostics);
    const { snapshot, file, lock, text } = opened;
    if (opened.faults.length > 0)
        return invalid(opened.faults);
    const checked = checkLock({
        file,
        exists: text !== undefined,
        lock,
        wanted: wantedBases(snapshot),
        snapshot,
        declaring: declaring(EPOCH_ARGUMENT, snapshot),
        now: world.clock.now()
    });
    return { kind: 'done', value: checked, warnings: opened.warnings };
}
async function lock_open(world, manifest = read_manifest/* DEFAULT_MANIFEST */.mj) {
    const git = await world.git();
    if (git === undefined)
        return { diagnostics: [opened/* NO_REPOSITORY */.NZ] };
    const file = (0,read_manifest/* lockBeside */.KK)(manifest);
    const path = `${git.root}/${file}`;
    const [reading, text] = await Promise.all([
        git.workTree().then(({ tree }) => (0,snapshot/* readSnapshot */.RA)(git, tree, manifest)),
        world.files.read(path)
    ]);
    // A broken lock, such as one with the marks of a merge, is what a refresh repairs.
    const others = reading.diagnostics.filter(found => found.file !== file);
    const { manifest: read, images, graph, order } = reading;
    if (read === undefined || order === undefined || (0,diagnostic/* hasErrors */.Cs)(others)) {
        return { diagnostics: reading.diagnostics };
    }
    const { lock, diagnostics } = (0,read_lock/* readLock */.m)(text ?? '', file);
    return {
        snapshot: { manifest: read, images, graph, order },
        file,
        path,
        text,
        lock,
        faults: diagnostics,
        warnings: (0,diagnostic/* sortDiagnostics */.Ds)(others)
    };
}
async function askAll(world, wanted) {
    if (wanted.length === 0)
        return new Map();
    const ask = openUpstream(await world.registry());
    const answers = await (0,parallel/* inParallel */.H)(LOOK_UPS, wanted, async (base) => [base, await ask(base)]);
    return new Map(answers);
}
/** The lock could not be read, which is why nobody can say what moved. */
function writtenAnew(fault) {
    const remedy = 'look at what is written before it is committed: epochs written by hand are gone';
    return { ...fault, severity: 'warning', message: `${fault.message}; it is written anew`, remedy };
}
function notRefreshed(file, reason) {
    const remedy = 'the lock keeps what it has; correct the FROM or the login, or refresh again later';
    return (0,diagnostic/* warningAt */.MK)('W002', { file }, reason, remedy);
}
function notAnEpoch(epoch) {
    const message = `--epoch ${JSON.stringify(epoch.slice(0, 80))} is no patch epoch`;
    const remedy = 'give up to 64 letters, digits, dots, hyphens and underscores, such as 2026-W47.2';
    return (0,diagnostic/* errorAt */.Os)('E004', { file: 'command line' }, message, remedy);
}
function invalid(diagnostics) {
    return { kind: 'invalid', diagnostics: (0,diagnostic/* sortDiagnostics */.Ds)(diagnostics) };
}

// EXTERNAL MODULE: ./build/commands/outcome.js
var commands_outcome = __webpack_require__(3967);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/io/git-access.js
var git_access = __webpack_require__(3160);
// EXTERNAL MODULE: ./build/io/git-error.js
var git_error = __webpack_require__(6562);
// EXTERNAL MODULE: ./build/io/process.js
var io_process = __webpack_require__(8324);
;// CONCATENATED MODULE: ./build/io/git-write.js




const QUIET = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
const PUSH_TIMEOUT_MS = 120_000;
/** Opens a clone for writing. The token goes to git by environment, and only to the server it is for. */
function openGitWriter(root, options) {
    const { identity, access, scratch } = options;
    const environment = {
        ...QUIET,
        GIT_INDEX_FILE: (0,external_node_path_.join)(scratch, 'index'),
        GIT_AUTHOR_NAME: identity.name,
        GIT_AUTHOR_EMAIL: identity.email,
        GIT_COMMITTER_NAME: identity.name,
        GIT_COMMITTER_EMAIL: identity.email
    };
    const must = async (args, more = {}) => {
        const ended = await (0,io_process/* run */.e)('git', args, { cwd: root, environment, ...more });
        if (ended.code !== 0)
            throw new git_error/* GitError */.XS(`git ${args[0] ?? ''} failed: ${(0,git_error/* gitWords */.is)(ended.stderr)}`);
        return ended.stdout.trim();
    };
    return {
        commitFile: async (parent, { path, text }, message) => {
            const blob = await must(['hash-object', '-w', '--stdin'], { stdin: text });
            await must(['read-tree', parent]);
            await must(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
            const tree = await must(['write-tree']);
            return must(['commit-tree', tree, '-p', parent, '-F', '-'], { stdin: message });
        },
        push: async (commit, branch, force) => {
            const remote = await must(['remote', 'get-url', 'origin']);
            const credentials = (0,git_access/* credentialsFor */.O)(remote, access, process.env);
            const refspec = `${force ? '+' : ''}${commit}:refs/heads/${branch}`;
            const ended = await (0,io_process/* run */.e)('git', ['push', '--porcelain', '--no-verify', 'origin', refspec], {
                cwd: root,
                environment: { ...QUIET, ...credentials.environment },
                timeoutMs: PUSH_TIMEOUT_MS
            });
            if (ended.code === 0)
                return { kind: 'pushed' };
            const words = (0,git_error/* withoutSecrets */.cT)(`${ended.stdout}\n${ended.stderr}`, credentials.secrets);
            if (BEHIND.test(words))
                return { kind: 'behind' };
            return { kind: 'refused', why: reasonOf(words, ended.stderr, credentials.secrets) };
        }
    };
}
/** Somebody pushed after we looked, or at the same moment. */
const BEHIND = /\[rejected\]|\(fetch first\)|non-fast-forward|cannot lock ref|failed to update ref/;
/** The line of `--porcelain` that says why a ref was not taken, with what the server told; else git's own sentence. */
function reasonOf(words, stderr, secrets) {
    const rejected = /^!\t[^\t]*\t(.*)$/m.exec(words)?.[1];
    if (rejected === undefined)
        return (0,git_error/* gitWords */.is)(stderr, secrets);
    const told = [...words.matchAll(/^remote: *((?:error: )?\S.*)$/gm)].map(([, line]) => (line ?? '').trim());
    return [rejected, ...told]
        .join('; ')
        .replace(/\p{Cc}/gu, ' ')
        .slice(0, 300);
}

;// CONCATENATED MODULE: ./build/io/pull-requests.js
/** The REST API refused, or did not answer; the message has its own words. */
class GitHubError extends Error {
    name = 'GitHubError';
}
/**
 * Opens a pull request, or brings the one that is open up to date; returns its address. Uses `GITHUB_API_URL`, so that it
 * works on GitHub Enterprise Server too. Throws a {@link GitHubError}.
 */
async function openPullRequest(token, wanted) {
    // Loaded here because few runs need it.
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const { rest } = getOctokit(token);
    const [owner = '', repo = ''] = wanted.repository.split('/');
    const { title, body } = wanted;
    try {
        const { data } = await rest.pulls.list({
            ...{ owner, repo, state: 'open', base: wanted.into },
            head: `${owner}:${wanted.from}`
        });
        const [open] = data;
        if (open !== undefined) {
            await rest.pulls.update({ owner, repo, pull_number: open.number, title, body });
            return { url: open.html_url, state: 'updated' };
        }
        const made = await rest.pulls.create({ owner, repo, head: wanted.from, base: wanted.into, title, body });
        return { url: made.data.html_url, state: 'opened' };
    }
    catch (error) {
        throw new GitHubError(error instanceof Error ? error.message : String(error));
    }
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/table.js
var table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/lock.js





const IMAGES_SHOWN = 5;
/** One sentence: what moved. */
function refreshHeadline(refresh) {
    if (refresh.state === 'failed')
        return 'No base could be asked, so nothing was written.';
    if (!refresh.changed)
        return 'Nothing moved.';
    const count = (state) => refresh.bases.filter(base => base.state === state).length;
    const told = [
        [count('moved'), 'moved'],
        [count('new'), 'new in the lock'],
        [count('gone'), 'no longer taken']
    ];
    const bases = told.flatMap(([number, what]) => (number === 0 ? [] : [`${(0,amounts/* counted */.hS)(number, 'base')} ${what}`]));
    const epochs = epochsOf(refresh).map(([epoch, images]) => `patch epoch ${epoch} for ${(0,amounts/* counted */.hS)(images.length, 'image')}`);
    const removed = endedEpochs(refresh);
    const ended = removed.length === 0 ? [] : [`${(0,amounts/* counted */.hS)(removed.length, 'patch epoch')} removed`];
    const parts = [...bases, ...epochs, ...ended];
    return parts.length === 0 ? 'The lock is written anew.' : `${parts.join(', ')}.`;
}
/** A refresh for a person at a terminal: every base with its digests, the epochs, and what to do next. */
function renderRefreshText(refresh, options = {}) {
    const lines = [refreshHeadline(refresh)];
    if (refresh.bases.length > 0) {
        const columns = ['base', 'platform', 'digest', 'images affected'].map(title => ({ title }));
        const rows = refresh.bases.map(base => [
            (0,diagnostics_escape/* visible */.RK)(nameOf(base.reference)),
            base.platform,
            digests(base),
            someNames(affectedNow(base))
        ]);
        lines.push('', (0,table/* terminalTable */.R)(columns, rows));
    }
    for (const [epoch, images] of epochsOf(refresh))
        lines.push('', `Patch epoch ${epoch}: ${images.join(', ')}`);
    if (options.inJob !== true)
        lines.push('', nextStep(refresh));
    return `${lines.join('\n')}\n`;
}
/** The same for a job summary. */
function renderRefreshMarkdown(refresh) {
    const lines = ['## Weekly security updates', '', (0,report_escape/* markdownText */.p7)(refreshHeadline(refresh))];
    if (refresh.bases.length > 0) {
        const columns = ['base', 'platform', 'digest', 'images affected'].map(title => ({ title }));
        const rows = refresh.bases.map(base => [
            (0,report_escape/* markdownCode */.D9)(nameOf(base.reference)),
            (0,report_escape/* markdownCode */.D9)(base.platform),
            (0,report_escape/* markdownText */.p7)(digests(base)),
            (0,report_escape/* markdownText */.p7)(someNames(affectedNow(base)))
        ]);
        lines.push('', (0,table/* markdownTable */.Q)(columns, rows));
    }
    for (const [epoch, images] of epochsOf(refresh)) {
        lines.push('', `Patch epoch ${(0,report_escape/* markdownCode */.D9)(epoch)}: ${images.map(report_escape/* markdownCode */.D9).join(', ')}`);
    }
    return `${lines.join('\n')}\n`;
}
/** The message of the commit that takes a refresh in: what moved, one line each. */
function refreshMessage(refresh) {
    const moved = refresh.bases.filter(base => base.state !== 'unchanged' && base.state !== 'failed');
    const bases = moved.map(base => `- ${nameOf(base.reference)} ${base.platform}: ${digests(base)}`);
    const epochs = epochsOf(refresh).map(([epoch, images]) => `- patch epoch ${epoch}: ${images.join(', ')}`);
    const ended = endedEpochs(refresh).map(image => `- ${image}: its patch epoch is removed with it`);
    const lines = [...bases, ...epochs, ...ended].join('\n');
    return `Take in security updates\n\n${refreshHeadline(refresh)}\n\n${lines}\n`;
}
/** A lock held against the manifest, for a person at a terminal. */
function renderCheckText(check) {
    const lines = [checkHeadline(check)];
    const told = [
        [
            'Without an entry, so a push takes what the tag means then:',
            check.missing.map(base => `${nameOf(base.reference)} ${base.platform} (${someNames(base.images)})`)
        ],
        [
            'Entries that no image takes:',
            check.unused.map(base => `${nameOf(base.reference)} ${base.platform} ${shortDigest(base.digest)}`)
        ],
        [
            'Locked:',
            check.locked.map(base => `${nameOf(base.reference)} ${base.platform} ${shortDigest(base.digest ?? '')}`)
        ],
        ['Pinned by digest in the Dockerfile:', check.pinned.map(nameOf)],
        ['Patch epochs:', check.epochs.map(({ image, epoch, weeks }) => `${image} ${epoch}${ageOf(weeks)}`)],
        ['With ARG PATCH_EPOCH and without an epoch:', check.withoutEpoch]
    ];
    for (const [title, entries] of told) {
        if (entries.length > 0)
            lines.push('', title, ...entries.map(entry => `  ${visible(entry)}`));
    }
    const isComplete = check.missing.length + check.unused.length + check.withoutEpoch.length === 0;
    lines.push('', isComplete ? 'Nothing to do.' : 'Next: base-images lock --refresh');
    return `${lines.join('\n')}\n`;
}
function checkHeadline(check) {
    if (!check.exists)
        return `There is no ${check.file}.`;
    const { locked, missing, unused } = check;
    const parts = [`${counted(locked.length, 'base')} locked`];
    if (missing.length > 0)
        parts.push(`${missing.length} without an entry`);
    if (unused.length > 0)
        parts.push(`${counted(unused.length, 'entry').replace(/entrys$/, 'entries')} unused`);
    return `${check.file}: ${parts.join(', ')}.`;
}
function ageOf(weeks) {
    if (weeks === null)
        return '';
    return weeks <= 0 ? ' (this week)' : ` (${counted(weeks, 'week')} old)`;
}
function nextStep({ state, file }) {
    switch (state) {
        case 'written':
            return `Next: base-images plan says what is built; commit ${file} to take it in, revert the commit to go back.`;
        case 'dry run':
            return `Nothing was written. Next: base-images lock --refresh`;
        case 'unchanged':
            return 'Nothing to do.';
        case 'failed':
            return 'Next: look at the warnings, then base-images lock --refresh';
    }
}
function digests({ state, before, now }) {
    const was = before === null ? 'none' : (0,amounts/* shortDigest */.VK)(before);
    switch (state) {
        case 'new':
        case 'moved':
            return `${was} → ${(0,amounts/* shortDigest */.VK)(now ?? '')}`;
        case 'unchanged':
            return `${was} (unchanged)`;
        case 'failed':
            return `${was} (not refreshed)`;
        case 'gone':
            return `${was} → no entry`;
    }
}
/** Images by their new epoch. */
function epochsOf(refresh) {
    const byEpoch = new Map();
    for (const { image, now } of refresh.epochs) {
        if (now !== null)
            byEpoch.set(now, [...(byEpoch.get(now) ?? []), image]);
    }
    return [...byEpoch];
}
/** Images that the manifest no longer has and that had an epoch. */
function endedEpochs(refresh) {
    return refresh.epochs.filter(({ now }) => now === null).map(({ image }) => image);
}
/** What a base affects by what became of it now. */
function affectedNow({ state, images }) {
    return state === 'new' || state === 'moved' ? images : [];
}
function nameOf(reference) {
    return (0,manifest_reference/* contextNameOf */.Gf)(reference) ?? reference;
}
function someNames(names) {
    const rest = names.length - IMAGES_SHOWN;
    const shown = names.slice(0, IMAGES_SHOWN).join(', ');
    return rest > 0 ? `${shown} and ${rest} more` : shown;
}

// EXTERNAL MODULE: ./build/diagnostics/user-error.js
var user_error = __webpack_require__(2371);
;// CONCATENATED MODULE: ./build/action/commit-lock.js



/** How often the commit is made anew because somebody else pushed. */
const ATTEMPTS = 4;
/**
 * Commits the lock on top of what is checked out and pushes it. When the branch moved on meanwhile, the commit is made
 * anew on its tip, as long as nobody else changed the lock there; a tip that has our lock already, as after "Re-run all
 * jobs", is taken as it is.
 */
async function commitLock(git, writer, order) {
    const { branch, file, message } = order;
    const start = await git.resolve('HEAD');
    if (start === undefined)
        throw new Error('Internal error: nothing is checked out');
    const before = await textAt(git, start.id, file.path);
    let parent = start.id;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const commit = await writer.commitFile(parent, file, message);
        const pushed = await writer.push(commit, branch, false);
        if (pushed.kind === 'pushed')
            return { kind: 'committed', commit, base: parent };
        if (pushed.kind === 'refused') {
            const proposed = await writer.push(commit, order.proposal, true);
            if (proposed.kind === 'pushed')
                return { kind: 'proposed', why: pushed.why };
            const why = proposed.kind === 'refused' ? proposed.why : 'it moved meanwhile';
            throw new git_error/* GitError */.XS(`${branch} takes no push (${pushed.why}), nor does ${order.proposal} (${why})`);
        }
        parent = await tipOf(git, branch);
        const there = await textAt(git, parent, file.path);
        if (there === file.text)
            return { kind: 'committed', commit: parent, base: start.id };
        if (there !== before)
            throw new user_error/* UserError */.y(changedMeanwhile(order));
    }
    throw new git_error/* GitError */.XS(`${branch} moved on with every attempt to push to it`);
}
async function tipOf(git, branch) {
    const name = `refs/remotes/origin/${branch}`;
    const fetched = await git.fetch([name], 1);
    if (fetched.kind === 'failed')
        throw new git_error/* GitError */.XS(`${branch} cannot be fetched: ${fetched.why}`);
    const tip = await git.resolve(name);
    if (tip === undefined)
        throw new git_error/* GitError */.XS(`${branch} was fetched and is not there`);
    return tip.id;
}
/** Text of a file of a commit; undefined when it has none. */
async function textAt(git, commit, path) {
    const blob = (await git.tree(commit)).get(path)?.blob;
    if (blob === undefined)
        return undefined;
    return new TextDecoder().decode((await git.blobs([blob])).get(blob));
}
function changedMeanwhile({ branch, file }) {
    const message = `${branch} has another ${file.path} than when this run began`;
    return (0,diagnostic/* errorAt */.Os)('E001', { file: file.path }, message, 'start the run again; it then begins with the new lock');
}

// EXTERNAL MODULE: ./build/action/ending.js
var ending = __webpack_require__(5248);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/action/machine.js + 4 modules
var machine = __webpack_require__(6018);
;// CONCATENATED MODULE: ./build/action/lock.js










/** The bot that commits made with the token of a job are shown for. */
const BOT = {
    name: 'github-actions[bot]',
    email: '41898282+github-actions[bot]@users.noreply.github.com'
};
/** The branch of the pull request, where the branch of the run takes no push. */
const LOCK_BRANCH = 'base-images/lock';
/**
 * The action of the weekly run: refreshes the lock and commits it to the branch of the run; where that takes no push, it
 * opens a pull request instead. Outputs tell which commit is to be built, and with which it is compared.
 */
async function lockAction(host, world) {
    const order = orderOf(host, world);
    await (0,machine/* logIn */.E8)(host, world);
    const manifest = (0,inputs/* optionalText */.mR)(host.input, 'manifest');
    const epoch = (0,inputs/* optionalText */.mR)(host.input, 'epoch');
    const outcome = await refresh(world, {
        ...(manifest === undefined ? {} : { manifest }),
        ...(epoch === undefined ? {} : { epoch })
    });
    if (outcome.kind === 'invalid')
        return (0,ending/* invalidEnding */.r)(host, outcome.diagnostics);
    host.annotate(outcome.warnings);
    const report = outcome.value;
    host.log.info(renderRefreshText(report, { inJob: true }));
    const told = renderRefreshMarkdown(report);
    if (report.state !== 'written') {
        setOutputs(host, { kind: 'nothing' });
        const failed = report.state === 'failed';
        await host.summary(failed ? told : `${told}\nNothing is built.\n`);
        return failed ? commands_outcome/* EXIT */.d.failed : commands_outcome/* EXIT */.d.done;
    }
    const committed = await commitReport(world, order, report);
    setOutputs(host, committed);
    if (committed.kind === 'committed') {
        await host.summary(`${told}\nCommitted as ${(0,report_escape/* markdownCode */.D9)(committed.commit)} and built in this run.\n`);
        return commands_outcome/* EXIT */.d.done;
    }
    return proposeInstead(host, order, report, committed, told);
}
function orderOf(host, world) {
    const ref = world.environment['GITHUB_REF'] ?? '';
    if (!ref.startsWith('refs/heads/')) {
        throw new inputs/* InputError */.dz(`this run is on ${ref || 'no ref'}, not on a branch: there is nothing to commit to`);
    }
    return {
        branch: ref.slice('refs/heads/'.length),
        proposal: LOCK_BRANCH,
        repository: world.environment['GITHUB_REPOSITORY'] ?? '',
        token: host.input('token'),
        server: world.environment['GITHUB_SERVER_URL'] ?? ''
    };
}
async function commitReport(world, order, report) {
    const git = await world.git();
    if (git === undefined)
        throw new Error('Internal error: the lock was written outside of a repository');
    const scratch = await world.files.scratch('lock');
    try {
        const access = { token: order.token, server: order.server };
        const writer = openGitWriter(git.root, { identity: BOT, access, scratch: scratch.path });
        return await commitLock(git, writer, {
            ...order,
            file: { path: report.file, text: report.text },
            message: refreshMessage(report)
        });
    }
    finally {
        await scratch.dispose();
    }
}
/** The branch takes no push: a pull request with the same commit, which a person merges. */
async function proposeInstead(host, order, report, { why }, told) {
    const refused = `${(0,report_escape/* markdownCode */.D9)(order.branch)} takes no push of this run (${(0,report_escape/* markdownText */.p7)(why)})`;
    const [title = '', ...body] = refreshMessage(report).split('\n');
    try {
        const { url, state } = await openPullRequest(order.token, {
            repository: order.repository,
            from: order.proposal,
            into: order.branch,
            title,
            body: `${body.join('\n').trim()}\n`
        });
        host.output('pull-request', url);
        host.log.info(`${order.branch} takes no push of this run (${why}). Pull request ${state}: ${url}`);
        const note = `${refused}, so a pull request was ${state}: ${url}\n\n${NO_CHECKS}`;
        await host.summary(`${told}\n${note}\n`);
        return commands_outcome/* EXIT */.d.done;
    }
    catch (error) {
        if (!(error instanceof GitHubError))
            throw error;
        const hint = 'allow GitHub Actions to create pull requests in the settings of the repository, or open it by hand';
        host.fail(`${order.branch} takes no push (${why}), and no pull request from ${order.proposal}: ${error.message}; ${hint}`);
        await host.summary(`${told}\n${refused}. The commit is on ${(0,report_escape/* markdownCode */.D9)(order.proposal)}; ${hint}.\n`);
        return commands_outcome/* EXIT */.d.failed;
    }
}
/** docs.github.com "Triggering a workflow from a workflow". */
const NO_CHECKS = 'Nothing is built before it is merged. A pull request made with the token of a job starts no checks: close and reopen it to start them.';
function setOutputs(host, committed) {
    const isCommitted = committed.kind === 'committed';
    host.output('changed', String(committed.kind !== 'nothing'));
    host.output('commit', isCommitted ? committed.commit : '');
    host.output('base', isCommitted ? committed.base : '');
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


/***/ })

};
