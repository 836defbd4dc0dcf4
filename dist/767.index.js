export const id = 767;
export const ids = [767];
export const modules = {

/***/ 4706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rP: () => (/* binding */ keepRecord),
  AN: () => (/* binding */ keepRow),
  Wz: () => (/* binding */ pastPace)
});

// EXTERNAL MODULE: ./build/diagnostics/code-unit.js
var code_unit = __webpack_require__(8313);
// EXTERNAL MODULE: ./build/keys/json.js
var json = __webpack_require__(8743);
// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
;// CONCATENATED MODULE: ./build/build/durations.js



/** So many are kept: the one in the middle stays where it is when one build was slow or found all its layers. */
const KEPT = 5;
/** A longer text is no record of durations: 10,000 images on two platforms need a fifth of it. */
const LONGEST_DURATIONS = 4_000_000;
const LONGEST_MS = 24 * 60 * 60 * 1000;
/**
 * Reads what an earlier run wrote, or whoever else could write to its cache. Returns the durations, or a sentence about
 * what is wrong.
 */
function parseDurations(text) {
    if (text.length > LONGEST_DURATIONS)
        return 'it is too long';
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return 'it is no JSON';
    }
    if (!(0,json/* isObject */.Gv)(value) || value['version'] !== 1)
        return 'it is no record of version 1';
    const { milliseconds } = value;
    if (!(0,json/* isObject */.Gv)(milliseconds))
        return '`milliseconds` is missing';
    const durations = new Map();
    for (const [build, list] of Object.entries(milliseconds)) {
        const [image = '', platform = '', ...more] = build.split(' ');
        if (more.length > 0 || !names/* IMAGE_NAME */.yc.test(image) || !names/* PLATFORM_NAME */.i2.test(platform)) {
            return `${JSON.stringify(build.slice(0, 80))} is no image and platform`;
        }
        if (!Array.isArray(list) || list.length === 0 || list.length > KEPT || !list.every(isDuration)) {
            return `${build} has no durations`;
        }
        durations.set(build, list);
    }
    return durations;
}
/** The text that {@link parseDurations} reads; equal for equal durations. */
function renderDurations(durations) {
    const sorted = [...durations].sort(([a], [b]) => (0,code_unit/* byCodeUnit */.X)(a, b));
    return JSON.stringify({ version: 1, milliseconds: Object.fromEntries(sorted) });
}
/**
 * What a run adds: the builds that it did. What was found in staging or did not end well took no time that tells
 * anything.
 */
function durationsOf(results) {
    const built = results.filter(({ state, milliseconds }) => state === 'built' && milliseconds > 0);
    return new Map(built.map(({ image, platform, milliseconds }) => [
        `${image} ${platform}`,
        [Math.min(Math.ceil(milliseconds), LONGEST_MS)]
    ]));
}
/** Earlier durations with those of a run behind; what is no longer in the plan goes. */
function joinDurations(before, added, plan) {
    const joined = new Map();
    for (const { name, platforms } of plan.images) {
        for (const platform of Object.keys(platforms)) {
            const build = `${name} ${platform}`;
            const list = [...(before.get(build) ?? []), ...(added.get(build) ?? [])].slice(-KEPT);
            if (list.length > 0)
                joined.set(build, list);
        }
    }
    return joined;
}
/**
 * How long builds are thought to take by what they took: the middle of their last few, and for images that were not timed
 * the middle of all others. Undefined when nothing was timed.
 */
function paceOf(durations) {
    if (durations.size === 0)
        return undefined;
    const seconds = new Map([...durations].map(([build, list]) => [build, middleOf(list) / 1000]));
    return {
        past: (image, platform) => seconds.get(`${image} ${platform}`),
        usual: middleOf([...seconds.values()])
    };
}
/** The number in the middle; the higher one of two. */
function middleOf(numbers) {
    return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
function isDuration(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= LONGEST_MS;
}

// EXTERNAL MODULE: ./build/io/thrown.js
var thrown = __webpack_require__(1643);
// EXTERNAL MODULE: ./build/keys/canonical.js
var canonical = __webpack_require__(8335);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/io/run-cache.js

/**
 * In the folder of the step, and named relative to it: the service tells entries apart by the path as it is written, and
 * folders of runners differ.
 */
const PREFIX = '.base-images-';
/** Lookups and downloads of a few kilobytes; the client tries again by itself. */
const OPTIONS = { timeoutInMs: 30_000, segmentTimeoutInMs: 60_000 };
/** Opens the cache service of this run; undefined where the runner has none. Longer texts than `longest` are not read. */
async function openRunCache(environment, longest) {
    const urls = [environment['ACTIONS_RESULTS_URL'], environment['ACTIONS_CACHE_URL']];
    if (urls.every(url => (url ?? '') === ''))
        return undefined;
    // Loaded here because only steps that plan or report need it, and it is slow to load.
    const client = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(838), __webpack_require__.e(691)]).then(__webpack_require__.bind(__webpack_require__, 1691));
    if (!client.isFeatureAvailable())
        return undefined;
    return {
        find: async (beginning, file) => {
            const path = `${PREFIX}${file}`;
            try {
                const found = await client.restoreCache([path], beginning, [beginning], OPTIONS);
                return found === undefined ? undefined : await readShort(path, longest);
            }
            finally {
                await (0,promises_.rm)(path, { recursive: true, force: true });
            }
        },
        keep: async (key, file, text) => {
            const path = `${PREFIX}${file}`;
            try {
                await (0,promises_.writeFile)(path, text);
                await client.saveCache([path], key);
            }
            finally {
                await (0,promises_.rm)(path, { recursive: true, force: true });
            }
        }
    };
}
/** The text of a regular file; an entry of the cache may hold anything. */
async function readShort(path, longest) {
    try {
        const { size } = await (0,promises_.lstat)(path).then(stat => (stat.isFile() ? stat : { size: Infinity }));
        return size > longest ? undefined : await (0,promises_.readFile)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/durations.js




/**
 * How long builds took is told from run to run through the cache service of Actions: each build job keeps the times of its
 * row, the report gathers them into one record, and the next plan lays its rows by it. Nothing depends on it but the rows:
 * a cache that is away or holds nonsense is a line in the log.
 */
const FILE = 'durations.json';
/** Rows that the report asks for at once, and how long it goes on with it: a service that is away makes each wait. */
const AT_ONCE = 8;
const LONGEST_ASKING_MS = 60_000;
/** How long builds of earlier runs took; undefined when that is not known. */
async function pastPace(host, world, manifest) {
    const cache = await openRunCache(world.environment, LONGEST_DURATIONS);
    return cache === undefined ? undefined : paceOf(await find(host, cache, recordKey(manifest), FILE));
}
/** Keeps what the builds of a row took, for the report of the run. */
async function keepRow(host, world, row, results) {
    const durations = durationsOf(results);
    const cache = durations.size === 0 ? undefined : await openRunCache(world.environment, LONGEST_DURATIONS);
    if (cache === undefined)
        return;
    await keep(host, cache, `${rowKey(world, row)}${attempt(world)}`, rowFile(row), durations);
}
/** Adds what this run built to the record of earlier ones: results of the same job, or what the build jobs kept. */
async function keepRecord(host, world, plan, results) {
    // A pull request would keep it for itself alone.
    if ((await host.event())?.name === 'pull_request')
        return;
    const cache = await openRunCache(world.environment, LONGEST_DURATIONS);
    if (cache === undefined)
        return;
    const own = durationsOf(results);
    const added = own.size > 0 ? own : await ofRows(host, world, cache, plan);
    if (added.size === 0)
        return;
    const key = recordKey(plan.manifest);
    const joined = joinDurations(await find(host, cache, key, FILE), added, plan);
    await keep(host, cache, `${key}${runOf(world)}-${attempt(world)}`, FILE, joined);
}
async function ofRows(host, world, cache, plan) {
    const rows = plan.levels.flat();
    const all = new Map();
    const until = world.clock.now() + LONGEST_ASKING_MS;
    for (let at = 0; at < rows.length && world.clock.now() < until; at += AT_ONCE) {
        const some = rows.slice(at, at + AT_ONCE);
        const found = await Promise.all(some.map(row => find(host, cache, rowKey(world, row), rowFile(row))));
        for (const durations of found)
            for (const [build, list] of durations)
                all.set(build, list);
    }
    return all;
}
/** Empty where nothing was kept or what was kept is not right. */
async function find(host, cache, beginning, file) {
    try {
        const text = await cache.find(beginning, file);
        const durations = text === undefined ? new Map() : parseDurations(text);
        if (typeof durations !== 'string')
            return durations;
        host.log.warn(`durations of earlier builds are not used: ${durations}`);
    }
    catch (error) {
        host.log.warn(`durations of earlier builds are not used: ${(0,thrown/* messageOf */.bD)(error)}`);
    }
    return new Map();
}
async function keep(host, cache, key, file, durations) {
    try {
        await cache.keep(key, file, renderDurations(durations));
    }
    catch (error) {
        host.log.warn(`durations of builds are not kept: ${(0,thrown/* messageOf */.bD)(error)}`);
    }
}
/** Beginning of the keys of the records of a manifest; keys must hold no comma, and no beginning may be that of another. */
function recordKey(manifest) {
    return `base-images-durations-${hashOf(manifest)}-`;
}
/** Beginning of the keys of a row in this run, whichever attempt kept it. */
function rowKey(world, row) {
    return `base-images-row-${runOf(world)}-${rowHash(row)}-`;
}
function rowFile(row) {
    return `row-${rowHash(row)}.json`;
}
function rowHash({ images, platform }) {
    return hashOf([platform, ...images].join(' '));
}
function hashOf(text) {
    return (0,canonical/* sha256 */.sc)(text).slice(0, 16);
}
function runOf({ environment }) {
    return environment['GITHUB_RUN_ID'] ?? '';
}
function attempt({ environment }) {
    return environment['GITHUB_RUN_ATTEMPT'] ?? '1';
}


/***/ }),

/***/ 1351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ withDiskWarnings)
/* harmony export */ });
/* harmony import */ var _diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);
/* harmony import */ var _diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4846);
/* harmony import */ var _rows_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2731);



/** Labels of the hosted runners that have the promised disk; of any other runner nothing is known. */
const HOSTED = /^ubuntu-(?:latest|slim|[0-9]{2}\.[0-9]{2})(?:-arm)?$/;
const NAMES_SHOWN = 5;
/** The plan with a warning (W006) for each row that is thought to need more than the disk of its hosted runner. */
function withDiskWarnings(plan) {
    const others = plan.warnings.filter(warning => warning.code !== 'W006');
    const rows = plan.levels.flat().filter(row => (row.bytes ?? 0) > _rows_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .DISK */ .KK && HOSTED.test(row.runner));
    if (rows.length === 0)
        return others.length === plan.warnings.length ? plan : { ...plan, warnings: others };
    const bytesOf = (0,_rows_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOfImages */ .$k)(plan.images);
    const found = rows.map(row => warningOf(plan, row, bytesOf));
    return { ...plan, warnings: (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .sortDiagnostics */ .Ds)([...others, ...found]) };
}
function warningOf({ manifest }, { images, platform, runner, bytes = 0 }, bytesOf) {
    const place = { file: manifest };
    const room = `${gigabytes(bytes)} of disk; ${runner} has ${gigabytes(_rows_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .DISK */ .KK)}`;
    const sizes = images
        .map(name => ({ name, bytes: bytesOf(name, platform) }))
        .sort((a, b) => b.bytes - a.bytes);
    const sized = sizes.map(each => `${each.name} (${gigabytes(each.bytes)} compressed)`);
    const remedy = 'use a runner with a larger disk (`runners`), or make the image smaller';
    if (sized.length === 1)
        return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .warningAt */ .MK)('W006', place, `${sized.join('')} on ${platform} is thought to need ${room}`, remedy);
    return (0,_diagnostics_diagnostic_js__WEBPACK_IMPORTED_MODULE_0__/* .warningAt */ .MK)('W006', place, `${(0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .someOf */ .yU)(sized, NAMES_SHOWN)} on ${platform} share one job and are thought to need ${room}`, `${remedy}; with \`strategy: single\` take \`levels\``);
}
function gigabytes(bytes) {
    return `${(bytes / 1e9).toFixed(1)} GB`;
}


/***/ }),

/***/ 9059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ LANES),
/* harmony export */   DX: () => (/* binding */ laned),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   od: () => (/* binding */ LONG_ROW)
/* harmony export */ });
/** A row of more seconds is too near to the time limit of a job (two hours in the shipped workflows). */
const LONG_ROW = 3600;
const LANES = ['level', 'late', 'leaf'];
/** All rows of a level, those that the next one waits for first. */
function rowsOf(level) {
    return LANES.flatMap(lane => level[lane]);
}
/**
 * Puts each row of each level into the lane that follows from where the first step is that waits for it. In the last level
 * there is nothing to tell apart: all its rows are `level` rows.
 */
function laned(work, levels) {
    const at = new Int16Array(work.seconds.length);
    levels.forEach((rows, level) => {
        for (const row of rows)
            for (const step of row)
                at[step] = level;
    });
    return levels.map((rows, level) => {
        const lanes = { level: [], late: [], leaf: [] };
        for (const row of rows) {
            let first = Infinity;
            for (const step of row) {
                for (const child of work.below[step] ?? []) {
                    const depth = at[child] ?? level;
                    if (depth > level)
                        first = Math.min(first, depth);
                }
            }
            const isLast = level === levels.length - 1;
            lanes[isLast || first === level + 1 ? 'level' : first === Infinity ? 'leaf' : 'late'].push(row);
        }
        return lanes;
    });
}


/***/ }),

/***/ 3181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DD: () => (/* binding */ MAX_LEVELS),
  hf: () => (/* binding */ USUAL_SECONDS),
  Qx: () => (/* binding */ withRows)
});

// UNUSED EXPORTS: MAX_ROWS, USUAL_FLEET

// EXTERNAL MODULE: ./build/manifest/names.js
var names = __webpack_require__(7176);
// EXTERNAL MODULE: ./build/plan/disk-warnings.js
var disk_warnings = __webpack_require__(1351);
// EXTERNAL MODULE: ./build/plan/rows-bytes.js
var rows_bytes = __webpack_require__(2731);
;// CONCATENATED MODULE: ./build/plan/rows-pieces.js
const NONE = -1;
/** What of the steps that are left may begin when rows of the level before still run on. */
function openOf(work, left, running) {
    const isOpen = new Uint8Array(work.seconds.length);
    if (running.length === 0) {
        for (const step of left)
            isOpen[step] = 1;
        return { left, isOpen };
    }
    const isWaiting = new Uint8Array(work.seconds.length);
    for (const row of running)
        for (const step of row)
            isWaiting[step] = 1;
    for (const step of left) {
        const waits = work.above[step]?.some(parent => isWaiting[parent] === 1) === true;
        if (waits)
            isWaiting[step] = 1;
        else
            isOpen[step] = 1;
    }
    return { left, isOpen };
}
/** Pieces of what may begin, heaviest first. */
function openPieces(work, { left, isOpen }) {
    const open = left.filter(step => isOpen[step] === 1);
    const pieces = piecesOf(work, open);
    if (work.platforms.length === 1 && open.length === left.length)
        return pieces;
    const at = new Int32Array(work.seconds.length).fill(NONE);
    pieces.forEach(({ steps }, index) => {
        for (const step of steps)
            at[step] = index;
    });
    const isLeft = new Uint8Array(work.seconds.length);
    for (const step of left)
        isLeft[step] = 1;
    const bound = new Set();
    for (const step of left) {
        for (const parent of work.above[step] ?? []) {
            if (isLeft[parent] === 1 && at[step] !== at[parent])
                bound.add(at[step] ?? NONE).add(at[parent] ?? NONE);
        }
    }
    return pieces.map((piece, index) => (bound.has(index) ? { ...piece, isBound: true } : piece));
}
/** Pieces of some steps in the order of the work, heaviest first. */
function piecesOf(work, steps) {
    const { above, platform, seconds } = work;
    const up = new Int32Array(seconds.length).fill(NONE);
    for (const step of steps)
        up[step] = step;
    const rootOf = (step) => {
        let at = step;
        for (let next = up[at] ?? at; next !== at; next = up[at] ?? at) {
            up[at] = up[next] ?? next;
            at = next;
        }
        return at;
    };
    for (const step of steps) {
        for (const parent of above[step] ?? []) {
            if (up[parent] === NONE || platform[parent] !== platform[step])
                continue;
            const [a, b] = [rootOf(step), rootOf(parent)];
            if (a !== b)
                up[Math.max(a, b)] = Math.min(a, b);
        }
    }
    const found = [];
    const at = new Int32Array(seconds.length);
    for (const step of steps) {
        const root = rootOf(step);
        // The number of a piece and one, so that 0 is none.
        if (at[root] === 0)
            at[root] = found.push({ steps: [], seconds: 0, isBound: false });
        const piece = found[(at[root] ?? 0) - 1];
        if (piece === undefined)
            continue;
        piece.steps.push(step);
        piece.seconds += seconds[step] ?? 0;
    }
    return found.sort((a, b) => b.seconds - a.seconds || (a.steps[0] ?? 0) - (b.steps[0] ?? 0));
}

// EXTERNAL MODULE: ./build/plan/rows-work.js
var rows_work = __webpack_require__(7847);
;// CONCATENATED MODULE: ./build/plan/rows-deal.js


const rows_deal_NONE = -1;
/** The row with the least load. */
function shortest(rows, loads) {
    let found = rows[0] ?? 0;
    for (const row of rows)
        if ((loads[row] ?? 0) < (loads[found] ?? 0))
            found = row;
    return found;
}
/** How many rows each platform gets: one at least, the others by its share of the seconds. */
function machinesByPlatform(work, left, machines) {
    const shares = new Array(work.platforms.length).fill(0);
    if (shares.length === 1)
        return [machines];
    let total = 0;
    for (const step of left) {
        const own = work.platform[step] ?? 0;
        shares[own] = (shares[own] ?? 0) + (work.seconds[step] ?? 0);
        total += work.seconds[step] ?? 0;
    }
    return shares.map(share => Math.max(1, Math.floor((machines * share) / Math.max(total, 1))));
}
/**
 * Deals pieces, heaviest first, to the row that is shortest, of at most `count` rows (one a platform at least). The rows of
 * machines that are busy for `waits` seconds more count as that much longer.
 */
function dealPieces(work, pieces, count, waits = []) {
    const room = machinesByPlatform(work, Int32Array.from(pieces.flatMap(piece => piece.steps)), count);
    const rowsOfPlatform = work.platforms.map(() => []);
    const rows = [];
    const loads = [];
    for (const { steps, seconds } of pieces) {
        const own = work.platform[steps[0] ?? 0] ?? 0;
        const mine = rowsOfPlatform[own] ?? [];
        let row = shortest(mine, loads);
        const opened = waits[rows.length] ?? 0;
        if (mine.length === 0 || (mine.length < (room[own] ?? 1) && opened <= (loads[row] ?? 0))) {
            row = rows.length;
            mine.push(row);
            rows.push([]);
            loads.push(opened);
        }
        for (const step of steps)
            rows[row]?.push(step);
        loads[row] = (loads[row] ?? 0) + seconds;
    }
    return rows;
}
/**
 * Everything that is left as the last levels: one, or as many as platforms follow on each other. Steps of a piece of a
 * later level wait for those of an earlier one.
 */
function finish(work, { left, isOpen }, clock, fleet) {
    const turn = new Int32Array(work.seconds.length).fill(rows_deal_NONE);
    for (const step of left) {
        let own = isOpen[step] === 1 ? 0 : 1;
        for (const parent of work.above[step] ?? []) {
            const before = turn[parent] ?? rows_deal_NONE;
            if (before === rows_deal_NONE)
                continue;
            own = Math.max(own, before + (work.platform[parent] === work.platform[step] ? 0 : 1));
        }
        turn[step] = own;
    }
    const waits = [...clock.free].map(until => Math.max(0, until - clock.begins)).sort((a, b) => a - b);
    const levels = [];
    for (let at = 0, taken = 0; taken < left.length; at += 1) {
        const here = left.filter(step => turn[step] === at);
        taken += here.length;
        const rows = dealPieces(work, piecesOf(work, here), fleet.machines, at === 0 ? waits : []);
        const isAwaited = (row) => taken === left.length || row.some(step => work.below[step]?.some(child => (turn[child] ?? rows_deal_NONE) > at));
        const [level, leaf] = [rows.filter(isAwaited), rows.filter(row => !isAwaited(row))];
        levels.push(sorted(work, { level, late: [], leaf }));
    }
    return levels;
}
/**
 * GitHub starts the jobs of a matrix in its order; with the longest first, none is still running when all others are
 * done.
 */
function sorted(work, level) {
    const longestFirst = (rows) => rows
        .map(row => ({ row, seconds: (0,rows_work/* secondsOfAll */._)(work, row) }))
        .sort((a, b) => b.seconds - a.seconds || (a.row[0] ?? 0) - (b.row[0] ?? 0))
        .map(each => each.row);
    return { level: longestFirst(level.level), late: longestFirst(level.late), leaf: longestFirst(level.leaf) };
}

// EXTERNAL MODULE: ./build/plan/rows-lanes.js
var rows_lanes = __webpack_require__(9059);
;// CONCATENATED MODULE: ./build/plan/rows-parts.js



/**
 * Ways to part a row into rows that fit on a disk, in each of them a part after those that it waits for: first one in which
 * each part fits or is one image, then ones of fewer turns for when there is no room for more levels.
 */
function* partings(work, row, start) {
    const here = new Set(row);
    const pieces = piecesOf(work, work.order.filter(step => here.has(step))).map(({ steps }) => steps);
    const light = sharedParts(work, pieces.filter(steps => (0,rows_bytes/* fitsDisk */.st)(bytesOf(work, steps))));
    const heavy = pieces.filter(steps => !(0,rows_bytes/* fitsDisk */.st)(bytesOf(work, steps)));
    for (let turns = Infinity; turns >= 0; turns -= 1) {
        const parts = [...light, ...heavy.flatMap(steps => partsOf(work, steps, turns, start))];
        parts.sort((a, b) => a.turn - b.turn);
        turns = Math.min(turns, parts.at(-1)?.turn ?? 0);
        if (parts.length > 1)
            yield parts;
    }
}
/** Compressed bytes of all these steps together. */
function bytesOf(work, steps) {
    return steps.reduce((sum, step) => sum + (work.bytes[step] ?? 0), 0);
}
/** Pieces that fit, heaviest first, each in the first part that has room for it. */
function sharedParts(work, pieces) {
    const parts = [];
    const weighed = pieces.map(steps => ({ steps, bytes: bytesOf(work, steps) }));
    weighed.sort((a, b) => b.bytes - a.bytes || (a.steps[0] ?? 0) - (b.steps[0] ?? 0));
    for (const { steps, bytes } of weighed)
        put(parts, steps, bytes, 0);
    return parts;
}
/**
 * A piece that is too heavy: each image goes to the part of its parents while that has room, or else to a part of the next
 * turn. In the last turn it goes to its parents all the same.
 */
function partsOf(work, piece, turns, start) {
    const parts = [];
    const partOf = new Map();
    for (const step of shallowFirst(work, piece)) {
        const bytes = work.bytes[step] ?? 0;
        const above = (work.above[step] ?? []).flatMap(parent => partOf.get(parent) ?? []);
        const turn = Math.max(0, ...above.map(part => part.turn));
        const [part, ...others] = new Set(above.filter(each => each.turn === turn));
        if (part === undefined) {
            partOf.set(step, put(parts, [step], bytes, 0));
        }
        else if (others.length === 0 && (0,rows_bytes/* fitsDisk */.st)(part.bytes + bytes)) {
            partOf.set(step, add(part, [step], bytes));
        }
        else if (turn < turns) {
            partOf.set(step, put(parts, [step], bytes, turn + 1));
        }
        else {
            for (const other of others) {
                for (const each of other.steps)
                    partOf.set(each, part);
                add(part, other.steps, other.bytes);
                parts.splice(parts.indexOf(other), 1);
            }
            partOf.set(step, add(part, [step], bytes));
        }
    }
    return withoutWaiting(work, piece, parts, partOf, start);
}
/**
 * What no later part waits for leaves a part that is waited for, and is done beside the later parts, when it takes longer
 * than another runner needs to start.
 */
function withoutWaiting(work, piece, parts, partOf, start) {
    const isAwaited = new Set();
    for (const step of piece.toReversed()) {
        const own = partOf.get(step);
        const waits = work.below[step]?.some(child => {
            const part = partOf.get(child);
            return part !== undefined && (part !== own || isAwaited.has(child));
        });
        if (waits === true)
            isAwaited.add(step);
    }
    const position = new Map(piece.map((step, at) => [step, at]));
    return parts.flatMap(({ steps, turn }) => {
        const inOrder = steps.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
        const awaited = inOrder.filter(step => isAwaited.has(step));
        const rest = inOrder.filter(step => !isAwaited.has(step));
        if (awaited.length === 0 || (0,rows_work/* secondsOfAll */._)(work, rest) <= start)
            return [{ steps: inOrder, turn }];
        return [
            { steps: awaited, turn },
            { steps: rest, turn: turn + 1 }
        ];
    });
}
/** Adds to the first part of a turn that has room, or opens one. */
function put(parts, steps, bytes, turn) {
    const found = parts.find(part => part.turn === turn && (0,rows_bytes/* fitsDisk */.st)(part.bytes + bytes));
    if (found !== undefined)
        return add(found, steps, bytes);
    const opened = { steps: [...steps], bytes, turn };
    parts.push(opened);
    return opened;
}
function add(part, steps, bytes) {
    part.steps.push(...steps);
    part.bytes += bytes;
    return part;
}
/** Steps of a piece by how many stand above them in it, of equals the heaviest first; parents stand before children. */
function shallowFirst(work, piece) {
    const depth = new Map();
    for (const step of piece) {
        depth.set(step, 1 + Math.max(0, ...(work.above[step] ?? []).map(parent => depth.get(parent) ?? 0)));
    }
    return [...piece].sort((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || (work.bytes[b] ?? 0) - (work.bytes[a] ?? 0) || a - b);
}

;// CONCATENATED MODULE: ./build/plan/rows-disk.js




/**
 * Parts rows whose images together are thought to fill the disk of a runner, so that a heavy image has a row of its own.
 * What is parted from its parents goes to a later level, and all that waits for it too: parents are handed over by digest,
 * so a child needs no row with them. Where levels or rows run out a row is parted less, or stays as it is.
 */
function fitDisk(work, levels, limits) {
    const laid = levels.flatMap((level, at) => (0,rows_lanes/* rowsOf */.RO)(level).map((steps) => ({ steps, level: at })));
    let rows = laid;
    let found;
    for (const row of laid) {
        if (row.steps.length === 1 || (0,rows_bytes/* fitsDisk */.st)(bytesOf(work, row.steps)))
            continue;
        for (const parts of partings(work, row.steps, limits.start)) {
            const own = parts.map(({ steps }) => ({ steps, level: row.level }));
            const trial = rows.flatMap(each => (each === row ? own : [each]));
            const placed = place(work, trial, limits);
            if (placed === undefined)
                continue;
            rows = trial;
            found = placed;
            break;
        }
    }
    return found === undefined ? levels : (0,rows_lanes/* laned */.DX)(work, found).map(level => sorted(work, level));
}
/**
 * Rows by level: each in the first that has room, that is not before its own and not before what it waits for has ended.
 * Rows stand after those that they wait for. Undefined when there are not enough levels.
 */
function place(work, rows, { maxLevels, maxRows }) {
    const at = new Int16Array(work.seconds.length).fill(-1);
    const levels = [];
    for (const { steps, level: first } of rows) {
        let level = first;
        for (const step of steps) {
            for (const parent of work.above[step] ?? [])
                level = Math.max(level, (at[parent] ?? -1) + 1);
        }
        while (levels[level]?.length === maxRows)
            level += 1;
        if (level >= maxLevels)
            return undefined;
        while (levels.length <= level)
            levels.push([]);
        levels[level]?.push(steps);
        for (const step of steps)
            at[step] = level;
    }
    return levels;
}

// EXTERNAL MODULE: ./build/plan/rows-run.js + 1 modules
var rows_run = __webpack_require__(7009);
;// CONCATENATED MODULE: ./build/plan/rows-loose.js





/** How much longer a run may be thought to take for the sake of more rows. */
const SLACK = 0.01;
/**
 * Deals the rows of each level and lane out to more of them where that costs next to nothing: durations are guesses, there
 * may be more machines than were thought, a job that failed has less to repeat, and many images fill the disk of a runner.
 */
function loosen(work, levels, fleet, maxRows) {
    // A level has no rows where all that is left waits for late rows: these are then waited for by the next.
    let loose = relaned(work, levels.filter(level => (0,rows_lanes/* rowsOf */.RO)(level).length > 0));
    const most = (0,rows_run/* runSeconds */.Rl)(work, loose, fleet) * (1 + SLACK);
    for (const depth of loose.keys()) {
        for (const lane of rows_lanes/* LANES */.Ci) {
            const level = loose[depth];
            if (level === undefined || level[lane].length === 0)
                continue;
            const rows = level[lane];
            const levels_ = loose;
            const others = (0,rows_lanes/* rowsOf */.RO)(level).length - rows.length;
            const all = piecesOf(work, ordered(work, rows));
            const mayTake = longestRow(work, rows) > rows_lanes/* LONG_ROW */.od ? Infinity : most;
            let best = mayTake;
            for (const count of countsBetween(rows.length, Math.min(maxRows - others, all.length), fleet.machines)) {
                const more = dealPieces(work, all, count);
                if (more.length + others > maxRows || more.length <= rows.length)
                    continue;
                const trial = relaned(work, replaced(levels_, depth, lane, more));
                const seconds = (0,rows_run/* runSeconds */.Rl)(work, trial, fleet);
                if (seconds > best || (mayTake > most && longestRow(work, more) >= longestRow(work, rows)))
                    continue;
                loose = trial;
                best = seconds;
                if (seconds <= most)
                    break;
            }
        }
    }
    return loose;
}
function replaced(levels, depth, lane, rows) {
    return levels.map((level, at) => (at === depth ? { ...level, [lane]: rows } : level));
}
/** Each row in the lane that follows from what waits for it, the longest first. */
function relaned(work, levels) {
    return (0,rows_lanes/* laned */.DX)(work, levels.map(rows_lanes/* rowsOf */.RO)).map(level => sorted(work, level));
}
/** Steps of rows in the order of the work. */
function ordered(work, rows) {
    const isHere = new Uint8Array(work.seconds.length);
    for (const row of rows)
        for (const step of row)
            isHere[step] = 1;
    return work.order.filter(step => isHere[step] === 1);
}
/**
 * From the highest number of rows downwards, each a fifth less than the one before, and by what all machines do at
 * once.
 */
function countsBetween(least, most, machines) {
    const counts = [];
    for (let count = most; count > least; count = Math.min(count - 1, Math.floor(count * 0.8))) {
        const even = count - (count % machines);
        counts.push(count, ...(even < count && even > least ? [even] : []));
    }
    return counts;
}
function longestRow(work, rows) {
    return Math.max(0, ...rows.map(row => (0,rows_work/* secondsOfAll */._)(work, row)));
}

;// CONCATENATED MODULE: ./build/plan/rows-layout.js

const DONE = -1;
const LATER = -2;
/** Which rows a step may join. */
const NO_ROW = 0;
const LEVEL_ROW = 1;
const LATE_ROW = 2;
/**
 * Fills one level. Pieces that can be done as a whole become leaf rows, of which there are as many as machines would
 * stand idle. Of the others steps are taken, longest tail first, as long as no row gets longer than it may; where the first
 * step of a piece is longer than a row of the level may be, the piece goes to late rows.
 */
function fillLevel(work, open, pieces, lengths, { free, begins }) {
    const lane = new Uint8Array(work.seconds.length);
    const whole = [];
    for (const piece of pieces) {
        if (!piece.isBound && piece.seconds <= lengths.leaf) {
            whole.push(piece);
            continue;
        }
        const isLate = lengths.late > 0 && (work.seconds[piece.steps[0] ?? 0] ?? 0) > lengths.level;
        for (const step of piece.steps)
            lane[step] = isLate ? LATE_ROW : LEVEL_ROW;
    }
    const taken = takeSteps(work, open, lane, lengths, free.length);
    const busy = free.filter(until => until > begins).length;
    const leaf = wholeRows(work, whole, lengths.leaf, free.length - taken[LEVEL_ROW].length - taken[LATE_ROW].length - busy);
    const isTaken = new Uint8Array(work.seconds.length);
    let count = 0;
    for (const rows of [taken[LEVEL_ROW], taken[LATE_ROW], leaf]) {
        for (const row of rows) {
            for (const step of row)
                isTaken[step] = 1;
            count += row.length;
        }
    }
    // No child of a step that is left was done before.
    const isAwaited = (row) => row.some(step => work.below[step]?.some(child => isTaken[child] === 0) === true);
    const level = { level: [], late: [], leaf: [...leaf] };
    for (const row of taken[LEVEL_ROW])
        level[isAwaited(row) ? 'level' : 'leaf'].push(row);
    for (const row of taken[LATE_ROW])
        level[isAwaited(row) ? 'late' : 'leaf'].push(row);
    return { level: sorted(work, level), isTaken, count };
}
/**
 * Takes steps into rows of their lanes. A step whose parents are in the level can only go where all of them are; others go
 * to the shortest row of their platform and lane, of which there are at most `machines`, shared out among platforms.
 */
function takeSteps(work, { left }, lane, lengths, machines) {
    const { seconds, above, platform } = work;
    const place = new Int16Array(seconds.length).fill(DONE);
    for (const step of left)
        place[step] = LATER;
    const room = machinesByPlatform(work, left, machines);
    const mine = [LEVEL_ROW, LATE_ROW].map(() => work.platforms.map(() => []));
    const rows = [];
    const loads = [];
    const lanes = [];
    for (const step of left) {
        const own = platform[step] ?? 0;
        const to = lane[step] ?? NO_ROW;
        if (to === NO_ROW)
            continue;
        const takes = seconds[step] ?? 0;
        const capacity = to === LATE_ROW ? lengths.late : lengths.level;
        if (takes > capacity)
            continue;
        let row = DONE;
        for (const parent of above[step] ?? []) {
            const at = place[parent] ?? DONE;
            if (at === DONE)
                continue;
            row = at === LATER || (row !== DONE && row !== at) || platform[parent] !== own ? LATER : at;
            if (row === LATER)
                break;
        }
        if (row === LATER)
            continue;
        if (row === DONE) {
            const others = mine[to - 1]?.[own] ?? [];
            if (others.length < (room[own] ?? 1)) {
                row = rows.length;
                others.push(row);
                rows.push([]);
                loads.push(0);
                lanes.push(to);
            }
            else {
                row = shortest(others, loads);
            }
        }
        const load = loads[row] ?? 0;
        if (load + takes > capacity)
            continue;
        place[step] = row;
        loads[row] = load + takes;
        rows[row]?.push(step);
    }
    const of = (to) => rows.filter((row, at) => lanes[at] === to && row.length > 0);
    return { [LEVEL_ROW]: of(LEVEL_ROW), [LATE_ROW]: of(LATE_ROW) };
}
/** Whole pieces, heaviest first, each in the fullest of at most `most` rows that has room for it; others are left. */
function wholeRows(work, pieces, length, most) {
    const rows = [];
    for (const { steps, seconds } of pieces) {
        const platform = work.platform[steps[0] ?? 0] ?? 0;
        let best;
        for (const row of rows) {
            if (row.platform !== platform || row.load + seconds > length)
                continue;
            if (best === undefined || row.load > best.load)
                best = row;
        }
        if (best === undefined) {
            if (rows.length >= most)
                continue;
            rows.push((best = { steps: [], platform, load: 0 }));
        }
        for (const step of steps)
            best.steps.push(step);
        best.load += seconds;
    }
    return rows.map(row => row.steps);
}

;// CONCATENATED MODULE: ./build/plan/rows-pack.js






/** A layout this near to the shortest possible is good enough. */
const CLOSE = 0.001;
/**
 * Lays steps into at most `maxLevels` levels whose run is as short as can be found: level by level, several lengths of the
 * next level are tried for the most promising beginnings, and each beginning is also ended at once. What one level takes
 * need not wait for another runner; what it leaves runs on more machines, one barrier and one start later.
 */
function packLevels(work, fleet, maxLevels) {
    if (work.order.length === 0)
        return [];
    const goal = (0,rows_run/* shortestPossible */.u4)(work, fleet);
    const effort = effortFor(work.order.length);
    let best;
    for (const target of effort.targets) {
        // Nothing is looked for once no layout could be shorter.
        if (best !== undefined && best.seconds <= goal * (1 + CLOSE))
            break;
        best = search(work, fleet, maxLevels, { goal, ends: goal * target, effort, best });
    }
    return best?.levels ?? [];
}
function search(work, fleet, maxLevels, { goal, ends, effort, best }) {
    let found = best;
    const end = (beginning) => {
        const last = finish(work, beginning.open, beginning.clock, fleet);
        if (beginning.depth + last.length > maxLevels && found !== undefined)
            return Infinity;
        const { ends: seconds } = last.reduce((clock, level) => (0,rows_run/* afterLevel */.pE)(work, level, clock, fleet), beginning.clock);
        if (found === undefined || seconds < found.seconds - 1e-6)
            found = { seconds, levels: [...levelsOf(beginning), ...last] };
        return seconds;
    };
    const root = { before: undefined, level: undefined, depth: 0, clock: (0,rows_run/* clockOf */.ie)(fleet), atLeast: goal };
    const first = { ...root, open: openOf(work, work.order, []) };
    let open = [{ ...first, ends: end(first) }];
    while (open.length > 0) {
        const next = [];
        const seen = new Set();
        for (const before of open) {
            for (const filled of fillings(work, before, fleet, { ends, lengths: effort.lengths })) {
                const clock = (0,rows_run/* afterLevel */.pE)(work, filled.level, before.clock, fleet);
                const alike = `${clock.begins} ${clock.late} ${before.open.left.length - filled.count}`;
                if (seen.has(alike))
                    continue;
                seen.add(alike);
                const left = before.open.left.filter(step => filled.isTaken[step] === 0);
                const depth = before.depth + 1;
                if (left.length > 0 && depth + 1 + crossingsIn(work, left) > maxLevels)
                    continue;
                const longer = {
                    before,
                    level: filled.level,
                    depth,
                    clock,
                    open: openOf(work, left, filled.level.late)
                };
                const atLeast = leastEnd(work, longer, fleet);
                if (found !== undefined && atLeast >= found.seconds - 1e-6)
                    continue;
                const extended = { ...longer, atLeast };
                const whole = end(extended);
                if (left.length > 0)
                    next.push({ ...extended, ends: whole });
            }
        }
        open = mostPromising(next, effort.width, goal);
    }
    return found;
}
/** Next levels to try. */
function* fillings(work, { open, clock }, fleet, { ends, lengths }) {
    const leaf = Math.min(ends - clock.begins - fleet.start, rows_lanes/* LONG_ROW */.od);
    const pieces = openPieces(work, open);
    const cut = pieces.filter(piece => piece.isBound || piece.seconds > leaf);
    for (const level of levelLengths(work, open, pieces, { machines: fleet.machines, count: lengths })) {
        for (const late of lateLengths(work, cut, level)) {
            const filled = fillLevel(work, open, pieces, { level, late, leaf }, clock);
            // Where no row is waited for the next level begins at once, and could have been this one.
            const isAwaited = filled.level.level.length + filled.level.late.length > 0 || clock.late > clock.begins;
            if (isAwaited && filled.count > 0)
                yield filled;
        }
    }
}
/** Large graphs get less search: their rows are long, so that a barrier weighs less. */
function effortFor(steps) {
    if (steps <= 100)
        return { width: 16, lengths: 10, targets: [0, 1.04, 1.08, 1.15] };
    if (steps <= 300)
        return { width: 12, lengths: 8, targets: [0, 1.05, 1.1, 1.2] };
    if (steps <= 1_000)
        return { width: 10, lengths: 7, targets: [0, 1.06, 1.13] };
    if (steps <= 3_000)
        return { width: 2, lengths: 3, targets: [0, 1.08] };
    return { width: 1, lengths: 2, targets: [0] };
}
/** Lengths for late rows beside a level of rows of this length: none at all, or for the first steps that are longer. */
function lateLengths(work, pieces, level) {
    let longest = 0;
    for (const { steps } of pieces)
        longest = Math.max(longest, work.seconds[steps[0] ?? 0] ?? 0);
    return longest > level ? [0, longest] : [0];
}
/** When all must still run for: the longest chain, or the work of all machines. */
function leastEnd(work, { clock, open }, fleet) {
    let [soon, later, all] = [0, 0, 0];
    for (const step of open.left) {
        const tail = fleet.start + (work.tail[step] ?? 0);
        if (open.isOpen[step] === 1)
            soon = Math.max(soon, tail);
        else
            later = Math.max(later, tail);
        all += work.seconds[step] ?? 0;
    }
    for (const until of clock.free)
        all += Math.max(until, clock.begins);
    const chain = Math.max(clock.begins + soon, later === 0 ? 0 : Math.max(clock.begins, clock.late) + later);
    return Math.max(clock.ends, chain, all / fleet.machines);
}
/** Lengths for the next level: where rows could be cut if it took all it can, those of the longest chain first of all. */
function levelLengths(work, open, pieces, { machines, count }) {
    const { left } = open;
    const longest = work.tail[left[0] ?? -1] ?? 0;
    const whole = Math.max(longest, (0,rows_work/* secondsOfAll */._)(work, left) / machines);
    const cuts = (row) => {
        let reached = 0;
        return row.map(step => (reached += work.seconds[step] ?? 0));
    };
    const { level } = fillLevel(work, open, pieces, { level: whole, late: 0, leaf: 0 }, (0,rows_run/* clockOf */.ie)({ machines }));
    const rows = (0,rows_lanes/* rowsOf */.RO)(level);
    const byLength = rows.flatMap(cuts).sort((a, b) => a - b);
    // What others wait for, without what only stands between.
    const isInner = (step) => (work.below[step] ?? []).length > 0;
    const byInner = rows.flatMap(row => cuts(row.filter(isInner))).sort((a, b) => a - b);
    const chain = [];
    for (let at = left[0]; at !== undefined; at = longestBelow(work, at))
        chain.push(at);
    // Closer together where they are short: the first levels are.
    const shares = Array.from({ length: count }, (_, index) => whole * ((index + 1) / (count + 1)) ** 1.5);
    return [
        ...new Set([
            ...spread(cuts(chain), count),
            ...spread(byInner, count),
            ...spread(byLength, count),
            ...shares
        ])
    ];
}
/** The child with the longest chain; none of what is left has children that are done. */
function longestBelow(work, step) {
    let found;
    for (const child of work.below[step] ?? []) {
        if (found === undefined || (work.tail[child] ?? 0) > (work.tail[found] ?? 0))
            found = child;
    }
    return found;
}
/** At most `count` of the numbers, evenly spread, the first among them. */
function spread(numbers, count) {
    const every = Math.max(1, numbers.length / count);
    return numbers.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every));
}
/**
 * The best of those that have come equally far: one that has taken little so far always looks good, because its barriers
 * are still to come. Those with late rows under way are a kind of their own.
 */
function mostPromising(beginnings, width, goal) {
    const best = new Map();
    for (const beginning of beginnings) {
        const { begins, late } = beginning.clock;
        const stretch = `${Math.floor((begins / goal) * width)} ${late > begins}`;
        const other = best.get(stretch);
        if (other === undefined || rank(beginning) < rank(other))
            best.set(stretch, beginning);
    }
    return [...best.values()].sort((a, b) => rank(a) - rank(b)).slice(0, width);
}
function rank({ atLeast, ends }) {
    return atLeast + Math.min(ends, 2 * atLeast);
}
function levelsOf(beginning) {
    const levels = [];
    for (let at = beginning; at !== undefined; at = at.before) {
        if (at.level !== undefined)
            levels.unshift(at.level);
    }
    return levels;
}
function crossingsIn(work, steps) {
    let most = 0;
    for (const step of steps)
        most = Math.max(most, work.crossings[step] ?? 0);
    return most;
}

// EXTERNAL MODULE: ./build/plan/rows-estimate.js
var rows_estimate = __webpack_require__(7332);
;// CONCATENATED MODULE: ./build/plan/rows.js










/** GitHub refuses a matrix of more rows (docs.github.com, "Usage limits"); the workflow has this many level jobs. */
const MAX_ROWS = 256;
const MAX_LEVELS = 8;
/** Jobs that GitHub runs at once on its free plan (docs.github.com, "Usage limits"), and a start as it usually is. */
const USUAL_FLEET = { machines: 20, start: 30 };
/** Seconds of an image that was not timed before. */
const USUAL_SECONDS = 120;
/**
 * Lays what must be built or tested into levels of rows so that the run is as short as can be found: every parent of an
 * image is in an earlier level or earlier in its row, and what the next level need not wait for has a lane of its own.
 * What would fill a disk together is parted, and told (W006) where that cannot be. Nothing is refused, however deep or
 * wide. A plan for some platforms gets rows of these only. With the rows comes an estimate of the time.
 */
function withRows(plan, manifest, pace = {}) {
    const usual = pace.usual ?? USUAL_SECONDS;
    const secondsOf = (image, platform) => pace.past?.(image, platform) ?? usual;
    const work = (0,rows_work/* workOf */.L)(plan.images, plan.platforms, secondsOf);
    // Every platform may get one row more than its share.
    const { machines, start } = pace.fleet ?? USUAL_FLEET;
    const fleet = { machines: Math.max(1, Math.min(machines, MAX_ROWS - work.platforms.length + 1)), start };
    const loose = loosen(work, packLevels(work, fleet, MAX_LEVELS), fleet, MAX_ROWS);
    const levels = fitDisk(work, loose, { maxLevels: MAX_LEVELS, maxRows: MAX_ROWS, start });
    const rows = levels.map((level, depth) => rows_lanes/* LANES */.Ci.flatMap(lane => level[lane].map(row => rowOf(work, row, { depth, lane }, manifest))));
    if (rows.length === 0)
        return { ...plan, levels: rows };
    const builds = pace.past === undefined ? 0 : timedBuilds(work, pace.past);
    const timed = builds === 0 ? {} : { timed: { builds, usual: Math.round(usual) } };
    return (0,disk_warnings/* withDiskWarnings */.Z)({
        ...plan,
        levels: rows,
        estimate: { ...(0,rows_estimate/* estimateOf */.qn)(work, levels, fleet), ...timed }
    });
}
function timedBuilds(work, past) {
    const isTimed = (image, step) => past(image, work.platforms[work.platform[step] ?? 0] ?? '') !== undefined;
    return work.images.filter(isTimed).length;
}
function rowOf(work, row, { depth, lane }, manifest) {
    const images = row.map(step => work.images[step] ?? '');
    const platform = work.platforms[work.platform[row[0] ?? 0] ?? 0] ?? '';
    const bytes = bytesOf(work, row) * rows_bytes/* UNPACKED */.Sh;
    const more = images.length > 1 ? `+${images.length - 1}` : '';
    return {
        id: `${depth}-${images[0] ?? ''}${more}-${(0,names/* platformTag */.oq)(platform)}`,
        images,
        platform,
        runner: manifest.runners[platform] ?? 'ubuntu-24.04',
        ...(lane === 'level' ? {} : { lane }),
        ...(bytes === 0 ? {} : { bytes })
    };
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
/* harmony export */   S9: () => (/* binding */ estimateSentence),
/* harmony export */   nX: () => (/* binding */ comparisonSentence)
/* harmony export */ });
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4213);
/* harmony import */ var _diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4846);
/* harmony import */ var _plan_actions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4557);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3181);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);





const ACTIONS = ['build', 'test', 'retag', 'reuse'];
/** What was compared with what, in one sentence without markup. */
function comparisonSentence(plan) {
    const head = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`;
    if (plan.simulation !== undefined)
        return `Simulation on ${head}: ${(0,_diagnostics_shown_js__WEBPACK_IMPORTED_MODULE_2__/* .someOf */ .yU)(plan.simulation, SUPPOSED_SHOWN)}.`;
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
}
const SUPPOSED_SHOWN = 5;
/** What the plan does, in a few words: `3 of 4 images affected: 2 to build, 1 to reuse`. */
function planHeadline(plan) {
    const parts = ACTIONS.map(action => ({ action, count: withAction(plan, action) }))
        .filter(part => part.count > 0)
        .map(part => `${part.count} to ${part.action}`);
    const all = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(plan.images.length, 'image');
    if (parts.length === 0)
        return `nothing to do for ${all}`;
    // Of images that --image left out some may be affected: then those of the plan are not the affected ones.
    const isPart = plan.images.some(image => image.action === 'none' && (0,_plan_actions_js__WEBPACK_IMPORTED_MODULE_3__/* .isAffected */ .f)(image));
    const count = plan.images.length - withAction(plan, 'none');
    return `${count} of ${all} ${isPart ? 'in the plan' : 'affected'}: ${parts.join(', ')}`;
}
/**
 * What the rows are thought to take, in one sentence: `Estimated 9 min 30 s, at 2 min 0 s an image, …`. Undefined where it
 * would tell nothing: for a single row, and without an estimate.
 */
function estimateSentence(plan) {
    const { estimate, levels } = plan;
    const rows = levels.flat().length;
    if (estimate === undefined || rows <= 1)
        return undefined;
    const time = (seconds) => (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(seconds * 1000);
    const barriers = estimate.barriers === 0 ? 'nothing' : time(estimate.barriers);
    return (`Estimated ${time(estimate.seconds)}, ${sourceOf(plan, estimate)}, for ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rows, 'row')} ` +
        `in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(levels.length, 'level')} on up to ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(estimate.machines, 'machine')}; ` +
        `the longest chain takes ${time(estimate.criticalPath)}, waiting for levels costs ${barriers}.`);
}
/** What an estimate is made from: that is said, so that nobody takes a guess for a promise. */
function sourceOf(plan, { timed }) {
    if (timed === undefined)
        return `at ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(_plan_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_SECONDS */ .hf * 1000)} an image`;
    const all = plan.levels.flat().reduce((count, row) => count + row.images.length, 0);
    const others = all > timed.builds ? ` and ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .humanTime */ .zK)(timed.usual * 1000)} for each other` : '';
    return `from earlier times of ${timed.builds} of ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(all, 'build')}${others}`;
}
/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
function resultsHeadline(results) {
    const counts = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_4__/* .countResults */ .a)(results);
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
/* harmony export */   JD: () => (/* binding */ plannedImages),
/* harmony export */   Xu: () => (/* binding */ stateWords),
/* harmony export */   uf: () => (/* binding */ untouchedImages),
/* harmony export */   wX: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8313);
/* harmony import */ var _plan_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4557);
/* harmony import */ var _plan_platforms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5690);



/** The images that a plan does something about, parents before children. */
function plannedImages(plan) {
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)(a.name, b.name));
}
/**
 * The images that a plan does something about, parents before children, one line for each platform that its run builds, or
 * has built beside.
 */
function affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plannedImages(plan).flatMap(image => Object.keys(image.platforms)
        .filter(platform => (0,_plan_platforms_js__WEBPACK_IMPORTED_MODULE_0__/* .isTaken */ .Ck)(plan, platform) || ended.has(`${image.name} ${platform}`))
        .sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_1__/* .byCodeUnit */ .X);
        return { image, platform, ...(result === undefined ? {} : { result }), tags };
    }));
}
/** The images that nothing happens to, those that `--image` left out although they are affected first; no empty groups. */
function untouchedImages(plan) {
    const untouched = plan.images.filter(image => image.action === 'none');
    const named = (affected) => untouched.filter(image => (0,_plan_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .isAffected */ .f)(image) === affected).map(image => image.name);
    const groups = [
        { title: 'Not asked for, but affected', names: named(true) },
        { title: 'Not affected', names: named(false) }
    ];
    return groups.filter(({ names }) => names.length > 0);
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
    return stateWords(result);
}
/** How a build ended, in words: its state, and of what is blocked by which image. */
function stateWords({ state, blockedBy }) {
    return state === 'blocked' && blockedBy !== undefined ? `blocked by ${blockedBy}` : state;
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

/***/ 4240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $D: () => (/* binding */ renderPlanText),
  Qe: () => (/* binding */ renderResultsText),
  zB: () => (/* binding */ renderRunText)
});

// EXTERNAL MODULE: ./build/build/results.js
var build_results = __webpack_require__(4213);
// EXTERNAL MODULE: ./build/diagnostics/escape.js
var diagnostics_escape = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/diagnostics/shown.js
var shown = __webpack_require__(4846);
// EXTERNAL MODULE: ./build/diagnostics/suggested.js
var suggested = __webpack_require__(40);
// EXTERNAL MODULE: ./build/plan/actions.js
var actions = __webpack_require__(4557);
// EXTERNAL MODULE: ./build/plan/platforms.js
var platforms = __webpack_require__(5690);
// EXTERNAL MODULE: ./build/plan/run-keys.js
var run_keys = __webpack_require__(5412);
// EXTERNAL MODULE: ./build/report/amounts.js
var amounts = __webpack_require__(1242);
// EXTERNAL MODULE: ./build/report/headline.js
var report_headline = __webpack_require__(4632);
// EXTERNAL MODULE: ./build/report/lines.js
var report_lines = __webpack_require__(6812);
;// CONCATENATED MODULE: ./build/report/paint.js
const COLOURS = { green: 32, yellow: 33, red: 31, blue: 34, grey: 90 };
/** The colour of how a build ended. */
const STATE_COLOURS = {
    built: 'green',
    reused: 'green',
    failed: 'red',
    blocked: 'red',
    cancelled: 'grey'
};
/** Text in a colour by ANSI codes, where the style wants colours. */
function paint(text, colour, style) {
    return style.colour === true ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}

// EXTERNAL MODULE: ./build/report/table.js
var report_table = __webpack_require__(1799);
;// CONCATENATED MODULE: ./build/report/text.js












const NOTHING_CHANGED = 'No input of any image changed, so there is nothing to build.';
const NOTHING_WOULD_CHANGE = 'No input of any image would change, so nothing would be built.';
const NAMES_SHOWN = 20;
const REASONS_SHOWN = 5;
/** Characters of a reason beside the result of its image. */
const REASON_SHOWN = 60;
const ACTION_COLOURS = {
    build: 'yellow',
    test: 'blue',
    retag: 'blue',
    reuse: 'green'
};
/** A plan for a person at a terminal: what is compared, what is done to which image and why, and what to do next. */
function renderPlanText(plan, style = {}) {
    const images = (0,report_lines/* plannedImages */.JD)(plan);
    const parts = [(0,diagnostics_escape/* visible */.RK)((0,report_headline/* comparisonSentence */.nX)(plan)), sentence((0,report_headline/* planHeadline */.MM)(plan))];
    if (images.length === 0) {
        parts.push('', plan.simulation === undefined ? NOTHING_CHANGED : NOTHING_WOULD_CHANGE);
        return `${parts.join('\n')}\n`;
    }
    const columns = [
        { title: 'image' },
        { title: 'action' },
        { title: 'level', align: 'right' },
        { title: 'why' }
    ];
    const table = (0,report_table/* terminalTable */.R)(columns, images.map(image => [image.name, image.action, String(image.level), reasonLines(image.reasons)]), (text, column, row) => column === 1 ? paint(text, ACTION_COLOURS[images[row]?.action ?? ''] ?? 'grey', style) : text);
    parts.push('', table, '');
    parts.push(...(0,report_lines/* untouchedImages */.uf)(plan).map(({ title, names }) => `${title}: ${(0,shown/* someOf */.yU)(names, NAMES_SHOWN)}.`));
    parts.push(...platformLines(plan));
    const estimate = (0,report_headline/* estimateSentence */.S9)(plan);
    if (estimate !== undefined)
        parts.push(estimate);
    if (plan.simulation !== undefined)
        parts.push('Nothing was changed, and nothing is built.');
    else if (style.inJob !== true)
        parts.push(nextStep(plan, style.given ?? {}));
    return `${parts.join('\n')}\n`;
}
/** What is already built, or only gets other tags, is for the release. */
function nextStep(plan, given) {
    return plan.images.some(actions/* isWork */.c)
        ? `Next: ${(0,diagnostics_escape/* visible */.RK)((0,suggested/* suggestedCommand */.j)('build', given))}`
        : releaseStep(plan, given);
}
/**
 * The way on to a release, to look at first where it is none of the manifest's registry or not all was built. What has a
 * key of its own run is found again only by the same plan.
 */
function releaseStep(plan, given) {
    const needsPlan = plan.images.some(image => image.action !== 'none' && (0,run_keys/* isOfRun */.N)(image));
    if (needsPlan && given.plan === undefined && !plan.head.dirty) {
        const again = (0,suggested/* suggestedCommand */.j)('plan', given, ['--format', 'json']);
        return `Next: to release what has a key of its run, ${(0,diagnostics_escape/* visible */.RK)(again)} > plan.json, then build and release with --plan plan.json`;
    }
    const looksFirst = given.registry !== undefined || (given.images ?? []).length > 0;
    const command = (0,diagnostics_escape/* visible */.RK)((0,suggested/* suggestedCommand */.j)('release', given, looksFirst ? ['--dry-run'] : []));
    return plan.head.dirty ? `Next: commit the changes, then ${command}` : `Next: ${command}`;
}
/** What a run for some platforms does not build, said so that nobody takes it for done. */
function platformLines(plan) {
    if (plan.platforms === undefined)
        return [];
    const without = (0,platforms/* leftOut */.ig)(plan);
    const rest = without.length === 0 ? '' : `; left out, having none of them: ${(0,shown/* someOf */.yU)(without, NAMES_SHOWN)}`;
    return [`Only for ${plan.platforms.join(', ')}${rest}.`];
}
/** The results of a build for a person at a terminal: image, why, result, digest, compressed size and time. */
function renderResultsText(results, context = {}) {
    const { plan } = context;
    const planned = new Map(plan?.images.map(image => [image.name, image]));
    const many = plan !== undefined && (0,report_lines/* hasManyPlatforms */.Cq)(plan);
    const columns = [
        { title: 'image' },
        { title: 'why' },
        { title: 'result' },
        { title: 'digest' },
        { title: 'size', align: 'right' },
        { title: 'time', align: 'right' }
    ];
    const rows = results.map(result => {
        const image = planned.get(result.image);
        const why = image?.reasons[0]?.text ?? '';
        const more = (image?.reasons.length ?? 0) - 1;
        return [
            many ? `${result.image} (${result.platform})` : result.image,
            (0,shown/* cut */.Jj)(`${(0,diagnostics_escape/* visible */.RK)(why)}${more > 0 ? ` (${more} more)` : ''}`, REASON_SHOWN),
            endOf(result, image),
            result.digest === undefined ? '' : (0,amounts/* shortDigest */.VK)(result.digest),
            result.size === undefined ? '' : (0,amounts/* humanSize */.Xe)(result.size),
            result.milliseconds === 0 ? '' : (0,amounts/* humanTime */.zK)(result.milliseconds)
        ];
    });
    const table = (0,report_table/* terminalTable */.R)(columns, rows, (text, column, row) => column === 2 ? paint(text, STATE_COLOURS[results[row]?.state ?? 'cancelled'], context) : text);
    const headline = `${sentence((0,report_headline/* resultsHeadline */.D1)(results))}\n${afterResults(results, context)}`;
    return rows.length === 0 ? headline : `${table}\n\n${headline}`;
}
/** How an image ended; of one that was there already, what was done all the same. */
function endOf(result, image) {
    const words = (0,report_lines/* stateWords */.Xu)(result);
    if (result.state !== 'reused')
        return words;
    if (image?.action === 'test')
        return 'reused, tested';
    return image !== undefined && (0,run_keys/* isOfRun */.N)(image) ? 'reused: same content' : words;
}
function afterResults(results, context) {
    const { plan, given = {}, goesOn = given, inJob } = context;
    if (inJob === true)
        return '';
    const { failed, blocked, cancelled } = (0,build_results/* countResults */.a)(results);
    if (failed + blocked + cancelled === 0)
        return plan === undefined ? '' : `${releaseStep(plan, goesOn)}\n`;
    const broken = toRepair(results);
    const first = failed > 0 ? 'see to what is told above, then ' : '';
    return broken.length > 0
        ? `Next: repair ${(0,shown/* someOf */.yU)(broken, NAMES_SHOWN)}, then ${afterRepair(plan, given)}.\n`
        : `Next: ${first}${repetition(plan, goesOn)}; what is finished is not built again.\n`;
}
/** Images whose build, guard or test failed: neither the machine, the network nor the registry. */
function toRepair(results) {
    const own = results.filter(({ state, diagnostics }) => state === 'failed' && diagnostics.some(({ code }) => code.startsWith('B')));
    return [...new Set(own.map(({ image }) => image))];
}
/** A plan is of the commit before the repair, and a key of its run is of that plan. */
function afterRepair(plan, given) {
    const again = given.plan === undefined ? 'run the same command again' : 'plan anew and build that';
    const but = plan?.images.some(run_keys/* isOfRun */.N) === true ? ' but for what has a key of its run' : '';
    return `${again}; what is finished is not built again${but}`;
}
/** What has a key of its run is found again only by the same plan. */
function repetition(plan, goesOn) {
    return plan?.images.some(run_keys/* isOfRun */.N) === true && goesOn.plan !== undefined
        ? (0,diagnostics_escape/* visible */.RK)((0,suggested/* suggestedCommand */.j)('build', goesOn))
        : 'run the same command again';
}
/** A plan and how it ended, for a job log. */
function renderRunText(plan, results, release) {
    const lines = (0,report_lines/* affectedLines */.I9)(plan, results, release);
    const rows = lines.map(line => [
        line.image.name,
        line.platform,
        line.image.action,
        (0,report_lines/* outcomeWords */.wX)(line),
        line.result?.digest === undefined ? '' : (0,amounts/* shortDigest */.VK)(line.result.digest)
    ]);
    const columns = [
        { title: 'image' },
        { title: 'platform' },
        { title: 'action' },
        { title: 'result' },
        { title: 'digest' }
    ];
    return [
        (0,diagnostics_escape/* visible */.RK)((0,report_headline/* comparisonSentence */.nX)(plan)),
        ...(rows.length === 0 ? ['Nothing to do.'] : [(0,report_table/* terminalTable */.R)(columns, rows)]),
        ''
    ].join('\n');
}
function reasonLines(reasons) {
    return (0,shown/* firstLines */.UV)(reasons.map(({ text }) => (0,diagnostics_escape/* visible */.RK)(text)), REASONS_SHOWN);
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}


/***/ })

};
