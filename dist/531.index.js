export const id = 531;
export const ids = [531,372];
export const modules = {

/***/ 2531:
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
    return (0,canonical/* canonicalJson */.dj)(a) === (0,canonical/* canonicalJson */.dj)(b);
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
// EXTERNAL MODULE: ./build/load/snapshot.js + 10 modules
var snapshot = __webpack_require__(4870);
// EXTERNAL MODULE: ./build/release/parallel.js
var parallel = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/commands/opened.js + 1 modules
var opened = __webpack_require__(7280);
// EXTERNAL MODULE: ./build/freshness/upstream.js
var upstream = __webpack_require__(5135);
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
    const top = (0,upstream/* readBaseManifest */.F)(tagged.bytes);
    if (top === undefined)
        return failed(`${base.reference} is neither an index nor an image`);
    const whole = { digest: tagged.descriptor.digest, index: true };
    if (base.frontend)
        return { kind: 'found', base: { ...whole, onbuild: [], env: [] } };
    const digest = top.kind === 'index' ? top.digestFor(base.platform) : tagged.descriptor.digest;
    if (digest === undefined)
        return failed(`${base.reference} has no image for ${base.platform}`);
    const below = top.kind === 'index' ? await registry.manifest(repository, digest) : tagged;
    const manifest = below && (0,upstream/* readBaseManifest */.F)(below.bytes);
    const configDigest = manifest?.kind === 'manifest' ? manifest.config : undefined;
    const blob = configDigest === undefined ? undefined : await registry.blob(repository, configDigest);
    const config = blob && (0,upstream/* readBaseConfig */.e)(blob);
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
    const { lock, diagnostics } = (0,read_lock.readLock)(text ?? '', file);
    return {
        snapshot: { manifest: read, images, standing: new Map(), graph, order },
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
    const answers = await (0,parallel/* inParallel */.H)(parallel/* QUESTIONS_AT_ONCE */.a, wanted, async (base) => [base, await ask(base)]);
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
    return (0,diagnostic/* errorAt */.Os)('E004', diagnostic/* COMMAND_LINE */.rD, message, remedy);
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

// EXTERNAL MODULE: ./build/io/thrown.js
var thrown = __webpack_require__(1643);
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
        throw new GitHubError((0,thrown/* messageOf */.bD)(error));
    }
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/diagnostics/shown.js
var shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/diagnostics/suggested.js
var suggested = __webpack_require__(40);
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
            affectedNow(base)
        ]);
        lines.push('', (0,table/* terminalTable */.R)(columns, rows));
    }
    for (const [epoch, images] of epochsOf(refresh))
        lines.push('', `Patch epoch ${epoch}: ${images.join(', ')}`);
    if (options.inJob !== true)
        lines.push('', (0,diagnostics_escape/* visible */.RK)(nextStep(refresh, options.given ?? {}, options.epoch)));
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
            (0,report_escape/* markdownText */.p7)(affectedNow(base))
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
/** A lock held against the manifest, for a person at a terminal; `given` are the options of the command line. */
function renderCheckText(check, given = {}) {
    const lines = [checkHeadline(check)];
    const told = [
        [
            'Without an entry, so a push takes what the tag means then:',
            check.missing.map(base => `${nameOf(base.reference)} ${base.platform} (${someOf(base.images, IMAGES_SHOWN)})`)
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
    lines.push('', isComplete ? 'Nothing to do.' : `Next: ${visible(refreshCommand(given))}`);
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
/** Some base was not asked, so it is not known whether there is something to do. */
function afterWarnings(given, epoch) {
    return `Next: look at the warnings, then ${refreshCommand(given, epoch)}`;
}
function nextStep({ state, file, bases }, given, epoch) {
    switch (state) {
        case 'written':
            return (`Next: ${(0,suggested/* suggestedCommand */.j)('plan', given)} says what is built; ` +
                `commit ${file} to take it in, revert the commit to go back.`);
        case 'dry run':
            return `Nothing was written. Next: ${refreshCommand(given, epoch)}`;
        case 'unchanged':
            return bases.some(base => base.state === 'failed') ? afterWarnings(given, epoch) : 'Nothing to do.';
        case 'failed':
            return afterWarnings(given, epoch);
    }
}
function refreshCommand(given, epoch) {
    return (0,suggested/* suggestedCommand */.j)('lock', given, ['--refresh', ...(epoch === undefined ? [] : ['--epoch', epoch])]);
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
/** What a base affects by what became of it now; empty when it did not move. */
function affectedNow({ state, images }) {
    return state === 'new' || state === 'moved' ? (0,shown/* someOf */.yU)(images, IMAGES_SHOWN) : '';
}
function nameOf(reference) {
    return (0,manifest_reference/* contextNameOf */.Gf)(reference) ?? reference;
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
const NO_CHECKS = 'Nothing is built before it is merged. A pull request made with the token of a job starts no checks: ' +
    'close and reopen it to start them.';
function setOutputs(host, committed) {
    const isCommitted = committed.kind === 'committed';
    host.output('changed', String(committed.kind !== 'nothing'));
    host.output('commit', isCommitted ? committed.commit : '');
    host.output('base', isCommitted ? committed.base : '');
}


/***/ }),

/***/ 7372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readLock: () => (/* binding */ readLock)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _manifest_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7359);
/* harmony import */ var _manifest_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3916);
/* harmony import */ var _manifest_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(767);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7813);





/** Largest lock that is read, in UTF-16 units. */
const LARGEST = 4 * 1024 * 1024;
const REMEDY = 'write the file again with `base-images lock --refresh`';
/** Reads the lock: text of the file to a checked lock, or all that is wrong with it, each with line and column. */
function readLock(text, file) {
    if (text.length > LARGEST) {
        return broken([(0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M010', { file }, 'the lock is larger than 4 MB', REMEDY)]);
    }
    const { value, faults, offsetOf } = (0,_manifest_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    const place = (0,_manifest_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .placeFinder */ .a)(text);
    if (value === undefined || faults.length > 0) {
        return broken(faults.map(({ offset, message }) => {
            const at = offset === undefined ? { file } : { file, ...place(offset) };
            return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M010', at, `the lock is no YAML that can be read: ${message}`, REMEDY);
        }));
    }
    if (value === null)
        return { lock: _lock_js__WEBPACK_IMPORTED_MODULE_2__/* .EMPTY_LOCK */ .U5, diagnostics: [] };
    const wrong = [];
    const lock = lockOf(value, wrong);
    if (wrong.length === 0)
        return { lock, diagnostics: [] };
    return broken(wrong.map(({ path, at, message }) => (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .errorAt */ .Os)('M010', { file, ...place(offsetOf(path, at)) }, message, REMEDY)));
}
function broken(diagnostics) {
    return { lock: _lock_js__WEBPACK_IMPORTED_MODULE_2__/* .EMPTY_LOCK */ .U5, diagnostics };
}
function lockOf(value, wrong) {
    const fields = closedMap(value, [], ['version', 'bases', 'epochs'], wrong);
    const version = fields?.get('version');
    if (fields !== undefined && !(version !== undefined && (0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnquoted */ .IW)(version) && version.value === 1)) {
        wrong.push({ path: ['version'], at: 'value', message: 'the lock must be a map with `version: 1`' });
    }
    const bases = entries(fields?.get('bases'), ['bases'], wrong).map(([reference, platforms]) => [
        reference,
        Object.fromEntries(entries(platforms, ['bases', reference], wrong).map(([platform, base]) => [platform, baseOf(base, ['bases', reference, platform], wrong)]))
    ]);
    const epochs = entries(fields?.get('epochs'), ['epochs'], wrong).map(([image, epoch]) => [image, epochOf(epoch, ['epochs', image], wrong)]);
    return { bases: Object.fromEntries(bases), epochs: Object.fromEntries(epochs) };
}
function baseOf(value, path, wrong) {
    const fields = closedMap(value, path, ['digest', 'index', 'onbuild', 'env'], wrong);
    const digest = textAt(fields, path, 'digest', wrong);
    if (typeof fields?.get('digest') === 'string' && !/^sha256:[0-9a-f]{64}$/.test(digest)) {
        const message = '`digest` must be sha256: and 64 hex digits';
        wrong.push({ path: [...path, 'digest'], at: 'value', message });
    }
    const index = fields?.get('index');
    const isIndex = index !== undefined && (0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isUnquoted */ .IW)(index) && index.value === true;
    if (index !== undefined && !isIndex) {
        wrong.push({ path: [...path, 'index'], at: 'value', message: '`index` must be true, or left out' });
    }
    return {
        digest,
        ...(isIndex ? { index: true } : {}),
        onbuild: textsAt(fields, path, 'onbuild', wrong),
        env: textsAt(fields, path, 'env', wrong)
    };
}
function epochOf(value, path, wrong) {
    const fields = closedMap(value, path, ['epoch', 'reason'], wrong);
    return { epoch: textAt(fields, path, 'epoch', wrong), reason: textAt(fields, path, 'reason', wrong) };
}
/** A mapping with no other keys than these; undefined when it is none. */
function closedMap(value, path, keys, wrong) {
    const name = path.length === 0 ? 'the lock' : `\`${path.join(' ')}\``;
    if (!(0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value)) {
        const expected = path.length === 0 ? 'a map with `version: 1`' : `a map of ${keys.join(', ')}`;
        wrong.push({ path, at: 'value', message: `${name} must be ${expected}` });
        return undefined;
    }
    for (const key of value.keys()) {
        if (keys.includes(key))
            continue;
        const message = `${name} has the unknown key ${JSON.stringify(key)}; it may have ${keys.join(', ')}`;
        wrong.push({ path: [...path, key], at: 'key', message });
    }
    return value;
}
/** The members of a mapping with any keys; none when there is nothing. */
function entries(value, path, wrong) {
    // `bases:` with nothing behind it is as good as no key; below it, nothing is a mistake.
    if (value === undefined || (value === null && path.length === 1))
        return [];
    if ((0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value))
        return [...value];
    const expected = path[0] === 'epochs' ? 'images to {epoch, reason}' : EXPECTED_BASES[path.length];
    wrong.push({ path, at: 'value', message: `\`${path.join(' ')}\` must map ${expected ?? 'keys'}` });
    return [];
}
const EXPECTED_BASES = {
    1: 'references to platforms to {digest, onbuild, env}',
    2: 'platforms to {digest, onbuild, env}'
};
function textAt(fields, path, key, wrong) {
    const value = fields?.get(key);
    if (typeof value === 'string')
        return value;
    if (fields !== undefined) {
        wrong.push({
            path: [...path, key],
            at: 'value',
            message: `\`${key}\` must be a text, in quotes if need be`
        });
    }
    return '';
}
function textsAt(fields, path, key, wrong) {
    const value = fields?.get(key);
    if (value !== undefined && (0,_manifest_values_js__WEBPACK_IMPORTED_MODULE_4__/* .isList */ .Lv)(value)) {
        const texts = value.filter(item => typeof item === 'string');
        if (texts.length === value.length)
            return texts;
    }
    if (fields !== undefined) {
        wrong.push({ path: [...path, key], at: 'value', message: `\`${key}\` must be a list of texts` });
    }
    return [];
}


/***/ }),

/***/ 5135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readBaseManifest),
/* harmony export */   e: () => (/* binding */ readBaseConfig)
/* harmony export */ });
/* harmony import */ var _dockerfile_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5876);
/* harmony import */ var _keys_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8743);


/** Reads the JSON of an index or manifest (OCI image specification, Docker manifest v2); undefined when it is neither. */
function readBaseManifest(bytes) {
    const value = parsed(bytes);
    if (value === undefined)
        return undefined;
    const manifests = value['manifests'];
    if (Array.isArray(manifests)) {
        const digestFor = (platform) => digestIn(manifests, platform);
        return { kind: 'index', digestFor, platforms: platformsIn(manifests) };
    }
    const config = value['config'];
    if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(config))
        return undefined;
    const digest = config['digest'];
    return { kind: 'manifest', config: typeof digest === 'string' ? digest : undefined };
}
/** Reads an image configuration; undefined when it is none. Fields: OCI image specification, "config". */
function readBaseConfig(bytes) {
    const value = parsed(bytes);
    if (value === undefined)
        return undefined;
    const config = (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value['config']) ? value['config'] : {};
    return { onbuild: texts(config['OnBuild']), env: texts(config['Env']), platform: platformOf(value) };
}
function platformsIn(manifests) {
    const platforms = manifests.flatMap(each => (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each) && (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each['platform']) ? (platformOf(each['platform']) ?? []) : []);
    return [...new Set(platforms)].filter(platform => platform !== 'unknown/unknown');
}
function digestIn(manifests, platform) {
    for (const each of manifests) {
        if (!(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each) || !(0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(each['platform']))
            continue;
        const { digest } = each;
        if (platformOf(each['platform']) === (0,_dockerfile_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalisePlatform */ .W)(platform) && typeof digest === 'string')
            return digest;
    }
    return undefined;
}
function platformOf(value) {
    const parts = ['os', 'architecture', 'variant'].map(name => value[name]);
    const [os, architecture, variant] = parts.map(part => (typeof part === 'string' ? part : ''));
    if (os === undefined || os === '' || architecture === undefined || architecture === '')
        return undefined;
    return (0,_dockerfile_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .normalisePlatform */ .W)([os, architecture, ...(variant === '' ? [] : [variant])].join('/'));
}
function parsed(bytes) {
    return (0,_keys_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(new TextDecoder().decode(bytes));
}
function texts(value) {
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
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

/***/ 7359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ placeFinder)
/* harmony export */ });
/** Makes the function from an offset of a text to line and column; the lines are counted once, at the first question. */
function placeFinder(text) {
    let starts;
    return offset => {
        starts ??= lineStarts(text);
        const line = lastAtMost(starts, offset);
        return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    };
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** Index of the last number that is not above the limit, by bisection. */
function lastAtMost(sorted, limit) {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((sorted[middle] ?? 0) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
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


/***/ }),

/***/ 767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/manifest/bounds.js
/** Bytes a manifest may have: 4 MB. */
const LARGEST = 4_000_000;
/** Levels of lists and mappings a manifest may have. */
const DEEPEST = 64;
/**
 * What a manifest may have of lines and commas, of quotes, brackets and colons, and of `&`, `*` and `!`. The YAML library
 * takes one to three seconds for so many, whatever they mean; 5,000 images of ten keys have about half of it.
 */
const MOST_ENTRIES = 100_000;
const MOST_INDICATORS = 200_000;
const MOST_MARKS = 20_000;
/** Brackets that may be closed without having been opened: some may stand in quotes or comments. */
const MOST_UNOPENED = 1000;
const SPLIT = 'Split what is long into files of the repository, or into two manifests';
/** Looks over a text in one cheap pass: the library takes seconds on 100,000 nested brackets, this takes none. */
function outline(text) {
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST)
        return refused(`The file has ${bytes} bytes, a manifest has at most ${LARGEST}`, SPLIT);
    const counts = count(text);
    for (const [found, most, what] of [
        [counts.entries, MOST_ENTRIES, 'lines and commas'],
        [counts.indicators, MOST_INDICATORS, 'quotes, brackets and colons'],
        [counts.marks, MOST_MARKS, 'characters & * !'],
        [counts.unopened, MOST_UNOPENED, 'brackets that are closed but not opened']
    ])
        if (found > most)
            return refused(`The file has ${found} ${what}, a manifest has at most ${most}`, SPLIT);
    const run = COMPACT_NESTING.exec(text);
    if (run !== null)
        return { fault: tooDeep(run.index), suspicious: false };
    return { suspicious: counts.depth > DEEPEST };
}
/** The finding about a list or mapping inside of too many others. */
function tooDeep(offset) {
    return {
        code: 'M014',
        offset,
        message: `Lists and mappings are nested deeper than ${DEEPEST} levels, a manifest needs less than 10`,
        remedy: 'Remove the nesting; a text with brackets is written in quotes'
    };
}
/** `- - - …`: lists in lists in one line. */
const COMPACT_NESTING = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${DEEPEST + 1}}`, 'm');
function refused(message, remedy) {
    return { fault: { code: 'M014', message, remedy }, suspicious: false };
}
function count(text) {
    const counts = { entries: 0, indicators: 0, marks: 0, depth: 0, unopened: 0 };
    let open = 0;
    for (let index = 0; index < text.length; index++) {
        switch (text.charAt(index)) {
            case '\n':
            case '\r':
            case ',':
                counts.entries++;
                break;
            case '[':
            case '{':
                counts.indicators++;
                counts.depth = Math.max(counts.depth, ++open);
                break;
            case ']':
            case '}':
                counts.indicators++;
                counts.unopened = Math.max(counts.unopened, -(--open));
                break;
            case '"':
            case "'":
            case ':':
                counts.indicators++;
                break;
            case '&':
            case '*':
            case '!':
                counts.marks++;
                break;
        }
    }
    return counts;
}

;// CONCATENATED MODULE: ./build/manifest/nodes.js


/** Values in a file after aliases are followed; an alias bomb has billions. */
const MOST_VALUES = 500_000;
/** Faults told of one file; nobody reads more. */
const MOST_FAULTS = 100;
/**
 * Plain values of a document's nodes. Duplicate keys, aliases without an anchor before them, alias bombs and values
 * nested too deeply are added to the faults.
 */
function plainValue(root, faults) {
    return convert(root, { faults, anchors: new Map(), size: 0 }, 1);
}
/** Offset of a value, or of its key; of the innermost thing that exists when the path leads further. */
function offsetIn(root, path, at) {
    let node = root;
    let offset = offsetOfNode(root);
    for (const [index, step] of path.entries()) {
        const isLast = index === path.length - 1;
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value ?? '') === step);
            if (pair === undefined)
                return offset;
            offset = offsetOfNode(isLast && at === 'value' ? (pair.value ?? pair.key) : pair.key);
            node = pair.value;
        }
        else if ((0,dist/* isSeq */.oP)(node) && typeof step === 'number') {
            node = node.items[step] ?? null;
            offset = offsetOfNode(node);
        }
        else
            return offset;
    }
    return offset;
}
function convert(node, state, depth) {
    if (node === null || node === undefined)
        return null;
    if ((0,dist/* isAlias */.Vj)(node))
        return aliased(node.source, offsetOfNode(node), state);
    const before = state.size++;
    const value = convertContent(node, state, depth);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined)
        state.anchors.set(anchor, { value, size: state.size - before });
    return value;
}
function convertContent(node, state, depth) {
    if ((0,dist/* isScalar */.jn)(node))
        return scalar(node.value, node.source);
    if (depth > DEEPEST) {
        tell(state, tooDeep(offsetOfNode(node)));
        return null;
    }
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map(item => convert(item, state, depth + 1));
    if (!(0,dist/* isMap */.jh)(node))
        return null;
    const map = new Map();
    for (const { key, value } of node.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value ?? '') : '';
        const converted = convert(value, state, depth + 1);
        if (map.has(name))
            tell(state, duplicate(name, offsetOfNode(key)));
        else
            map.set(name, converted);
    }
    return map;
}
function aliased(name, offset, state) {
    const anchor = state.anchors.get(name);
    if (anchor === undefined) {
        const message = `The alias *${name} has no anchor &${name} that ends before it`;
        tell(state, { code: 'M002', offset, message, remedy: 'Write the value out' });
        return null;
    }
    if (state.size + anchor.size > MOST_VALUES) {
        if (state.size <= MOST_VALUES)
            tell(state, bomb(offset));
        state.size = MOST_VALUES + 1;
        return null;
    }
    state.size += anchor.size;
    return anchor.value;
}
function tell(state, fault) {
    if (state.faults.length < MOST_FAULTS)
        state.faults.push(fault);
}
function bomb(offset) {
    const message = `Aliases multiply the file to more than ${MOST_VALUES} values`;
    return { code: 'M014', offset, message, remedy: 'Write the values out instead of using aliases of aliases' };
}
function duplicate(name, offset) {
    const message = `The key ${JSON.stringify(name)} is written twice in one mapping, expected once`;
    return { code: 'M006', offset, message, remedy: 'Remove one of the two, or join what they say' };
}
function scalar(value, source) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number' || typeof value === 'boolean')
        return { written: source ?? String(value), value };
    return null;
}
function offsetOfNode(node) {
    return node?.range?.[0] ?? 0;
}

;// CONCATENATED MODULE: ./build/manifest/yaml.js



/** More faults of one file than a person reads. */
const MOST_SYNTAX_FAULTS = 10;
/** Errors that stand for themselves; what else is wrong with the syntax mostly follows from the first fault. */
const OF_THEIR_OWN = new Set(['TAB_AS_INDENT', 'TAG_RESOLVE_FAILED', 'MULTIPLE_DOCS']);
function causes(errors) {
    const own = errors.filter(({ code }) => OF_THEIR_OWN.has(code));
    if (own.some(({ code }) => code === 'TAB_AS_INDENT'))
        return own;
    const first = errors.find(({ code }) => !OF_THEIR_OWN.has(code));
    return first === undefined ? own : [...own, first].sort((a, b) => a.pos[0] - b.pos[0]);
}
/**
 * Reads a YAML 1.2 text (core schema, no merge keys) into plain values. Refused, with the offset: syntax errors,
 * duplicate keys, unknown tags, several documents, bombs of aliases or nesting. The library keeps offsets of nodes
 * anyhow, so lines and columns are worked out from them only when something has to be told.
 */
function readYaml(text) {
    const look = outline(text);
    const fault = look.fault ?? (look.suspicious ? nestingFault(text) : undefined);
    if (fault !== undefined)
        return unreadable([fault]);
    const document = (0,dist/* parseDocument */.Tp)(text, OPTIONS);
    const errors = [...document.errors, ...document.warnings];
    if (errors.length > 0)
        return unreadable(causes(errors).slice(0, MOST_SYNTAX_FAULTS).map(syntaxFault));
    const faults = [];
    const value = plainValue(document.contents, faults);
    return { value, faults, offsetOf: (path, at) => offsetIn(document.contents, path, at) };
}
/** Keys are checked for duplicates here, because the library compares each with each. */
const OPTIONS = {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    // Anything quieter also hides a second document.
    logLevel: 'error'
};
function unreadable(faults) {
    return { value: undefined, faults, offsetOf: () => 0 };
}
/** Where brackets nest too deeply, those in quotes and comments not counted. */
function nestingFault(text) {
    let depth = 0;
    let offset = 0;
    let isScalarNext = false;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (!isScalarNext && (token === '[' || token === '{') && ++depth > DEEPEST)
            return tooDeep(offset);
        if (!isScalarNext && (token === ']' || token === '}'))
            depth--;
        isScalarNext = token === SCALAR_FOLLOWS;
        if (!MARKERS.has(token))
            offset += token.length;
    }
    return undefined;
}
/** Tokens that the library's lexer puts between the pieces of the text: byte order mark, document, end of flow, scalar. */
const SCALAR_FOLLOWS = '\u001f';
const MARKERS = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);
function syntaxFault(error) {
    if (error.code === 'RESOURCE_EXHAUSTION')
        return tooDeep(error.pos[0]);
    const told = SYNTAX[error.code];
    const message = told?.message ?? `The file is not valid YAML: ${error.message}`;
    const remedy = told?.remedy ?? 'Repair the syntax at this place; often an indentation, a quote or a bracket is wrong';
    return { code: 'M002', offset: error.pos[0], message, remedy };
}
const SYNTAX = {
    MULTIPLE_DOCS: {
        message: 'The file has more than one YAML document, expected exactly one',
        remedy: 'Remove the line --- and what belongs to the second document'
    },
    TAB_AS_INDENT: {
        message: 'A line is indented with a tab, YAML wants spaces',
        remedy: 'Replace the tab by spaces'
    },
    NON_STRING_KEY: { message: 'A key is not a text', remedy: 'Write the key as a plain or quoted text' },
    TAG_RESOLVE_FAILED: { message: 'A tag (!name) is not known here', remedy: 'Remove the tag' }
};


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
