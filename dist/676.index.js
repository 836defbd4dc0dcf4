export const id = 676;
export const ids = [676];
export const modules = {

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

/***/ 5401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DD: () => (/* binding */ MAX_LEVELS),
  hf: () => (/* binding */ USUAL_SECONDS),
  Qx: () => (/* binding */ withRows)
});

// UNUSED EXPORTS: MAX_ROWS, USUAL_FLEET

;// CONCATENATED MODULE: ./build/plan/rows-layout.js
const DONE = -1;
const LATER = -2;
/**
 * Fills one level: takes steps, longest tail first, as long as no row gets longer than `capacity` seconds (a row may
 * always have the first step). A step whose parents are in the level can only go where all of them are; others go to the
 * shortest row of their platform. At most `machines` rows, shared out among platforms by what is left of each.
 */
function fillLevel(work, left, capacity, machines) {
    const { seconds, above, platform } = work;
    const place = new Int16Array(seconds.length).fill(DONE);
    for (const step of left)
        place[step] = LATER;
    const room = machinesByPlatform(work, left, machines);
    const rowsOf = work.platforms.map(() => []);
    const rows = [];
    const loads = [];
    const rest = new Int32Array(left.length);
    let deferred = 0;
    for (const step of left) {
        const own = platform[step] ?? 0;
        let row = DONE;
        for (const parent of above[step] ?? []) {
            const at = place[parent] ?? DONE;
            if (at === DONE)
                continue;
            row = at === LATER || (row !== DONE && row !== at) || platform[parent] !== own ? LATER : at;
            if (row === LATER)
                break;
        }
        const takes = seconds[step] ?? 0;
        // The first step is always taken, so that every level brings the work forward.
        if (row === LATER || (takes > capacity && deferred + rows.length > 0)) {
            rest[deferred] = step;
            deferred += 1;
            continue;
        }
        if (row === DONE) {
            const mine = rowsOf[own] ?? [];
            if (mine.length < (room[own] ?? 1)) {
                row = rows.length;
                mine.push(row);
                rows.push([]);
                loads.push(0);
            }
            else {
                row = shortest(mine, loads);
            }
        }
        const load = loads[row] ?? 0;
        if (load > 0 && load + takes > capacity) {
            rest[deferred] = step;
            deferred += 1;
            continue;
        }
        place[step] = row;
        loads[row] = load + takes;
        rows[row]?.push(step);
    }
    return { rows, left: rest.slice(0, deferred), longest: Math.max(0, ...loads) };
}
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
 * What belongs together when nothing may wait for another row: steps that hang together through parents of their own
 * platform, in the order of the work. Heaviest first.
 */
function pieces(work, steps) {
    const up = new Int32Array(work.seconds.length).fill(DONE);
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
        for (const parent of work.above[step] ?? []) {
            if (up[parent] === DONE || work.platform[parent] !== work.platform[step])
                continue;
            const [a, b] = [rootOf(step), rootOf(parent)];
            if (a !== b)
                up[Math.max(a, b)] = Math.min(a, b);
        }
    }
    const found = new Map();
    for (const step of steps) {
        const root = rootOf(step);
        const piece = found.get(root) ?? { steps: [], seconds: 0 };
        piece.steps.push(step);
        piece.seconds += work.seconds[step] ?? 0;
        found.set(root, piece);
    }
    const heaviestFirst = (a, b) => b.seconds - a.seconds || (a.steps[0] ?? 0) - (b.steps[0] ?? 0);
    return [...found.values()].sort(heaviestFirst).map(piece => piece.steps);
}
/** Deals pieces, heaviest first, to the shortest of at most `count` rows (one a platform at least). */
function dealPieces(work, all, count) {
    const room = machinesByPlatform(work, Int32Array.from(all.flat()), count);
    const rowsOf = work.platforms.map(() => []);
    const rows = [];
    const loads = [];
    for (const piece of all) {
        const own = work.platform[piece[0] ?? 0] ?? 0;
        const mine = rowsOf[own] ?? [];
        let row = rows.length;
        if (mine.length < (room[own] ?? 1)) {
            mine.push(row);
            rows.push([]);
            loads.push(0);
        }
        else {
            row = shortest(mine, loads);
        }
        for (const step of piece) {
            rows[row]?.push(step);
            loads[row] = (loads[row] ?? 0) + (work.seconds[step] ?? 0);
        }
    }
    return rows;
}
/**
 * Everything that is left as the last levels: one, or as many as platforms follow on each other. Steps of a piece of a
 * later level wait for those of an earlier one.
 */
function finish(work, left, machines) {
    const turn = new Int32Array(work.seconds.length).fill(DONE);
    for (const step of left) {
        let own = 0;
        for (const parent of work.above[step] ?? []) {
            const before = turn[parent] ?? DONE;
            if (before === DONE)
                continue;
            own = Math.max(own, before + (work.platform[parent] === work.platform[step] ? 0 : 1));
        }
        turn[step] = own;
    }
    const levels = [];
    for (let at = 0, taken = 0; taken < left.length; at += 1) {
        const here = left.filter(step => turn[step] === at);
        taken += here.length;
        levels.push(dealPieces(work, pieces(work, here), machines));
    }
    return levels;
}

// EXTERNAL MODULE: ./build/plan/rows-run.js + 1 modules
var rows_run = __webpack_require__(7009);
// EXTERNAL MODULE: ./build/plan/rows-work.js
var rows_work = __webpack_require__(7847);
;// CONCATENATED MODULE: ./build/plan/rows-loose.js



/** How much longer a level may be thought to take for the sake of more rows. */
const SLACK = 0.03;
/** A row of more seconds is too near to the time limit of a job (two hours in the shipped workflows). */
const LONG_ROW = 3600;
/**
 * Deals each level out to more rows where that costs next to nothing: durations are guesses, there may be more machines
 * than were thought, a job that failed has less to repeat, and many images fill the disk of a runner.
 */
function loosen(work, levels, fleet, maxRows) {
    return levels.map(rows => {
        const seconds = (0,rows_run/* levelSeconds */.i9)(work, rows, fleet);
        const all = pieces(work, ordered(work, rows));
        for (const count of countsBetween(rows.length, Math.min(maxRows, all.length))) {
            const more = longestFirst(work, dealPieces(work, all, count));
            const isLong = longestRow(work, rows) > LONG_ROW && longestRow(work, more) < longestRow(work, rows);
            if (more.length > maxRows || more.length <= rows.length)
                continue;
            if (isLong || (0,rows_run/* levelSeconds */.i9)(work, more, fleet) <= seconds * (1 + SLACK))
                return more;
        }
        return longestFirst(work, rows);
    });
}
/** The steps of a level in the order of the work. */
function ordered(work, rows) {
    const here = new Set(rows.flat());
    return work.order.filter(step => here.has(step));
}
/** From the highest number of rows downwards, each a fifth less than the one before. */
function countsBetween(least, most) {
    const counts = [];
    for (let count = most; count > least; count = Math.min(count - 1, Math.floor(count * 0.8)))
        counts.push(count);
    return counts;
}
function longestRow(work, rows) {
    return Math.max(0, ...rows.map(row => (0,rows_work/* secondsOfAll */._)(work, row)));
}
/** GitHub starts the jobs of a matrix in its order; with the longest first, none is still running when all others are done. */
function longestFirst(work, rows) {
    return rows
        .map(row => ({ row, seconds: (0,rows_work/* secondsOfAll */._)(work, row) }))
        .sort((a, b) => b.seconds - a.seconds || (a.row[0] ?? 0) - (b.row[0] ?? 0))
        .map(each => each.row);
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
    const steps = work.order.length;
    if (steps === 0)
        return [];
    const all = (0,rows_work/* secondsOfAll */._)(work, work.order);
    const goal = (0,rows_run/* shortestPossible */.u4)(work, fleet);
    let best;
    const end = (beginning, left) => {
        const last = finish(work, left, fleet.machines);
        const levels = [...levelsOf(beginning), ...last];
        if (levels.length > maxLevels && best !== undefined)
            return Infinity;
        const seconds = last.reduce((total, level) => total + (0,rows_run/* levelSeconds */.i9)(work, level, fleet), beginning?.elapsed ?? 0);
        if (best === undefined || seconds < best.seconds - 1e-6)
            best = { seconds, levels };
        return seconds;
    };
    const ends = end(undefined, work.order);
    const effort = effortFor(steps);
    const root = { before: undefined, rows: [], depth: 0, elapsed: 0, left: work.order, leftSeconds: all, ends };
    let open = [{ ...root, atLeast: goal }];
    // Nothing is looked for once no layout could be shorter.
    while (open.length > 0 && (best?.seconds ?? Infinity) > goal * (1 + CLOSE)) {
        const next = [];
        const seen = new Set();
        for (const beginning of open) {
            for (const capacity of capacities(work, beginning, fleet, effort.lengths)) {
                const longer = extended(work, beginning, capacity, fleet);
                const alike = `${longer.elapsed} ${longer.left.length}`;
                if (seen.has(alike))
                    continue;
                seen.add(alike);
                const levelsNeeded = longer.depth + 1 + crossingsIn(work, longer.left);
                if (longer.left.length === 0 || levelsNeeded > maxLevels)
                    continue;
                if (best === undefined || longer.atLeast < best.seconds - 1e-6)
                    next.push({ ...longer, ends: end(longer, longer.left) });
            }
        }
        open = mostPromising(next, effort.width, goal);
    }
    return best?.levels ?? [];
}
/** Large graphs get less search: their rows are long, so that a barrier weighs less. */
function effortFor(steps) {
    if (steps <= 300)
        return { width: 16, lengths: 8 };
    if (steps <= 1_000)
        return { width: 8, lengths: 6 };
    if (steps <= 3_000)
        return { width: 3, lengths: 4 };
    return { width: 2, lengths: 3 };
}
function extended(work, before, capacity, fleet) {
    const filled = fillLevel(work, before.left, capacity, fleet.machines);
    const elapsed = before.elapsed + (0,rows_run/* levelSeconds */.i9)(work, filled.rows, fleet);
    const leftSeconds = (0,rows_work/* secondsOfAll */._)(work, filled.left);
    const tail = work.tail[filled.left[0] ?? -1] ?? 0;
    return {
        before,
        rows: filled.rows,
        depth: before.depth + 1,
        elapsed,
        left: filled.left,
        leftSeconds,
        ends: Infinity,
        atLeast: elapsed + fleet.start + Math.max(tail, leftSeconds / fleet.machines)
    };
}
/** Lengths for the next level: where rows could be cut if it took all it can, those of the longest chain first of all. */
function capacities(work, { left, leftSeconds }, fleet, count) {
    const longest = work.tail[left[0] ?? -1] ?? 0;
    const whole = Math.max(longest, leftSeconds / fleet.machines);
    const cuts = (row) => {
        let reached = 0;
        return (row ?? []).map(step => (reached += work.seconds[step] ?? 0));
    };
    const { rows } = fillLevel(work, left, whole, fleet.machines);
    const byLength = rows.flatMap(cuts).sort((a, b) => a - b);
    const chain = [];
    for (let at = left[0]; at !== undefined; at = longestBelow(work, at))
        chain.push(at);
    const shares = Array.from({ length: count }, (_, index) => (whole * (index + 1)) / (count + 1));
    return [...new Set([...spread(cuts(chain), count), ...spread(byLength, count), ...shares])];
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
 * are still to come.
 */
function mostPromising(beginnings, width, goal) {
    const best = new Map();
    for (const beginning of beginnings) {
        const stretch = Math.floor((beginning.elapsed / goal) * width);
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
    for (let at = beginning; at?.before !== undefined; at = at.before)
        levels.unshift(at.rows);
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
 * image is in an earlier level or earlier in its row. Nothing is refused, however deep or wide. A plan for some platforms
 * gets rows of these only. With the rows comes an estimate of the time.
 */
function withRows(plan, manifest, pace = {}) {
    const secondsOf = (image, platform) => pace.past?.(image, platform) ?? USUAL_SECONDS;
    const work = (0,rows_work/* workOf */.L)(plan.images, plan.platforms, secondsOf);
    // Every platform may get one row more than its share.
    const { machines, start } = pace.fleet ?? USUAL_FLEET;
    const fleet = { machines: Math.max(1, Math.min(machines, MAX_ROWS - work.platforms.length + 1)), start };
    const levels = loosen(work, packLevels(work, fleet, MAX_LEVELS), fleet, MAX_ROWS);
    const rows = levels.map((level, depth) => level.map(row => rowOf(work, row, depth, manifest)));
    if (rows.length === 0)
        return { ...plan, levels: rows };
    return { ...plan, levels: rows, estimate: (0,rows_estimate/* estimateOf */.qn)(work, levels, fleet) };
}
function rowOf(work, row, level, manifest) {
    const images = row.map(step => work.images[step] ?? '');
    const platform = work.platforms[work.platform[row[0] ?? 0] ?? 0] ?? '';
    const more = images.length > 1 ? `+${images.length - 1}` : '';
    return {
        id: `${level}-${images[0] ?? ''}${more}-${platform.replaceAll('/', '-')}`,
        images,
        platform,
        runner: manifest.runners[platform] ?? 'ubuntu-24.04'
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
/* harmony import */ var _build_results_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4213);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5401);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1242);



const ACTIONS = ['build', 'test', 'retag', 'reuse'];
/** What was compared with what, in one sentence without markup. */
function comparisonSentence(plan) {
    const head = `${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`;
    if (plan.simulation !== undefined)
        return `Simulation on ${head}: ${someOf(plan.simulation)}.`;
    return plan.base.commit === null
        ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
        : `Compared ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .Ax)(plan.base.commit)} (${plan.base.how}) with ${head}.`;
}
const SUPPOSED_SHOWN = 5;
function someOf(sentences) {
    const rest = sentences.length - SUPPOSED_SHOWN;
    return `${sentences.slice(0, SUPPOSED_SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
/** What the plan does, in a few words: `3 of 4 images affected: 2 to build, 1 to reuse`. */
function planHeadline(plan) {
    const parts = ACTIONS.map(action => ({ action, count: withAction(plan, action) }))
        .filter(part => part.count > 0)
        .map(part => `${part.count} to ${part.action}`);
    const all = (0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(plan.images.length, 'image');
    if (parts.length === 0)
        return `nothing to do for ${all}`;
    return `${plan.images.length - withAction(plan, 'none')} of ${all} affected: ${parts.join(', ')}`;
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
    return (
    // No build was timed for it: that is said, so that nobody takes it for a promise.
    `Estimated ${time(estimate.seconds)}, at ${time(_plan_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_SECONDS */ .hf)} an image, for ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(rows, 'row')} ` +
        `in ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(levels.length, 'level')} on up to ${(0,_amounts_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(estimate.machines, 'machine')}; the longest chain takes ${time(estimate.criticalPath)}, ` +
        `waiting for levels costs ${barriers}.`);
}
/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
function resultsHeadline(results) {
    const counts = (0,_build_results_js__WEBPACK_IMPORTED_MODULE_2__/* .countResults */ .a)(results);
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
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8313);

/** The affected images of a plan in parent order, one line a platform. */
function affectedLines(plan, results, release) {
    const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    return plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)(a.name, b.name))
        .flatMap(image => Object.keys(image.platforms)
        .sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X)
        .map((platform) => {
        const result = ended.get(`${image.name} ${platform}`);
        const of = published.get(image.name);
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .byCodeUnit */ .X);
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
/* harmony import */ var _diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8313);
/* harmony import */ var _plan_platforms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5690);
/* harmony import */ var _amounts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1242);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4632);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6812);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1799);







const NOTHING_CHANGED = 'No input of any image changed, so there is nothing to build.';
const NOTHING_WOULD_CHANGE = 'No input of any image would change, so nothing would be built.';
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
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .affectedLines */ .I9)(plan, []);
    const untouched = (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .untouchedImages */ .uf)(plan);
    const parts = [(0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .comparisonSentence */ .nX)(plan)), sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .planHeadline */ .MM)(plan))];
    if (lines.length === 0) {
        parts.push('', plan.simulation === undefined ? NOTHING_CHANGED : NOTHING_WOULD_CHANGE);
        return `${parts.join('\n')}\n`;
    }
    const images = plan.images
        .filter(image => image.action !== 'none')
        .sort((a, b) => a.level - b.level || (0,_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X)(a.name, b.name));
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
    parts.push(...platformLines(plan));
    const estimate = (0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .estimateSentence */ .S9)(plan);
    if (estimate !== undefined)
        parts.push(estimate);
    if (plan.simulation !== undefined)
        parts.push('Nothing was changed, and nothing is built.');
    else if (style.inJob !== true)
        parts.push('Next: base-images build');
    return `${parts.join('\n')}\n`;
}
/** What a run for some platforms does not build, said so that nobody takes it for done. */
function platformLines(plan) {
    if (plan.platforms === undefined)
        return [];
    const without = (0,_plan_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .leftOut */ .ig)(plan);
    const rest = without.length === 0 ? '' : `; left out, having none of them: ${someNames(without)}`;
    return [`Only for ${plan.platforms.join(', ')}${rest}.`];
}
/** The results of a build for a person at a terminal: image, why, result, tag, digest, compressed size and time. */
function renderResultsText(results, context = {}) {
    const { plan, release } = context;
    const planned = new Map(plan?.images.map(image => [image.name, image]));
    const published = new Map(release?.images.map(image => [image.name, image]));
    const many = plan !== undefined && (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .hasManyPlatforms */ .Cq)(plan);
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
            tags === undefined ? '' : [...tags.moved, ...tags.unchanged].sort(_diagnostics_code_unit_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnit */ .X).map(_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK),
            result.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__/* .shortDigest */ .VK)(result.digest),
            result.size === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__/* .humanSize */ .Xe)(result.size),
            result.milliseconds === 0 ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__/* .humanTime */ .zK)(result.milliseconds)
        ];
    });
    const table = (0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalTable */ .R)(columns, rows, (text, column, row) => column === 2 ? paint(text, STATE_COLOURS[results[row]?.state ?? 'cancelled'], context) : text);
    return rows.length === 0
        ? `${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .resultsHeadline */ .D1)(results))}\n`
        : `${table}\n\n${sentence((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .resultsHeadline */ .D1)(results))}\n`;
}
/** A plan and how it ended, for a job log. */
function renderRunText(plan, results, release) {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .affectedLines */ .I9)(plan, results, release);
    const rows = lines.map(line => [
        line.image.name,
        line.platform,
        line.image.action,
        (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeWords */ .wX)(line),
        line.result?.digest === undefined ? '' : (0,_amounts_js__WEBPACK_IMPORTED_MODULE_6__/* .shortDigest */ .VK)(line.result.digest)
    ]);
    const columns = [
        { title: 'image' },
        { title: 'platform' },
        { title: 'action' },
        { title: 'result' },
        { title: 'digest' }
    ];
    return [
        (0,_diagnostics_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .comparisonSentence */ .nX)(plan)),
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
